"""The gist of a result in, its first screen in HTML out: the line of stages, and cards that lead to their sections."""

from collections.abc import Sequence

from assessment.pages import stations
from assessment.pages import wording_of_result as words
from assessment.pages.escaped import markup
from assessment.pages.lines import anchor
from assessment.report.document import Report
from assessment.report.essentials import Essential


def drawn(report: Report, gist: Sequence[Essential]) -> str:
    """Everything that matters first, on one screen."""
    line = stations.drawn(report.stage_line) if report.stage_line else ""
    notices = "".join(f'<p class="note">{markup(notice)}</p>' for notice in report.notices)
    return f"{line}{_summary(report)}{_essentials(gist)}{notices}"


def _summary(report: Report) -> str:
    """How firm the stage or the level is, and how sure this result is."""
    confidence = report.section("confidence")
    sure = f'<a href="#{anchor("confidence")}">{markup(confidence.lines[0].text)}</a>' if confidence else ""
    told = " ".join(filter(None, (markup(report.summary), sure and f'<span class="sure">{sure}</span>')))
    return f'<p class="lead">{told}</p>' if told else ""


def _essentials(essentials: Sequence[Essential]) -> str:
    """One card for each thing that matters first."""
    cards = "".join(map(_card, essentials))
    return f'<ul class="essentials" aria-label="{markup(words.ESSENTIAL)}">{cards}</ul>' if cards else ""


def _card(essential: Essential) -> str:
    badge = f' <span class="badge">{markup(essential.badge)}</span>' if essential.badge else ""
    told = "".join(f"<p>{markup(each)}</p>" for each in essential.told)
    return f'<li><a href="#{anchor(essential.section)}">{markup(essential.label)}</a>{badge}{told}</li>'
