"""A few projects in, the same things said of each out, criterion by criterion. Pure.

There is no total and no winner: every cell is said of one project alone, in the order in which they were chosen.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assessment.content.edition import Edition
from assessment.content.placement import Gate, Requirement
from assessment.content.questionnaire import Question
from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, Project, assess
from assessment.engine.levers import stays_here
from assessment.engine.stage import levels_of, met
from assessment.portfolio import wording_of_comparison as wording

#: A page shows that many side by side, and no more.
FEWEST, MOST = 2, 5


class Read(Protocol):
    """A project of a gathering, as its owner reads it."""

    id: str
    name: str
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
class Criterion:
    """One thing said of every project, under the heading *group*."""

    id: str
    group: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Projects (id and name) in the order in which they were chosen, and the same criteria for all of them."""

    projects: tuple[tuple[str, str], ...]
    criteria: tuple[Criterion, ...]


#: What is said of one project; None: what would say it is not shared.
Say = Callable[[Assessment, Project], Cell]
_HIDDEN = Cell((wording.HIDDEN,), known=False)
_NO_PART = Cell((wording.NOT_ANSWERED_PART,), known=False)


def compare(projects: Sequence[Read], edition: Edition) -> Comparison:
    """Everything said of *projects*, side by side."""
    found = [assess(each.answers, edition) for each in projects]
    read = list(zip(projects, found, strict=True))
    return Comparison(
        projects=tuple((each.id, each.name) for each in projects),
        criteria=tuple(
            Criterion(name, group, label, tuple(_cell(*one, say, quoting=quoting) for one in read))
            for name, group, label, say, quoting in _criteria(found, edition)
        ),
    )


def _cell(project: Read, found: Assessment, say: Say, *, quoting: bool) -> Cell:
    if found.project is None:
        return _NO_PART
    return say(found, found.project) if project.shows_answers or not quoting else _HIDDEN


def _criteria(found: Iterable[Assessment], edition: Edition) -> Iterator[tuple[str, str, str, Say, bool]]:
    """Id, group, label, what is said, and whether that quotes answers."""
    yield "stage", wording.WHERE, wording.STAGE, _stage, False
    yield "consolidated", wording.WHERE, wording.CONSOLIDATED, _consolidated, False
    yield "confidence", wording.WHERE, wording.CONFIDENCE, _confidence, False
    yield "zones", wording.WHERE, wording.ZONES, _zones, False
    yield "outside", wording.SHOWN, wording.BY_OUTSIDE, _backed("outside"), True
    yield "document", wording.SHOWN, wording.BY_DOCUMENT, _backed("document"), True
    yield "declared", wording.SHOWN, wording.DECLARED, _backed("no"), True
    yield "contradictions", wording.SHOWN, wording.CONTRADICTIONS, _contradictions, True
    for place in _next_gates(found):
        gate = edition.placement.gates[place]
        group = wording.NEXT.format(stage=edition.placement.stages[place + 1].label)
        for each in (*gate.deeds, *gate.prerequisites):
            label = _capital(each.missing)
            yield f"gate_{gate.to}_{each.question}_{each.at_least}", group, label, _gate(place, gate, each), True
    for screen in edition.project.screens:
        if screen.scored:
            yield f"dim_{screen.id}", wording.DIMENSIONS, screen.label, _dimension(screen.id), False
    yield "levers", wording.HELP, wording.LEVERS, _levers, False
    yield "asked", wording.HELP, wording.ASKED, _ticked(edition.levers.help_asked_by), True
    yield "blocks", wording.HELP, wording.BLOCKS, _ticked(edition.levers.blocks_asked_by), True
    yield "needs", wording.HELP, wording.NEEDS, _needs, False


def _next_gates(found: Iterable[Assessment]) -> tuple[int, ...]:
    """Places of the gates that come next for one of the projects at least, in the order of the stages."""
    reached = {each.project.placement.stage.reached for each in found if each.project}
    gates = {len(each.edition.placement.gates) for each in found}
    return tuple(sorted(place for place in reached if place < min(gates, default=0)))


def _known(found: Assessment) -> bool:
    return found.facts.stage.value is not None


def _label(found: Assessment, place: int) -> str:
    return found.edition.placement.stages[place].label


def _stage(found: Assessment, project: Project) -> Cell:
    stage = project.placement.stage
    gist = _label(found, stage.reached) if _known(found) else wording.NOT_SAID
    if stage.lowest == stage.highest:
        return Cell((gist,), known=_known(found))
    lowest, highest = (_small(_label(found, place)) for place in (stage.lowest, stage.highest))
    return Cell((gist, wording.POSSIBLE.format(lowest=lowest, highest=highest)), known=_known(found))


def _consolidated(found: Assessment, project: Project) -> Cell:
    if not _known(found):
        return Cell((wording.NOT_SAID,), known=False)
    low, high = project.placement.consolidated, project.placement.consolidated_high
    more = (wording.COULD_BE.format(stage=_small(_label(found, high))),) if high > low else ()
    return Cell((_label(found, low), *more))


def _confidence(found: Assessment, project: Project) -> Cell:
    levels = {each.id: each.label for each in found.edition.placement.confidence.levels}
    return Cell((_capital(levels[project.placement.confidence.level]),))


def _zones(found: Assessment, project: Project) -> Cell:
    if not _known(found):
        return Cell((wording.NOT_SAID,), known=False)
    zones = ((each.zone.label, wording.STATUSES[each.status]) for each in project.placement.zones)
    return _listed(wording.ZONE.format(zone=zone, status=status) for zone, status in zones)


def _backed(shown: str) -> Say:
    """Key answers high enough to be shown, that are backed so, each by the condition that it meets."""

    def say(found: Assessment, _project: Project) -> Cell:
        answers, evidence = found.answers, found.edition.project.evidence
        least = evidence.from_level if evidence else 0
        questions = [found.edition.questions[name] for name in found.edition.key_questions]
        high = [each for each in questions if (answers.level(each) or 0) >= least]
        return _listed(_met_by(found, each) for each in high if answers.shown.get(each.id, "no") == shown)

    return say


def _met_by(found: Assessment, question: Question) -> str:
    """The highest condition that an answer meets, in its short words; else the answer, after what it answers."""
    level, answer = found.answers.level(question) or 0, found.answers.values[question.id]
    gates = reversed(found.edition.placement.gates)
    asked = (each for gate in gates for each in (*gate.deeds, *gate.prerequisites) if each.question == question.id)
    label = question.choices[answer - 1].label.removesuffix(".")
    return _capital(next((each.missing for each in asked if each.at_least <= level), f"{question.text} {label}"))


def _contradictions(_found: Assessment, project: Project) -> Cell:
    return _listed(each.ask for each in project.placement.contradictions)


def _gate(place: int, gate: Gate, requirement: Requirement) -> Say:
    """What the gate at *place* asks: only said of a project for which it comes next."""

    def say(found: Assessment, project: Project) -> Cell:
        reached = project.placement.stage.reached
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


def _dimension(name: str) -> Say:
    def say(found: Assessment, project: Project) -> Cell:
        level = project.placement.profile.dimensions[name]
        if level is None:
            return Cell((wording.NOT_SAID,), known=False)
        return Cell((wording.LIKE_STAGE.format(stage=_small(_label(found, level - 1))),))

    return say


def _levers(found: Assessment, project: Project) -> Cell:
    if not _known(found):
        return Cell((wording.NOT_SAID,), known=False)
    return _listed(each.lever.title for each in project.levers[: found.edition.limits.levers_at_most])


def _ticked(name: str) -> Say:
    def say(found: Assessment, _project: Project) -> Cell:
        value = found.answers.values.get(name)
        if not isinstance(value, tuple):
            return Cell((wording.NOT_ANSWERED,), known=False)
        return _listed(found.edition.questions[name].choices[number - 1].label for number in value)

    return say


def _needs(found: Assessment, project: Project) -> Cell:
    if not _known(found):
        return Cell((wording.NOT_SAID,), known=False)
    return _listed(each.need.text for each in project.needs)


def _listed(lines: Iterable[str]) -> Cell:
    told = tuple(lines)
    return Cell(told or (wording.NONE,), known=bool(told))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
