"""Modules and days in, the days with their sequences out: how long each module lasts, where the pauses are.

Minutes are of work, pauses included and meals apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assessment.content.programme import Duration, Moment, ProgrammeMethod

#: « libre »: a sequence that the coach wrote.
Kind = Literal["ouverture", "module", "pause", "cloture", "libre"]


@dataclass(frozen=True, slots=True)
class Beside:
    """Another group at the same time as a sequence: the module it works on, its title, names of who is in it."""

    module: str
    title: str
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A « séquence », a part of a day; of a module, *theory* and *practice* minutes, and its duration's id.

    *key* stays the same while the coach moves it; unique within a programme, empty until there is one. *beside*: the
    groups that work at the same time; *participants* then are those who stay in this one, otherwise empty: everybody.
    """

    kind: Kind
    title: str
    minutes: int
    module: str | None = None
    duration: str | None = None
    theory: int = 0
    practice: int = 0
    key: str = ""
    participants: tuple[str, ...] = ()
    beside: tuple[Beside, ...] = ()

    def is_for(self, participant: str, module: str) -> bool:
        """Whether *participant* works on *module* in this sequence."""
        if self.module == module and (not self.beside or participant in self.participants):
            return True
        return any(each.module == module and participant in each.participants for each in self.beside)

    @property
    def modules(self) -> tuple[str, ...]:
        """Every module that is worked on in it, the groups beside included."""
        return tuple(dict.fromkeys(name for name in (self.module, *(each.module for each in self.beside)) if name))


@dataclass(frozen=True, slots=True)
class Time:
    """What there is: *days* of *minutes* each; of a « journée découverte », no module lasts longer than the usual."""

    days: int
    minutes: int
    discovery: bool = False


def lay_out(
    modules: Sequence[str], worth: Mapping[str, int], time: Time, method: ProgrammeMethod
) -> tuple[tuple[Slot, ...], ...] | None:
    """The days, modules in the order given; None when they do not fit even at their shortest.

    Every module gets the usual duration; the least needed ones are shortened until all fit; what time is left goes to
    the most needed ones.
    """
    if len(modules) > method.modules_a_day * time.days:
        return None
    by_need = sorted(modules, key=lambda name: (-worth.get(name, 0), modules.index(name)))
    usual = next(place for place, each in enumerate(method.durations) if each.id == method.usual)
    lengths = dict.fromkeys(modules, usual)
    days = _packed(modules, lengths, time, method)
    for name in reversed(by_need):
        while days is None and lengths[name] > 0:
            lengths[name] -= 1
            days = _packed(modules, lengths, time, method)
    if days is None:
        return None
    longest = usual if time.discovery else len(method.durations) - 1
    for name in by_need:
        longer = {**lengths, name: min(lengths[name] + 1, longest)}
        if better := _packed(modules, longer, time, method):
            lengths, days = longer, better
    return days


def _packed(
    modules: Sequence[str], lengths: Mapping[str, int], time: Time, method: ProgrammeMethod
) -> tuple[tuple[Slot, ...], ...] | None:
    """The modules in order, each day filled before the next; None when a day's time or the days do not suffice."""
    days: list[list[str]] = [[]]
    for name in modules:
        if len(days[-1]) == method.modules_a_day or _minutes(_day([*days[-1], name], lengths, method)) > time.minutes:
            days.append([])
        days[-1].append(name)
    drawn = [_day(names, lengths, method) for names in days]
    if len(days) > time.days or any(_minutes(day) > time.minutes for day in drawn):
        return None
    return tuple(drawn)


def _day(names: Sequence[str], lengths: Mapping[str, int], method: ProgrammeMethod) -> tuple[Slot, ...]:
    """A day: opening, modules, closing, a pause wherever the work would last too long without one."""
    work = [_moment("ouverture", method.opening)]
    for name in names:
        work.extend(_module(name, method.durations[lengths[name]], method))
    work.append(_moment("cloture", method.closing))
    day: list[Slot] = []
    without = 0
    for each in work:
        if without + each.minutes > method.longest_without_pause:
            day.append(_moment("pause", method.pause))
            without = 0
        day.append(each)
        without += each.minutes
    return tuple(day)


def _module(name: str, duration: Duration, method: ProgrammeMethod) -> list[Slot]:
    """A module in one part, or in as many as leave room for pauses; what is told comes first."""
    parts = -(-duration.minutes // method.longest_without_pause)
    found, theory = [], duration.theory
    for part in range(parts):
        minutes = duration.minutes * (part + 1) // parts - duration.minutes * part // parts
        told = min(theory, minutes)
        theory -= told
        found.append(Slot("module", "", minutes, name, duration.id, told, minutes - told))
    return found


def _moment(kind: Kind, moment: Moment) -> Slot:
    return Slot(kind, moment.title, moment.minutes)


def _minutes(day: Sequence[Slot]) -> int:
    return sum(each.minutes for each in day)


def titled(days: tuple[tuple[Slot, ...], ...], titles: Mapping[str, str]) -> tuple[tuple[Slot, ...], ...]:
    """The same days, modules with their titles, every sequence with its key."""
    return tuple(
        tuple(
            replace(slot, title=titles[slot.module] if slot.module else slot.title, key=f"{number}.{place}")
            for place, slot in enumerate(day, start=1)
        )
        for number, day in enumerate(days, start=1)
    )
