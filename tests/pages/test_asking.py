"""Which screens a person meets, how long they take, and when the stage is settled."""

import pytest

from assessment.pages.asking import minutes_left, minutes_of, settled_range, steps
from assessment.pages.rereading import grouped
from assessment.pages.state import CHOICES


def asked(found):
    return [question.id for step in found for question in step.questions]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, []),
        ({"T0": "x"}, []),
        ({"T0": 1}, ["AS1", "AS2"]),
        ({"T0": 3}, ["EN1", "EN2"]),
        ({"C2": 2}, ["FO1", "FO2"]),
        ({"C2": 1, "T0": 5}, ["AC1", "AC2"]),
        ({"C2": 5}, []),
    ],
)
def test_questions_of_a_type_are_asked_of_that_type_only(edition, answers, expected):
    found = steps(edition, answers, ["project", "organisation"])

    assert [question.id for step in found if step.screen.id == "TYPE" for question in step.questions] == expected


def test_answers_of_a_part_that_was_not_chosen_ask_nothing(edition):
    found = steps(edition, {"C2": 2}, ["organisation"])

    assert "FO1" not in asked(found)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [({"T0": 3}, {"T0b", "T5"}), ({"T0": 5}, {"T4"}), ({"T0": 1, "C1": 3}, {"T4"}), ({"T0": 1}, set())],
)
def test_conditional_questions_are_asked_when_their_condition_holds(edition, answers, expected):
    found = steps(edition, answers, ["project", "organisation"])

    assert set(asked(found)) & {"T0b", "T4", "T5"} == expected


def test_parts_come_in_order_and_screens_of_one_name_stay_apart(edition):
    found = steps(edition, {}, ["doors", "organisation", "project"])

    assert [step.id for step in found if step.screen.id in ("ALL", "portes")] == [
        "project-ALL",
        "organisation-ALL",
        "doors-portes",
    ]


def test_the_time_left_goes_from_all_the_minutes_of_the_parts_down_to_the_last_screen(edition):
    every = steps(edition, {}, ["project", "doors"])

    assert [minutes_left(every[place:], every) for place in (0, len(every) - 1)] == [13, 1]


def test_the_stage_is_settled_by_answers_and_not_by_their_number(edition, example):
    deeds = example.given["project"]["answers"]

    assert settled_range(edition, {}) is None
    assert settled_range(edition, {"EXP1": 3, "SOL1": 3}) is None
    assert settled_range(edition, {"EXP1": 1}).highest == 0
    assert settled_range(edition, deeds).reached == 2


def test_not_knowing_leaves_nothing_to_ask_and_the_stage_open(edition):
    found = settled_range(edition, dict.fromkeys(edition.deed_questions, "x"))

    assert (found.lowest, found.highest) == (0, 4)


def test_the_short_version_asks_the_key_questions_only_in_their_order(edition):
    found = steps(edition, {"C2": 2}, ["project"])

    assert asked(found) == list(edition.key_questions)


def test_each_choice_takes_the_minutes_that_its_parts_say(edition):
    assert {name: minutes_of(edition, parts) for name, parts in CHOICES.items()} == {
        "project": 13,
        "short": 5,
        "organisation": 7,
        "both": 19,
    }


def test_the_time_left_of_the_short_version_goes_from_its_own_minutes_down(edition):
    every = steps(edition, {}, ["project"])

    assert [minutes_left(every[place:], every) for place in range(len(every))] == [5, 5, 5, 4, 3, 3, 2, 1]


def test_pairs_to_reread_that_share_an_answer_stand_together(edition):
    pairs = [each for each in edition.placement.contradictions if each.id in ("DEP1_EXP1", "EVA2_EVA1", "SOL1_EXP1")]

    assert [[each.id for each in group] for group in grouped(pairs)] == [["EVA2_EVA1"], ["DEP1_EXP1", "SOL1_EXP1"]]
