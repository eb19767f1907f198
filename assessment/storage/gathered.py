"""What `gatherings` gives back: gatherings, invitations, projects, notes. Shapes only.

A gathering (« collecte ») is a call for projects, or a group to train: people deposit a copy of what they answered,
or its owner imports what they received. Nothing of a dossier is seen from here but these copies.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assessment.content.questionnaire import PartId
from assessment.storage.kept import Json, Link
from assessment.storage.principals import Guest, Owner

#: A call for projects, or a group to train.
Purpose = Literal["appel", "groupe"]
#: What a participant lets the owner see: the result alone; the answers too; the free texts too.
Share = Literal["result", "answers", "notes"]
#: Deposited on line; a report of this installation, unchanged; one whose origin is not verified; a row of a table.
Origin = Literal["deposit", "ours", "unverified", "table"]
Kind = Literal["note", "decision", "reading", "view", "offer", "blind", "choice", "programme"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What the owner wrote. *closes*: the last day, whole, in Paris; None: open as long as the invitation stands."""

    title: str
    purpose: Purpose
    parts: tuple[PartId, ...]
    closes: datetime.date | None
    shares: tuple[Share, ...]
    notice: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a participant may know of a gathering. *open* False: closed or revoked; *link*: what invited them."""

    gathering: str
    terms: Terms
    edition: str
    open: bool
    link: str = ""

    @property
    def guest(self) -> Guest:
        """Whom this invitation makes of a visitor who typed its code."""
        return Guest(self.gathering, self.link)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A gathering, for its owner.

    *code*, *token*: of the invitation, empty when it was revoked (or made by another installation); *projects*: how
    many are there now; *version* grows with every change of any kind; *looks_only*: this owner may change nothing.
    """

    id: str
    terms: Terms
    edition: str
    seq: int
    created: datetime.datetime
    active: datetime.datetime
    kept_until: datetime.date
    code: str
    token: str
    projects: int
    version: int = 0
    looks_only: bool = False
    open: bool = True


@dataclass(frozen=True, slots=True)
class OpenedGathering:
    """A new gathering: its owner, and the token of its private link, told this once."""

    owner: Owner
    token: str
    gathering: Gathering


@dataclass(frozen=True, slots=True)
class Deposited:
    """One project of a gathering: an immutable copy.

    *source*: file and line of an import, "" otherwise; *content*: an answer file of the contract; *replaces*: id of
    the earlier deposit of the same dossier, "" when there is none; *replaced*: whether a later one took its place;
    *withdrawable*: whether the one who gave it still can take it back themselves.
    """

    id: str
    name: str
    edition: str
    at: datetime.datetime
    origin: Origin
    source: str
    shares: tuple[Share, ...]
    consent: str
    content: Mapping[str, Json]
    replaces: str = ""
    replaced: bool = False
    withdrawable: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """Something to import: an answer file's data, where it comes from, and its file and line."""

    content: Mapping[str, Json]
    origin: Origin
    source: str


@dataclass(frozen=True, slots=True)
class Noted:
    """One entry of a gathering's journal: the *seq*-th. *project* is "" when it is about the whole gathering."""

    seq: int
    project: str
    kind: Kind
    key: str
    value: Json
    at: datetime.datetime
    link: str


@dataclass(frozen=True, slots=True)
class WholeGathering:
    """All that is kept of a gathering; *projects*: the replaced ones too."""

    gathering: Gathering
    links: tuple[Link, ...]
    projects: tuple[Deposited, ...]
    noted: tuple[Noted, ...]


#: Project ("" for the whole gathering), kind, key, value; a value None takes it back.
Saying = tuple[str, Kind, str, Json]
