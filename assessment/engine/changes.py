"""Answers and changes to them in, answers that an answer file could hold out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.content.edition import Edition
from assessment.content.questionnaire import Question
from assessment.engine.answers import Answers, Value, known_types, organisation_type
from assessment.engine.facts import Facts
from assessment.engine.verdicts import Verdict, weigh

#: Question -> the new answer; None takes the answer away.
Changes = Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class Changed:
    """Answers after changes, and the questions whose answers had to go because another type is asked them."""

    answers: Answers
    dropped: tuple[str, ...]


def change(answers: Answers, changes: Changes, edition: Edition) -> Changed:
    """*answers* with *changes*; a part that was not answered opens, answers to another type's questions go.

    What could be shown backs the answer it was given for: it goes with every answer that changes, and its note too.
    """
    taken = {name for name, value in changes.items() if value is None}
    new = {name: value for name, value in changes.items() if value is not None}
    values = {name: value for name, value in {**answers.values, **new}.items() if name not in taken}
    dropped = _of_another_type(values, edition)
    moved = {name for name in changes if answers.values.get(name) != changes[name]}.union(dropped)
    return Changed(
        replace(
            answers,
            parts=answers.parts | {edition.part_of[name] for name in new},
            values={name: value for name, value in values.items() if name not in dropped},
            shown={name: word for name, word in answers.shown.items() if name not in moved},
            notes={name: text for name, text in answers.notes.items() if name not in moved},
        ),
        dropped,
    )


def is_asked(question: Question, facts: Facts) -> bool:
    """Whether *question* is asked of whoever gave these answers."""
    if question.type not in (None, facts.type.value):
        return False
    if facts.answers.short and question.id not in facts.edition.key_questions:
        return False
    return question.asked_when is None or weigh(question.asked_when, facts).verdict is Verdict.HOLDS


def _of_another_type(values: Mapping[str, Value], edition: Edition) -> tuple[str, ...]:
    kind, _ = organisation_type(values, edition)
    if kind not in known_types(edition.placement):
        return ()
    return tuple(
        name for name in edition.questions if name in values and edition.questions[name].type not in (None, kind)
    )
