"""A few projects in, the same things said of each out, criterion by criterion. Pure.

There is no total and no winner: every cell is said of one project alone, in the order in which they were chosen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.engine.assess import assess
from assessment.portfolio import compared
from assessment.portfolio import wording_of_comparison as wording
from assessment.portfolio.compared import Cell, Read, Say, Side

#: A page shows that many side by side, and no more.
FEWEST, MOST = 2, 5


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing said of every project, under the heading *group*."""

    id: str
    group: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Projects (id and name) in the order in which they were chosen, and the same criteria for all of them."""

    projects: tuple[tuple[str, str], ...]
    criteria: tuple[Criterion, ...]


_HIDDEN = Cell((wording.HIDDEN,), known=False)
_NO_PART = Cell((wording.NOT_ANSWERED_PART,), known=False)


def compare(projects: Sequence[Read], edition: Edition) -> Comparison:
    """Everything said of *projects*, side by side."""
    sides = [(each, _side(each, edition)) for each in projects]
    return Comparison(
        projects=tuple((each.id, each.name) for each in projects),
        criteria=tuple(
            Criterion(name, group, label, tuple(_cell(*one, say, quoting=quoting) for one in sides))
            for name, group, label, say, quoting in _criteria([side for _, side in sides if side], edition)
        ),
    )


def _side(project: Read, edition: Edition) -> Side | None:
    found = assess(project.answers, edition)
    return Side(found, found.project, project.first) if found.project else None


def _cell(project: Read, side: Side | None, say: Say, *, quoting: bool) -> Cell:
    if side is None:
        return _NO_PART
    return say(side) if project.shows_answers or not quoting else _HIDDEN


def _criteria(sides: Iterable[Side], edition: Edition) -> Iterator[tuple[str, str, str, Say, bool]]:
    """Id, group, label, what is said, and whether that quotes answers."""
    yield "stage", wording.WHERE, wording.STAGE, compared.stage, False
    yield "consolidated", wording.WHERE, wording.CONSOLIDATED, compared.consolidated, False
    yield "confidence", wording.WHERE, wording.CONFIDENCE, compared.confidence, False
    yield "zones", wording.WHERE, wording.ZONES, compared.zones, False
    yield "outside", wording.SHOWN, wording.BY_OUTSIDE, compared.backed("outside"), True
    yield "document", wording.SHOWN, wording.BY_DOCUMENT, compared.backed("document"), True
    yield "declared", wording.SHOWN, wording.DECLARED, compared.backed("no"), True
    yield "contradictions", wording.SHOWN, wording.CONTRADICTIONS, compared.contradictions, True
    for place in _next_gates(sides, edition):
        gate = edition.placement.gates[place]
        group = wording.NEXT.format(stage=edition.placement.stages[place + 1].label)
        for each in (*gate.deeds, *gate.prerequisites):
            label = compared.capital(each.missing)
            yield (
                f"gate_{gate.to}_{each.question}_{each.at_least}",
                group,
                label,
                compared.asked_next(place, each),
                True,
            )
    for screen in edition.project.screens:
        if screen.scored:
            yield f"dim_{screen.id}", wording.DIMENSIONS, screen.label, compared.dimension(screen.id), False
    yield "levers", wording.HELP, wording.LEVERS, compared.levers, False
    yield "asked", wording.HELP, wording.ASKED, compared.ticked(edition.levers.help_asked_by), True
    yield "blocks", wording.HELP, wording.BLOCKS, compared.ticked(edition.levers.blocks_asked_by), True
    yield "needs", wording.HELP, wording.NEEDS, compared.needs, False


def _next_gates(sides: Iterable[Side], edition: Edition) -> tuple[int, ...]:
    """Places of the gates that come next for one of the projects at least, in the order of the stages."""
    reached = {each.project.placement.stage.reached for each in sides}
    return tuple(sorted(place for place in reached if place < len(edition.placement.gates)))
