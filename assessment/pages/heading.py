"""A page's heading, where the eye and the keyboard arrive when a page or a screen changes.

The script of every page does it, once it sees the mark of another screen.
"""

import streamlit as st

from assessment.pages.escaped import markup


def head(text: str, *, place: str, target: str | None = None) -> None:
    """The heading of a page; *place* names the screen, *target* the key of a container below to go to instead."""
    st.html(drawn(text, place=place, target=target))


def drawn(text: str, *, place: str, target: str | None = None) -> str:
    """The same as markup, for a page that draws its first screen in one piece."""
    return f"<h1>{markup(text)}</h1>{mark(text, place, target)}"


def mark(text: str, place: str, target: str | None) -> str:
    """What the script of every page sees.

    The private link that was just made stands there too, for this browser to come in by: every page has a heading.
    """
    said = {"place": place, "heading": text, "target": target, "token": st.session_state.get("token")}
    told = "".join(f' data-{name}="{markup(value)}"' for name, value in said.items() if value)
    return f"<i hidden{told}></i>"
