"""A store's settings in, counts out: backups that were cut or altered, and what restoring them does.

Every one must be refused with the rows of the database as they were; the backup as it was written must give back the
rows that it was made of.
"""

import random
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Select, Table, select

from assessment.errors import StorageError
from assessment.settings import Settings
from assessment.storage.principals import ANYONE, OPERATOR
from assessment.storage.rights import Right
from assessment.storage.store import Store
from assessment.storage.tables import ATTEMPTS, METADATA, VISITS
from bench.kills import DIGEST, EDITION, given, opened
from bench.postgres import postgres
from bench.table import Row

Rows = Mapping[str, list[tuple[object, ...]]]
#: Bytes missing at the end, the promised thousand among them.
MISSING = (1, 8, 100, 1000, 1024)
#: Nobody comes back by a cookie after a restore, and a restore forgives no attempt.
NOT_KEPT = (VISITS, ATTEMPTS)


@dataclass(frozen=True, slots=True)
class Refusals:
    """What became of the backups *tried*: *refused*, and databases *changed* by one; *same*: a sound one gives all."""

    tried: int
    refused: int
    changed: int
    same: bool


def rows(short: bool) -> list[Row]:
    """1,000 bytes altered and every cut, on both engines; *short*: 20."""
    bytes_altered = 20 if short else 1000
    with tempfile.TemporaryDirectory(prefix="jalons-backups-") as folder, postgres() as server:
        addresses = {"SQLite": "", "PostgreSQL": server.fresh_database()}
        found = {
            engine: restore_damaged(Settings(data=Path(folder), database=address), bytes_altered=bytes_altered)
            for engine, address in addresses.items()
        }
    return [
        Row(
            f"backups cut (1 kB among others) or altered by one byte, {engine}",
            f"{each.refused} of {each.tried} refused, {each.changed} databases changed; the sound one restores "
            f"{'all' if each.same else 'something else'}",
            "all refused, 0 changed",
            each.refused == each.tried == bytes_altered + len(MISSING) and each.changed == 0 and each.same,
        )
        for engine, each in found.items()
    ]


def restore_damaged(settings: Settings, *, bytes_altered: int, seed: int = 0) -> Refusals:
    """Restore a backup with so many *bytes_altered*, one at a time, and cut; then as it was written."""
    path, damaged = settings.data / "backup", settings.data / "damaged"
    refused = changed = 0
    with opened(settings) as store:
        _fill(store, dossiers=5)
        wanted = rows_of(store)
        store.back_up(OPERATOR, path)
        _fill(store, dossiers=2)
        before = rows_of(store)
        tried = tuple(_damage(path.read_bytes(), bytes_altered, random.Random(seed)))
        for data in tried:
            damaged.write_bytes(data)
            try:
                store.restore(OPERATOR, damaged, replace=True)
            except StorageError:
                refused += 1
            changed += rows_of(store) != before
        store.restore(OPERATOR, path, replace=True)
        same = rows_of(store) == wanted and before != wanted
    return Refusals(len(tried), refused, changed, same)


def rows_of(store: Store) -> Rows:
    """All that a backup keeps, by table; numbers that an engine gives by itself are not."""
    with store.database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(_all(table))]
            for table in METADATA.sorted_tables
            if table not in NOT_KEPT
        }


def _all(table: Table) -> Select:
    columns = (column for column in table.columns if column is not table.autoincrement_column)
    return select(*columns).order_by(*table.primary_key.columns)


def _fill(store: Store, *, dossiers: int) -> None:
    for number in range(dossiers):
        holder = store.create(ANYONE, EDITION, DIGEST).holder
        seq = 0
        for save in range(8 + number):
            seq = store.save(holder, holder.dossier, given(save), seq).seq
        store.share(holder, holder.dossier, Right.READ, 30, "Ma conseillère")
        store.deposit(holder, holder.dossier, "Fondation de l'exemple", "J'accepte que cette copie soit lue.")
    gone = store.create(ANYONE, EDITION, DIGEST).holder
    store.delete(gone, gone.dossier)


def _damage(sound: bytes, bytes_altered: int, chance: random.Random) -> Iterator[bytes]:
    for missing in MISSING:
        yield sound[:-missing]
    for _ in range(bytes_altered):
        at = chance.randrange(len(sound))
        yield sound[:at] + bytes([sound[at] ^ chance.randrange(1, 256)]) + sound[at + 1 :]
