"""Needs and time in, the modules that serve most needs out: exact, over every subset of the modules.

All subsets are weighed at once, then tried from the one that is worth most: the first that fits is the best. Of two
that are worth as much, the one with fewer modules, then the one that comes first in the method's order.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assessment.content.programme import Taught
from assessment.programme.group import Group
from assessment.programme.timetable import Slot, Time, lay_out


@dataclass(frozen=True, slots=True)
class Chosen:
    """The modules in the order in which they are taught, and the days they make."""

    modules: tuple[str, ...]
    days: tuple[tuple[Slot, ...], ...]


def choose(group: Group, time: Time, imposed: Collection[str], excluded: Collection[str]) -> Chosen | None:
    """The best choice; None when what is imposed does not fit in the time."""
    method, worth = group.edition.programme, group.worth
    names = [
        each.id
        for each in method.modules
        if each.id in imposed or (each.id not in excluded and worth.get(each.id) and suits(each, group))
    ]
    worths = [worth.get(name, 0) for name in names]
    for subset in _best_first(names, worths, imposed, method.modules_a_day * time.days):
        if (days := lay_out(subset, worth, time, method)) is not None:
            return Chosen(subset, days)
    return None


def suits(module: Taught, group: Group) -> bool:
    """Whether a module is for the level of the group."""
    return group.edition.placement.levels[group.level].id in module.levels


def _best_first(
    names: Sequence[str], worth: Sequence[int], imposed: Collection[str], most: int
) -> Iterator[tuple[str, ...]]:
    """Every subset with all that is imposed and *most* modules at most, the best first."""
    subsets = np.arange(1 << len(names), dtype=np.int64)
    members = (subsets[:, None] >> np.arange(len(names))) & 1
    asked = sum(1 << place for place, name in enumerate(names) if name in imposed)
    total, count = members @ np.array(worth, dtype=np.int64), members.sum(axis=1)
    # Read as a binary number with the first module in front, a subset whose first modules come earlier is larger.
    early = members @ (1 << np.arange(len(names), dtype=np.int64)[::-1])
    kept = np.flatnonzero(((subsets & asked) == asked) & (count <= most))
    for place in kept[np.lexsort((-early[kept], count[kept], -total[kept]))]:
        yield tuple(name for name, taken in zip(names, members[place], strict=True) if taken)
