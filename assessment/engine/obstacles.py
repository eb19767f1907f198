"""An Assessment and an item that is not recommended in, what keeps it out out, rule by rule."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assessment.content import conditions as written
from assessment.content.catalogue import Item
from assessment.content.edition import Edition
from assessment.content.rules import Rule
from assessment.engine.assess import Assessment
from assessment.engine.dependencies import questions_behind, recommending
from assessment.engine.recommendations import Recommendation, Weighing, keeping_out
from assessment.engine.verdicts import Verdict, Weighed


@dataclass(frozen=True, slots=True)
class Open:
    """A condition that would have to hold and is not known yet, with the questions that would tell."""

    condition: written.Condition
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptOut:
    """Why a rule that could recommend an item does not bring it in.

    *failing*: conditions that would all have to hold. *unknown*: those of which this is not known yet.
    *held_back_by*: guard-rails. *crowded_out_by*: what the limits showed first, when nothing else is in the way.
    *unanswered*: the rule holds, yet on no answer, and nothing is recommended so.
    """

    rule: Rule
    failing: tuple[written.Condition, ...] = ()
    unknown: tuple[Open, ...] = ()
    held_back_by: tuple[Rule, ...] = ()
    crowded_out_by: tuple[Recommendation, ...] = ()
    unanswered: bool = False


def kept_out(assessment: Assessment, item: Item) -> tuple[KeptOut, ...]:
    """Every rule that could recommend *item*, the one with the fewest things in its way first."""
    rules = {rule.id for rule in recommending(item.id, assessment.edition)}
    found = (_kept_out(assessment, item, each) for each in assessment.advice.weighings if each.rule.id in rules)
    return tuple(sorted(found, key=lambda each: (len(each.failing) + len(each.unknown), each.rule.place)))


def rails_against(item: Item, weighing: Weighing, assessment: Assessment) -> tuple[Weighing, ...]:
    """The guard-rails that keep *item* out or hold back the whole rule, whether or not the rule holds."""
    rails = [
        each for each in assessment.advice.weighings if each.rule.hold_back and each.weighed.verdict is Verdict.HOLDS
    ]
    named = {*weighing.held_back_by, *keeping_out(item, rails)}
    return tuple(rail for rail in rails if rail.rule.id in named)


def in_the_way(weighed: Weighed, *, wanted: bool = True) -> Iterator[tuple[Weighed, bool]]:
    """The parts of a condition that are not as *wanted*, each with what it should be; all of them would have to change.

    A part that offers a choice stands as a whole, whichever of its own parts would do.
    """
    if weighed.verdict is (Verdict.HOLDS if wanted else Verdict.FAILS):
        return
    match weighed.condition:
        case written.Not():
            yield from in_the_way(weighed.parts[0], wanted=not wanted)
        case written.All() if wanted:
            yield from (each for part in weighed.parts for each in in_the_way(part, wanted=wanted))
        case written.Any_() if not wanted:
            yield from (each for part in weighed.parts for each in in_the_way(part, wanted=wanted))
        case _:
            yield weighed, wanted


def _kept_out(assessment: Assessment, item: Item, weighing: Weighing) -> KeptOut:
    rails = rails_against(item, weighing, assessment)
    holds = weighing.weighed.verdict is Verdict.HOLDS
    answered = bool(weighing.weighed.because)
    failing, unknown = [], []
    for part, wanted in in_the_way(weighing.weighed):
        condition = _to_hold(part, wanted)
        if part.verdict is Verdict.UNKNOWN:
            unknown.append(Open(condition, assessment.in_order(_waited_for(part, assessment.edition))))
        else:
            failing.append(condition)
    return KeptOut(
        rule=weighing.rule,
        failing=tuple(failing),
        unknown=tuple(unknown),
        held_back_by=tuple(rail.rule for rail in rails),
        crowded_out_by=_shown_of_group(assessment, item) if holds and answered and not rails else (),
        unanswered=holds and not answered,
    )


def _to_hold(weighed: Weighed, wanted: bool) -> written.Condition:
    """The condition that would have to hold, what already is as it should be left out of it."""
    match weighed.condition:
        case written.All() | written.Any_():
            choices = tuple(
                _all([_to_hold(*each) for each in in_the_way(part, wanted=wanted)]) for part in weighed.parts
            )
            return choices[0] if len(choices) == 1 else written.Any_(any_=choices)
    return weighed.condition if wanted else written.Not(not_=weighed.condition)


def _all(conditions: Iterable[written.Condition]) -> written.Condition:
    conditions = tuple(conditions)
    return conditions[0] if len(conditions) == 1 else written.All(all_=conditions)


def _waited_for(weighed: Weighed, edition: Edition) -> frozenset[str]:
    """The unanswered questions that decide what is unknown; those behind it where a whole part is not answered."""
    if weighed.verdict is not Verdict.UNKNOWN:
        return frozenset()
    if weighed.parts:
        return frozenset().union(*(_waited_for(part, edition) for part in weighed.parts))
    if weighed.missing:
        return weighed.missing
    if isinstance(weighed.condition, written.LevelTest):
        return frozenset(edition.placement.level_decided_by)
    behind, asked_first = questions_behind(weighed.condition, edition), frozenset(edition.placement.type_asked_by)
    return behind - asked_first or behind


def _shown_of_group(assessment: Assessment, item: Item) -> tuple[Recommendation, ...]:
    group = next(each for each in assessment.edition.limits.groups if item.kind in each.kinds)
    return tuple(each for each in assessment.advice.recommendations if each.item.kind in group.kinds)
