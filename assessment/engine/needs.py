"""A placement in, the needs it shows out: one per dimension that holds the project back, in the phase it is in."""

from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.content.levers import Need
from assessment.engine.facts import Fact, Facts
from assessment.engine.placement import Placement


@dataclass(frozen=True, slots=True)
class NeedFound:
    """A need and the answers that show it."""

    need: Need
    because: frozenset[str]


def find_needs(placement: Placement, facts: Facts) -> tuple[NeedFound, ...]:
    """Dimensions of the missing conditions first, oldest gate first, then fragile ones in the questionnaire's order."""
    edition = facts.edition
    phase = edition.placement.stages[placement.stage.reached].phase
    shown: dict[str, set[str]] = {}
    for gap in (*placement.to_consolidate, *placement.to_next):
        question = gap.requirement.question
        if gap.level is not None:
            shown.setdefault(edition.dimension_of(question), set()).add(question)
    for dimension in placement.profile.fragile:
        shown.setdefault(dimension, set()).update(facts.dimensions[dimension].because)
    if not shown and not placement.to_consolidate and not placement.to_next:
        shown = {name: set(facts.stage.because) for name in edition.needs.when_nothing_is_missing}
    return tuple(NeedFound(_need(edition, name, phase), frozenset(because)) for name, because in shown.items())


def need_facts(needs: tuple[NeedFound, ...]) -> dict[str, Fact]:
    """Needs by dimension, as conditions ask for them."""
    return {found.need.dimension: Fact(True, found.because) for found in needs}


def _need(edition: Edition, dimension: str, phase: str) -> Need:
    return next(need for need in edition.needs.needs if (need.dimension, need.phase) == (dimension, phase))
