"""Every worked example of the shipped edition comes out as its author wrote it: cases, and beside each rule."""

import pytest

from assessment.content.examples import Example
from assessment.content.placement import Contradiction
from assessment.content.rules import Rule
from assessment.content.shelf import open_edition
from assessment.engine import contract
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.engine.verdicts import Verdict
from assessment.proofs.witnesses import Witnesses, answer_data
from assessment.proofs.worked_examples import differences

EDITION = open_edition()
WITNESSES = Witnesses(EDITION)
CONDITIONED = [rule for rule in EDITION.rules if not rule.presentation]


@pytest.mark.parametrize("example", EDITION.examples, ids=lambda example: example.name)
def test_a_case_comes_out_as_written(example: Example):
    found = contract.result(assess(read_answers(example.given, EDITION), EDITION))

    assert list(differences(example.expect, found)) == []


@pytest.mark.parametrize("rule", CONDITIONED, ids=lambda rule: rule.id)
def test_a_rule_fires_and_stays_silent_where_its_author_says(rule: Rule):
    assert [WITNESSES.verdict(rule, given) for given in (rule.fires, rule.silent)] == [Verdict.HOLDS, Verdict.FAILS]


@pytest.mark.parametrize("pair", EDITION.placement.contradictions, ids=lambda pair: pair.id)
def test_a_pair_is_reread_and_left_alone_where_its_author_says(pair: Contradiction):
    assert [WITNESSES.verdict(pair, given) for given in (pair.fires, pair.silent)] == [Verdict.HOLDS, Verdict.FAILS]


@pytest.mark.parametrize(
    ("answers", "reread"),
    [
        ({"EXP1": 1, "EXP3": 2}, ["EXP1_EXP3"]),
        ({"EXP1": 1, "EXP3": 6}, ["EXP1_EXP3"]),
        ({"EXP1": 2, "EXP3": 1}, ["EXP1_EXP3"]),
        ({"EXP1": 6, "EXP3": 1}, ["EXP1_EXP3"]),
        ({"EXP1": 1, "EXP3": 1}, []),
        ({"EXP1": 2, "EXP3": 6}, []),
        ({"EXP1": "x", "EXP3": 6}, []),
        ({"EXP1": 3, "O13": 1}, ["EXP1_O13"]),
        ({"EXP1": 3, "O13": 2}, []),
        ({"EXP1": 1, "O13": 3}, []),
        ({"EXP1": 1, "O13": 1}, []),
        ({"EXP1": 3, "O13": "x"}, []),
    ],
)
def test_a_trial_that_took_place_did_so_in_every_answer(answers: dict[str, int | str], reread: list[str]):
    found = contract.result(assess(read_answers(answer_data(answers, EDITION), EDITION), EDITION))

    assert [each["id"] for each in found["project"]["contradictions"]] == reread


def test_the_sixteen_archetypes_and_six_told_cases_are_there():
    assert [example.name.split()[0] for example in EDITION.examples] == [
        *(f"F{number:02}" for number in range(1, 17)),
        *(f"N{number}" for number in range(1, 7)),
    ]
    assert [example.name for example in EDITION.examples if example.name.startswith("N") and not example.story] == []
