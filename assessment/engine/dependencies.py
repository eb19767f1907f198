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
        case written.All(all_=conditions) | written.Any_(any_=conditions):
            return _all(conditions, edition)
        case written.Not(not_=contrary):
            return questions_behind(contrary, edition)
        case written.AnswerTest(answer=name):
            return frozenset({name})
        case written.CountTest(count=counted) if not isinstance(counted, str):
            return frozenset(counted)
        case written.RecommendedTest(recommended=name):
            return _all([rule.when for rule in recommending(name, edition)], edition)
        case written.KnownTest(known="project" | "organisation" as part):
            return frozenset(question.id for question in edition.questionnaire(part).questions)
    return _behind_placement(condition, edition) or _behind_organisation(condition, edition)


def _behind_placement(condition: written.Condition, edition: Edition) -> frozenset[str]:
    deeds, key = frozenset(edition.deed_questions), frozenset(edition.key_questions)
    match condition:
        case written.MissingTest(missing=name):
            return deeds | {name}
        case written.DimensionTest(dimension=name, below=below):
            return _on_screen(edition.project, name) | (deeds if below else frozenset())
        case written.StageTest(stage="reached", above=None):
            return deeds
        case written.StageTest():
            return key
        case written.LeverTest():
            return key | {edition.levers.blocks_asked_by}
        case written.NeedTest(need=name):
            return _on_screen(edition.project, name) | key
        case written.ConfidenceTest(confidence="project"):
            return key.union(*(each.questions for each in edition.placement.contradictions))
        case written.PatternTest(pattern=name):
            return _all([each.when for each in edition.placement.patterns if each.id == name], edition)
        case written.ZoneTest(zone=name):
            zone = next(each for each in edition.placement.zones if each.id == name)
            around = filter(None, (zone.also_when, zone.unless))
            return key | _all([*(sign.when for sign in zone.signs), *around], edition)
    return frozenset()


def _behind_organisation(condition: written.Condition, edition: Edition) -> frozenset[str]:
    told, placement = frozenset(edition.placement.type_asked_by), edition.placement
    match condition:
        case written.TypeTest() | written.KnownTest(known="type"):
            return told
        case written.LevelTest() | written.KnownTest(known="level"):
            whens = [each.when for each in placement.levels if each.when]
            return _all(whens, edition) | frozenset(placement.level_decided_by)
        case written.PracticeTest(practice=name):
            return _on_screen(edition.organisation, name) | told
        case written.BodyTest() | written.CountTest() | written.ConfidenceTest():
            scored = [screen.id for screen in edition.organisation.screens if screen.scored]
            return told.union(*(_on_screen(edition.organisation, name) for name in scored))
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


def _on_screen(part: Questionnaire, name: str) -> frozenset[str]:
    return frozenset(question.id for question in part.on_screen(name))
