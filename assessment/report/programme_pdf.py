"""A Programme in, the bytes of a PDF about it out, for whoever orders it, leads it or takes part.

Tagged, PDF/UA-1 and PDF/A-3a as the reports; the same programme on the same occasion always gives the same bytes.
"""

from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from assessment.programme.occasion import Occasion
from assessment.programme.plan import Programme
from assessment.report import pdf_fonts, wording
from assessment.report.pdf import wordmark
from assessment.report.pdf_blocks import Pen
from assessment.report.pdf_canvas import TaggedCanvas
from assessment.report.pdf_fonts import REGULAR, fitted
from assessment.report.pdf_identity import Identity, template_of
from assessment.report.pdf_structure import Element
from assessment.report.pdf_style import BOTTOM, GREY, HEIGHT, PAGE_HEIGHT, PAGE_WIDTH, RULE, SIDE, WIDTH
from assessment.report.pdf_words import words
from assessment.report.programme_document import Audience, Sheet
from assessment.report.programme_for_commissioner import commissioner_sheet
from assessment.report.programme_for_facilitator import facilitator_sheet
from assessment.report.programme_for_participants import participants_sheet
from assessment.report.programme_pdf_story import story
from assessment.report.programme_pdf_style import styles_at

#: How small letters become in a document that is « shortened », and sizes between, if that saves a page.
_SMALLEST, _SCALES = 0.86, (0.95, 0.9)
SHEETS = {
    "commanditaire": commissioner_sheet,
    "animation": facilitator_sheet,
    "participants": participants_sheet,
}
NOWHERE = Occasion()


def commissioner_pdf(programme: Programme, occasion: Occasion = NOWHERE) -> bytes:
    """The document for whoever orders the form'action: no name, no answer of a participant."""
    return render(commissioner_sheet(programme, occasion))


def facilitator_pdf(programme: Programme, occasion: Occasion = NOWHERE) -> bytes:
    """The guide for whoever leads it: it names people, as far as each of them shares."""
    return render(facilitator_sheet(programme, occasion))


def participants_pdf(programme: Programme, occasion: Occasion = NOWHERE) -> bytes:
    """The document for those who take part."""
    return render(participants_sheet(programme, occasion))


def programme_pdf(programme: Programme, occasion: Occasion, audience: Audience) -> bytes:
    """The document for one audience."""
    return render(SHEETS[audience](programme, occasion))


def render(sheet: Sheet) -> bytes:
    """The PDF of *sheet*."""
    pdf_fonts.register()
    whole, pages = _built(sheet, 1.0)
    if not sheet.shortened or _built(sheet, _SMALLEST)[1] == pages:
        return whole
    # Smaller letters save a page: they become no smaller than that takes.
    smaller = (_built(sheet, scale) for scale in (*_SCALES, _SMALLEST))
    return next(content for content, fewer in smaller if fewer < pages)


def _built(sheet: Sheet, scale: float) -> tuple[bytes, int]:
    """The file, and how many pages it has."""
    top = Element("Document")
    told = story(sheet, Pen(top, styles_at(scale)))
    identity = Identity(words(f"{sheet.kicker} · {sheet.title}"), words(sheet.edition), wording.TOOL, sheet.day)
    document = _Document(identity)
    furniture = partial(_furniture, sheet)
    document.build(told, canvasmaker=partial(TaggedCanvas, furniture=furniture, top=top, identity=identity))
    return document.buffer.getvalue(), document.page


class _Document(BaseDocTemplate):
    """A document on A4 pages of one column."""

    def __init__(self, identity: Identity) -> None:
        self.buffer = BytesIO()
        super().__init__(self.buffer, **template_of(identity))
        self.addPageTemplates([PageTemplate("page", [Frame(SIDE, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0, id="page")])])


def _furniture(sheet: Sheet, canvas: Canvas, page: int, pages: int) -> None:
    """The head and the foot of a page."""
    right = PAGE_WIDTH - SIDE
    canvas.saveState()
    wordmark(canvas, SIDE, PAGE_HEIGHT - 36)
    canvas.setFont(REGULAR, 8.5)
    canvas.setFillColor(GREY)
    if page > 1:
        told = fitted(words(sheet.title), REGULAR, 8.5, WIDTH * 0.7, wording.CUT)
        canvas.drawRightString(right, PAGE_HEIGHT - 36, told)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.4)
    canvas.line(SIDE, 38, right, 38)
    about = fitted(words(f"{sheet.kicker} · {sheet.edition}"), REGULAR, 8.5, WIDTH * 0.7, wording.CUT)
    canvas.drawString(SIDE, 25, about)
    canvas.drawRightString(right, 25, wording.PAGE.format(page=page, pages=pages))
    canvas.restoreState()
