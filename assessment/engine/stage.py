"""Levels of the gate questions in; the stage reached, its range, and what would decide it out.

Deeds name the stage (E): the highest stage whose own deeds are all true, provided that no deed of a lower stage is
known to be false. Prerequisites say how far it is consolidated (C <= E). Source: the method's calibration on labelled
cases, where demanding every prerequisite before naming a stage agreed far less often with the experts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from assessment.content.edition import Edition
from assessment.content.placement import Gate, Requirement
from assessment.engine.answers import Answers

Levels = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class StageRange:
    """Stage indexes from 0: *reached*, *lowest* and *highest* over every way of filling what is unknown.

    *decided_by*: unknown deed questions that could move the stage; empty when no further answer can.
    """

    reached: int
    lowest: int
    highest: int
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A deed or prerequisite of *stage* (index from 0) that is missing, or unknown when *level* is None."""

    stage: int
    requirement: Requirement
    level: int | None


def levels_of(edition: Edition, answers: Answers) -> Levels:
    """Level of every gate question, None when unknown or unanswered."""
    return {name: answers.level(edition.questions[name]) for name in edition.key_questions}


def met(requirement: Requirement, levels: Levels) -> bool | None:
    """Whether a requirement holds; None when its answer is unknown."""
    level = levels[requirement.question]
    return None if level is None else level >= requirement.at_least


def reached(gates: Sequence[Gate], levels: Levels) -> int:
    """Index of the stage that the deeds name."""
    stage = 0
    for index, gate in enumerate(gates, start=1):
        deeds = [met(deed, levels) for deed in gate.deeds]
        if all(deeds):
            stage = index
        if False in deeds:
            break
    return stage


def stage_range(edition: Edition, levels: Levels) -> StageRange:
    """The stage, its range, and the questions that would decide it.

    Every filling of the unknown deeds is tried, over the classes into which the thresholds cut their options.
    """
    gates = edition.placement.gates
    unknown = [name for name in edition.deed_questions if levels[name] is None]
    outcomes = {
        filling: reached(gates, {**levels, **dict(zip(unknown, filling, strict=True))})
        for filling in product(*(_classes(edition, name) for name in unknown))
    }
    deciding = []
    for place, name in enumerate(unknown):
        by_others: dict[tuple[int, ...], set[int]] = {}
        for filling, stage in outcomes.items():
            by_others.setdefault(filling[:place] + filling[place + 1 :], set()).add(stage)
        if any(len(stages) > 1 for stages in by_others.values()):
            deciding.append(name)
    return StageRange(reached(gates, levels), min(outcomes.values()), max(outcomes.values()), tuple(deciding))


def _classes(edition: Edition, name: str) -> tuple[int, ...]:
    possible = edition.questions[name].levels
    thresholds = {deed.at_least for gate in edition.placement.gates for deed in gate.deeds if deed.question == name}
    kept = {possible[0]} | {next((level for level in possible if level >= least), possible[-1]) for least in thresholds}
    return tuple(sorted(kept))


def consolidated(edition: Edition, levels: Levels, stage: int, *, unknown_counts: bool) -> int:
    """Index of the highest stage up to *stage* whose deeds and prerequisites, and those below, all hold."""
    for index, gate in enumerate(edition.placement.gates[:stage]):
        held = [met(each, levels) for each in (*gate.deeds, *gate.prerequisites)]
        if not all(unknown_counts if each is None else each for each in held):
            return index
    return stage


def gaps(edition: Edition, levels: Levels, first: int, last: int) -> tuple[Gap, ...]:
    """What is missing or unknown for the stages *first* to *last* (indexes): oldest gate first, deeds in front."""
    return tuple(
        Gap(index, each, levels[each.question])
        for index, gate in enumerate(edition.placement.gates, start=1)
        if first <= index <= last
        for each in (*gate.deeds, *gate.prerequisites)
        if not met(each, levels)
    )
