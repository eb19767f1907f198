"""What the store gives back: dossiers, entries, links, deposits. Shapes only."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from assessment.engine.actions import AT_MOST
from assessment.errors import StorageError
from assessment.storage.principals import Holder
from assessment.storage.rights import Reach, Right

#: answer, shown and note: key is a question; name, parts and result: key is empty; action: key is one of ACTION_KEYS,
#: value as `engine.actions.action_data`; done: an action that was done, key is its old key and a number (« 2.1 »).
Kind = Literal["answer", "shown", "note", "name", "parts", "result", "action", "done"]
ACTION_KEYS = tuple(str(number) for number in range(1, AT_MOST + 1))
#: What a person decided, for themselves: nobody else is given it.
OWN: frozenset[Kind] = frozenset({"action", "done"})
#: Numbers, texts, lists of them; None takes the value back.
Json = Any


@dataclass(frozen=True, slots=True)
class Change:
    """Something to keep."""

    kind: Kind
    key: str
    value: Json


@dataclass(frozen=True, slots=True)
class Entry:
    """Something kept: the *seq*-th of its dossier, with the *link* that gave it."""

    seq: int
    kind: Kind
    key: str
    value: Json
    edition: str
    at: datetime.datetime
    link: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One dossier as it is now; *entries*: the last one for each kind and key, in order of seq."""

    id: str
    edition: str
    digest: str
    seq: int
    created: datetime.datetime
    active: datetime.datetime
    kept_until: datetime.date
    is_draft: bool
    right: Right
    entries: tuple[Entry, ...]

    def values(self, kind: Kind) -> Mapping[str, Json]:
        """Key -> value, of the entries of one kind that were not taken back."""
        return {each.key: each.value for each in self.entries if each.kind == kind and each.value is not None}


@dataclass(frozen=True, slots=True)
class Saved:
    """What the database gave back after the save: the *entries* of this save, and *news* that others had saved."""

    seq: int
    at: datetime.datetime
    entries: tuple[Entry, ...]
    news: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A private link, without its token. *expires* None: as long as the dossier; *last_used*: a day."""

    id: str
    right: Right | Reach
    label: str
    created: datetime.datetime
    expires: datetime.datetime | None
    last_used: datetime.date | None
    revoked: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A new dossier: its holder, the token of its private link, told this once, and what was *saved* in it."""

    holder: Holder
    token: str
    saved: Saved


@dataclass(frozen=True, slots=True)
class Shared:
    """A new link and its token, told this once."""

    link: Link
    token: str


@dataclass(frozen=True, slots=True)
class Deposit:
    """A dated copy given to *receiver*: what *content* held at *seq*, and the sentence that was agreed to.

    *gathering*: the one it was deposited in, "" for another receiver; *shares*: what its owner may see there;
    *replaced*: when a later deposit of the same dossier took its place.
    """

    id: str
    receiver: str
    consent: str
    edition: str
    seq: int
    at: datetime.datetime
    content: tuple[Change, ...]
    gathering: str = ""
    shares: tuple[str, ...] = ()
    replaced: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Everything:
    """All that is kept of a dossier."""

    dossier: Dossier
    journal: tuple[Entry, ...]
    links: tuple[Link, ...]
    deposits: tuple[Deposit, ...]


@dataclass(frozen=True, slots=True)
class Purged:
    """How many of each went."""

    drafts: int
    dossiers: int
    links: int
    gatherings: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of each are kept."""

    dossiers: int
    drafts: int
    entries: int
    links: int
    deposits: int
    gatherings: int = 0
    projects: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup made *at* some moment holds, by table."""

    at: datetime.datetime
    dossiers: int
    journal: int
    links: int
    deposits: int
    deletions: int
    gatherings: int = 0
    gathering_links: int = 0
    gathering_journal: int = 0
    projects: int = 0


class Unavailable(StorageError):
    """The database does not answer, or cannot write."""


class Conflict(StorageError):
    """Somebody else changed the same thing meanwhile; *entries* (or Noted) are theirs, and nothing was saved."""

    def __init__(self, problems: tuple[Any, ...], entries: tuple[Any, ...]) -> None:
        super().__init__(problems)
        self.entries = entries
