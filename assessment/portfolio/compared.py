"""One project in, what is said of it beside others out: one cell for each criterion. Pure.

What the owner reads otherwise is never put in the project's mouth: it is said to be their reading.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from assessment.content.placement import Contradiction, Requirement
from assessment.content.questionnaire import Question
from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, Project
from assessment.engine.levers import stays_here
from assessment.engine.stage import levels_of, met
from assessment.portfolio import wording_of_comparison as wording
from assessment.portfolio.said import said


class Read(Protocol):
    """A project of a gathering, as its owner reads it; *first*: its answers as they were given."""

    id: str
    name: str
    first: Answers
    answers: Answers

    @property
    def shows_answers(self) -> bool:
        """Whether answers, and what quotes them, may be shown."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of one project: lines of text, the first one being the gist; *known* False: nothing is known."""

    lines: tuple[str, ...]
    known: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """A project beside others: its result with the owner's second readings, and its answers as it gave them first."""

    found: Assessment
    project: Project
    first: Answers

    def is_read_again(self, question: str) -> bool:
        """Whether the owner reads an answer otherwise."""
        return self.found.answers.values.get(question) != self.first.values.get(question)

    def attributed(self, line: str, question: str) -> str:
        """A line that tells an answer, as the owner's reading where it is theirs."""
        return wording.READ_SO.format(line=line.removesuffix(".")) if self.is_read_again(question) else line


#: What is said of one project.
Say = Callable[[Side], Cell]


def stage(side: Side) -> Cell:
    """The stage that the answers tell, and those that missing ones allow."""
    reached = side.project.placement.stage
    gist = _label(side, reached.reached) if _known(side) else wording.NOT_SAID
    if reached.lowest == reached.highest:
        return Cell((gist,), known=_known(side))
    lowest, highest = (_small(_label(side, place)) for place in (reached.lowest, reached.highest))
    return Cell((gist, wording.POSSIBLE.format(lowest=lowest, highest=highest)), known=_known(side))


def consolidated(side: Side) -> Cell:
    """The stage whose demands are all met."""
    if not _known(side):
        return Cell((wording.NOT_SAID,), known=False)
    low, high = side.project.placement.consolidated, side.project.placement.consolidated_high
    more = (wording.COULD_BE.format(stage=_small(_label(side, high))),) if high > low else ()
    return Cell((_label(side, low), *more))


def confidence(side: Side) -> Cell:
    """How sure the result is."""
    levels = {each.id: each.label for each in side.found.edition.placement.confidence.levels}
    return Cell((capital(levels[side.project.placement.confidence.level]),))


def zones(side: Side) -> Cell:
    """The risk zones, and how the project stands to each."""
    if not _known(side):
        return Cell((wording.NOT_SAID,), known=False)
    told = ((each.zone.label, wording.STATUSES[each.status]) for each in side.project.placement.zones)
    return _listed(wording.ZONE.format(zone=zone, status=status) for zone, status in told)


def backed(shown: str) -> Say:
    """Key answers high enough to be shown, that are backed so, each by the condition that it meets."""

    def say(side: Side) -> Cell:
        answers, edition = side.found.answers, side.found.edition
        least = edition.project.evidence.from_level if edition.project.evidence else 0
        questions = [edition.questions[name] for name in edition.key_questions]
        high = [each for each in questions if (answers.level(each) or 0) >= least]
        here = [each for each in high if answers.shown.get(each.id, "no") == shown]
        return _listed(side.attributed(_met_by(side.found, each), each.id) for each in here)

    return say


def _met_by(found: Assessment, question: Question) -> str:
    """The highest condition that an answer meets, in its short words; else the answer, after what it answers."""
    level, answer = found.answers.level(question) or 0, found.answers.values[question.id]
    gates = reversed(found.edition.placement.gates)
    asked = (each for gate in gates for each in (*gate.deeds, *gate.prerequisites) if each.question == question.id)
    label = question.choices[answer - 1].label.removesuffix(".")
    return capital(next((each.missing for each in asked if each.at_least <= level), f"{question.text} {label}"))


def contradictions(side: Side) -> Cell:
    """Pairs of answers that do not go together: what to ask where the project said both, else whose reading it is."""
    return _listed(_pair(each, side) for each in side.project.placement.contradictions)


def _pair(pair: Contradiction, side: Side) -> str:
    if not any(side.is_read_again(name) for name in pair.questions):
        return wording.QUOTED.format(words=pair.ask)
    answers, edition = side.found.answers, side.found.edition
    told = [said(name, answers, edition, side.first) for name in pair.questions]
    answered = ((each, (each.read or each.answer).removesuffix(".")) for each in told)
    both = (
        side.attributed(wording.ANSWERED.format(question=each.text, answer=answer), each.question)
        for each, answer in answered
    )
    return wording.CONTRADICTION_READ.format(answers=" ; ".join(both))


def asked_next(place: int, requirement: Requirement) -> Say:
    """What the gate at *place* asks: only said of a project for which it comes next."""

    def say(side: Side) -> Cell:
        reached, found = side.project.placement.stage.reached, side.found
        if reached != place:
            return Cell((wording.ALREADY if reached > place else wording.FURTHER,), known=False)
        held = met(requirement, levels_of(found.edition, found.answers))
        if held is None:
            return Cell((wording.NOT_KNOWN,), known=False)
        if held:
            shown = found.answers.can_be_shown(requirement.question)
            return Cell((wording.IN_PLACE_SHOWN if shown else wording.IN_PLACE,))
        return Cell((wording.MISSING, wording.BY_CHOICE) if stays_here(found.facts) else (wording.MISSING,))

    return say


def dimension(name: str) -> Say:
    """The stage that a dimension resembles."""

    def say(side: Side) -> Cell:
        level = side.project.placement.profile.dimensions[name]
        if level is None:
            return Cell((wording.NOT_SAID,), known=False)
        return Cell((wording.LIKE_STAGE.format(stage=_small(_label(side, level - 1))),))

    return say


def levers(side: Side) -> Cell:
    """The help that is useful first."""
    if not _known(side):
        return Cell((wording.NOT_SAID,), known=False)
    most = side.found.edition.limits.levers_at_most
    return _listed(each.lever.title for each in side.project.levers[:most])


def ticked(name: str) -> Say:
    """The options that were ticked for a question."""

    def say(side: Side) -> Cell:
        value = side.found.answers.values.get(name)
        if not isinstance(value, tuple):
            return Cell((side.attributed(wording.NOT_ANSWERED, name),), known=False)
        choices = side.found.edition.questions[name].choices
        return _listed(side.attributed(choices[number - 1].label, name) for number in value)

    return say


def needs(side: Side) -> Cell:
    """What is needed now."""
    if not _known(side):
        return Cell((wording.NOT_SAID,), known=False)
    return _listed(each.need.text for each in side.project.needs)


def capital(text: str) -> str:
    """With a capital.

    >>> capital("un essai")
    'Un essai'
    """
    return text[:1].upper() + text[1:]


def _known(side: Side) -> bool:
    return side.found.facts.stage.value is not None


def _label(side: Side, place: int) -> str:
    return side.found.edition.placement.stages[place].label


def _listed(lines: Iterable[str]) -> Cell:
    told = tuple(lines)
    return Cell(told or (wording.NONE,), known=bool(told))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
