"""A gathering in, all of it in one file out; until when it is kept, and the button that deletes it."""

import secrets

import streamlit as st

from assessment.content.shelf import editions, in_use, open_edition
from assessment.errors import StorageError
from assessment.pages import gathering_opened, paths, problems, saved
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
        _offer_everything(owner, gathering, blind=blind)
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


def everything(owner: Owner) -> bytes:
    """UTF-8 JSON of all that is kept of a gathering but for secrets and what was not shared; raises AssessmentError."""
    from assessment.storage.gathering_export import export_gathering

    found = the_gatherings().everything(owner, owner.gathering)
    named = {each.edition for each in found.projects} & set(editions(in_use()))
    return export_gathering(found, {name: open_edition(name, in_use()) for name in named})


def _offer_everything(owner: Owner, gathering: Gathering, *, blind: bool) -> None:
    st.header(markdown(wording.TAKE_AWAY), anchor=False)
    if blind:
        st.html(f"<p>{markup(wording.TAKE_AWAY_BLIND)}</p>")
        return
    st.html(f"<p>{markup(wording.TAKE_AWAY_TEXT)}</p>")
    # Streamlit names a large file by a part of what it holds, and by its name: the mark keeps two apart.
    mark = st.session_state.setdefault("everything_mark", secrets.token_hex(4))
    st.download_button(
        markdown(wording.TAKE_AWAY_NOW),
        data=lambda: everything(owner),
        file_name=wording.FILE.format(day=saved.today().isoformat(), mark=f"{mark}{gathering.version}"),
        mime="application/json",
        on_click="ignore",
        key="everything",
    )


def _delete(owner: Owner) -> None:
    try:
        the_gatherings().delete(owner, owner.gathering)
    except StorageError as error:
        problems.show(error, wording.NOT_DONE)
        return
    gathering_opened.let_go(owner.gathering)
    st.session_state["gathering_deleted"] = True
    st.switch_page(paths.GATHERINGS)
