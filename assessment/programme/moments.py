"""A day's place among the days in, what its opening, its closing and its evening are called and say out."""

import datetime

from assessment.content.programme import Moment, ProgrammeMethod, Turn


def moment(kind: str, number: int, count: int, method: ProgrammeMethod) -> Moment | Turn | None:
    """The title and the text of an opening or a closing on day *number*, from 0, of *count*; None of other kinds."""
    if kind == "ouverture":
        return method.opening_again if number else method.opening
    if kind == "cloture":
        return method.closing if number + 1 >= count else method.closing_for_now
    return None


def asked_between(day: datetime.date | None, following: datetime.date | None, method: ProgrammeMethod) -> str:
    """What is asked of everybody until the next day: little when that is tomorrow."""
    return method.between_nights if is_tomorrow(day, following) else method.between_days


def is_tomorrow(day: datetime.date | None, following: datetime.date | None) -> bool:
    """Whether one day follows the other; no when a date is not known.

    >>> is_tomorrow(datetime.date(2027, 1, 18), datetime.date(2027, 1, 19)), is_tomorrow(None, None)
    (True, False)
    """
    return day is not None and following is not None and following - day == datetime.timedelta(days=1)
