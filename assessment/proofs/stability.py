"""An edition in, the worked cases that move when one number of the method moves by one out.

Two kinds of numbers are ours and uncertain: the levels that the gates ask for, and the doses of the lever matrix that
could not be read. Each is moved by one, up and down; what moves must be accepted by name in stability.yaml.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.content.conditions import Written
from assessment.content.edition import Edition
from assessment.content.levers import Cell, Lever
from assessment.content.placement import Gate, Requirement
from assessment.content.stability import Move
from assessment.engine.assess import Assessment
from assessment.engine.levers import order_levers
from assessment.engine.stage import consolidated, levels_of, reached
from assessment.errors import Problem, nearest
from assessment.proofs.places import Places
from assessment.proofs.witnesses import Witnesses

WEIGHTS = ("+", "++", "+++")
#: The provenance of a dose that was read, and is therefore not ours to doubt.
READ = "lu"


@dataclass(frozen=True)
class Change:
    """One number moved by one: its *name* for people, the *part* that holds it, and the *edition* with it moved."""

    name: str
    part: Written
    edition: Edition


@dataclass(frozen=True)
class Unstable:
    """What a change moves: case -> what is different, in French."""

    change: Change
    cases: Mapping[str, str]


def unstable(edition: Edition, witnesses: Witnesses) -> tuple[Unstable, ...]:
    """Every change that moves a case, thresholds first."""
    cases = {name: found for name, found in witnesses.cases.items() if found.project}
    found = [
        *(Unstable(change, _placed_elsewhere(cases, edition, change.edition)) for change in thresholds(edition)),
        *(Unstable(change, _other_levers(cases, edition, change.edition)) for change in doses(edition)),
    ]
    return tuple(each for each in found if each.cases)


def told(found: tuple[Unstable, ...], edition: Edition, places: Places) -> list[Problem]:
    """What moves and is not accepted, and what is accepted and does not move."""
    moves = [move for accepted in edition.stability.accepted for move in accepted.moves]
    accepted = {(move.change, case) for move in moves for case in move.cases}
    moving = {(each.change.name, case) for each in found for case in each.cases}
    return [
        *(problem for each in found for problem in _not_accepted(each, accepted, places)),
        *(problem for move in moves for problem in _not_moving(move, moving, places)),
    ]


def table(found: tuple[Unstable, ...]) -> tuple[str, ...]:
    """One line for each change, with what it does to each case, and how many changes were tried."""
    return tuple(
        f"{each.change.name} : " + " ; ".join(f"{case} ({what})" for case, what in each.cases.items()) for each in found
    )


def thresholds(edition: Edition) -> Iterator[Change]:
    """Every level that a gate asks for, one higher and one lower where an option has that level."""
    for place, gate in enumerate(edition.placement.gates):
        for key in ("deeds", "prerequisites"):
            for index, asked in enumerate(getattr(gate, key)):
                for level in (asked.at_least - 1, asked.at_least + 1):
                    if level in edition.questions[asked.question].levels:
                        moved = _gate(gate, key, index, level)
                        name = f"porte {gate.to}, {asked.question} : {asked.at_least} → {level}"
                        yield Change(name, asked, _with_gate(edition, place, moved))


def doses(edition: Edition) -> Iterator[Change]:
    """Every dose that was not read, one sign more and one less."""
    for lever in edition.levers.levers:
        for index, cell in enumerate(lever.doses):
            if cell.provenance == READ:
                continue
            here = WEIGHTS.index(cell.weight)
            for weight in (WEIGHTS[place] for place in (here - 1, here + 1) if 0 <= place < len(WEIGHTS)):
                name = f"levier {lever.id}, {cell.phase} : {cell.weight} → {weight}"
                yield Change(name, cell, _with_dose(edition, lever, index, cell.model_copy(update={"weight": weight})))


def _gate(gate: Gate, key: str, index: int, level: int) -> Gate:
    asked: tuple[Requirement, ...] = getattr(gate, key)
    moved = asked[index].model_copy(update={"at_least": level})
    return gate.model_copy(update={key: (*asked[:index], moved, *asked[index + 1 :])})


def _with_gate(edition: Edition, place: int, moved: Gate) -> Edition:
    gates = edition.placement.gates
    placement = edition.placement.model_copy(update={"gates": (*gates[:place], moved, *gates[place + 1 :])})
    return replace(edition, placement=placement)


def _with_dose(edition: Edition, lever: Lever, index: int, moved: Cell) -> Edition:
    doses = (*lever.doses[:index], moved, *lever.doses[index + 1 :])
    other = lever.model_copy(update={"doses": doses})
    levers = tuple(other if each is lever else each for each in edition.levers.levers)
    return replace(edition, levers=edition.levers.model_copy(update={"levers": levers}))


def _placed_elsewhere(cases: Mapping[str, Assessment], edition: Edition, moved: Edition) -> dict[str, str]:
    labels = [stage.label for stage in edition.placement.stages]
    found = {}
    for name, case in cases.items():
        before, after = _stages(case, edition), _stages(case, moved)
        words = [
            f"{word} {labels[old]} → {labels[new]}"
            for word, old, new in zip(("étape", "consolidée"), before, after, strict=True)
            if old != new
        ]
        if words:
            found[name] = ", ".join(words)
    return found


def _stages(case: Assessment, edition: Edition) -> tuple[int, int]:
    levels = levels_of(edition, case.answers)
    stage = reached(edition.placement.gates, levels)
    return stage, consolidated(edition, levels, stage, unknown_counts=False)


def _other_levers(cases: Mapping[str, Assessment], edition: Edition, moved: Edition) -> dict[str, str]:
    found = {}
    for name, case in cases.items():
        before, after = _first_levers(case, edition), _first_levers(case, moved)
        if before != after:
            found[name] = f"{', '.join(before)} → {', '.join(after)}"
    return found


def _first_levers(case: Assessment, edition: Edition) -> list[str]:
    levers = order_levers(case.project.placement, replace(case.facts, edition=edition))
    return [each.lever.title for each in levers[: edition.limits.levers_at_most]]


def _not_accepted(found: Unstable, accepted: set[tuple[str, str]], places: Places) -> Iterator[Problem]:
    new = [f"{case} ({what})" for case, what in found.cases.items() if (found.change.name, case) not in accepted]
    if new:
        yield Problem(
            "unstable",
            places.where(found.change.part),
            f"« {found.change.name} » déplace {' ; '.join(new)}.",
            "Revoyez ce nombre, ou acceptez-le dans stability.yaml avec sa raison.",
        )


def _not_moving(move: Move, moving: set[tuple[str, str]], places: Places) -> Iterator[Problem]:
    known = {change for change, _ in moving}
    for index, case in enumerate(move.cases):
        if (move.change, case) in moving:
            continue
        if move.change not in known:
            what, hint = f"« {move.change} » ne déplace aucun cas.", nearest(move.change, known)
        else:
            what = f"« {move.change} » ne déplace pas « {case} »."
            hint = nearest(case, {name for change, name in moving if change == move.change})
        yield Problem("no-longer-unstable", places.where(move, "cases", index), what, hint or "Retirez cette ligne.")
