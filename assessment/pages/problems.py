"""Problems in, French lines on the page out; a trace never reaches a person."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import streamlit as st

from assessment.errors import AssessmentError, ContentError, Problem
from assessment.pages import wording
from assessment.pages.escaped import markup


@contextmanager
def told() -> Iterator[None]:
    """Whatever a person can mend is told here, and the page stops."""
    try:
        yield
    except AssessmentError as error:
        show(error, wording.CONTENT_PROBLEMS if isinstance(error, ContentError) else wording.ANSWERS_PROBLEMS, "h1")
        st.stop()


def show(error: AssessmentError, title: str, heading: str = "h2") -> None:
    """Every problem on its line, under a title."""
    told = f"<{heading}>{markup(title)}</{heading}>{listed(error.problems)}"
    st.html(f'<section class="problems" role="alert">{told}</section>')


def listed(problems: Iterable[Problem]) -> str:
    """Every problem on its line: where, what, remedy."""
    lines = "".join(
        f"<li><strong>{markup(f'{each.where} :')}</strong> {markup(each.what)} {markup(each.remedy)}</li>"
        for each in problems
    )
    return f"<ul>{lines}</ul>"
