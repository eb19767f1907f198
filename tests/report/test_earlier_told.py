"""What is told of two results of one dossier: facts, in the words of the edition, what changed and nothing else."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from assessment.content.edition import Edition
from assessment.engine.assess import Assessment, assess
from assessment.engine.reading import read_answers
from assessment.report.earlier_told import (
    AnswersMoved,
    EditionMoved,
    ResultMoved,
    tell_answers,
    tell_edition,
    tell_left,
    tell_name,
    tell_result,
    tell_stage,
)
from assessment.report.moves_told import NONE, NOT_KNOWN, Moved

DAY = datetime.date(2026, 5, 1)
#: Everything that names the stage, up to « modélisation ».
MODELLED = dict.fromkeys(
    ("BES1", "SOL1", "EXP1", "EXP2", "MOD1", "MOD2", "ECO3", "ALL1", "EVA1", "EVA2", "DEP1"), 3
) | {"DEP2": 2}
SPREAD = MODELLED | {"DEP1": 4}
NOTHING = ResultMoved(None, (), ())


@pytest.fixture(name="saying", scope="session")
def _saying(edition: Edition) -> Callable[..., str]:
    """An option in the words that a person chose."""
    return lambda question, number: f"« {edition.questions[question].choices[number - 1].label.removesuffix('.')} »"


def assessed(data: dict[str, Any], edition: Edition) -> Assessment:
    return assess(read_answers(data, edition), edition)


def stage(assessing: Callable[..., Assessment], **answers: int) -> str:
    found = assessing(**answers)
    return found.edition.placement.stages[found.project.placement.stage.reached].label


def edited(edition: Edition, name: str, **changes: object) -> Edition:
    """Another edition, in which one question of the project is another."""
    questions = tuple(
        each.model_copy(update=changes) if each.id == name else each for each in edition.project.questions
    )
    return replace(edition, id="suivante", project=edition.project.model_copy(update={"questions": questions}))


def without(edition: Edition, name: str) -> Edition:
    """Another edition, in which a question of the project is no longer."""
    questions = tuple(each for each in edition.project.questions if each.id != name)
    return replace(edition, id="suivante", project=edition.project.model_copy(update={"questions": questions}))


# --- The answers


def test_answers_are_told_as_changed_given_or_taken_back(
    assessing: Callable[..., Assessment], edition: Edition, saying: Callable[..., str]
):
    told = tell_answers(assessing(BES1=2, SOL1=3, C5=1), assessing(BES1=3, C5=1, EXP1=2))

    text = {name: edition.questions[name].text for name in edition.questions}
    assert told == AnswersMoved(
        changed=(("BES1", Moved(text["BES1"], saying("BES1", 2), saying("BES1", 3))),),
        given=(("EXP1", Moved(text["EXP1"], "Pas encore répondu", saying("EXP1", 2))),),
        taken_back=(("SOL1", Moved(text["SOL1"], saying("SOL1", 3), "Plus de réponse")),),
        shown=(),
        about=(),
    )


def test_what_could_be_shown_the_name_and_the_parts_are_told(edition: Edition):
    before = {"subject": {"name": "Le jardin"}, "project": {"answers": {"BES1": 3}}}
    after = {
        "subject": {"name": "Le verger"},
        "project": {"answers": {"BES1": 3}, "shown": {"BES1": "document"}},
        "organisation": {"answers": {}},
        "doors": {"answers": {}},
    }

    told = tell_answers(assessed(before, edition), assessed(after, edition))

    proof = f"« {edition.project.evidence.choices['document']} »"
    both = f"{edition.project.title} · {edition.organisation.title}"
    assert told == AnswersMoved(
        changed=(),
        given=(),
        taken_back=(),
        shown=(("BES1", Moved(edition.questions["BES1"].text, "Pas encore répondu", proof)),),
        about=(
            Moved("Le nom", "« Le jardin »", "« Le verger »"),
            Moved("Ce dont vous parlez", edition.project.title, both),
        ),
    )


def test_another_document_than_before_is_told(edition: Edition):
    def backed(note: str | None) -> dict[str, Any]:
        notes = {"notes": {"BES1": note}} if note else {}
        return {"project": {"answers": {"BES1": 3}, "shown": {"BES1": "document"}, **notes}}

    found = [assessed(backed(each), edition) for each in (None, "Un bilan", "Un avis")]

    proof = f"« {edition.project.evidence.choices['document']} »"
    text = edition.questions["BES1"].text
    assert [tell_answers(*each).shown for each in pairwise(found)] == [
        (("BES1", Moved(text, proof, f"{proof}, « Un bilan »")),),
        (("BES1", Moved(text, f"{proof}, « Un bilan »", f"{proof}, « Un avis »")),),
    ]


def test_what_could_be_shown_for_an_answer_that_came_or_went_is_not_told(edition: Edition):
    shown = {"project": {"answers": {"BES1": 3}, "shown": {"BES1": "document"}}}
    other = {"project": {"answers": {"SOL1": 3}}}

    before, after = assessed(shown, edition), assessed(other, edition)

    assert (tell_answers(before, after).shown, tell_answers(after, before).shown) == ((), ())


def test_every_worked_case_moves_nothing_against_itself(edition: Edition):
    for example in edition.examples:
        found = assessed(example.given, edition)

        assert tell_answers(found, found) == AnswersMoved((), (), (), (), ())
        assert tell_answers(found, found).stay
        assert tell_result(found, found) == NOTHING
        assert tell_result(found, found).stays
        assert tell_edition(found, found) == EditionMoved((), (), NOTHING)


# --- The result


def test_a_stage_that_is_lower_is_told_as_what_is_and_what_was(assessing: Callable[..., Assessment]):
    higher, lower = stage(assessing, **SPREAD), stage(assessing, **MODELLED)

    told = tell_result(assessing(**SPREAD), assessing(**MODELLED))

    assert (higher, lower) == ("Essaimage", "Modélisation")
    assert told.stage == Moved("Étape du projet", higher, lower)
    assert tell_stage(told, DAY) == ("L'étape est maintenant « Modélisation ». Le 1er mai 2026, c'était « Essaimage ».")


def test_a_range_that_is_open_neither_then_nor_now_is_not_told_twice(assessing: Callable[..., Assessment]):
    told = tell_result(assessing(**SPREAD), assessing(**MODELLED))

    assert next(each.label for each in told.standing) == "Étape consolidée"
    assert "Étapes possibles" not in [each.label for each in told.standing]


def test_a_range_that_opens_is_told(assessing: Callable[..., Assessment]):
    told = tell_result(assessing(**MODELLED), assessing(**{**MODELLED, "DEP1": "x"}))

    assert "Étapes possibles" in [each.label for each in told.standing]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (NOT_KNOWN, "Conception", "L'étape est maintenant « Conception »."),
        (NONE, "Conception", "L'étape est maintenant « Conception »."),
        ("Conception", NOT_KNOWN, None),
        ("Conception", NONE, None),
    ],
)
def test_a_stage_that_was_not_known_or_no_longer_is_makes_no_false_sentence(before: str, after: str, told: str | None):
    assert tell_stage(ResultMoved(Moved("Étape du projet", before, after), (), ()), DAY) == told


def test_a_stage_that_stays_makes_no_sentence():
    assert tell_stage(NOTHING, DAY) is None


def test_what_is_proposed_no_longer_and_anew_is_told_in_the_indicative(assessing: Callable[..., Assessment]):
    before, after = assessing(**MODELLED), assessing(**SPREAD)

    told = dict(tell_result(before, after).advice)

    gone = {each.item.title for each in before.advice.recommendations} - {
        each.item.title for each in after.advice.recommendations
    }
    assert {line.removesuffix(".") for line in told["Pistes qui ne sont plus proposées"]} == gone
    assert set(told) <= {
        "Ce qui ne manque plus",
        "Ce qui manque maintenant",
        "Pistes qui s'ajoutent",
        "Pistes qui ne sont plus proposées",
        "Ce qui est dit en plus",
        "Ce qui n'est plus dit",
    }


# --- The edition


def test_an_edition_that_only_has_another_name_moves_nothing(edition: Edition, given: Callable[[str], dict]):
    answers = given("complete")

    told = tell_edition(assessed(answers, edition), assessed(answers, replace(edition, id="suivante")))

    assert told == EditionMoved((), (), NOTHING)


def test_an_answer_whose_question_is_gone_is_told_in_the_words_of_the_old_edition(
    edition: Edition, saying: Callable[..., str]
):
    after = without(edition, "C5")

    told = tell_edition(
        assessed({"project": {"answers": {"BES1": 3, "C5": 1}}}, edition),
        assessed({"project": {"answers": {"BES1": 3}}}, after),
    )

    assert told.left == ((edition.questions["C5"].text, saying("C5", 1)),)


def test_an_answer_that_can_no_longer_be_read_is_told_by_its_numbers(edition: Edition):
    left = {"C5": 9, "BES9": 2, "BES8": [1, 4], "BES7": [], "BES6": "x"}

    assert tell_left(left, edition) == (
        f"{edition.questions['C5'].text} Votre réponse : choix 9.",
        "Une question retirée depuis (repère BES9). Votre réponse : choix 2.",
        "Une question retirée depuis (repère BES8). Votre réponse : choix 1, choix 4.",
        "Une question retirée depuis (repère BES7). Votre réponse : rien de coché.",
        f"Une question retirée depuis (repère BES6). Votre réponse : « {edition.project.unknown_label} ».",
    )


def test_an_option_that_says_something_else_is_told(edition: Edition, saying: Callable[..., str]):
    was = edition.questions["BES1"]
    choices = tuple(
        each.model_copy(update={"label": "Autrement dit"}) if number == 3 else each
        for number, each in enumerate(was.choices, start=1)
    )
    answers = {"project": {"answers": {"BES1": 3, "SOL1": 2}}}

    told = tell_edition(assessed(answers, edition), assessed(answers, edited(edition, "BES1", choices=choices)))

    assert told == EditionMoved((), (Moved(was.text, saying("BES1", 3), "« Autrement dit »"),), NOTHING)


def test_rules_that_changed_move_the_result_of_the_same_answers(edition: Edition, assessing: Callable[..., Assessment]):
    gates = tuple(
        gate.model_copy(
            update={
                "deeds": tuple(
                    deed.model_copy(update={"at_least": 4}) if deed.question == "SOL1" else deed for deed in gate.deeds
                )
            }
        )
        for gate in edition.placement.gates
    )
    stricter = replace(edition, id="suivante", placement=edition.placement.model_copy(update={"gates": gates}))
    before = assessing(**MODELLED)

    told = tell_edition(before, assess(before.answers, stricter))

    assert told.result.stage is not None
    assert told.result.stage.before == "Modélisation" != told.result.stage.after
    assert (told.left, told.reworded) == ((), ())


def test_a_stage_with_another_name_is_told_with_the_name_of_each_edition(
    edition: Edition, assessing: Callable[..., Assessment]
):
    stages = tuple(each.model_copy(update={"label": f"{each.label} bis"}) for each in edition.placement.stages)
    renamed = replace(edition, id="suivante", placement=edition.placement.model_copy(update={"stages": stages}))
    before = assessing(**MODELLED)

    told = tell_edition(before, assess(before.answers, renamed))

    assert told.result.stage == Moved("Étape du projet", "Modélisation", "Modélisation bis")


def test_an_edition_is_called_by_its_day(edition: Edition):
    card = edition.card.model_copy(update={"published": datetime.date(2027, 1, 1)})

    assert tell_name(replace(edition, card=card)) == "Édition du 1er janvier 2027"
