"""An Assessment and a rule in, what would have to change for the rule to bring its item in out: hurdles to search over.

A hurdle names every question whose answer could lift it, and how many answers that takes at the very least.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assessment.content import conditions as written
from assessment.content.catalogue import Item
from assessment.content.edition import Edition
from assessment.engine.assess import Assessment
from assessment.engine.changes import is_asked
from assessment.engine.dependencies import questions_behind
from assessment.engine.obstacles import in_the_way, rails_against
from assessment.engine.organisation import asked_questions
from assessment.engine.recommendations import Weighing
from assessment.engine.verdicts import Weighed, weigh


@dataclass(frozen=True, slots=True)
class Hurdle:
    """*questions* whose answers could lift it, *least* of them at the very least.

    *test*, when it comes down to one answer: the condition on it, and whether that should hold.
    """

    questions: frozenset[str]
    least: int = 1
    test: tuple[written.AnswerTest, bool] | None = None


def hurdles(assessment: Assessment, item: Item, weighing: Weighing, *, wide: bool) -> tuple[Hurdle, ...]:
    """What stands between a rule and *item*; when nothing does, what is shown before it is the hurdle.

    *wide* also looks at answers that only change which dimension is the lowest, and so the order of what ties.
    """
    rails = rails_against(item, weighing, assessment)
    parts = [
        *in_the_way(weighing.weighed),
        *(each for rail in rails for each in in_the_way(rail.weighed, wanted=False)),
    ]
    if parts:
        return tuple(each for part, wanted in parts for each in _hurdles(part, assessment, wanted=wanted))
    if not weighing.weighed.because:
        return (Hurdle(questions_behind(weighing.rule.when, assessment.edition)),)
    return (Hurdle(_ahead(assessment, item, wide=wide)),)


def least_changes(found: Iterable[Hurdle]) -> int | None:
    """How many answers have to change at the very least to lift all hurdles; None when one cannot be lifted."""
    total, counted = 0, frozenset()
    for hurdle in sorted(found, key=lambda each: (-each.least, len(each.questions), sorted(each.questions))):
        if not hurdle.questions:
            return None
        if counted.isdisjoint(hurdle.questions):
            counted |= hurdle.questions
            total += hurdle.least
    return total


def _hurdles(weighed: Weighed, assessment: Assessment, *, wanted: bool) -> Iterator[Hurdle]:
    match weighed.condition:
        case written.AnswerTest(answer=name) as test if is_asked(assessment.edition.questions[name], assessment.facts):
            yield Hurdle(frozenset({name}), test=(test, wanted))
        case written.AnswerTest(answer=name):
            yield Hurdle(_asking(name, assessment), least=2)
        case written.ConfidenceTest(is_=level) if not wanted and level == _least_sure(assessment):
            yield from _unsure(weighed, assessment)
        case written.LevelTest(level=asked):
            told = weigh(_told_by_answers(frozenset(asked), assessment.edition), assessment.facts)
            found = [
                each
                for part in in_the_way(told, wanted=wanted)
                for each in _hurdles(part[0], assessment, wanted=part[1])
            ]
            yield from found or [Hurdle(_movable(weighed, assessment, wanted=wanted))]
        case _:
            yield Hurdle(_movable(weighed, assessment, wanted=wanted))


def _told_by_answers(asked: frozenset[str], edition: Edition) -> written.Condition:
    """The answers that put an organisation at one of the levels *asked*: its condition, not that of a higher one."""
    choices: list[written.Condition] = []
    for place, level in enumerate(edition.placement.levels):
        above = edition.placement.levels[place + 1 :]
        others = [written.Not(not_=each.when) for each in above if each.when and each.id not in asked]
        own = [level.when] if level.when else []
        if level.id in asked and (own or others):
            choices.append(written.All(all_=(*own, *others)))
    return choices[0] if len(choices) == 1 else written.Any_(any_=tuple(choices))


def _least_sure(assessment: Assessment) -> str:
    return assessment.edition.placement.confidence.levels[0].id


def _unsure(weighed: Weighed, assessment: Assessment) -> Iterator[Hurdle]:
    """What makes a result the least sure: too few answers first, else anything that it rests on."""
    edition, confidence = assessment.edition, assessment.edition.placement.confidence
    if weighed.condition.confidence == "project":
        asked, least, key = edition.key_questions, confidence.project.low_below_answered, ()
    else:
        asked = tuple(question.id for question in asked_questions(edition, assessment.facts.type.value))
        least, key = confidence.organisation.low_below_answered, edition.placement.level_decided_by
    open_ = frozenset(name for name in (*asked, *key) if not assessment.answers.knows(name))
    lacking = max(least - len(asked) + len(open_), len(open_.intersection(key)))
    yield Hurdle(open_, lacking) if lacking > 0 else Hurdle(questions_behind(weighed.condition, edition))


def _movable(weighed: Weighed, assessment: Assessment, *, wanted: bool) -> frozenset[str]:
    """Questions that could make *weighed* as it is wanted; none when no answer can."""
    match weighed.condition:
        case written.All() | written.Any_():
            return frozenset().union(*(_movable_together(part, assessment, wanted=wanted) for part in weighed.parts))
        case written.KnownTest() if not wanted:
            return frozenset()  # nothing that is known becomes unknown by an answer
    behind = questions_behind(weighed.condition, assessment.edition)
    asked = {name for name in behind if is_asked(assessment.edition.questions[name], assessment.facts)}
    return frozenset(asked).union(*(_asking(name, assessment) for name in behind - asked))


def _movable_together(weighed: Weighed, assessment: Assessment, *, wanted: bool) -> frozenset[str]:
    each = [_movable(part, assessment, wanted=one) for part, one in in_the_way(weighed, wanted=wanted)]
    return frozenset().union(*each) if all(each) else frozenset()


def _asking(name: str, assessment: Assessment) -> frozenset[str]:
    """The questions that decide whether the question *name* is asked at all."""
    edition = assessment.edition
    question = edition.questions[name]
    by_answers = questions_behind(question.asked_when, edition) if question.asked_when else frozenset()
    return by_answers | frozenset(edition.placement.type_asked_by if question.type else ())


def _ahead(assessment: Assessment, item: Item, *, wide: bool) -> frozenset[str]:
    """What the order rests on: rules of what is shown before *item*, its own, guard-rails, what blocks, the gates."""
    edition = assessment.edition
    kinds = next(group.kinds for group in edition.limits.groups if item.kind in group.kinds)
    shown = [each for each in assessment.advice.recommendations if each.item.kind in kinds]
    own = next(place for place, each in enumerate(shown) if each.item.id == item.id)
    rails = (rail for rail in edition.rules if rail.hold_back and item.kind not in rail.hold_back.kinds)
    rules = {rule.id: rule for rule in (*(each.rule for each in shown[: own + 1]), *rails)}
    behind = (questions_behind(rule.when, edition) for rule in rules.values())
    scored = {screen.id for screen in edition.project.screens if screen.scored and wide}
    placing = (question.id for question in edition.project.questions if question.screen in scored)
    asked = frozenset().union(*behind, placing, edition.key_questions, {edition.levers.blocks_asked_by})
    return frozenset(name for name in asked if is_asked(edition.questions[name], assessment.facts))
