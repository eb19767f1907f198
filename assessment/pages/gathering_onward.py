"""A gathering in, the way to what its projects say together out: a programme for a group, a portfolio for all."""

import streamlit as st

from assessment.pages import gathering_opened, paths
from assessment.pages import wording_of_gatherings as wording
from assessment.pages.escaped import markdown
from assessment.storage.gathered import Gathering


def lead_on(gathering: Gathering, place: str = "") -> None:
    """The buttons; *place* tells those of one part of the page from another's."""
    where = {gathering_opened.PARAMETER: gathering.id}
    with st.container(horizontal=True, key=f"leading_on{place}"):
        if gathering.terms.purpose == "groupe" and st.button(
            markdown(wording.SEE_PROGRAMME), type="primary", key=f"see_programme{place}"
        ):
            st.switch_page(paths.PROGRAMME, query_params=where)
        kind = "primary" if gathering.terms.purpose == "appel" else "secondary"
        if st.button(markdown(wording.SEE_PORTFOLIO), type=kind, key=f"see_portfolio{place}"):
            st.switch_page(paths.PORTFOLIO, query_params=where)
