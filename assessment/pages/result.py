"""Page: where the project stands, what is missing, what to do, and the reasons for every line."""

import datetime

import streamlit as st

from assessment.engine.assess import assess
from assessment.pages import keeping, paths, state, taking_away, wording
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.pages.lines import drawn_reason, show_contents, show_section
from assessment.pages.stations import drawn
from assessment.pages.waiting import wait
from assessment.report.document import Report
from assessment.report.sections import tell
from assessment.report.wording import told_day


def show() -> None:
    """Show the result of this visit's answers."""
    edition = opened()
    state.begin()
    today = datetime.date.today()
    answers = state.answers(edition, today)
    if answers is None:
        wait("result")
        return
    if keeping.holder() and st.session_state["right"] == "answer" and not st.session_state.get("result_seen"):
        keeping.record(("result", "", True))
    report = tell(assess(answers, edition), today)
    _show_opening(report)
    taking_away.offer(report, answers, edition)
    _invite_to_explore()
    show_contents(report.sections)
    screens = {question.id: step.id for step in state.current_steps(edition) for question in step.questions}
    for section in report.sections:
        if section.id == "profile" and report.profile and report.stage_line:
            from assessment.pages.chart import show_profile  # altair and pandas are heavy, and only needed here

            show_section(section, screens, before=lambda: show_profile(report.profile, report.stage_line.stations))
        else:
            show_section(section, screens)
    _show_answers(report)


def _show_opening(report: Report) -> None:
    about = " · ".join(filter(None, (report.title, report.subject, report.day and told_day(report.day))))
    st.html(f'<p class="eyebrow">{markup(about)}</p>')
    head(report.headline, place="result")
    if report.stage_line:
        st.html(drawn(report.stage_line))
    if report.summary:
        st.html(f'<p class="lead">{markup(report.summary)}</p>')
    for notice in report.notices:
        st.html(f'<p class="note">{markup(notice)}</p>')


def _invite_to_explore() -> None:
    with st.container(key="exploring"):
        st.html(f"<p>{markup(wording.EXPLORE_TEXT)}</p>")
        if st.button(markdown(wording.EXPLORE_THIS), key="explore"):
            st.switch_page(paths.EXPLORE)


def _show_answers(report: Report) -> None:
    with st.expander(markdown(f"{wording.ANSWERS} ({len(report.answers)})"), key="all_answers"):
        screen = None
        for reason in report.answers:
            if reason.screen != screen:
                st.subheader(markdown(reason.screen or ""), anchor=False)
                screen = reason.screen
            st.html(drawn_reason(reason))


show()
