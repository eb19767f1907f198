"""A question and a project's answers in, what was said out, in the words of its options. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN
from assessment.engine.answers import Answers, Value
from assessment.portfolio import wording_of_reading as wording


@dataclass(frozen=True, slots=True)
class Said:
    """A question, what was answered in words, and what could be shown for it; *read*: the owner's second reading."""

    question: str
    text: str
    answer: str
    shown: str = ""
    read: str | None = None


def said(name: str, answers: Answers, edition: Edition, first: Answers) -> Said:
    """What was answered to a question first, and how it is read now where that differs."""
    given, read = first.values.get(name), answers.values.get(name)
    return Said(
        question=name,
        text=edition.questions[name].text,
        answer=answer_told(name, given, edition),
        shown=_shown(name, first, edition),
        read=None if given == read else answer_told(name, read, edition),
    )


def answer_told(name: str, value: Value | None, edition: Edition) -> str:
    """An answer in the words of its options."""
    if value is None:
        return wording.NOT_ANSWERED
    if value == UNKNOWN:
        return edition.questionnaire(edition.part_of[name]).unknown_label
    chosen: Iterable[int] = value if isinstance(value, tuple) else (value,)
    return " ; ".join(edition.questions[name].choices[number - 1].label for number in chosen) or wording.NOTHING_TICKED


def _shown(name: str, answers: Answers, edition: Edition) -> str:
    evidence = edition.questionnaire(edition.part_of[name]).evidence
    if evidence is None or name not in answers.shown:
        return ""
    note = f" : « {answers.notes[name]} »" if name in answers.notes else ""
    return f"{evidence.question} {evidence.choices[answers.shown[name]]}{note}"
