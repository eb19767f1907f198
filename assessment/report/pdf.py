"""A Report in, the bytes of its PDF out: the same report always gives the same bytes.

The pages are laid out twice, because « page 2 sur 5 » must know how many there are.
"""

from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from assessment.report import pdf_fonts, wording
from assessment.report.document import Report
from assessment.report.pdf_attachment import attach
from assessment.report.pdf_fonts import BOLD, REGULAR, fitted
from assessment.report.pdf_story import story
from assessment.report.pdf_style import (
    BLUE,
    BOTTOM,
    GREY,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    SIDE,
    TOP,
    WIDTH,
    styles,
)
from assessment.report.pdf_words import words

LANGUAGE = "fr-FR"
#: Pages may leave this share of their height blank; the last page may leave more.
_BLANK = 0.33
_BLANK_AT_THE_END = 0.8
#: A report with more pages is taken as it comes.
_PAGES_WORTH_TRYING = 20
#: Spaces are narrowed or widened until no page leaves more.
_AIRS = (1.0, 0.55, 0.8, 1.2)


def render(report: Report, attachment: bytes | None = None) -> bytes:
    """The PDF of *report*, with *attachment* (an answer file in JSON) embedded in it."""
    pdf_fonts.register()
    best = _laid_out(report, attachment, _AIRS[0])
    for air in _AIRS[1:]:
        if not best.excess or best.page > _PAGES_WORTH_TRYING:
            break
        best = min(best, _laid_out(report, attachment, air), key=lambda document: document.excess)
    return _laid_out(report, attachment, best.air, pages=best.page).content


class _Canvas(Canvas):
    """A canvas that embeds a file when it is saved."""

    def __init__(self, *given: object, attachment: bytes | None = None, **named: object) -> None:
        super().__init__(*given, pdfVersion=(1, 7), **named)
        self.attachment = attachment

    def save(self) -> None:
        if self.attachment is not None:
            attach(
                self._doc,
                self.attachment,
                name=wording.ATTACHMENT_NAME,
                mime="application/json",
                description=wording.ATTACHMENT,
            )
        super().save()


class _Document(BaseDocTemplate):
    """A report on A4 pages with their head and foot; *pages* is their number, 0 while it is not known."""

    def __init__(self, report: Report, air: float, pages: int) -> None:
        title = words(" · ".join(filter(None, (report.title, report.subject))))
        self.buffer = BytesIO()
        super().__init__(
            self.buffer,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            title=title,
            author=wording.TOOL,
            creator=wording.TOOL,
            subject=words(report.edition),
            lang=LANGUAGE,
            displayDocTitle=True,
            invariant=1,
            initialFontName=REGULAR,
        )
        self.report, self.air, self.pages = report, air, pages
        self.blanks: list[float] = []
        frame = Frame(SIDE, BOTTOM, WIDTH, PAGE_HEIGHT - TOP - BOTTOM, 0, 0, 0, 0, id="column")
        self.addPageTemplates(PageTemplate("page", [frame], onPage=_furniture))

    @property
    def content(self) -> bytes:
        """The PDF."""
        return self.buffer.getvalue()

    @property
    def excess(self) -> float:
        """By how much the emptiest page is too empty, as a share of its height; 0 when none is."""
        *inner, last = self.blanks
        at_the_end = [last - _BLANK_AT_THE_END] if inner else []
        return max((0.0, *at_the_end, *(blank - _BLANK for blank in inner)))

    def afterPage(self) -> None:  # noqa: N802 - ReportLab's own name
        """Note how much of the page stays blank."""
        self.blanks.append((self.frame._y - BOTTOM) / (PAGE_HEIGHT - TOP - BOTTOM))


def _laid_out(report: Report, attachment: bytes | None, air: float, pages: int = 0) -> _Document:
    document = _Document(report, air, pages)
    flowables = list(story(report, styles(air), attached=attachment is not None))
    document.build(flowables, canvasmaker=partial(_Canvas, attachment=attachment))
    return document


def _furniture(canvas: Canvas, document: _Document) -> None:
    """The head and the foot of a page."""
    report, right = document.report, PAGE_WIDTH - SIDE
    canvas.saveState()
    _wordmark(canvas, SIDE, PAGE_HEIGHT - 38)
    canvas.setFont(REGULAR, 8.5)
    canvas.setFillColor(GREY)
    if document.page > 1:
        name = fitted(words(report.subject or report.title), REGULAR, 8.5, WIDTH * 0.7, wording.CUT)
        canvas.drawRightString(right, PAGE_HEIGHT - 38, name)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.4)
    canvas.line(SIDE, 44, right, 44)
    about = " · ".join(filter(None, (report.edition, wording.told_day(report.day) if report.day else None)))
    canvas.drawString(SIDE, 31, fitted(words(about), REGULAR, 8.5, WIDTH * 0.7, wording.CUT))
    canvas.drawRightString(right, 31, wording.PAGE.format(page=document.page, pages=document.pages))
    canvas.restoreState()


def _wordmark(canvas: Canvas, x: float, y: float) -> None:
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
