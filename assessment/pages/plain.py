"""Page: the gist of the result in the plainest French, for anyone."""

import streamlit as st

from assessment.pages import paths
from assessment.pages import wording_of_result as words
from assessment.pages.assessed import begin_page
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.report.plain import Part, plainly


def show() -> None:
    """Show the gist of this visit's result."""
    found = begin_page("plain")
    if found is None:
        return
    head(words.PLAIN_TITLE, place="plain")
    about = " · ".join(filter(None, (found.answers.subject.name, words.PLAIN_LEAD)))
    st.html(f'<p class="eyebrow">{markup(about)}</p>')
    with st.container(key="plainly"):
        st.html("".join(map(_drawn, plainly(found.assessment))))
    st.page_link(paths.RESULT, label=markdown(words.PLAIN_BACK))


def _drawn(part: Part) -> str:
    return f"<h2>{markup(part.title)}</h2>" + "".join(f"<p>{markup(each)}</p>" for each in part.sentences)


show()
