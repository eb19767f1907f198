"""Stage, range, consolidated stage and confidence: the method's own words as cases."""

from collections.abc import Callable

from solid import SOLID

from assessment.engine.assess import Assessment
from assessment.engine.contract import result
from assessment.engine.dimensions import lower_median


def project(assessment: Assessment) -> dict:
    return result(assessment)["project"]


def test_a_lower_deed_that_is_not_known_does_not_block_a_stage(assessing: Callable[..., Assessment]):
    found = project(assessing(**{**SOLID, "EXP1": "x", "DEP1": 4}))

    assert (found["stage"], found["stage_range"]) == ("essaimage", ["conception", "essaimage"])


def test_a_lower_deed_that_is_denied_blocks_the_stage(assessing: Callable[..., Assessment]):
    found = project(assessing(**{**SOLID, "EXP1": 1, "DEP1": 4}))

    assert (found["stage"], found["stage_range"]) == ("conception", ["conception", "conception"])


def test_nothing_answered_leaves_every_stage_open(assessing: Callable[..., Assessment]):
    found = project(assessing(C1=1))

    assert (found["stage_range"], found["questions_left"]) == (
        ["conception", "industrialisation"],
        ["SOL1", "EXP1", "MOD1", "DEP1", "DEP2"],
    )


def test_once_no_further_answer_can_move_the_stage_none_is_left(assessing: Callable[..., Assessment]):
    found = project(assessing(EXP1=3, SOL1=2))

    assert (found["stage"], found["stage_range"], found["questions_left"]) == (
        "experimentation",
        ["experimentation", "experimentation"],
        [],
    )


def test_what_was_answered_ne_sait_pas_could_decide_but_is_not_left(assessing: Callable[..., Assessment]):
    found = project(assessing(**{**SOLID, "SOL1": "x"}))

    assert (found["stage_decided_by"], found["questions_left"]) == (["SOL1"], [])


def test_without_anything_to_show_confidence_stays_in_the_middle(assessing: Callable[..., Assessment]):
    assert project(assessing(**SOLID))["confidence"]["level"] == "moyenne"


def test_fewer_than_ten_key_answers_make_confidence_low(assessing: Callable[..., Assessment]):
    few = {name: value for name, value in SOLID.items() if name not in {"ECO3", "ALL1", "EVA1"}}

    assert project(assessing(**few))["confidence"]["level"] == "faible"


def test_two_contradictions_make_confidence_low(assessing: Callable[..., Assessment]):
    found = project(assessing(**{**SOLID, "EVA2": 4, "EVA1": 1, "MOD2": 4, "MOD1": 2}))

    assert ([each["id"] for each in found["contradictions"]], found["confidence"]["level"]) == (
        ["MOD2_MOD1", "EVA2_EVA1", "MOD2_DEP2"],
        "faible",
    )


def test_a_median_is_the_lower_of_the_two_middle_levels():
    assert [lower_median(levels) for levels in ([], [4], [2, 4], [1, 5, 3], [1, 2, 3, 4])] == [None, 4, 2, 3, 2]


def test_a_deed_that_is_not_known_leaves_the_stage_that_others_bound(assessing: Callable[..., Assessment]):
    early = {**dict.fromkeys(SOLID, 2), "EXP1": "x"}

    found = assessing(**early)

    assert (project(found)["stage_range"], found.facts.stage.value, sorted(found.facts.stage.because)) == (
        ["conception", "experimentation"],
        0,
        ["DEP1", "DEP2", "MOD1", "SOL1"],
    )
