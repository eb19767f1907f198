"""An Assessment and changed answers in, what moves between the two results out, ready to be told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from assessment.content.levers import Lever
from assessment.content.placement import Level, Stage, Zone
from assessment.content.rules import Rule
from assessment.engine.answers import Value
from assessment.engine.assess import Assessment, Project, assess
from assessment.engine.changes import Changes, change
from assessment.engine.recommendations import Recommendation
from assessment.engine.stage import Gap, levels_of, met
from assessment.engine.zones import Status

Told = TypeVar("Told")
Stages = tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Move(Generic[Told]):
    """What something was and what it becomes; None where there is nothing."""

    before: Told | None
    after: Told | None


@dataclass(frozen=True, slots=True)
class AnswerMove:
    """An answer that changes; None is no answer."""

    question: str
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class ZoneMove:
    """A zone whose status changes; None where it is not shown."""

    zone: Zone
    before: Status | None
    after: Status | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What moves from *before* to *after*; None and empty tuples say that something stays as it is.

    *stage_range* holds the lowest and highest stage, *level_range* the lowest and highest level; *type* is an id.
    *filled* is what was missing for a stage and no longer is, *opened* what is missing and was not.
    *brought_in* and *left_out* are recommendations, *said* and *unsaid* rules with a message.
    """

    before: Assessment
    after: Assessment
    answers: tuple[AnswerMove, ...]
    dropped: tuple[str, ...]
    stage: Move[Stage] | None
    stage_range: Move[tuple[Stage, Stage]] | None
    consolidated: Move[Stage] | None
    zones: tuple[ZoneMove, ...]
    levers: Move[tuple[Lever, ...]] | None
    type: Move[str] | None
    level: Move[Level] | None
    level_range: Move[tuple[Level, Level]] | None
    filled: tuple[Gap, ...]
    opened: tuple[Gap, ...]
    brought_in: tuple[Recommendation, ...]
    left_out: tuple[Recommendation, ...]
    said: tuple[Rule, ...]
    unsaid: tuple[Rule, ...]

    @property
    def moves_nothing(self) -> bool:
        """Whether the result stays as it is."""
        single = (self.stage, self.stage_range, self.consolidated, self.levers, self.type, self.level, self.level_range)
        return not any(single) and not any(
            (self.zones, self.filled, self.opened, self.brought_in, self.left_out, self.said, self.unsaid),
        )


def what_if(assessment: Assessment, changes: Changes) -> Difference:
    """What moves when *changes* are made to the answers; a full result is worked out, nothing is guessed."""
    edition = assessment.edition
    changed = change(assessment.answers, changes, edition)
    return difference(assessment, assess(changed.answers, edition), dropped=changed.dropped)


def difference(before: Assessment, after: Assessment, *, dropped: tuple[str, ...] = ()) -> Difference:
    """What moves between two results, of one edition or of two: each is told in the words of its own."""
    shown = [[each.item.id for each in found.advice.recommendations] for found in (before, after)]
    said = [[rule.id for rule in found.advice.messages] for found in (before, after)]

    def staged(tell: Callable[[Project, Stages], Told]) -> Move[Told] | None:
        both = ((found.project, found.edition.placement.stages) for found in (before, after))
        return _move(*(tell(project, stages) if project else None for project, stages in both))

    organisations = [(found.organisation, found.edition.placement.levels) for found in (before, after)]
    return Difference(
        before=before,
        after=after,
        answers=_answers(before, after),
        dropped=dropped,
        stage=staged(lambda found, stages: stages[found.placement.stage.reached]),
        stage_range=staged(
            lambda found, stages: (stages[found.placement.stage.lowest], stages[found.placement.stage.highest]),
        ),
        consolidated=staged(lambda found, stages: stages[found.placement.consolidated]),
        zones=_zones(before, after),
        levers=staged(lambda found, _: tuple(each.lever for each in found.levers)),
        type=_move(before.facts.type.value, after.facts.type.value),
        level=_move(*(levels[found.level] if found else None for found, levels in organisations)),
        level_range=_move(
            *((levels[found.lowest], levels[found.highest]) if found else None for found, levels in organisations),
        ),
        filled=_filled(before, after),
        opened=_filled(after, before),
        brought_in=tuple(each for each in after.advice.recommendations if each.item.id not in shown[0]),
        left_out=tuple(each for each in before.advice.recommendations if each.item.id not in shown[1]),
        said=tuple(rule for rule in after.advice.messages if rule.id not in said[0]),
        unsaid=tuple(rule for rule in before.advice.messages if rule.id not in said[1]),
    )


def _move(before: Told | None, after: Told | None) -> Move[Told] | None:
    return None if before == after else Move(before, after)


def _answers(before: Assessment, after: Assessment) -> tuple[AnswerMove, ...]:
    was, becomes = before.answers.values, after.answers.values
    return tuple(
        AnswerMove(name, was.get(name), becomes.get(name))
        for name in before.in_order({*was, *becomes})
        if was.get(name) != becomes.get(name)
    )


def _filled(before: Assessment, after: Assessment) -> tuple[Gap, ...]:
    """What is missing in *before* and holds in *after*; a requirement that is only no longer looked at is left out."""
    if before.project is None or after.project is None:
        return ()
    levels, placement = levels_of(after.edition, after.answers), before.project.placement
    return tuple(
        gap
        for gap in (*placement.to_consolidate, *placement.to_next)
        if gap.requirement.question in levels and met(gap.requirement, levels)
    )


def _zones(before: Assessment, after: Assessment) -> tuple[ZoneMove, ...]:
    was, becomes = (_statuses(found.project) for found in (before, after))
    return tuple(
        ZoneMove(zone, was.get(zone.id), becomes.get(zone.id))
        for zone in {each.id: each for found in (after, before) for each in found.edition.placement.zones}.values()
        if was.get(zone.id) != becomes.get(zone.id)
    )


def _statuses(project: Project | None) -> dict[str, Status]:
    return {found.zone.id: found.status for found in project.placement.zones} if project else {}
