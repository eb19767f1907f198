"""An Assessment in, its gist in the plainest French out: one idea in each sentence, for people who know nothing of it.

Every sentence of the method comes from the content, under keys that begin with « plain ».
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assessment.content.questionnaire import Questionnaire
from assessment.engine.assess import Assessment, Project
from assessment.engine.levers import stays_here
from assessment.engine.stage import Gap
from assessment.report import wording_of_gist as wording
from assessment.report.organisation import level_known
from assessment.report.standing import stage_known


@dataclass(frozen=True, slots=True)
class Part:
    """A few sentences under a short title."""

    title: str
    sentences: tuple[str, ...]


def plainly(assessment: Assessment) -> tuple[Part, ...]:
    """Where one stands, what goes well, what is missing, what to do first, whom to ask; parts that say something."""
    told = (
        (wording.WHERE_YOU_ARE, _where(assessment)),
        (wording.WHAT_IS_GOOD, _good(assessment)),
        (wording.WHAT_IS_MISSING, _missing(assessment)),
        (wording.WHAT_TO_DO, _first(assessment)),
        (wording.WHO_CAN_HELP, _help(assessment)),
        (wording.TO_REMEMBER, (assessment.edition.card.plain,)),
    )
    parts = (Part(title, tuple(sentences)) for title, sentences in told)
    return tuple(part for part in parts if part.sentences)


def sentences(parts: Iterable[Part]) -> tuple[str, ...]:
    """Every sentence in order, for whoever has no room for titles."""
    return tuple(sentence for part in parts for sentence in part.sentences)


def _where(assessment: Assessment) -> Iterator[str]:
    project, found, placement = assessment.project, assessment.organisation, assessment.edition.placement
    if project and not stage_known(assessment):
        yield wording.PLAIN_STAGE_UNKNOWN
    elif project:
        yield from placement.stages[project.placement.stage.reached].plain
        if project.placement.stage.lowest != project.placement.stage.highest:
            yield wording.PLAIN_OPEN
    elif found:
        settled = level_known(assessment) and found.lowest == found.highest
        yield placement.levels[found.level].plain if settled else wording.PLAIN_LEVEL_UNKNOWN
        if found.lowest != found.highest:
            yield wording.PLAIN_OPEN


def _good(assessment: Assessment) -> Iterator[str]:
    """How firm the stage is when it is; then the highest dimension or practice, if it is high enough to say so."""
    project, edition = assessment.project, assessment.edition
    if project and _is_firm(assessment, project):
        yield edition.placement.firmness.plain_solid
    if project:
        yield from _highest(assessment, edition.project, project.placement.profile.dimensions.items())
    elif assessment.organisation:
        yield from _highest(assessment, edition.organisation, assessment.organisation.practices.items())


def _is_firm(assessment: Assessment, project: Project) -> bool:
    placed = project.placement
    settled = placed.stage.lowest == placed.stage.highest and not placed.contradictions
    return stage_known(assessment) and settled and placed.stage.reached == placed.consolidated


def _highest(assessment: Assessment, part: Questionnaire, levels: Iterable[tuple[str, int | None]]) -> tuple[str, ...]:
    told = {screen.id: screen.plain for screen in part.screens if screen.plain}
    least = assessment.edition.placement.plain_from_level
    high = [(level, name) for name, level in levels if level is not None and level >= least and name in told]
    best = max(high, key=lambda each: each[0], default=None)
    return (told[best[1]],) if best else ()


def _missing(assessment: Assessment) -> Iterator[str]:
    """That the stage is ahead of its proofs, the easiest thing that is missing, and the zone one is in."""
    project, placement = assessment.project, assessment.edition.placement
    if project is None or not stage_known(assessment):
        return
    if project.placement.stage.reached > project.placement.consolidated:
        yield placement.firmness.plain_ahead
    if gap := _easiest(assessment, project):
        yield gap.requirement.plain
    inside = (found.zone.plain for found in project.placement.zones if found.status == "dedans")
    yield from (zone for zone, _ in zip(inside, range(1), strict=False))


def _first(assessment: Assessment) -> Iterator[str]:
    project, doors = assessment.project, assessment.doors
    gap = _easiest(assessment, project) if project and stage_known(assessment) else None
    if gap:
        yield gap.requirement.plain_step
    elif project and not stage_known(assessment):
        yield wording.PLAIN_ANSWER_MORE
    elif project and stays_here(assessment.facts):
        yield wording.PLAIN_STAYS_HERE
    if not project and not assessment.organisation and doors:
        chosen = next(door.plain for door in assessment.edition.doors.doors if door.id == doors.order[0])
        yield chosen if doors.because and not doors.shared else wording.PLAIN_ALL_DOORS


def _easiest(assessment: Assessment, project: Project) -> Gap | None:
    """What is known to be missing and takes the least time: for this stage, else for the next one if it is wanted."""
    placed = project.placement
    asked = placed.to_consolidate or (() if stays_here(assessment.facts) else placed.to_next)
    known = [gap for gap in asked if gap.level is not None]
    return min(known, key=lambda gap: gap.requirement.effort, default=None)


def _help(assessment: Assessment) -> Iterator[str]:
    if assessment.project and stage_known(assessment):
        yield assessment.project.levers[0].lever.plain
    kinds = {kind.id: kind.plain for kind in assessment.edition.catalogue.kinds}
    yield from (kinds[found.item.kind] for found in assessment.advice.recommendations[:1])
    if not assessment.advice.recommendations:
        yield wording.PLAIN_TALK
