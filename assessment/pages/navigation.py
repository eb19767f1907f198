"""Every page of the tool, with its name in the menu."""

from functools import lru_cache

import streamlit as st

from assessment.pages import paths
from assessment.pages import wording as words
from assessment.pages import wording_of_dossier as told
from assessment.pages import wording_of_earlier as earlier
from assessment.pages import wording_of_gatherings as gathered
from assessment.pages import wording_of_portfolio as many
from assessment.pages import wording_of_programme as coached
from assessment.pages import wording_of_project as one_project
from assessment.pages import wording_of_result as in_short


@lru_cache(maxsize=1)
def pages() -> tuple[st.Page, ...]:
    """The pages, the first one first: made once, since Streamlit looks for the file of each.

    Running one marks it as run: each run of a script takes a copy.
    """
    return (
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
    )
