"""Page: the shortest way ahead, why an item is not proposed, and what other answers would change."""

import streamlit as st

from assessment.pages import shortest, what_if, why_not, wording
from assessment.pages.assessed import begin_page
from assessment.pages.escaped import markup
from assessment.pages.heading import head


def show() -> None:
    """Show what can be tried with this visit's answers."""
    found = begin_page("explore")
    if found is None:
        return
    tried, target = st.session_state.get("tried", 0), st.session_state.pop("explore_target", None)
    head(wording.EXPLORE_TITLE, place=f"explore {tried}", target=target)
    st.html(f'<p class="lead">{markup(wording.EXPLORE_LEAD)}</p>')
    for section in (shortest, why_not, what_if):
        section.show(found.assessment)


show()
