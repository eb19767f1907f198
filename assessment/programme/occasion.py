"""When, where and under which title a form'action is held: what its documents and its calendar need besides days."""

import datetime
from dataclasses import dataclass

SATURDAY = 5
#: Years in which a form'action can be held: another one is a slip, and no date is made of it.
YEARS = range(2000, 2100)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The coach's *title*, the *dates* known (the first days of the programme first), the hour, the *place*.

    Texts are free and may be empty. *starts_at*: minutes after midnight, of every day; None: as the content says.
    *contact*: who answers questions.
    """

    title: str = ""
    dates: tuple[datetime.date, ...] = ()
    starts_at: int | None = None
    place: str = ""
    contact: str = ""

    def dated(self, days: int) -> tuple[datetime.date | None, ...]:
        """The date of each of so many *days*: as given, then one working day after the other; None when none is known.

        Days off that are no week-ends are the coach's to know.
        """
        dates = [day if day.year in YEARS else None for day in self.dates[:days]]
        while len(dates) < days:
            last = dates[-1] if dates else None
            dates.append(following(last) if last else None)
        return tuple(dates)


def following(day: datetime.date) -> datetime.date:
    """The next day that is no Saturday and no Sunday.

    >>> following(datetime.date(2027, 1, 15))
    datetime.date(2027, 1, 18)
    """
    day += datetime.timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += datetime.timedelta(days=1)
    return day
