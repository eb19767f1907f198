"""Page: where the project stands, what is missing, what to do, and the reasons for every line."""

import streamlit as st

from assessment.pages import (
    actions,
    assessed,
    changes,
    continuing,
    deciding,
    earlier_days,
    gathering_underway,
    heading,
    lines,
    paths,
    pieces,
    result_drawn,
    resuming,
    returning,
    state,
    taking_away,
    way_back,
)
from assessment.pages.assessed import Assessed
from assessment.pages.escaped import markup
from assessment.report.document import Report
from assessment.report.wording import told_day

#: Where a press leads.
PAGES = {
    result_drawn.EXPLORE: paths.EXPLORE,
    result_drawn.PLAIN: paths.PLAIN,
    result_drawn.DOSSIER: paths.DOSSIER,
}


def show() -> None:
    """Show the result of this visit's answers."""
    page = st.session_state.pop("go_to", None)
    if page:
        returning.go(page)
    found = assessed.begin_page("result")
    if found is None:
        return
    report = found.report
    drawn = {"opening": _opening(found, report), **result_drawn.sections(found, _about(found, report))}
    pieces.hold(drawn, _around(report))
    pieces.show("opening", drawn["opening"])
    resuming.tell_origin()
    gathering_underway.offer()
    continuing.offer(found.edition)
    earlier_days.offer()
    taking_away.offer(report, found.answers, found.edition)
    pieces.show("before", drawn["before"])
    actions.choose(report)
    pieces.show("after", drawn["after"])
    earlier_days.note()  # nobody waits for it: the next visit needs it


def _about(found: Assessed, report: Report) -> result_drawn.About:
    asked = state.current_steps(found.edition)
    screens = tuple((question.id, step.id) for step in asked for question in step.questions)
    takes, link = st.session_state["right"] != "read", bool(st.session_state["token"])
    return result_drawn.About(screens, takes, actions.is_shown(report), link)


def _opening(found: Assessed, report: Report) -> str:
    """Everything that matters first, on one screen: each card leads to its section."""
    about = " · ".join(filter(None, (report.title, report.subject, report.day and told_day(report.day))))
    head = heading.drawn(report.headline, place="result", target=way_back.arrival(report))
    return f'<div class="opening"><p class="eyebrow">{markup(about)}</p>{head}{result_drawn.opening(found)}</div>'


def _around(report: Report) -> pieces.Around:
    """Which lines are among the next actions."""
    about = {key: line.about for key, _, line in lines.keyed(report) if line.about}
    held, full_at = {each.about for each in deciding.held().values()}, st.session_state.pop("full_at", None)
    taken, full = ([key for key, each in about.items() if each in wanted] for wanted in (held, (full_at,)))
    return pieces.Around(_act, taken, full, lines.anchor(lines.ACTIONS))


def _act(press: pieces.Press) -> None:
    """Do what was pressed, if it is on the page of this visit."""
    found = assessed.of_this_visit()
    if press.deed == "go":
        st.session_state["go_to"] = PAGES.get(press.about)
    elif found is not None and press.deed == "review":
        _review(found, press)
    elif found is not None and st.session_state["right"] != "read":
        _take(found, press)


def _review(found: Assessed, press: pieces.Press) -> None:
    steps = state.current_steps(found.edition)
    screen = next((step.id for step in steps if press.about in [each.id for each in step.questions]), None)
    if screen:
        changes.review(screen, press.about, press.line)
        st.session_state["go_to"] = paths.ANSWER


def _take(found: Assessed, press: pieces.Press) -> None:
    made = (
        (lines.made_of(section, line), line) for key, section, line in lines.keyed(found.report) if key == press.line
    )
    for what, line in made:
        if what:
            deciding.take(what, line.about)


show()
