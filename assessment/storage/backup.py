"""All that is kept in, one file out, and back, on any engine; every row is checked on its way.

The file is gzip of JSON lines, which any tool reads: a head (format, schema, moment), every row in an order that
foreign keys allow, and last the number of rows and the SHA-256 of all the lines before. Visits and attempts are not in
it: nobody comes back by a cookie after a restore.
"""

import datetime
import gzip
import json
import os
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import groupby, islice
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Column, Connection, Table, delete, insert, select

from assessment.errors import Problem, StorageError
from assessment.storage import journal
from assessment.storage.damage import BLOCK, altered, columns_of, is_intact, rows_of
from assessment.storage.kept import Contents
from assessment.storage.schema import HEAD
from assessment.storage.tables import ATTEMPTS, GATHERING_VISITS, METADATA, VISITS, Moment

Json = dict[str, Any]
FORMAT = "jalons-backup-1"
#: How our gzip begins: no name, no time. Its own checksum does not cover these signs.
SIGNS = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
LEVEL = 6
#: Tables, those that others refer to first.
KEPT = tuple(table for table in METADATA.sorted_tables if table not in (VISITS, GATHERING_VISITS, ATTEMPTS))
#: Bytes of one line.
LONGEST = 64 * 1024 * 1024
ALTERED = ("altered-backup", "cette sauvegarde a été abîmée ou modifiée.", "Prenez-en une autre.")
CUT = ("cut-backup", "cette sauvegarde est incomplète.", "Prenez-en une autre, ou recopiez-la.")
STRANGE = ("not-a-backup", "ce n'est pas une sauvegarde de Jalons.", "Vérifiez son nom.")


def write(connection: Connection, path: Path, now: datetime.datetime) -> Contents:
    """Write every row to *path*; raises StorageError, and leaves what was there, when it cannot."""
    try:
        with _replacing(path) as file:
            return _pack(connection, file, now)
    except OSError as error:
        what, remedy = "la sauvegarde ne s'écrit pas ici.", "Choisissez un autre dossier, ou libérez de la place."
        raise StorageError([Problem("not-written", str(path), what, remedy)]) from error


def restore(connection: Connection, path: Path, *, replace: bool) -> Contents:
    """Replace every row with those of *path*, once it was read and checked whole; raises StorageError."""
    if not replace and any(connection.execute(select(each).limit(1)).first() for each in KEPT):
        what, remedy = "elle garde déjà quelque chose.", "Ajoutez --replace pour le remplacer, tout entier."
        raise StorageError([Problem("not-empty", "base de données", what, remedy)])
    try:
        with path.open("rb") as file:
            at, rows = _read(file, path)
            counts = dict.fromkeys((table.name for table in KEPT), 0)
            for table, _ in rows:
                counts[table.name] += 1
            _replace(connection, _read(file, path)[1])
    except OSError as error:
        raise StorageError([Problem("not-read", str(path), "ce fichier ne s'ouvre pas.", STRANGE[2])]) from error
    return Contents(at, **counts)


def _pack(connection: Connection, file: BinaryIO, now: datetime.datetime) -> Contents:
    total, counts = sha256(), dict.fromkeys((table.name for table in KEPT), 0)
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=LEVEL, filename="", mtime=0) as packed:

        def put(said: object) -> None:
            line = _line(said)
            packed.write(line)
            total.update(line)

        put({"format": FORMAT, "schema": HEAD, "at": now.isoformat()})
        for table in KEPT:
            with rows_of(connection, table) as rows:
                for row in rows:
                    if not is_intact(table, row):  # a backup that cannot be restored must not replace one that can
                        raise journal.Altered([altered(table, row)])
                    put([table.name, {name: _plain(value) for name, value in row.items()}])
                    counts[table.name] += 1
        put({"rows": sum(counts.values()), "sha256": total.hexdigest()})
    return Contents(now, **counts)


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that only its owner may read, which takes the place of *path* once it is whole and on the disk."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(descriptor)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _read(file: BinaryIO, path: Path) -> tuple[datetime.datetime, Iterator[tuple[Table, Json]]]:
    """The moment of a backup and its rows; reading on raises StorageError at anything that is not one."""
    lines = _lines(file, path)
    try:
        head = json.loads(next(lines))
        if head["format"] != FORMAT:
            raise ValueError(head["format"])
        at, schema = datetime.datetime.fromisoformat(head["at"]), head["schema"]
    except (ValueError, KeyError, TypeError, StopIteration) as error:
        raise _refused(path, STRANGE) from error
    if schema != HEAD:
        what = f"cette sauvegarde vient d'une autre version de Jalons ({schema}, ici {HEAD})."
        remedy = "Restaurez-la avec cette version-là, puis mettez Jalons à jour."
        raise _refused(path, ("another-schema", what, remedy))
    return at, (_row(line, path) for line in lines)


def _lines(file: BinaryIO, path: Path) -> Iterator[bytes]:
    """Every line but the last one, which must say how many they are and their digest."""
    file.seek(0)
    if file.read(len(SIGNS)) != SIGNS:
        raise _refused(path, STRANGE)
    file.seek(0)
    total, count, last = sha256(), 0, b""
    try:
        with gzip.GzipFile(fileobj=file) as packed:
            while line := packed.readline(LONGEST):
                if last:
                    yield last
                    total.update(last)
                    count += 1
                last = line
    except EOFError as error:
        raise _refused(path, CUT) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise _refused(path, ALTERED) from error
    if last != _line({"rows": count - 1, "sha256": total.hexdigest()}):
        raise _refused(path, CUT if last.startswith(b"[") else ALTERED)


def _row(line: bytes, path: Path) -> tuple[Table, Json]:
    try:
        name, said = json.loads(line)
        table = METADATA.tables[name]
        row = {column.name: _typed(column, said.pop(column.name)) for column in columns_of(table)}
        if said or table not in KEPT or not is_intact(table, row):
            raise ValueError(name)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _refused(path, ALTERED) from error
    return table, row


def _replace(connection: Connection, rows: Iterable[tuple[Table, Json]]) -> None:
    for table in reversed(METADATA.sorted_tables):
        connection.execute(delete(table))
    for name, of_table in groupby(rows, key=lambda pair: pair[0].name):
        while block := [row for _, row in islice(of_table, BLOCK)]:
            connection.execute(insert(METADATA.tables[name]), block)


def _refused(path: Path, why: tuple[str, str, str]) -> StorageError:
    code, what, remedy = why
    return StorageError([Problem(code, str(path), what, remedy)])


def _line(said: object) -> bytes:
    return json.dumps(said, separators=(",", ":")).encode() + b"\n"


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.datetime) else value


def _typed(column: Column, value: Any) -> object:  # noqa: ANN401 - a JSON value
    if value is None or not isinstance(column.type, Moment):
        return value
    moment = datetime.datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(value)
    return moment
