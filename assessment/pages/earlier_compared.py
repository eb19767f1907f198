"""The earlier days of a dossier in, the one that the person chooses out, with the dossier as it was then."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from assessment.content.edition import Edition
from assessment.engine.assess import Assessment, assess
from assessment.pages import keeping
from assessment.pages import wording_of_earlier as wording
from assessment.pages.earlier_drawn import Columns
from assessment.pages.escaped import markdown, markup
from assessment.report.typography import french
from assessment.report.wording import told_day
from assessment.storage.export import answers_of
from assessment.storage.kept import Dossier, Entry
from assessment.storage.opening import the_store
from assessment.storage.past import as_it_was, readable


@dataclass(frozen=True, slots=True)
class Compared:
    """An earlier *day*, the dossier as it *was* then, and the dossier as it is *now*, of this visit."""

    day: datetime.date
    was: Dossier
    now: Dossier

    @property
    def columns(self) -> Columns:
        """What the two days are called."""
        return wording.THEN.format(day=told_day(self.day)), wording.NOW


def choose(days: Mapping[datetime.date, Entry]) -> Compared:
    """The day that the person chooses, the last one at first."""
    choices = sorted(days, reverse=True)
    day = choices[0]
    if len(choices) > 1:
        day = st.selectbox(
            markdown(wording.CHOOSE), choices, format_func=lambda each: french(told_day(each)), key="earlier_day"
        )
    st.html(f'<p class="lead">{markup(wording.LEAD.format(day=told_day(day)))}</p>')
    holder = keeping.holder()
    store = the_store()
    now, journal = store.read(holder, holder.dossier), store.news(holder, holder.dossier, 0)
    return Compared(day, as_it_was(now, journal, days[day].seq), now)


def assessed(dossier: Dossier, edition: Edition) -> Assessment:
    """The result of a dossier by *edition*, without the answers that it cannot read."""
    return assess(answers_of(readable(dossier, edition).dossier, edition), edition)
