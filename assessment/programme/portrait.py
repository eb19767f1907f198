"""A group in, its portrait out: how many stand where, each count with the names of those it counts.

Counts are of people, never marks: levels, stages, types and doors stand in the order of the content, what people share
stands first when most share it. What is not known, or not shared, is told beside.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.content.levers import Need
from assessment.programme.group import Group, Participant

#: What one participant has of something, by ids.
Found = Callable[[Participant], Iterable[str | None]]
#: How many levers of a result are told: the first ones.
FIRST_LEVERS = 2


@dataclass(frozen=True, slots=True)
class Count:
    """Something several people have in common: its id, its label, their names."""

    id: str
    label: str
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts, the names of those about whom it is *unknown*, and of those who do not share it (*kept*)."""

    counts: tuple[Count, ...]
    unknown: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Portrait:
    """Levels of organisations, stages, needs, levers, what blocks, doors, types; only what somebody has."""

    levels: Counted
    stages: Counted
    needs: Counted
    levers: Counted
    blocks: Counted
    doors: Counted
    types: Counted


def portrait(group: Group) -> Portrait:
    """The portrait of *group*."""
    edition, placement = group.edition, group.edition.placement
    by_level = {str(place): each.label for place, each in enumerate(placement.levels)}
    needs = {_need_id(each): each.text for each in edition.needs.needs}
    levers = {each.id: each.title for each in edition.levers.levers}
    return Portrait(
        levels=_counted(group, by_level, lambda one: () if one.level is None else (str(one.level),)),
        stages=_counted(group, {each.id: each.label for each in placement.stages}, _stage),
        needs=_most_first(_counted(group, needs, _needs)),
        levers=_most_first(_counted(group, levers, _levers)),
        blocks=_most_first(_counted(_sharing(group), _blocks_of(edition), _blocks), group),
        doors=_counted(group, {each.id: each.label for each in edition.doors.doors}, _door),
        types=_counted(group, _types_of(edition), lambda one: (one.found.facts.type.value,)),
    )


def _counted(people: Group | Iterable[Participant], labels: Mapping[str, str], found: Found) -> Counted:
    names: dict[str, list[str]] = {name: [] for name in labels}
    unknown = []
    for each in people.participants if isinstance(people, Group) else people:
        ids = [name for name in found(each) if name in names]
        for name in ids:
            names[name].append(each.name)
        if not ids:
            unknown.append(each.name)
    counts = tuple(Count(name, labels[name], tuple(some)) for name, some in names.items() if some)
    return Counted(counts, tuple(unknown))


def _most_first(counted: Counted, whole: Group | None = None) -> Counted:
    """What most share first; of two that as many share, in the order of the content."""
    counts = tuple(sorted(counted.counts, key=lambda count: -len(count.participants)))
    kept = tuple(each.name for each in whole.participants if not each.shows_answers) if whole else ()
    return Counted(counts, counted.unknown, kept)


def _sharing(group: Group) -> tuple[Participant, ...]:
    return tuple(each for each in group.participants if each.shows_answers)


def _stage(one: Participant) -> tuple[str, ...]:
    known = one.found.project is not None and one.found.facts.stage.value is not None
    return (one.found.edition.placement.stages[one.found.facts.stage.value].id,) if known else ()


def _needs(one: Participant) -> tuple[str, ...]:
    return tuple(_need_id(each.need) for each in one.found.project.needs) if one.found.project else ()


def _need_id(need: Need) -> str:
    return f"{need.dimension}/{need.phase}"


def _levers(one: Participant) -> tuple[str, ...]:
    project = one.found.project
    if project is None or one.found.facts.stage.value is None:
        return ()
    return tuple(each.lever.id for each in project.levers if each.rank <= FIRST_LEVERS)


def _door(one: Participant) -> tuple[str, ...]:
    doors = one.found.doors
    return (doors.order[0],) if doors and doors.because and not doors.shared else ()


def _blocks_of(edition: Edition) -> dict[str, str]:
    question = edition.questions[edition.levers.blocks_asked_by]
    return {str(number): choice.label for number, choice in enumerate(question.choices, start=1)}


def _blocks(one: Participant) -> tuple[str, ...]:
    ticked = one.found.answers.values.get(one.found.edition.levers.blocks_asked_by)
    return tuple(map(str, ticked)) if isinstance(ticked, tuple) else ()


def _types_of(edition: Edition) -> dict[str, str]:
    """Every type of organisation that an answer can tell, in the words of the first question that asks it."""
    found: dict[str, str] = {}
    for asked in edition.placement.type_asked_by:
        for choice in edition.questions[asked].choices:
            if choice.id:
                found.setdefault(choice.id, choice.label)
    return {**found, **{each.id: each.label for each in edition.placement.types if each.id in found}}
