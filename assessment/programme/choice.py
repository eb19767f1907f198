"""Needs and time in, the modules that serve most needs out: exact, over every subset of the modules.

All subsets are weighed at once, and the best one that fits is taken. Of two that are worth as much, the one with fewer
modules, then the one that comes first in the method's order. Every module can be as short as any other, so whether a
subset fits depends on how many modules it has, and on nothing else. A module that too few of the group need is none,
unless the coach asks for it: everybody sits through it. The time goes to the others; when they leave a whole day empty,
the best of the rest is added to them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from assessment.content.programme import ProgrammeMethod, Taught
from assessment.programme.group import Group
from assessment.programme.timetable import Slot, Time, lay_out


@dataclass(frozen=True, slots=True)
class Chosen:
    """The modules in the order in which they are taught, and the days they make."""

    modules: tuple[str, ...]
    days: tuple[tuple[Slot, ...], ...]


def choose(group: Group, time: Time, imposed: Collection[str], excluded: Collection[str]) -> Chosen | None:
    """The best choice; None when what is imposed does not fit in the time."""
    first = _of(serving_enough(group).difference(excluded), group, time, imposed)
    if first is None or len(first.days) == time.days:
        return first
    every = {each.id for each in group.edition.programme.modules if group.worth.get(each.id) and suits(each, group)}
    return _of(every.difference(excluded), group, time, {*imposed, *first.modules}) or first


def _of(offered: Collection[str], group: Group, time: Time, imposed: Collection[str]) -> Chosen | None:
    """The best choice of what is *offered*, with all that is *imposed*."""
    method, worth = group.edition.programme, group.worth
    names = [each.id for each in method.modules if each.id in imposed or each.id in offered]
    best = _best(names, [worth.get(name, 0) for name in names], imposed, _most_that_fit(time, method))
    days = None if best is None else lay_out(best, worth, time, method)
    return None if best is None or days is None else Chosen(best, days)


def suits(module: Taught, group: Group) -> bool:
    """Whether a module is for the level of the group."""
    return group.edition.placement.levels[group.level].id in module.levels


def serving_enough(group: Group) -> frozenset[str]:
    """Modules for the level of the group that so many need that all should work on them.

    Where no module has as many, all that somebody needs.
    """
    served = {each.id: len(group.served_by(each.id)) for each in group.edition.programme.modules if suits(each, group)}
    asked, people = group.edition.programme.served, len(group.participants)
    enough = {name for name, count in served.items() if count >= asked.people and 100 * count >= asked.percent * people}
    return frozenset(enough or (name for name, count in served.items() if count))


def _most_that_fit(time: Time, method: ProgrammeMethod) -> int:
    """How many modules there is room for, all at their shortest."""
    most = method.modules_a_day * time.days
    names = [each.id for each in method.modules][:most]
    return next(count for count in range(most, -1, -1) if not count or lay_out(names[:count], {}, time, method))


def _best(names: Sequence[str], worth: Sequence[int], imposed: Collection[str], most: int) -> tuple[str, ...] | None:
    """The best subset with all that is imposed and *most* modules at most; None when there is none."""
    subsets = np.arange(1 << len(names), dtype=np.int64)
    members = (subsets[:, None] >> np.arange(len(names))) & 1
    asked = sum(1 << place for place, name in enumerate(names) if name in imposed)
    total, count = members @ np.array(worth, dtype=np.int64), members.sum(axis=1)
    # Read as a binary number with the first module in front, a subset whose first modules come earlier is larger.
    early = members @ (1 << np.arange(len(names), dtype=np.int64)[::-1])
    kept = np.flatnonzero(((subsets & asked) == asked) & (count <= most))
    for value, wanted in ((total, np.max), (count, np.min), (early, np.max)):
        if kept.size:
            kept = kept[value[kept] == wanted(value[kept])]
    return tuple(name for name, taken in zip(names, members[kept[0]], strict=True) if taken) if kept.size else None
