"""Rules and facts in; recommendations in order, messages, what is undecided and why the rest was kept out.

Guard-rails outrank everything, in what they hold back and in what they propose instead. Then kinds in the order of
the limits; within a kind, first what answers the person's own word on what blocks, then what rests on a missing
condition of a gate, then on the lowest dimension; then the rule's precedence and the order of the catalogue. The order
of the rules in their files changes nothing. Nothing is recommended without an answer behind it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assessment.content import conditions as written
from assessment.content.catalogue import Item
from assessment.content.edition import Edition
from assessment.content.rules import Group, HoldBack, Rule
from assessment.engine.facts import Fact, Facts
from assessment.engine.verdicts import Verdict, Weighed, weigh


@dataclass(frozen=True, slots=True)
class Weighing:
    """A rule, its verdict, and the guard-rails that hold the whole rule back."""

    rule: Rule
    weighed: Weighed
    held_back_by: tuple[str, ...] = ()

    @property
    def fires(self) -> bool:
        """Whether the rule holds and nothing holds it back."""
        return self.weighed.verdict is Verdict.HOLDS and not self.held_back_by


@dataclass(frozen=True, slots=True)
class Recommendation:
    """An item with its rank from 1, the rule that brought it in and the answers behind it."""

    rank: int
    item: Item
    rule: Rule
    because: frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that a rule recommends, before limits; *held_back_by* names the guard-rails that keep it out."""

    item: Item
    weighing: Weighing
    place: int  #: of the item in the rule
    held_back_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """Everything the rules say: what is shown, and all verdicts needed to say later why an item was not."""

    recommendations: tuple[Recommendation, ...]
    messages: tuple[Rule, ...]
    undecided: tuple[Weighing, ...]
    weighings: tuple[Weighing, ...]
    candidates: tuple[Candidate, ...]


def advise(facts: Facts) -> Advice:
    """Weigh every rule and choose what to show."""
    edition = facts.edition
    weighings: list[Weighing] = []
    for step in edition.rule_steps:
        found = [Weighing(rule, weigh(rule.when, facts)) for rule in step]
        weighings.extend(found)
        if told := _recommended(found, edition):
            facts = replace(facts, recommended={**facts.recommended, **told})
    rails = [each for each in weighings if each.rule.hold_back and each.weighed.verdict is Verdict.HOLDS]
    if rails:
        weighings = [
            replace(each, held_back_by=held) if (held := _held(each.rule, rails)) else each for each in weighings
        ]
    candidates = tuple(
        Candidate(edition.items[name], each, place, keeping_out(edition.items[name], rails))
        for each in weighings
        if each.fires and each.weighed.because
        for place, name in enumerate(each.rule.recommend)
    )
    return Advice(
        recommendations=_chosen(candidates, rails, facts),
        messages=tuple(each.rule for each in weighings if each.fires and each.rule.message),
        undecided=tuple(each for each in weighings if each.weighed.verdict is Verdict.UNKNOWN),
        weighings=tuple(weighings),
        candidates=candidates,
    )


def _recommended(found: Iterable[Weighing], edition: Edition) -> dict[str, Fact]:
    because: dict[str, frozenset[str]] = {}
    for each in found:
        if each.weighed.verdict is Verdict.HOLDS:
            for name in each.rule.recommend:
                for key in (name, edition.items[name].kind):
                    because[key] = because.get(key, frozenset()) | each.weighed.because
    return {key: Fact(True, reasons) for key, reasons in because.items()}


def _held(rule: Rule, rails: Iterable[Weighing]) -> tuple[str, ...]:
    tags = set(rule.tags)
    return tuple(rail.rule.id for rail in rails if tags.intersection(_hold(rail).tags)) if tags else ()


def keeping_out(item: Item, rails: Iterable[Weighing]) -> tuple[str, ...]:
    """The guard-rails among *rails* that keep *item* out."""
    return tuple(
        rail.rule.id
        for rail in rails
        if item.kind in _hold(rail).kinds or item.id in _hold(rail).items or set(item.tags) & set(_hold(rail).tags)
    )


def _hold(rail: Weighing) -> HoldBack:
    return rail.rule.hold_back or HoldBack()


def _chosen(candidates: Sequence[Candidate], rails: Iterable[Weighing], facts: Facts) -> tuple[Recommendation, ...]:
    edition = facts.edition
    place = {name: index for index, name in enumerate(edition.items)}
    ordered = sorted(
        (each for each in candidates if not each.held_back_by),
        key=lambda each: (
            each.weighing.rule.hold_back is None,
            _rests_on(frozenset(_own_reasons(each.weighing.weighed, facts)), facts),
            each.weighing.rule.precedence,
            each.place,
            place[each.item.id],
            each.weighing.rule.place,
        ),
    )
    best: dict[str, Candidate] = {}
    for each in ordered:
        best.setdefault(each.item.id, each)
    shown = [
        each
        for group in edition.limits.groups
        for each in [one for one in best.values() if one.item.kind in group.kinds][: _most(group, rails)]
    ]
    return tuple(
        Recommendation(rank, each.item, each.weighing.rule, each.weighing.weighed.because)
        for rank, each in enumerate(shown, start=1)
    )


def _most(group: Group, rails: Iterable[Weighing]) -> int:
    fewer = (number for rail in rails for kind, number in _hold(rail).at_most.items() if kind in group.kinds)
    return min([group.at_most, *fewer])


def _own_reasons(weighed: Weighed, facts: Facts) -> Iterator[str]:
    """The answers a rule looks at itself, those that only say the stage, type or level left aside."""
    for part in weighed.parts:
        yield from _own_reasons(part, facts)
    match weighed.condition:
        case written.DimensionTest(dimension=name) if weighed.verdict is Verdict.HOLDS:
            yield from facts.dimensions[name].because
        case written.AnswerTest() | written.MissingTest() | written.LeverTest() | written.NeedTest():
            yield from weighed.because if weighed.verdict is Verdict.HOLDS else ()


def _rests_on(because: frozenset[str], facts: Facts) -> int:
    """0 what blocks, 1 a gap up to the stage, 2 a gap to the next, 3 the lowest dimension, 4 anything else."""
    if facts.edition.levers.blocks_asked_by in because:
        return 0
    missing = facts.missing or {}
    where = frozenset().union(*(missing.get(question, frozenset()) for question in because))
    if where:
        return 1 if "consolidate" in where else 2
    known = {name: fact for name, fact in facts.dimensions.items() if fact.value is not None}
    lowest = min((fact.value for fact in known.values()), default=None)
    return 3 if any(fact.value == lowest and fact.because & because for fact in known.values()) else 4
