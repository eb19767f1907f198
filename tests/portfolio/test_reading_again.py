"""The owner's second reading of answers: laid over the first ones, which never change."""

import copy
from collections.abc import Callable

from any_answers import EDITION, answers, readings
from hypothesis import given, settings

from assessment.engine.answers import Answers
from assessment.engine.assess import assess
from assessment.engine.contract import result
from assessment.engine.difference import AnswerMove
from assessment.portfolio.reading_again import effect, read_again, without

#: A project in modélisation, with nothing left to consolidate.
MODELLED = dict.fromkeys(
    ("BES1", "SOL1", "EXP1", "EXP2", "MOD1", "MOD2", "ECO3", "ALL1", "EVA1", "EVA2", "DEP1"), 3
) | {"DEP2": 2}


def test_a_second_reading_moves_the_stage_and_says_from_where(answering: Callable[..., Answers]):
    first = answering(**MODELLED)

    found = effect(first, {"EXP1": 2}, EDITION)

    assert (found.stage.before.id, found.stage.after.id) == ("modelisation", "experimentation")
    assert found.answers == (AnswerMove("EXP1", 3, 2),)


def test_what_was_shown_does_not_back_another_reading(answering: Callable[..., Answers]):
    first = answering(**MODELLED)
    first = Answers(first.edition, first.parts, first.values, {"EXP1": "document", "SOL1": "outside"})

    again = read_again(first, {"EXP1": 2}, EDITION)

    assert (again.shown, again.values["EXP1"]) == ({"SOL1": "outside"}, 2)


def test_reading_that_nothing_was_answered_takes_the_answer_away(answering: Callable[..., Answers]):
    again = read_again(answering(**MODELLED), {"EXP1": None}, EDITION)

    assert "EXP1" not in again.values


def test_a_reading_of_a_question_that_is_gone_changes_nothing(answering: Callable[..., Answers]):
    first = answering(**MODELLED)

    assert read_again(first, {"BES9": 2}, EDITION) == first


def test_another_type_of_organisation_says_which_answers_go(answering: Callable[..., Answers]):
    found = effect(answering(T0=1, AS1=2, O1=2, O3=1, O14=1), {"T0": 2}, EDITION)

    assert found.dropped == ("AS1",)


@given(answers(), readings())
@settings(max_examples=40, deadline=None)
def test_a_second_reading_never_changes_the_first_answers(first: Answers, read: dict[str, object]):
    before = copy.deepcopy(first)

    again = read_again(first, read, EDITION)

    assert first == before
    assert {name: again.values.get(name) for name in read} == read


@given(answers(), readings())
@settings(max_examples=30, deadline=None)
def test_taking_every_reading_back_gives_the_first_result(first: Answers, read: dict[str, object]):
    left = read
    for name in read:
        left = without(left, name)

    assert read_again(first, left, EDITION) == first
    assert result(assess(read_again(first, left, EDITION), EDITION)) == result(assess(first, EDITION))


@given(answers(), readings())
@settings(max_examples=20, deadline=None)
def test_the_effect_is_what_the_two_results_say(first: Answers, read: dict[str, object]):
    found = effect(first, read, EDITION)

    before, after = (
        result(assess(each, EDITION))["project"]["stage"] for each in (first, read_again(first, read, EDITION))
    )
    assert (found.stage is None) == (before == after)
    if found.stage:
        assert (found.stage.before.id, found.stage.after.id) == (before, after)
