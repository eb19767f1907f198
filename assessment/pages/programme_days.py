"""The programme as a timetable that the coach changes in place; each change is heard once and kept."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from assessment.content.edition import Edition
from assessment.pages import programme_saving as saving
from assessment.pages import wording_of_programme as wording
from assessment.pages.escaped import markup
from assessment.pages.programme_heard import change_told, choices_told, told
from assessment.pages.programme_opened import OpenGroup
from assessment.pages.programme_rows import days_of
from assessment.programme.choices import Choices
from assessment.programme.editing import Edited, edit
from assessment.report.typography import french

_SCRIPT = Path(__file__).with_name("programme_table.js").read_text(encoding="utf-8")
_table = st.components.v2.component("jalons_programme_table", js=_SCRIPT, isolate_styles=False)
_WIDGET = "programme_table"

Json = dict[str, Any]


def show(open_: OpenGroup, edited: Edited) -> None:
    """The timetable, and every module with why it is there or not."""
    held, edition = saving.held(open_), open_.edition
    table = {
        "days": days_of(edited, held.choices.occasion, held.choices.days),
        "words": _words(edition),
        "modules": _modules(edited, held.choices),
        "lengths": [
            {"value": each.id, "label": french(f"{each.label} ({wording.minutes(each.minutes)})")}
            for each in edition.programme.durations
        ],
        "people": [each.name for each in open_.group.participants],
        "wishes": [{"value": value, "label": french(label)} for value, label in wording.WISHES.items()],
    }
    _table(
        # One text: Streamlit looks for tables in anything else, at each run.
        data={"table": json.dumps(table), "heard": held.heard},
        key=_WIDGET,
        on_told_change=partial(_hear, open_, edited),
    )


def _hear(open_: OpenGroup, edited: Edited) -> None:
    """Take up every change that was not heard yet, in order, then save them together."""
    held = saving.held(open_)
    choices, programme = held.choices, edited.programme
    for said in told(st.session_state[_WIDGET].get("told")):
        if said["at"] <= held.heard:
            continue
        held.heard = said["at"]
        change = change_told(said, open_.group, sum(map(len, programme.days)))
        if change is None:
            choices = choices_told(said, choices, open_.edition) or choices
            continue
        after = edit(programme, change, choices.excluded).programme
        if after.days != programme.days:
            choices, programme = choices.with_days(after.days), after
    saving.choose(open_, choices, edited=choices.sequences != held.choices.sequences)


def _words(edition: Edition) -> Json:
    more = {"all_modules": wording.MODULES, "all_text": wording.MODULES_TEXT, "own_title": wording.OWN_TITLE}
    every = {**wording.TABLE_WORDS, **more, "how": wording.HOW}
    words = {name: french(text) for name, text in every.items()}
    kinds = [{"value": value, "label": french(label)} for value, label in wording.KINDS.items()]
    return {**words, "kinds": kinds, "usual": edition.programme.usual}


def _modules(edited: Edited, choices: Choices) -> list[Json]:
    """Every module: its title, how many need it, why it is there or left out, and the coach's wish."""
    group = edited.programme.group
    why = {each.module: each.because for each in edited.programme.left_out}
    found = []
    for each in group.edition.programme.modules:
        title = group.edition.items[each.id].title
        names = dict.fromkeys(need.participant for need in group.served_by(each.id))
        needed = wording.NEEDED_BY_ONE if len(names) == 1 else wording.NEEDED_BY.format(count=len(names))
        reason = why.get(each.id, wording.IN_IT)
        line = ". ".join([reason[:1].upper() + reason[1:], *([f"{needed} : {', '.join(names)}"] if names else [])])
        found.append(
            {
                "id": each.id,
                "title": french(title),
                "in": each.id not in why,
                "html": f'<p class="name">{markup(title)}</p><p class="parts">{markup(line)}.</p>',
                "wish": "imposed" if each.id in choices.imposed else "excluded" if each.id in choices.excluded else "",
            }
        )
    return found
