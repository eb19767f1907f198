"""Servers and crowds in, how many people each serves out: everyone answers every five seconds, nineteen of twenty are
told so in less than 300 milliseconds, save included. One server process; the crowd shares the machine with it.

A time runs from the moment when a visitor meant to answer, so that whoever had to wait for the answer before counts.
"""

import asyncio
import statistics
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

from websockets.exceptions import ConnectionClosed

from bench.served import Server, hello, jalons
from bench.table import Row
from bench.visitors import QUESTIONS, NothingTold, Visitor, visit_hello, visit_jalons

#: Seconds between two answers of one person, and within which nineteen of twenty must be told.
EVERY, WITHIN = 5.0, 0.3
SHARE = 0.95
#: At least so many times the sessions of a hello world with stock settings.
AT_LEAST = 4
#: Visitors who arrive at the same time, before anything is measured.
ARRIVING = 4


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to look.

    *rounds*; *answers* of each visitor in a trial; the *first* crowd and the *most* people; *halvings* after doubling.
    """

    rounds: int = 5
    answers: int = 3
    first: int = 16
    most: int = 2048
    halvings: int = 3


@dataclass(frozen=True, slots=True)
class Sessions:
    """Medians of the sessions held, and of the ratios of each round; *step*: the coarsest step, as a share."""

    jalons: float
    stock: float
    ratio: float
    step: float


@dataclass(slots=True)
class Crowd:
    """Everyone on one *server*, and the *questions* they answer; *last*: what it held when it was last tried."""

    server: Server
    arrive: Callable[[Server, int], Awaitable[Visitor]]
    questions: Sequence[str]
    visitors: list[Visitor] = field(default_factory=list)
    last: int = 0

    async def held(self, effort: Effort) -> int:
        """The largest crowd that holds; looked for from half of what held when it was last tried."""
        search = replace(effort, first=max(effort.first, self.last // 2))
        self.last = await largest(lambda count: self.holds(count, effort.answers), search)
        return self.last

    async def holds(self, count: int, answers: int) -> bool:
        """Whether so many people, their answers evenly spread, are told soon enough."""
        await self.grow(count)
        trial = _Trial(self.questions, count * answers)
        started = asyncio.get_running_loop().time() + 0.1
        people = enumerate(self.visitors[:count])
        await asyncio.gather(*(trial.answer(each, started + place * EVERY / count, answers) for place, each in people))
        return trial.holds

    async def grow(self, count: int) -> None:
        """Let people arrive until there are so many; they stay."""
        while len(self.visitors) < count:
            here = len(self.visitors)
            coming = range(here, min(count, here + ARRIVING))
            self.visitors += await asyncio.gather(*(self.arrive(self.server, place) for place in coming))

    async def leave(self) -> None:
        """Let everyone go."""
        for each in self.visitors:
            await each.connection.close()


@dataclass(slots=True)
class _Trial:
    """Answers of one trial: *expected* in all, *told* in time and *late*; it ends once too many were late."""

    questions: Sequence[str]
    expected: int
    told: int = 0
    late: int = 0

    @property
    def is_lost(self) -> bool:
        return self.late > (1 - SHARE) * self.expected

    @property
    def holds(self) -> bool:
        return not self.is_lost and self.told + self.late == self.expected

    async def answer(self, visitor: Visitor, first: float, answers: int) -> None:
        clock = asyncio.get_running_loop().time
        for turn in range(answers):
            due = first + turn * EVERY
            await asyncio.sleep(due - clock())
            if self.is_lost:
                return
            try:
                await visitor.answer_next(self.questions)
                soon = clock() - due < WITHIN
            except (TimeoutError, ConnectionClosed, NothingTold):
                soon = False
            self.told, self.late = self.told + soon, self.late + (not soon)


async def largest(holds: Callable[[int], Awaitable[bool]], effort: Effort) -> int:
    """The largest number that *holds*: doubled until one fails, then halved towards it; 0 when none does."""
    low, high = 0, effort.first
    while high <= effort.most and await holds(high):
        low, high = high, 2 * high
    if high > effort.most:
        return low
    for _ in range(effort.halvings):
        middle = (low + high) // 2
        low, high = (middle, high) if await holds(middle) else (low, middle)
    return low


def measure(effort: Effort) -> Sessions:
    """Jalons and a hello world with the same libraries and stock settings, in turn, with crowds that stay."""
    with ExitStack() as stack:
        servers = [stack.enter_context(jalons()), stack.enter_context(hello("heavy", stock=True))]
        servers[0].wait_until_loaded()
        return asyncio.run(_measure(servers, effort))


def rows(short: bool) -> list[Row]:
    """The figure, and whether it holds."""
    found = measure(Effort(rounds=1, answers=2, first=4, most=16, halvings=1) if short else Effort())
    return [
        Row(
            f"sessions that answer every {EVERY:.0f} s, {SHARE:.0%} told within {1000 * WITHIN:.0f} ms, save included; "
            "hello world with the same imports and stock settings",
            f"{found.ratio:.1f} times ({found.jalons:.0f} to {found.stock:.0f}, in steps of {found.step:.0%})",
            f"at least {AT_LEAST} times",
            found.ratio >= AT_LEAST,
        )
    ]


async def _measure(servers: Sequence[Server], effort: Effort) -> Sessions:
    crowds = [Crowd(servers[0], visit_jalons, QUESTIONS), Crowd(servers[1], visit_hello, [""])]
    try:
        held = [[await crowd.held(effort) for crowd in crowds] for _ in range(effort.rounds)]
    finally:
        for crowd in crowds:
            await crowd.leave()
    ours, theirs = (statistics.median(column) for column in zip(*held, strict=True))
    ratio = statistics.median(one / max(other, 1) for one, other in held)
    return Sessions(ours, theirs, ratio, 2**-effort.halvings)
