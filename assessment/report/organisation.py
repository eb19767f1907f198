"""An Assessment in, the section about the organisation and the one about doors out."""

from collections.abc import Iterator

from assessment.engine.assess import Assessment
from assessment.engine.doors import DoorOrder
from assessment.engine.organisation import Organisation
from assessment.report import wording
from assessment.report import wording_of_parts as parts
from assessment.report import wording_of_voices as voices
from assessment.report.citation import cite
from assessment.report.document import Line, Section
from assessment.report.reasons import reasons
from assessment.report.standing import confidence_lines


def level_known(assessment: Assessment) -> bool:
    """Whether at least one answer that decides the level is known."""
    return bool(assessment.facts.level.because)


def level_headline(assessment: Assessment, found: Organisation) -> str:
    """The level in one sentence."""
    if not level_known(assessment):
        return wording.LEVEL_UNKNOWN
    if found.lowest != found.highest:  # what is not known is never told as the first level
        return wording.LEVEL_OPEN
    return assessment.edition.placement.levels[found.level].sentence


def level_summary(assessment: Assessment, found: Organisation) -> str:
    """The range of the level while answers could still move it, what the level means otherwise."""
    levels = assessment.edition.placement.levels
    if found.lowest == found.highest:
        return levels[found.level].definition
    lowest, highest = (wording.small(levels[index].label) for index in (found.lowest, found.highest))
    return wording.LEVEL_RANGE.format(lowest=lowest, highest=highest)


def organisation_section(assessment: Assessment, found: Organisation) -> Section:
    """The level, what would decide it, remarks and confidence; what it says of the project; the practices."""
    placement = assessment.edition.placement
    lines = (
        *_level(assessment, found),
        *_flags(assessment, found),
        *confidence_lines(assessment, found.confidence, placement.confidence.organisation.source),
        *_together(assessment),
        *_practices(assessment, found),
    )
    intro = level_headline(assessment, found) if assessment.project else None
    return Section("organisation", wording.TITLES["organisation"], intro, lines)


def doors_headline(assessment: Assessment, found: DoorOrder) -> str:
    """The preferred door in one sentence."""
    labels = {door.id: wording.small(door.label) for door in assessment.edition.doors.doors}
    first, second = (labels[name] for name in found.order[:2])
    if not found.because:
        return wording.DOORS_OPEN
    if found.shared:
        return wording.SHARED_DOORS.format(doors=wording.listed([first, second]))
    return wording.FIRST_DOOR.format(door=first)


def doors_summary(assessment: Assessment, found: DoorOrder) -> str:
    """What the preferred door opens on; nothing when none was chosen."""
    texts = {door.id: door.text for door in assessment.edition.doors.doors}
    return texts[found.order[0]] if found.because and not found.shared else ""


def doors_section(assessment: Assessment, found: DoorOrder) -> Section:
    """Every door, the preferred one first."""
    part = assessment.edition.doors
    doors = {door.id: door for door in part.doors}
    lines = tuple(
        Line(
            doors[name].label,
            detail=doors[name].text,
            facts=((wording.DOOR_SECTION, doors[name].section),),
            because=reasons(assessment, found.because),
            source=cite(doors[name].source, assessment.edition.catalogue),
            part=parts.DOOR.format(label=doors[name].label),
        )
        for name in found.order
    )
    intro = doors_headline(assessment, found) if assessment.project or assessment.organisation else None
    return Section("doors", wording.TITLES["doors"], intro, lines, part.note)


def _level(assessment: Assessment, found: Organisation) -> Iterator[Line]:
    level = assessment.edition.placement.levels[found.level]
    if level_known(assessment):
        told = wording.LEVEL_AT_LEAST if found.level == found.lowest < found.highest else wording.LEVEL
        yield Line(
            told.format(level=wording.small(level.label)),
            detail=level.definition,
            because=reasons(assessment, assessment.facts.level.because),
            source=cite(level.source, assessment.edition.catalogue),
            part=parts.LEVEL.format(label=level.label),
        )
    if found.decided_by:
        yield Line(
            level_summary(assessment, found),
            badge=wording.NOT_KNOWN,
            because=reasons(assessment, found.decided_by),
        )


def _flags(assessment: Assessment, found: Organisation) -> Iterator[Line]:
    """Remarks on the level: the answers that decide it, against all the others."""
    for flag in found.flags:
        because = reasons(assessment, assessment.facts.level.because | assessment.facts.body.because)
        source = cite(flag.source, assessment.edition.catalogue)
        part = parts.FLAG.format(label=flag.label)
        yield Line(flag.label, detail=flag.text, because=because, source=source, part=part)


def _together(assessment: Assessment) -> Iterator[Line]:
    """What the project and its organisation say about each other, or what would tell."""
    found = assessment.pairing
    if found is None:
        return
    if found.pairing:
        yield Line(
            found.pairing.label,
            detail=found.pairing.text,
            because=reasons(assessment, found.because),
            source=cite(found.pairing.source, assessment.edition.catalogue),
            group=voices.TOGETHER,
            part=parts.PAIRING.format(label=found.pairing.label),
        )
    elif found.missing:
        because = reasons(assessment, found.missing)
        yield Line(voices.TOGETHER_UNKNOWN, badge=wording.NOT_KNOWN, because=because, group=voices.TOGETHER)


def _practices(assessment: Assessment, found: Organisation) -> Iterator[Line]:
    """One line for each practice, with its level and the answers behind it."""
    levels, facts = assessment.edition.placement.levels, assessment.facts.practices
    screens = {screen.id: screen for screen in assessment.edition.organisation.screens}
    for name, level in found.practices.items():
        yield Line(
            screens[name].label,
            badge=wording.NOT_KNOWN if level is None else wording.small(levels[level - 1].label),
            because=reasons(assessment, facts[name].because or facts[name].missing),
            source=cite(screens[name].source, assessment.edition.catalogue),
            group=wording.PRACTICES,
            part=parts.PRACTICE.format(label=screens[name].label),
        )
