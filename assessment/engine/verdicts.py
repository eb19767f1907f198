"""A condition and facts in, a verdict out: holds, fails or unknown, with its reasons and what would decide.

The tree that is weighed is the explanation: every part keeps the questions that caused it (*because*, answered ones
only) and, where it is unknown, the questions that would decide it (*missing*).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from assessment.content import conditions as written
from assessment.content.questionnaire import UNKNOWN
from assessment.engine.facts import Fact, Facts


class Verdict(Enum):
    """What a condition weighs."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A condition with its verdict, its reasons, what would decide it, and its parts."""

    condition: written.Condition
    verdict: Verdict
    because: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    parts: tuple["Weighed", ...] = ()


def weigh(condition: written.Condition, facts: Facts) -> Weighed:
    """The verdict on *condition*; pure and total: whatever is not in *facts* is unknown."""
    return _WEIGHERS[type(condition)](condition, facts)


_WEIGHERS: dict[type, Callable[[Any, Facts], Weighed]] = {}


def _weighs(kind: type) -> Callable[[Callable[[Any, Facts], Weighed]], None]:
    """Say that a function weighs conditions of one kind; a table is looked up faster than kinds are tried in turn."""
    return lambda weigher: _WEIGHERS.update({kind: weigher})


@_weighs(written.All)
def _(condition: written.All, facts: Facts) -> Weighed:
    return _joined(condition, condition.all_, facts, decisive=Verdict.FAILS, otherwise=Verdict.HOLDS)


@_weighs(written.Any_)
def _(condition: written.Any_, facts: Facts) -> Weighed:
    return _joined(condition, condition.any_, facts, decisive=Verdict.HOLDS, otherwise=Verdict.FAILS)


_CONTRARY = {Verdict.HOLDS: Verdict.FAILS, Verdict.FAILS: Verdict.HOLDS, Verdict.UNKNOWN: Verdict.UNKNOWN}


@_weighs(written.Not)
def _(condition: written.Not, facts: Facts) -> Weighed:
    weighed = weigh(condition.not_, facts)
    return Weighed(condition, _CONTRARY[weighed.verdict], weighed.because, weighed.missing, (weighed,))


def _joined(
    condition: written.Condition,
    parts: Iterable[written.Condition],
    facts: Facts,
    *,
    decisive: Verdict,
    otherwise: Verdict,
) -> Weighed:
    weighed = tuple([_WEIGHERS[type(part)](part, facts) for part in parts])
    verdicts = [each.verdict for each in weighed]
    verdict = decisive if decisive in verdicts else Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts else otherwise
    counted = [each for each in weighed if each.verdict is verdict]
    because = counted[0].because if len(counted) == 1 else frozenset().union(*[each.because for each in counted])
    missing = frozenset().union(*[each.missing for each in counted]) if verdict is Verdict.UNKNOWN else frozenset()
    return Weighed(condition, verdict, because, missing, weighed)


def _of(fact: Fact, condition: written.Condition, holds: Callable[[Any], bool]) -> Weighed:
    if fact.value is None:
        return Weighed(condition, Verdict.UNKNOWN, frozenset(), fact.missing)
    return Weighed(condition, Verdict.HOLDS if holds(fact.value) else Verdict.FAILS, fact.because)


def _between(value: int, at_least: int | None, at_most: int | None) -> bool:
    return (at_least is None or value >= at_least) and (at_most is None or value <= at_most)


@_weighs(written.AnswerTest)
def _(condition: written.AnswerTest, facts: Facts) -> Weighed:
    value = facts.answers.values.get(condition.answer, UNKNOWN)
    if value == UNKNOWN:
        return Weighed(condition, Verdict.UNKNOWN, frozenset(), frozenset({condition.answer}))
    ticked = value if isinstance(value, tuple) else (value,)
    if condition.is_ is not None:
        holds = ticked == (condition.is_,)
    elif condition.in_ is not None:
        holds = len(ticked) == 1 and ticked[0] in condition.in_
    elif condition.includes is not None:
        holds = bool(set(ticked) & set(condition.includes))
    elif condition.empty is not None:
        holds = (not ticked) == condition.empty
    else:
        level = facts.answers.level(facts.edition.questions[condition.answer])
        holds = level is not None and _between(level, condition.at_least, condition.at_most)
    return Weighed(condition, Verdict.HOLDS if holds else Verdict.FAILS, frozenset({condition.answer}))


@_weighs(written.DimensionTest)
def _(condition: written.DimensionTest, facts: Facts) -> Weighed:
    fact = facts.dimensions.get(condition.dimension, Fact())
    if condition.below is None:
        return _of(fact, condition, lambda level: _between(level, condition.at_least, condition.at_most))
    if unknown := [each for each in (fact, facts.stage) if each.value is None]:
        return Weighed(condition, Verdict.UNKNOWN, frozenset(), frozenset().union(*(each.missing for each in unknown)))
    verdict = Verdict.HOLDS if fact.value < facts.stage.value + 1 else Verdict.FAILS
    return Weighed(condition, verdict, fact.because | facts.stage.because)


@_weighs(written.StageTest)
def _(condition: written.StageTest, facts: Facts) -> Weighed:
    fact = facts.stage if condition.stage == "reached" else facts.consolidated
    place = facts.edition.stage_index
    if condition.above is not None:
        if facts.stage.value is None or facts.consolidated.value is None:
            return Weighed(condition, Verdict.UNKNOWN, frozenset(), facts.stage.missing)
        return Weighed(
            condition,
            Verdict.HOLDS if facts.stage.value > facts.consolidated.value else Verdict.FAILS,
            facts.stage.because | facts.consolidated.because,
        )
    if condition.is_ is not None:
        return _of(fact, condition, lambda index: index == place[condition.is_])
    if condition.in_ is not None:
        return _of(fact, condition, lambda index: index in {place[each] for each in condition.in_})
    least = place[condition.at_least] if condition.at_least else None
    most = place[condition.at_most] if condition.at_most else None
    return _of(fact, condition, lambda index: _between(index, least, most))


@_weighs(written.MissingTest)
def _(condition: written.MissingTest, facts: Facts) -> Weighed:
    question = frozenset({condition.missing})
    if facts.missing is None or not facts.answers.knows(condition.missing):
        return Weighed(condition, Verdict.UNKNOWN, frozenset(), question)
    where = facts.missing.get(condition.missing, frozenset())
    wanted = {"consolidate", "next"} if condition.towards == "any" else {condition.towards}
    return Weighed(condition, Verdict.HOLDS if where & wanted else Verdict.FAILS, question)


@_weighs(written.TypeTest)
def _(condition: written.TypeTest, facts: Facts) -> Weighed:
    return _of(facts.type, condition, lambda kind: kind in condition.type)


@_weighs(written.LevelTest)
def _(condition: written.LevelTest, facts: Facts) -> Weighed:
    possible, asked = facts.level.value, frozenset(condition.level)
    if possible is None or (possible & asked and not possible <= asked):
        return Weighed(condition, Verdict.UNKNOWN, frozenset(), facts.level.missing)
    return Weighed(condition, Verdict.HOLDS if possible <= asked else Verdict.FAILS, facts.level.because)


@_weighs(written.PracticeTest)
def _(condition: written.PracticeTest, facts: Facts) -> Weighed:
    fact = facts.practices.get(condition.practice, Fact())
    return _of(fact, condition, lambda level: _between(level, condition.at_least, condition.at_most))


@_weighs(written.BodyTest)
def _(condition: written.BodyTest, facts: Facts) -> Weighed:
    return _of(facts.body, condition, lambda level: _between(level, condition.at_least, condition.at_most))


@_weighs(written.CountTest)
def _(condition: written.CountTest, facts: Facts) -> Weighed:
    if condition.count == "practices":
        counted = tuple(facts.practices.values())
    else:
        counted = tuple(_level_fact(question, facts) for question in condition.count)
    met = [
        each
        for each in counted
        if each.value is not None and _between(each.value, condition.at_least, condition.at_most)
    ]
    unknown = [each for each in counted if each.value is None]
    if len(met) >= condition.how_many:
        return Weighed(condition, Verdict.HOLDS, frozenset().union(*(each.because for each in met)))
    if not counted or len(met) + len(unknown) >= condition.how_many:
        return Weighed(condition, Verdict.UNKNOWN, frozenset(), frozenset().union(*(each.missing for each in unknown)))
    return Weighed(condition, Verdict.FAILS, frozenset().union(*(each.because for each in counted)))


def _level_fact(question: str, facts: Facts) -> Fact:
    asked, level = frozenset({question}), facts.answers.level(facts.edition.questions[question])
    return Fact(level, asked) if level is not None else Fact(None, missing=asked)


@_weighs(written.ConfidenceTest)
def _(condition: written.ConfidenceTest, facts: Facts) -> Weighed:
    return _of(facts.confidence.get(condition.confidence, Fact()), condition, lambda level: level == condition.is_)


@_weighs(written.PatternTest)
def _(condition: written.PatternTest, facts: Facts) -> Weighed:
    return _of(facts.patterns.get(condition.pattern, Fact()), condition, bool)


@_weighs(written.ZoneTest)
def _(condition: written.ZoneTest, facts: Facts) -> Weighed:
    return _of(facts.zones.get(condition.zone, Fact()), condition, lambda status: status == condition.is_)


@_weighs(written.LeverTest)
def _(condition: written.LeverTest, facts: Facts) -> Weighed:
    fact = facts.levers.get(condition.lever, Fact())
    return _of(fact, condition, lambda rank: _between(rank, condition.at_least, condition.at_most))


@_weighs(written.NeedTest)
def _(condition: written.NeedTest, facts: Facts) -> Weighed:
    if facts.needs is None:
        return Weighed(condition, Verdict.UNKNOWN)
    fact = facts.needs.get(condition.need)
    return Weighed(condition, Verdict.HOLDS, fact.because) if fact else Weighed(condition, Verdict.FAILS)


@_weighs(written.KnownTest)
def _(condition: written.KnownTest, facts: Facts) -> Weighed:
    match condition.known:
        case "type":
            known, because = facts.type.value is not None, facts.type.because
        case "level":
            known, because = facts.level.value is not None and len(facts.level.value) == 1, facts.level.because
        case part:
            known, because = part in facts.answers.parts, frozenset()
    return Weighed(condition, Verdict.HOLDS if known else Verdict.FAILS, because)


@_weighs(written.RecommendedTest)
def _(condition: written.RecommendedTest, facts: Facts) -> Weighed:
    fact = facts.recommended.get(condition.recommended)
    return Weighed(condition, Verdict.HOLDS, fact.because) if fact else Weighed(condition, Verdict.FAILS)
