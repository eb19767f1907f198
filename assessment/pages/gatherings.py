"""Page: what a gathering is, one to create, a code to type, and those that this browser was let into."""

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import gathering_opened, gathering_terms, paths, problems, returning
from assessment.pages import wording_of_gatherings as wording
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.pages.state import begin
from assessment.report.typography import french
from assessment.storage.gathered import Terms
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import ANYONE, Guest, Owner

#: A person has a few; a shared computer should not show a list.
MOST = 6


def show() -> None:
    """Show the way in."""
    begin()
    head(wording.TITLE, place="gatherings")
    if st.session_state.pop("gathering_deleted", False):
        st.html(f'<p class="aside" role="status">{markup(wording.DELETED)}</p>')
    st.html(f'<p class="lead">{markup(wording.WHAT)}</p>')
    st.html(f"<p>{markup(wording.FOR_FUNDER)}</p><p>{markup(wording.FOR_COACH)}</p>")
    _offer_yours()
    _ask_code()
    with st.container(key="gathering_made", border=True):
        st.header(markdown(wording.CREATE), anchor=False)
        terms = gathering_terms.ask("new", opened())
        if terms:
            _create(terms)


def _create(terms: Terms) -> None:
    try:
        made = the_gatherings().create(ANYONE, terms, opened().id)
    except StorageError as error:
        problems.show(error, wording.NOT_CREATED)
        return
    gathering_opened.take_owner(made)
    st.switch_page(paths.GATHERING, query_params={gathering_opened.PARAMETER: made.gathering.id})


def _ask_code() -> None:
    with st.container(key="code_typed", border=True):
        st.header(markdown(wording.HAVE_CODE), anchor=False)
        with st.form("code_form", border=False):
            code = st.text_input(
                markdown(wording.CODE_LABEL),
                placeholder=french(wording.CODE_EXAMPLE),
                max_chars=40,
                key="participation_code",
                autocomplete="off",
            )
            sent = st.form_submit_button(french(wording.CODE_GO))
        if not sent or not code.strip():
            return
        try:
            invitation = the_gatherings().invited(ANYONE, code, st.context.ip_address or "")
        except StorageError as error:
            problems.show(error, wording.CODE_REFUSED)
            return
        gathering_opened.take_guest(invitation.guest, code.strip())
        st.switch_page(paths.TAKE_PART, query_params={gathering_opened.PARAMETER: invitation.gathering})


def _offer_yours() -> None:
    """Those of this tab, then those of this browser."""
    held = {**st.session_state.get("guests", {}), **st.session_state.get("owners", {})}
    session = returning.session()
    for each in the_gatherings().visits(ANYONE, session) if session else ():
        held.setdefault(each.gathering, each)
    if not held:
        return
    st.header(markdown(wording.YOURS), anchor=False)
    for principal in list(held.values())[:MOST]:
        try:
            _offer(principal)
        except StorageError:  # its link was closed since: there is nothing to come back to
            gathering_opened.let_go(principal.gathering)


def _offer(principal: Owner | Guest) -> None:
    if isinstance(principal, Owner):
        gathering = the_gatherings().read(principal, principal.gathering)
        terms, page, label = gathering.terms, paths.GATHERING, wording.OPEN_THIS
        text = wording.YOU_LOOK if gathering.looks_only else wording.YOU_OWN
        text = text.format(purpose=wording.PURPOSES_SHORT[terms.purpose], count=gathering.projects)
    else:
        terms = the_gatherings().invitation(principal, principal.gathering).terms
        page, label, text = paths.TAKE_PART, wording.ANSWER_THIS, wording.YOU_ARE_INVITED
    with st.container(key=f"yours_{principal.gathering}", border=True):
        st.html(f"<p><strong>{markup(terms.title)}</strong><br>{markup(text)}</p>")
        if st.button(markdown(label.format(title=terms.title)), key=f"open_{principal.gathering}"):
            st.switch_page(page, query_params={gathering_opened.PARAMETER: principal.gathering})


show()
