"""A Difference in, what moves in words out: where the project and the organisation stand, and what is advised."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from assessment.content.edition import Edition
from assessment.content.levers import Lever
from assessment.content.placement import Level, Stage
from assessment.engine.assess import Assessment
from assessment.engine.difference import AnswerMove, Difference, Move
from assessment.engine.recommendations import Recommendation
from assessment.engine.stage import Gap
from assessment.report import wording
from assessment.report.explained import answer_words
from assessment.report.standing import stage_known

STAGE = "Étape du projet"
STAGES = "Étapes possibles"
CONSOLIDATED = "Étape consolidée"
ZONE = "Passage délicat « {zone} »"
LEVERS = "Ordre des aides"
TYPE = "Type d'organisation"
LEVEL = "Niveau de l'organisation"
LEVELS = "Niveaux possibles"
FROM_TO = "de {lowest} à {highest}"
NONE = "sans objet"
NOT_KNOWN = "pas encore connue"
FILLED = "Ce qui ne manquerait plus"
OPENED = "Ce qui manquerait"
BROUGHT_IN = "Pistes qui s'ajouteraient"
LEFT_OUT = "Pistes qui ne seraient plus proposées"
SAID = "Ce qui serait dit en plus"
UNSAID = "Ce qui ne serait plus dit"

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Moved:
    """What is called *label* goes from *before* to *after*."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MovesTold:
    """*answers*: what was changed; *standing*: what moves; *advice*: titled lists of what comes in and goes out."""

    answers: tuple[tuple[str, Moved], ...]
    dropped: tuple[str, ...]
    standing: tuple[Moved, ...]
    advice: tuple[tuple[str, tuple[str, ...]], ...]


def tell_moves(difference: Difference) -> MovesTold:
    """Everything that moves between two results."""
    edition = difference.before.edition
    return MovesTold(
        answers=tuple(
            (each.question, Moved(edition.questions[each.question].text, *_answers(each.question, each, edition)))
            for each in difference.answers
            if each.question not in difference.dropped
        ),
        dropped=tuple(edition.questions[name].text for name in difference.dropped),
        standing=tuple(_standing(difference)),
        advice=tuple((title, lines) for title, lines in _advice(difference) if lines),
    )


def _answers(name: str, move: AnswerMove, edition: Edition) -> tuple[str, str]:
    return answer_words(name, move.before, edition), answer_words(name, move.after, edition)


def _standing(difference: Difference) -> Iterator[Moved]:
    both = [found.edition.placement for found in (difference.after, difference.before)]
    types = {kind.id: kind.label for each in both for kind in each.types}
    statuses = {status.id: status.label for each in both for status in each.zone_statuses}
    was, becomes = _stage(difference.before), _stage(difference.after)
    if was != becomes:
        yield Moved(STAGE, was, becomes)
    yield from _moved(CONSOLIDATED, difference.consolidated, lambda stage: stage.label)
    yield from _moved(STAGES, difference.stage_range, _range)
    for each in difference.zones:
        label = ZONE.format(zone=each.zone.label)
        yield Moved(label, statuses.get(each.before, NONE), statuses.get(each.after, NONE))
    yield from _moved(LEVERS, difference.levers, _titles)
    yield from _moved(TYPE, difference.type, lambda kind: types.get(kind, kind))
    yield from _moved(LEVEL, difference.level, lambda level: level.label)
    yield from _moved(LEVELS, difference.level_range, _range)


def _stage(found: Assessment) -> str:
    if found.project is None:
        return NONE
    stages = found.edition.placement.stages
    return stages[found.project.placement.stage.reached].label if stage_known(found) else NOT_KNOWN


def _moved(label: str, move: Move[Told] | None, words: Callable[[Told], str]) -> Iterator[Moved]:
    if move is not None:
        was, becomes = (NONE if each is None else words(each) for each in (move.before, move.after))
        if was != becomes:
            yield Moved(label, was, becomes)


def _range(ends: tuple[Stage | Level, Stage | Level]) -> str:
    lowest, highest = (each.label for each in ends)
    return highest if lowest == highest else FROM_TO.format(lowest=lowest, highest=highest)


def _titles(levers: Iterable[Lever]) -> str:
    return ", ".join(wording.small(each.title) for each in levers)


def _advice(difference: Difference) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield FILLED, tuple(_missing(gap) for gap in difference.filled)
    yield OPENED, tuple(_missing(gap) for gap in difference.opened)
    yield BROUGHT_IN, tuple(map(_recommended, difference.brought_in))
    yield LEFT_OUT, tuple(f"{each.item.title}." for each in difference.left_out)
    yield SAID, tuple(rule.message or "" for rule in difference.said)
    yield UNSAID, tuple(rule.message or "" for rule in difference.unsaid)


def _missing(gap: Gap) -> str:
    return f"{wording.capital(gap.requirement.missing)}."


def _recommended(found: Recommendation) -> str:
    return f"{found.item.title}. {wording.because(found.rule.because)}"
