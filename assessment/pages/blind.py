"""Whether names are hidden in, the way to hide them and to lift that out; both are kept in the journal."""

import streamlit as st

from assessment.pages import wording_of_project as words
from assessment.pages.escaped import markdown, markup
from assessment.pages.portfolio_opened import OpenPortfolio
from assessment.pages.project_saying import LONGEST_REASON, cleaned, note_what_is_seen, say
from assessment.portfolio.blindness import blindness
from assessment.report.typography import french

PLACE = "blind"


def is_on(opened: OpenPortfolio) -> bool:
    """Whether names and free texts are hidden now."""
    return blindness(opened.journal).on


def offer(opened: OpenPortfolio) -> None:
    """Say that reading is blind and offer to lift it, for a reason; else offer to begin."""
    if is_on(opened):
        with st.container(key="blind_on"):
            st.html(f'<p role="status"><strong>{markup(words.BLIND_IS_ON)}</strong></p>')
            if not opened.gathering.looks_only:
                _offer_to_lift(opened)
    elif not opened.gathering.looks_only:
        with st.expander(markdown(words.BLIND), type="compact", key="blind_off"):
            st.html(f"<p>{markup(words.BLIND_TEXT)}</p>")
            begun = st.button(markdown(words.BLIND_ON), key="blind_begin")
            if begun and say(opened, PLACE, ("", "blind", "", {"on": True, "reason": ""})):
                st.rerun()
    note_what_is_seen(opened, PLACE)


def _offer_to_lift(opened: OpenPortfolio) -> None:
    with st.expander(markdown(words.BLIND_LIFT), type="compact", key="blind_lifting"):
        with st.form("blind_form", border=False):
            reason = st.text_input(
                markdown(words.BLIND_REASON),
                placeholder=french(words.BLIND_REASON_EXAMPLE),
                max_chars=LONGEST_REASON,
                key="blind_reason",
                autocomplete="off",
            )
            st.html(f'<p class="note">{markup(words.BLIND_LIFTED_BY)}</p>')
            lifted = st.form_submit_button(french(words.BLIND_LIFT))
        if not lifted:
            return
        why = cleaned(reason, LONGEST_REASON)
        if not why:
            st.html(f'<p role="alert">{markup(words.BLIND_NEEDS_REASON)}</p>')
        elif say(opened, PLACE, ("", "blind", "", {"on": False, "reason": why})):
            st.rerun()
