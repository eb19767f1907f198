"""Thresholds cut options into classes, and two options of one class are the same to everything."""

from dataclasses import replace

import pytest

from assessment.content.conditions import AnswerTest
from assessment.proofs.classes import Classes
from assessment.proofs.search import find


@pytest.fixture(name="bare")
def _bare(edition):
    """The edition without a rule, so that only gates and the method cut."""
    return replace(edition, rules=())


def test_a_gate_cuts_its_question_where_it_asks_for_a_level(bare):
    assert Classes(bare).of("BES1") == (1, 2, 3)  # the gate asks for 2, a zone for a dimension at 3


def test_a_condition_cuts_where_it_begins_to_hold(bare):
    test = AnswerTest(answer="EQU3", at_most=2)

    assert Classes(bare).of("EQU3") == (1,)
    assert Classes(bare, (test,)).of("EQU3") == (1, 3)


def test_options_that_call_levers_of_their_own_are_classes_and_several_may_be_chosen(edition, bare):
    """C7: one option for each lever, and none; two at most."""
    assert edition.questions["C7"].at_most == 2
    assert Classes(bare).of("C7")[:7] == ((), (1,), (2,), (3,), (4,), (5,), (1, 2))
    assert len(Classes(bare).of("C7")) == 1 + 5 + 10


def test_any_number_of_options_is_chosen_where_there_is_no_limit(bare):
    tests = (AnswerTest(answer="F1", includes=(1,)), AnswerTest(answer="F1", includes=(2, 3)))

    assert Classes(bare, tests).of("F1") == ((), (1,), (2,), (4,), (1, 2), (1, 4), (2, 4), (1, 2, 4))


def test_an_answer_that_a_type_of_organisation_is_not_asked_is_not_given(edition):
    both = AnswerTest(answer="AS1", at_least=2), AnswerTest(answer="EN1", at_least=2)

    found = find(both[0], edition, looking_at=(AnswerTest(answer="T0", is_=3),))

    assert found.values["AS1"] >= 2
    assert found.values.get("T0", 1) == 1
