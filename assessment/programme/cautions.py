"""Days in, what the coach should watch in them out: too long, no pause, above somebody's level, people without a group.

Sentences are the content's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.programme.clock import worked
from assessment.programme.group import Group
from assessment.programme.names import listed
from assessment.programme.timetable import Slot, Time

Code = Literal["extra_day", "over_time", "no_pause", "empty_day", "above", "order", "nobody", "alone"]


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to watch; *day* counts from 0, None when it is about no day; *key*: the sequence it is about."""

    code: Code
    text: str
    day: int | None = None
    key: str = ""


def cautions(days: Sequence[Sequence[Slot]], group: Group, time: Time) -> tuple[Caution, ...]:
    """Everything to watch, day by day, then module by module."""
    return (
        *(each for number, day in enumerate(days) for each in _about_day(number, day, group, time)),
        *_about_modules(days, group),
    )


def _about_day(number: int, day: Sequence[Slot], group: Group, time: Time) -> Iterator[Caution]:
    method = group.edition.programme
    said = method.cautions
    if number >= time.days:
        yield Caution("extra_day", said.extra_day.format(day=number + 1), number)
    if not day:
        yield Caution("empty_day", said.empty_day.format(day=number + 1), number)
    over = worked(day, method) - time.minutes
    if over > 0:
        yield Caution("over_time", said.over_time.format(day=number + 1, minutes=over), number)
    longest = longest_without_pause(day)
    if longest > method.longest_without_pause:
        yield Caution("no_pause", said.no_pause.format(day=number + 1, minutes=longest), number)
    for slot in day:
        if slot.beside and (left := _left_alone(slot, group)):
            text = said.alone.format(title=slot.title, participants=listed(left))
            yield Caution("alone", text, number, slot.key)


def longest_without_pause(day: Sequence[Slot]) -> int:
    """Minutes of the longest stretch of a day without a pause."""
    longest = without = 0
    for slot in day:
        without = 0 if slot.kind == "pause" else without + slot.minutes
        longest = max(longest, without)
    return longest


def _left_alone(slot: Slot, group: Group) -> tuple[str, ...]:
    placed = {*slot.participants, *(name for each in slot.beside for name in each.participants)}
    return tuple(each.name for each in group.participants if each.name not in placed)


def _about_modules(days: Sequence[Sequence[Slot]], group: Group) -> Iterator[Caution]:
    edition, said = group.edition, group.edition.programme.cautions
    taught = {each.id: each for each in edition.programme.modules}
    first: dict[str, Slot] = {}
    for day in days:
        for slot in day:
            for name in slot.modules:
                first.setdefault(name, slot)
    order = list(first)
    for name, slot in first.items():
        title = f"« {edition.items[name].title} »"
        if below := tuple(each for each in group.below(name) if _attends(each, name, days)):
            text = said.above.format(module=title, participants=listed(below))
            yield Caution("above", text, key=slot.key)
        late = [each for each in taught[name].after if each in first and order.index(each) > order.index(name)]
        if late:
            before = ", ".join(f"« {edition.items[each].title} »" for each in late)
            yield Caution("order", said.order.format(module=title, before=before), key=slot.key)
        if not group.served_by(name):
            yield Caution("nobody", said.nobody.format(module=title), key=slot.key)


def _attends(participant: str, module: str, days: Sequence[Sequence[Slot]]) -> bool:
    return any(slot.is_for(participant, module) for day in days for slot in day)
