"""Dossiers that this browser was let into in, a way back to each out."""

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import problems, returning
from assessment.pages import wording_of_dossier as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.saved import local
from assessment.report.wording import told_day
from assessment.storage.kept import Dossier
from assessment.storage.opening import the_store
from assessment.storage.principals import ANYONE, Holder

#: A person has one or two; a shared computer should not show a list.
MOST = 3


def offer() -> None:
    """Offer the dossiers of this browser."""
    session = returning.session()
    if not session or st.session_state.get("without_trace"):
        return
    for holder in the_store().visits(ANYONE, session)[:MOST]:
        _offer(holder)


def _offer(holder: Holder) -> None:
    try:
        dossier = the_store().read(holder, holder.dossier)
    except StorageError:
        return  # its link was closed since: there is nothing to come back to
    with st.container(key=f"found_{dossier.id}", border=True):
        st.html(f"<p><strong>{markup(wording.FOUND)}.</strong> {markup(_described(dossier))}</p>")
        back = wording.COME_BACK.format(name=dossier.values("name").get("", wording.UNNAMED))
        st.button(markdown(back), key=f"back_{dossier.id}", on_click=_take_up, args=(holder,))
        if error := st.session_state.pop("not_taken_up", None):
            problems.show(error, wording.CLOSED)


def _described(dossier: Dossier) -> str:
    name = dossier.values("name").get("", wording.UNNAMED)
    return wording.FOUND_TEXT.format(name=name, day=told_day(local(dossier.active).date()))


def _take_up(holder: Holder) -> None:
    try:
        returning.take_up(holder)
    except StorageError as error:
        st.session_state["not_taken_up"] = error
