"""Answers to the organisation questionnaire in, its type, level and practices out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product

from assessment.content.edition import Edition
from assessment.content.placement import Flag
from assessment.content.questionnaire import Question
from assessment.engine.answers import Answers, known_types
from assessment.engine.confidence import Confidence, organisation_confidence
from assessment.engine.dimensions import dimensions_of, lower_median
from assessment.engine.facts import Fact, Facts
from assessment.engine.verdicts import Verdict, weigh


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation: *type* id or None, *level* and its range as indexes from 0, *practices* levels 1-3."""

    type: str | None
    level: int
    lowest: int
    highest: int
    decided_by: tuple[str, ...]
    practices: Mapping[str, int | None]
    flags: tuple[Flag, ...]
    confidence: Confidence


def assess_organisation(facts: Facts) -> tuple[Organisation, Facts]:
    """The organisation, and the facts with what was found. The headline level is the lowest possible one."""
    edition, answers = facts.edition, facts.answers
    asked = asked_questions(edition, facts.type.value)
    key = edition.placement.level_decided_by
    unknown = tuple(name for name in key if not answers.knows(name))
    fillings = product(*(edition.questions[name].levels for name in unknown))
    levels = [_level(facts, asked, dict(zip(unknown, filling, strict=True))) for filling in fillings]
    lowest, highest = min(levels), max(levels)
    body = _body(answers, asked, {})
    practices = dimensions_of(edition.organisation, answers, asked)
    answered = sum(answers.level(question) is not None for question in asked)
    total = len(asked) if facts.type.value in known_types(edition.placement) else len(asked) + _by_type(edition)
    confidence = organisation_confidence(edition, answered=answered, total=total, key_unknown=unknown)
    ids = [level.id for level in edition.placement.levels]
    facts = replace(
        facts,
        practices=practices,
        body=Fact(body, frozenset(question.id for question in asked if answers.level(question) is not None)),
        level=Fact(
            frozenset(ids[level] for level in levels),
            frozenset(name for name in key if name not in unknown),
            frozenset(unknown) if lowest != highest else frozenset(),
        ),
        confidence={**facts.confidence, "organisation": Fact(confidence.level)},
    )
    return Organisation(
        type=facts.type.value,
        level=lowest,
        lowest=lowest,
        highest=highest,
        decided_by=unknown if lowest != highest else (),
        practices={name: fact.value for name, fact in practices.items()},
        flags=tuple(
            flag for flag in edition.placement.flags if body is not None and lowest + 1 - body >= flag.levels_above_body
        ),
        confidence=confidence,
    ), facts


def asked_questions(edition: Edition, kind: str | None) -> tuple[Question, ...]:
    """The scored questions an organisation of this type is asked."""
    scored = {screen.id for screen in edition.organisation.screens if screen.scored}
    return tuple(
        question
        for question in edition.organisation.questions
        if question.screen in scored and question.type in (None, kind)
    )


def _by_type(edition: Edition) -> int:
    first = edition.placement.types[0].id
    return sum(question.type == first for question in edition.organisation.questions)


def _body(answers: Answers, asked: tuple[Question, ...], filling: Mapping[str, int]) -> int | None:
    levels = {question.id: answers.level(question) for question in asked} | dict(filling)
    return lower_median([level for level in levels.values() if level is not None])


def _level(facts: Facts, asked: tuple[Question, ...], filling: Mapping[str, int]) -> int:
    """Index of the highest level whose condition holds once the unknown key questions are filled."""
    questions = facts.edition.questions
    numbers = {
        name: next(number for number, choice in enumerate(questions[name].choices, 1) if choice.level == level)
        for name, level in filling.items()
    }
    filled = replace(
        facts,
        answers=replace(facts.answers, values={**facts.answers.values, **numbers}),
        body=Fact(_body(facts.answers, asked, filling)),
    )
    return max(
        index
        for index, level in enumerate(facts.edition.placement.levels)
        if level.when is None or weigh(level.when, filled).verdict is Verdict.HOLDS
    )
