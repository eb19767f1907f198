"""A page's heading, where the eye and the keyboard arrive when a page or a screen changes.

The script of every page does it, once it sees the mark of another screen.
"""

import streamlit as st

from assessment.pages.escaped import markdown, markup


def head(text: str, *, place: str, target: str | None = None) -> None:
    """The heading of a page; *place* names the screen, *target* the key of a container below to go to instead."""
    st.title(markdown(text), anchor=False)
    there = f' data-target="{markup(target)}"' if target else ""
    with st.container(key="unseen_heading"):
        st.html(f'<i hidden data-place="{markup(place)}" data-heading="{markup(text)}"{there}></i>')
