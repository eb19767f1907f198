"""Paragraphs that belong to an element of the structure, their links to elements of their own."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Paragraph

from assessment.report.pdf_canvas import TaggedCanvas, marked
from assessment.report.pdf_structure import Element
from assessment.report.pdf_style import scaled

#: A link as ReportLab counts them in a paragraph: its number and where it leads.
Link = tuple[int, str]


class Text(Paragraph):
    """A paragraph in ReportLab's markup; broken over columns or pages, all its parts belong to the same element."""

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        bulletText: str | None = None,  # noqa: N803 - ReportLab's own name
        element: Element | None = None,
        **parts: Any,  # noqa: ANN401 - ReportLab calls the class with the parts of a broken paragraph
    ) -> None:
        super().__init__(text, style, bulletText=bulletText, **parts)
        self.element = element
        #: ReportLab puts words in the place of what it parsed, once it has looked for lines.
        self._parsed = self.frags
        #: A width, and the room that the paragraph takes in it.
        self._wrapped: tuple[float, tuple[float, float]] | None = None
        self.linked = text is not None and any(frag.link for frag in self.frags)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The room it takes. Most paragraphs are asked three times; lines are looked for when the width changed."""
        if self._wrapped is None or self._wrapped[0] != width or not hasattr(self, "blPara"):
            self._wrapped = width, super().wrap(width, height)
        return self._wrapped[1]

    def resize(self, scale: float) -> None:
        """Set the paragraph, which has not been drawn yet, in letters of another size."""
        self.style = scaled(self.style, scale)
        self.frags, self._wrapped = self._parsed, None
        for frag in self.frags:
            frag.fontSize *= scale

    def split(self, width: float, height: float) -> list[Paragraph]:
        """The parts of a paragraph that finds no room."""
        parts = super().split(width, height)
        for part in parts:
            part.element, part.linked = self.element, self.linked
        return parts

    def draw(self) -> None:
        """Draw the paragraph; a paragraph with links among its words marks each of its runs."""
        if self._marks_runs():
            super().draw()
            return
        whole = self.blPara.link if self.linked and not self.blPara.kind else ()
        tagged = isinstance(self.canv, TaggedCanvas)
        with marked(self.canv, self._link(whole[0]) if whole and tagged else self.element):
            super().draw()

    def beginText(self, x: float, y: float) -> PDFTextObject:  # noqa: N802 - ReportLab's own name
        """The text that the paragraph is written in."""
        text = super().beginText(x, y)
        if self._marks_runs():
            text.holds_marks = True
            text._code.append(self.canv.mark(self.element))
            # ReportLab tells where the words of a link begin (just written) and end.
            text._linkRecord = lambda link, side: self._record(text, link, side)
        return text

    def _marks_runs(self) -> bool:
        return self.linked and bool(self.blPara.kind) and isinstance(self.canv, TaggedCanvas)

    def _record(self, text: PDFTextObject, link: Link, side: str) -> None:
        if side == "end":
            text._code.append(f"EMC {self.canv.mark(self.element)}")
        else:
            text._code.insert(-1, f"EMC {self.canv.mark(self._link(link))}")

    def _link(self, link: Link) -> Element:
        """The element of a link, which may stand on several lines."""
        found: dict[Link, Element] = self.__dict__.setdefault("_links", {})
        if link not in found:
            found[link] = self.element.inside("Link")
        self.canv.links[link[1]] = found[link]
        return found[link]
