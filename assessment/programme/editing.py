"""A Programme and a change of the coach's in, the changed Programme out, with what is gained and lost in needs.

Nothing else moves: the coach's order, durations and titles stay as they are, too long or without a pause if so they
chose; `cautions.py` says what to watch.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from assessment.content.programme import Duration, ProgrammeMethod
from assessment.programme.blocks import Days, moved, together, without
from assessment.programme.cautions import Caution, cautions
from assessment.programme.composition import advised
from assessment.programme.covering import covered
from assessment.programme.group import Group, Need
from assessment.programme.moments import moment
from assessment.programme.plan import Programme, left_out
from assessment.programme.splitting import shared_out
from assessment.programme.timetable import Beside, Kind, Slot

#: The key of a sequence that the coach added: this, then a number.
OWN = "plus"
#: The shortest and the longest sequence, in minutes.
SHORTEST, LONGEST = 5, 600


@dataclass(frozen=True, slots=True)
class Move:
    """One place later (*by* 1) or earlier (-1); past the end of a day, into the next one; all parts of a module."""

    key: str
    by: int


@dataclass(frozen=True, slots=True)
class Resize:
    """Another length of one part, in minutes; of a module, theory and practice keep their shares."""

    key: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Retitle:
    """Another title."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Drop:
    """The sequence is taken out; of a module, all its parts."""

    key: str


@dataclass(frozen=True, slots=True)
class Add:
    """A module at one of the method's durations, a pause, or a sequence of the coach's own, before the closing.

    An opening goes to the beginning of the day, a closing to its end.

    *day* counts from 0; one more than the last opens a day.
    """

    day: int
    kind: Kind
    module: str = ""
    duration: str = ""
    title: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Split:
    """Parallel groups during a sequence: one more group works on *module* at the same time."""

    key: str
    module: str


@dataclass(frozen=True, slots=True)
class Assign:
    """Who is in which group of a split sequence: names by group, its own module first."""

    key: str
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Rejoin:
    """The whole group together again on the sequence's own module."""

    key: str


Change = Move | Resize | Retitle | Drop | Add | Split | Assign | Rejoin


@dataclass(frozen=True, slots=True)
class Edited:
    """A programme as the coach changed it, the needs *gained* and *lost* by that, and what to watch in it."""

    programme: Programme
    gained: tuple[Need, ...]
    lost: tuple[Need, ...]
    cautions: tuple[Caution, ...]


def edit(programme: Programme, change: Change, excluded: Collection[str] = ()) -> Edited:
    """The programme after one change; what the change cannot do (no such sequence, no earlier place) changes nothing.

    *excluded*: modules that the coach wished out, so that the reasons of what is left out stay true.
    """
    return with_days(programme, _changed(programme, change), excluded)


def with_days(programme: Programme, days: Sequence[Sequence[Slot]], excluded: Collection[str] = ()) -> Edited:
    """The programme with other *days*, as they are."""
    group, kept_days = programme.group, tuple(tuple(day) for day in days)
    met, missed = covered(kept_days, group)
    kept = {name for day in kept_days for slot in day for name in slot.modules}
    found = cautions(kept_days, group, programme.time)
    edited = replace(
        programme,
        days=kept_days,
        left_out=left_out(group, kept, excluded),
        advice=(*(each.text for each in advised(group)), *(each.text for each in found)),
        covered=met,
        missed=missed,
    )
    return Edited(edited, *difference(programme, edited), found)


def difference(before: Programme, after: Programme) -> tuple[tuple[Need, ...], tuple[Need, ...]]:
    """The needs that *after* answers and *before* did not, then those that it no longer answers."""
    had, has = set(before.covered), set(after.covered)
    return tuple(each for each in after.covered if each not in had), tuple(
        each for each in before.covered if each not in has
    )


def _changed(programme: Programme, change: Change) -> Days:
    group, days = programme.group, programme.days
    match change:
        case Move(key, by):
            return moved(days, key, by)
        case Drop(key):
            return without(days, key)
        case Resize(key, minutes):
            return tuple(tuple(resized(slot, minutes) if slot.key == key else slot for slot in day) for day in days)
        case Retitle(key, title):
            return _replaced(days, key, lambda slot: replace(slot, title=title))
        case Split(key, module):
            return _replaced(days, key, lambda slot: _split(slot, module, group))
        case Assign(key, groups):
            return _replaced(days, key, lambda slot: _assigned(slot, groups))
        case Rejoin(key):
            return _replaced(days, key, lambda slot: replace(slot, participants=(), beside=()))
        case Add():
            return _added(days, change, group)


def _replaced(days: Days, key: str, change: Callable[[Slot], Slot]) -> Days:
    """The days with the sequence changed, and so the other parts of its module."""
    keys = together(days, key)
    return tuple(tuple(change(slot) if slot.key in keys else slot for slot in day) for day in days)


def resized(slot: Slot, minutes: int) -> Slot:
    """The same sequence in *minutes*; of a module, theory and practice keep their shares."""
    minutes = min(max(minutes, SHORTEST), LONGEST)
    if slot.kind != "module":
        return replace(slot, minutes=minutes)
    theory = round(slot.theory * minutes / slot.minutes)
    return replace(slot, minutes=minutes, theory=theory, practice=minutes - theory)


def _split(slot: Slot, module: str, group: Group) -> Slot:
    """One group more beside those there are; who goes where is proposed anew for all of them."""
    if slot.module is None:
        return slot
    modules = (slot.module, *(each.module for each in slot.beside), module)
    first, *others = shared_out(group, modules)
    items = group.edition.items
    beside = tuple(Beside(name, items[name].title, names) for name, names in zip(modules[1:], others, strict=True))
    return replace(slot, participants=first, beside=beside)


def _assigned(slot: Slot, groups: Sequence[tuple[str, ...]]) -> Slot:
    if len(groups) != 1 + len(slot.beside):
        return slot
    beside = tuple(replace(each, participants=names) for each, names in zip(slot.beside, groups[1:], strict=True))
    return replace(slot, participants=groups[0], beside=beside)


def _added(days: Days, change: Add, group: Group) -> Days:
    new, changed = _new(change, days, group), [list(day) for day in days]
    if change.day >= len(changed):
        return (*days, (new,))
    day = changed[change.day]
    last = len(day) - 1 if day and day[-1].kind == "cloture" else len(day)
    day.insert({"ouverture": 0, "cloture": len(day)}.get(change.kind, last), new)
    return tuple(tuple(each) for each in changed)


def _new(change: Add, days: Days, group: Group) -> Slot:
    method, used = group.edition.programme, {slot.key for day in days for slot in day}
    key = next(name for number in range(1, len(used) + 2) if (name := f"{OWN}{number}") not in used)
    if change.kind == "module":
        duration = _duration(method, change.duration)
        title = group.edition.items[change.module].title
        practice = duration.minutes - duration.theory
        return Slot("module", title, duration.minutes, change.module, duration.id, duration.theory, practice, key)
    lengths = {"ouverture": method.opening, "pause": method.pause, "cloture": method.closing}
    if lasting := lengths.get(change.kind):
        called = moment(change.kind, change.day, max(len(days), change.day + 1), method) or lasting
        return Slot(change.kind, called.title, lasting.minutes, key=key)
    return Slot("libre", change.title, min(max(change.minutes, SHORTEST), LONGEST), key=key)


def _duration(method: ProgrammeMethod, name: str) -> Duration:
    return next((each for each in method.durations if each.id == (name or method.usual)), method.durations[0])
