"""What is kept, as tables. Results are never kept: they are computed again from the answers.

dossiers    one innovator's work on one edition; *finished*: when its result was first seen
journal     every answer ever given, one row each, never changed: (dossier, seq) -> kind, key, value, edition, at, link
links       private links of a dossier; only the hash of the token
visits      browsers that a link let in; only the hash of the cookie
deposits    dated copies that the holder gave to somebody, with consent
gatherings  a call for projects or a group; *serial*: of its invitation; *arrived*: how many projects ever came
gathering_links, gathering_visits  as links and visits; an invitation is a link whose *code* can be typed
gathering_journal  what the owner noted, decided, read a second time: as journal
projects    copies deposited in a gathering, or imported by its owner; *replaced*: when a later one took its place
attempts    links that did not open, for five minutes, by a keyed hash of the address
deletions   when and why a dossier was deleted, without a word of what it held
"""

import datetime
from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

from assessment.errors import Problem, StorageError


class Moment(TypeDecorator[datetime.datetime]):
    """A moment in UTC; SQLite keeps no time zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime.datetime | None]:
        """What reads a moment; raises StorageError for one that was damaged."""
        read = super().result_processor(dialect, coltype) or (lambda value: value)

        def moment(value: object) -> datetime.datetime | None:
            try:
                return read(value)
            except (ValueError, TypeError) as error:
                what, remedy = "une date gardée a été abîmée.", "Restaurez la dernière sauvegarde."
                raise StorageError([Problem("altered", "base de données", what, remedy)]) from error

        return moment

    def process_result_value(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:
        """The moment with its zone."""
        return value if value is None or value.tzinfo else value.replace(tzinfo=datetime.UTC)


#: Ids are public and random; hashes are SHA-256 in hexadecimal.
ID, HASH, WORD = String(16), String(64), String(40)
METADATA = MetaData()


def _of_dossier(*, primary_key: bool = False) -> Column[str]:
    return Column("dossier", ID, ForeignKey("dossiers.id", ondelete="CASCADE"), primary_key=primary_key, nullable=False)


def _of_gathering(*, primary_key: bool = False) -> Column[str]:
    gathering = ForeignKey("gatherings.id", ondelete="CASCADE")
    return Column("gathering", ID, gathering, primary_key=primary_key, nullable=False)


DOSSIERS = Table(
    "dossiers",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("edition", String(120), nullable=False),
    Column("digest", HASH, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("active", Moment, nullable=False, index=True),
    Column("finished", Moment),
)
JOURNAL = Table(
    "journal",
    METADATA,
    _of_dossier(primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", WORD, nullable=False),
    Column("key", WORD, nullable=False),
    Column("value", Text, nullable=False),
    Column("edition", String(120), nullable=False),
    Column("at", Moment, nullable=False),
    Column("link", ID, nullable=False),
    Column("digest", HASH, nullable=False),
)
LINKS = Table(
    "links",
    METADATA,
    Column("id", ID, primary_key=True),
    _of_dossier(),
    Column("hash", HASH, nullable=False, unique=True),
    Column("right", WORD, nullable=False),
    Column("label", String(200), nullable=False),
    Column("created", Moment, nullable=False),
    Column("expires", Moment),
    Column("last_used", String(10)),
    Column("revoked", Moment),
    Index("links_of_dossier", "dossier"),
)
VISITS = Table(
    "visits",
    METADATA,
    Column("session", HASH, primary_key=True),
    _of_dossier(primary_key=True),
    Column("link", ID, ForeignKey("links.id", ondelete="CASCADE"), nullable=False),
    Column("ends", Moment, nullable=False),
    Index("visits_of_link", "link"),
)
DEPOSITS = Table(
    "deposits",
    METADATA,
    Column("id", ID, primary_key=True),
    _of_dossier(),
    Column("receiver", String(200), nullable=False),
    Column("consent", Text, nullable=False),
    Column("edition", String(120), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("content", Text, nullable=False),
    Column("digest", HASH, nullable=False),
    Index("deposits_of_dossier", "dossier"),
)
GATHERINGS = Table(
    "gatherings",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("title", String(200), nullable=False),
    Column("purpose", WORD, nullable=False),
    Column("parts", String(200), nullable=False),
    Column("closes", String(10)),
    Column("shares", String(200), nullable=False),
    Column("notice", Text, nullable=False),
    Column("edition", String(120), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("arrived", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("active", Moment, nullable=False, index=True),
)
GATHERING_LINKS = Table(
    "gathering_links",
    METADATA,
    Column("id", ID, primary_key=True),
    _of_gathering(),
    Column("hash", HASH, nullable=False, unique=True),
    Column("code", HASH, unique=True),
    Column("right", WORD, nullable=False),
    Column("label", String(200), nullable=False),
    Column("created", Moment, nullable=False),
    Column("expires", Moment),
    Column("last_used", String(10)),
    Column("revoked", Moment),
    Index("links_of_gathering", "gathering"),
)
GATHERING_VISITS = Table(
    "gathering_visits",
    METADATA,
    Column("session", HASH, primary_key=True),
    _of_gathering(primary_key=True),
    Column("link", ID, ForeignKey("gathering_links.id", ondelete="CASCADE"), primary_key=True, nullable=False),
    Column("ends", Moment, nullable=False),
    Index("visits_of_gathering_link", "link"),
)
GATHERING_JOURNAL = Table(
    "gathering_journal",
    METADATA,
    _of_gathering(primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("project", String(16), nullable=False),
    Column("kind", WORD, nullable=False),
    Column("key", String(200), nullable=False),
    Column("value", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("link", ID, nullable=False),
    Column("digest", HASH, nullable=False),
    Index("notes_of_project", "project"),
)
PROJECTS = Table(
    "projects",
    METADATA,
    Column("id", ID, primary_key=True),
    _of_gathering(),
    Column("number", Integer, nullable=False),
    Column("dossier", ID, ForeignKey("dossiers.id", ondelete="SET NULL")),
    Column("seq", Integer),
    Column("edition", String(120), nullable=False),
    Column("at", Moment, nullable=False),
    Column("origin", WORD, nullable=False),
    Column("source", String(200), nullable=False),
    Column("shares", String(200), nullable=False),
    Column("consent", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("replaces", ID, nullable=False),
    Column("replaced", Moment),
    Column("digest", HASH, nullable=False),
    Index("projects_of_gathering", "gathering", "number", unique=True),
    Index("projects_of_dossier", "dossier"),
)
ATTEMPTS = Table(
    "attempts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("who", HASH, nullable=False),
    Column("at", Moment, nullable=False),
    Index("attempts_of_whom", "who", "at"),
)
DELETIONS = Table(
    "deletions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("why", WORD, nullable=False),
)
