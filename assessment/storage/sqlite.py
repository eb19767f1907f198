"""A file in, SQLite connections whose settings keep what was saved out, and whether a server may start on it.

Only what Python brings along: a server looks here before it starts, and SQLAlchemy takes as long as its first page.
"""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from filelock import FileLock, Timeout

from assessment.errors import Problem
from assessment.settings import SQLITE
from assessment.storage.kept import Unavailable

#: SQLite's setting -> the value that it then reports. Sources: sqlite.org/pragma.html.
PRAGMAS: dict[str, tuple[str, object]] = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "secure_delete": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "busy_timeout": ("10000", 10000),
}
#: Seconds that a writer waits for its turn before it says that it cannot save.
TURN = 10


def file_of(address: str) -> Path | None:
    """The file that an address names, as SQLAlchemy reads it; None for another engine, or for no file."""
    engine, _, rest = address.partition(":///")
    name = rest.partition("?")[0]
    return Path(name).resolve() if engine == SQLITE and name else None


def connect(file: Path, *, reading: bool) -> sqlite3.Connection:
    """A connection with every setting, outside any transaction; one for *reading* cannot write."""
    connection = sqlite3.connect(file, timeout=TURN, isolation_level=None, check_same_thread=False)
    for name, (value, _) in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}")
    if reading:
        connection.execute("PRAGMA query_only=ON")
    return connection


def turn_of(file: Path) -> FileLock:
    """The lock of the one process whose turn it is to write."""
    return FileLock(f"{file}.lock", thread_local=False, mode=0o600)


def problems(connection: sqlite3.Connection, file: Path) -> tuple[Problem, ...]:
    """Settings that are not those that keep what was saved, as this connection has them; others' rights on *file*."""
    found = [
        unsafe(f"SQLite {name}", value)
        for name, (value, reported) in PRAGMAS.items()
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != reported
    ]
    if file.stat().st_mode & 0o077:
        found.append(unsafe(str(file), "chmod 600"))
    return tuple(found)


def unsafe(where: str, wanted: str) -> Problem:
    """A setting of an engine that is not safe."""
    return Problem("unsafe-database", where, "ce réglage peut perdre ou montrer des réponses.", f"Il faut : {wanted}.")


def examine(file: Path, version: str) -> tuple[Problem, ...] | None:
    """The same problems, of a file that can be written and whose tables are of *version*.

    None of any other: whether it can be made, mended or must be refused, only opening the store tells.
    """
    if not file.is_file():
        return None
    try:
        # Closing the last connection checkpoints, which is writing.
        with turn_of(file).acquire(timeout=TURN), closing(connect(file, reading=False)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
            connection.execute("ROLLBACK")
            return problems(connection, file) if found == [(version,)] else None
    except (sqlite3.Error, Timeout, OSError):
        return None


@cache  # a lock that nobody holds on to is given back
def claim(file: Path) -> FileLock:
    """Serve from *file* until this process ends: SQLite is for one server alone. Raises Unavailable."""
    served = FileLock(f"{file}.serving", thread_local=False, mode=0o600, blocking=False)
    try:
        served.acquire()
    except (Timeout, OSError) as error:
        what = "un autre serveur Jalons s'en sert déjà : avec SQLite, il n'y en a qu'un."
        remedy = "Arrêtez l'autre, ou gardez les dossiers dans PostgreSQL (docs/exploitation.md)."
        raise Unavailable([Problem("served-elsewhere", str(file), what, remedy)]) from error
    return served
