"""An item that is not recommended in, the smallest sets of answers that would bring it in out, each one proved.

The search takes one hurdle of one rule at a time, the one that leaves the fewest answers to try, and assesses the
changed answers again. Sizes are tried in order, so that the first sets found are the smallest. How many assessments are
made is bounded, and their order is always the same. Each set found is proved by a last assessment with every rule.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assessment.content.catalogue import Item
from assessment.content.edition import Edition
from assessment.content.rules import Rule
from assessment.engine.answers import Value
from assessment.engine.assess import Assessment, assess
from assessment.engine.changes import change
from assessment.engine.dependencies import narrowed, recommending
from assessment.engine.hurdles import Hurdle, hurdles, least_changes
from assessment.engine.moves import Marks, finest, marks_of, runs
from assessment.engine.verdicts import Verdict, weigh

#: Answers that may change together; assessments made, sets kept and trials followed up in one search.
LARGEST_SET = 3
MOST_ASSESSMENTS = 600
MOST_SETS = 8
FOLLOWED = 4

Pairs = frozenset[tuple[str, Value]]
#: Changes of one answer that go the same way, the nearest first.
Way = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Remedy:
    """Answers that would together bring an item in, in the order of the questionnaires.

    *dropped*: questions whose present answers would have to go, because they are asked of another type.
    """

    answers: tuple[tuple[str, Value], ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remedies:
    """Sets of one size, the smallest found; *complete* unless the search stopped at one of its bounds."""

    sets: tuple[Remedy, ...]
    complete: bool
    assessments: int


def remedies(assessment: Assessment, item: Item) -> Remedies:
    """The single answers that would bring *item* in, or else the smallest sets of at most three."""
    search = _Search(assessment, item)
    found: list[Pairs] = []
    for size in range(1, LARGEST_SET + 1):
        found = search.sets(size)
        if found:
            break
    proved = (_proved(assessment, item, pairs) for pairs in search.nearest(found))
    return Remedies(tuple(filter(None, proved)), search.complete, search.assessments)


def _proved(assessment: Assessment, item: Item, pairs: Pairs) -> Remedy | None:
    answers = dict(pairs)
    changed = change(assessment.answers, answers, assessment.edition)
    shown = assess(changed.answers, assessment.edition).advice.recommendations
    if not any(each.item.id == item.id for each in shown):
        return None
    return Remedy(tuple((name, answers[name]) for name in assessment.in_order(answers)), changed.dropped)


class _Search:
    """One search, in an edition with the competing rules only and without limits, so that places can be compared."""

    def __init__(self, assessment: Assessment, item: Item) -> None:
        self.item = item
        self.start = assessment
        self.edition = _competing(assessment.edition, item)
        self.marks = marks_of(assessment.edition)
        self.finest = finest(self.marks, assessment.edition)
        self.group = next(group for group in assessment.edition.limits.groups if item.kind in group.kinds)
        self.tried: dict[Pairs, bool] = {}
        self.kept: dict[Pairs, Assessment] = {}
        self.assessments = 0
        self.complete = True

    def sets(self, size: int) -> list[Pairs]:
        """Sets of *size* changes that bring the item in, found from each rule in turn."""
        found: dict[Pairs, None] = {}
        start = assess(self.start.answers, self.edition)
        for rule in recommending(self.item.id, self.edition):
            for pairs in self._from(frozenset(), start, rule.id, size):
                found[pairs] = None
                if len(found) >= MOST_SETS and size > 1:
                    self.complete = False
                    return list(found)
        return list(found)

    def nearest(self, found: Iterable[Pairs]) -> list[Pairs]:
        """*found* without sets that only go further the same way than another one."""
        steps = {pairs: {pair[0]: self._step(*pair) for pair in pairs} for pairs in found}
        return [
            pairs
            for pairs, step in steps.items()
            if not any(other != step and _no_further(other, step) for other in steps.values())
        ]

    def _from(self, pairs: Pairs, here: Assessment, rule: str, left: int) -> Iterator[Pairs]:
        """Sets that add *left* changes to *pairs* and bring the item in by *rule*."""
        weighing = next(each for each in here.advice.weighings if each.rule.id == rule)
        wide = left == 1 and not pairs
        ahead = hurdles(here, self.item, weighing, wide=wide)
        least = least_changes(ahead)
        if least is None or least > left:
            return
        marks = self.finest if wide else self.marks
        ways = min((self._ways(pairs, here, hurdle, marks) for hurdle in ahead), key=lambda ways: sum(map(len, ways)))
        followed = []
        for way in ways:
            for pair in way:
                more = pairs | {pair}
                if left == 1 and more in self.tried:
                    continue
                there = self._assessed(more)
                if there is None:
                    return
                if self.tried[more]:
                    yield more
                    break
                followed.append((more, there))
        if left > 1:
            for more, there in self._worth_following(followed, here):
                yield from self._from(more, there, rule, left - 1)

    def _assessed(self, pairs: Pairs) -> Assessment | None:
        """The result of *pairs*, kept for single changes, which come back at every size; None beyond the bound."""
        if pairs in self.kept:
            return self.kept[pairs]
        if self.assessments >= MOST_ASSESSMENTS:
            self.complete = False
            return None
        self.assessments += 1
        found = assess(change(self.start.answers, dict(pairs), self.edition).answers, self.edition)
        place = self._place(found)
        self.tried[pairs] = place is not None and place < self._room(found)
        if len(pairs) == 1:
            self.kept[pairs] = found
        return found

    def _room(self, found: Assessment) -> int:
        """How many of the group are shown: as many as the limits say, fewer where a guard-rail says so."""
        holding = {each.rule.id for each in found.advice.weighings if each.weighed.verdict is Verdict.HOLDS}
        rails = (rule for rule in self.start.edition.rules if rule.hold_back and rule.id in holding)
        fewer = (most for rail in rails for kind, most in rail.hold_back.at_most.items() if kind in self.group.kinds)
        return min([self.group.at_most, *fewer])

    def _place(self, found: Assessment) -> int | None:
        shown = [each.item.id for each in found.advice.recommendations if each.item.kind in self.group.kinds]
        return shown.index(self.item.id) if self.item.id in shown else None

    def _worth_following(
        self,
        followed: list[tuple[Pairs, Assessment]],
        here: Assessment,
    ) -> list[tuple[Pairs, Assessment]]:
        """All trials; once the item only stands too far down, the few that bring it nearest to the top."""
        place = self._place(here)
        if place is None:
            return followed
        places = [self._place(there) for _, there in followed]
        nearer = sorted((now, index) for index, now in enumerate(places) if now is not None and now < place)
        self.complete = False
        return [followed[index] for _, index in nearer[:FOLLOWED]]

    def _ways(self, pairs: Pairs, here: Assessment, hurdle: Hurdle, marks: Marks) -> list[Way]:
        """Changes that could lift *hurdle*, by the way that they go."""
        changed = {name for name, _ in pairs}
        return [
            tuple((name, value) for value in run if self._lifts(name, value, here, hurdle))
            for name in here.in_order(hurdle.questions)
            if name not in changed
            for run in runs(here.edition.questions[name], here.answers.values.get(name), marks)
        ]

    def _lifts(self, name: str, value: Value, here: Assessment, hurdle: Hurdle) -> bool:
        if name in here.edition.placement.type_asked_by and not _tells_type(name, value, here):
            return False
        if hurdle.test is None:
            return True
        test, wanted = hurdle.test
        answers = replace(here.answers, values={**here.answers.values, name: value})
        return weigh(test, replace(here.facts, answers=answers)).verdict is (Verdict.HOLDS if wanted else Verdict.FAILS)

    def _step(self, name: str, value: Value) -> tuple[int, int]:
        """Which way a change goes, and how far."""
        given = self.start.answers.values.get(name)
        ways = runs(self.start.edition.questions[name], given, self.finest)
        return next((way, run.index(value)) for way, run in enumerate(ways) if value in run)


def _tells_type(name: str, value: Value, here: Assessment) -> bool:
    """Whether *name* is where this type is told: where it is told already, else first in a part that is open."""
    asked, part_of = here.edition.placement.type_asked_by, here.edition.part_of
    told = [other for other in asked if here.answers.knows(other)]
    if told:
        return asked.index(name) <= asked.index(told[0])
    kind = here.edition.questions[name].choices[value - 1].id
    telling = [other for other in asked if any(each.id == kind for each in here.edition.questions[other].choices)]
    return name == min(telling, key=lambda other: part_of[other] not in here.answers.parts)


def _no_further(one: dict[str, tuple[int, int]], other: dict[str, tuple[int, int]]) -> bool:
    return one.keys() == other.keys() and all(
        one[name][0] == other[name][0] and one[name][1] <= other[name][1] for name in one
    )


def _competing(edition: Edition, item: Item) -> Edition:
    """The edition with guard-rails and the rules that recommend what is shown in the same group, without limits."""
    kinds = next(group.kinds for group in edition.limits.groups if item.kind in group.kinds)
    rules = (
        rule
        for rule in edition.rules
        if not rule.presentation
        and (rule.hold_back or any(edition.items[name].kind in kinds for name in rule.recommend))
    )
    kept = narrowed(edition, rules)
    groups = tuple(group.model_copy(update={"at_most": len(edition.items)}) for group in edition.limits.groups)
    return replace(
        kept,
        limits=edition.limits.model_copy(update={"groups": groups}),
        rules=tuple(_without_limit(rule) for rule in kept.rules),
    )


def _without_limit(rule: Rule) -> Rule:
    if not rule.hold_back:
        return rule
    return rule.model_copy(update={"hold_back": rule.hold_back.model_copy(update={"at_most": {}})})
