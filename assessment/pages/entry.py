"""The script behind every page: the look, the pages, and the one that was asked for."""

import streamlit as st

from assessment.pages import (
    closed,
    content,
    escaped,
    keeping,
    paths,
    problems,
    reconnecting,
    returning,
    saved,
)
from assessment.pages import wording as words
from assessment.pages import wording_of_dossier as told
from assessment.pages import wording_of_earlier as earlier
from assessment.pages import wording_of_gatherings as gathered
from assessment.pages import wording_of_portfolio as many
from assessment.pages import wording_of_programme as coached
from assessment.pages import wording_of_project as one_project
from assessment.pages import wording_of_result as in_short

reconnecting.watch()
page = st.navigation(
    [
        st.Page(paths.HOME, title=words.HOME, default=True),
        st.Page(paths.ANSWER, title=words.ANSWER),
        st.Page(paths.RESULT, title=words.RESULT),
        st.Page(paths.PLAIN, title=in_short.PLAIN, visibility="hidden"),  # the result leads there
        st.Page(paths.EXPLORE, title=words.EXPLORE),
        st.Page(paths.DOSSIER, title=told.DOSSIER),
        st.Page(paths.EARLIER, title=earlier.EARLIER, visibility="hidden"),  # nothing to compare at first
        st.Page(paths.GATHERINGS, title=gathered.GATHERINGS),
        st.Page(paths.GATHERING, title=gathered.GATHERING, visibility="hidden"),  # for its owner
        st.Page(paths.TAKE_PART, title=gathered.TAKE_PART, visibility="hidden"),  # for whoever is invited
        st.Page(paths.PORTFOLIO, title=many.PORTFOLIO, visibility="hidden"),  # a gathering leads there
        st.Page(paths.PROJECT, title=one_project.PROJECT, visibility="hidden"),  # a portfolio leads there
        st.Page(paths.COMPARE, title=one_project.COMPARE, visibility="hidden"),
        st.Page(paths.PROGRAMME, title=coached.PROGRAMME, visibility="hidden"),  # a gathering leads there
        st.Page(paths.ABOUT, title=words.ABOUT),
    ],
    position="top",
)
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
