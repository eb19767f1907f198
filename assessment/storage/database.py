"""An address in, a database out whose settings are safe: SQLite in one file, or PostgreSQL for several processes.

SQLite: WAL with synchronous=FULL, so that what was committed survives a power cut; one writer at a time, in this
process and in others, since SQLite before 3.51.3 can corrupt a WAL file that two connections write or checkpoint at
once; readers cannot write. Deleted content is overwritten (secure_delete), then the WAL is emptied.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import Timeout
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from assessment.errors import Problem, StorageError
from assessment.settings import SQLITE
from assessment.storage import sqlite
from assessment.storage.kept import Unavailable
from assessment.storage.schema import bring_up_to_date
from assessment.storage.sqlite import PRAGMAS, TURN, unsafe

#: PostgreSQL's setting -> the values that keep what was committed.
SAFE = {
    "fsync": {"on"},
    "full_page_writes": {"on"},
    "synchronous_commit": {"on", "remote_apply", "remote_write", "local"},
    "data_checksums": {"on"},
    "server_encoding": {"UTF8"},
}
READERS = 8
#: Milliseconds that overwriting waits for those who read.
PATIENCE = 250

BUSY = "un autre travail écrit depuis trop longtemps."


class Database:
    """A database that is up to date; open it with `open_database`."""

    def __init__(self, address: str) -> None:
        self.url = make_url(address)
        self.is_sqlite = self.url.get_backend_name() == SQLITE
        self.file = Path(self.url.database).resolve() if self.is_sqlite and self.url.database else None
        self._threads = threading.Lock()
        self._owes_overwriting = self.is_sqlite  # whoever was here before may have left some, and died
        self._processes = sqlite.turn_of(self.file) if self.file else None
        if self.is_sqlite:
            self._writer = _sqlite(address, self.file, readers=0)
            self._reader = _sqlite(address, self.file, readers=READERS)
        else:
            self._writer = create_engine(
                self.url,
                pool_pre_ping=True,  # a server that was restarted is found again
                pool_size=READERS,
                connect_args={"connect_timeout": 5, "options": "-c synchronous_commit=on -c timezone=UTC"},
            )
            # As SQLite does: what several statements of one transaction read is of one moment.
            self._reader = self._writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that may write, committed when it leaves well; raises Unavailable."""
        with _told(), self._turn():
            with self._writer.begin() as connection:
                yield connection
            if self._owes_overwriting:
                self._overwrite()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only reads; raises Unavailable."""
        with _told(), self._reader.begin() as connection:
            yield connection

    def overwrite_deleted(self) -> None:
        """Leave nothing of what was deleted in SQLite's files; while somebody reads it, after a later writing."""
        if self.is_sqlite:
            with _told(), self._turn():
                self._overwrite()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else writes meanwhile, not even another process."""
        with self._turn():
            yield

    def problems(self) -> tuple[Problem, ...]:
        """Settings of the engine that are not those that keep what was saved."""
        return _of_sqlite(self) if self.is_sqlite else _of_postgres(self)

    def close(self) -> None:
        """Let go of the files."""
        with self._turn():  # closing the last connection checkpoints, which is writing
            self._reader.dispose()
            self._writer.dispose()

    def _overwrite(self) -> None:
        with self._writer.connect() as connection:
            driver = connection.connection.driver_connection
            driver.execute(f"PRAGMA busy_timeout={PATIENCE}")  # nobody can save meanwhile
            try:
                self._owes_overwriting = bool(driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
            except sqlite3.Error:  # the disk is full; what was written before stands
                self._owes_overwriting = True
            finally:
                driver.execute(f"PRAGMA busy_timeout={PRAGMAS['busy_timeout'][0]}")

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if self._processes is None:
            yield
            return
        until = time.monotonic() + TURN
        if not self._threads.acquire(timeout=TURN):
            raise Unavailable([_silent(BUSY)])
        try:
            try:
                self._processes.acquire(timeout=max(0.0, until - time.monotonic()), poll_interval=0.001)
            except (Timeout, OSError) as error:
                raise Unavailable([_silent(BUSY)]) from error
            try:
                yield
            finally:
                self._processes.release()
        finally:
            self._threads.release()


def open_database(address: str) -> Database:
    """The database at *address*, made and brought up to date when needed; raises StorageError."""
    try:
        database = Database(address)
    except (ArgumentError, NoSuchModuleError, ImportError, TypeError, ValueError) as error:
        raise StorageError(
            [
                Problem(
                    "no-engine",
                    "JALONS_DATABASE",
                    "le moteur de cette base n'est pas installé ou son adresse est mal écrite.",
                    "Pour PostgreSQL : pip install 'jalons[postgres]'.",
                )
            ]
        ) from error
    if database.file is not None:
        _make_file(database.file)
    try:
        with database.writing() as connection:
            bring_up_to_date(connection)
    except StorageError:
        database.close()
        raise
    return database


def _make_file(file: Path) -> None:
    """An empty file that only its owner may read, in a folder that only its owner may enter."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        what = "ce dossier de données ne peut pas servir."
        remedy = "Donnez-en un autre avec --data, ou les droits d'y écrire."
        raise StorageError([Problem("no-data-folder", str(file.parent), what, remedy)]) from error


def _sqlite(address: str, file: Path | None, *, readers: int) -> Engine:
    """An engine with one writing connection, or with some *readers* that cannot write."""
    engine = create_engine(
        address, creator=lambda: sqlite.connect(file, reading=bool(readers)), pool_size=readers or 1, max_overflow=0
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that reads before it writes would fail at once when another one writes in between.
        connection.exec_driver_sql("BEGIN" if readers else "BEGIN IMMEDIATE")

    return engine


@contextmanager
def _told() -> Iterator[None]:
    """What the driver says becomes something that a person can read."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).lower()
        what = "le disque est plein." if "full" in said or "no space" in said else "elle ne répond pas."
        raise Unavailable([_silent(what)]) from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise Unavailable([_silent("elle ne répond pas.")]) from error


def _silent(what: str) -> Problem:
    return Problem("no-database", "base de données", what, "Attendez un instant, puis essayez encore.")


def _of_sqlite(database: Database) -> tuple[Problem, ...]:
    with database.reading() as connection:
        return sqlite.problems(connection.connection.driver_connection, database.file)


def _of_postgres(database: Database) -> tuple[Problem, ...]:
    with database.reading() as connection:
        shown = {name: connection.execute(text(f"SHOW {name}")).scalar() for name in SAFE}
    return tuple(unsafe(f"PostgreSQL {name}", sorted(SAFE[name])[0]) for name in SAFE if shown[name] not in SAFE[name])
