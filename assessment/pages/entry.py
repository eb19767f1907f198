"""The script behind every page: the pages, the one that was asked for, and what stands on all of them."""

from copy import copy

import streamlit as st

from assessment.pages import (
    closed,
    content,
    escaped,
    keeping,
    navigation,
    problems,
    reconnecting,
    returning,
    saved,
)
from assessment.pages import wording as words
from assessment.pages import wording_of_dossier as told

reconnecting.watch()
page = st.navigation([copy(each) for each in navigation.pages()], position="top")
st.set_page_config(page_title=words.WINDOW.format(page=page.title), layout="centered")
if content.in_preview():
    from assessment.pages import preview  # a visitor never needs the proofs

    preview.follow()
with problems.told():
    returning.come_back()
    keeping.follow()
    if st.session_state["closed"]:
        closed.tell(st.session_state["closed"])
        st.stop()
    saved.tell_not_saved()
    if st.session_state["reworded"]:
        st.html(f'<p class="aside">{escaped.markup(told.REWORDED)}</p>')
    page.run()
