"""A first day in, the calendar of a parcours d'expérience out: dated steps that the coach changes."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assessment.content.edition import Edition
from assessment.content.programme import Parcours

#: The key of a step that the coach added: these, then a number.
OWN = "libre"


@dataclass(frozen=True, slots=True)
class Planned:
    """A step of a parcours on its day, or from *day* to *until*, both included; *minutes* None: at one's own pace.

    *key*: the id of the content's step, or one of the coach's own; *component* and *during* (the phase) name the
    content, empty for the coach's own; *mandatory* None: the sources do not say, nor of what has no set time.
    """

    key: str
    title: str
    text: str
    day: datetime.date
    until: datetime.date | None = None
    minutes: int | None = None
    component: str = ""
    during: str = ""
    mandatory: bool | None = None
    source: str = ""


def planned(first: datetime.date, edition: Edition) -> tuple[Planned, ...]:
    """The steps of the content from the *first* day of the first session, in order of time."""
    components = {each.id: each for each in edition.catalogue.components}
    return in_order(
        Planned(
            key=step.id,
            title=step.title,
            text=step.text,
            day=(day := first + datetime.timedelta(weeks=step.week)),
            until=day + datetime.timedelta(weeks=step.weeks, days=-1) if step.weeks else None,
            minutes=step.minutes,
            component=step.component,
            during=step.during,
            mandatory=components[step.component].mandatory if step.minutes else None,
            source=step.source,
        )
        for step in edition.programme.parcours.steps
    )


def in_order(steps: Iterable[Planned]) -> tuple[Planned, ...]:
    """Steps in order of time; of one day, in the order given."""
    return tuple(sorted(steps, key=lambda step: step.day))


def moved(steps: Iterable[Planned], key: str, day: datetime.date) -> tuple[Planned, ...]:
    """The step called *key* begins on *day*, and lasts as long as before; no other step moves."""
    return in_order(_on(step, day) if step.key == key else step for step in steps)


def shifted(steps: Iterable[Planned], first: datetime.date) -> tuple[Planned, ...]:
    """All steps as far from each other as before, the earliest one on *first*."""
    steps = tuple(steps)
    by = first - min(step.day for step in steps) if steps else datetime.timedelta()
    return in_order(_on(step, step.day + by) for step in steps)


def retitled(steps: Iterable[Planned], key: str, title: str) -> tuple[Planned, ...]:
    """The step called *key* under another *title*."""
    return tuple(replace(step, title=title) if step.key == key else step for step in steps)


def without(steps: Iterable[Planned], key: str) -> tuple[Planned, ...]:
    """The steps but the one called *key*."""
    return tuple(step for step in steps if step.key != key)


def added(steps: Iterable[Planned], title: str, day: datetime.date) -> tuple[Planned, ...]:
    """The steps and one of the coach's own."""
    steps = tuple(steps)
    used = {step.key for step in steps}
    key = next(name for number in range(1, len(used) + 2) if (name := f"{OWN}{number}") not in used)
    return in_order((*steps, Planned(key, title, "", day)))


def lasts_too_long(steps: Iterable[Planned], method: Parcours) -> bool:
    """Whether the steps spread over more than the months of the content, counted in weeks of a year."""
    days = [day for step in steps for day in (step.day, step.until or step.day)]
    weeks = 52 * method.months / 12
    return bool(days) and max(days) - min(days) > datetime.timedelta(weeks=weeks)


def _on(step: Planned, day: datetime.date) -> Planned:
    return replace(step, day=day, until=step.until and day + (step.until - step.day))
