"""Projects of a gathering in, those that look like the same one twice out, together. Pure; only the owner decides.

Two are alike when their names are, whatever the capitals, accents and signs, or when they give the same answers and
enough of them for that not to be chance. The journal keeps what the owner chose (kind "choice"): a project set aside
names the one kept instead; projects told apart are listed under a key that names none.
"""

import datetime
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from assessment.engine.answers import PARTS
from assessment.portfolio.projects import set_aside

#: Answers in common that are no chance any more; below that, only the name says something.
ENOUGH = 8
#: Before the id of the first of the projects that were told apart, in the key of that choice.
APART = "apart:"
CHOICE = "choice"

Json = Any
#: What the journal takes: project, kind, key, value.
Change = tuple[str, str, str, Json]


class Deposited(Protocol):
    """What is compared: a name, and the data of an answer file; *at*: when it came."""

    id: str
    name: str
    at: datetime.datetime
    content: Mapping[str, Any]


class Noted(Protocol):
    """One entry of the journal; the last one of a key counts."""

    kind: str
    key: str
    value: Json


Each = TypeVar("Each", bound=Deposited)


def alike(projects: Iterable[Each], noted: Iterable[Any] = ()) -> tuple[tuple[Each, ...], ...]:
    """Groups of two or more, in order of arrival, without those set aside and those already told apart."""
    noted = tuple(noted)
    aside, apart = set_aside(noted), _told_apart(noted)
    groups = _groups([each for each in projects if each.id not in aside])
    return tuple(group for group in groups if not any({each.id for each in group} <= told for told in apart))


def keep(kept: str, group: Sequence[Deposited]) -> tuple[Change, ...]:
    """What the journal takes when the owner keeps one of a group: every other one is set aside, none is lost."""
    return tuple((each.id, CHOICE, each.id, {"kept": kept}) for each in group if each.id != kept)


def keep_all(group: Sequence[Deposited]) -> tuple[Change, ...]:
    """What the journal takes when the owner says that these are different projects."""
    return (("", CHOICE, f"{APART}{group[0].id}", {"apart": [each.id for each in group]}),)


def bring_back(project: str) -> tuple[Change, ...]:
    """What the journal takes when a project that was set aside comes back."""
    return ((project, CHOICE, project, None),)


def normal(name: str) -> str:
    """A name without what two people write differently.

    >>> normal("  L'Épicerie-des Voisins ! ")
    'l epicerie des voisins'
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = (sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(kept).split())


def _groups(projects: Sequence[Each]) -> list[tuple[Each, ...]]:
    """Those that have a name or all answers in common, also by way of a third one; singles are left out."""
    heads = list(range(len(projects)))

    def head(place: int) -> int:
        while heads[place] != place:
            heads[place] = heads[heads[place]]
            place = heads[place]
        return place

    first: dict[tuple[str, str], int] = {}
    for place, each in enumerate(projects):
        for mark in _marks(each):
            one, other = sorted((head(first.setdefault(mark, place)), head(place)))
            heads[other] = one
    found: dict[int, list[Each]] = {}
    for place, each in enumerate(projects):
        found.setdefault(head(place), []).append(each)
    return [tuple(group) for group in found.values() if len(group) > 1]


def given_on(project: Deposited) -> datetime.date | None:
    """The day of a project's answers, where it is told."""
    try:
        return datetime.date.fromisoformat(str((project.content.get("subject") or {}).get("date")))
    except ValueError:
        return None


def there_already(given: Iterable[Mapping[str, Any]], there: Iterable[Mapping[str, Any]]) -> tuple[bool, ...]:
    """For each content *given*, whether the very same is *there*, or came before it: same name, day and answers."""
    seen, found = {_told(each) for each in there}, []
    for each in given:
        told = _told(each)
        found.append(told is not None and told in seen)
        seen.add(told)
    return tuple(found)


def _told(content: Mapping[str, Any]) -> str | None:
    """All that a content says of a project, whatever file it came in; None: too little to tell it from another."""
    subject = content.get("subject") or {}
    given = sum(len((content.get(part) or {}).get("answers") or {}) for part in PARTS)
    if not subject.get("name") and given < ENOUGH:
        return None
    parts = {part: content[part] for part in PARTS if content.get(part)}
    return json.dumps(
        [normal(str(subject.get("name") or "")), subject.get("date"), parts], sort_keys=True, default=list
    )


def latest(group: Sequence[Each]) -> Each:
    """The one whose answers are the latest, by their own day or else the day they came; of equals the first."""
    return max(group, key=lambda each: given_on(each) or each.at.date())


def _marks(project: Deposited) -> list[tuple[str, str]]:
    """What tells a project: its name, and its answers when there are enough."""
    name, answers = normal(project.name), {}
    for part in PARTS:
        answers |= (project.content.get(part) or {}).get("answers") or {}
    told = {question: value for question, value in answers.items() if value is not None}
    marks = [("name", name)] if name else []
    return marks + ([("answers", json.dumps(told, sort_keys=True))] if len(told) >= ENOUGH else [])


def _told_apart(noted: Iterable[Any]) -> list[frozenset[str]]:
    last = {each.key: each.value for each in noted if each.kind == CHOICE and each.key.startswith(APART)}
    return [frozenset(value.get("apart", ())) for value in last.values() if isinstance(value, Mapping)]
