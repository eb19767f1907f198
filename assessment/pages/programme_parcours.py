"""The parcours d'expérience on the coach's page: for whom, and a calendar that the coach changes."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from assessment.content.edition import Edition
from assessment.engine.answers import clean
from assessment.pages import programme_saving as saving
from assessment.pages import saved
from assessment.pages import wording_of_programme as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.programme_heard import told
from assessment.pages.programme_opened import OpenGroup
from assessment.programme import parcours
from assessment.programme.names import listed
from assessment.programme.parcours import Planned
from assessment.report.citation import cite
from assessment.report.typography import french
from assessment.report.wording import told_day

_SCRIPT = Path(__file__).with_name("programme_steps.js").read_text(encoding="utf-8")
_steps = st.components.v2.component("jalons_programme_steps", js=_SCRIPT, isolate_styles=False)
_WIDGET = "programme_steps"
#: Steps of a calendar, at most.
MOST = 40


def show(open_: OpenGroup) -> None:
    """The section: whom it is for, then the calendar once its first day is given."""
    st.session_state["around_parcours"] = _around(open_)
    _show(open_)


@st.fragment
def _show(open_: OpenGroup) -> None:
    """Drawn alone when a step changes, and with the page when what it changes is shown there."""
    if st.session_state["around_parcours"] != _around(open_):
        st.rerun()
    method, held = open_.edition.programme.parcours, saving.held(open_)
    st.header(markdown(wording.PARCOURS), anchor="parcours")
    about = wording.PARCOURS_FOR.format(
        fewest=method.fewest, most=method.most, months=method.months, in_pairs=method.in_pairs
    )
    offered = [each.name for each in open_.group.participants if each.is_offered_parcours]
    names = listed(offered)
    who = wording.PARCOURS_OFFERED.format(participants=names) if offered else wording.PARCOURS_NOBODY
    source = wording.SOURCE.format(source=cite(method.source, open_.edition.catalogue))
    lines = (method.text, about, who)
    st.html("".join(f"<p>{markup(each)}</p>" for each in lines) + f'<p class="origin">{markup(source)}</p>')
    saving.tell(open_, "parcours")
    steps = held.choices.parcours
    if steps and parcours.lasts_too_long(steps, method):
        st.html(f'<p class="watch" role="status">{markup(wording.TOO_LONG.format(months=method.months))}</p>')
    _steps(
        data={
            "steps": json.dumps(_told(steps, open_.edition)),
            "today": saved.today().isoformat(),
            "heard": held.heard_of_steps,
        },
        key=_WIDGET,
        on_told_change=partial(_hear, open_),
    )
    if steps is not None:
        st.button(markdown(wording.CLEAR), key="parcours_clear", type="tertiary", on_click=_take, args=(open_, None))


def _around(open_: OpenGroup) -> object:
    """Whether there is a calendar to take away."""
    return bool(saving.held(open_).choices.parcours)


def _take(open_: OpenGroup, steps: tuple[Planned, ...] | None) -> None:
    saving.choose(open_, replace(saving.held(open_).choices, parcours=steps))


def _told(steps: Iterable[Planned] | None, edition: Edition) -> dict[str, Any]:
    """The steps as they are shown; None: nothing is laid out yet."""
    words = {name: french(text) for name, text in wording.STEPS_WORDS.items()}
    if steps is None:
        return {"steps": None, "words": words}
    phases = {each.id: each for each in edition.programme.parcours.phases}
    found = []
    for each in steps:
        phase = phases.get(each.during)
        found.append(
            {
                "key": each.key,
                "title": each.title,
                "day": each.day.isoformat(),
                "until": french(wording.UNTIL.format(until=told_day(each.until))) if each.until else "",
                "told": [french(line) for line in _lines(each)],
                "phase": french(phase.label) if phase else "",
                "phase_text": french(phase.text) if phase else "",
            }
        )
    return {"steps": found, "words": words}


def _lines(step: Planned) -> list[str]:
    """What it is, then how long it is and whether one has to come."""
    must = {True: wording.MANDATORY, False: wording.OPTIONAL}.get(step.mandatory)
    facts = [wording.minutes(step.minutes) if step.minutes else "", must or ""]
    about = ", ".join(each for each in facts if each)
    return [each for each in (step.text, about[:1].upper() + about[1:]) if each]


def _hear(open_: OpenGroup) -> None:
    """Take up every change that was not heard yet, in order, then save them together."""
    held = saving.held(open_)
    steps = held.choices.parcours
    for said in told(st.session_state[_WIDGET].get("told")):
        if said["at"] > held.heard_of_steps:
            held.heard_of_steps = said["at"]
            steps = _changed(steps, said, open_.edition)
    _take(open_, steps)


def _changed(steps: tuple[Planned, ...] | None, said: dict[str, Any], edition: Edition) -> tuple[Planned, ...] | None:
    """The steps after one change; what is none changes nothing."""
    day = _day(said.get("day"))
    if steps is None:
        return parcours.planned(day, edition) if said.get("do") == "begun" and day else None
    match said:
        case {"do": "moved", "key": str(key)} if day:
            return parcours.moved(steps, key, day)
        case {"do": "retitled", "key": str(key), "title": str(title)} if clean(title):
            return parcours.retitled(steps, key, clean(title))
        case {"do": "without", "key": str(key)}:
            return parcours.without(steps, key)
        case {"do": "added"} if len(steps) < MOST:
            last = max((each.day for each in steps), default=saved.today())
            return parcours.added(steps, french(wording.STEPS_WORDS["own"]), last)
    return steps


def _day(text: object) -> datetime.date | None:
    """A day of this century, so that the whole calendar fits in it."""
    try:
        day = datetime.date.fromisoformat(str(text))
    except ValueError:
        return None
    return day if 2000 <= day.year < 2100 else None
