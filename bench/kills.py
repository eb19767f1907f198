"""A folder in, counts out: processes that save through the real store on SQLite, killed at random moments.

A process says each answer that it was told is kept; after it was killed the store opens again, and everything said is
compared with everything found. A killed process leaves what it wrote to the system: this shows that nothing is half
saved and that the next start works. What a power cut leaves is another matter: bench/power.py.
"""

import itertools
import math
import multiprocessing
import random
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path

from assessment.settings import Settings
from assessment.storage.journal import Altered
from assessment.storage.kept import Change, Entry
from assessment.storage.opening import open_store
from assessment.storage.principals import ANYONE, Holder
from assessment.storage.store import Store
from bench.table import Row

EDITION, DIGEST = "innovation_sociale_2026", "0" * 64
#: Answers of one save: mostly one, as pages give them; several at once as a file brought back does.
SIZES = (1, 1, 1, 1, 2, 4, 10, 20)
VALUES = (1, 6, [1, 3], "dont_know", None, "Épicerie d'été " * 20)
QUESTIONS = 62
#: Seconds, at most, between the last answer waited for and the kill: longer than a save.
AFTER = 0.02
PROMISED = 10


@dataclass(frozen=True, slots=True)
class Compared:
    """What was told kept against what is there; *halves*: saves of which only a part is there."""

    answers: int
    lost: int
    altered: int
    halves: int


@dataclass(frozen=True, slots=True)
class Kills:
    """What some *kills* left; *slowest*: the longest start after one, in seconds; *sound*: SQLite's own check."""

    kills: int
    saves: int
    answers: int
    lost: int
    altered: int
    halves: int
    slowest: float
    sound: bool

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing, changed or half there."""
        return self.sound and (self.lost, self.altered, self.halves) == (0, 0, 0)


def rows(short: bool) -> list[Row]:
    """500 kills and 100,000 answers; *short*: five and five hundred."""
    kills, answers = (5, 500) if short else (500, 100_000)
    with tempfile.TemporaryDirectory(prefix="jalons-kills-") as folder:
        found = kill_during_saves(Path(folder), kills=kills, answers=answers)
    return [
        Row(
            "kill -9 while saving, SQLite",
            f"{found.kills} kills, {found.answers:,} answers acknowledged in {found.saves:,} saves: {found.lost} lost, "
            f"{found.altered} altered, {found.halves} saves in part",
            f"{kills} kills, {answers:,} answers, 0 lost",
            found.is_whole and found.kills == kills and found.answers >= answers,
        ),
        Row(
            "opening the store after a kill -9, the slowest",
            f"{found.slowest:.2f} s",
            f"under {PROMISED} s",
            found.slowest < PROMISED,
        ),
    ]


def kill_during_saves(folder: Path, *, kills: int, answers: int, seed: int = 0) -> Kills:
    """Kill as often as *kills*, after *answers* in all or a little more, in random shares; then compare everything."""
    settings, chance = Settings(data=folder), random.Random(seed)
    said: dict[Holder, int] = {}
    slowest = 0.0
    shares = [chance.random() for _ in range(kills)]
    for share in shares:
        holder, saves = _one_kill(settings, answers=math.ceil(answers * share / sum(shares)), chance=chance)
        said[holder] = saves
        started = time.monotonic()
        with opened(settings):
            slowest = max(slowest, time.monotonic() - started)
    with opened(settings) as store:
        found = [compare(store, holder, saves) for holder, saves in said.items()]
        sound = is_sound(store)
    return Kills(
        kills=len(said),
        saves=sum(said.values()),
        answers=sum(each.answers for each in found),
        lost=sum(each.lost for each in found),
        altered=sum(each.altered for each in found),
        halves=sum(each.halves for each in found),
        slowest=slowest,
        sound=sound,
    )


@contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """The store of an installation, closed at the end."""
    store = open_store(settings)
    try:
        yield store
    finally:
        store.database.close()


def is_sound(store: Store) -> bool:
    """What SQLite says of its own file."""
    with store.database.reading() as connection:
        return connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]


def given(save: int) -> tuple[Change, ...]:
    """The answers of the *save*-th save of any dossier, always the same."""
    chance = random.Random(save)
    return tuple(
        Change("answer", f"Q{chance.randrange(QUESTIONS)}", chance.choice(VALUES)) for _ in range(chance.choice(SIZES))
    )


def compare(store: Store, holder: Holder, saves: int, what: Callable[[int], tuple[Change, ...]] = given) -> Compared:
    """What is there of a dossier whose first *saves* were told kept; one more may be there, as a whole.

    *what*: the answers of each save.
    """
    wanted = [change for save in range(saves) for change in what(save)]
    try:
        found = store.everything(holder, holder.dossier).journal
    except Altered:
        return Compared(len(wanted), 0, len(wanted), 0)
    more = [as_change(entry) for entry in found if entry.seq > len(wanted)]
    return Compared(len(wanted), *differences(found, wanted), halves=int(more not in ([], list(what(saves)))))


def differences(found: Sequence[Entry], wanted: Sequence[Change]) -> tuple[int, int]:
    """How many of *wanted*, the first entries of a journal, are not in *found*, and how many are something else."""
    there = {entry.seq: as_change(entry) for entry in found}
    lost = sum(seq not in there for seq in range(1, len(wanted) + 1))
    altered = sum(there.get(seq, change) != change for seq, change in enumerate(wanted, start=1))
    return lost, altered


def as_change(entry: Entry) -> Change:
    """What an entry says."""
    return Change(entry.kind, entry.key, entry.value)


@cache
def warm() -> ForkServerContext:
    """Processes that start at once: forked from one that has read the code and opened nothing."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        ["bench.kills", "sqlalchemy.dialects.sqlite", "psycopg", "assessment.storage.schema"]
    )
    return context


def _one_kill(settings: Settings, *, answers: int, chance: random.Random) -> tuple[Holder, int]:
    """The dossier of a process that was killed after so many *answers*, and how many saves it said were kept."""
    mine, theirs = warm().Pipe(duplex=False)
    process = warm().Process(target=_save, args=(settings, theirs), daemon=True)
    process.start()
    theirs.close()
    with mine:
        holder = mine.recv()
        saves = total = 0
        while total < answers:
            saves = mine.recv()
            total += _size(saves - 1)
        ends = time.monotonic() + chance.uniform(0, AFTER)
        while mine.poll(max(0.0, ends - time.monotonic())) and time.monotonic() < ends:
            saves = mine.recv()
        process.kill()
        process.join()
        while (told := _next(mine)) is not None:
            saves = told
    if process.exitcode != -signal.SIGKILL:
        raise RuntimeError(f"the process that saves ended by itself: {process.exitcode}")
    return holder, saves


def _save(settings: Settings, told: Connection) -> None:
    """Save in a new dossier until killed; tell each save once the store says that it is kept."""
    store = open_store(settings)
    holder = store.create(ANYONE, EDITION, DIGEST).holder
    told.send(holder)
    seq = 0
    for save in itertools.count():
        seq = store.save(holder, holder.dossier, given(save), seq).seq
        told.send(save + 1)


@cache
def _size(save: int) -> int:
    return len(given(save))


def _next(mine: Connection) -> int | None:
    try:
        return mine.recv()
    except EOFError:
        return None
