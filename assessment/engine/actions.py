"""What a person decided to do next: a few actions, as a dossier, an answer file and a report carry them."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assessment.errors import Problem

Json = dict[str, Any]
#: More would be a wish list: nobody holds five at once.
AT_MOST = 3
LONGEST = 300
KEYS = ("what", "who", "by", "about")
_TEXTS = ("what", "who", "about")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: *what* and *who* in the person's words, *by* when, *about*: the line of the result it came from.

    *about*: the id of a catalogue item or a lever, a condition (question.level), or None for the person's own idea.
    """

    what: str
    who: str | None = None
    by: datetime.date | None = None
    about: str | None = None


def action_data(action: Action) -> Json:
    """An action as JSON; what is not said is left out."""
    told = {"what": action.what, "who": action.who, "by": action.by and action.by.isoformat(), "about": action.about}
    return {key: value for key, value in told.items() if value}


def problems_of(data: Any) -> Iterator[Problem]:  # noqa: ANN401 - raw file
    """What keeps *data* from being a list of actions."""
    if not isinstance(data, list) or len(data) > AT_MOST:
        yield Problem("wrong-actions", "actions", f"on attend une liste de {AT_MOST} actions au plus.", "Corrigez-la.")
        return
    for place, each in enumerate(data, start=1):
        if not _is_one(each):
            remedy = "Écrivez what (le texte), et si besoin who, by (une date) et about."
            yield Problem("wrong-actions", f"actions › {place}", "ce n'est pas une action.", remedy)


def actions_of(data: list[Json]) -> tuple[Action, ...]:
    """Actions of data without problems; texts are not cleaned here."""
    return tuple(Action(each["what"], each.get("who"), _day(each.get("by")), each.get("about")) for each in data or ())


def _is_one(data: Any) -> bool:  # noqa: ANN401 - raw file
    if not isinstance(data, dict) or set(data) - set(KEYS) or not data.get("what"):
        return False
    if not all(isinstance(data.get(key, ""), str) for key in _TEXTS):
        return False
    try:
        _day(data.get("by"))
    except (TypeError, ValueError):
        return False
    return True


def _day(given: Any) -> datetime.date | None:  # noqa: ANN401 - raw file
    return given if given is None or type(given) is datetime.date else datetime.date.fromisoformat(given)
