"""An edition in, the questions and options that change nothing out, as Problems.

A scored question always counts: its dimension is shown. Any other is asked for what a condition, a lever or an id makes
of it; options that nothing tells apart must be declared `informative`, kept for whoever reads the answers.
"""

from collections.abc import Iterator

from assessment.content.edition import Edition
from assessment.content.questionnaire import Question
from assessment.engine.answers import Value
from assessment.errors import Problem
from assessment.proofs.classes import Classes, scored
from assessment.proofs.places import Places


def without_effect(edition: Edition, places: Places) -> list[Problem]:
    """Unscored questions without any effect, options that are the same to everything, and needless declarations."""
    classes = Classes(edition)
    counted = {question.id for part in edition.questionnaires for question in scored(part) if question.scaled}
    return [
        problem
        for part in edition.questionnaires
        for question in part.questions
        if question.id not in counted
        for problem in _question(question, classes, places)
    ]


def _question(question: Question, classes: Classes, places: Places) -> Iterator[Problem]:
    alike, useless = _alike(question, classes)
    informative = question.informative
    if informative and not alike:
        yield Problem(
            "not-only-informative",
            places.where(question, "informative"),
            f"chaque option de {question.id} a déjà son effet.",
            "Retirez « informative ».",
        )
    elif not informative and useless:
        yield Problem(
            "question-without-effect",
            places.where(question),
            f"quelle que soit la réponse à {question.id}, rien ne change.",
            "Nommez-la dans une condition, retirez-la, ou écrivez « informative: true ».",
        )
    elif not informative:
        for numbers in alike:
            yield Problem(
                "options-alike",
                places.where(question, "choices"),
                f"rien ne distingue les options {', '.join(map(str, numbers))} de {question.id}.",
                "Nommez-les dans des conditions, réunissez-les, ou écrivez « informative: true ».",
            )


def _alike(question: Question, classes: Classes) -> tuple[list[tuple[int, ...]], bool]:
    """Options that nothing tells apart, and whether that is so for all answers; options on a scale may be alike."""
    same: dict[tuple[object, ...], list[int]] = {}
    for number in range(1, len(question.choices) + 1):
        value: Value = number if question.kind == "one" else (number,)
        same.setdefault(classes.signature(question, value), []).append(number)
    # Ticking nothing is an answer too, and a condition may ask for it.
    useless = len(same) == 1 and (question.kind == "one" or classes.signature(question, ()) in same)
    if question.scaled and not useless:
        return [], False
    return [tuple(numbers) for numbers in same.values() if len(numbers) > 1], useless
