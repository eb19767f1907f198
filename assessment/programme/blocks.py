"""Days in, the sequences that belong together out: the parts of a module on both sides of a pause move and go as one.

What the coach changes is changed on all parts; a pause of its own moves alone.
"""

from collections.abc import Sequence

from assessment.programme.timetable import Slot

Days = tuple[tuple[Slot, ...], ...]


def units(day: Sequence[Slot]) -> tuple[tuple[Slot, ...], ...]:
    """The day in pieces: the parts of a module with the pauses between them, and every other sequence alone."""
    found: list[list[Slot]] = []
    place = 0
    while place < len(day):
        last = _last_part(day, place)
        found.append(list(day[place : last + 1]))
        place = last + 1
    return tuple(map(tuple, found))


def together(days: Days, key: str) -> frozenset[str]:
    """Keys of the parts of the module that the sequence *key* is of; of no module: itself."""
    for day in days:
        for unit in units(day):
            if any(slot.key == key and slot.module for slot in unit):
                return frozenset(slot.key for slot in unit if slot.module)
    return frozenset((key,))


def moved(days: Days, key: str, by: int) -> Days:
    """The sequence, with its other parts, one piece later (1) or earlier (-1); past the end of a day, into the next."""
    for number, day in enumerate(days):
        pieces = list(units(day))
        place = next((place for place, unit in enumerate(pieces) if unit[0].key == key), None)
        if place is None and any(slot.key == key for slot in day):
            pieces = [part for unit in pieces for part in _opened(unit, key)]
            place = next(place for place, unit in enumerate(pieces) if any(slot.key == key for slot in unit))
        if place is not None:
            return _put(days, number, pieces, place, by)
    return days


def without(days: Days, key: str) -> Days:
    """The days without the sequence; of a module, without its parts and the pauses between them."""
    gone = together(days, key)
    return tuple(
        tuple(slot for unit in units(day) if not _is_gone(unit, gone) for slot in unit if slot.key != key)
        for day in days
    )


def _last_part(day: Sequence[Slot], place: int) -> int:
    """The place of the last part of the module that begins at *place*, with nothing but pauses between."""
    last = place
    for other in range(place + 1, len(day)):
        if day[place].module and day[other].module == day[place].module:
            last = other
        elif day[other].kind != "pause":
            break
    return last


def _opened(unit: tuple[Slot, ...], key: str) -> tuple[tuple[Slot, ...], ...]:
    """A piece as it is, unless *key* is a pause in it, which then stands alone."""
    if any(slot.key == key and not slot.module for slot in unit):
        return tuple((slot,) for slot in unit)
    return (unit,)


def _is_gone(unit: tuple[Slot, ...], gone: frozenset[str]) -> bool:
    return any(slot.module and slot.key in gone for slot in unit)


def _put(days: Days, number: int, pieces: list[tuple[Slot, ...]], place: int, by: int) -> Days:
    changed = [list(units(day)) for day in days]
    changed[number] = pieces
    if 0 <= place + by < len(pieces):
        pieces.insert(place + by, pieces.pop(place))
    elif 0 <= number + by < len(changed):
        other = changed[number + by]
        other.insert(0 if by > 0 else len(other), pieces.pop(place))
    return tuple(tuple(slot for unit in day for slot in unit) for day in changed)
