"""Page: what changed since an earlier day: in the answers, then in the result, because of them or of the edition."""

import streamlit as st

from assessment.engine.assess import Assessment
from assessment.pages import earlier_days, earlier_edition, keeping, paths, returning, state
from assessment.pages import wording_of_earlier as wording
from assessment.pages.assessed import begin_page
from assessment.pages.earlier_compared import Compared, assessed, choose
from assessment.pages.earlier_drawn import LOOK, listed, show_asked, show_moves, show_result
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.report.earlier_told import tell_answers, tell_left, tell_result, tell_stage
from assessment.report.wording import told_day
from assessment.storage.past import readable


def show() -> None:
    """Show what changed since an earlier day."""
    found = begin_page("earlier")
    if found is None:
        return
    days = earlier_days.known()
    head(wording.TITLE if days else wording.NOTHING_YET, place="earlier")
    if not days:
        text = wording.NOTHING_YET_TEXT if keeping.holder() else wording.NOT_KEPT_TEXT
        st.html(f'<p class="lead">{markup(text)}</p>')
    else:
        st.html(LOOK)
        compared = choose(days)
        before, after = assessed(compared.was, found.edition), found.assessment
        _show_answers(before, after, compared)
        _show_result(before, after, compared)
        earlier_edition.show(compared)
    if st.button(markdown(wording.SEE_RESULT), type="primary"):
        returning.go(paths.RESULT)


def _show_answers(before: Assessment, after: Assessment, compared: Compared) -> None:
    told, edition, columns = tell_answers(before, after), after.edition, compared.columns
    screens = {}
    if st.session_state["right"] == "answer":
        screens = {question.id: step.id for step in state.current_steps(edition) for question in step.questions}
    with st.container(key="section_earlier_answers"):
        st.header(markdown(wording.ANSWERS), anchor=False)
        if told.stay:
            st.html(f"<p>{markup(wording.SAME_ANSWERS.format(day=told_day(compared.day)))}</p>")
        show_asked(wording.CHANGED, told.changed, columns, screens, "changed")
        show_asked(wording.GIVEN, told.given, columns, screens, "given")
        show_asked(wording.TAKEN_BACK, told.taken_back, columns, screens, "taken_back")
        show_asked(wording.SHOWN, told.shown, columns, screens, "shown")
        show_moves(wording.ABOUT, told.about, columns)
        left = tell_left(readable(compared.was, edition).left, edition)
        if left:
            st.subheader(markdown(wording.LEFT), anchor=False)
            st.html(f"<p>{markup(wording.LEFT_TEXT)}</p>{listed(left)}")


def _show_result(before: Assessment, after: Assessment, compared: Compared) -> None:
    told = tell_result(before, after)
    with st.container(key="section_earlier_result"):
        st.header(markdown(wording.RESULT), anchor=False)
        if not told.stays:
            st.html(f"<p>{markup(wording.RESULT_TEXT)}</p>")
        same = wording.SAME_RESULT.format(day=told_day(compared.day))
        show_result(told, compared.columns, tell_stage(told, compared.day), same)


show()
