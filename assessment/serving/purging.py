"""A running server in, what is too old to be kept gone: at the start, then once a day."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.concurrency import run_in_threadpool

from assessment.serving.counts import Counts
from assessment.serving.failures import number_of
from assessment.storage.principals import OPERATOR

#: Seconds before the first purge, so that whoever waits for the start has the first page, and between purges.
FIRST, EVERY = 30, 24 * 60 * 60


@asynccontextmanager
async def purging(counts: Counts, first: float = FIRST, every: float = EVERY) -> AsyncIterator[None]:
    """Purge while the server runs; a purge that fails is numbered, and tried again the next day."""
    task = asyncio.create_task(_purge(counts, first, every))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _purge(counts: Counts, first: float, every: float) -> None:
    await asyncio.sleep(first)
    while True:
        try:
            await run_in_threadpool(_purge_once)
        except Exception as error:
            number_of(error, counts)
        await asyncio.sleep(every)


def _purge_once() -> None:
    from assessment.storage.opening import the_store

    the_store().purge(OPERATOR)
