"""What a click changes in the answers tried in « Et si … ? », which are kept apart and never are answers."""

from collections.abc import Mapping

import streamlit as st

from assessment.engine.answers import Value
from assessment.pages.changes import ticked


def suppose(name: str, value: Value | None, present: Value | None) -> None:
    """Suppose that the answer to *name* is *value*, instead of the *present* one; None is no answer."""
    supposed = st.session_state["supposed"]
    if value == present:
        supposed.pop(name, None)
    else:
        supposed[name] = value


def suppose_chosen(name: str, widget: str, present: Value | None) -> None:
    """Suppose the option that a widget holds."""
    suppose(name, st.session_state[widget], present)


def suppose_ticked(name: str, value: int | str | None, present: Value | None) -> None:
    """Suppose that an option is ticked or no longer is."""
    before = st.session_state["supposed"].get(name, present)
    after = ticked(list(before) if isinstance(before, tuple) else before, value)
    suppose(name, tuple(after) if isinstance(after, list) else after, present)


def try_out(answers: Mapping[str, Value]) -> None:
    """Suppose these answers and no others, and go and see."""
    st.session_state["supposed"] = dict(answers)
    st.session_state["tried"] = st.session_state.get("tried", 0) + 1
    st.session_state["explore_target"] = "section_what_if"


def take_back(name: str) -> None:
    """Suppose the present answer again."""
    st.session_state["supposed"].pop(name, None)


def restore() -> None:
    """Suppose the present answers again."""
    st.session_state["supposed"] = {}
