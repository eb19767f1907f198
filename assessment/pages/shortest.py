"""An Assessment in, the smallest sets of answers that consolidate the stage or reach the next one, drawn."""

from collections.abc import Collection

import streamlit as st

from assessment.engine.assess import Assessment
from assessment.engine.levers import stays_here
from assessment.engine.path import Path, path_to_consolidate, path_to_next
from assessment.pages import wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.supposing import offer_trial
from assessment.report import wording as told
from assessment.report.paths_told import StepTold, steps_told
from assessment.report.standing import stage_known, stage_name


def show(assessment: Assessment) -> None:
    """Both paths, with what each would leave to do."""
    with st.container(key="section_shortest"):
        st.header(markdown(wording.PATH), anchor=False)
        if assessment.project is None or not stage_known(assessment):
            reason = wording.PATH_NO_PROJECT if assessment.project is None else wording.PATH_STAGE_UNKNOWN
            st.html(f"<p>{markup(reason)}</p>")
            return
        st.html(f"<p>{markup(wording.PATH_FEWEST)}</p>")
        _show_path("consolidate", wording.PATH_TO_CONSOLIDATE, path_to_consolidate(assessment), assessment)
        following = path_to_next(assessment)
        if following is None:
            st.html(f"<p>{markup(wording.PATH_LAST)}</p>")
        else:
            _show_path("next", wording.PATH_TO_NEXT, following, assessment)


def _show_path(key: str, title: str, path: Path, assessment: Assessment) -> None:
    with st.container(key=f"path_{key}"):
        st.subheader(markdown(title.format(stage=stage_name(assessment, path.stage))), anchor=False)
        if key == "next" and stays_here(assessment.facts):
            st.html(f"<p>{markup(told.NOTHING_EXPECTED)}</p>")
        if not path.steps:
            st.html(f"<p>{markup(wording.PATH_CONSOLIDATED)}</p>")
            return
        st.html(_drawn(steps_told(path.steps, assessment)))
        answers = {step.question: step.option for step in path.steps}
        offer_trial(answers, f"path_{key}")
        if path.then:
            with st.expander(markdown(wording.PATH_THEN.format(count=len(path.then))), type="compact"):
                st.html(_drawn(steps_told(path.then, assessment)))


def _drawn(steps: Collection[StepTold]) -> str:
    return f'<ol class="steps">{"".join(map(_step, steps))}</ol>'


def _step(step: StepTold) -> str:
    wanted = markup(wording.STEP_ANSWER.format(answer=step.answer))
    now = markup(wording.STEP_NOW.format(answer=step.now))
    return (
        f'<li><strong>{markup(step.missing)}</strong> <span class="badge">{markup(step.effort)}</span>'
        f'<p>{markup(step.question)}</p><p>{wanted}</p><p class="note">{now}</p></li>'
    )
