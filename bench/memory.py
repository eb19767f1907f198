"""A server and a crowd in, what one more session holds in its memory out."""

import asyncio
import statistics
from dataclasses import dataclass

from bench.served import Server, jalons
from bench.table import Row
from bench.visitors import QUESTIONS, Visitor, visit_jalons

#: KiB of one more session, at most.
AT_MOST = 100
#: Answers that each session gives.
ANSWERS = 6


@dataclass(frozen=True, slots=True)
class Memory:
    """KiB of the process *before* and *after* so many *sessions* more, that stay; *each*: one session's share."""

    before: int
    after: int
    sessions: int

    @property
    def each(self) -> float:
        """KiB of one more session."""
        return (self.after - self.before) / self.sessions


def measure(sessions: int = 300, warm: int = 60) -> Memory:
    """Let *warm* visitors answer, then *sessions* more: all stay connected."""
    with jalons() as server:
        return asyncio.run(_measure(server, sessions, warm))


def rows(short: bool) -> list[Row]:
    """Median of five runs, and whether it holds."""
    found = [measure(sessions=40, warm=10)] if short else [measure() for _ in range(5)]
    each = statistics.median(one.each for one in found)
    return [
        Row(
            f"memory per further session, over {found[0].sessions} sessions that answered and stay",
            f"{each:.0f} KiB",
            f"at most {AT_MOST} KiB",
            each <= AT_MOST,
        )
    ]


async def _measure(server: Server, sessions: int, warm: int) -> Memory:
    crowd = [await _answers(server, place) for place in range(warm)]
    await asyncio.to_thread(server.wait_until_loaded)
    before = server.memory
    crowd += [await _answers(server, place) for place in range(warm, warm + sessions)]
    after = server.memory
    for visitor in crowd:
        await visitor.connection.close()
    return Memory(before, after, sessions)


async def _answers(server: Server, place: int) -> Visitor:
    visitor = await visit_jalons(server, place)
    for _ in range(ANSWERS):
        await visitor.answer_next(QUESTIONS)
    return visitor
