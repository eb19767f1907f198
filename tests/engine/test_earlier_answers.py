"""Which answers an edition can read: no answer goes in silence, none that it cannot read comes through."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from test_properties import EDITION, answers

from assessment.content.edition import Edition
from assessment.engine.answers import Answers
from assessment.engine.carrying import Carried, can_answer, carry

SINGLE = EDITION.questions["BES1"]
SEVERAL = next(each for each in EDITION.questions.values() if each.kind == "several" and each.at_most is not None)


def test_answers_are_parted_and_none_is_lost():
    answers_given = {"BES1": 3, "NOWHERE1": 2, "SOL1": 99, "C6": [1]}

    assert carry(answers_given, EDITION) == Carried({"BES1": 3, "C6": [1]}, {"NOWHERE1": 2, "SOL1": 99})


@pytest.mark.parametrize(
    ("value", "can"),
    [(1, True), (len(SINGLE.choices), True), ("x", True)]
    + [(each, False) for each in (0, -1, len(SINGLE.choices) + 1, True, 1.0, "1", "", None, [1], (1,), {})],
)
def test_one_option_is_a_number_of_the_question(value: object, can: bool):
    assert can_answer(SINGLE, value) is can


@pytest.mark.parametrize(
    ("value", "can"),
    [([], True), ([1], True), ((1,), True), ("x", True), (list(range(1, SEVERAL.at_most + 1)), True)]
    + [(each, False) for each in (1, "1", "", None, [0], [1, 1], [len(SEVERAL.choices) + 1], [[1]], ["x"], {1: 1})]
    + [(list(range(1, SEVERAL.at_most + 2)), False)],
)
def test_several_options_are_different_numbers_of_the_question_and_not_too_many(value: object, can: bool):
    assert can_answer(SEVERAL, value) is can


@given(answers())
def test_every_answer_to_an_edition_is_carried_into_itself(given: Answers):
    assert carry(given.values, EDITION) == Carried(dict(given.values), {})


def test_answers_to_another_edition_keep_only_what_it_asks(edition: Edition, answering: Callable[..., Answers]):
    questions = tuple(each for each in edition.project.questions if each.id != "SOL1")
    fewer = replace(edition, project=edition.project.model_copy(update={"questions": questions}))

    assert carry(answering(BES1=3, SOL1=2).values, fewer) == Carried({"BES1": 3}, {"SOL1": 2})
