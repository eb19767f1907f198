"""HTML of ours in, a piece of the page out that shows it; its buttons are heard.

Streamlit's own `st.html` looks through every element again for what a stranger could have put there, which takes longer
than all the rest of a long page; here every text is escaped where it is drawn (escaped.py), and the policy of the pages
lets no script in. One component, early on the page, holds the markup of all pieces and hears all their buttons: one of
its own for each piece would draw it after the first paint, and a button of Streamlit's for each line take longer still.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, get_args
from zlib import crc32

import streamlit as st

from assessment.pages import wording_of_actions as wording
from assessment.report.typography import french

Deed = Literal["take", "review", "go"]

_WIDGET = "unseen_presses"
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_component = st.components.v2.component("jalons_pieces", js=_SCRIPT, isolate_styles=False)


@dataclass(frozen=True, slots=True)
class Press:
    """What a browser says was pressed: a *deed*, the key of its *line*, and what it is *about*: a question, a page.

    *number* tells it from any other press. *line* and *about* may be anything: whoever acts looks for them.
    """

    number: str
    deed: Deed
    line: str
    about: str


@dataclass(frozen=True, slots=True)
class Around:
    """What the pieces of a page share: who acts (*act*) on what is pressed, before the page is drawn again.

    *taken*: keys of the lines that are among the next actions; *full*: of those that found no room there; *target*: the
    id of the place where the next actions are.
    """

    act: Callable[[Press], None]
    taken: Collection[str]
    full: Collection[str]
    target: str


def show(name: str, html: str) -> None:
    """Show the piece called *name* here, whose markup is held."""
    st.html(f'<div class="drawn" data-piece="{name}" data-version="{_version(html)}"></div>')


def folded(html: str) -> str:
    """What stands in a fold of a piece: text until the page stands, so that it does not wait for what nobody sees."""
    return f'<script type="text/plain">{html}</script>'


def hold(pieces: Mapping[str, str], around: Around) -> None:
    """Hold the markup of *pieces* by name, and hear their buttons; what `show` shows them stands below."""
    state = st.session_state

    def take() -> None:
        press = press_told(str(state[_WIDGET].get("told") or ""))
        if press and press.number != state.get("heard"):  # told again before it was known to be heard
            state["heard"] = press.number
            around.act(press)

    before, _, after = french(wording.TAKEN).partition("{link}")
    words = (f"✓ {before}", french(wording.TAKEN_LINK), after, french(wording.FULL))
    # Flat texts: Streamlit looks for tables in anything else, at each run.
    data = {
        "taken": "\n".join(around.taken),
        "full": "\n".join(around.full),
        "target": around.target,
        "heard": state.get("heard", ""),
        "words": "\n".join(words),
        **{f"html_{name}": html for name, html in pieces.items()},
        **{f"version_{name}": _version(html) for name, html in pieces.items()},
    }
    _component(data=data, key=_WIDGET, on_told_change=take)


def _version(html: str) -> str:
    """What tells a markup from an earlier one, so that a place never shows that; the same after the server restarts."""
    return f"{crc32(html.encode()):x}"


def press_told(text: str) -> Press | None:
    """What one line of text tells; None when it tells no press.

    >>> press_told("7\\treview\\tzones 1\\tEXP1"), press_told("7\\terase\\tzones 1\\t")
    (Press(number='7', deed='review', line='zones 1', about='EXP1'), None)
    """
    told = text.split("\t")
    return Press(*told) if len(told) == len(fields(Press)) and told[1] in get_args(Deed) else None
