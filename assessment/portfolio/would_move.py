"""Two results of one project in, what moves between them out, the strongest first; in words of the content. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from assessment.content.edition import Edition
from assessment.engine.assess import Assessment
from assessment.engine.difference import difference
from assessment.portfolio import wording_of_reading as wording

EffectId = Literal["stage", "range", "consolidated", "level", "level_range", "zone", "levers", "confidence"]
#: What may move, the strongest first.
STRENGTH: tuple[EffectId, ...] = get_args(EffectId)
#: What goes without saying once something stronger is told.
SAID_BY: Mapping[EffectId, frozenset[EffectId]] = {
    "range": frozenset({"stage"}),
    "consolidated": frozenset({"stage"}),
    "zone": frozenset({"stage", "consolidated"}),
    "level_range": frozenset({"level"}),
}


@dataclass(frozen=True, slots=True)
class Effect:
    """What moves from *before* to *after*, by labels; two of them for a range. *about*: the label of the zone."""

    id: EffectId
    before: tuple[str, ...]
    after: tuple[str, ...]
    about: str = ""


def effects_of(before: Assessment, after: Assessment) -> tuple[Effect, ...]:
    """Everything that moves; a range only where it was open and gets narrower, levers only the first ones."""
    return tuple(sorted(_moving(before, after), key=lambda each: STRENGTH.index(each.id)))


def tell(effects: Sequence[Effect], edition: Edition, most: int = 2) -> str:
    """What effects of other answers would move, as the end of a sentence; the *most* strongest things are told."""
    groups: dict[EffectId, list[Effect]] = {}
    for each in sorted(effects, key=lambda each: STRENGTH.index(each.id)):
        if not SAID_BY.get(each.id, frozenset()) & groups.keys():
            groups.setdefault(each.id, []).append(each)
    told = [_told(together, edition) for together in list(groups.values())[:most]]
    return wording.AND_ALSO.join(told)


def _told(together: Sequence[Effect], edition: Edition) -> str:
    first = together[0]
    sentence = getattr(edition.interview.effects, first.id)
    if first.id in ("range", "level_range"):
        return sentence.format(lowest=_small(first.before[0]), highest=_small(first.before[-1]))
    if first.id == "levers":
        return sentence
    after = dict.fromkeys(_small(each.after[0]) for each in together)
    zones = dict.fromkeys(wording.QUOTED.format(words=each.about) for each in together)
    return sentence.format(before=_small(first.before[0]), after=_either(list(after)), zone=_either(list(zones)))


def _moving(before: Assessment, after: Assessment) -> Iterator[Effect]:
    found = difference(before, after)
    known = [each.facts.stage.value is not None for each in (before, after)]
    stages = [_stage(each) for each in (before, after)]
    if known[0] and stages[0] != stages[1]:
        yield Effect("stage", (stages[0],), (stages[1],))
    if found.stage_range and _width(before) > _width(after):
        yield Effect("range", *(_labels(ends) for ends in (found.stage_range.before, found.stage_range.after)))
    if found.consolidated and all(known) and found.consolidated.before and found.consolidated.after:
        moved = found.consolidated
        yield Effect("consolidated", (moved.before.label,), (moved.after.label,))
    if found.level and found.level.before and found.level.after:
        yield Effect("level", (found.level.before.label,), (found.level.after.label,))
    if found.level_range and _level_width(before) > _level_width(after):
        yield Effect("level_range", *(_labels(ends) for ends in (found.level_range.before, found.level_range.after)))
    statuses = {each.id: each.label for each in before.edition.placement.zone_statuses}
    for each in found.zones:
        told = [(statuses[status],) if status else (wording.NOT_THERE,) for status in (each.before, each.after)]
        yield Effect("zone", *told, about=each.zone.label)
    levers = [_levers(each) for each in (before, after)]
    if levers[0] != levers[1]:
        yield Effect("levers", *levers)
    firm = [_confidence(each) for each in (before, after)]
    if firm[0] != firm[1]:
        yield Effect("confidence", (firm[0],), (firm[1],))


def _stage(found: Assessment) -> str:
    if found.project is None or found.facts.stage.value is None:
        return wording.UNKNOWN
    return found.edition.placement.stages[found.project.placement.stage.reached].label


def _width(found: Assessment) -> int:
    return found.project.placement.stage.highest - found.project.placement.stage.lowest if found.project else 0


def _level_width(found: Assessment) -> int:
    return found.organisation.highest - found.organisation.lowest if found.organisation else 0


def _levers(found: Assessment) -> tuple[str, ...]:
    """The first levers, while the stage is known: they follow from it."""
    if found.project is None or found.facts.stage.value is None:
        return ()
    return tuple(each.lever.title for each in found.project.levers[: found.edition.limits.levers_at_most])


def _confidence(found: Assessment) -> str:
    levels = {each.id: each.label for each in found.edition.placement.confidence.levels}
    return levels[found.project.placement.confidence.level] if found.project else ""


def _labels(ends: Sequence[object] | None) -> tuple[str, ...]:
    return tuple(each.label for each in ends or ())


def _either(words: Sequence[str]) -> str:
    """Words between which one chooses.

    >>> _either(["conception", "modélisation", "essaimage"])
    'conception, modélisation ou essaimage'
    """
    return wording.OR.join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]
