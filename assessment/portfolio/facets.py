"""An edition in, what can be counted and filtered in a portfolio out: facets, their values and what these are called.

Every project has one value of an exclusive facet, and at least one of any other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.portfolio import traits as each
from assessment.portfolio import wording_of_facets as wording
from assessment.portfolio.wording_of_decisions import STATUSES, UNDECIDED

#: The facet of what the owner's offer covers.
COVERED = "covered"
#: The facet of what the owner decided.
DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Facet:
    """Something projects are told apart by; *values*: id -> label, in the order in which they are read."""

    id: str
    label: str
    values: Mapping[str, str]
    exclusive: bool = True


Facets = Mapping[str, Facet]
#: What stands beside the values of a project that was answered for.
_OPEN = {each.UNKNOWN: wording.UNKNOWN, each.ABSENT: wording.ABSENT}
_OTHERS = {each.NONE: wording.NO_LEVER, **_OPEN}
_ABSENT, _PRIVATE = {each.ABSENT: wording.ABSENT}, {each.PRIVATE: wording.PRIVATE}


def facets(edition: Edition) -> Facets:
    """Every facet of an edition by id, in the order in which they are told."""
    found = (_of_stages(edition), _of_levers(edition), _of_dimensions(edition), _of_organisations(edition))
    return {facet.id: facet for group in (*found, _of_proofs(edition), _of_the_owner()) for facet in group}


def _of_stages(edition: Edition) -> Iterator[Facet]:
    placement = edition.placement
    stages, firmness = _stages(edition), wording.FIRMNESSES
    yield Facet("phase", wording.PHASE, {**{phase.id: phase.label for phase in placement.phases}, **_OPEN})
    yield Facet("stage", wording.STAGE, {**stages, **_OPEN})
    yield Facet("firmness", wording.FIRMNESS, {**firmness, **_OPEN})
    yield Facet("standing", wording.STANDING, {**_cells(stages, firmness), **_OPEN})
    zones = _cells({zone.id: zone.label for zone in placement.zones}, wording.ZONE_STATUSES)
    yield Facet("zone", wording.ZONE, {**zones, each.NONE: wording.NO_ZONE, **_OPEN}, exclusive=False)


def _of_levers(edition: Edition) -> Iterator[Facet]:
    levers = {name: lever.title for name, lever in edition.lever.items()}
    yield Facet("lever", wording.LEVER, {**levers, **_OTHERS}, exclusive=False)
    yield Facet("lever_at", wording.LEVER_AT, {**_cells(levers, _stages(edition)), **_OTHERS}, exclusive=False)
    yield Facet(COVERED, wording.COVERED, {**wording.COVERS, **_OTHERS})
    for lever, title in levers.items():
        yield Facet(f"{each.HELP}{lever}", wording.HELP.format(lever=title), {**wording.HELPS, **_OPEN, **_PRIVATE})


def _of_dimensions(edition: Edition) -> Iterator[Facet]:
    levels = {str(place): name for place, name in enumerate(_stages(edition).values(), start=1)}
    for screen in edition.project.screens:
        if screen.scored:
            yield Facet(
                f"{each.DIMENSION}{screen.id}", wording.DIMENSION.format(label=screen.label), {**levels, **_OPEN}
            )


def _of_proofs(edition: Edition) -> Iterator[Facet]:
    confidence = {level.id: capital(level.label) for level in edition.placement.confidence.levels}
    yield Facet("confidence", wording.CONFIDENCE, {**confidence, **_ABSENT})
    yield Facet("proof", wording.PROOF, {**wording.PROOFS, **_PRIVATE, **_ABSENT})
    yield Facet("reread", wording.REREAD, {**wording.REREADS, **_PRIVATE, **_ABSENT})


def _of_the_owner() -> Iterator[Facet]:
    statuses = {name: capital(told) for name, told in STATUSES.items()}
    yield Facet(DECISION, wording.DECISION, {**statuses, each.NONE: capital(UNDECIDED)})


def capital(text: str) -> str:
    """With a capital.

    >>> capital("en attente")
    'En attente'
    """
    return text[:1].upper() + text[1:]


def _stages(edition: Edition) -> Mapping[str, str]:
    return {stage.id: stage.label for stage in edition.placement.stages}


def _cells(rows: Mapping[str, str], columns: Mapping[str, str]) -> Mapping[str, str]:
    return {
        each.at(row, column): wording.CELL.format(row=label, column=told)
        for row, label in rows.items()
        for column, told in columns.items()
    }


def _of_organisations(edition: Edition) -> Iterator[Facet]:
    placement = edition.placement
    types = {kind.id: kind.label for kind in placement.types}
    told = {choice.id for asked in placement.type_asked_by for choice in edition.questions[asked].choices}
    without = {name: wording.TYPE_NONE for name in sorted(filter(None, told - set(types)))}
    yield Facet("type", wording.TYPE, {**types, **without, each.UNKNOWN: wording.TYPE_UNKNOWN})
    levels = {level.id: level.label for level in placement.levels}
    rest = {each.OPEN: wording.LEVEL_OPEN, each.ABSENT: wording.ABSENT_ORGANISATION}
    yield Facet("level", wording.LEVEL, {**levels, **rest})
