"""A Sheet in, the flowables of its PDF out, in reading order."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Table

from assessment.report import wording_of_programme as words
from assessment.report.pdf_blocks import Box, Pen
from assessment.report.pdf_style import BLUE, WARM, WIDTH
from assessment.report.pdf_tables import Cell, columns, gap, halves
from assessment.report.programme_document import (
    Block,
    Card,
    Counts,
    Figures,
    Pairs,
    Paragraph,
    Part,
    Points,
    Sheet,
    Timetable,
)
from assessment.report.programme_pdf_tables import counts, figures, named, timetable
from assessment.report.sources import BETWEEN

#: Titles with more signs than this are set smaller.
_LONG_TITLE = 60
#: Room for the names of the parts of a card, and for a box to tick.
_LABELS, _BOX = 104, 15
#: How many parts of a card stay with its title.
_KEPT = 2
_ABOVE_HALVES = 16
#: A part that wants a page of its own begins below the last one where so much of the page is left.
_ROOM = 520
#: A part of so many lines stays on one page.
_FEW = 5
_BULLET = "•"


def story(sheet: Sheet, pen: Pen) -> list[Flowable]:
    """The whole document."""
    return [*_opening(sheet, pen), *_parts(sheet, pen), *_sources(sheet, pen)]


def _parts(sheet: Sheet, pen: Pen) -> Iterator[Flowable]:
    """Part after part; two halves side by side."""
    left: Part | None = None
    for part, following in pairwise([*sheet.parts, None]):
        if left is not None:
            yield gap(_ABOVE_HALVES)
            yield halves(list(_part(left, pen)), list(_part(part, pen)))
            left = None
        elif part.half and following is not None and following.half:
            left = part
        else:
            yield from _part(part, pen)


def _opening(sheet: Sheet, pen: Pen) -> Iterator[Flowable]:
    yield pen.write(sheet.kicker, "kicker")
    yield pen.write(sheet.title, "title" if len(sheet.title) <= _LONG_TITLE else "long_title", "H1")
    yield pen.write(sheet.about, "date")
    yield pen.write(sheet.lead, "sheet_lead")
    if sheet.caution:
        yield gap(4)
        yield _ruled([[[pen.write(sheet.caution, "sheet_caution")]]], [WIDTH], WARM)
        yield gap(2)


def _part(part: Part, pen: Pen) -> Iterator[Flowable]:
    if part.fresh:
        yield CondPageBreak(_ROOM)
    if _is_short(part):
        yield KeepTogether(list(_told_part(part, pen)))
    else:
        yield from _told_part(part, pen)


def _is_short(part: Part) -> bool:
    """Whether a part is a few lines that belong together, and stands in no table."""
    lines = sum(len(block.points) if isinstance(block, Points) else 1 for block in part.blocks)
    return not part.half and lines <= _FEW and all(isinstance(block, Points | Paragraph) for block in part.blocks)


def _told_part(part: Part, pen: Pen) -> Iterator[Flowable]:
    inner = pen.inside("Sect")
    yield inner.section(part.title)
    if part.intro:
        yield inner.write(part.intro, "sheet_intro")
    for kind, blocks in groupby(part.blocks, key=type):
        if kind is Counts:
            yield from _side_by_side(list(blocks), inner)
        else:
            yield from (each for block in blocks for each in _block(block, inner))


def _side_by_side(given: list[Counts], pen: Pen) -> Iterator[Flowable]:
    """Counts two by two; one alone fills both halves."""
    for place in range(0, len(given), 2):
        told = given[place : place + 2]
        if len(told) == 2:
            yield halves([counts(told[0], pen)], [counts(told[1], pen)])
        else:
            yield counts(told[0], pen, WIDTH)
        yield gap(5)


def _block(block: Block, pen: Pen) -> Iterator[Flowable]:
    match block:
        case Paragraph(text):
            yield pen.write(text, "sheet_text")
        case Points():
            yield from _points(block, pen, ("sheet_point", "sheet_box"))
            yield gap(4)
        case Figures():
            yield figures(block, pen)
            yield gap(6)
        case Pairs():
            yield named(block, pen)
            yield gap(6)
        case Timetable():
            yield timetable(block, pen)
            yield gap(4)
        case Card():
            yield from _card(block, pen)


def _points(points: Points, pen: Pen, styles: tuple[str, str], width: float = WIDTH) -> Iterator[Flowable]:
    listed = pen.inside("L")
    for point in points.points:
        body = listed.inside("LI").inside("LBody")
        if points.boxes:
            yield columns([[[gap(1.4), Box()], [body.write(point, styles[1])]]], (_BOX, width - _BOX), 1.4, 3)
        else:
            yield body.write(point, styles[0], bullet=_BULLET)


def _card(card: Card, pen: Pen) -> Iterator[Flowable]:
    """The title stays with the first parts; the rest may stand on another page."""
    yield pen.item(card.title, card.badge, "card")
    if not card.parts:
        return
    table, rows = pen.inside("Table"), []
    for label, told in card.parts:
        row = table.inside("TR")
        name = row.inside("TH", Scope="/Row").write(label, "card_label")
        rows.append([[name], _told(told, row.inside("TD"))])
    for some in (rows[:_KEPT], rows[_KEPT:]):
        if some:
            yield _ruled(some, (_LABELS, WIDTH - _LABELS), BLUE)


def _told(told: Paragraph | Points, pen: Pen) -> Cell:
    if isinstance(told, Paragraph):
        return [pen.write(told.text, "card_text")]
    return list(_points(told, pen, ("card_point", "card_text"), WIDTH - _LABELS))


def _ruled(rows: list[list[Cell]], widths: list[float] | tuple[float, ...], color: object) -> Table:
    """Columns behind a thick line, which goes on where they break over pages."""
    table = columns(rows, widths, 2.2)
    table.setStyle([("LINEBEFORE", (0, 0), (0, -1), 2, color), ("LEFTPADDING", (0, 0), (0, -1), 10)])
    return table


def _sources(sheet: Sheet, pen: Pen) -> Iterator[Flowable]:
    if not sheet.sources:
        return
    inner = pen.inside("Sect")
    yield inner.section(words.SOURCES)
    yield inner.write(words.sentence(BETWEEN.join(sheet.sources)), "sheet_sources")
