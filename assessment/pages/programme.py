"""Page: a coach's group, and the programme made for it: proposed, changed, saved, taken away."""

import datetime

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import (
    gathering_opened,
    paths,
    problems,
    programme_days,
    programme_dropped,
    programme_files,
    programme_group,
    programme_parcours,
    programme_saving,
    programme_wishes,
    state,
)
from assessment.pages import wording_of_programme as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.pages.programme_opened import OpenGroup, open_group
from assessment.programme.moments import asked_between
from assessment.programme.plan import Programme
from assessment.report.wording import told_day

#: Anchors and titles of the page.
SECTIONS = (
    ("groupe", wording.GROUP),
    ("programme", wording.DAYS),
    ("suite", wording.AFTER),
    ("entraide", wording.PEERS),
    ("partage", wording.DIVISION),
    ("parcours", wording.PARCOURS),
    ("emporter", wording.TAKE_AWAY),
)


def show() -> None:
    """Show the group that the address names, or ask for files."""
    state.begin()
    name = st.query_params.get(gathering_opened.PARAMETER)
    if not name:
        head(wording.TITLE, place="programme")
        if open_ := programme_dropped.open_dropped():
            _show(open_)
        return
    try:
        open_ = open_group(name)
    except StorageError as error:
        gathering_opened.tell_closed(error)
        return
    head(wording.TITLE_OF.format(title=open_.gathering.terms.title), place=f"programme {name}")
    if not open_.group.participants:
        st.html(f'<p class="lead">{markup(wording.NOBODY)}</p>')
        _lead_back(name)
        return
    if open_.gathering.terms.purpose != "groupe":
        st.html(f'<p class="note">{markup(wording.NOT_A_GROUP)}</p>')
    _show(open_)
    _lead_back(name)


def _show(open_: OpenGroup) -> None:
    st.html(f'<p class="lead">{markup(_lead(open_))}</p>{_contents()}')
    with st.container(key="coach_group"):
        programme_group.show_group(open_)
    st.session_state["around_programme"] = _around(open_)
    with st.container(key="coach_programme"):
        _show_programme(open_)
    with st.container(key="coach_peers"):
        programme_group.show_peers(open_)
    with st.container(key="coach_parcours"):
        programme_parcours.show(open_)
    with st.container(key="coach_files"):
        programme_files.offer(open_)


@st.fragment
def _show_programme(open_: OpenGroup) -> None:
    """Drawn alone when the programme changes, and with the page when what is shown elsewhere does."""
    with problems.told():
        if st.session_state["around_programme"] != _around(open_):
            st.rerun()
        with st.container(key="coach_days"):
            st.header(markdown(wording.DAYS), anchor="programme")
            programme_wishes.ask(open_)
            edited, error = programme_saving.standing(open_)
            programme_saving.tell(open_, programme_saving.FIRST)
            programme_wishes.tell(open_, edited, error)
            programme_days.show(open_, edited)
        with st.container(key="coach_after"):
            _show_after(open_, edited.programme)


def _around(open_: OpenGroup) -> object:
    """What a change of the programme may change elsewhere on the page."""
    choices = programme_saving.held(open_).choices
    said = choices.occasion
    return bool(said.dates), said.title, said.place, said.contact, choices.parcours


def _lead(open_: OpenGroup) -> str:
    group = open_.group
    known = any(each.level is not None for each in group.participants)
    level = open_.edition.placement.levels[group.level].label
    people = wording.people(len(group.participants))
    return (wording.LEAD if known else wording.LEAD_UNKNOWN).format(people=people, level=level)


def _contents() -> str:
    links = "".join(f'<li><a href="#{anchor}">{markup(title)}</a></li>' for anchor, title in SECTIONS)
    title = markup(wording.CONTENTS)
    return f'<nav class="contents" aria-label="{title}"><p>{title}</p><ul>{links}</ul></nav>'


def _show_after(open_: OpenGroup, programme: Programme) -> None:
    st.header(markdown(wording.AFTER), anchor="suite")
    lines = list(programme.after)
    dates = _dates(open_, programme)
    last = next((each for each in reversed(dates) if each), None)
    if last:
        follow = last + datetime.timedelta(weeks=open_.edition.programme.follow_up_weeks)
        lines.append(wording.FOLLOW_UP_ON.format(day=told_day(follow)))
    told = "".join(f"<li>{markup(each)}</li>" for each in lines)
    between = asked_between(*dates[:2], open_.edition.programme) if len(dates) > 1 else ""
    notice = open_.edition.catalogue.offers_notice
    st.html(
        (f"<p><strong>{markup(wording.BETWEEN)}.</strong> {markup(between)}</p>" if between else "")
        + f'<ul>{told}</ul><p class="note">{markup(notice)}</p>'
    )


def _dates(open_: OpenGroup, programme: Programme) -> tuple[datetime.date | None, ...]:
    return programme_saving.held(open_).choices.occasion.dated(len(programme.days))


def _lead_back(name: str) -> None:
    if st.button(markdown(wording.BACK), key="back_to_gathering"):
        st.switch_page(paths.GATHERING, query_params={gathering_opened.PARAMETER: name})


show()
