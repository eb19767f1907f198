"""What a click changes in what this visit keeps; widgets call these functions before the page is drawn again."""

from collections.abc import Collection

import streamlit as st

from assessment.content.questionnaire import UNKNOWN, PartId
from assessment.engine.answers import PARTS, Answers, clean
from assessment.pages.state import choice_made, nothing_yet


def keep(kind: str, name: str, widget: str) -> None:
    """Keep what a widget holds: its *kind* is answers or shown, its *name* a question."""
    st.session_state[kind][name] = st.session_state[widget]


def tick(name: str, value: int | str | None) -> None:
    """Tick or untick an option. No tick, no answer."""
    kept = st.session_state["answers"]
    after = ticked(kept.get(name), value)
    if after is None:
        del kept[name]
    else:
        kept[name] = after


def ticked(before: list[int] | str | None, value: int | str | None) -> list[int] | str | None:
    """*before* with *value* ticked or unticked; « ne sait pas » and « aucune » (None) stand alone."""
    if value in (UNKNOWN, None):
        after = UNKNOWN if value == UNKNOWN else []
        return None if before == after else after
    chosen = before if isinstance(before, list) else []
    after = [each for each in chosen if each != value] if value in chosen else [*chosen, value]
    return after or None


def swap(name: str) -> None:
    """Put the options ticked in the opposite order."""
    st.session_state["answers"][name] = st.session_state["answers"][name][::-1]


def rename() -> None:
    """Keep the name that was given."""
    st.session_state["name"] = clean(st.session_state["name_given"])


def go(screen: str, target: str | None = None) -> None:
    """Show a screen, at the question *target* if there is one."""
    st.session_state["screen"], st.session_state["target"] = screen, target


def choose(parts: Collection[PartId]) -> None:
    """Answer *parts*; the doors are always asked last."""
    st.session_state["parts"] = tuple(part for part in PARTS if part in {*parts, "doors"})
    st.session_state["screen"] = None


def resume(found: Answers) -> None:
    """Take up answers that were read from a file."""
    forget()
    st.session_state["edition"] = found.edition
    st.session_state["answers"] = {
        name: list(value) if isinstance(value, tuple) else value for name, value in found.values.items()
    }
    st.session_state["shown"] = dict(found.shown)
    st.session_state["name"] = found.subject.name or ""
    choose([part for part in PARTS if part in found.parts])
    st.session_state["parts_chosen"] = choice_made()


def forget() -> None:
    """Forget everything of this visit."""
    st.session_state.update(nothing_yet())
