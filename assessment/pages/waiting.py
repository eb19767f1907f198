"""What a page about a result says while there is none."""

import streamlit as st

from assessment.pages import paths, wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head


def wait(place: str) -> None:
    """Say that answers come first, and lead to them."""
    head(wording.NO_ANSWERS, place=place)
    st.html(f'<p class="lead">{markup(wording.NO_ANSWERS_TEXT)}</p>')
    if st.button(markdown(wording.START), type="primary"):
        st.switch_page(paths.HOME)
