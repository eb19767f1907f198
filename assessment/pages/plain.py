"""Page: the gist of the result in the plainest French, for anyone."""

import streamlit as st

from assessment.engine.assess import assess
from assessment.pages import paths, saved, state
from assessment.pages import wording_of_result as words
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.pages.waiting import wait
from assessment.report.plain import Part, plainly


def show() -> None:
    """Show the gist of this visit's result."""
    edition = opened()
    state.begin()
    answers = state.answers(edition, saved.today())
    if answers is None:
        wait("plain")
        return
    head(words.PLAIN_TITLE, place="plain")
    about = " · ".join(filter(None, (answers.subject.name, words.PLAIN_LEAD)))
    st.html(f'<p class="eyebrow">{markup(about)}</p>')
    with st.container(key="plainly"):
        for part in plainly(assess(answers, edition)):
            _show(part)
    if st.button(markdown(words.PLAIN_BACK), key="whole_result"):
        st.switch_page(paths.RESULT)


def _show(part: Part) -> None:
    st.header(markdown(part.title), anchor=False)
    st.html("".join(f"<p>{markup(sentence)}</p>" for sentence in part.sentences))


show()
