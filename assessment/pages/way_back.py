"""A reason of the result in, its question and the way back to that very line out: one click each way."""

import streamlit as st

from assessment.pages import dimensions, lines, paths, returning
from assessment.pages import wording_of_answering as wording
from assessment.pages.escaped import markdown
from assessment.report.document import Report


def offer(question: str) -> None:
    """Below the *question* that a reason of the result led to, the way back to the line where that reason stands."""
    line = st.session_state["came_from"]
    if line and question == st.session_state["target"] and st.button(markdown(wording.BACK_TO_RESULT), key="back"):
        st.session_state["back_at"] = line
        returning.go(paths.RESULT)


def arrival(report: Report) -> str | None:
    """Where whoever comes back arrives, once: at the line they left, else at its section, else nowhere in particular.

    An answer that changed may have taken the line away.
    """
    key = st.session_state.pop("back_at", None)
    if key is None:
        return None
    if key in (*(each for each, _, _ in lines.keyed(report)), *dimensions.keys(report)):
        return key
    section = key.partition(" ")[0]
    return lines.anchor(section) if any(each.id == section for each in report.sections) else None
