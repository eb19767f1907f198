"""Questions and options that change nothing are told, unless they say that they only inform."""

from dataclasses import replace

import pytest

from assessment.content.questionnaire import Choice, Question
from assessment.proofs.effects import without_effect
from assessment.proofs.places import Places

REMEDY = "Nommez-les dans des conditions, réunissez-les, ou écrivez « informative: true »."


@pytest.fixture(name="asking")
def _asking(edition, told):
    """What is told of question C9, added to the project's first screen, with these options."""

    def ask(*choices, **more):
        question = Question(
            id="C9",
            screen=edition.project.screens[0].id,
            text="Une question ?",
            why="Pour voir.",
            choices=choices,
            source="002",
        ).model_copy(update=more)
        project = edition.project.model_copy(update={"questions": (*edition.project.questions, question)})
        found = told(without_effect(replace(edition, project=project), Places()))
        return [each for each in found if "C9" in each[1]]

    return ask


YES, NO, MAYBE = (Choice(label=label) for label in ("Oui", "Non", "Un peu"))


def test_a_question_that_nothing_names(asking):
    assert asking(YES, NO) == [
        (
            "question-without-effect",
            "C9 : quelle que soit la réponse à C9, rien ne change. "
            "Nommez-la dans une condition, retirez-la, ou écrivez « informative: true ».",
        )
    ]


def test_options_that_nothing_tells_apart(asking):
    calling = Choice(label="Beaucoup", levers=("evaluation",))

    assert asking(YES, calling, NO) == [
        ("options-alike", f"C9 › choices : rien ne distingue les options 1, 3 de C9. {REMEDY}")
    ]


def test_a_question_that_says_it_only_informs_may_change_nothing(asking):
    assert asking(YES, NO, informative=True) == []


def test_a_question_that_says_so_for_nothing_is_told(asking):
    calling = Choice(label="Beaucoup", levers=("evaluation",))

    assert asking(YES, calling, informative=True) == [
        ("not-only-informative", "C9 › informative : chaque option de C9 a déjà son effet. Retirez « informative ».")
    ]


def test_neighbours_on_a_scale_may_be_alike(edition, told):
    found = told(without_effect(edition, Places()))

    assert [each for each in found if each[1].startswith(("C3", "C4"))] == []


def test_ticking_nothing_counts_as_an_answer_of_its_own(edition, told):
    """F1 has only the test « nothing was ticked »: its options are alike, but the question has an effect."""
    questions = tuple(
        each.model_copy(update={"informative": False}) if each.id == "F1" else each
        for each in edition.project.questions
    )
    changed = replace(edition, project=edition.project.model_copy(update={"questions": questions}))

    found = told(without_effect(changed, Places()))

    assert [each for each in found if each[1].startswith("F1")] == [
        ("options-alike", f"F1 › choices : rien ne distingue les options 1, 2, 3, 4 de F1. {REMEDY}")
    ]
