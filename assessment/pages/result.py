"""Page: where the project stands, what is missing, what to do, and the reasons for every line."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from assessment.engine.assess import assess
from assessment.pages import (
    actions,
    continuing,
    earlier_days,
    paths,
    resuming,
    saved,
    state,
    taking_away,
    way_back,
    wording,
)
from assessment.pages import wording_of_dossier as told
from assessment.pages import wording_of_result as words
from assessment.pages.content import opened
from assessment.pages.dimensions import show_dimensions
from assessment.pages.escaped import markdown, markup
from assessment.pages.first_screen import show_essentials, show_summary
from assessment.pages.heading import head
from assessment.pages.lines import drawn_reason, show_contents, show_section
from assessment.pages.stations import drawn
from assessment.pages.waiting import wait
from assessment.report.document import Profile, Report
from assessment.report.essentials import Essential, essentials
from assessment.report.sections import tell
from assessment.report.wording import told_day


def show() -> None:
    """Show the result of this visit's answers."""
    edition = opened()
    state.begin()
    today = saved.today()
    answers = state.answers(edition, today)
    if answers is None:
        wait("result")
        return
    earlier_days.note()
    assessment = assess(answers, edition)
    report = tell(assessment, today)
    _show_opening(report, essentials(assessment, report.sections))
    resuming.tell_origin()
    continuing.offer(edition)
    earlier_days.offer()
    taking_away.offer(report, answers, edition)
    if st.session_state["token"]:  # known to this tab only, and the only way back
        st.page_link(paths.DOSSIER, label=markdown(told.LINK_HERE))
    _invite_to_explore()
    show_contents(report.sections, actions.contents(report))
    screens = {question.id: step.id for step in state.current_steps(edition) for question in step.questions}
    for section in report.sections:
        if section.id == "profile" and report.profile and report.stage_line:
            from assessment.pages.chart import show_profile  # altair and pandas are heavy, and only needed here

            show_section(section, screens, before=lambda: _show_profile(report, screens, show_profile))
        else:
            show_section(section, screens)
        if section.id == "recommendations":
            actions.choose(report)
    if not report.section("recommendations"):
        actions.choose(report)
    _show_answers(report)


def _show_opening(report: Report, gist: Sequence[Essential]) -> None:
    """Everything that matters first, on one screen: each card leads to its section."""
    about = " · ".join(filter(None, (report.title, report.subject, report.day and told_day(report.day))))
    st.html(f'<p class="eyebrow">{markup(about)}</p>')
    with st.container(key="opening"):
        head(report.headline, place="result", target=way_back.arrival(report))
        if report.stage_line:
            st.html(drawn(report.stage_line))
        show_summary(report)
        show_essentials(gist)
        for notice in report.notices:
            st.html(f'<p class="note">{markup(notice)}</p>')


def _invite_to_explore() -> None:
    with st.container(key="exploring"):
        st.html(f"<p>{markup(wording.EXPLORE_TEXT)}</p>")
        with st.container(horizontal=True):
            if st.button(markdown(wording.EXPLORE_THIS), key="explore"):
                st.switch_page(paths.EXPLORE)
            if st.button(markdown(words.PLAIN_LINK), key="plain"):
                st.switch_page(paths.PLAIN)


def _show_profile(
    report: Report, screens: Mapping[str, str], chart: Callable[[Profile, tuple[str, ...]], None]
) -> None:
    chart(report.profile, report.stage_line.stations)
    show_dimensions(report.profile, report.stage_line.stations, screens)


def _show_answers(report: Report) -> None:
    with st.expander(markdown(f"{wording.ANSWERS} ({len(report.answers)})"), key="all_answers"):
        screen = None
        for reason in report.answers:
            if reason.screen != screen:
                st.subheader(markdown(reason.screen or ""), anchor=False)
                screen = reason.screen
            st.html(drawn_reason(reason))


show()
