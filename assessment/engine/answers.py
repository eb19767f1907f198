"""What a person answered: Answers, and what follows from them without any rule."""

import datetime
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assessment.content.edition import Edition
from assessment.content.placement import Placement
from assessment.content.questionnaire import UNKNOWN, PartId, Question
from assessment.engine.actions import Action

PARTS: tuple[PartId, ...] = ("project", "organisation", "doors")
#: What a person answers in the short version: the one choice of parts without the doors.
SHORT: tuple[PartId, ...] = ("project",)
LONGEST_NAME = 200

Shown = Literal["no", "document", "outside"]
#: One option, several options, or « ne sait pas ».
Value = int | tuple[int, ...] | Literal["x"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the answers are about: free text and a date, both optional."""

    name: str | None = None
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers to one edition. A question that is not in *values* was not answered; "x" is « ne sait pas ».

    *actions*: what the person decided to do next; *notes*: which document or outside look could be shown, in their own
    words; nothing is concluded from either. *short*: the person took the short version, which asks the key questions of
    the project only.
    """

    edition: str
    parts: frozenset[PartId]
    values: Mapping[str, Value] = field(default_factory=dict)
    shown: Mapping[str, Shown] = field(default_factory=dict)
    subject: Subject = Subject()
    actions: tuple[Action, ...] = ()
    short: bool = False
    notes: Mapping[str, str] = field(default_factory=dict)

    def knows(self, question: str) -> bool:
        """Whether the question has an answer other than « ne sait pas »."""
        return self.values.get(question, UNKNOWN) != UNKNOWN

    def level(self, question: Question) -> int | None:
        """Level of the answer; None when unknown, unanswered or without scale."""
        value = self.values.get(question.id)
        return question.level(value) if isinstance(value, int) else None

    def can_be_shown(self, question: str) -> bool:
        """Whether a document or an outside look backs the answer."""
        return self.shown.get(question, "no") != "no"


def clean(text: str, longest: int | None = LONGEST_NAME) -> str:
    """Text from a stranger made safe to keep: NFC, no control or direction-changing sign, at most *longest* signs.

    None: however many.

    >>> clean("Le  jardin\\u202e\\x00 ")
    'Le jardin'
    """
    readable = "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", text)
        if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    return " ".join(readable.split())[:longest]


def organisation_type(values: Mapping[str, Value], edition: Edition) -> tuple[str | None, str | None]:
    """The type of the organisation and the question that tells it; (None, None) when unknown."""
    for asked in edition.placement.type_asked_by:
        value = values.get(asked)
        if isinstance(value, int):
            return edition.questions[asked].choices[value - 1].id, asked
    return None, None


def known_types(placement: Placement) -> frozenset[str]:
    """Ids of the types that have questions of their own."""
    return frozenset(kind.id for kind in placement.types)
