"""The logical structure of a tagged PDF: elements in reading order, whatever order they are drawn in.

Whoever tells the story makes the elements; a canvas only notes on which page the content of each was drawn, and
`StructureTree` writes them all when the document is saved. Tags are the standard ones of ISO 32000-1, 14.8.4.
"""

from collections.abc import Iterable, Iterator, Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference

#: Namespaces of attributes, by the tag that owns them (14.8.5).
_OWNERS = {"Table": "Table", "TH": "Table", "TD": "Table", "L": "List", "Figure": "Layout"}


def hex_text(text: str, *, ascii_only: bool = False) -> str:
    """*text* as a PDF string, of any alphabet or *ascii_only*."""
    written = text.encode("ascii", "replace") if ascii_only else b"\xfe\xff" + text.encode("utf-16-be", "replace")
    return f"<{written.hex()}>"


class Element(PDFObject):
    """A node of the structure; *attributes* are written as they are given (« Scope »: « /Row »).

    *alt* tells a picture in words.
    """

    __RefOnly__ = 1

    def __init__(self, tag: str, parent: "Element | None" = None, *, alt: str | None = None, **attributes: str) -> None:
        self.tag, self.parent, self.alt, self.attributes = tag, parent, alt, attributes
        self.children: list[Element | Drawn | Annotated] = []
        if parent is not None:
            parent.children.append(self)

    def inside(self, tag: str, *, alt: str | None = None, **attributes: str) -> "Element":
        """A new last child."""
        return Element(tag, self, alt=alt, **attributes)

    def drop(self, count: int) -> None:
        """Forget the last *count* children: what they were made for found no room."""
        del self.children[len(self.children) - count :]

    def is_empty(self) -> bool:
        """Whether nothing of it was drawn; a cell without content still holds its place in the table."""
        if self.tag in ("TD", "TH"):
            return False
        return all(isinstance(child, Element) and child.is_empty() for child in self.children)

    def format(self, document: PDFDocument) -> bytes:
        """The node as it stands in the file."""
        told = [f"/S/{self.tag}/P {_reference(document, self.parent)}"]
        told += [f"/Alt{hex_text(self.alt)}"] if self.alt is not None else []
        told += self._attributes()
        page = next((child.page for child in self.children if isinstance(child, Drawn)), None)
        told += [f"/Pg {_named(document, page)}"] if page else []
        told.append(f"/K[{' '.join(self._kids(document, page))}]")
        return f"<<{''.join(told)}>>".encode("latin-1")

    def _attributes(self) -> list[str]:
        if not self.attributes:
            return []
        told = "".join(f"/{name} {value}" for name, value in self.attributes.items())
        return [f"/A<</O/{_OWNERS.get(self.tag, 'Layout')}{told}>>"]

    def _kids(self, document: PDFDocument, page: str | None) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, Element):
                if not child.is_empty():
                    yield _reference(document, child)
            elif isinstance(child, Annotated):
                yield f"<</Type/OBJR/Obj {_named(document, child.name)}/Pg {_named(document, child.page)}>>"
            elif child.page == page:
                yield str(child.number)
            else:
                yield f"<</Type/MCR/Pg {_named(document, child.page)}/MCID {child.number}>>"


class Drawn:
    """Content of an element: the marked sequence *number* of the page that is called *page* in the document."""

    __slots__ = ("number", "page")

    def __init__(self, page: str, number: int) -> None:
        self.page, self.number = page, number


class Annotated:
    """An annotation that belongs to an element, and the page it stands on, both by their names in the document."""

    __slots__ = ("name", "page")

    def __init__(self, page: str, name: str) -> None:
        self.page, self.name = page, name


class StructureTree(PDFObject):
    """The root of the structure. *owners* leads from each number in the parent tree back to its element or elements."""

    __RefOnly__ = 1

    def __init__(self, top: Element, owners: Sequence[Element | Sequence[Element]]) -> None:
        top.parent = self
        self.top, self.owners = top, owners

    def format(self, document: PDFDocument) -> bytes:
        """The root, with the parent tree in it."""
        numbers = " ".join(f"{number} {_owner(document, owner)}" for number, owner in enumerate(self.owners))
        top = _reference(document, self.top)
        told = f"/Type/StructTreeRoot/K[{top}]/ParentTree<</Nums[{numbers}]>>/ParentTreeNextKey {len(self.owners)}"
        return f"<<{told}>>".encode("latin-1")


def _owner(document: PDFDocument, owner: Element | Iterable[Element]) -> str:
    if isinstance(owner, Element):
        return _reference(document, owner)
    return f"[{' '.join(_reference(document, each) for each in owner)}]"


def _reference(document: PDFDocument, element: PDFObject) -> str:
    return document.Reference(element).format(document).decode("latin-1")


def _named(document: PDFDocument, name: str) -> str:
    return PDFObjectReference(name).format(document).decode("latin-1")
