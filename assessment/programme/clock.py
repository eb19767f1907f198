"""A day's sequences in, when each begins and ends out, the meal included: minutes after midnight.

The meal takes the place of a pause near its hour, or stands where two sequences meet, as near to it as can be.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.content.programme import ProgrammeMethod
from assessment.programme.timetable import Slot


@dataclass(frozen=True, slots=True)
class Timed:
    """A moment of the day from *begins* to *ends*, in minutes after midnight.

    *is_meal*: the meal, with *slot* None, or with the pause that it takes the place of.
    """

    slot: Slot | None
    begins: int
    ends: int
    is_meal: bool = False


def clock(day: Sequence[Slot], method: ProgrammeMethod) -> tuple[Timed, ...]:
    """The day by the clock, with its meal unless it is over by then.

    A coach's own hour: `method.model_copy(update={"starts_at": …})`.
    """
    now, timed = method.starts_at, []
    meal = _before_meal(day, method)
    pause = next((each for each in (meal, meal - 1) if day[each].kind == "pause"), None) if meal else None
    for place, slot in enumerate(day):
        if place == meal and pause is None:
            timed.append(Timed(None, now, now := now + method.meal.minutes, is_meal=True))
        lasts = max(slot.minutes, method.meal.minutes) if place == pause else slot.minutes
        timed.append(Timed(slot, now, now := now + lasts, is_meal=place == pause))
    return tuple(timed)


def worked(day: Sequence[Slot], method: ProgrammeMethod) -> int:
    """Minutes of work of a day, pauses included, the meal and the pause whose place it takes apart."""
    return sum(each.ends - each.begins for each in clock(day, method) if not each.is_meal)


def told(minutes: int) -> str:
    """The time of day as French people write it.

    >>> told(545), told(780)
    ('9 h 05', '13 h')
    """
    hours, left = divmod(minutes, 60)
    return f"{hours} h {left:02}" if left else f"{hours} h"


def _before_meal(day: Sequence[Slot], method: ProgrammeMethod) -> int | None:
    """The place in the day before which the meal stands; None for a day that is over by then, or soon after.

    A pause near its hour is better than a place that is nearer but where nobody stopped.
    """
    ends = [method.starts_at + sum(slot.minutes for slot in day[: place + 1]) for place in range(len(day))]
    if not ends or ends[-1] <= method.meal_at + method.meal.minutes:
        return None
    far = {place + 1: abs(ends[place] - method.meal_at) for place in range(len(day) - 1)}
    stopped = [place for place in far if day[place].kind == "pause" and far[place] <= method.meal.minutes]
    return min(stopped or far, key=far.__getitem__, default=None)
