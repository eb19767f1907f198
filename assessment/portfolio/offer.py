"""What a funder offers: lines in and out of JSON, the needs that they cover, what suits a phase badly. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assessment.content.edition import Edition
from assessment.content.funding import Support
from assessment.portfolio.traits import at

#: Lines of one offer, and the largest amount in euros: more is a mistake of the keyboard.
MOST_LINES, LARGEST = 20, 1_000_000_000


@dataclass(frozen=True, slots=True)
class Offered:
    """One line: a *kind* of support for a *lever*, at some *stages*, between two amounts in euros (None: not said)."""

    lever: str
    stages: tuple[str, ...]
    kind: str
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Unsuited:
    """A kind of support that does not suit some of the *stages* that it is offered at; it says why."""

    support: Support
    stages: tuple[str, ...]


def read_offer(data: Any, edition: Edition) -> tuple[Offered, ...]:  # noqa: ANN401 - what was kept
    """The lines that were kept; what *edition* does not know is left out."""
    if not isinstance(data, list):
        return ()
    return tuple(line for each in data if isinstance(each, Mapping) for line in _read(each, edition))


def offer_data(lines: Iterable[Offered]) -> list[dict[str, Any]]:
    """The lines as JSON."""
    return [
        {"lever": each.lever, "stages": list(each.stages), "kind": each.kind, "least": each.least, "most": each.most}
        for each in lines
    ]


def met(lines: Iterable[Offered]) -> frozenset[str]:
    """The needs that an offer covers: values of the facet of levers at a stage."""
    return frozenset(at(line.lever, stage) for line in lines for stage in line.stages)


def unsuited(lines: Iterable[Offered], edition: Edition) -> Iterator[Unsuited]:
    """The kinds of support that suit badly some of the stages they are for: each once, whatever it is offered for."""
    lines = tuple(lines)
    for support in edition.funding.supports:
        offered = {name for line in lines if line.kind == support.id for name in line.stages}
        stages = (stage for stage in edition.placement.stages if stage.id in offered)
        if found := tuple(stage.id for stage in stages if stage.phase in support.unsuited_in):
            yield Unsuited(support, found)


def _read(given: Mapping[str, Any], edition: Edition) -> Iterator[Offered]:
    support = next((each for each in edition.funding.supports if each.id == given.get("kind")), None)
    told = given.get("stages")
    stages = tuple(name for name in edition.stage_index if name in (told if isinstance(told, list) else ()))
    if support and given.get("lever") in support.levers and stages:
        yield Offered(given["lever"], stages, support.id, _amount(given.get("least")), _amount(given.get("most")))


def _amount(given: object) -> int | None:
    is_amount = isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= LARGEST
    return given if is_amount else None
