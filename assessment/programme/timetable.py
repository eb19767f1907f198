"""Modules and days in, the days with their sequences out: how long each module lasts, where it is cut by a pause.

Minutes are of work, pauses included and meals apart.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from assessment.content.programme import ProgrammeMethod
from assessment.programme.moments import moment
from assessment.programme.pacing import Rhythm, Work, paused

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
        if len(days[-1]) == method.modules_a_day or _day([*days[-1], name], lengths, time, method) is None:
            days.append([])
        days[-1].append(name)
    if len(days) > time.days:
        return None
    drawn = [_day(names, lengths, time, method) for names in days]
    kept = tuple(day for day in drawn if day is not None)
    return kept if len(kept) == len(drawn) else None


def _day(
    names: Sequence[str], lengths: Mapping[str, int], time: Time, method: ProgrammeMethod
) -> tuple[Slot, ...] | None:
    """A day: opening, modules, closing, a pause wherever the work would last too long; None when it does not fit."""
    work = [Slot("ouverture", method.opening.title, method.opening.minutes)]
    for name in names:
        each = method.durations[lengths[name]]
        work.append(Slot("module", "", each.minutes, name, each.id, each.theory, each.minutes - each.theory))
    work.append(Slot("cloture", method.closing.title, method.closing.minutes))
    pauses = paused(
        tuple(Work(slot.minutes, slot.theory, slot.kind == "module") for slot in work), time.minutes, _rhythm(method)
    )
    return None if pauses is None else tuple(_cut(work, pauses, method))


def _rhythm(method: ProgrammeMethod) -> Rhythm:
    return Rhythm(
        method.pause.minutes,
        method.longest_without_pause,
        *method.between_pauses,
        starts_at=method.starts_at,
        meal_at=method.meal_at,
        meal=method.meal.minutes,
    )


def _cut(work: Sequence[Slot], pauses: Sequence[int], method: ProgrammeMethod) -> Iterator[Slot]:
    """The sequences with the pauses between and in them; of a module, what is told comes first."""
    begins = 0
    for slot in work:
        ends = begins + slot.minutes
        inside = [each for each in pauses if begins < each < ends]
        for part, (first, last) in enumerate(pairwise((begins, *inside, ends))):
            if part or first in pauses:
                yield Slot("pause", method.pause.title, method.pause.minutes)
            told = min(max(0, begins + slot.theory - first), last - first)
            yield (
                replace(slot, minutes=last - first, theory=told, practice=last - first - told) if slot.module else slot
            )
        begins = ends


def titled(
    days: tuple[tuple[Slot, ...], ...], titles: Mapping[str, str], method: ProgrammeMethod
) -> tuple[tuple[Slot, ...], ...]:
    """The same days, every sequence with its key and its title: of its module, or of its day's opening or closing."""

    def title(slot: Slot, number: int) -> str:
        if slot.module:
            return titles[slot.module]
        found = moment(slot.kind, number - 1, len(days), method)
        return found.title if found else slot.title

    return tuple(
        tuple(
            replace(slot, title=title(slot, number), key=f"{number}.{place}") for place, slot in enumerate(day, start=1)
        )
        for number, day in enumerate(days, start=1)
    )
