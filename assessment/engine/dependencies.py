"""A condition in, the questions whose answers it depends on out, through every fact between the two.

Wider rather than narrower: an answer that can move a condition is always named; some that are named may not move it.
"""

from collections.abc import Iterable
from dataclasses import replace

from assessment.content import conditions as written
from assessment.content.edition import Edition
from assessment.content.questionnaire import Questionnaire
from assessment.content.reading import parts
from assessment.content.rules import Rule


def questions_behind(condition: written.Condition, edition: Edition) -> frozenset[str]:
    """Every question that *condition* looks at, itself or through what it asks about."""
    match condition:
        case written.All(all_=parts) | written.Any_(any_=parts):
            return _all(parts, edition)
        case written.Not(not_=part):
            return questions_behind(part, edition)
        case written.AnswerTest(answer=name):
            return frozenset({name})
        case written.MissingTest(missing=name):
            return frozenset({name, *edition.deed_questions})
        case written.DimensionTest(dimension=name, below=below):
            asked = _on_screen(edition.project, name)
            return asked | (frozenset(edition.deed_questions) if below else frozenset())
        case written.StageTest(stage="reached", above=None):
            return frozenset(edition.deed_questions)
        case written.StageTest():
            return frozenset(edition.key_questions)
        case written.PatternTest(pattern=name):
            return _all([each.when for each in edition.placement.patterns if each.id == name], edition)
        case written.ZoneTest(zone=name):
            return _behind_zone(name, edition)
        case written.LeverTest():
            return frozenset({edition.levers.blocks_asked_by, *edition.key_questions})
        case written.NeedTest(need=name):
            return _on_screen(edition.project, name) | frozenset(edition.key_questions)
        case written.ConfidenceTest(confidence="project"):
            contradictory = (name for each in edition.placement.contradictions for name in each.questions)
            return frozenset({*edition.key_questions, *contradictory})
    return _behind_organisation(condition, edition)


def _behind_organisation(condition: written.Condition, edition: Edition) -> frozenset[str]:
    match condition:
        case written.TypeTest() | written.KnownTest(known="type"):
            return frozenset(edition.placement.type_asked_by)
        case written.LevelTest() | written.KnownTest(known="level"):
            decided = _all([each.when for each in edition.placement.levels if each.when], edition)
            return decided | frozenset(edition.placement.level_decided_by)
        case written.PracticeTest(practice=name):
            return _on_screen(edition.organisation, name) | frozenset(edition.placement.type_asked_by)
        case written.CountTest(count=counted) if not isinstance(counted, str):
            return frozenset(counted)
        case written.BodyTest() | written.CountTest() | written.ConfidenceTest():
            return _scored_of_organisation(edition) | frozenset(edition.placement.type_asked_by)
        case written.KnownTest(known=part):
            return frozenset(question.id for question in edition.questionnaire(part).questions)
        case written.RecommendedTest(recommended=name):
            return _all([rule.when for rule in recommending(name, edition)], edition)
    raise NotImplementedError(type(condition).__name__)


def recommending(name: str, edition: Edition) -> tuple[Rule, ...]:
    """The rules that recommend the item called *name*, or an item of the kind called so, in their own order."""
    rules = (rule for step in edition.rule_steps for rule in step)
    return tuple(rule for rule in rules if any(name in (item, edition.items[item].kind) for item in rule.recommend))


def narrowed(edition: Edition, rules: Iterable[Rule]) -> Edition:
    """*edition* with *rules* only, and those that recommend what these ask about: they weigh the same, much faster."""
    kept: dict[str, Rule] = {}
    waiting = list(rules)
    while waiting:
        rule = waiting.pop()
        if rule.id not in kept:
            kept[rule.id] = rule
            asked = [part.recommended for _, part in parts(rule.when) if isinstance(part, written.RecommendedTest)]
            waiting.extend(other for name in asked for other in recommending(name, edition))
    return replace(edition, rules=tuple(rule for rule in edition.rules if rule.id in kept))


def _all(conditions: Iterable[written.Condition], edition: Edition) -> frozenset[str]:
    return frozenset().union(*(questions_behind(each, edition) for each in conditions))


def _behind_zone(name: str, edition: Edition) -> frozenset[str]:
    zone = next(each for each in edition.placement.zones if each.id == name)
    conditions = [*(sign.when for sign in zone.signs), *filter(None, (zone.also_when, zone.unless))]
    return _all(conditions, edition) | frozenset(edition.key_questions)


def _on_screen(part: Questionnaire, name: str) -> frozenset[str]:
    return frozenset(question.id for question in part.on_screen(name))


def _scored_of_organisation(edition: Edition) -> frozenset[str]:
    scored = {screen.id for screen in edition.organisation.screens if screen.scored}
    return frozenset(question.id for question in edition.organisation.questions if question.screen in scored)
