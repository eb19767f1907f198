"""A rule that never brings its item in is told."""

from dataclasses import replace

from assessment.proofs.places import Places
from assessment.proofs.shadows import shadowed, wins
from assessment.proofs.witnesses import Witnesses


def found_in(edition, told, *rules):
    small = replace(edition, rules=rules, examples=())
    return told(shadowed(small, Witnesses(small), Places()))


def test_no_shipped_rule_is_shadowed(edition, witnesses, places):
    assert shadowed(edition, witnesses, places) == []


def test_the_same_rule_again_with_less_precedence(edition, a_rule, told):
    written = {"when": {"answer": "C1", "is": 4}, "recommend": ["M01"], "fires": {"C1": 4}, "silent": {"C1": 1}}

    assert found_in(edition, told, a_rule("R900", **written), a_rule("R901", **written, precedence=3)) == [
        (
            "shadowed-rule",
            "R901 › recommend : M01 est toujours donné par une autre règle (R900) quand R901 s'applique. "
            "Retirez cette règle, donnez-lui une meilleure « precedence » ou précisez sa condition.",
        )
    ]


def test_a_narrower_rule_behind_a_wider_one_that_ranks_as_well(edition, a_rule, told):
    wider = a_rule("R900", when={"answer": "ECO3", "at_most": 3}, recommend=["M06"], fires={"ECO3": 3})
    narrower = a_rule("R901", when={"answer": "ECO3", "at_most": 2}, recommend=["M06"], fires={"ECO3": 2})

    assert [code for code, _ in found_in(edition, told, wider, narrower)] == ["shadowed-rule"]


def test_two_rules_that_each_win_somewhere_are_both_of_use(edition, a_rule, told):
    wider = a_rule("R900", when={"answer": "ECO3", "at_most": 3}, recommend=["M06"], fires={"ECO3": 3})
    narrower = a_rule("R901", when={"answer": "ECO3", "at_most": 2}, recommend=["M06"], fires={"ECO3": 2}, precedence=1)

    assert found_in(edition, told, wider, narrower) == []


def test_a_rule_that_wins_with_other_answers_than_its_example_is_of_use(edition, a_rule, told):
    first = a_rule("R900", when={"answer": "C1", "is": 4}, recommend=["M11"], fires={"C1": 4}, precedence=1)
    second = a_rule("R901", when={"answer": "C3", "at_most": 2}, recommend=["M11"], fires={"C3": 1, "C1": 4})
    small = replace(edition, rules=(first, second), examples=())

    assert {name for found in Witnesses(small).all for name, _ in wins(found)} == {"R900"}
    assert found_in(edition, told, first, second) == []
