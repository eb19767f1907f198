"""Levers: what blocks in front, then what the answers show, oldest gate first."""

from collections.abc import Callable

from assessment.engine.assess import Assessment
from assessment.engine.contract import result

NEVER_EVALUATED = {  # spreads, writes, but learned and evaluated little
    "BES1": 2,
    "SOL1": 4,
    "EXP1": 4,
    "EXP2": 2,
    "MOD1": 4,
    "MOD2": 4,
    "ECO3": 4,
    "ALL1": 4,
    "EVA1": 1,
    "EVA2": 1,
    "DEP1": 4,
    "DEP2": 4,
}


def levers(assessment: Assessment) -> list[tuple]:
    kept = ("id", "priority", "deduced_rank", "said_rank", "asked")
    return [tuple(lever[key] for key in kept) for lever in result(assessment)["project"]["levers"]]


def test_a_missing_proof_of_an_old_gate_comes_first(assessing: Callable[..., Assessment]):
    assert levers(assessing(**NEVER_EVALUATED)) == [
        ("evaluation", "prioritaire", 1, None, None),
        ("expertise_reseau", "prioritaire", 2, None, None),
        ("strategie_gouvernance", "prioritaire", 3, None, None),
        ("financement", "plus_tard", 4, None, None),
    ]


def test_what_blocks_comes_before_what_the_answers_show(assessing: Callable[..., Assessment]):
    assert levers(assessing(**NEVER_EVALUATED, C6=[3, 1], C7=[4])) == [
        ("strategie_gouvernance", "prioritaire", 3, 1, False),
        ("financement", "prioritaire", 4, 2, False),
        ("evaluation", "prioritaire", 1, None, True),
        ("expertise_reseau", "prioritaire", 2, None, False),
    ]


def test_nothing_that_blocks_leaves_the_order_of_the_answers(assessing: Callable[..., Assessment]):
    assert levers(assessing(**NEVER_EVALUATED, C6=[15])) == levers(assessing(**NEVER_EVALUATED))


def test_each_lever_carries_the_answers_that_put_it_there(assessing: Callable[..., Assessment]):
    found = result(assessing(**NEVER_EVALUATED, C6=[1]))["project"]["levers"]

    assert {lever["id"]: lever["because"] for lever in found} == {
        "financement": [{"question": "C6", "answer": [1]}],
        "evaluation": [
            {"question": "EXP2", "answer": 2},
            {"question": "EVA1", "answer": 1},
            {"question": "EVA2", "answer": 1},
        ],
        "expertise_reseau": [{"question": "DEP1", "answer": 4}, {"question": "DEP2", "answer": 4}],
        "strategie_gouvernance": [{"question": "DEP1", "answer": 4}, {"question": "DEP2", "answer": 4}],
    }


def test_a_project_that_stays_where_it_is_owes_nothing_to_the_next_stage(assessing: Callable[..., Assessment]):
    local = {**NEVER_EVALUATED, "DEP1": 3, "DEP2": 1, "EXP2": 3, "EVA1": 3, "EVA2": 3}

    assert [lever[0] for lever in levers(assessing(**local, C5=3))] == [
        "strategie_gouvernance",
        "financement",
        "expertise_reseau",
        "evaluation",
    ]
    assert levers(assessing(**local, C5=1))[0][0] == "expertise_reseau"
