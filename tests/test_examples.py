"""Every worked example of the shipped edition comes out as its author wrote it: cases, and beside each rule."""

import pytest

from assessment.content.examples import Example
from assessment.content.rules import Rule
from assessment.content.shelf import open_edition
from assessment.engine import contract
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.engine.verdicts import Verdict
from assessment.proofs.witnesses import Witnesses
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


def test_the_sixteen_archetypes_and_six_told_cases_are_there():
    assert [example.name.split()[0] for example in EDITION.examples] == [
        *(f"F{number:02}" for number in range(1, 17)),
        *(f"N{number}" for number in range(1, 7)),
    ]
    assert [example.name for example in EDITION.examples if example.name.startswith("N") and not example.story] == []
