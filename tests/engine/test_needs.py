"""Needs: one per dimension that holds the project back, told at the level still to reach."""

from collections.abc import Callable

from assessment.engine.assess import Assessment
from assessment.engine.contract import result


def needs(assessment: Assessment) -> list[tuple[str, str]]:
    return [(need["dimension"], need["phase"]) for need in result(assessment)["project"]["needs"]]


def test_a_need_is_told_at_the_level_still_to_reach(assessing: Callable[..., Assessment]):
    spreads_without_framing = {
        "BES1": 2,
        "SOL1": 4,
        "EXP1": 4,
        "EXP2": 3,
        "MOD1": 4,
        "MOD2": 4,
        "ECO3": 4,
        "ALL1": 4,
        "EVA1": 1,
        "EVA2": 4,
        "DEP1": 4,
        "DEP2": 4,
    }

    assert needs(assessing(**spreads_without_framing)) == [
        ("EVA", "rd_societale"),
        ("BES", "preuve_de_concept"),
        ("EXP", "deploiement"),
    ]


def test_an_unknown_answer_shows_no_need(assessing: Callable[..., Assessment]):
    assert needs(assessing(EXP1=2, BES1="x", SOL1=3)) == [("EXP", "preuve_de_concept")]


def test_a_project_that_lacks_nothing_is_told_to_pass_it_on(assessing: Callable[..., Assessment]):
    everything = dict.fromkeys(
        ["BES1", "SOL1", "EXP1", "EXP2", "MOD1", "MOD2", "ECO3", "ALL1", "EVA1", "EVA2", "DEP1", "DEP2"],
        5,
    )

    assert needs(assessing(**everything)) == [("DEP", "deploiement")]


def test_a_project_that_stays_where_it_was_born_has_no_need_of_the_next_stage(assessing: Callable[..., Assessment]):
    stable = dict.fromkeys(["BES1", "SOL1", "EXP1", "EXP2", "MOD1", "MOD2", "ECO3", "ALL1", "EVA1", "EVA2", "DEP1"], 3)

    assert needs(assessing(**stable, C5=1)) == [("DEP", "deploiement")]
    assert needs(assessing(**stable, C5=3)) == [("DEP", "preuve_de_concept")]
