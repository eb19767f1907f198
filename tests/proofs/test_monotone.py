"""A better answer never lowers a stage, and a new one keeps the range."""

from dataclasses import replace

import pytest

from assessment.engine.answers import Answers
from assessment.engine.stage import levels_of, stage_range
from assessment.proofs.deeds import Deeds
from assessment.proofs.monotone import Monotony, Move, Placed, goes_astray, told, try_all
from assessment.proofs.places import Places


@pytest.fixture(name="tried", scope="module")
def _tried(edition):
    return try_all(edition)


def test_no_answer_to_the_shipped_edition_lowers_a_stage(tried):
    assert tried.astray == ()


def test_the_classes_stand_for_every_answer_to_the_key_questions(tried):
    """Deeds: EXP1 4 classes, SOL1 3, MOD1 3, DEP1 4, DEP2 3; then BES1, EXP2, EVA1, MOD2 3 and ALL1, ECO3, EVA2 4."""
    assert tried.answers == (4 * 3 * 3 * 4 * 3) * (3**4 * 4**3)
    assert tried.classes % (4 * 3 * 3 * 4 * 3) == 0


def test_the_classes_follow_the_thresholds(edition):
    gate = edition.placement.gates[0]
    deed = gate.deeds[0].model_copy(update={"at_least": 3})
    placement = edition.placement.model_copy(
        update={"gates": (gate.model_copy(update={"deeds": (deed,)}), *edition.placement.gates[1:])}
    )

    assert Deeds(edition).classes["EXP1"] == (1, 2, 3, None)
    assert Deeds(replace(edition, placement=placement)).classes["EXP1"] == (1, 3, None)


def test_the_stage_of_a_class_is_the_engine_s(edition):
    deeds = Deeds(edition)
    given = {"EXP1": 3, "SOL1": 3, "MOD1": 3, "DEP1": 4}
    levels = levels_of(edition, Answers(edition.id, frozenset({"project"}), given))
    key = tuple(levels[name] for name in edition.deed_questions)

    assert deeds.stages[key] == stage_range(edition, levels)


BEFORE, AFTER = ((1,), (True,)), ((2,), (True,))


@pytest.mark.parametrize(
    ("before", "after", "filled", "astray"),
    [
        (Placed(1, 1, 1, 1), Placed(2, 2, 2, 1), False, False),
        (Placed(1, 1, 1, 1), Placed(0, 0, 0, 0), False, True),
        (Placed(1, 1, 1, 1), Placed(2, 2, 2, 0), False, True),
        (Placed(1, 0, 2, 0), Placed(0, 0, 0, 0), True, False),
        (Placed(1, 0, 2, 0), Placed(2, 1, 2, 2), True, False),
        (Placed(1, 1, 2, 1), Placed(0, 0, 0, 0), True, True),
        (Placed(1, 0, 2, 0), Placed(3, 2, 3, 0), True, True),
        (Placed(1, 0, 2, 1), Placed(1, 0, 2, 0), True, True),
    ],
    ids=[
        "raised and higher",
        "raised and lower",
        "raised and less consolidated",
        "filled and lower within the range",
        "filled and higher within the range",
        "filled and below the range",
        "filled and above the range",
        "filled and less consolidated",
    ],
)
def test_a_move_goes_astray_when_it_breaks_a_promise(before, after, filled, astray):
    move = Move("EXP1", BEFORE, AFTER, filled)

    assert goes_astray(move, {BEFORE: before, AFTER: after}) is astray


def test_a_move_that_goes_astray_is_told_once_for_its_question(edition):
    move = Move("EXP1", BEFORE, AFTER, filled=False)

    assert [str(each) for each in told(Monotony(1, 1, 1, (move, move)), edition, Places())] == [
        "EXP1 : une meilleure réponse à EXP1 fait reculer l'étape, ou la met hors de l'intervalle annoncé. "
        "Revoyez les seuils des portes qui nomment cette question."
    ]
