"""Answers given to one edition in, those that another edition can read out: editions lose questions and options."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, Question


@dataclass(frozen=True, slots=True)
class Carried:
    """Question -> the answer as it was given; *left*: those that the edition cannot read."""

    values: Mapping[str, object]
    left: Mapping[str, object]


def carry(given: Mapping[str, object], edition: Edition) -> Carried:
    """*given*, parted by whether *edition* has the question and the options; lists or tuples where several count."""
    values = {
        name: value
        for name, value in given.items()
        if name in edition.questions and can_answer(edition.questions[name], value)
    }
    return Carried(values, {name: value for name, value in given.items() if name not in values})


def can_answer(question: Question, value: object) -> bool:
    """Whether *value* is an answer to *question* as it is asked in its edition."""
    if value == UNKNOWN:
        return True
    if question.kind == "one":
        return _is_option(question, value)
    if isinstance(value, str) or not isinstance(value, Sequence):
        return False
    most = len(question.choices) if question.at_most is None else question.at_most
    return all(_is_option(question, each) for each in value) and len(set(value)) == len(value) <= most


def _is_option(question: Question, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= len(question.choices)
