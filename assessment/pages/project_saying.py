"""What the owner says of a project in, the same kept out: notes, decisions, second readings, blind reading."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from assessment.engine.answers import clean
from assessment.errors import StorageError
from assessment.pages import problems
from assessment.pages import wording_of_project as words
from assessment.pages.portfolio_opened import OpenPortfolio
from assessment.storage.opening import the_gatherings

#: Project ("" for the whole gathering), kind, key, value.
Said = tuple[str, str, str, Any]
#: Signs of a reason, and of a note.
LONGEST_REASON, LONGEST_NOTE = 1_000, 4_000
#: Where it is kept how often a widget was emptied.
_ROUNDS = "rounds"


def say(opened: OpenPortfolio, place: str, *said: Said) -> bool:
    """Whether it was kept; what cannot be kept says why, and nothing typed is lost. *place*: where it is said from."""
    gathering = opened.gathering
    seen = st.session_state.get(_seen(opened, place), gathering.seq)
    try:
        the_gatherings().note(opened.owner, gathering.id, said, seen)
    except StorageError as error:
        problems.show(error, words.NOT_KEPT)
        return False
    return True


def fresh(name: str) -> str:
    """The key of a widget: another one once what it held was kept, so that it is empty again."""
    return f"{name}_{st.session_state.get(_ROUNDS, {}).get(name, 0)}"


def draw_again(*names: str) -> None:
    """Draw the page again, with what was kept; the widgets called so are new ones."""
    rounds = st.session_state.setdefault(_ROUNDS, {})
    for name in names:
        rounds[name] = rounds.get(name, 0) + 1
    st.rerun()


def note_what_is_seen(opened: OpenPortfolio, place: str) -> None:
    """Remember the last entry that *place* shows: what others say after it is a conflict, and not overwritten."""
    st.session_state[_seen(opened, place)] = opened.gathering.seq


def cleaned(text: str | None, longest: int) -> str:
    """A text that is safe to keep; its lines stay lines."""
    lines: Sequence[str] = [clean(line, longest) for line in (text or "").splitlines()]
    return "\n".join(lines).strip()[:longest]


def _seen(opened: OpenPortfolio, place: str) -> str:
    return f"seen_{opened.gathering.id}_{place}"
