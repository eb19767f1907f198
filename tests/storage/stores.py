"""Stores for the tests: the same on SQLite and on PostgreSQL, with a clock that only the test moves."""

import datetime
import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select

from assessment.settings import Settings
from assessment.storage.acts import Acts
from assessment.storage.database import open_database
from assessment.storage.gathered import OpenedGathering, Terms
from assessment.storage.gatherings import Gatherings
from assessment.storage.kept import Change, Opened
from assessment.storage.principals import ANYONE
from assessment.storage.store import Store
from assessment.storage.tables import METADATA
from bench.postgres import Postgres

START = datetime.datetime(2026, 11, 24, 14, 32, 5, 123456, tzinfo=datetime.UTC)
ENGINES = ("sqlite", "postgres")
EDITION, DIGEST = "innovation_sociale_2026", "d" * 64
#: A new and empty database on one engine: its address.
NewAddress = Callable[[str], str]
NewStore = Callable[[str], Store]
#: PostgreSQL -> the databases that these tests made in it.
MADE: dict[Postgres, dict[int, str]] = {}


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime.datetime:
        return self.now

    def move(self, **duration: float) -> None:
        """Let some time pass."""
        self.now += datetime.timedelta(**duration)


@contextmanager
def opened_at(address: str, clock: Clock) -> Iterator[Store]:
    """The store at *address*, closed afterwards."""
    database = open_database(address)
    try:
        yield Store(database, Settings(data=Path("/nowhere")), b"pepper", clock)
    finally:
        database.close()


@pytest.fixture(name="clock")
def clock_fixture() -> Clock:
    return Clock()


@pytest.fixture(name="new_address")
def new_address_fixture(request: pytest.FixtureRequest, tmp_path: Path) -> NewAddress:
    """Addresses of new databases without a table; PostgreSQL is started for the first one that needs it."""
    taken = itertools.count()

    def new(engine: str) -> str:
        if engine == "sqlite":
            return f"sqlite:///{tmp_path / f'dossiers{next(taken)}.db'}"
        return request.getfixturevalue("postgres").fresh_database()

    return new


@pytest.fixture(name="new_store")
def new_store_fixture(request: pytest.FixtureRequest, new_address: NewAddress, clock: Clock) -> Iterator[NewStore]:
    """Empty stores, closed at the end; PostgreSQL takes a second for a database, so that few of them serve again."""
    opened: list[Store] = []

    def new(engine: str) -> Store:
        address = new_address(engine) if engine == "sqlite" else _used_again(request, len(opened))
        opened.append(Store(open_database(address), Settings(data=Path("/nowhere")), b"pepper", clock))
        with opened[-1].database.writing() as connection:
            for table in reversed(METADATA.sorted_tables):
                connection.execute(delete(table))
        return opened[-1]

    yield new
    for store in opened:
        store.database.close()


def _used_again(request: pytest.FixtureRequest, number: int) -> str:
    server = request.getfixturevalue("postgres")
    made = MADE.setdefault(server, {})
    if number not in made:
        made[number] = server.fresh_database()
    return made[number]


@pytest.fixture(name="store", params=ENGINES)
def store_fixture(request: pytest.FixtureRequest, new_store: NewStore) -> Store:
    """A new and empty store on each engine."""
    return new_store(request.param)


@pytest.fixture(name="opened")
def opened_fixture(store: Store) -> Opened:
    """A new dossier."""
    return store.create(ANYONE, EDITION, DIGEST)


@pytest.fixture(name="gatherings")
def gatherings_fixture(store: Store, clock: Clock) -> Gatherings:
    """The gatherings of the same database."""
    return gatherings_beside(store, clock)


def gatherings_beside(store: Store, clock: Clock, key: bytes = b"pepper") -> Gatherings:
    """The gatherings that are kept where a store keeps its dossiers."""
    return Gatherings(store.database, Settings(data=Path("/nowhere")), key, clock)


#: What most gatherings of the tests ask.
TERMS = Terms("Appel 2027", "appel", ("project", "doors"), None, ("result", "answers"), "Nous lisons vos réponses.")


@pytest.fixture(name="gathered")
def gathered_fixture(gatherings: Gatherings) -> OpenedGathering:
    """A new gathering."""
    return gatherings.create(ANYONE, TERMS, EDITION)


def answer(question: str, value: object) -> Change:
    """One answer given."""
    return Change("answer", question, value)


def rows_of(store: Acts) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, whole."""
    with store.database.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in METADATA.sorted_tables
        }
