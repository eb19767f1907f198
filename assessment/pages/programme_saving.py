"""What the coach chooses in, kept in this tab and in the journal of the gathering out; it comes back on every device.

The calendar of a parcours is an entry of its own: both stay short. Nothing chosen is lost: what could not be saved
stays in the tab, with a button that tries again.
"""

from dataclasses import dataclass, field, replace

import streamlit as st

from assessment.errors import AnswersError, StorageError
from assessment.pages import problems, saved
from assessment.pages import wording_of_dossier as told
from assessment.pages import wording_of_programme as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.programme_opened import OpenGroup
from assessment.programme.choices import Choices, from_json, renamed, to_json
from assessment.programme.editing import Edited
from assessment.programme.group import Group
from assessment.programme.proposing import chosen
from assessment.storage.gathered import Noted
from assessment.storage.kept import Conflict
from assessment.storage.opening import the_gatherings

KIND = "programme"
#: Keys of the journal: the programme, and the calendar of a parcours.
DAYS, PARCOURS = "", "parcours"
#: What is held of files that were dropped, whichever they are.
HERE = "here"
#: Where it is said, once, that nothing is kept.
FIRST = "days"
#: How many changes can be taken back.
UNDONE = 50


@dataclass
class Held:
    """What a tab holds of one group: the *choices*, those *before*, and the last entry of the journal it has seen.

    *edited*: whether the last change was one of the programme itself, and not of a wish; *elsewhere*: the whole page is
    to be drawn again; *shown*: the programme of some choices of a group, and why it is not all they say; *heard*,
    *heard_of_steps*: the number of the last change told by the timetable, by the calendar of the parcours.
    """

    choices: Choices
    seen: int = 0
    before: list[Choices] = field(default_factory=list)
    last: Noted | None = None
    error: StorageError | None = None
    edited: bool = False
    elsewhere: bool = False
    shown: tuple[Group, Choices, Edited, AnswersError | None] | None = None
    heard: int = 0
    heard_of_steps: int = 0


def held(open_: OpenGroup) -> Held:
    """What this tab holds, taken from the journal at first."""
    every = st.session_state.setdefault("programmes", {})
    name = open_.id or HERE
    if name not in every:
        every[name] = Held(_noted(open_), seen=max((each.seq for each in open_.journal), default=0))
    return every[name]


def standing(open_: OpenGroup) -> tuple[Edited, AnswersError | None]:
    """The programme that stands; when the wishes cannot all be, the one without what is imposed, and why."""
    return standing_of(held(open_), open_.group)


def standing_of(mine: Held, group: Group) -> tuple[Edited, AnswersError | None]:
    """The same, of what a tab holds."""
    of = mine.shown
    if of is None or of[0] is not group or of[1] != mine.choices:
        mine.shown = of = group, mine.choices, *stands(group, mine.choices)
    return of[2], of[3]


def stands(group: Group, choices: Choices) -> tuple[Edited, AnswersError | None]:
    """The same, of some *choices*."""
    try:
        return chosen(group, choices), None
    except AnswersError as error:
        return chosen(group, replace(choices, imposed=())), error


def choose(open_: OpenGroup, choices: Choices, *, edited: bool = False) -> None:
    """Take up other choices, and save them; *edited*: the programme itself was changed."""
    mine = held(open_)
    if choices == mine.choices:
        return
    mine.before = [*mine.before, mine.choices][-UNDONE:]
    mine.choices, mine.edited = choices, edited
    save(open_)


def undo(open_: OpenGroup) -> None:
    """Take the last change back, and save that."""
    mine = held(open_)
    if mine.before:
        mine.choices, mine.edited = mine.before.pop(), False
        save(open_)


def save(open_: OpenGroup) -> None:
    """Save what is chosen; what goes wrong is told by `tell`."""
    mine = held(open_)
    if open_.owner is None or not open_.is_kept:
        return
    # Ids, not names: names change while projects are read blind, and go when a project is withdrawn.
    ids = {name: each for each, name in open_.known.names.items()}
    days = renamed(replace(mine.choices, parcours=None), ids)
    steps = Choices(parcours=mine.choices.parcours)
    sayings = [("", KIND, DAYS, to_json(days)), ("", KIND, PARCOURS, to_json(steps))]
    try:
        written = the_gatherings().note(open_.owner, open_.id, sayings, mine.seen)
    except StorageError as error:
        mine.error = error
        return
    mine.error, mine.last = None, written[-1]
    mine.seen = max(each.seq for each in written)


def tell(open_: OpenGroup, place: str) -> None:
    """Say what is saved and what is not, and ask about what was changed elsewhere; *place* tells where on the page."""
    mine = held(open_)
    if mine.elsewhere:
        mine.elsewhere = False
        st.rerun()
    if isinstance(mine.error, Conflict):
        _ask(open_, mine, mine.error, place)
    elif mine.error:
        problems.show(mine.error, wording.NOT_SAVED)
        st.button(markdown(wording.TRY_AGAIN), key=f"programme_again_{place}", on_click=save, args=(open_,))
    elif mine.last:
        line = told.SAVED.format(time=saved.clock_time(mine.last.at))
        done = f'<span class="done">{markup(line)}</span><span class="nth">{mine.last.seq}</span>'
        st.markdown(f'<p class="saved" role="status" aria-live="polite">{done}</p>', unsafe_allow_html=True)
    elif not open_.is_kept:
        note = wording.ONLY_LOOK if open_.gathering else wording.NOT_KEPT
        if place == FIRST:
            st.html(f'<p class="note">{markup(note)}</p>')
    else:
        st.markdown('<p class="saved" role="status" aria-live="polite"></p>', unsafe_allow_html=True)


def _ask(open_: OpenGroup, mine: Held, error: Conflict, place: str) -> None:
    with st.container(key=f"programme_conflict_{place}", border=True):
        st.html(
            f'<div role="alert"><p><strong>{markup(wording.CONFLICT)}.</strong></p>'
            f"<p>{markup(wording.CONFLICT_TEXT)}</p></div>"
        )
        with st.container(horizontal=True):
            for theirs, label in ((True, wording.THEIRS), (False, wording.MINE)):
                st.button(
                    markdown(label),
                    key=f"programme_settled_{place}_{theirs}",
                    on_click=_settle,
                    args=(open_, mine, error),
                    kwargs={"theirs": theirs},
                )


def _settle(open_: OpenGroup, mine: Held, error: Conflict, *, theirs: bool) -> None:
    mine.seen, mine.error, mine.elsewhere = max(each.seq for each in error.entries), None, True
    if theirs:
        journal = (*open_.journal, *error.entries)
        mine.choices, mine.before = _noted(replace(open_, journal=journal)), []
    else:
        save(open_)


def _noted(open_: OpenGroup) -> Choices:
    """The choices that the journal holds; what it does not hold, or what is no longer understood, is as at first."""
    method = open_.edition.programme
    first = Choices(minutes=60 * method.hours)
    last = {each.key: each.value for each in open_.journal if each.kind == KIND}
    days = from_json(last[DAYS]) if last.get(DAYS) else None
    steps = from_json(last[PARCOURS]) if last.get(PARCOURS) else None
    found = replace(days or first, parcours=steps.parcours if steps else None)
    return renamed(found, open_.known.names)
