"""A Programme in, the bytes of a text document out, so that the coach can go on writing: DOCX, in French.

Headings, lists and tables are those of the word processor, so that they can be changed all at once. Every text is
written as text: no field, no link, nothing that opens by itself.
"""

import datetime
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Row

from assessment.programme.occasion import Occasion
from assessment.programme.plan import Programme
from assessment.report import wording
from assessment.report import wording_of_programme as words
from assessment.report.printable import printable
from assessment.report.programme_document import (
    Audience,
    Block,
    Card,
    Counts,
    Figures,
    Pairs,
    Paragraph,
    Points,
    Row,
    Sheet,
    Timetable,
)
from assessment.report.programme_pdf import SHEETS
from assessment.report.programme_told import shares
from assessment.report.sources import BETWEEN

LANGUAGE = "fr-FR"
_BOX = "☐ "
_TABLE = "Light List Accent 1"
_BLUE = RGBColor(0x23, 0x47, 0xA5)
#: The day of a document that has none: the same programme always gives the same document.
_NO_DAY = datetime.date(2000, 1, 1)
#: Parts of the model that say nothing of this document: a picture of it, styles for a program of 2010.
_UNWANTED = ("/thumbnail", "/stylesWithEffects")
_NO_TIME = (1980, 1, 1, 0, 0, 0)
#: How wide a page of text is, and the shares of it that the columns of a table take.
_WIDTH = 17.0
_COUNTS, _PAIRS, _TIMETABLE = (0.75, 0.25), (0.32, 0.68), (0.24, 0.52, 0.24)


def programme_docx(programme: Programme, occasion: Occasion, audience: Audience = "animation") -> bytes:
    """The document for one audience, by default for whoever leads the form'action."""
    return render(SHEETS[audience](programme, occasion))


def render(sheet: Sheet) -> bytes:
    """The text document of *sheet*."""
    document = Document()
    _dress(document)
    _identify(document, sheet)
    document.add_paragraph(printable(sheet.kicker), "Subtitle")
    document.add_heading(printable(sheet.title), 0)
    for text, style in ((sheet.about, "Normal"), (sheet.lead, "Quote"), (sheet.caution, "Intense Quote")):
        if text:
            document.add_paragraph(printable(text), style)
    for part in sheet.parts:
        heading = document.add_heading(printable(part.title), 1)
        heading.paragraph_format.page_break_before = part.fresh
        if part.intro:
            document.add_paragraph(printable(part.intro))
        for block in part.blocks:
            _block(block, document)
    if sheet.sources:
        document.add_heading(printable(words.SOURCES), 1)
        document.add_paragraph(printable(words.sentence(BETWEEN.join(sheet.sources))))
    return _saved(document)


def _saved(document: DocumentType) -> bytes:
    """The file: without what is only in the library's model, and with the same bytes for the same document."""
    for rels in (document.part.package.rels, document.part.rels):
        for name in [name for name, rel in rels.items() if rel.reltype.endswith(_UNWANTED)]:
            rels.pop(name)
    written, dated = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as given, ZipFile(dated, "w", ZIP_DEFLATED) as kept:
        for each in given.infolist():
            kept.writestr(ZipInfo(each.filename, _NO_TIME), given.read(each), ZIP_DEFLATED)
    return dated.getvalue()


def _dress(document: DocumentType) -> None:
    """Styles: a plain face at a size that reads well, headings in the blue of the reports, French for the speller."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    for level in range(4):
        style = document.styles["Title" if level == 0 else f"Heading {level}"]
        style.font.color.rgb, style.font.name = _BLUE, "Calibri"
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{kind}"), None)
    for properties in document.styles.element.iter(qn("w:rPrDefault")):
        language = properties.find(qn("w:rPr")).find(qn("w:lang"))
        for kind in ("val", "eastAsia", "bidi"):
            language.set(qn(f"w:{kind}"), LANGUAGE)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)
    for style in [each for each in document.styles if each.type == WD_STYLE_TYPE.TABLE]:
        if style.name not in (_TABLE, "Normal Table"):
            style.delete()  # a hundred looks that nobody asked for: they take most of the time and of the file
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)


def _identify(document: DocumentType, sheet: Sheet) -> None:
    """What the file says of itself."""
    told, day = document.core_properties, sheet.day or _NO_DAY
    told.title, told.subject = printable(f"{sheet.kicker} · {sheet.title}")[:255], printable(sheet.edition)[:255]
    told.author = told.last_modified_by = wording.TOOL
    told.language, told.comments, told.keywords = LANGUAGE, "", ""
    told.created = told.modified = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _block(block: Block, document: DocumentType) -> None:
    match block:
        case Paragraph(text):
            document.add_paragraph(printable(text))
        case Points():
            _points(block, document)
        case Figures(figures):
            for number, label in figures:
                document.add_paragraph(printable(f"{number} {label}"), "List Bullet")
        case Counts(head, rows):
            _table(head, [(label, count) for label, count, _ in rows], _COUNTS, document)
        case Pairs(head, rows):
            _table(head, rows, _PAIRS, document)
        case Timetable(head, rows):
            _table(head, [_row(row) for row in rows], _TIMETABLE, document)
        case Card():
            _card(block, document)


def _points(points: Points, document: DocumentType) -> None:
    for point in points.points:
        if points.boxes:
            document.add_paragraph(_BOX + printable(point))
        else:
            document.add_paragraph(printable(point), "List Bullet")


def _card(card: Card, document: DocumentType) -> None:
    document.add_heading(printable(f"{card.title} ({card.badge})"), 2)
    for label, told in card.parts:
        document.add_heading(printable(label), 3)
        _block(told, document)


def _row(row: Row) -> tuple[str, str, str]:
    split = tuple(shares(row.theory, row.practice)) or (words.length(row.minutes),)
    return row.hours, "\n".join((row.title, *row.details, *row.beside)), "\n".join(split)


def _table(
    head: tuple[str, ...], rows: Iterable[tuple[str, ...]], shares_of: tuple[float, ...], to: DocumentType
) -> None:
    """A table whose first row is its header, repeated on every page."""
    table = to.add_table(rows=1, cols=len(head), style=_TABLE)
    table.autofit = False
    for column, share in zip(table.columns, shares_of, strict=True):
        column.width = Cm(_WIDTH * share)  # LibreOffice reads the width of columns, Word that of cells
    first = table.rows[0]
    _write(first, head, shares_of)
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    first._tr.get_or_add_trPr().append(repeated)
    for row in rows:
        _write(table.add_row(), row, shares_of)
    to.add_paragraph()  # two tables that touch would become one


def _write(row: _Row, texts: tuple[str, ...], shares_of: tuple[float, ...]) -> None:
    for cell, text, share in zip(row.cells, texts, shares_of, strict=True):
        cell.width = Cm(_WIDTH * share)
        first, *others = text.split("\n")
        cell.text = printable(first)
        for other in others:
            cell.add_paragraph(printable(other))
