"""Page: an invitation: what is gathered and who sees it; answering, or a report made earlier; then the deposit."""

import streamlit as st

from assessment.content.shelf import in_use
from assessment.errors import AssessmentError, StorageError
from assessment.intake.dropped import read_dropped
from assessment.pages import (
    changes,
    depositing,
    gathering_opened,
    gathering_terms,
    gathering_underway,
    keeping,
    paths,
    problems,
    returning,
    state,
)
from assessment.pages import wording_of_taking_part as wording
from assessment.pages.asking import minutes_of
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.report.wording import told_day
from assessment.storage.gathered import Invitation


def show() -> None:
    """Show the invitation that the address names, or why it does not open here."""
    state.begin()
    try:
        invitation = gathering_opened.invitation_of(gathering_opened.named())
    except StorageError as error:
        gathering_opened.tell_closed(error)
        st.html(f"<p>{markup(wording.CANNOT_OPEN_REMEDY)}</p>")
        return
    _show(invitation)
    gathering_opened.let_this_browser_in(gathering_opened.tokens().get(f"guest {invitation.gathering}"))


def _show(invitation: Invitation) -> None:
    terms = invitation.terms
    head(terms.title, place=f"take part {invitation.gathering}")
    st.html(f'<p class="lead">{markup(wording.INVITED[terms.purpose])}</p>')
    _tell_closing(invitation)
    depositing.tell_withdrawn()
    deposited = depositing.show_deposited(invitation)
    _tell_who_sees(invitation)
    if not invitation.open:
        return
    if st.session_state["right"] == "read":
        st.html(f'<p class="aside">{markup(wording.ONLY_READ)}</p>')
    elif st.session_state["answers"]:
        _go_on(invitation, deposited=deposited)
    else:
        _begin(invitation)


def _tell_closing(invitation: Invitation) -> None:
    closes = invitation.terms.closes
    if invitation.open:
        if closes:
            st.html(f"<p>{markup(wording.UNTIL.format(day=told_day(closes)))}</p>")
        return
    closed = wording.CLOSED_DATE.format(day=told_day(closes)) if closes and invitation.link else wording.CLOSED
    st.html(f'<p class="aside" role="status">{markup(closed)} {markup(wording.CLOSED_AFTER)}</p>')


def _tell_who_sees(invitation: Invitation) -> None:
    shares = invitation.terms.shares
    sees = wording.SEES_NOTES if "notes" in shares else wording.SEES_ANSWERS
    sees = sees if "answers" in shares else wording.SEES_RESULT
    if depositing.can_choose(invitation.terms):
        sees = f"{sees} {wording.SEES_YOUR_CHOICE}"
    notice = "".join(f"<p>{markup(line)}</p>" for line in invitation.terms.notice.splitlines() if line)
    st.html(
        f'<section class="aside"><h2>{markup(wording.WHO_SEES)}</h2><p>{markup(sees)} {markup(wording.SEES_NEVER)}</p>'
        f"{notice}</section>"
    )


def _begin(invitation: Invitation) -> None:
    """Two ways for whoever has no answers yet: to give them, or to bring those of a report."""
    minutes = minutes_of(opened(), _parts(invitation))
    st.html(f"<p>{markup(wording.ANSWER_TEXT)}</p>")
    if st.button(markdown(wording.ANSWER.format(minutes=minutes)), type="primary", key="answer_for"):
        gathering_underway.answer_for(invitation.gathering)
        changes.choose(_parts(invitation))
        returning.go(paths.ANSWER)
    _take_report(invitation)


def _take_report(invitation: Invitation) -> None:
    st.header(markdown(wording.DROP), anchor=False)
    st.html(f"<p>{markup(wording.DROP_TEXT)}</p>")
    # Any type of file is let in: what is wrong with it is told in French, by us.
    st.file_uploader(
        markdown(wording.DROP_LABEL),
        key="report_dropped",
        on_change=_take_up,
        args=(invitation.gathering,),
        label_visibility="collapsed",
    )
    if error := st.session_state.get("report_refused"):
        problems.show(error, wording.NOT_TAKEN)


def _take_up(gathering: str) -> None:
    """Read the file once, when it arrives."""
    st.session_state["report_refused"] = None
    dropped = st.session_state["report_dropped"]
    if dropped is None:
        return
    try:
        changes.resume(read_dropped(dropped.getvalue(), dropped.name, in_use()).answers)
    except AssessmentError as error:
        st.session_state["report_refused"] = error
        return
    gathering_underway.answer_for(gathering)


def _go_on(invitation: Invitation, *, deposited: bool) -> None:
    """Whoever has answers sees what would be shared, and may deposit it, go on answering, or begin anew."""
    gathering_underway.answer_for(invitation.gathering)
    name = st.session_state["name"]
    if not deposited:
        told = wording.UNDERWAY_NAMED.format(name=name) if name else wording.UNDERWAY
        st.html(f"<p><strong>{markup(told)}.</strong></p>")
    with st.container(horizontal=True):
        if st.button(markdown(wording.CONTINUE), key="continue_for"):
            returning.go(paths.ANSWER)
        st.button(markdown(wording.ANOTHER), key="another_for", type="tertiary", on_click=_another, args=(invitation,))
    if keeping.holder() is None:
        _offer_to_keep()
    else:
        depositing.ask(invitation)


def _another(invitation: Invitation) -> None:
    """Begin anew in this tab; what was answered stays in its own dossier."""
    keeping.flush()
    if st.session_state["unsaved"]:  # the page tells why it is not saved
        return
    changes.forget()
    st.query_params.pop(returning.PARAMETER, None)
    gathering_underway.answer_for(invitation.gathering)


def _offer_to_keep() -> None:
    """A deposit is made from a dossier that is kept: whoever answers without a trace may keep theirs now."""
    st.html(f'<p class="aside"><strong>{markup(wording.TRACELESS)}.</strong> {markup(wording.TRACELESS_TEXT)}</p>')
    st.button(markdown(wording.KEEP), type="primary", key="keep_now", on_click=_keep)


def _keep() -> None:
    st.session_state["without_trace"] = False
    st.query_params.pop(returning.WITHOUT_TRACE, None)
    keeping.record(("parts", "", list(st.session_state["parts"])))


def _parts(invitation: Invitation) -> tuple[str, ...]:
    return state.CHOICES[gathering_terms.parts_name(invitation.terms)]


show()
