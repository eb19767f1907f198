"""A button that only the script of every page presses, when the connection came back: the page is drawn again."""

import streamlit as st

from assessment.pages import wording
from assessment.pages.escaped import markdown


def watch() -> None:
    """Put the button on the page, where nobody sees or reaches it."""
    st.button(markdown(wording.DRAW_AGAIN), key="draw_again")
