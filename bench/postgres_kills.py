"""A PostgreSQL in, counts out: the real store saves while the server is killed with all its processes, and comes back.

The process that saves is never told: it asks again until the store answers, as a person does, and goes on. Every answer
that it was told is kept must be there at the end. A save whose answer was lost may have been kept or not: it is looked
for, as the pages do, before it is made again.
"""

import itertools
import random
import tempfile
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from assessment.settings import Settings
from assessment.storage.database import Unavailable
from assessment.storage.principals import ANYONE, Holder
from assessment.storage.store import Store
from bench.kills import DIGEST, EDITION, compare, given, opened, warm
from bench.postgres import Postgres, postgres
from bench.table import Row

#: Seconds, at most, between the first answer after a start and the kill.
SOON = 0.4
#: Seconds between two tries of somebody whose answer could not be kept, and seconds before this is a failure.
AGAIN, PATIENCE = 0.1, 60


@dataclass(frozen=True, slots=True)
class ServerKills:
    """What some *kills* of the server left; *refused*: saves that the store said it could not keep."""

    kills: int
    saves: int
    answers: int
    refused: int
    lost: int
    altered: int
    halves: int


def rows(short: bool) -> list[Row]:
    """50 kills; *short*: 2."""
    kills = 2 if short else 50
    with tempfile.TemporaryDirectory(prefix="jalons-kills-") as folder, postgres() as server:
        found = kill_the_server(server, Path(folder), kills=kills)
    return [
        Row(
            "PostgreSQL killed while saving",
            f"{found.kills} kills, {found.answers:,} answers acknowledged: {found.lost} lost, {found.altered} altered, "
            f"{found.halves} saves in part; {found.refused} saves told impossible, then made again",
            f"{kills} kills, 0 lost",
            found.kills == kills and found.refused > 0 and (found.lost, found.altered, found.halves) == (0, 0, 0),
        )
    ]


def kill_the_server(server: Postgres, folder: Path, *, kills: int, seed: int = 0) -> ServerKills:
    """Kill *server* as often as *kills* while one process saves in one dossier, and look for every answer."""
    settings, chance = Settings(data=folder, database=server.fresh_database()), random.Random(seed)
    with opened(settings) as store:
        holder = store.create(ANYONE, EDITION, DIGEST).holder
    mine, theirs = warm().Pipe()
    process = warm().Process(target=_save, args=(settings, holder, theirs), daemon=True)
    process.start()
    theirs.close()
    with mine:
        saves = _next(mine, more_than=0)
        for _ in range(kills):
            time.sleep(chance.uniform(0, SOON))
            server.kill()
            while mine.poll():
                saves = mine.recv()
            server.start()
            saves = _next(mine, more_than=saves + 1)
        mine.send("enough")
        *_, (saves, refused) = iter(mine.recv, None)
    process.join()
    with opened(settings) as store:
        found = compare(store, holder, saves)
    return ServerKills(kills, saves, found.answers, refused, found.lost, found.altered, found.halves)


def _next(mine: Connection, *, more_than: int) -> int:
    """How many saves are kept, once they are more than that: the store has found its server again."""
    while mine.poll(PATIENCE):
        if (saves := mine.recv()) > more_than:
            return saves
    raise TimeoutError("nothing was saved after a start of PostgreSQL")


def _save(settings: Settings, holder: Holder, told: Connection) -> None:
    refused = seq = 0
    with opened(settings) as store:
        for save in itertools.count():
            tries = itertools.count()
            while (kept := _kept(store, holder, save, seq, is_first=next(tries) == 0)) is None:
                refused += 1
                time.sleep(AGAIN)
            seq = kept
            told.send(save + 1)
            if told.poll():
                break
    told.send((save + 1, refused))
    told.send(None)


def _kept(store: Store, holder: Holder, save: int, seq: int, *, is_first: bool) -> int | None:
    """The seq after a save that is kept, now or by a try before; None when the store does not answer."""
    try:
        there = seq if is_first else store.read(holder, holder.dossier).seq
        return there if there > seq else store.save(holder, holder.dossier, given(save), seq).seq
    except Unavailable:
        return None
