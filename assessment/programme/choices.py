"""What the coach chose: the wishes, the days as they changed them, the calendar of a parcours; to and from JSON."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assessment.programme.occasion import Occasion
from assessment.programme.parcours import Planned
from assessment.programme.timetable import Slot, Time

Json = dict[str, Any]
#: Keys of what is kept: who is in a group, and everybody who is in one.
_WHO, _PEOPLE = "participants", "people"


@dataclass(frozen=True, slots=True)
class Choices:
    """A coach's wishes and changes.

    *days* of *minutes* of work, or a « journée découverte »; modules *imposed* and *excluded*; *occasion*: when and
    where. *sequences*: the days as the coach changed them, None while they are as proposed. *parcours*: the steps of a
    parcours d'expérience, None while the coach plans none.
    """

    days: int = 1
    minutes: int = 420
    discovery: bool = False
    imposed: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    occasion: Occasion = field(default_factory=Occasion)
    sequences: tuple[tuple[Slot, ...], ...] | None = None
    parcours: tuple[Planned, ...] | None = None

    @property
    def time(self) -> Time:
        """What there is of it."""
        return Time(self.days, self.minutes, self.discovery)

    def with_days(self, days: tuple[tuple[Slot, ...], ...] | None) -> "Choices":
        """The same, with the days as the coach changed them; None: as proposed again."""
        return replace(self, sequences=days)


_SHAPE = TypeAdapter(Choices)


def renamed(choices: Choices, names: Mapping[str, str]) -> Choices:
    """The same, whoever is in a parallel group under another name; those without one are in no group any more."""
    if choices.sequences is None:
        return choices

    def of(slot: Slot) -> Slot:
        beside = tuple(replace(each, participants=_named(each.participants, names)) for each in slot.beside)
        return replace(slot, participants=_named(slot.participants, names), beside=beside)

    return choices.with_days(tuple(tuple(of(slot) for slot in day) for day in choices.sequences))


def _named(participants: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names[each] for each in participants if each in names)


def to_json(choices: Choices) -> Json:
    """As a journal keeps them: dicts, lists, texts, numbers; what is as at first is left out.

    A journal keeps short values: who is in parallel groups is named once, then told by place.
    """
    found = _SHAPE.dump_python(choices, mode="json", exclude_defaults=True)
    places: dict[str, int] = {}
    for each in _groups(found):
        each[_WHO] = [places.setdefault(name, len(places)) for name in each[_WHO]]
    return {**found, _PEOPLE: list(places)} if places else found


def from_json(value: object) -> Choices | None:
    """The choices that `to_json` gave; None for what is no longer understood."""
    try:
        return _SHAPE.validate_python(_named_again(value))
    except (ValidationError, LookupError, TypeError, AttributeError):
        return None


def _named_again(value: object) -> object:
    """What was kept, with names instead of places; what was kept before there were places as it is."""
    if not isinstance(value, dict) or _PEOPLE not in value:
        return value
    found = copy.deepcopy(value)
    people = found.pop(_PEOPLE)
    for each in _groups(found):
        each[_WHO] = [people[place] for place in each[_WHO]]
    return found


def _groups(found: Json) -> Iterator[Json]:
    """Every sequence and every group beside one that names people."""
    for day in found.get("sequences") or ():
        for slot in day:
            yield from (each for each in (slot, *slot.get("beside", ())) if each.get(_WHO))
