"""An Assessment and its sections in, what stands on the first screen out: the gist of each section, leading there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.engine.assess import Assessment
from assessment.engine.levers import stays_here
from assessment.report import organisation
from assessment.report import wording_of_gist as words
from assessment.report.document import Line, Reason, Section, SectionId
from assessment.report.wording import NOT_KNOWN, PRACTICES, capital, others, small
from assessment.report.wording_of_voices import VOICES

#: Lines of a list that the first screen shows.
MOST = 2


@dataclass(frozen=True, slots=True)
class Essential:
    """The gist of *section*: a *label*, a few *told* lines, and a *badge* when a word or two belong to the label."""

    section: SectionId
    label: str
    told: tuple[str, ...]
    badge: str | None = None


def essentials(assessment: Assessment, sections: Sequence[Section]) -> tuple[Essential, ...]:
    """The gist of the sections that the report has, in the order in which they help."""
    there = {section.id: section for section in sections if section.lines}
    found = (
        essential
        for name, label in words.FIRST_SCREEN.items()
        if name in there
        for essential in _essential(assessment, there[name], label)
    )
    return tuple(found)


def _essential(assessment: Assessment, section: Section, label: str) -> Iterator[Essential]:
    lines = (*section.lines, *section.more)
    match section.id:
        case "stage":
            open_lines = [line for line in lines if line.badge == NOT_KNOWN]
            yield from (Essential("stage", label, _list_of(line.because)) for line in open_lines)
        case "zones":
            yield _zone(assessment, label)
        case "to_next":
            wanted = words.NEXT_IF_WANTED if stays_here(assessment.facts) else label
            yield Essential("to_next", wanted, _list_of(lines))
        case "levers":
            voices = (value for name, value in lines[0].facts if name == VOICES)
            yield Essential("levers", label, (lines[0].text, *voices), lines[0].badge)
        case "recommendations":
            first = words.GROUPED.format(group=lines[0].group, text=lines[0].text)
            yield Essential("recommendations", label, (first,), lines[0].badge)
        case "organisation" if assessment.project and assessment.organisation:
            yield Essential("organisation", label, (organisation.level_headline(assessment, assessment.organisation),))
        case "organisation":
            yield from _organisation_alone(assessment, lines)
        case "contradictions":
            yield Essential("contradictions", label, _list_of(lines, 1))
        case "to_consolidate":
            yield Essential("to_consolidate", label, _list_of(lines))


def _organisation_alone(assessment: Assessment, lines: Sequence[Line]) -> Iterator[Essential]:
    """What would settle the level, and the practices at the first level."""
    first = small(assessment.edition.placement.levels[0].label)
    deciding = [line for line in lines if line.badge == NOT_KNOWN and line.group is None]
    yield from (Essential("organisation", words.FIRST_SCREEN["stage"], _list_of(line.because)) for line in deciding)
    if growing := [line for line in lines if line.group == PRACTICES and line.badge == first]:
        yield Essential("organisation", words.TO_GROW, _list_of(growing), first)


def _list_of(lines: Sequence[Line | Reason], most: int = MOST) -> tuple[str, ...]:
    left = len(lines) - most
    return (*map(sure, lines[:most]), *([capital(others(left))] if left > 0 else []))


def sure(line: Line | Reason) -> str:
    """What a line says; what is not known is never told as missing."""
    unsure = isinstance(line, Line) and line.badge == NOT_KNOWN
    return words.UNSURE.format(text=line.text, unsure=NOT_KNOWN) if unsure else line.text


def _zone(assessment: Assessment, label: str) -> Essential:
    """The zone one is in, else the first one told: what happens there, rather than its name."""
    zones, statuses = assessment.project.placement.zones, assessment.edition.placement.zone_statuses
    found = next((each for each in zones if each.status == "dedans"), zones[0])
    status = next(each.label for each in statuses if each.id == found.status)
    return Essential("zones", label, (found.zone.definition,), status)
