"""An Assessment and question ids in, the answers behind a line out, in the words of the questionnaire."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assessment.content.questionnaire import UNKNOWN, Question
from assessment.engine.assess import Assessment
from assessment.report import wording
from assessment.report.document import Reason


def reasons(assessment: Assessment, questions: Iterable[str]) -> tuple[Reason, ...]:
    """One Reason for each question, in the order of the questionnaires."""
    return tuple(reason(assessment, name) for name in assessment.in_order(questions))


def reason(assessment: Assessment, name: str) -> Reason:
    """The question called *name*, what was answered to it, and what could be shown for it."""
    edition = assessment.edition
    question = edition.questions[name]
    questionnaire = edition.questionnaire(edition.part_of[name])
    return Reason(
        question=name,
        text=question.text,
        answer=_words(assessment, question, questionnaire.unknown_label),
        shown=wording.SHOWN.get(assessment.answers.shown.get(name, "no")),
        screen=next(screen.label for screen in questionnaire.screens if screen.id == question.screen),
    )


def all_answers(assessment: Assessment) -> tuple[Reason, ...]:
    """Everything that was answered, with the notes beside what could be shown."""
    found, notes = reasons(assessment, assessment.answers.values), assessment.answers.notes
    return tuple(replace(each, note=notes[each.question]) if each.question in notes else each for each in found)


def _words(assessment: Assessment, question: Question, unknown: str) -> str:
    value = assessment.answers.values.get(question.id)
    if value is None:
        return wording.NOT_ANSWERED
    if value == UNKNOWN:
        return unknown
    if isinstance(value, tuple):
        return _together([question.choices[number - 1].label for number in value]) or wording.NOTHING_TICKED
    return question.choices[value - 1].label


def _together(answers: Sequence[str]) -> str:
    """Answers one after the other: sentences as they are, other words in one sentence.

    >>> _together(["Tout repose sur une personne.", "Rien ne bloque."]), _together(["Un don", "Une aide"])
    ('Tout repose sur une personne. Rien ne bloque.', 'Un don ; une aide')
    """
    if any(answer.endswith(".") for answer in answers):
        return " ".join(answers)
    return " ; ".join((*answers[:1], *map(wording.small, answers[1:])))
