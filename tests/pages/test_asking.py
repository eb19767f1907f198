"""Which screens a person meets, how long they take, and when the stage is settled."""

import pytest

from assessment.pages.asking import minutes_left, settled_range, steps


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
