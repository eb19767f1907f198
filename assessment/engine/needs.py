"""A placement in, the needs it shows out: one per dimension that holds the project back, at the level to reach."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.content.levers import Need
from assessment.engine.facts import Fact, Facts
from assessment.engine.levers import stays_here
from assessment.engine.placement import Placement
from assessment.engine.stage import Gap


@dataclass(frozen=True, slots=True)
class NeedFound:
    """A need and the answers that show it."""

    need: Need
    because: frozenset[str]


def find_needs(placement: Placement, facts: Facts) -> tuple[NeedFound, ...]:
    """Dimensions of the missing conditions first, oldest gate first, then fragile ones in the questionnaire's order.

    What the next stage asks waits while something up to the stage reached is still to consolidate, and is no need of a
    project that stays where it was born.

    The phase is that of the level still to reach, not of the stage reached: a project that spreads and never wrote
    what it wants to change is told to frame its evaluation, not to measure at large.
    """
    edition = facts.edition
    wanted: dict[str, int] = {}
    because: dict[str, set[str]] = {}
    to_next = () if stays_here(facts) else placement.to_next
    for gap in _known(placement.to_consolidate) or _known(to_next):
        dimension = edition.dimension_of(gap.requirement.question)
        wanted.setdefault(dimension, gap.requirement.at_least)
        because.setdefault(dimension, set()).add(gap.requirement.question)
    for dimension in placement.profile.fragile:
        fact = facts.dimensions[dimension]
        wanted.setdefault(dimension, fact.value + 1)
        because.setdefault(dimension, set()).update(fact.because)
    if not placement.to_consolidate and not to_next and not wanted:
        wanted = dict.fromkeys(edition.needs.when_nothing_is_missing, placement.stage.reached + 1)
        because = {dimension: set(facts.stage.because) for dimension in wanted}
    return tuple(
        NeedFound(_need(edition, dimension, level), frozenset(because[dimension]))
        for dimension, level in wanted.items()
    )


def _known(gaps: Sequence[Gap]) -> list[Gap]:
    return [gap for gap in gaps if gap.level is not None]


def need_facts(needs: tuple[NeedFound, ...]) -> dict[str, Fact]:
    """Needs by dimension, as conditions ask for them."""
    return {found.need.dimension: Fact(True, found.because) for found in needs}


def _need(edition: Edition, dimension: str, level: int) -> Need:
    phase = edition.placement.stages[level - 1].phase
    return next(need for need in edition.needs.needs if (need.dimension, need.phase) == (dimension, phase))
