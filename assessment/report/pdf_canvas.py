"""A canvas whose pages are tagged: what is drawn for an element belongs to it, all the rest is decoration.

Flowables say what they draw with `marked(canvas, element)`; on any other canvas that does nothing, so that the same
story can be drawn without tags.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from assessment.report import wording_of_pdf as wording
from assessment.report.pdf_attachment import attach
from assessment.report.pdf_file import written
from assessment.report.pdf_identity import Identity, declare
from assessment.report.pdf_structure import Annotated, Drawn, Element, StructureTree, hex_text

#: Draws the head and the foot of a page, given its number and how many there are.
Furniture = Callable[[Canvas, int, int], None]

#: Left, bottom, right and top, in points.
Box = tuple[float, float, float, float]

#: Operators that leave ink on the page: text, strokes and fills.
_PAINTS = re.compile(r"(?:^|\s)(?:ET|S|s|f|F|f\*|B|B\*|b|b\*)(?:\s|$)")


def marked(canvas: Canvas, element: Element | None) -> AbstractContextManager[None]:
    """What is drawn inside belongs to *element*."""
    if element is None or not isinstance(canvas, TaggedCanvas):
        return nullcontext()
    return canvas.marking(element)


class PagedCanvas(Canvas):
    """A canvas that draws the head and foot of its pages once all are there, because they say how many there are."""

    def __init__(self, *given: Any, furniture: Furniture, **named: Any) -> None:  # noqa: ANN401 - ReportLab's own
        self.furniture = furniture
        super().__init__(*given, **named)

    def save(self) -> None:
        """Draw heads and feet, and write the document."""
        self.finish()
        super().save()

    def finish(self) -> None:
        """Draw heads and feet."""
        if self._code:
            self.showPage()
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages, start=1):
            self._code = []
            self.furniture(self, number, len(pages))
            page.stream = "\n".join([page.stream, *self.decoration(self._code), ""])
        self._code = []

    def decoration(self, code: list[str]) -> list[str]:
        """Code that draws no content."""
        return code


class TaggedCanvas(PagedCanvas):
    """Its pages carry marks; *top* holds all elements, *identity* is what the document says of itself."""

    def __init__(
        self,
        *given: Any,  # noqa: ANN401 - ReportLab's own
        top: Element,
        identity: Identity,
        attachment: bytes | None = None,
        **named: Any,  # noqa: ANN401 - ReportLab's own
    ) -> None:
        self.top, self.identity, self.attachment = top, identity, attachment
        #: The Link element of each target, for the annotation that is drawn after its words.
        self.links: dict[str, Element] = {}
        #: Leads from the numbers of the parent tree to elements; a page has a list of them, by mark.
        self._owners: list[Element | list[Element]] = []
        self._marks: list[Element] = []
        #: Where the code of the page belongs to an element.
        self._spans: list[tuple[int, int]] = []
        super().__init__(*given, **named)

    def save(self) -> None:
        """Draw heads and feet, and write the document with its structure."""
        self.finish()
        document, catalog = self._doc, self._doc.Catalog
        declare(document, self.identity)
        catalog.StructTreeRoot = StructureTree(self.top, self._owners)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        if self.attachment is not None:
            attach(document, self.attachment)
        self._filename.write(written(document, self))

    @contextmanager
    def marking(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to *element*."""
        start = len(self._code)
        self._code.append(self.mark(element))
        yield
        self._code.append("EMC")
        self._spans.append((start, len(self._code)))

    def mark(self, element: Element) -> str:
        """The operator after which everything belongs to *element*."""
        number = len(self._marks)
        self._marks.append(element)
        element.children.append(Drawn(self._page_name, number))
        return f"/{element.tag} <</MCID {number}>> BDC"

    def drawText(self, aTextObject: PDFTextObject) -> None:  # noqa: N802, N803 - ReportLab's own names
        """Draw a text, which may hold marks of its own (see pdf_text)."""
        holds_marks = getattr(aTextObject, "holds_marks", False)
        if holds_marks:
            aTextObject._code.append("EMC")
        super().drawText(aTextObject)
        if holds_marks:
            self._spans.append((len(self._code) - 1, len(self._code)))

    def showPage(self) -> None:  # noqa: N802 - ReportLab's own name
        """Close the page."""
        self._decorate()
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._owners), PDFName("S")
        self._owners.append(self._marks)
        self._marks, self._spans = [], []

    def decoration(self, code: list[str]) -> list[str]:
        """Code that draws no content, and says so."""
        return ["/Artifact <</Type /Pagination>> BDC", *code, "EMC"]

    def linkURL(self, url: str, rect: Box, relative: int = 0, **_style: object) -> None:  # noqa: N802
        """A link to an address."""
        action = PDFDictionary({"S": PDFName("URI"), "URI": hex_text(url, ascii_only=True)})
        self._link(url, rect, relative, wording.LINK_OUT.format(address=url), {"A": action})

    def linkRect(self, _told: str, place: str, rect: Box, relative: int = 1, **_style: object) -> None:  # noqa: N802
        """A link to a place of the document; places are named as people call them."""
        told = wording.LINK_IN.format(place=place)
        self._link(f"#{place}", rect, relative, told, {"Dest": self._bookmarkReference(place)})

    def _link(self, target: str, rect: Box, relative: int, told: str, leading: dict[str, object]) -> None:
        about = {"Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Border": "[0 0 0]", "F": 4}
        about |= {"Rect": PDFArray(self._absRect(rect, relative)), "Contents": hex_text(told)}
        element = self.links[target]
        self._addAnnotation(PDFDictionary({**about, **leading, "StructParent": len(self._owners)}))
        self._owners.append(element)
        element.children.append(Annotated(self._page_name, self._annotationrefs[-1].name))

    @property
    def _page_name(self) -> str:
        return self._doc.thisPageRef().name

    def _decorate(self) -> None:
        """Mark as decoration whatever leaves ink and belongs to no element."""
        code, before = self._code, 0
        for start, end in [*self._spans, (len(code), 0)]:
            for place in range(before, start):
                if _PAINTS.search(code[place]):
                    code[place] = f"/Artifact BMC {code[place]} EMC"
            before = end
