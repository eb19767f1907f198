"""A Programme in, what whoever orders it reads out: aims, the group in figures, the days, the method, what follows.

It holds no name and no answer of a participant; a number of one or two people is not told exactly.
"""

from collections.abc import Iterator

from assessment.programme.clock import Timed
from assessment.programme.occasion import Occasion
from assessment.programme.plan import Programme
from assessment.programme.portrait import Counted, portrait
from assessment.report import programme_told as told
from assessment.report import wording_of_programme as words
from assessment.report.programme_document import (
    Block,
    Counts,
    Figures,
    Paragraph,
    Part,
    Points,
    Row,
    Sheet,
    Timetable,
)

#: How many shared needs are told, and from how many people on a need is shared.
NEEDS, SHARED_BY = 4, 3


def commissioner_sheet(programme: Programme, occasion: Occasion) -> Sheet:
    """The document for whoever orders the form'action: what is proposed on a page, the days on the other."""
    edition, held = programme.group.edition, told.days(programme, occasion)
    teaching = edition.teaching
    aims = tuple(dict.fromkeys(module.aim for module, _ in told.taught(programme)))
    parts = (
        Part(words.OBJECTIVES, (Points(aims),), half=True) if aims else None,
        Part(words.METHOD, (Points(tuple(each.text for each in teaching.method)),), half=True),
        Part(words.GROUP_IN_FIGURES, tuple(_figures(programme)), words.IN_FIGURES_INTRO),
        Part(words.AFTERWARDS, (Points(programme.after), Paragraph(edition.catalogue.offers_notice))),
        *(Part(day.title, _day(day, programme)) for day in held),
        Part(words.WORTH, (Points(tuple(each.text for each in teaching.follow_up)),)),
    )
    principles = (*teaching.purposes, *teaching.method, *teaching.follow_up)
    return Sheet(
        audience="commanditaire",
        kicker=words.KICKERS["commanditaire"],
        title=told.title(programme, occasion),
        about=told.about(programme, occasion),
        lead=told.purpose(programme),
        parts=tuple(part for part in parts if part),
        edition=edition.card.title,
        day=held[0].date if held else None,
        sources=told.sources(programme, (each.source for each in principles)),
        shortened=True,
    )


def _figures(programme: Programme) -> Iterator[Block]:
    group, found = programme.group, portrait(programme.group)
    slots = [slot for day in programme.days for slot in day if slot.module]
    practice, work = sum(slot.practice for slot in slots), sum(slot.minutes for slot in slots)
    figures = [(str(len(group.participants)), words.PEOPLE_FIGURE)]
    total = len(programme.covered) + len(programme.missed)
    figures += [(str(len(programme.covered)), words.NEEDS_FIGURE.format(total=total))] if total else []
    modules = len(group.edition.programme.modules)
    figures.append((str(len(told.taught(programme))), words.MODULES_FIGURE.format(total=modules)))
    figures += [(f"{round(100 * practice / work)} %", words.PRACTICE_FIGURE)] if work else []
    yield Figures(tuple(figures))
    yield Counts(words.LEVEL_HEAD, _counts(found.levels, programme))
    if found.stages.counts:
        yield Counts(words.STAGE_HEAD, _counts(found.stages, programme))
    shared = [each for each in found.needs.counts if len(each.participants) >= SHARED_BY][:NEEDS]
    if shared:
        rows = ((each.label, len(each.participants)) for each in shared)
        yield Counts(words.NEED_HEAD, tuple(_counted(label, count, programme) for label, count in rows))
    yield Paragraph(group.edition.card.equity)


def _counts(counted: Counted, programme: Programme) -> tuple[tuple[str, str, float], ...]:
    rows = [(each.label, len(each.participants)) for each in counted.counts]
    rows += [(words.NOT_KNOWN, len(counted.unknown))] if counted.unknown else []
    return tuple(_counted(label, count, programme) for label, count in rows)


def _counted(label: str, count: int, programme: Programme) -> tuple[str, str, float]:
    """A count and its share; of one or two people both stay vague."""
    people = len(programme.group.participants)
    return label, words.few(count), min(1.0, (1.5 if words.few(count) == words.FEW else count) / people)


def _day(day: told.Day, programme: Programme) -> tuple[Block, ...]:
    day = told.whole(day)
    table = told.timetable(day, programme)
    pairs = zip(day.moments, table.rows, strict=True)
    rows = tuple(_for_how_many(row, moment, programme) for moment, row in pairs)
    return (Timetable(table.head, rows), *((Paragraph(day.between),) if day.between else ()))


def _for_how_many(row: Row, moment: Timed, programme: Programme) -> Row:
    """Whom a module serves, in numbers; and that there is a pause in it."""
    modules = moment.slot.modules if moment.slot else ()
    if not modules or not row.details:
        return row
    served = {need.participant for name in modules for need in programme.group.served_by(name)}
    many = words.FOR_HOW_MANY.format(people=words.few_people(len(served))) if served else words.FOR_WISH
    return Row(
        row.kind,
        row.hours,
        row.title,
        row.minutes,
        (" ".join((*row.details, words.sentence(many), *_paused(moment))),),
        row.theory,
        row.practice,
        row.beside,
    )


def _paused(moment: Timed) -> Iterator[str]:
    if moment.slot and moment.ends - moment.begins > moment.slot.minutes:
        yield words.PAUSE_IN_IT
