"""What the operator decided in, what becomes of the answers out: before the first one, on one screen."""

from collections.abc import Iterator

import streamlit as st

from assessment.content.edition import Edition
from assessment.pages import keeping
from assessment.pages import wording_of_dossier as wording
from assessment.pages.escaped import markdown, markup
from assessment.settings import Settings, read_settings


def notify(edition: Edition) -> None:
    """Tell what is kept, by whom, how long, and what anyone can do about it."""
    lines = "".join(f"<li>{markup(sentence)}</li>" for sentence in (*_sentences(read_settings()), *edition.card.notice))
    st.html(
        f'<section class="aside"><p>{markup(wording.PRIVACY_SHORT)}</p>'
        f"<details><summary>{markup(wording.PRIVACY)}</summary><ul>{lines}</ul></details></section>"
    )


def remind(edition: Edition) -> None:
    """Tell it before the first answer to whoever came to the questions by another way than the first page."""
    if not st.session_state["answers"] and not st.session_state.get("notified"):
        notify(edition)


def offer_no_trace() -> bool:
    """Before the first answer, offer to begin so that nothing is kept; whether the person just chose that."""
    if st.session_state["answers"]:
        return False
    chosen = st.button(markdown(wording.TRACELESS_START), key="start_without_trace", type="tertiary")
    st.html(f'<p class="note">{markup(wording.TRACE_HELP)}</p>')
    return chosen


def begin(*, traceless: bool) -> None:
    """Begin to answer, with or without a trace; whoever has answers goes on as they began."""
    if st.session_state["answers"] or traceless == bool(st.session_state.get("without_trace")):
        return
    if traceless:
        keeping.leave_no_trace()
    else:
        st.session_state["without_trace"] = False
        st.query_params.clear()


def _sentences(settings: Settings) -> Iterator[str]:
    yield wording.PRIVACY_KEPT.format(hours=settings.visit_hours)
    yield wording.PRIVACY_WHO
    yield wording.PRIVACY_NOTES
    yield wording.PRIVACY_UNTIL.format(draft_months=settings.draft_months, dossier_months=settings.dossier_months)
    if settings.controller:
        yield wording.PRIVACY_CONTROLLER.format(controller=settings.controller)
    if not settings.is_public:
        yield wording.PRIVACY_HERE
