"""A reason of the result in, its question and the way back to the result out: one click each way."""

import streamlit as st

from assessment.pages import paths
from assessment.pages import wording_of_answering as wording
from assessment.pages.escaped import markdown
from assessment.report.document import Report


def offer(question: str) -> None:
    """Below the *question* that a reason of the result led to, the way back to where that reason stands."""
    section = st.session_state["came_from"]
    if section and question == st.session_state["target"] and st.button(markdown(wording.BACK_TO_RESULT), key="back"):
        st.session_state["back_at"] = section
        st.switch_page(paths.RESULT)


def arrival(report: Report) -> str | None:
    """The key of the section of *report* that whoever comes back arrives at, once; None when it is no longer there."""
    section = st.session_state.pop("back_at", None)
    return f"section_{section}" if any(each.id == section for each in report.sections) else None
