"""A Programme and its Occasion in, what every document about it says out: title, hours, days, sources."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assessment.content.programme import ProgrammeMethod, Taught
from assessment.content.teaching import Lesson
from assessment.programme.clock import Timed, clock
from assessment.programme.clock import told as hour
from assessment.programme.moments import asked_between, is_tomorrow, moment
from assessment.programme.names import listed
from assessment.programme.occasion import Occasion
from assessment.programme.plan import Programme
from assessment.programme.timetable import Slot
from assessment.report import wording
from assessment.report import wording_of_programme as words
from assessment.report.citation import cite
from assessment.report.programme_document import Row, Timetable
from assessment.report.sources import BETWEEN


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a programme: its number from 1, its date when known, its moments by the clock, the meal included.

    *between*: what is asked of everybody until the next day, empty after the last one; *tomorrow*: that day follows.
    """

    number: int
    date: datetime.date | None
    moments: tuple[Timed, ...]
    between: str = ""
    tomorrow: bool = False

    @property
    def title(self) -> str:
        """« Jour 1, mardi 12 janvier 2027, de 9 h à 17 h »."""
        told = (words.DAY.format(number=self.number), self.date and words.whole_date(self.date), self.span)
        return ", ".join(each for each in told if each)

    @property
    def span(self) -> str:
        """« de 9 h à 17 h »; nothing for a day without a sequence."""
        if not self.moments:
            return ""
        return words.SPAN.format(begins=hour(self.moments[0].begins), ends=hour(self.moments[-1].ends))


def days(programme: Programme, occasion: Occasion) -> tuple[Day, ...]:
    """The days by the clock."""
    method, dates = _timed(programme, occasion), occasion.dated(len(programme.days))
    following = (*dates[1:], None)[: len(dates)]
    return tuple(
        Day(
            number,
            date,
            clock(day, method),
            asked_between(date, after, method) if number < len(dates) else "",
            is_tomorrow(date, after),
        )
        for number, (day, date, after) in enumerate(zip(programme.days, dates, following, strict=True), start=1)
    )


def title(programme: Programme, occasion: Occasion) -> str:
    """What the coach called it, or how long it is."""
    return occasion.title or length(programme)


def length(programme: Programme) -> str:
    """« Une journée découverte », « 2 jours de form'action »."""
    return words.DISCOVERY if programme.time.discovery else words.days(len(programme.days))


def about(programme: Programme, occasion: Occasion) -> str:
    """Its days, its people, its place in one line."""
    held = days(programme, occasion)
    dates = [words.whole_date(each.date) for each in held if each.date]
    told = (
        length(programme) if occasion.title else "",
        wording.listed(dates),
        held[0].span if held else "",
        words.people(len(programme.group.participants)),
        occasion.place,
        words.CONTACT.format(contact=occasion.contact) if occasion.contact else "",
    )
    return " · ".join(each for each in told if each)


def purpose(programme: Programme) -> str:
    """What the form'action is for, at the level of the group."""
    edition = programme.group.edition
    level = edition.placement.levels[programme.group.level].id
    return next(each.text for each in edition.teaching.purposes if each.level == level)


def taught(programme: Programme) -> tuple[tuple[Taught, Lesson], ...]:
    """Every module that is worked on, in order: how it is practised, and how it is led."""
    edition = programme.group.edition
    known = {each.id: each for each in edition.programme.modules}
    names = dict.fromkeys(name for day in programme.days for slot in day for name in slot.modules)
    return tuple((known[name], edition.teaching.lessons[name]) for name in names)


def titles(programme: Programme) -> dict[str, str]:
    """The title of each module, as the coach wrote it in its first sequence."""
    found: dict[str, str] = {}
    for day in programme.days:
        for slot in day:
            pairs = ((slot.module, slot.title), *((each.module, each.title) for each in slot.beside))
            for name, told in pairs:
                if name:
                    found.setdefault(name, told)
    return found


def timetable(day: Day, programme: Programme, *, named: bool = False, aims: bool = True) -> Timetable:
    """A day hour by hour; *named*: parallel groups with who is in them; *aims*: modules with what they are for."""
    known = {each.id: each.aim for each in programme.group.edition.programme.modules} if aims else {}
    seen: set[str] = set()
    rows = []
    for each in day.moments:
        rows.append(_row(each, said_of(each.slot, day.number, programme), programme, known, seen, named=named))
        seen.update(each.slot.modules if each.slot else ())
    return Timetable(words.TIMETABLE, tuple(rows))


def said_of(slot: Slot | None, day: int, programme: Programme) -> str:
    """What the method says of an opening or a closing of a day, from 1; nothing of other sequences."""
    found = moment(slot.kind, day - 1, len(programme.days), programme.group.edition.programme) if slot else None
    return found.text if found else ""


def whole(day: Day) -> Day:
    """The day with each module in one piece wherever nothing but a pause cuts it."""
    found: list[Timed] = []
    for place, each in enumerate(day.moments):
        before = found[-1] if found else None
        following = day.moments[place + 1] if place + 1 < len(day.moments) else None
        if before and _goes_on(before, each) and before.slot and each.slot:
            found[-1] = Timed(_one(before.slot, each.slot), before.begins, each.ends)
        elif not (before and following and _is_short_pause(each) and _goes_on(before, following)):
            found.append(each)
    return replace(day, moments=tuple(found))


def _is_short_pause(timed: Timed) -> bool:
    return timed.slot is not None and timed.slot.kind == "pause" and not timed.is_meal


def _goes_on(timed: Timed, following: Timed) -> bool:
    """Whether the same people go on with the same module."""
    one, other = timed.slot, following.slot
    if one is None or other is None or one.module is None:
        return False
    return (one.module, one.title, one.participants, one.beside) == (
        other.module,
        other.title,
        other.participants,
        other.beside,
    )


def _one(slot: Slot, other: Slot) -> Slot:
    lasts = slot.minutes + other.minutes
    return replace(slot, minutes=lasts, theory=slot.theory + other.theory, practice=slot.practice + other.practice)


def sources(programme: Programme, given: Iterable[str]) -> tuple[str, ...]:
    """The texts that the programme rests on, each with the parts cited, our own choices last."""
    edition = programme.group.edition
    cited = (*given, edition.programme.source, *(each.source for pair in taught(programme) for each in pair))
    parts = dict.fromkeys(part for each in cited for part in each.split(BETWEEN))
    return tuple(cite(BETWEEN.join(parts), edition.catalogue).split(BETWEEN))


def hours(timed: Timed) -> str:
    """« 9 h – 9 h 30 »."""
    return words.HOURS.format(begins=hour(timed.begins), ends=hour(timed.ends))


def shares(theory: int, practice: int) -> Iterator[str]:
    """How long is told, how long is practised, when it is known."""
    if theory:
        yield words.THEORY.format(length=words.length(theory))
    if practice:
        yield words.PRACTICE.format(length=words.length(practice))


def _timed(programme: Programme, occasion: Occasion) -> ProgrammeMethod:
    method = programme.group.edition.programme
    return method if occasion.starts_at is None else method.model_copy(update={"starts_at": occasion.starts_at})


def _row(timed: Timed, said: str, programme: Programme, aims: dict[str, str], seen: set[str], *, named: bool) -> Row:
    slot = timed.slot
    if slot is None or timed.is_meal:
        lasts, meal = timed.ends - timed.begins, programme.group.edition.programme.meal
        return Row("repas", hours(timed), words.MEAL.format(title=meal.title), lasts)
    again = slot.module is not None and slot.module in seen
    name = words.CONTINUED.format(title=slot.title) if again else slot.title
    about = aims.get(slot.module, "") if slot.module and not again else said
    details, beside = ((about,) if about else ()), _beside(slot, named=named)
    return Row(slot.kind, hours(timed), name, slot.minutes, details, slot.theory, slot.practice, beside)


def _beside(slot: Slot, *, named: bool) -> tuple[str, ...]:
    told = words.BESIDE_NAMED if named else words.BESIDE
    return tuple(told.format(title=each.title, participants=listed(each.participants)) for each in slot.beside)
