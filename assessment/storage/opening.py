"""Settings in, the Store out: opened once for a process, by whoever needs it first. SQLAlchemy is loaded with it."""

import threading
from functools import cache
from typing import TYPE_CHECKING

from assessment.errors import Problem, StorageError
from assessment.settings import Settings, read_settings
from assessment.storage import sqlite
from assessment.storage.installation import key_of
from assessment.storage.schema import HEAD

if TYPE_CHECKING:
    from assessment.storage.acts import Clock
    from assessment.storage.gatherings import Gatherings
    from assessment.storage.store import Store

_OPENING = threading.Lock()


def open_store(settings: Settings, clock: "Clock | None" = None) -> "Store":
    """The store of an installation, its tables brought up to date; raises StorageError."""
    from assessment.storage.acts import utc_now
    from assessment.storage.database import open_database
    from assessment.storage.store import Store

    return Store(open_database(settings.database_address), settings, key_of(settings.data), clock or utc_now)


def the_store() -> "Store":
    """The one store of this process, as the JALONS_* variables say; raises StorageError."""
    with _OPENING:  # a cache alone lets two threads open two
        return _opened()


def the_gatherings() -> "Gatherings":
    """The gatherings of this process, in the database of `the_store`; raises StorageError."""
    store = the_store()
    with _OPENING:
        return _gathered(store)


def gatherings_of(store: "Store", settings: Settings, clock: "Clock | None" = None) -> "Gatherings":
    """The gatherings that are kept where *store* keeps its dossiers; raises StorageError."""
    from assessment.storage.acts import utc_now
    from assessment.storage.gatherings import Gatherings

    return Gatherings(store.database, settings, key_of(settings.data), clock or utc_now)


def examine(settings: Settings) -> tuple[Problem, ...]:
    """What keeps a server from starting on this database; a file of SQLite that is well needs no store to say so."""
    file = sqlite.file_of(settings.database_address)
    try:
        key_of(settings.data)
        found = sqlite.examine(file, HEAD) if file else None
        return the_store().database.problems() if found is None else found
    except StorageError as error:
        return error.problems


def claim(settings: Settings) -> None:
    """Serve from this database until this process ends; raises Unavailable when another server does, on SQLite."""
    file = sqlite.file_of(settings.database_address)
    if file is not None:
        sqlite.claim(file)


@cache
def _opened() -> "Store":
    return open_store(read_settings())


@cache
def _gathered(store: "Store") -> "Gatherings":
    return gatherings_of(store, read_settings())
