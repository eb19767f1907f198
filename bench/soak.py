"""A store's settings in, counts out: new dossiers of many answers, so many a second whatever the store does meanwhile.

Each dossier is created and filled in one save, as when an answer file comes back. They are due at fixed moments: a
store that is too slow falls behind and is still asked for all of them. Then every answer is looked for.
"""

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from assessment.settings import Settings
from assessment.storage.kept import Change
from assessment.storage.principals import ANYONE, Holder
from assessment.storage.store import Store
from bench.kills import DIGEST, EDITION, compare, opened, warm
from bench.postgres import postgres
from bench.table import Row

RATE, ANSWERS, SECONDS = 50, 250, 30
#: SQLite is served by one process, PostgreSQL by several; each has some threads.
PROCESSES, THREADS = {"SQLite": 1, "PostgreSQL": 3}, 3
#: Seconds behind its moment that the last dossier may be.
BEHIND = 1.0


@dataclass(frozen=True, slots=True)
class Soaked:
    """What was asked and kept; *rate*: dossiers a second really reached; *behind*: seconds the last one was late."""

    dossiers: int
    answers: int
    lost: int
    altered: int
    rate: float
    behind: float


def rows(short: bool) -> list[Row]:
    """50 dossiers of 250 answers a second for 30 s on both engines; *short*: 5 a second for 2 s."""
    rate, seconds = (5, 2) if short else (RATE, SECONDS)
    with tempfile.TemporaryDirectory(prefix="jalons-soak-") as folder, postgres() as server:
        addresses = {"SQLite": "", "PostgreSQL": server.fresh_database()}
        found = {
            engine: soak(
                Settings(data=Path(folder), database=address),
                rate=rate,
                seconds=seconds,
                processes=PROCESSES[engine],
            )
            for engine, address in addresses.items()
        }
    return [
        Row(
            f"soak, {engine}",
            f"{each.dossiers:,} dossiers, {each.answers:,} answers, {each.rate:.1f} dossiers a second, the last one "
            f"{each.behind:.2f} s behind: {each.lost} lost, {each.altered} altered",
            f"{rate} dossiers of {ANSWERS} answers a second for {seconds} s, all kept",
            (each.answers, each.lost, each.altered) == (rate * seconds * ANSWERS, 0, 0) and each.behind < BEHIND,
        )
        for engine, each in found.items()
    ]


def soak(settings: Settings, *, rate: int, seconds: int, processes: int) -> Soaked:
    """Ask *processes* for *rate* new dossiers a second, for so many *seconds*, and look for every answer."""
    with opened(settings):
        ends = [warm().Pipe() for _ in range(processes)]
    running = [
        warm().Process(
            target=_serve, args=(settings, range(number, rate * seconds, processes), rate, theirs), daemon=True
        )
        for number, (_, theirs) in enumerate(ends)
    ]
    for process in running:
        process.start()
    for mine, _ in ends:
        mine.recv()
    start = time.monotonic()
    for mine, _ in ends:
        mine.send(start)
    told = [each for mine, _ in ends for each in mine.recv()]
    for process, (mine, theirs) in zip(running, ends, strict=True):
        process.join()
        mine.close()
        theirs.close()
    with opened(settings) as store:
        found = [compare(store, holder, 1, filled) for holder, _ in told]
    end = max(at for _, at in told)
    return Soaked(
        dossiers=len(found),
        answers=sum(each.answers for each in found),
        lost=sum(each.lost for each in found),
        altered=sum(each.altered for each in found),
        rate=len(found) / (end - start),
        behind=end - start - (rate * seconds - 1) / rate,
    )


def filled(save: int) -> tuple[Change, ...]:
    """A whole questionnaire."""
    return tuple(Change("answer", f"Q{number}", (number + save) % 7) for number in range(ANSWERS))


def _serve(settings: Settings, numbers: range, rate: int, asked: Connection) -> None:
    with opened(settings) as store, ThreadPoolExecutor(THREADS) as pool:
        asked.send("ready")
        start = asked.recv()
        asked.send(list(pool.map(lambda number: _keep(store, start + number / rate), numbers)))


def _keep(store: Store, due: float) -> tuple[Holder, float]:
    """The dossier that was due at that moment, and when it was told kept."""
    time.sleep(max(0.0, due - time.monotonic()))
    holder = store.create(ANYONE, EDITION, DIGEST, filled(0)).holder
    return holder, time.monotonic()
