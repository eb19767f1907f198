"""What this visit holds in, nothing left of it out: in the tab, and on the server when a dossier is kept there."""

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import changes, keeping, problems, wording
from assessment.pages import wording_of_dossier as told
from assessment.pages.escaped import markdown, markup
from assessment.storage.opening import the_store

#: Days that a backup is kept (docs/exploitation.md).
BACKUPS = 30


def offer() -> None:
    """A fold that says what would be erased, and the button that does it."""
    kept = keeping.holder() is not None
    sure, now = (told.DELETE_SURE, told.DELETE_NOW) if kept else (wording.FORGET_SURE, wording.FORGET_NOW)
    with st.popover(markdown(told.DELETE if kept else wording.FORGET), type="tertiary", key="erase"):
        st.html(f"<p>{markup(sure.format(days=BACKUPS))}</p>")
        st.button(markdown(now), on_click=_erase, key="erase_now")
    if error := st.session_state.pop("not_erased", None):
        problems.show(error, told.ACCESS_ERRORS)


def tell() -> None:
    """Say, once, that a dossier was erased."""
    if st.session_state.pop("erased", False):
        st.html(f'<p class="aside" role="status">{markup(told.DELETED)}</p>')


def _erase() -> None:
    holder = keeping.holder()
    if holder is not None:
        try:
            the_store().delete(holder, holder.dossier)
        except StorageError as error:
            st.session_state["not_erased"] = error
            return
        st.query_params.clear()
        st.session_state["erased"] = True
    changes.forget()
    from assessment.pages import assessed  # whoever only arrives never needs what makes a result

    assessed.forget()
