"""The address and the cookie of a visit in, who it is to a gathering out: its owner, or somebody who was invited.

What a tab was let into stays known to it (*owners*, *guests*): the cookie of a link made in this tab is only seen by
the next one. What a link still allows is read again at each act.
"""

import streamlit as st

from assessment.errors import Problem, StorageError
from assessment.pages import paths, problems, returning
from assessment.pages import wording_of_gatherings as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.storage.gathered import Invitation, OpenedGathering
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import ANYONE, Guest, Owner

#: The gathering that a tab shows, in its address: a public id, no secret.
PARAMETER = "c"


def named() -> str:
    """The gathering that the address names, else the last one of this tab: a browser that goes back names none.

    Raises StorageError when there is none.
    """
    name = st.query_params.get(PARAMETER) or st.session_state.get("gathering_here")
    if not name:
        raise StorageError([Problem("nameless", wording.THIS, *wording.NAMELESS)])
    st.session_state["gathering_here"] = st.query_params[PARAMETER] = name
    return name


def owner_of(gathering: str) -> Owner:
    """Who this visit is to its own gathering; raises StorageError when it was not let in."""
    owners = st.session_state.setdefault("owners", {})
    if gathering not in owners:
        found = the_gatherings().visit(ANYONE, returning.session(), gathering)
        if not isinstance(found, Owner):
            raise _left()
        owners[gathering] = found
    return owners[gathering]


def invitation_of(gathering: str) -> Invitation:
    """What this visit may know of a gathering, as one who is invited; raises StorageError when it is not."""
    guests = st.session_state.setdefault("guests", {})
    if gathering not in guests:
        held = st.session_state.get("owners", {}).get(gathering)
        guests[gathering] = held or the_gatherings().visit(ANYONE, returning.session(), gathering)
    if guests[gathering] is None:
        del guests[gathering]
        raise _left()
    return the_gatherings().invitation(guests[gathering], gathering)


def take_owner(made: OpenedGathering) -> None:
    """Hold a gathering that was made in this tab, and the token of its private link, told this once."""
    st.session_state.setdefault("owners", {})[made.owner.gathering] = made.owner
    tokens()[made.owner.gathering] = made.token


def take_guest(guest: Guest, code: str) -> None:
    """Hold what a code let this tab into, until its browser is let in too."""
    st.session_state.setdefault("guests", {})[guest.gathering] = guest
    tokens()[f"guest {guest.gathering}"] = code


def tokens() -> dict[str, str]:
    """Gathering -> the token of its private link, of those that this tab made."""
    return st.session_state.setdefault("gathering_tokens", {})


def let_go(gathering: str) -> None:
    """Hold a gathering no more."""
    for each in ("owners", "guests", "gathering_tokens"):
        st.session_state.get(each, {}).pop(gathering, None)


def let_this_browser_in(token: str | None) -> None:
    """Have this browser come in by a link that was made, or a code that was typed, in this tab."""
    if token:
        with st.container(key="unseen_let_in_gathering"):
            st.html(f'<i hidden data-token="{markup(token)}"></i>')


def tell_closed(error: StorageError) -> None:
    """Say why a gathering does not open here, and lead to the page of gatherings."""
    head(wording.CANNOT_OPEN, place="gathering closed")
    st.html(f'<section class="problems" role="alert">{problems.listed(error.problems)}</section>')
    if st.button(markdown(wording.TO_GATHERINGS), type="primary"):
        st.switch_page(paths.GATHERINGS)


def _left() -> StorageError:
    return StorageError([Problem("left", wording.THIS, *wording.LEFT)])
