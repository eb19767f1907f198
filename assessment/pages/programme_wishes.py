"""What the coach wishes, and what the programme answers: how long, how many hours, what a change gains and loses."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import streamlit as st

from assessment.errors import AnswersError
from assessment.pages import problems
from assessment.pages import programme_saving as saving
from assessment.pages import wording_of_programme as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.programme_opened import OpenGroup
from assessment.programme.editing import Edited
from assessment.programme.group import Group, Need
from assessment.programme.names import listed
from assessment.programme.plan import Programme
from assessment.programme.proposing import Compared, compared, proposal
from assessment.report.typography import french

#: Minutes of work in a day that can be wished for.
HOURS = tuple(range(180, 601, 30))
DISCOVERY = "discovery"


def ask(open_: OpenGroup) -> None:
    """How many days, how many hours."""
    choices = saving.held(open_).choices
    lengths = [name for name in wording.LENGTHS if name == DISCOVERY or int(name) <= _most(open_)]
    st.session_state["wish_length"] = DISCOVERY if choices.discovery else str(choices.days)
    st.session_state["wish_minutes"] = choices.minutes
    with st.container(key="wishes"):
        _fields(open_, lengths, choices.minutes)


def _fields(open_: OpenGroup, lengths: Sequence[str], minutes: int) -> None:
    st.radio(
        markdown(wording.LENGTH),
        lengths,
        format_func=lambda each: markdown(wording.LENGTHS[each]),
        horizontal=True,
        key="wish_length",
        on_change=_length,
        args=(open_,),
    )
    st.selectbox(
        markdown(wording.HOURS),
        sorted({*HOURS, minutes}),
        format_func=lambda each: french(wording.minutes(each)),
        key="wish_minutes",
        on_change=_hours,
        args=(open_,),
    )


def tell(open_: OpenGroup, edited: Edited, error: AnswersError | None) -> None:
    """How many needs are served, what the last change gained and lost, what to watch, and another proposal.

    *error*: why the wishes cannot all be.
    """
    if error:
        problems.show(error, wording.CANNOT)
    held, programme = saving.held(open_), edited.programme
    st.markdown(
        f'<div class="balance" role="status" aria-live="polite">{_balance(open_, edited)}</div>',
        unsafe_allow_html=True,
    )
    with st.container(horizontal=True, key="programme_moves"):
        if held.before:
            st.button(markdown(wording.UNDO), key="programme_undo", on_click=saving.undo, args=(open_,))
        if held.choices.sequences is not None:
            st.button(markdown(wording.PROPOSE), key="programme_propose", on_click=_propose, args=(open_,))
    if held.choices.sequences is not None and st.session_state.get("proposing") == open_.key:
        _show_proposal(open_, programme)


def _balance(open_: OpenGroup, edited: Edited) -> str:
    held, programme = saving.held(open_), edited.programme
    told = f"<p>{markup(_served(programme))}</p>"
    left = _left(programme)
    if left:
        told += f"<p>{markup(wording.NOT_SERVED.format(participants=listed(left)))}</p>"
    if without := _without_need(programme.group):
        told += f'<p class="note">{markup(wording.NO_NEED.format(participants=listed(without)))}</p>'
    if held.choices.sequences is not None:
        if held.edited and held.before:
            told += _change(
                wording.CHANGED_BY, compared(saving.stands(open_.group, held.before[-1])[0].programme, programme)
            )
        told += f'<p class="note">{markup(wording.YOURS)}</p>'
    if general := [each.text for each in edited.cautions if each.day is None and not each.key]:
        told += "".join(f'<p class="watch">{markup(each)}</p>' for each in general)
    return told


def _served(programme: Programme) -> str:
    everybody = len(programme.group.participants)
    reached = len({need.participant for need in programme.covered})
    total = len(programme.covered) + len(programme.missed)
    people = wording.people(reached)
    return wording.SERVED.format(met=len(programme.covered), total=total, people=people, everybody=everybody)


def _left(programme: Programme) -> Sequence[str]:
    """Names of those who need something and get nothing of it."""
    reached = {need.participant for need in programme.covered}
    return list(dict.fromkeys(need.participant for need in programme.missed if need.participant not in reached))


def _without_need(group: Group) -> Sequence[str]:
    """Names of those whose own result proposes no module."""
    needing = {need.participant for need in group.needs}
    return [each.name for each in group.participants if each.name not in needing]


def _change(title: str, found: Compared) -> str:
    if not found.gained and not found.lost:
        return f"<p><strong>{markup(title)}.</strong> {markup(wording.SAME)}</p>"
    group = found.programme.group
    sides = ((wording.GAINED, found.gained), (wording.LOST, found.lost))
    told = "".join(
        f"<dt>{markup(label)} : {len(needs)}</dt><dd>{_needs(needs, group)}</dd>" for label, needs in sides if needs
    )
    return f"<p><strong>{markup(title)}</strong></p><dl>{told}</dl>"


def _needs(needs: Iterable[Need], group: Group) -> str:
    """Module by module, whose needs they are."""
    by: dict[str, list[str]] = {}
    for need in needs:
        by.setdefault(need.module, []).append(need.participant)
    titles = group.edition.items
    return "<br>".join(markup(f"{titles[name].title} : {listed(names)}") for name, names in by.items())


def _propose(open_: OpenGroup) -> None:
    st.session_state["proposing"] = open_.key


def _show_proposal(open_: OpenGroup, programme: Programme) -> None:
    """Another proposal beside the coach's own programme; nothing changes before they take it."""
    choices = saving.held(open_).choices
    try:
        proposed = proposal(open_.group, choices)
    except AnswersError as error:
        problems.show(error, wording.CANNOT)
        return
    names = dict.fromkeys(slot.title for day in proposed.days for slot in day if slot.module)
    with st.container(key="proposed_again", border=True):
        st.html(
            f'<div role="status"><p><strong>{markup(wording.PROPOSED)}</strong></p>'
            f"<p>{markup(wording.PROPOSED_TEXT.format(modules=listed(names)))}</p>"
            f"{_change(wording.AGAINST, compared(programme, proposed))}</div>"
        )
        with st.container(horizontal=True):
            for taken, label in ((True, wording.TAKE), (False, wording.KEEP)):
                st.button(
                    markdown(label), key=f"proposed_{taken}", on_click=_settle, args=(open_,), kwargs={"taken": taken}
                )


def _settle(open_: OpenGroup, *, taken: bool) -> None:
    st.session_state["proposing"] = None
    if taken:
        saving.choose(open_, saving.held(open_).choices.with_days(None))


def _length(open_: OpenGroup) -> None:
    wished = st.session_state["wish_length"]
    discovery = wished == DISCOVERY
    days = 1 if discovery else int(wished)
    saving.choose(open_, replace(saving.held(open_).choices, days=days, discovery=discovery))


def _hours(open_: OpenGroup) -> None:
    saving.choose(open_, replace(saving.held(open_).choices, minutes=int(st.session_state["wish_minutes"])))


def _most(open_: OpenGroup) -> int:
    return open_.edition.programme.days_at_most
