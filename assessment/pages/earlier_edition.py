"""A dossier as it was in, what the edition alone changes in its result out: the same answers, two editions."""

import streamlit as st

from assessment.content.edition import Edition
from assessment.errors import ContentError, EditionMissing
from assessment.pages import wording_of_earlier as wording
from assessment.pages.content import opened_for
from assessment.pages.earlier_compared import Compared, assessed
from assessment.pages.earlier_drawn import listed, show_moves, show_result
from assessment.pages.escaped import markdown, markup
from assessment.report.earlier_told import tell_edition, tell_name
from assessment.report.wording import told_day


def show(compared: Compared) -> None:
    """What the edition alone changes: when there is a newer one, or when the one of then is no longer what it was."""
    newest, day, gone = opened_for({}), told_day(compared.day), None
    try:
        then = opened_for({"edition": compared.was.edition})
    except (EditionMissing, ContentError):
        gone = wording.GONE
    if gone is None and st.session_state["reworded"]:
        gone = wording.REWRITTEN
    if gone is None and then.id == newest.id:
        return
    with st.container(key="section_earlier_edition"):
        st.header(markdown(wording.EDITION), anchor=False)
        if gone:
            st.html(f"<p>{markup(gone.format(day=day))}</p>")
        else:
            _show_editions(then, newest, compared)


def _show_editions(then: Edition, newest: Edition, compared: Compared) -> None:
    told = tell_edition(assessed(compared.was, then), assessed(compared.was, newest))
    columns = tell_name(then), tell_name(newest)
    stays = f" {wording.STAYS}" if compared.now.edition != newest.id else ""
    st.html(f"<p>{markup(wording.EDITION_TEXT.format(day=told_day(compared.day)) + stays)}</p>")
    show_result(told.result, columns, None, wording.SAME_EDITION_RESULT)
    if told.left:
        st.subheader(markdown(wording.EDITION_LEFT), anchor=False)
        st.html(listed(f"{text} {answer}" for text, answer in told.left))
    show_moves(wording.REWORDED, told.reworded, columns)
