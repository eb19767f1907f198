"""What a day is made of in, where its pauses stand out: nobody works long without one, and one is there for the meal.

A pause stands between two sequences, or inside a module: where what is told ends, or in the middle of the practice. Of
all ways that fit in the time, the one that costs least is taken; costs are in minutes, so that they can be compared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

#: How far from its hour the meal may stand without a cost.
NEAR = 15
#: What it costs to cut a module where what is told ends, or in its practice; there, the distance from its middle too.
AFTER_THEORY, INSIDE_PRACTICE = 8, 40
#: The shortest part of a module, and what minutes are rounded to.
PART, ROUND = 30, 5


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What the method says of a day, in minutes; *starts_at* and *meal_at* after midnight.

    Work between two pauses should last from *short* to *long*, and never lasts more than *longest*.
    """

    pause: int
    longest: int
    short: int
    long: int
    starts_at: int
    meal_at: int
    meal: int


@dataclass(frozen=True, slots=True)
class Work:
    """A part of a day that is no pause: its minutes, and how many of them are told first."""

    minutes: int
    theory: int = 0
    is_module: bool = False


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to reach a place of the day: what it costs, the places of the pauses, whether the meal is one of them."""

    cost: int
    pauses: tuple[int, ...] = ()
    fed: bool = False


@lru_cache(maxsize=4096)
def paused(day: tuple[Work, ...], minutes: int, rhythm: Rhythm) -> tuple[int, ...] | None:
    """Minutes of work from the beginning at which a pause stands; None when the day does not fit in *minutes*.

    The meal takes the place of a pause and is no work: that pause is not counted.
    """
    total = sum(each.minutes for each in day)
    places = [*_places(day), (total, 0)]
    most = (minutes - total) // rhythm.pause if minutes >= total else -1
    reached: dict[int, list[_Way]] = {0: [_Way(0)]}
    for place, cost in places:
        last = place == total
        ways = [
            each
            for begins, before in reached.items()
            if place - begins <= rhythm.longest
            for way in before
            for each in _go_on(way, begins, place, cost, rhythm, last=last)
            if len(each.pauses) - each.fed <= most
        ]
        reached[place] = _best(ways)
    kept = [each for each in reached[total] if each.fed or not _is_eaten(each, total, rhythm)] or reached[total]
    return min(kept, key=lambda way: (way.cost, way.pauses)).pauses if kept else None


def _go_on(way: _Way, begins: int, place: int, cost: int, rhythm: Rhythm, *, last: bool) -> Iterator[_Way]:
    """Work from *begins* to *place*, then a pause, or the meal if there was none yet."""
    lasts = place - begins
    worked = way.cost + max(0, lasts - rhythm.long) + max(0, rhythm.short - lasts)
    if last:
        yield _Way(worked, way.pauses, way.fed)
        return
    pauses = (*way.pauses, place)
    yield _Way(worked + cost + rhythm.pause, pauses, way.fed)
    if not way.fed:
        now = rhythm.starts_at + place + rhythm.pause * len(way.pauses)
        yield _Way(worked + cost + max(0, abs(now - rhythm.meal_at) - NEAR), pauses, fed=True)


def _is_eaten(way: _Way, total: int, rhythm: Rhythm) -> bool:
    """Whether a day lasts so far past the hour of the meal that there is one in it."""
    ends = rhythm.starts_at + total + rhythm.pause * len(way.pauses)
    return ends > rhythm.meal_at + rhythm.meal


def _best(ways: Sequence[_Way]) -> list[_Way]:
    """Of the ways to one place, the cheapest for each number of pauses, with and without the meal."""
    found: dict[tuple[int, bool], _Way] = {}
    for way in sorted(ways, key=lambda each: (each.cost, each.pauses)):
        found.setdefault((len(way.pauses), way.fed), way)
    return list(found.values())


def _places(day: Sequence[Work]) -> Iterator[tuple[int, int]]:
    """Where a pause may stand, in minutes of work, and what it costs to put it there."""
    for number, (work, ends) in enumerate(zip(day, accumulate(each.minutes for each in day), strict=True), start=1):
        if work.is_module:
            yield from ((ends - work.minutes + place, cost) for place, cost in _inside(work))
        if number < len(day):
            yield ends, 0


def _inside(work: Work) -> Iterator[tuple[int, int]]:
    """Where a module can be cut: after what is told, and in the practice, into parts that are long enough."""
    practice = work.minutes - work.theory
    if work.theory >= PART and practice >= PART:
        yield work.theory, AFTER_THEORY
    parts = practice // PART
    for part in range(1, parts):
        place = ROUND * round(practice * part / parts / ROUND)
        yield work.theory + place, INSIDE_PRACTICE + abs(place - practice // 2)
