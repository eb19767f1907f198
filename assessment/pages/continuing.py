"""A visit in the short version in, one click to all the questions out; nothing otherwise."""

import streamlit as st

from assessment.content.edition import Edition
from assessment.pages import changes, paths, returning, state
from assessment.pages import wording_of_answering as wording
from assessment.pages.asking import minutes_of
from assessment.pages.escaped import markdown, markup


def offer(edition: Edition) -> None:
    """Offer to go on with all the questions, and say how long they take; whoever only reads is offered nothing."""
    if not state.is_short() or st.session_state["right"] == "read":
        return
    minutes = minutes_of(edition, state.CHOICES["project"]) - minutes_of(edition, state.CHOICES["short"])
    with st.container(key="continuing"):
        st.html(f"<p>{markup(wording.GO_WHOLE_TEXT.format(minutes=minutes))}</p>")
        if st.button(markdown(wording.GO_WHOLE), key="go_whole"):
            changes.go_whole()
            returning.go(paths.ANSWER)
