"""Modules and days in, the days with their sequences out: how long each module lasts, where the pauses are.

Minutes are of work, pauses included and meals apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assessment.content.programme import Duration, Moment, ProgrammeMethod

Kind = Literal["ouverture", "module", "pause", "cloture"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A « séquence », a part of a day; of a module, *theory* and *practice* minutes, and its duration's id."""

    kind: Kind
    title: str
    minutes: int
    module: str | None = None
    duration: str | None = None
    theory: int = 0
    practice: int = 0


@dataclass(frozen=True, slots=True)
class Time:
    """What there is: *days* of *minutes* each."""

    days: int
    minutes: int


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
    for name in by_need:
        longer = {**lengths, name: min(lengths[name] + 1, len(method.durations) - 1)}
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
    """The same days, modules with their titles."""
    return tuple(
        tuple(replace(each, title=titles[each.module]) if each.module else each for each in day) for day in days
    )
