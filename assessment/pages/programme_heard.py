"""What the timetable tells in, a change of the programme or other wishes out; whatever is neither changes nothing.

A browser may send anything: names are checked against the content, texts are cleaned, numbers are bounded.
"""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from assessment.content.edition import Edition
from assessment.engine.answers import clean
from assessment.programme.choices import Choices
from assessment.programme.editing import Add, Assign, Change, Drop, Move, Rejoin, Resize, Retitle, Split
from assessment.programme.group import Group
from assessment.programme.occasion import Occasion
from assessment.programme.timetable import Kind

_SAID = TypeAdapter(list[dict[str, Any]])
#: Groups at the same time, at most.
GROUPS = 6
#: Sequences of a programme, at most.
SEQUENCES = 60

Said = Mapping[str, Any]


def told(text: object) -> list[dict[str, Any]]:
    """The messages of a browser, each with its number *at*; none when it is not what the timetable sends."""
    try:
        said = _SAID.validate_json(str(text))
    except ValidationError:
        return []
    return [each for each in said if isinstance(each.get("at"), int)]


def change_told(said: Said, group: Group, sequences: int) -> Change | None:
    """The change of the programme that a message is; *sequences*: how many there are."""
    match said:
        case {"do": "move", "key": str(key), "by": 1 | -1 as by}:
            return Move(key, by)
        case {"do": "drop", "key": str(key)}:
            return Drop(key)
        case {"do": "rejoin", "key": str(key)}:
            return Rejoin(key)
        case {"do": "resize", "key": str(key), "minutes": int(minutes)}:
            return Resize(key, minutes)
        case {"do": "retitle", "key": str(key), "title": str(title)} if clean(title):
            return Retitle(key, clean(title))
        case {"do": "split", "key": str(key), "module": str(module)} if _taught(module, group.edition):
            return Split(key, module)
        case {"do": "assign", "key": str(key), "groups": list(groups)} if len(groups) <= GROUPS:
            return Assign(key, _groups(groups, group))
        case {"do": "add"} if sequences < SEQUENCES:
            return _added(said, group.edition)
    return None


def choices_told(said: Said, choices: Choices, edition: Edition) -> Choices | None:
    """The choices with the wish that a message is: a module to keep or leave out, a date, an hour."""
    occasion = choices.occasion
    match said:
        case {"do": "wish", "module": str(module), "wish": str(wish)} if _taught(module, edition):
            imposed, excluded = (
                (*(each for each in names if each != module), *([module] if wish == kind else []))
                for kind, names in (("imposed", choices.imposed), ("excluded", choices.excluded))
            )
            return replace(choices, imposed=imposed, excluded=excluded)
        case {"do": "date", "day": int(day), "date": str(date)}:
            return replace(choices, occasion=_dated(occasion, day, _read(datetime.date, date)))
        case {"do": "begins", "time": str(time)}:
            at = _read(datetime.time, time)
            return replace(choices, occasion=replace(occasion, starts_at=at and 60 * at.hour + at.minute))
    return None


def _dated(occasion: Occasion, day: int, date: datetime.date | None) -> Occasion:
    """The date of one day changed: the days before keep theirs, those behind follow it; None forgets it."""
    before = occasion.dated(day)
    if not 0 <= day <= len(occasion.dates) or None in before:
        return occasion
    dates = tuple(each for each in before if each)
    return replace(occasion, dates=(*dates, date) if date else dates)


def _read(kind: type[Any], text: str) -> Any:  # noqa: ANN401 - a date or a time, or None
    try:
        return kind.fromisoformat(text)
    except ValueError:
        return None


def _added(said: Said, edition: Edition) -> Add | None:
    match said:
        case {"day": int(day), "kind": "module", "module": str(module), "duration": str(duration)} if (
            day >= 0 and _taught(module, edition)
        ):
            return Add(day, "module", module, duration)
        case {"day": int(day), "kind": str(kind), "title": str(title), "minutes": int(minutes)} if (
            day >= 0 and kind in get_args(Kind) and kind != "module" and clean(title)
        ):
            return Add(day, kind, title=clean(title), minutes=minutes)
    return None


def _groups(told_groups: list[Any], group: Group) -> tuple[tuple[str, ...], ...]:
    """Names that are those of participants, each in one group only."""
    placed: set[str] = set()
    found = []
    for each in told_groups:
        names = each if isinstance(each, list) else []
        found.append(tuple(one.name for one in group.participants if one.name in names and one.name not in placed))
        placed.update(found[-1])
    return tuple(found)


def _taught(module: str, edition: Edition) -> bool:
    return any(each.id == module for each in edition.programme.modules)
