"""A report and its answers in, two files to keep out: the report as PDF, the answers as JSON."""

import datetime
import json
import re
import unicodedata

import streamlit as st

from assessment.content.edition import Edition
from assessment.engine.answers import Answers
from assessment.engine.contract import answer_file
from assessment.pages import wording
from assessment.pages.escaped import markdown, markup
from assessment.report.document import Report
from assessment.storage.installation import issue


def offer(report: Report, answers: Answers, edition: Edition) -> None:
    """Offer both files; each is made when it is asked for."""
    data, name = answer_file(answers, edition), _file_name(answers.subject.name)
    day = report.day.isoformat() if report.day else ""

    def pdf() -> bytes:
        from assessment.report.pdf import render  # reportlab takes a tenth of a second

        return render(report, issue(data, datetime.datetime.now(datetime.UTC), edition.id))

    with st.container(key="taking_away"):
        st.html(f"<p><strong>{markup(wording.TAKE_AWAY)}.</strong> {markup(wording.TAKE_AWAY_TEXT)}</p>")
        with st.container(horizontal=True):
            st.download_button(
                markdown(wording.DOWNLOAD_REPORT),
                data=pdf,
                file_name=wording.REPORT_FILE.format(name=name, day=day),
                mime="application/pdf",
                type="primary",
                on_click="ignore",
            )
            st.download_button(
                markdown(wording.DOWNLOAD_ANSWERS),
                data=lambda: json.dumps(data, ensure_ascii=False, indent=1).encode(),
                file_name=wording.ANSWERS_FILE.format(name=name, day=day),
                mime="application/json",
                on_click="ignore",
            )


def _file_name(name: str | None) -> str:
    """A name that every computer takes.

    >>> _file_name("Le jardin d'Élise !")
    'le-jardin-d-elise'
    """
    ascii_only = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60] or wording.UNNAMED
