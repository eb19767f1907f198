"""Page: the shortest way ahead, why an item is not proposed, and what other answers would change."""

import streamlit as st

from assessment.engine.assess import assess
from assessment.pages import saved, shortest, state, what_if, why_not, wording
from assessment.pages.content import opened
from assessment.pages.escaped import markup
from assessment.pages.heading import head
from assessment.pages.waiting import wait


def show() -> None:
    """Show what can be tried with this visit's answers."""
    edition = opened()
    state.begin()
    answers = state.answers(edition, saved.today())
    if answers is None:
        wait("explore")
        return
    tried, target = st.session_state.get("tried", 0), st.session_state.pop("explore_target", None)
    head(wording.EXPLORE_TITLE, place=f"explore {tried}", target=target)
    st.html(f'<p class="lead">{markup(wording.EXPLORE_LEAD)}</p>')
    assessment = assess(answers, edition)
    for section in (shortest, why_not, what_if):
        section.show(assessment)


show()
