"""A gathering in, how it ends out: all of it to take away, until when it is kept, the button that deletes it."""

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import gathering_opened, gathering_whole, paths, problems
from assessment.pages import wording_of_gatherings as wording
from assessment.pages.erasing import BACKUPS
from assessment.pages.escaped import markdown, markup
from assessment.pages.private_link import offer_to_leave
from assessment.report.wording import told_day
from assessment.storage.gathered import Gathering
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import Owner


def show(owner: Owner, gathering: Gathering, *, blind: bool) -> None:
    """The last sections of the owner's page; *blind*: nothing that names a project goes out."""
    if not gathering.looks_only:
        gathering_whole.offer(owner, gathering, blind=blind)
    st.header(markdown(wording.KEPT), anchor=False)
    kept = markup(wording.KEPT_TEXT.format(day=told_day(gathering.kept_until)))
    st.html(f"<p>{kept}</p><p>{markup(wording.LEAVE_TEXT)}</p>")
    offer_to_leave(gathering.id, kind="gathering")
    if gathering.looks_only:
        return
    with st.popover(markdown(wording.DELETE), type="tertiary", key="gathering_delete"):
        st.html(f"<p>{markup(wording.DELETE_SURE.format(days=BACKUPS))}</p>")
        if st.button(markdown(wording.DELETE_NOW), key="gathering_delete_now"):
            _delete(owner)


def _delete(owner: Owner) -> None:
    try:
        the_gatherings().delete(owner, owner.gathering)
    except StorageError as error:
        problems.show(error, wording.NOT_DONE)
        return
    gathering_opened.let_go(owner.gathering)
    st.session_state["gathering_deleted"] = True
    st.switch_page(paths.GATHERINGS)
