"""The gathering that a visit answers for in, one line on its result out, with the way to deposit."""

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import depositing, gathering_opened, paths, returning
from assessment.pages import wording_of_taking_part as wording
from assessment.pages.escaped import markdown, markup
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import ANYONE, Guest


def answer_for(gathering: str) -> None:
    """From now on, this visit answers for a gathering."""
    st.session_state["answering_for"] = gathering


def offer() -> None:
    """Say for which gathering this visit answers, and lead to the deposit; nothing when there is none."""
    gathering = st.session_state.setdefault("answering_for", _invited())
    if not gathering or st.session_state["right"] == "read":
        return
    try:
        invitation = gathering_opened.invitation_of(gathering)
    except StorageError:  # its invitation was replaced since: whoever gave the new one tells
        return
    if not invitation.open:
        return
    with st.container(key="answering_for_line", horizontal=True, vertical_alignment="center"):
        given = depositing.last_deposit(invitation)
        told, label = (wording.GIVEN, wording.SEE_DEPOSIT) if given else (wording.ANSWERING_FOR, wording.GO_DEPOSIT)
        st.html(f"<p>{markup(told.format(title=invitation.terms.title))}</p>")
        if st.button(markdown(label), key="go_deposit"):
            st.switch_page(paths.TAKE_PART, query_params={gathering_opened.PARAMETER: gathering})


def _invited() -> str:
    """The gathering that this browser was invited to last; a reload must not forget it."""
    session = returning.session()
    visits = the_gatherings().visits(ANYONE, session) if session else ()
    return next((each.gathering for each in visits if isinstance(each, Guest)), "")
