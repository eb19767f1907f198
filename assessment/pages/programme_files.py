"""The programme that stands in, the documents to take away out: each is made when it is asked for."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from assessment.engine.answers import LONGEST_NAME, clean
from assessment.pages import programme_saving as saving
from assessment.pages import wording_of_programme as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.programme_opened import OpenGroup
from assessment.programme.choices import Choices
from assessment.programme.plan import Programme
from assessment.report.typography import french
from assessment.report.wording_of_programme import CALENDAR_FILE, FILES

PDF, ICS = "application/pdf", "text/calendar"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: What the coach says of the occasion, beside dates: field -> label, example.
SAID = {
    "title": (wording.CALLED, wording.CALLED_EXAMPLE),
    "place": (wording.PLACE, ""),
    "contact": (wording.CONTACT, ""),
}


def offer(open_: OpenGroup) -> None:
    """The section: what the documents say of the occasion, then the documents, of the programme as it then stands."""
    st.header(markdown(wording.TAKE_AWAY), anchor="emporter")
    st.html(f"<p>{markup(wording.TAKE_AWAY_TEXT)}</p>")
    occasion = saving.held(open_).choices.occasion
    for name, (label, example) in SAID.items():
        widget = f"occasion_{name}"
        st.session_state[widget] = getattr(occasion, name)
        st.text_input(
            markdown(label),
            key=widget,
            placeholder=french(example),
            max_chars=LONGEST_NAME,
            autocomplete="off",
            on_change=_say,
            args=(open_, name),
        )
    made = _Made(open_)
    with st.container(horizontal=True, key="programme_documents"):
        _button(wording.FOR_COMMISSIONER, made.commissioner, f"{FILES['commanditaire']}.pdf", PDF, first=True)
        _button(wording.FOR_FACILITATOR, made.facilitator, f"{FILES['animation']}.pdf", PDF)
        _button(wording.FOR_PARTICIPANTS, made.participants, f"{FILES['participants']}.pdf", PDF)
        _button(wording.AS_TEXT, made.text, f"{FILES['animation']}.docx", DOCX)
        if occasion.dates:
            _button(wording.AS_CALENDAR, made.calendar, f"{CALENDAR_FILE}.ics", ICS)
        if saving.held(open_).choices.parcours:
            _button(wording.PARCOURS_CALENDAR, made.parcours, "parcours.ics", ICS)
    if not occasion.dates:
        st.html(f'<p class="note">{markup(wording.NEEDS_DATE)}</p>')


class _Made:
    """The documents of the programme that stands when they are asked for; what makes them is loaded then."""

    def __init__(self, open_: OpenGroup) -> None:
        self._open, self._held = open_, saving.held(open_)

    @property
    def _programme(self) -> Programme:
        return saving.standing_of(self._held, self._open.group)[0].programme

    @property
    def _choices(self) -> Choices:
        return self._held.choices

    def commissioner(self) -> bytes:
        """For whoever orders it."""
        from assessment.report.programme_pdf import commissioner_pdf

        return commissioner_pdf(self._programme, self._choices.occasion)

    def facilitator(self) -> bytes:
        """For whoever leads it."""
        from assessment.report.programme_pdf import facilitator_pdf

        return facilitator_pdf(self._programme, self._choices.occasion)

    def participants(self) -> bytes:
        """For those who take part."""
        from assessment.report.programme_pdf import participants_pdf

        return participants_pdf(self._programme, self._choices.occasion)

    def text(self) -> bytes:
        """To go on writing."""
        from assessment.report.programme_docx import programme_docx

        return programme_docx(self._programme, self._choices.occasion)

    def calendar(self) -> bytes:
        """The days."""
        from assessment.report.programme_ics import Issue, programme_ics

        return programme_ics(self._programme, self._choices.occasion, Issue(*self._issue()))

    def parcours(self) -> bytes:
        """The steps of the parcours."""
        from assessment.report.programme_ics import Issue, parcours_ics

        return parcours_ics(self._choices.parcours or (), self._choices.occasion, Issue(*self._issue()))

    def _issue(self) -> tuple[str, datetime.datetime, int]:
        name = self._open.id or str(self._open.key[-1])
        return name, datetime.datetime.now(datetime.UTC), self._held.seen


def _button(label: str, made: Callable[[], bytes], name: str, mime: str, *, first: bool = False) -> None:
    st.download_button(
        markdown(label),
        data=made,
        file_name=name,
        mime=mime,
        type="primary" if first else "secondary",
        on_click="ignore",
        key=f"download_{name}",
    )


def _say(open_: OpenGroup, name: str) -> None:
    choices = saving.held(open_).choices
    said = clean(str(st.session_state[f"occasion_{name}"] or ""))
    saving.choose(open_, replace(choices, occasion=replace(choices.occasion, **{name: said})))
