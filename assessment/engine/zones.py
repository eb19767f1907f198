"""Facts about a project in, the risk zones it has before it, around it or behind it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.content.placement import Sign, Zone
from assessment.engine.facts import Facts
from assessment.engine.stage import Levels, met
from assessment.engine.verdicts import Verdict, weigh

Status = Literal["devant", "dedans", "franchie"]


@dataclass(frozen=True, slots=True)
class ZoneFound:
    """A zone with its status, the signs that hold, and the unknown answers that could move the status."""

    zone: Zone
    status: Status
    signs: tuple[Sign, ...]
    because: frozenset[str]
    undecided_by: frozenset[str]


def find_zones(facts: Facts, levels: Levels) -> tuple[ZoneFound, ...]:
    """The zone out of the stage reached, those shown besides, and the zone out of the consolidated stage."""
    return tuple(_found(zone, facts, levels) for zone in _named(facts))


def _named(facts: Facts) -> Iterator[Zone]:
    stages, zones = facts.edition.placement.stages, facts.edition.placement.zones
    here, firm = stages[facts.stage.value].id, stages[facts.consolidated.value].id
    kept = [zone for zone in zones if not _holds(zone.unless, facts)]
    yield from (zone for zone in kept if zone.stage == here)
    yield from (zone for zone in kept if zone.stage != here and _holds(zone.also_when, facts))
    yield from (zone for zone in kept if zone.stage == firm != here and not _holds(zone.also_when, facts))


def _holds(condition: object, facts: Facts) -> bool:
    return condition is not None and weigh(condition, facts).verdict is Verdict.HOLDS


def _found(zone: Zone, facts: Facts, levels: Levels) -> ZoneFound:
    weighed = [(sign, weigh(sign.when, facts)) for sign in zone.signs]
    signs = tuple(sign for sign, each in weighed if each.verdict is Verdict.HOLDS)
    because = frozenset().union(*(each.because for _, each in weighed if each.verdict is Verdict.HOLDS))
    if _crossed(zone, facts, levels):
        return ZoneFound(zone, "franchie", signs, because, frozenset())
    status: Status = "dedans" if _inside(signs) else "devant"
    unknown = [(sign, each.missing) for sign, each in weighed if each.verdict is Verdict.UNKNOWN]
    at_worst = _inside([*signs, *(sign for sign, _ in unknown)])
    moving = status == "devant" and at_worst
    missing = frozenset().union(*(missing for _, missing in unknown)) if moving else frozenset()
    return ZoneFound(zone, status, signs, because, missing)


def _inside(signs: Sequence[Sign]) -> bool:
    return len(signs) > 1 and any(sign.main for sign in signs)


def _crossed(zone: Zone, facts: Facts, levels: Levels) -> bool:
    place = facts.edition.stage_index[zone.stage]
    gates = facts.edition.placement.gates
    return place < len(gates) and all(met(deed, levels) for deed in gates[place].deeds)
