"""What a project and its organisation say about each other."""

from collections.abc import Callable
from itertools import product

import pytest
from solid import SOLID

from assessment.content.edition import Edition
from assessment.engine.assess import Assessment

Assessing = Callable[..., Assessment]

STAGES = {
    "conception": {"EXP1": 1},
    "experimentation": {"EXP1": 2},
    "modelisation": {},
    "essaimage": {"DEP1": 4},
    "industrialisation": {"DEP1": 5, "DEP2": 5, "ECO3": 4, "EVA2": 4, "ALL1": 4},
}
ORGANISATION = {f"O{number}": 2 for number in range(1, 15)} | {"T0": 1, "AS1": 2, "AS2": 2}
LEVELS = {"premiers_pas": {"O1": 1}, "actifs": {}, "pionniers": {"O1": 3, "O14": 3}}


@pytest.mark.parametrize(("stage", "level"), list(product(STAGES, LEVELS)))
def test_every_stage_and_level_is_read_together_in_one_way(stage: str, level: str, assessing: Assessing):
    found = assessing(**{**SOLID, **STAGES[stage], **ORGANISATION, **LEVELS[level]})

    placed = found.edition.placement.stages[found.project.placement.stage.reached].id
    holding = [each.pairing.id for each in [found.pairing] if each.pairing]
    assert (placed, found.facts.level.value, len(holding)) == (stage, frozenset({level}), 1)
    assert holding[0].endswith(level)


def test_the_reasons_are_the_answers_that_place_both(assessing: Assessing):
    found = assessing(**SOLID, **ORGANISATION)

    assert found.pairing.pairing.id == "preuve_et_actifs"
    assert {"EXP1", "SOL1", "O1", "O3", "O14"} <= found.pairing.because


def test_every_pairing_is_for_some_stage_and_level(assessing: Assessing, edition: Edition):
    read = {
        assessing(**{**SOLID, **stage, **ORGANISATION, **level}).pairing.pairing.id
        for stage, level in product(STAGES.values(), LEVELS.values())
    }

    assert read == {each.id for each in edition.placement.pairings}


def test_while_the_level_is_open_the_answers_that_would_tell_are_named(assessing: Assessing):
    found = assessing(**{**SOLID, **ORGANISATION, "O1": "x", "O14": 3})

    assert (found.pairing.pairing, found.pairing.missing) == (None, frozenset({"O1"}))


def test_while_the_stage_is_unknown_its_deeds_are_named(assessing: Assessing, edition: Edition):
    found = assessing(BES2=2, **ORGANISATION)

    assert found.pairing.pairing is None
    assert found.pairing.missing == set(edition.deed_questions)


def test_one_part_alone_is_not_read_with_another(assessing: Assessing):
    assert (assessing(**SOLID).pairing, assessing(**ORGANISATION).pairing) == (None, None)
