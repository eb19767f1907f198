"""Why a dossier no longer opens in, the page that says so out: nothing else is shown, nothing entered is lost."""

import datetime
import json

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import changes, paths, problems, state, wording
from assessment.pages import wording_of_dossier as told
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head


def tell(error: StorageError) -> None:
    """Say why; let answers that were not saved be taken away; lead home."""
    head(told.CLOSED, place="closed")
    st.html(f'<section class="problems" role="alert">{problems.listed(error.problems)}</section>')
    if st.session_state["unsaved"]:
        day = datetime.date.today()
        data = state.answer_data(opened(), day)
        st.html(f"<p>{markup(told.CLOSED_UNSAVED)}</p>")
        st.download_button(
            markdown(wording.DOWNLOAD_ANSWERS),
            data=json.dumps(data, ensure_ascii=False, indent=1).encode(),
            file_name=wording.ANSWERS_FILE.format(name=wording.UNNAMED, day=day.isoformat()),
            mime="application/json",
            on_click="ignore",
        )
    if st.button(markdown(told.TO_HOME), type="primary", on_click=_go_home):
        st.switch_page(paths.HOME)


def _go_home() -> None:
    changes.forget()
    st.query_params.clear()
