"""What a gathering holds and its journal in, its projects out, as its owner may read them. Pure.

Answers are there even when they are not shared, since the result is computed from them: whoever shows or writes them
asks `shows_answers` first. Free texts that are not shared are not there at all.
"""

import datetime
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from assessment.content.edition import Edition
from assessment.engine.actions import actions_of
from assessment.engine.answers import PARTS, Answers, Shown, Subject, Value, clean
from assessment.engine.carrying import carry
from assessment.engine.evidence import LONGEST_NOTE, SHOWN
from assessment.portfolio.blindness import Blindness, blindness, neutral_names
from assessment.portfolio.reading_again import read_again

Json = Any
#: What a participant may share beside the result.
ANSWERS, NOTES = "answers", "notes"


class Deposited(Protocol):
    """One project as the storage keeps it; *content*: the data of an answer file; *replaced*: by a later deposit."""

    id: str
    name: str
    at: datetime.datetime
    origin: str
    source: str
    shares: tuple[Any, ...]
    content: Mapping[str, Any]
    replaced: bool


class Noted(Protocol):
    """One entry of a gathering's journal; *project* is empty when it is about the whole gathering."""

    seq: int
    project: str
    kind: str
    key: str
    value: Json
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """The owner's second reading of one answer; *value* None: they read that it is not known."""

    value: Value | None
    reason: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """What the owner decided last about a project."""

    status: str
    reason: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A text of the owner; *key* as the journal has it, so that it can be changed or taken back."""

    key: str
    text: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Project:
    """One project of a gathering. *first*: as it was given; *answers*: with the owner's second readings laid over.

    While blind reading is on, *name* is neutral, *source* empty, and texts written before are hidden.
    """

    id: str
    name: str
    at: datetime.datetime
    origin: str
    source: str
    shares: tuple[str, ...]
    first: Answers
    answers: Answers
    readings: Mapping[str, Reading]
    decision: Decision | None = None
    notes: tuple[Note, ...] = ()

    @property
    def given_on(self) -> datetime.date | None:
        """The day of the answers, where it is known: a file may arrive long after."""
        return self.first.subject.date

    @property
    def shows_answers(self) -> bool:
        """Whether answers, and what quotes them, may be shown and exported."""
        return ANSWERS in self.shares

    @property
    def shows_notes(self) -> bool:
        """Whether free texts of the participant may be shown and exported."""
        return NOTES in self.shares


def projects_of(deposited: Iterable[Deposited], noted: Iterable[Noted], edition: Edition) -> tuple[Project, ...]:
    """Every project in the order of arrival, but those replaced, or set aside for the same one given twice."""
    noted = tuple(noted)
    aside, blind, by_project = set_aside(noted), blindness(noted), _last_by_project(noted)
    every = [each for each in deposited if each.id not in aside and not each.replaced]
    names = neutral_names(each.id for each in every) if blind.on else {}
    return tuple(_project(each, by_project.get(each.id, ()), names.get(each.id), blind, edition) for each in every)


def set_aside(noted: Iterable[Noted]) -> Mapping[str, str]:
    """Project set aside -> the one kept instead."""
    last = {each.key: each.value for each in noted if each.kind == "choice"}
    return {key: str(value["kept"]) for key, value in last.items() if isinstance(value, Mapping) and value.get("kept")}


def name_order(projects: Sequence[Project]) -> tuple[int, ...]:
    """Place of each project in the order of names, without regard to capitals and accents; nameless ones at the end."""

    def key(place: int) -> tuple[bool, str, int]:
        bare = unicodedata.normalize("NFKD", projects[place].name.casefold())
        return not bare, "".join(sign for sign in bare if not unicodedata.combining(sign)), place

    order = sorted(range(len(projects)), key=key)
    found = [0] * len(order)
    for rank, place in enumerate(order):
        found[place] = rank
    return tuple(found)


def read_content(content: Mapping[str, Any], edition: Edition) -> Answers:
    """The answers of a content; what *edition* cannot read is left out (contents are checked when they are given)."""
    values: dict[str, Any] = {}
    parts = [part for part in PARTS if isinstance(content.get(part), Mapping)]
    for part in parts:
        given = {name: each for name, each in (content[part].get("answers") or {}).items() if each is not None}
        here = carry(given, edition).values.items()
        values |= {
            name: tuple(each) if isinstance(each, list) else each
            for name, each in here
            if edition.part_of[name] == part
        }
    project = content["project"] if "project" in parts else {}
    shown = {
        name: word
        for name, word in (project.get("shown") or {}).items()
        if name in edition.key_questions and word in SHOWN
    }
    subject = content.get("subject") or {}
    return Answers(
        edition=edition.id,
        parts=frozenset(parts),
        values=values,
        shown=shown,
        subject=Subject(clean(str(subject.get("name") or "")) or None, _day(subject.get("date", content.get("date")))),
        actions=tuple(actions_of(content.get("actions") or [])),
        short=content.get("short") is True,
        notes=dict(_notes_beside(project.get("notes") or {}, shown)),
    )


def _notes_beside(given: Mapping[str, Any], shown: Mapping[str, Shown]) -> Iterator[tuple[str, str]]:
    """Which document or outside look could be shown, where one could."""
    for name, text in given.items():
        if shown.get(name, "no") != "no" and (told := clean(str(text), LONGEST_NOTE)):
            yield name, told


def _project(
    given: Deposited, noted: Sequence[Noted], neutral: str | None, blind: Blindness, edition: Edition
) -> Project:
    """One project, with what *noted* (the last entry of each kind and key) says of it."""
    first = read_content(given.content, edition)
    name = neutral or given.name or first.subject.name or ""
    hides = blind.on or NOTES not in given.shares
    first = replace(first, subject=replace(first.subject, name=name or None))
    first = replace(first, actions=(), notes={}) if hides else first
    readings = _readings(noted, blind, edition)
    return Project(
        id=given.id,
        name=name,
        at=given.at,
        origin=given.origin,
        source="" if blind.on else given.source,
        shares=tuple(given.shares),
        first=first,
        answers=read_again(first, {name: each.value for name, each in readings.items()}, edition),
        readings=readings,
        decision=_decision(noted, blind),
        notes=_notes(noted, blind),
    )


def _readings(noted: Iterable[Noted], blind: Blindness, edition: Edition) -> Mapping[str, Reading]:
    found = {}
    for each in noted:
        if each.kind != "reading" or not isinstance(each.value, Mapping) or each.key not in edition.questions:
            continue
        value = each.value.get("value")
        if value is None or carry({each.key: value}, edition).values:
            told = tuple(value) if isinstance(value, list) else value
            found[each.key] = Reading(told, blind.text(str(each.value.get("reason", "")), each.seq), each.at)
    return found


def _decision(noted: Iterable[Noted], blind: Blindness) -> Decision | None:
    last = [each for each in noted if each.kind == "decision" and isinstance(each.value, Mapping)]
    if not last:
        return None
    said = max(last, key=lambda each: each.seq)
    return Decision(str(said.value.get("status", "")), blind.text(str(said.value.get("reason", "")), said.seq), said.at)


def _notes(noted: Iterable[Noted], blind: Blindness) -> tuple[Note, ...]:
    return tuple(
        Note(each.key, str(each.value.get("text", "")), each.at)
        for each in noted
        if each.kind == "note" and isinstance(each.value, Mapping) and blind.shows(each.seq)
    )


def _last_by_project(noted: Iterable[Noted]) -> Mapping[str, Sequence[Noted]]:
    """Project -> the last entry of each kind and key, in order of seq."""
    last = {(each.project, each.kind, each.key): each for each in sorted(noted, key=lambda each: each.seq)}
    found: dict[str, list[Noted]] = {}
    for each in sorted(last.values(), key=lambda each: each.seq):
        found.setdefault(each.project, []).append(each)
    return found


def _day(given: object) -> datetime.date | None:
    if isinstance(given, datetime.date):
        return given
    try:
        return datetime.date.fromisoformat(str(given))
    except ValueError:
        return None
