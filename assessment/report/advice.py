"""An Assessment in, the sections that say what to do out: levers, needs, recommendations, messages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from assessment.content.catalogue import Item
from assessment.engine.assess import Assessment, Project
from assessment.engine.levers import LeverFound, rules_about
from assessment.engine.recommendations import Recommendation
from assessment.report import wording
from assessment.report import wording_of_parts as parts
from assessment.report import wording_of_voices as voices
from assessment.report.citation import cite
from assessment.report.document import Line, Section
from assessment.report.reasons import reasons

Fact = tuple[str, str]

#: Reasons of the method told for a lever, beside the answers.
_REASONS = 2


def levers_section(assessment: Assessment, project: Project) -> Section:
    """Every lever in order, the first ones in full; below, the help asked for when it is not the most useful."""
    most = assessment.edition.limits.levers_at_most
    lines = tuple(_lever(assessment, found, full=found.rank <= most) for found in project.levers)
    after = _asked_elsewhere(assessment, project.levers)
    return Section("levers", wording.TITLES["levers"], voices.THREE_VOICES, lines, after)


def needs_section(assessment: Assessment, project: Project) -> Section:
    """One need for each dimension that holds the project back."""
    labels = {screen.id: screen.label for screen in assessment.edition.project.screens}
    phases = {phase.id: phase.label for phase in assessment.edition.placement.phases}
    lines = tuple(
        Line(
            found.need.text,
            badge=labels[found.need.dimension],
            because=reasons(assessment, found.because),
            source=cite(found.need.source, assessment.edition.catalogue),
            part=parts.NEED.format(dimension=labels[found.need.dimension], phase=phases[found.need.phase]),
        )
        for found in project.needs
    )
    return Section("needs", wording.TITLES["needs"], lines=lines)


def recommendations_section(assessment: Assessment) -> Section:
    """What the catalogue offers for these answers, in order, each with its reason."""
    found = assessment.advice.recommendations
    after = assessment.edition.catalogue.to_check if anything_to_check(assessment) else None
    lines = tuple(_recommendation(assessment, each) for each in found)
    return Section("recommendations", wording.TITLES["recommendations"], lines=lines, after=after)


def messages_section(assessment: Assessment) -> Section:
    """What the rules say besides."""
    because = {each.rule.id: each.weighed.because for each in assessment.advice.weighings}
    lines = tuple(
        Line(
            rule.message or "",
            because=reasons(assessment, because[rule.id]),
            rule=rule.id,
            source=cite(rule.source, assessment.edition.catalogue),
        )
        for rule in assessment.advice.messages
    )
    return Section("messages", wording.TITLES["messages"], lines=lines)


def anything_to_check(assessment: Assessment) -> bool:
    """Whether something is recommended that nobody confirmed."""
    return any(each.item.to_check for each in assessment.advice.recommendations)


def _lever(assessment: Assessment, found: LeverFound, *, full: bool) -> Line:
    edition = assessment.edition
    priority = next(each.label for each in edition.levers.priorities if each.id == found.priority)
    told = Line(
        found.lever.title,
        detail=found.why,
        badge=priority,
        facts=tuple(_voices(found)),
        because=reasons(assessment, _told_by(assessment, found)),
        source=cite(found.lever.source, edition.catalogue),
        part=parts.LEVER.format(label=found.lever.title),
    )
    if not full:
        return told
    fired = [each.rule for each in assessment.advice.weighings if each.fires]
    sentences = islice(dict.fromkeys(rule.because for rule in rules_about(found.lever.id, fired)), _REASONS)
    facts = (
        *told.facts,
        (wording.WHAT, found.lever.definition),
        *((wording.WHY, f"{wording.capital(each)}.") for each in sentences),
        (wording.HOW_TO_BEGIN, found.lever.how_to_begin),
    )
    return replace(told, facts=facts, about=found.lever.id)


def _voices(found: LeverFound) -> Iterator[Fact]:
    """Who speaks for a lever: what the answers show, what blocks, what was asked."""
    spoken = (
        (found.shown_by, voices.SHOWN_BY_ANSWERS),
        (found.said_rank, voices.SAID_TO_BLOCK),
        (found.asked, voices.ASKED_FOR),
    )
    told = [words for speaks, words in spoken if speaks]
    if told:
        yield voices.VOICES, wording.capital(voices.AND_ALSO.join(told))


def _told_by(assessment: Assessment, found: LeverFound) -> frozenset[str]:
    asked = frozenset({assessment.edition.levers.help_asked_by}) if found.asked else frozenset()
    return found.because | found.shown_by | asked


def _asked_elsewhere(assessment: Assessment, levers: Iterable[LeverFound]) -> str | None:
    levers, most = tuple(levers), assessment.edition.limits.levers_at_most
    asked = [each for each in levers if each.asked and each.rank > most]
    useful = [each for each in levers if not each.asked and each.rank <= most]
    if not asked or not useful:
        return None
    sentence = assessment.edition.levers.asked_elsewhere
    return sentence.format(asked=_titles(asked), useful=_titles(useful))


def _titles(levers: Iterable[LeverFound]) -> str:
    return ", ".join(wording.small(each.lever.title) for each in levers)


def _recommendation(assessment: Assessment, found: Recommendation) -> Line:
    item = found.item
    return Line(
        item.title,
        detail=wording.because(found.rule.because),
        badge=wording.TO_CHECK if item.to_check else None,
        facts=(
            (wording.WHAT, item.summary),
            (wording.HOW_TO_BEGIN, item.how_to_begin),
            *_practical(item),
            *_entrances(assessment, item),
            *((wording.SEE_ALSO, address) for address in item.other_addresses),
            *([(wording.REMARK, item.note)] if item.note else []),
            (wording.KNOWN_STATUS, _status(assessment, item)),
        ),
        address=item.address,
        because=reasons(assessment, found.because),
        rule=found.rule.id,
        source=cite(found.rule.source, assessment.edition.catalogue),
        group=wording.GROUPS[item.kind],
        about=item.id,
    )


def _practical(item: Item) -> Iterator[Fact]:
    told = (
        (wording.HOW_LONG, item.duration),
        (wording.FOR_WHOM, item.audience),
        (wording.GROUP, item.group),
        (wording.OBLIGATIONS, item.obligations),
        (wording.WITH_WHOM, item.partners),
        (wording.TRIED, wording.TIMES.format(count=item.experiments) if item.experiments else None),
    )
    return ((label, value) for label, value in told if value)


def _entrances(assessment: Assessment, item: Item) -> Iterator[Fact]:
    """The sections of a centre, the preferred door's first; all doors stay open."""
    doors = assessment.doors.order if assessment.doors else [door.id for door in assessment.edition.doors.doors]
    named = [item.sections[door] for door in doors if door in item.sections]
    if named:
        yield wording.CENTRE_SECTIONS, wording.THEN.join(named)


def _status(assessment: Assessment, item: Item) -> str:
    if item.checked:
        return f"{wording.CHECKED_ON} {wording.told_day(item.checked)}"
    return wording.capital(assessment.edition.catalogue.statuses.get(item.status, item.status))
