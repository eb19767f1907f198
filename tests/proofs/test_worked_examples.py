"""Worked examples that do not come out as written are told."""

from dataclasses import replace

import pytest

from assessment.content.shelf import SHIPPED
from assessment.proofs.worked_examples import disagreements

SAID = "Corrigez l'exemple ou la condition."


@pytest.fixture(name="found_for")
def _found_for(edition, a_rule, told):
    """What is told of a rule for conception with these examples, alone in the edition."""

    def found(**examples):
        written = {"fires": {"EXP1": 1}, "silent": {"EXP1": 2}} | examples
        rule = a_rule("R900", when={"stage": "reached", "is": "conception"}, recommend=["M01"], **written)
        return told(disagreements(replace(edition, rules=(rule,), examples=())))

    return found


def test_good_examples_are_not_told(found_for):
    assert found_for() == []


def test_an_example_that_does_not_make_its_rule_hold_is_told(found_for):
    assert found_for(fires={"EXP1": 2}) == [
        ("rule-example", f"R900 › fires : la condition est « fausse », et non « vraie ». {SAID}")
    ]


def test_a_rule_that_only_lacks_an_answer_is_not_silent(found_for):
    assert found_for(silent={"C1": 1}) == [
        ("rule-example", f"R900 › silent : la condition est « inconnue », et non « fausse ». {SAID}")
    ]


def test_an_example_of_a_pair_to_reread_that_does_not_come_out_as_written_is_told(edition, told):
    pair = edition.placement.contradictions[0].model_copy(update={"fires": {"DEP1": 4, "EXP1": 2}})
    placement = edition.placement.model_copy(update={"contradictions": (pair,)})

    assert told(disagreements(replace(edition, placement=placement, rules=(), examples=()))) == [
        ("rule-example", f"DEP1_EXP1 › fires : la condition est « fausse », et non « vraie ». {SAID}")
    ]


def test_an_example_that_cannot_be_read_is_told(edition, found_for):
    assert found_for(fires={"EXP1": 9}) == [
        (
            "not-an-option",
            "R900 › fires, project › EXP1 : il n'y a pas d'option 9. "
            f"Écrivez un nombre de 1 à {len(edition.questions['EXP1'].choices)}, ou x pour « ne sait pas ».",
        )
    ]


def test_a_rule_that_asks_what_others_recommend_is_weighed_with_them(edition, a_rule, told):
    first = a_rule("R900", when={"answer": "C1", "is": 1}, recommend=["M01"], fires={"C1": 1}, silent={"C1": 2})
    second = a_rule("R901", when={"recommended": "M01"}, message="Et ceci.", fires={"C1": 1}, silent={"C1": 2})

    assert told(disagreements(replace(edition, rules=(first, second), examples=()))) == []


def test_a_case_with_another_result_is_told(edition, told):
    case = edition.examples[0].model_copy(update={"expect": {"project": {"stage": "essaimage"}}})

    found = told(disagreements(replace(edition, rules=(), examples=(case,))))

    assert found == [
        (
            "case",
            f"{case.name} › expect : project › stage vaut 'conception', et non 'essaimage'. "
            "Corrigez le cas, ou la méthode.",
        )
    ]


def test_a_shipped_rule_is_told_by_file_and_line(edition, places):
    rule = next(rule for rule in edition.rules if rule.fires)

    file, line, keys = places.where(rule, "fires").split(", ")

    written = (SHIPPED / file).read_text(encoding="utf-8").splitlines()
    assert keys == f"rules › {rule.id} › fires"
    assert written[int(line.removeprefix("ligne ")) - 1].startswith("    fires:")
