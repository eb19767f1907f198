"""The answers of this visit in, what they give out: the same answers are assessed and told once.

Every click on a page draws it again, and most clicks change no answer.
"""

import datetime
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import lru_cache, wraps
from typing import TypeVar

import streamlit as st

from assessment.content.edition import Edition
from assessment.engine.answers import Answers, Subject
from assessment.engine.assess import Assessment, assess
from assessment.pages import saved, state
from assessment.pages.content import in_preview, opened
from assessment.pages.waiting import wait
from assessment.report.document import Report
from assessment.report.sections import tell

#: Results that the process keeps, those of all visits together; each takes half a megabyte.
MOST = 32
Found = TypeVar("Found")
#: What empties each of these memories.
_KEPT: list[Callable[[], None]] = []
#: Another object each time that somebody erases their answers.
_since = [object()]


class Given:
    """What a result rests on: the same when the answers say the same, by the very same edition.

    Whom the answers are about and the next actions are left out: nothing is concluded from them.
    """

    __slots__ = ("_said", "answers", "edition")

    def __init__(self, answers: Answers, edition: Edition) -> None:
        self.answers, self.edition = replace(answers, subject=Subject(), actions=()), edition
        self._said = repr(self.answers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Given) and self._said == other._said and self.edition is other.edition

    def __hash__(self) -> int:
        return hash(self._said)


@dataclass(frozen=True, slots=True)
class Assessed:
    """The *answers* of this visit on its *day*, and what is *given* by them."""

    answers: Answers
    day: datetime.date
    given: Given

    @property
    def edition(self) -> Edition:
        """The edition of the answers."""
        return self.given.edition

    @property
    def assessment(self) -> Assessment:
        """What the answers give."""
        return replace(assessment_of(self.given), answers=self.answers)

    @property
    def report(self) -> Report:
        """The same told, of whom it is about, with the next actions."""
        told = report_of(self.given, self.day)
        return replace(told, subject=self.answers.subject.name, actions=self.answers.actions)


def of_this_visit() -> Assessed | None:
    """What this visit's answers give; None while there is none. Raises ContentError with every problem."""
    edition, day = opened(), saved.today()
    answers = state.answers(edition, day)
    return Assessed(answers, day, Given(answers, edition)) if answers else None


def prepare() -> None:
    """Assess and tell what this visit's answers give, before anybody asks."""
    found = of_this_visit()
    if found is not None:
        report_of(found.given, found.day)


def begin_page(place: str) -> Assessed | None:
    """Begin a page about the result called *place*; while there is no answer, None, and the page leads to them."""
    opened()
    state.begin()
    found = of_this_visit()
    if found is None:
        wait(place)
    return found


def once(make: Callable[..., Found]) -> Callable[..., Found]:
    """*make*, with its last outcomes kept for the whole process.

    Not those of a visit that leaves no trace, which end with its tab; nor of content being written, which changes.
    """
    kept = lru_cache(maxsize=MOST)(make)
    _KEPT.append(kept.cache_clear)

    @wraps(make)
    def found(*about: Hashable) -> Found:
        if in_preview() or st.session_state.get("without_trace"):
            return make(*about)
        before = _since[0]
        outcome = kept(*about)
        if _since[0] is not before:  # what was being worked out when answers were erased may be theirs
            kept.cache_clear()
        return outcome

    return found


def forget() -> None:
    """Keep nothing of any answers any more, not even of those being worked out: somebody erased theirs."""
    _since[0] = object()
    for clear in _KEPT:
        clear()


@once
def assessment_of(given: Given) -> Assessment:
    """What answers give."""
    return assess(given.answers, given.edition)


@once
def report_of(given: Given, day: datetime.date) -> Report:
    """The same told on some *day*, of nobody and without actions."""
    return tell(assessment_of(given), day)
