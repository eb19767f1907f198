"""What a gathering received in, the list of it out: a page at a time, in order of arrival, the set aside ones apart."""

from collections.abc import Sequence
from typing import Any, TypeVar

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import problems
from assessment.pages import wording_of_gatherings as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.gathering_received import Received
from assessment.pages.saved import local
from assessment.portfolio.duplicates import Change, bring_back, given_on
from assessment.report.wording import told_day
from assessment.storage.gathered import Deposited, Gathering
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import Owner

#: Projects on one page.
AT_ONCE = 20
#: How one of them stands: its words, then what can be done with it.
IN_LINE: dict[str, Any] = {"horizontal": True, "horizontal_alignment": "distribute", "vertical_alignment": "center"}

Each = TypeVar("Each")


def show(owner: Owner, gathering: Gathering, received: Received) -> None:
    """The section of the owner's page."""
    st.header(markdown(wording.PROJECTS.format(count=len(received.there))), anchor=False)
    if error := st.session_state.pop("projects_error", None):
        problems.show(error, wording.NOT_DONE)
    if received.blind:
        st.html(f'<p class="note">{markup(wording.BLIND)}</p>')
    if not received.there:
        st.html(f"<p>{markup(wording.NO_PROJECT)}</p>")
    for each in _page(gathering.id, received.there):
        _show(each, owner, gathering, received)
    if received.aside:
        with st.expander(markdown(wording.ASIDE.format(count=len(received.aside))), key="aside"):
            for each, kept in _page(f"{gathering.id}_aside", received.aside):
                _show_aside(each, kept, owner, gathering, received)


def note(owner: Owner, changes: Sequence[Change], seen: int) -> None:
    """Keep what the owner chose; what others chose meanwhile is told, and nothing is lost."""
    try:
        the_gatherings().note(owner, owner.gathering, changes, seen)
    except StorageError as error:
        st.session_state["projects_error"] = error


def facts(project: Deposited, *, blind: bool) -> str:
    """When a project came, where it comes from, what its owner may see of it: in words."""
    day = given_on(project)
    told = [wording.GIVEN_ON.format(day=told_day(day))] if day else []
    told += [wording.RECEIVED.format(day=told_day(local(project.at).date())), wording.ORIGINS[project.origin]]
    if project.source and not blind:
        told[-1] += f" ({project.source})"
    if project.origin == "deposit":
        told.append(wording.SHARED.get(tuple(project.shares), wording.SHARED["result",]))
    return ", ".join(told)


def _page(key: str, projects: Sequence[Each]) -> Sequence[Each]:
    """Those of the page that is shown, and the buttons to the others; *key* tells one list from another."""
    pages = st.session_state.setdefault("projects_pages", {})
    last = max(0, (len(projects) - 1) // AT_ONCE)
    place = pages[key] = min(pages.get(key, 0), last)
    shown = projects[place * AT_ONCE : (place + 1) * AT_ONCE]
    if last:
        first = place * AT_ONCE + 1
        told = wording.PAGE.format(first=first, last=first + len(shown) - 1, count=len(projects))
        st.html(f'<p class="note" role="status">{markup(told)}</p>')
        with st.container(horizontal=True):
            for step, label, end in ((-1, wording.EARLIER, 0), (1, wording.LATER, last)):
                st.button(
                    markdown(label),
                    key=f"turn_{key}_{step}",
                    disabled=place == end,
                    on_click=_turn,
                    args=(key, step),
                )
    return shown


def _turn(key: str, step: int) -> None:
    pages = st.session_state["projects_pages"]
    pages[key] = max(0, pages[key] + step)


def _show(project: Deposited, owner: Owner, gathering: Gathering, received: Received) -> None:
    name = received.name(project.id)
    with st.container(key=f"received_{project.id}", **IN_LINE):
        told = markup(facts(project, blind=received.blind))
        st.html(f'<p><strong>{markup(name)}</strong><br><span class="note">{told}</span></p>')
        if not (project.withdrawable or gathering.looks_only):
            label = markdown(wording.REMOVE.format(name=name))
            st.button(label, key=f"remove_{project.id}", type="tertiary", on_click=_ask_first, args=(project.id,))
    if st.session_state.get("removing") == project.id:
        _ask_to_remove(project.id, owner)


def _ask_first(project: str) -> None:
    st.session_state["removing"] = project


def _ask_to_remove(project: str, owner: Owner) -> None:
    """What would be lost, before it is."""
    with st.container(key="removing", border=True):
        st.html(f'<p role="alert">{markup(wording.REMOVE_SURE)}</p>')
        with st.container(horizontal=True):
            st.button(markdown(wording.REMOVE_NOW), key="remove_now", on_click=_remove, args=(owner, project))
            st.button(markdown(wording.REMOVE_NOT), key="remove_not", on_click=_ask_first, args=("",))


def _show_aside(project: Deposited, kept: str, owner: Owner, gathering: Gathering, received: Received) -> None:
    name, other = received.name(project.id), received.name(kept)
    why = wording.ASIDE_FOR.format(name=other) if other else wording.ASIDE_FOR_GONE
    with st.container(key=f"aside_{project.id}", **IN_LINE):
        told = markup(f"{facts(project, blind=received.blind)}, {why}")
        st.html(f'<p><strong>{markup(name)}</strong><br><span class="note">{told}</span></p>')
        if not gathering.looks_only:
            st.button(
                markdown(wording.BRING_BACK.format(name=name)),
                key=f"bring_back_{project.id}",
                type="tertiary",
                on_click=note,
                args=(owner, bring_back(project.id), gathering.seq),
            )


def _remove(owner: Owner, project: str) -> None:
    st.session_state["removing"] = ""
    try:
        the_gatherings().remove(owner, owner.gathering, project)
    except StorageError as error:
        st.session_state["projects_error"] = error
