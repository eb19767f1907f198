"""Which report is asked for: its form, and what of the person's own words it carries. Pure."""

from dataclasses import dataclass, replace
from typing import Literal

from assessment.engine.actions import Action
from assessment.engine.answers import Answers, Subject
from assessment.report.document import Report

#: The whole report, one page for a board, one page in the plainest words.
Form = Literal["whole", "board", "plain"]


@dataclass(frozen=True, slots=True)
class Variant:
    """*contact*: a line for the cover, never kept; *people*: whether the names of who does what are told.

    *free_text*: whether what the person wrote (name of the project, actions, notes) is told; without it the report
    names nobody, and neither does its attachment.
    """

    form: Form = "whole"
    contact: str | None = None
    people: bool = True
    free_text: bool = True


#: The whole report, with all its words.
WHOLE = Variant()


def stripped(answers: Answers, variant: Variant) -> Answers:
    """*answers* without what *variant* keeps to itself: what its attachment is made of."""
    subject = answers.subject if variant.free_text else Subject(date=answers.subject.date)
    notes = answers.notes if variant.free_text else {}
    return replace(answers, subject=subject, actions=_told(answers.actions, variant), notes=notes)


def as_told(report: Report, variant: Variant) -> Report:
    """*report* without what *variant* keeps to itself."""
    subject = report.subject if variant.free_text else None
    told = report.answers if variant.free_text else tuple(replace(each, note=None) for each in report.answers)
    return replace(report, subject=subject, actions=_told(report.actions, variant), answers=told)


def _told(actions: tuple[Action, ...], variant: Variant) -> tuple[Action, ...]:
    if not variant.free_text:
        return ()
    return actions if variant.people else tuple(replace(action, who=None) for action in actions)
