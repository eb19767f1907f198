"""Answers in, the level of each dimension out: the lower median of its answered questions, never a mean."""

from collections.abc import Mapping, Sequence

from assessment.content.questionnaire import Question, Questionnaire
from assessment.engine.answers import Answers
from assessment.engine.facts import Fact


def lower_median(levels: Sequence[int]) -> int | None:
    """The middle level, the lower of the two middle ones for an even number, None for none.

    >>> lower_median([4, 2, 3]), lower_median([2, 4]), lower_median([])
    (3, 2, None)
    """
    return sorted(levels)[(len(levels) - 1) // 2] if levels else None


def fact_of(questions: Sequence[Question], answers: Answers) -> Fact:
    """The lower median over *questions*, with the answers behind it and those not given."""
    levels = {question.id: answers.level(question) for question in questions}
    known = {name: level for name, level in levels.items() if level is not None}
    return Fact(lower_median(list(known.values())), frozenset(known), frozenset(levels.keys() - known.keys()))


def dimensions_of(questionnaire: Questionnaire, answers: Answers, asked: Sequence[Question]) -> Mapping[str, Fact]:
    """Level of every scored screen, over the questions of *asked* on it."""
    return {
        screen.id: fact_of([question for question in asked if question.screen == screen.id], answers)
        for screen in questionnaire.screens
        if screen.scored
    }
