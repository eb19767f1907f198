"""A Report in, the bytes of its PDF out: tagged, PDF/UA-1 and PDF/A-3a; the same report always gives the same bytes."""

from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from assessment.report import pdf_fonts, wording
from assessment.report.document import Report
from assessment.report.pdf_blocks import Pen
from assessment.report.pdf_board import board
from assessment.report.pdf_canvas import PagedCanvas, TaggedCanvas
from assessment.report.pdf_fonts import BOLD, REGULAR, fitted
from assessment.report.pdf_identity import Identity, template_of
from assessment.report.pdf_kept import kept
from assessment.report.pdf_plain import plain
from assessment.report.pdf_story import Story, whole
from assessment.report.pdf_structure import Element
from assessment.report.pdf_style import (
    BLUE,
    BOTTOM,
    COLUMN,
    GREY,
    GUTTER,
    HEIGHT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    SIDE,
    WIDTH,
    styles,
)
from assessment.report.pdf_words import words
from assessment.report.variants import WHOLE, Variant, as_told

#: The smallest column that may stand below the profile.
_LEAST_BELOW = 60


def render(report: Report, attachment: bytes | None = None, variant: Variant = WHOLE) -> bytes:
    """The PDF of *report*, with *attachment* (an answer file in JSON) embedded in it.

    Whoever asks for a *variant* without free text gives an attachment made of `variants.stripped` answers.
    """
    return _built(report, attachment, variant, tagged=True)


def untagged(report: Report, variant: Variant = WHOLE) -> bytes:
    """The same content laid out and drawn by ReportLab alone, once: what bench/ measures `render` against.

    It has no structure and no attachment, and letters stay as large as they are when pages are not full.
    """
    return _built(report, None, variant, tagged=False)


def _built(report: Report, attachment: bytes | None, variant: Variant, *, tagged: bool) -> bytes:
    pdf_fonts.register()
    report, top = as_told(report, variant), Element("Document")
    listed = frozenset(reason.question for reason in report.answers if variant.form == "whole")
    pen = Pen(top, styles(), listed, report.sources)
    story = _story(report, pen, variant, attached=attachment is not None, fitting=tagged)
    document = _Document(_identity(report), story)
    furniture = partial(_furniture, report)
    maker = partial(PagedCanvas, furniture=furniture)
    if tagged:
        about = {"top": top, "identity": document.identity, "attachment": attachment}
        maker = partial(TaggedCanvas, furniture=furniture, **about)
    document.build(story.flowables, canvasmaker=maker)
    return document.buffer.getvalue()


def _story(report: Report, pen: Pen, variant: Variant, *, attached: bool, fitting: bool) -> Story:
    match variant.form:
        case "board":
            return Story(board(report, pen, variant.contact))
        case "plain":
            return Story(plain(report, pen, variant.contact))
        case "whole":
            return whole(kept(report), pen, contact=variant.contact, attached=attached, fitting=fitting)


def _identity(report: Report) -> Identity:
    title = words(" · ".join(filter(None, (report.title, report.subject))))
    return Identity(title, words(report.edition), wording.TOOL, report.day)


class _Document(BaseDocTemplate):
    """A report on A4 pages, of one column or two; the first page of two columns may have something above them."""

    def __init__(self, identity: Identity, story: Story) -> None:
        self.buffer, self.identity = BytesIO(), identity
        super().__init__(self.buffer, **template_of(identity))
        below = max(HEIGHT - story.above, _LEAST_BELOW)
        above = Frame(SIDE, BOTTOM + below, WIDTH, HEIGHT - below + 0.1, 0, 0, 0, 0, id="above")
        page = partial(Frame, SIDE, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)
        self.addPageTemplates(
            [
                PageTemplate("cover", [page(id="cover")]),
                PageTemplate("wall", [page(id="wall")]),
                PageTemplate("above", [above, *_columns(below)]),
                PageTemplate("columns", _columns(HEIGHT)),
            ]
        )


def _columns(room: float) -> list[Frame]:
    places = (SIDE, SIDE + COLUMN + GUTTER)
    return [Frame(place, BOTTOM, COLUMN, room, 0, 0, 0, 0, id=f"column {place:.0f}") for place in places]


def _furniture(report: Report, canvas: Canvas, page: int, pages: int) -> None:
    """The head and the foot of a page."""
    right = PAGE_WIDTH - SIDE
    canvas.saveState()
    wordmark(canvas, SIDE, PAGE_HEIGHT - 36)
    canvas.setFont(REGULAR, 8.5)
    canvas.setFillColor(GREY)
    if page > 1:
        name = fitted(words(report.subject or report.title), REGULAR, 8.5, WIDTH * 0.7, wording.CUT)
        canvas.drawRightString(right, PAGE_HEIGHT - 36, name)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.4)
    canvas.line(SIDE, 38, right, 38)
    about = " · ".join(filter(None, (report.edition, wording.told_day(report.day) if report.day else None)))
    canvas.drawString(SIDE, 25, fitted(words(about), REGULAR, 8.5, WIDTH * 0.7, wording.CUT))
    canvas.drawRightString(right, 25, wording.PAGE.format(page=page, pages=pages))
    canvas.restoreState()


def wordmark(canvas: Canvas, x: float, y: float) -> None:
    """The name of the tool, after three stations of its line."""
    canvas.setStrokeColor(BLUE)
    canvas.setFillColor(BLUE)
    canvas.setLineWidth(1.4)
    canvas.line(x + 3, y + 4, x + 25, y + 4)
    for place in (x + 3, x + 14):
        canvas.circle(place, y + 4, 2.8, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.circle(x + 25, y + 4, 2.8, stroke=1, fill=1)
    canvas.setFillColor(BLUE)
    canvas.setFont(BOLD, 12)
    canvas.drawString(x + 34, y, wording.TOOL)
