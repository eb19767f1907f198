"""A report and its answers in, two files to keep out: the report as PDF, as it is asked for, and the answers as JSON.

Choosing draws this panel alone again. Nothing chosen here is kept: a line of contact least of all.
"""

import datetime
import json
import re
import unicodedata
from dataclasses import replace

import streamlit as st

from assessment.content.edition import Edition
from assessment.engine.actions import actions_of
from assessment.engine.answers import LONGEST_NAME, Answers, clean
from assessment.engine.contract import answer_file
from assessment.pages import problems, wording
from assessment.pages import wording_of_taking_away as words
from assessment.pages.escaped import markdown, markup
from assessment.report.document import Report
from assessment.report.typography import french
from assessment.report.variants import WHOLE, Variant, stripped
from assessment.storage.installation import issue


@st.fragment
def offer(report: Report, answers: Answers, edition: Edition) -> None:
    """Offer both files; each is made when it is asked for, with the actions as they are by then."""
    held = st.session_state["actions"]  # this very one: writing in an action changes it and does not draw this again
    day = report.day.isoformat() if report.day else ""

    def told() -> tuple[Report, Answers]:
        actions = actions_of([value for _, value in sorted(held.items())])
        return replace(report, actions=actions), replace(answers, actions=actions)

    def pdf() -> bytes:
        from assessment.report.pdf import render  # reportlab takes a tenth of a second

        shown, given = told()
        if not attached:
            return render(shown, None, variant)
        data = answer_file(stripped(given, variant), edition)
        return render(shown, issue(data, datetime.datetime.now(datetime.UTC), edition.id), variant)

    def answers_told() -> bytes:
        return json.dumps(answer_file(told()[1], edition), ensure_ascii=False, indent=1).encode()

    with problems.told(), st.container(key="taking_away"):
        st.html(f"<p><strong>{markup(wording.TAKE_AWAY)}.</strong> {markup(wording.TAKE_AWAY_TEXT)}</p>")
        buttons = st.container(horizontal=True)
        variant, attached = _choices()
        name = _file_name(answers.subject.name)
        report_name = name if variant.free_text else wording.UNNAMED
        files = (
            (wording.DOWNLOAD_REPORT, pdf, words.FILES[variant.form].format(name=report_name, day=day), "primary"),
            (wording.DOWNLOAD_ANSWERS, answers_told, wording.ANSWERS_FILE.format(name=name, day=day), "secondary"),
        )
        for label, made, file_name, kind in files:
            mime = "application/pdf" if made is pdf else "application/json"
            buttons.download_button(
                markdown(label), data=made, file_name=file_name, mime=mime, type=kind, on_click="ignore"
            )


def _choices() -> tuple[Variant, bool]:
    """Which report is wanted, and whether it carries the answers; its fields are made once they are looked at."""
    with st.expander(markdown(words.CHOOSE), type="compact", key="report_choices", on_change="rerun") as panel:
        if not panel.open and "report_form" not in st.session_state:
            return WHOLE, True
        return _variant(), st.checkbox(markdown(words.ATTACHED), value=True, key="report_attached", width="stretch")


def _variant() -> Variant:
    """Which report is wanted."""
    form = st.radio(
        markdown(words.FORM),
        list(words.FORMS),
        format_func=lambda each: markdown(words.FORMS[each]),
        key="report_form",
        width="stretch",
    )
    free_text = st.checkbox(markdown(words.FREE_TEXT), value=True, key="report_free_text", width="stretch")
    people = st.checkbox(
        markdown(words.PEOPLE), value=True, key="report_people", disabled=not free_text, width="stretch"
    )
    contact = st.text_input(
        markdown(words.CONTACT),
        placeholder=french(words.CONTACT_EXAMPLE),
        max_chars=LONGEST_NAME,
        key="report_contact",
        autocomplete="off",
        live="300ms",  # before a hand has moved from here to the button
    )
    return Variant(form, clean(contact) or None, people and free_text, free_text)


def _file_name(name: str | None) -> str:
    """A name that every computer takes.

    >>> _file_name("Le jardin d'Élise !")
    'le-jardin-d-elise'
    """
    ascii_only = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60] or wording.UNNAMED
