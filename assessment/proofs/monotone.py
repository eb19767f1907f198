"""An edition in, every answer that lowers a stage by being better out, as Problems, and how many classes were tried.

Two promises, over every class into which the gates cut the key questions, unknown included: raising one answer never
lowers the stage reached or the consolidated one; filling an unknown one keeps the stage within the range announced,
keeps the range within the old one, and never lowers the consolidated stage.

Millions of classes are not tried one by one. The consolidated stage depends on the prerequisites only by how each gate
stands: all met, one known to be missing, or neither. So prerequisites that no deed asks for are first reduced to their
*standings*, and every class of deeds is tried with every standing. Stages come from the engine.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, product

from assessment.content.edition import Edition
from assessment.engine.stage import Levels, StageRange, consolidated, met
from assessment.errors import Problem
from assessment.proofs.deeds import DeedClass, Deeds, classes_of
from assessment.proofs.places import Places

#: For each gate, whether its prerequisites beyond the deeds are all met; None when that is not known.
Standing = tuple[bool | None, ...]

#: Standing before and after, whether the answer was unknown before -> one question whose answer does it.
Changes = Mapping[tuple[Standing, Standing, bool], str]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a class stands: stage indexes."""

    stage: int
    lowest: int
    highest: int
    consolidated: int


@dataclass(slots=True)
class Move:
    """One answer changed and all others kept: from one class of deeds and standing to another.

    *filled*: the answer was unknown before. Not frozen: hundreds of thousands are made.
    """

    question: str
    before: tuple[DeedClass, Standing]
    after: tuple[DeedClass, Standing]
    filled: bool


@dataclass(frozen=True)
class Monotony:
    """How many *classes* stand for how many *answers*, how many *moves* were tried, and those that go *astray*."""

    answers: int
    classes: int
    moves: int
    astray: tuple[Move, ...]


def try_all(edition: Edition) -> Monotony:
    """Try every class and every move of one answer."""
    deeds = Deeds(edition)
    standings, changes = _standings(edition)
    placed = {
        (each, standing): _placed(edition, stage, {**deeds.levels(each), **levels})
        for each, stage in deeds.stages.items()
        for standing, levels in standings.items()
    }
    moves, astray = 0, []
    for move in chain(_deed_moves(deeds, standings), _standing_moves(deeds, changes)):
        moves += 1
        if goes_astray(move, placed):
            astray.append(move)
    answers = len(deeds.stages)
    for name in _prerequisites(edition):
        answers *= len(classes_of(name, edition)) + 1
    return Monotony(answers, len(placed), moves, tuple(astray))


def told(found: Monotony, edition: Edition, places: Places) -> list[Problem]:
    """Moves that go astray, as Problems, once for each question."""
    first = {move.question: move for move in reversed(found.astray)}
    return [
        Problem(
            "not-monotone",
            places.where(edition.questions[move.question]),
            f"une meilleure réponse à {move.question} fait reculer l'étape, ou la met hors de l'intervalle annoncé.",
            "Revoyez les seuils des portes qui nomment cette question.",
        )
        for move in first.values()
    ]


def goes_astray(move: Move, placed: Mapping[tuple[DeedClass, Standing], Placed]) -> bool:
    """Whether a move breaks a promise."""
    before, after = placed[move.before], placed[move.after]
    if after.consolidated < before.consolidated:
        return True
    if move.filled:
        return not before.lowest <= after.lowest <= after.stage <= after.highest <= before.highest
    return after.stage < before.stage


def _placed(edition: Edition, stage: StageRange, levels: Levels) -> Placed:
    firm = consolidated(edition, levels, stage.reached, unknown_counts=False)
    return Placed(stage.reached, stage.lowest, stage.highest, firm)


def _prerequisites(edition: Edition) -> tuple[str, ...]:
    return tuple(name for name in edition.key_questions if name not in edition.deed_questions)


def _standing(edition: Edition, levels: Levels) -> Standing:
    """How each gate stands by the prerequisites that no deed asks for: the engine's own verdict on each, joined."""
    return tuple(
        _joined([met(each, levels) for each in gate.prerequisites if each.question in levels])
        for gate in edition.placement.gates
    )


def _joined(held: list[bool | None]) -> bool | None:
    return False if False in held else None if None in held else True


def _standings(edition: Edition) -> tuple[dict[Standing, Levels], Changes]:
    """Every standing with levels that give it, and every change of standing by one answer."""
    names = _prerequisites(edition)
    classes = {name: (*classes_of(name, edition), None) for name in names}
    found: dict[tuple[int | None, ...], Standing] = {}
    for values in product(*classes.values()):
        found[values] = _standing(edition, dict(zip(names, values, strict=True)))
    examples = {standing: dict(zip(names, values, strict=True)) for values, standing in found.items()}
    changes = {
        (before, found[(*values[:place], new, *values[place + 1 :])], values[place] is None): name
        for values, before in found.items()
        for place, name in enumerate(names)
        for new in _higher(values[place], classes[name])
    }
    return examples, {change: name for change, name in changes.items() if change[0] != change[1]}


def _higher(level: int | None, classes: tuple[int | None, ...]) -> Iterator[int]:
    """The classes that *level* can move to: the next one up, or any when it was unknown."""
    known = [each for each in classes if each is not None]
    if level is None:
        yield from known
    else:
        yield from known[known.index(level) + 1 :][:1]


def _deed_moves(deeds: Deeds, standings: Mapping[Standing, Levels]) -> Iterator[Move]:
    for before in deeds.stages:
        for place, (name, classes) in enumerate(deeds.classes.items()):
            for new in _higher(before[place], classes):
                after = (*before[:place], new, *before[place + 1 :])
                for standing in standings:
                    yield Move(name, (before, standing), (after, standing), before[place] is None)


def _standing_moves(deeds: Deeds, changes: Changes) -> Iterator[Move]:
    for (before, after, filled), name in changes.items():
        yield from (Move(name, (each, before), (each, after), filled) for each in deeds.stages)
