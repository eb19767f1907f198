"""A store's settings in, counts out: several processes that save in the same dossier at the same time.

Half of the saves add a mark to one list that all share: made from an old list, a save would take away the marks of
others, so the store tells the conflict; the process reads again and tries again. The other half say something that
only one process says: what others saved meanwhile comes back as news, and the list is taken from there.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from assessment.settings import Settings
from assessment.storage.kept import Change, Conflict
from assessment.storage.principals import ANYONE, Holder
from bench.kills import DIGEST, EDITION, opened, warm
from bench.postgres import postgres
from bench.table import Row

#: The question that all answer; every process also has one of its own.
SHARED = "SHARED"


@dataclass(frozen=True, slots=True)
class Written:
    """What writers did: *saves* told kept, *conflicts* told and tried again, *news* of others, and what is *lost*."""

    saves: int
    conflicts: int
    news: int
    lost: int


def rows(short: bool) -> list[Row]:
    """8 writers of 100 saves on both engines; *short*: 3 of 10."""
    writers, saves = (3, 10) if short else (8, 100)
    with tempfile.TemporaryDirectory(prefix="jalons-writers-") as folder, postgres() as server:
        engines = {"SQLite": "", "PostgreSQL": server.fresh_database()}
        found = {
            engine: write_together(Settings(data=Path(folder), database=address), writers=writers, saves=saves)
            for engine, address in engines.items()
        }
    return [
        Row(
            f"writers of the same dossier, {engine}",
            f"{writers} processes, {each.saves} saves kept, {each.conflicts} conflicts and {each.news} news told: "
            f"{each.lost} lost",
            f"{writers} × {saves}, 0 lost",
            (each.saves, each.lost) == (writers * saves, 0),
        )
        for engine, each in found.items()
    ]


def write_together(settings: Settings, *, writers: int, saves: int) -> Written:
    """Let *writers* processes save in one new dossier, *saves* times each, and look for every mark."""
    with opened(settings) as store:
        holder = store.create(ANYONE, EDITION, DIGEST).holder
    ends = [warm().Pipe(duplex=False) for _ in range(writers)]
    processes = [
        warm().Process(
            target=_write, args=(settings, holder, range(number * saves, number * saves + saves), theirs), daemon=True
        )
        for number, (_, theirs) in enumerate(ends)
    ]
    for process, (_, theirs) in zip(processes, ends, strict=True):
        process.start()
        theirs.close()
    told = [_told(mine) for mine, _ in ends]
    for process in processes:
        process.join()
    with opened(settings) as store:
        shared = store.read(holder, holder.dossier).values("answer")[SHARED]
        own = [each.value for each in store.everything(holder, holder.dossier).journal if each.key != SHARED]
    return Written(
        saves=sum(each.saves for each in told),
        conflicts=sum(each.conflicts for each in told),
        news=sum(each.news for each in told),
        lost=len(set(range(writers * saves)) - {*shared, *own}),
    )


def _write(settings: Settings, holder: Holder, marks: Sequence[int], told: Connection) -> None:
    saves = conflicts = news = seen = 0
    everyone: Sequence[int] = ()
    with opened(settings) as store:
        while saves < len(marks):
            mark = marks[saves]
            own, shared = Change("answer", f"OF{marks[0]}", mark), Change("answer", SHARED, [*everyone, mark])
            try:
                saved = store.save(holder, holder.dossier, [own if mark % 2 else shared], seen)
            except Conflict:
                conflicts += 1
                dossier = store.read(holder, holder.dossier)
                entries, seen = dossier.entries, dossier.seq
            else:
                saves, news = saves + 1, news + len(saved.news)
                entries, seen = (*saved.news, *saved.entries), saved.seq
            everyone = next((each.value for each in reversed(entries) if each.key == SHARED), everyone)
    told.send(Written(saves, conflicts, news, 0))


def _told(mine: Connection) -> Written:
    with mine:
        return mine.recv()
