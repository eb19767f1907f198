"""The gist of a result in, the cards of its first screen out: each leads to its section below."""

from collections.abc import Sequence

import streamlit as st

from assessment.pages import wording_of_result as words
from assessment.pages.escaped import markup
from assessment.report.document import Report
from assessment.report.essentials import Essential


def show_summary(report: Report) -> None:
    """How firm the stage or the level is, and how sure this result is."""
    confidence = report.section("confidence")
    sure = f'<a href="#confidence">{markup(confidence.lines[0].text)}</a>' if confidence else ""
    told = " ".join(filter(None, (markup(report.summary), sure and f'<span class="sure">{sure}</span>')))
    if told:
        st.html(f'<p class="lead">{told}</p>')


def show_essentials(essentials: Sequence[Essential]) -> None:
    """One card for each thing that matters first."""
    if essentials:
        cards = "".join(map(_card, essentials))
        st.html(f'<ul class="essentials" aria-label="{markup(words.ESSENTIAL)}">{cards}</ul>')


def _card(essential: Essential) -> str:
    badge = f' <span class="badge">{markup(essential.badge)}</span>' if essential.badge else ""
    told = "".join(f"<p>{markup(each)}</p>" for each in essential.told)
    return f'<li><a href="#{essential.section}">{markup(essential.label)}</a>{badge}{told}</li>'
