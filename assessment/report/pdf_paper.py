"""Flowables in, the bytes of a tagged PDF of full-width pages out: for what is no report of one project."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from assessment.report import pdf_fonts, wording
from assessment.report.pdf import wordmark
from assessment.report.pdf_blocks import Pen
from assessment.report.pdf_canvas import TaggedCanvas
from assessment.report.pdf_fonts import REGULAR, fitted
from assessment.report.pdf_identity import Identity, template_of
from assessment.report.pdf_structure import Element
from assessment.report.pdf_style import BOTTOM, GREY, HEIGHT, PAGE_HEIGHT, PAGE_WIDTH, RULE, SIDE, WIDTH, styles
from assessment.report.pdf_words import words


@dataclass(frozen=True, slots=True)
class Paper:
    """What pages carry: *head* from the second one on, *foot* on all; *identity*: what the file says of itself."""

    identity: Identity
    head: str
    foot: str


def pen(sources: tuple[str, ...] = ()) -> Pen:
    """A pen at the top of a new document; links lead to the *sources* at its end."""
    pdf_fonts.register()
    return Pen(Element("Document"), styles(), sources=sources)


def printed(story: Sequence[Flowable], pen: Pen, paper: Paper) -> bytes:
    """The PDF of a *story* that was written with *pen*: PDF/UA-1 and PDF/A-3a; same content, same bytes."""
    file, identity = BytesIO(), paper.identity
    document = BaseDocTemplate(file, **template_of(identity))
    frame = Frame(SIDE, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0, id="page")
    document.addPageTemplates([PageTemplate("page", [frame])])
    maker = partial(TaggedCanvas, furniture=partial(_furniture, paper), top=pen.element, identity=identity)
    document.build(list(story), canvasmaker=maker)
    return file.getvalue()


def _furniture(paper: Paper, canvas: Canvas, page: int, pages: int) -> None:
    right = PAGE_WIDTH - SIDE
    canvas.saveState()
    wordmark(canvas, SIDE, PAGE_HEIGHT - 36)
    canvas.setFont(REGULAR, 8.5)
    canvas.setFillColor(GREY)
    if page > 1:
        canvas.drawRightString(right, PAGE_HEIGHT - 36, fitted(words(paper.head), REGULAR, 8.5, WIDTH * 0.7, "…"))
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.4)
    canvas.line(SIDE, 38, right, 38)
    canvas.drawString(SIDE, 25, fitted(words(paper.foot), REGULAR, 8.5, WIDTH * 0.7, "…"))
    canvas.drawRightString(right, 25, words(wording.PAGE.format(page=page, pages=pages)))
    canvas.restoreState()
