"""Answers in, the screens still to be shown out: which questions concern this person, and how long they take. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from assessment.content.edition import Edition
from assessment.content.questionnaire import PartId, Question, Questionnaire, Screen
from assessment.engine.answers import SHORT, Answers, Value, organisation_type
from assessment.engine.changes import is_asked
from assessment.engine.facts import Fact, Facts
from assessment.engine.stage import StageRange, levels_of, stage_range


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of one part, with the questions that it asks this person."""

    part: Questionnaire
    screen: Screen
    questions: tuple[Question, ...]
    minutes: int  #: of its whole part, as it is asked here

    @property
    def id(self) -> str:
        """Its name; two parts may have screens of the same name."""
        return f"{self.part.part}-{self.screen.id}"


def steps(edition: Edition, values: Mapping[str, Value], parts: Collection[PartId]) -> tuple[Step, ...]:
    """Every screen of *parts* that has something to ask, in order; the short version asks the key questions only."""
    short = set(parts) == set(SHORT)
    facts = _facts(edition, values, parts, short=short)
    found = (
        Step(
            part,
            screen,
            tuple(each for each in part.on_screen(screen.id) if is_asked(each, facts)),
            (short and part.short_minutes) or part.minutes,
        )
        for part in edition.questionnaires
        if part.part in parts
        for screen in part.screens
    )
    return tuple(step for step in found if step.questions)


def minutes_of(edition: Edition, parts: Collection[PartId]) -> int:
    """Minutes that *parts* take from their first screen to their last."""
    every = steps(edition, {}, parts)
    return minutes_left(every, every)


def minutes_left(ahead: Collection[Step], every: Collection[Step]) -> int:
    """Minutes that the screens *ahead* take, of *every* screen: each part lasts what it says, evenly shared."""
    total = {step.part.part: sum(len(each.questions) for each in every if each.part is step.part) for step in every}
    return ceil(sum(Fraction(step.minutes * len(step.questions), total[step.part.part]) for step in ahead))


def settled_range(edition: Edition, values: Mapping[str, Value]) -> StageRange | None:
    """The stage, once no question left without an answer can move it; None before."""
    found = stage_range(edition, levels_of(edition, Answers(edition.id, frozenset({"project"}), values)))
    return None if any(name not in values for name in found.decided_by) else found


def _facts(edition: Edition, values: Mapping[str, Value], parts: Collection[PartId], *, short: bool) -> Facts:
    here = {name: value for name, value in values.items() if edition.part_of.get(name) in parts}
    kind, told_by = organisation_type(here, edition)
    return Facts(
        edition=edition,
        answers=Answers(edition.id, frozenset(parts), here, short=short),
        type=Fact(kind, frozenset({told_by})) if told_by else Fact(),
    )
