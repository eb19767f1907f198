"""A Programme and its Occasion in, what every document about it says out: title, hours, days, sources."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assessment.content.programme import ProgrammeMethod, Taught
from assessment.content.teaching import Lesson
from assessment.programme.clock import Timed, clock
from assessment.programme.clock import told as hour
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
    """A day of a programme: its number from 1, its date when known, its moments by the clock, the meal included."""

    number: int
    date: datetime.date | None
    moments: tuple[Timed, ...]

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
    return tuple(
        Day(number, date, clock(day, method))
        for number, (day, date) in enumerate(zip(programme.days, dates, strict=True), start=1)
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
    for moment in day.moments:
        rows.append(_row(moment, programme.group.edition.programme, known, seen, named=named))
        seen.update(moment.slot.modules if moment.slot else ())
    return Timetable(words.TIMETABLE, tuple(rows))


def sources(programme: Programme, given: Iterable[str]) -> tuple[str, ...]:
    """The texts that the programme rests on, each with the parts cited, our own choices last."""
    edition = programme.group.edition
    cited = (*given, edition.programme.source, *(each.source for pair in taught(programme) for each in pair))
    parts = dict.fromkeys(part for each in cited for part in each.split(BETWEEN))
    return tuple(cite(BETWEEN.join(parts), edition.catalogue).split(BETWEEN))


def hours(moment: Timed) -> str:
    """« 9 h – 9 h 30 »."""
    return words.HOURS.format(begins=hour(moment.begins), ends=hour(moment.ends))


def shares(theory: int, practice: int) -> Iterator[str]:
    """How long is told, how long is practised, when it is known."""
    if theory:
        yield words.THEORY.format(length=words.length(theory))
    if practice:
        yield words.PRACTICE.format(length=words.length(practice))


def _timed(programme: Programme, occasion: Occasion) -> ProgrammeMethod:
    method = programme.group.edition.programme
    return method if occasion.starts_at is None else method.model_copy(update={"starts_at": occasion.starts_at})


def _row(moment: Timed, method: ProgrammeMethod, aims: dict[str, str], seen: set[str], *, named: bool) -> Row:
    slot = moment.slot
    if slot is None or moment.is_meal:
        lasts = moment.ends - moment.begins
        return Row("repas", hours(moment), words.MEAL.format(title=method.meal.title), lasts)
    again = slot.module is not None and slot.module in seen
    name = words.CONTINUED.format(title=slot.title) if again else slot.title
    said = {"ouverture": method.opening.text, "cloture": method.closing.text}
    about = aims.get(slot.module, "") if slot.module and not again else said.get(slot.kind, "")
    details, beside = ((about,) if about else ()), _beside(slot, named=named)
    return Row(slot.kind, hours(moment), name, slot.minutes, details, slot.theory, slot.practice, beside)


def _beside(slot: Slot, *, named: bool) -> tuple[str, ...]:
    told = words.BESIDE_NAMED if named else words.BESIDE
    return tuple(told.format(title=each.title, participants=", ".join(each.participants)) for each in slot.beside)
