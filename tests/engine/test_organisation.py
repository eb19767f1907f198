"""Levels of organisations: gates, body, range and what is told about them."""

from collections.abc import Callable

import pytest

from assessment.engine.assess import Assessment
from assessment.engine.contract import result

MIDDLE = {f"O{number}": 2 for number in range(1, 15)} | {"T0": 1, "AS1": 2, "AS2": 2}


@pytest.mark.parametrize(
    ("changed", "level", "level_range"),
    [
        ({}, "actifs", ["actifs", "actifs"]),
        ({"O1": 1}, "premiers_pas", ["premiers_pas", "premiers_pas"]),
        ({"O1": 3, "O14": 3}, "pionniers", ["pionniers", "pionniers"]),
        ({"O1": 3, "O3": 1, "O14": 3}, "actifs", ["actifs", "actifs"]),
        ({"O1": 3}, "actifs", ["actifs", "actifs"]),
        ({"O1": "x", "O14": 3}, "premiers_pas", ["premiers_pas", "pionniers"]),
        ({"O1": 3, "O14": "x"}, "actifs", ["actifs", "pionniers"]),
    ],
)
def test_the_level_is_the_highest_gate_passed(
    changed: dict,
    level: str,
    level_range: list[str],
    assessing: Callable[..., Assessment],
):
    found = result(assessing(**{**MIDDLE, **changed}))["organisation"]

    assert (found["level"], found["level_range"]) == (level, level_range)


def test_a_strong_body_never_overrides_a_missing_gate(assessing: Callable[..., Assessment]):
    strong = {name: 3 for name in MIDDLE if name not in {"T0", "O1"}}

    found = result(assessing(**strong, T0=1, O1=1))["organisation"]

    assert (found["level"], found["flags"]) == ("premiers_pas", [])


def test_a_level_above_its_body_is_flagged(assessing: Callable[..., Assessment]):
    weak = {name: 1 for name in MIDDLE if name not in {"T0", "O1"}}

    found = result(assessing(**weak, T0=1, O1=2))["organisation"]

    assert (found["level"], found["flags"]) == ("actifs", ["avance_fragile"])


def test_practices_are_lower_medians_and_unknown_ones_stay_unknown(assessing: Callable[..., Assessment]):
    found = result(assessing(T0=3, O1=2, O2=3, O7=1, O8="x", EN1=3, EN2=2))["organisation"]

    assert (found["type"], found["dimensions"]) == (
        "entreprise",
        {"ALL": 2, "MSE": None, "NUM": 1, "COM": None, "EVA": None, "INN": None, "TYPE": 2},
    )


def test_an_unknown_key_answer_makes_confidence_low_and_is_named(assessing: Callable[..., Assessment]):
    found = result(assessing(**{**MIDDLE, "O14": "x"}))["organisation"]["confidence"]

    assert found["level"] == "faible"
    assert "O14" in " ".join(found["because"])


def test_fewer_than_ten_answers_make_confidence_low(assessing: Callable[..., Assessment]):
    found = result(assessing(T0=1, O1=2, O3=2, O14=2))["organisation"]

    assert (found["confidence"]["level"], found["level"]) == ("faible", "actifs")
