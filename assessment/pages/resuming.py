"""An answer file that was dropped in, its answers taken up or its problems told out."""

import streamlit as st

from assessment.content.yaml_text import parse
from assessment.engine.reading import read_answers
from assessment.errors import AssessmentError
from assessment.pages import changes, paths, problems, wording
from assessment.pages.content import opened_for
from assessment.pages.escaped import markdown, markup


def offer() -> None:
    """Offer to take up an answer file, and say what came of the last one."""
    st.header(markdown(wording.RESUME), anchor=False)
    st.html(f"<p>{markup(wording.RESUME_TEXT)}</p>")
    # Any type of file is let in: what is wrong with it is told in French, by us.
    st.file_uploader(
        markdown(wording.RESUME_LABEL), key="file_dropped", on_change=_take_up, label_visibility="collapsed"
    )
    if st.session_state["file_dropped"] is None:
        return
    if error := st.session_state.get("not_resumed"):
        problems.show(error, wording.NOT_RESUMED)
        return
    st.html(f'<p class="aside" role="status">{markup(wording.RESUMED)}</p>')
    with st.container(horizontal=True):
        if st.button(markdown(wording.CONTINUE), type="primary", key="resumed_continue"):
            st.switch_page(paths.ANSWER)
        if st.button(markdown(wording.SEE_RESULT), key="resumed_result"):
            st.switch_page(paths.RESULT)


def _take_up() -> None:
    """Read the file once, when it arrives."""
    st.session_state["not_resumed"] = None
    dropped = st.session_state["file_dropped"]
    if dropped is None:
        return
    try:
        data = parse(dropped.getvalue(), dropped.name).data
        changes.resume(read_answers(data, opened_for(data)))
    except AssessmentError as error:
        st.session_state["not_resumed"] = error
