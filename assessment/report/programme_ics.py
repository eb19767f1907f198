"""A Programme on its dates in, a calendar file out (iCalendar, RFC 5545) that common software opens.

One event for each day, its sequences in its description: a pause is no appointment. Whoever leads the form'action may
have one event for each sequence instead. Events keep their names (UID) when they are moved, so that a calendar sent
again changes them rather than adding others. No participant is named: calendars are shared, and kept elsewhere.
"""

import datetime
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from assessment.programme.clock import Timed
from assessment.programme.occasion import YEARS, Occasion
from assessment.programme.parcours import Planned
from assessment.programme.plan import Programme
from assessment.report import programme_told as told
from assessment.report import wording
from assessment.report import wording_of_programme as words
from assessment.report.printable import printable

ZONE = ZoneInfo("Europe/Paris")
PRODUCT = "-//Jalons//Form'action//FR"
#: Stands for a backslash.
_BACKSLASH = "\N{SET MINUS}"
#: What the names of events are made with.
_NAMES = uuid.UUID("5d0a5f0e-6a4c-5d52-9a7e-9d5f5a1f2c11")


@dataclass(frozen=True, slots=True)
class Issue:
    """What a calendar file says of itself.

    *name*: the same for all files made of one programme or parcours; *at*: when it was made, with its time zone;
    *revision* counts from 0.
    """

    name: str
    at: datetime.datetime
    revision: int = 0


def programme_ics(programme: Programme, occasion: Occasion, issue: Issue, *, sequences: bool = False) -> bytes:
    """The calendar of the days that have a date, and the point held some weeks after the last one.

    *sequences*: an event for each sequence, instead of one for each day.
    """
    calendar = _calendar(told.title(programme, occasion))
    held = [day for day in told.days(programme, occasion) if day.date and day.moments]
    for day in held:
        for event in (_by_sequence if sequences else _by_day)(day, programme, occasion, issue):
            calendar.add_component(event)
    if held:
        calendar.add_component(_follow_up(held[-1], programme, occasion, issue))
    return calendar.to_ical()


def parcours_ics(steps: Iterable[Planned], occasion: Occasion, issue: Issue) -> bytes:
    """The calendar of a parcours d'expérience: whole days, since the hours are the coach's to agree on."""
    calendar = _calendar(occasion.title or words.PARCOURS)
    for step in steps:
        if step.day.year not in YEARS or (step.until or step.day).year not in YEARS:
            continue
        event = _event(step.key, step.title, list(_about(step)), occasion, issue)
        event.add("dtstart", step.day)
        event.add("dtend", (step.until or step.day) + datetime.timedelta(days=1))
        event.add("transp", "TRANSPARENT" if step.until else "OPAQUE")
        calendar.add_component(event)
    return calendar.to_ical()


def _about(step: Planned) -> Iterator[str]:
    if step.text:
        yield step.text
    if step.minutes:
        yield words.LASTS.format(length=words.length(step.minutes))
    if step.mandatory is not None:
        yield words.MANDATORY if step.mandatory else words.OPTIONAL


def _calendar(title: str) -> Calendar:
    """An empty calendar. It has no METHOD: that would make it a message, which names its sender (RFC 5546)."""
    calendar = Calendar()
    for name, value in (
        ("prodid", PRODUCT),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("name", _plain(title)),
        ("x-wr-calname", _plain(title)),
    ):
        calendar.add(name, value)
    calendar.add_component(_zone())
    return calendar


def _zone() -> Timezone:
    """French time by its rule, as calendars have always written it: it holds for as long as the rule does."""
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    for part, name, begins, month, before, after in (
        (TimezoneDaylight(), "CEST", datetime.datetime(1981, 3, 29, 2), 3, 1, 2),
        (TimezoneStandard(), "CET", datetime.datetime(1996, 10, 27, 3), 10, 2, 1),
    ):
        part.add("dtstart", begins)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", datetime.timedelta(hours=before))
        part.add("tzoffsetto", datetime.timedelta(hours=after))
        part.add("tzname", name)
        zone.add_component(part)
    return zone


def _by_day(day: told.Day, programme: Programme, occasion: Occasion, issue: Issue) -> Iterator[Event]:
    """The day as one event; a pause stands in no line of its own, nor cuts one."""
    held = told.whole(day).moments
    lines = [f"{told.hours(each)} : {_title(each, programme)}" for each in held if not _is_pause(each)]
    name = words.CALENDAR_DAY.format(title=told.title(programme, occasion), number=day.number)
    event = _event(f"jour {day.number}", name, lines, occasion, issue)
    yield _lasting(event, day, day.moments[0].begins, day.moments[-1].ends)


def _by_sequence(day: told.Day, programme: Programme, occasion: Occasion, issue: Issue) -> Iterator[Event]:
    known = {each.id: each for each in programme.group.edition.programme.modules}
    for moment in day.moments:
        slot = moment.slot
        if slot is None or moment.is_meal or slot.kind == "pause":
            continue
        found = known.get(slot.module or "")
        said = [words.AIM_LINE.format(text=found.aim), words.TO_DO_LINE.format(text=found.practice)] if found else []
        said += [words.MATERIAL_LINE.format(text=found.material)] if found else []
        said += [words.BESIDE.format(title=each.title) for each in slot.beside]
        event = _event(f"séquence {slot.key or (day.number, moment.begins)}", slot.title, said, occasion, issue)
        yield _lasting(event, day, moment.begins, moment.ends)


def _follow_up(last: told.Day, programme: Programme, occasion: Occasion, issue: Issue) -> Event:
    """An hour at the same time of day, so many weeks after the last day."""
    method, begins = programme.group.edition.programme, last.moments[0].begins
    title = words.FOLLOW_UP.format(title=told.title(programme, occasion))
    event = _event("point d'étape", title, [method.follow_up], occasion, issue)
    weeks = datetime.timedelta(weeks=method.follow_up_weeks)
    return _lasting(event, told.Day(last.number, (last.date or datetime.date.min) + weeks, ()), begins, begins + 60)


def _event(key: str, title: str, lines: list[str], occasion: Occasion, issue: Issue) -> Event:
    event = Event()
    event.add("uid", f"{uuid.uuid5(_NAMES, f'{issue.name}/{key}')}@jalons")
    event.add("dtstamp", issue.at.astimezone(datetime.UTC))
    event.add("sequence", issue.revision)
    event.add("summary", _plain(title))
    if lines:
        event.add("description", "\n".join(_plain(line) for line in lines))
    for name, text in (("location", _plain(occasion.place)), ("contact", _plain(occasion.contact))):
        if text:
            event.add(name, text)
    return event


def _plain(text: str) -> str:
    """A text without backslashes, which calendars read as the beginning of a new line: another sign looks the same."""
    return printable(text).replace("\\", _BACKSLASH)


def _lasting(event: Event, day: told.Day, begins: int, ends: int) -> Event:
    event.add("dtstart", _at(day.date or datetime.date.min, begins))
    event.add("dtend", _at(day.date or datetime.date.min, ends))
    return event


def _at(day: datetime.date, minutes: int) -> datetime.datetime:
    """A time of day in France; past midnight, of the next day."""
    after, minutes = divmod(minutes, 24 * 60)
    return datetime.datetime.combine(
        day + datetime.timedelta(days=after), datetime.time(*divmod(minutes, 60)), tzinfo=ZONE
    )


def _title(moment: Timed, programme: Programme) -> str:
    slot = moment.slot
    if slot is None or moment.is_meal:
        return programme.group.edition.programme.meal.title
    return wording.listed([slot.title, *(each.title for each in slot.beside)])


def _is_pause(moment: Timed) -> bool:
    return moment.slot is not None and moment.slot.kind == "pause" and not moment.is_meal
