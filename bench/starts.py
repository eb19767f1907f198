"""Servers in, how long a start takes out: from the process asked for to the end of the first script run.

Jalons starts on a data folder that it has used before, as an installation does every time but the first.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.served import Server, hello, jalons
from bench.table import Row
from bench.visitors import NOTHING, visit

#: At most so many times the hello world that imports nothing heavy.
AT_MOST = 1.4


@dataclass(frozen=True, slots=True)
class Starts:
    """Medians, in milliseconds, and the median of the ratios of each round."""

    jalons: float
    hello: float
    ratio: float


def measure(rounds: int = 5) -> Starts:
    """Start both in turn; a round before those that count leaves compiled files and a data folder behind."""
    with tempfile.TemporaryDirectory(prefix="jalons-bench-") as folder:
        starting = partial(jalons, Path(folder)), partial(hello, "light", stock=False)
        taken = [[_start(each) for each in starting] for _ in range(rounds + 1)][1:]
    ours, theirs = (statistics.median(column) for column in zip(*taken, strict=True))
    return Starts(ours, theirs, statistics.median(one / other for one, other in taken))


def rows(short: bool) -> list[Row]:
    """The figure, and whether it holds."""
    found = measure(rounds=1) if short else measure()
    return [
        Row(
            "first script after start; hello world without heavy imports",
            f"{found.ratio:.2f} times ({found.jalons:.0f} to {found.hello:.0f} ms)",
            f"at most {AT_MOST} times",
            found.ratio <= AT_MOST,
        )
    ]


def _start(serving: Callable[[], AbstractContextManager[Server]]) -> float:
    with serving() as server:
        return 1000 * asyncio.run(_first_run(server))


async def _first_run(server: Server) -> float:
    visitor = await visit(server, 0, NOTHING)
    took = time.monotonic() - server.started
    await visitor.connection.close()
    return took
