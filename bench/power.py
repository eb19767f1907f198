"""The statements of the real store in, counts out: what is left after power cuts at random moments.

Every statement that the store sends to the connection that writes is recorded, settings included, and sent again to an
SQLite whose every write, truncation, deletion and sync is recorded in turn. One setting is added, locking_mode, since
a recorded file has no shared memory; what the other connections send writes nothing and is left out. A power cut keeps
what was synced and, of the rest, what chance says: dropped, torn between sectors, out of order. The real store opens
what is left. With synchronous=NORMAL the same cuts must lose, or all this would prove nothing.
"""

import random
import sqlite3
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import apsw
from sqlalchemy import event
from sqlalchemy.pool import Pool

from assessment.errors import StorageError
from assessment.settings import Settings
from assessment.storage.principals import ANYONE, Holder
from assessment.storage.sqlite import PRAGMAS
from bench.disk import MEMORY, Disk, Recorder, Step
from bench.kills import DIGEST, EDITION, compare, given, is_sound, opened
from bench.table import Row

READS_ONLY = "PRAGMA query_only"
SAFE, CONTROL = "PRAGMA synchronous=FULL", "PRAGMA synchronous=NORMAL"


@dataclass(frozen=True, slots=True)
class Said:
    """Once so many *statements* were sent, a dossier was told kept with so many *saves*."""

    statements: int
    holder: Holder
    saves: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the store sent, None where it closed the file, and what it said meanwhile."""

    statements: tuple[str | None, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Cuts:
    """What some *cuts* left: cuts that were *losing*, answers *lost*, and files *refused* by SQLite or the store."""

    cuts: int
    losing: int
    lost: int
    altered: int
    halves: int
    refused: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing, changed, half there or refused."""
        return (self.losing, self.lost, self.altered, self.halves, self.refused) == (0, 0, 0, 0, 0)


def rows(short: bool) -> list[Row]:
    """1,000 cuts, and 200 for the control; *short*: 20 and 5."""
    cuts, controls = (20, 5) if short else (1000, 200)
    recorded = record(saves=60 if short else 400)
    kept, control = cut_power(recorded, cuts=cuts), cut_power(recorded, cuts=controls, control=True)
    return [
        Row(
            "power cuts, SQLite",
            f"{cuts} cuts: {kept.lost} answers lost, {kept.altered} altered, {kept.halves} saves in part, "
            f"{kept.refused} files refused; at synchronous=NORMAL {control.losing} of {controls} cuts lose",
            f"{cuts} cuts, 0 lost; the control loses",
            kept.is_whole and control.losing > 0,
        )
    ]


def record(*, saves: int, dossiers: int = 3) -> Recorded:
    """What the real store sends while some *dossiers* are saved in turn, *saves* in all, with a restart half-way."""
    said: list[Said] = []
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder, _recording() as statements:
        settings = Settings(data=Path(folder))
        with opened(settings) as store:
            holders = [store.create(ANYONE, EDITION, DIGEST).holder for _ in range(dossiers)]
        seqs = dict.fromkeys(holders, 0)
        for half in range(2):
            with opened(settings) as store:
                for number in range(half * saves // 2, (half + 1) * saves // 2):
                    holder, save = holders[number % dossiers], number // dossiers
                    seqs[holder] = store.save(holder, holder.dossier, given(save), seqs[holder]).seq
                    said.append(Said(len(statements), holder, save + 1))
    return Recorded(tuple(statements), tuple(said))


def cut_power(recorded: Recorded, *, cuts: int, control: bool = False, seed: int = 0) -> Cuts:
    """Cut the power as often as *cuts* once something was told kept; *control*: with synchronous=NORMAL."""
    statements = [CONTROL if each == SAFE and control else each for each in recorded.statements]
    steps, done = _replay(statements)
    marks = [done[said.statements - 1] for said in recorded.said]
    chance = random.Random(seed)
    moments = sorted(chance.randint(marks[0], len(steps)) for _ in range(cuts))
    disk, position, found = Disk(), 0, []
    for moment in moments:
        for step in steps[position:moment]:
            disk.take(step)
        position = moment
        told = {said.holder: said.saves for said in recorded.said[: bisect_right(marks, moment)]}
        found.append(_look(disk.after_a_cut(chance), told))
    return Cuts(
        cuts=len(found),
        losing=sum(each.losing for each in found),
        lost=sum(each.lost for each in found),
        altered=sum(each.altered for each in found),
        halves=sum(each.halves for each in found),
        refused=sum(each.refused for each in found),
    )


def _look(files: Mapping[str, bytes], told: Mapping[Holder, int]) -> Cuts:
    """What the real store finds in *files*, where so many saves of each dossier were *told* kept."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        try:
            with opened(Settings(data=Path(folder))) as store:
                found = [compare(store, holder, saves) for holder, saves in told.items()]
                refused = int(not is_sound(store))
        except StorageError:
            lost = sum(len(given(save)) for saves in told.values() for save in range(saves))
            return Cuts(1, losing=1, lost=lost, altered=0, halves=0, refused=1)
    lost = sum(each.lost for each in found)
    altered, halves = sum(each.altered for each in found), sum(each.halves for each in found)
    return Cuts(1, losing=int(lost > 0), lost=lost, altered=altered, halves=halves, refused=refused)


@contextmanager
def _recording() -> Iterator[list[str | None]]:
    """Every statement of the connections that may write, with its values; None where one is closed."""
    sent: list[str | None] = []
    writing = set()

    def _connect(connection: sqlite3.Connection, _record: object) -> None:
        if connection.execute(READS_ONLY).fetchone()[0]:
            return
        # The connection comes with its settings, each given by one statement before it can be listened to.
        sent.extend(f"PRAGMA {name}={value}" for name, (value, _) in PRAGMAS.items())
        writing.add(id(connection))
        connection.set_trace_callback(sent.append)

    def _close(connection: sqlite3.Connection, _record: object) -> None:
        if id(connection) in writing:
            writing.remove(id(connection))
            sent.append(None)

    event.listen(Pool, "connect", _connect)
    event.listen(Pool, "close", _close)
    try:
        yield sent
    finally:
        event.remove(Pool, "connect", _connect)
        event.remove(Pool, "close", _close)


def _replay(statements: Sequence[str | None]) -> tuple[Sequence[Step], Sequence[int]]:
    """What SQLite asks of the disk for *statements*, and how many steps were done after each of them."""
    steps: list[Step] = []
    recorder, done, connection = Recorder(steps), [], None
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        for statement in statements:
            if connection is None:
                connection = apsw.Connection(f"{folder}/dossiers.db", vfs=recorder.name)
                connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
            if statement is None:
                connection.close()
                connection = None
            else:
                connection.execute(statement).fetchall()
            done.append(len(steps))
    recorder.unregister()
    return steps, done
