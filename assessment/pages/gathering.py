"""Page: a gathering for its owner: inviting, what was received, importing, who has access, and its end."""

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import (
    gathering_access,
    gathering_end,
    gathering_invitation,
    gathering_opened,
    gathering_projects,
    gathering_terms,
    gathering_twice,
    importing,
    problems,
    state,
)
from assessment.pages import wording_of_gatherings as wording
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.gathering_onward import lead_on
from assessment.pages.gathering_received import received
from assessment.pages.heading import head
from assessment.report.wording import told_day
from assessment.storage.gathered import Gathering
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import Owner


def show() -> None:
    """Show the gathering that the address names, or why it does not open here."""
    state.begin()
    try:
        owner = gathering_opened.owner_of(gathering_opened.named())
        _show(owner, the_gatherings().read(owner, owner.gathering))
    except StorageError as error:
        gathering_opened.tell_closed(error)


def _show(owner: Owner, gathering: Gathering) -> None:
    came, target = importing.arrival(gathering.id)
    head(gathering.terms.title, place=f"gathering {gathering.id}{came}", target=target)
    told = wording.STANDING.format(
        purpose=wording.PURPOSES_SHORT[gathering.terms.purpose], standing=_standing(gathering)
    )
    st.html(f'<p class="lead">{markup(told)}</p>')
    if gathering.looks_only:
        st.html(f'<p class="aside">{markup(wording.ONLY_LOOK)}</p>')
    token = gathering_opened.tokens().get(gathering.id)
    if token:
        gathering_access.show_own(token)
    projects = received(owner, gathering)
    if projects.there:
        lead_on(gathering)
    if not gathering.looks_only:
        gathering_invitation.show(owner, gathering)
    gathering_twice.show(owner, gathering, projects)
    gathering_projects.show(owner, gathering, projects)
    if not gathering.looks_only:
        importing.show(owner, gathering, projects)
        _change(owner, gathering)
        gathering_access.show(owner, gathering)
    gathering_end.show(owner, gathering, blind=projects.blind)
    gathering_opened.let_this_browser_in(token)


def _standing(gathering: Gathering) -> str:
    """Whether people can deposit, and until when."""
    closes = gathering.terms.closes
    if gathering.open:
        return wording.OPEN_UNTIL.format(day=told_day(closes)) if closes else wording.OPEN
    if gathering.code and closes:
        return wording.CLOSED_SINCE.format(day=told_day(closes))
    return wording.NO_LONGER_OPEN


def _change(owner: Owner, gathering: Gathering) -> None:
    st.header(markdown(wording.TERMS), anchor=False)
    parts = wording.PARTS_SHORT[gathering_terms.parts_name(gathering.terms)]
    shares = wording.SHARE_CHOICES.get(gathering.terms.shares, wording.SHARE_CHOICES["result",])
    st.html(f"<p>{markup(wording.TERMS_TEXT.format(parts=parts, shares=shares[:1].lower() + shares[1:]))}</p>")
    with st.expander(markdown(wording.CHANGE), key="gathering_terms"):
        terms = gathering_terms.ask(f"terms_{gathering.id}", opened(), gathering.terms)
        if terms:
            try:
                the_gatherings().change(owner, gathering.id, terms)
            except StorageError as error:
                problems.show(error, wording.NOT_CHANGED)
                return
            st.session_state["terms_changed"] = True
            st.rerun()
        if st.session_state.pop("terms_changed", False):
            st.html(f'<p class="aside" role="status">{markup(wording.CHANGED)}</p>')


show()
