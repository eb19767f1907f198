"""A Programme in, what those who take part receive out: what, when, what to bring, what to do between and after.

It names nobody, and tells nothing of anybody's answers.
"""

from collections.abc import Iterator
from itertools import takewhile

from assessment.programme.occasion import Occasion
from assessment.programme.plan import Programme
from assessment.report import programme_told as told
from assessment.report import wording
from assessment.report import wording_of_programme as words
from assessment.report.programme_document import Block, Paragraph, Part, Points, Sheet


def participants_sheet(programme: Programme, occasion: Occasion) -> Sheet:
    """The document for those who take part."""
    edition, held = programme.group.edition, told.days(programme, occasion)
    parts = (
        Part(words.BEFORE, (Points((edition.teaching.before, *_brought(programme)), boxes=True),)),
        *(Part(day.title, tuple(_day(day, held, programme))) for day in held),
        Part(words.BETWEEN_US, (Points(edition.teaching.ground_rules),)),
        Part(words.YOUR_NEXT, (Points(programme.after), Paragraph(edition.catalogue.offers_notice))),
    )
    return Sheet(
        audience="participants",
        kicker=words.KICKERS["participants"],
        title=told.title(programme, occasion),
        about=told.about(programme, occasion),
        lead=told.purpose(programme),
        parts=parts,
        edition=edition.card.title,
        day=held[0].date if held else None,
        sources=told.sources(programme, (each.source for each in edition.teaching.purposes)),
        shortened=True,
    )


def _brought(programme: Programme) -> Iterator[str]:
    titles = told.titles(programme)
    for module, lesson in told.taught(programme):
        yield words.BRING_FOR.format(bring=words.sentence(lesson.bring), title=titles[module.id])


def _day(day: told.Day, held: tuple[told.Day, ...], programme: Programme) -> Iterator[Block]:
    """The hours, then what to do until the next day; what a night leaves no time for comes after the next day."""
    yield told.timetable(day, programme)
    titles, method = told.titles(programme), programme.group.edition.programme
    known = {each.id: each for each in method.modules}
    worked = dict.fromkeys(
        name for one in _until(day, held) for each in one.moments if each.slot for name in each.slot.modules
    )
    after = [words.AFTER_DAY.format(title=titles[name], what=wording.small(known[name].until_next)) for name in worked]
    if day.between:
        yield Paragraph(day.between)
    elif after:
        yield Paragraph(words.AFTER_DAYS)
    if after:
        yield Points(tuple(after))


def _until(day: told.Day, held: tuple[told.Day, ...]) -> tuple[told.Day, ...]:
    """The days after which there is time for what *day* asks: itself and those before it, evening by evening."""
    if day.tomorrow:
        return ()
    before = held[: day.number - 1]
    evenings = tuple(takewhile(lambda each: each.tomorrow, reversed(before)))
    return (*reversed(evenings), day)
