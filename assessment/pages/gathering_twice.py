"""Projects that look like the same one twice in, the choice of the owner out: side by side, none lost."""

from collections.abc import Sequence

import streamlit as st

from assessment.engine.answers import PARTS
from assessment.pages import wording_of_gatherings as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.gathering_projects import facts, note
from assessment.pages.gathering_received import Received
from assessment.portfolio.duplicates import Change, keep, keep_all, latest
from assessment.storage.gathered import Deposited, Gathering
from assessment.storage.principals import Owner

#: Cases on the page, and projects side by side in one of them: the others come when these are settled.
CASES, SIDE_BY_SIDE = 5, 6
ANCHOR = "deux-fois"

Group = tuple[Deposited, ...]


def show(owner: Owner, gathering: Gathering, received: Received) -> None:
    """The section of the owner's page; nothing when no two projects are alike."""
    if gathering.looks_only:
        return
    groups = received.alike
    if not groups:
        return
    st.header(markdown(wording.TWICE), anchor=ANCHOR)
    st.html(f"<p>{markup(wording.TWICE_TEXT)}</p>")
    for group in groups[:CASES]:
        _show(group, owner, gathering, received)
    left = len(groups) - CASES
    if left > 0:
        more = wording.MORE_TWICE_ONE if left == 1 else wording.MORE_TWICE.format(count=left)
        st.html(f'<p class="note">{markup(more)}</p>')
    if len(groups) > 1:
        _offer_for_all(groups, owner, gathering)


def _show(group: Group, owner: Owner, gathering: Gathering, received: Received) -> None:
    first = group[0].id
    with st.container(key=f"twice_{first}", border=True):
        for start in range(0, min(len(group), SIDE_BY_SIDE), 2):
            for place, side in enumerate(st.columns(2), start=start):
                if place < len(group):
                    with side.container(border=True, height="stretch"):
                        _show_side(place, group, owner, gathering, received)
        st.button(
            markdown(wording.KEEP_ALL),
            key=f"keep_all_{first}",
            type="tertiary",
            on_click=note,
            args=(owner, keep_all(group), gathering.seq),
        )


def _show_side(place: int, group: Group, owner: Owner, gathering: Gathering, received: Received) -> None:
    """One of them, and the button that keeps it."""
    each = group[place]
    name = wording.NUMBERED.format(place=place + 1, name=received.name(each.id))
    told = (facts(each, blind=received.blind), _compared(each, group[0]))
    st.html(f"<p><strong>{markup(name)}</strong></p>" + "".join(f"<p>{markup(sentence)}</p>" for sentence in told))
    st.button(
        markdown(wording.KEEP_THIS.format(place=place + 1)),
        key=f"keep_{each.id}",
        on_click=note,
        args=(owner, keep(each.id, group), gathering.seq),
    )


def _compared(project: Deposited, first: Deposited) -> str:
    """How many answers a project gives; for another than the first, whether they are the same."""
    mine, others = _answers(project), _answers(first)
    told = wording.ANSWERED.format(count=len(mine))
    if project.id == first.id:
        return told
    differing = sum(mine.get(name) != others.get(name) for name in {*mine, *others})
    return f"{told}, {wording.DIFFERENT_ANSWERS.format(count=differing) if differing else wording.SAME_ANSWERS}"


def _answers(project: Deposited) -> dict[str, object]:
    found = {}
    for part in PARTS:
        found |= (project.content.get(part) or {}).get("answers") or {}
    return found


def _offer_for_all(groups: Sequence[Group], owner: Owner, gathering: Gathering) -> None:
    firsts: list[Change] = [each for group in groups for each in keep(group[0].id, group)]
    lasts: list[Change] = [each for group in groups for each in keep(group[-1].id, group)]
    newest: list[Change] = [each for group in groups for each in keep(latest(group).id, group)]
    with st.expander(markdown(wording.IN_BULK), key="twice_all"):
        st.html(f"<p>{markup(wording.IN_BULK_TEXT)}</p>")
        with st.container(horizontal=True):
            for key, label, changes in (
                ("newest", wording.KEEP_NEWEST, newest),
                ("first", wording.KEEP_FIRST, firsts),
                ("last", wording.KEEP_LAST, lasts),
            ):
                st.button(
                    markdown(label),
                    key=f"keep_{key}_of_all",
                    on_click=note,
                    args=(owner, changes, gathering.seq),
                )
