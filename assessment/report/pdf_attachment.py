"""Bytes in, a file embedded in the PDF out: ReportLab has no interface for it, so its objects are put together here.

The file stands in /Names /EmbeddedFiles for every reader, and in /AF of the catalogue as data that belongs to the
document (PDF 2.0, 14.13; PDF/A-3).
"""

import hashlib

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)


class _Indirect(PDFDictionary):
    """A dictionary that stands on its own in the file."""

    __RefOnly__ = 1


def attach(document: PDFDocument, content: bytes, *, name: str, mime: str, description: str) -> None:
    """Embed *content* in *document* as an associated file called *name*."""
    embedded = document.Reference(_stream(content, mime))
    file = document.Reference(
        _Indirect(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(name),
                "UF": PDFString(name),
                "Desc": PDFString(description),
                "AFRelationship": PDFName("Data"),
                "EF": PDFDictionary({"F": embedded, "UF": embedded}),
            }
        )
    )
    catalog = document.Catalog
    catalog.Names = _Indirect({"EmbeddedFiles": PDFDictionary({"Names": PDFArray([PDFString(name), file])})})
    catalog.AF = PDFArray([file])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]  # the keys that ReportLab writes when they are set


def _stream(content: bytes, mime: str) -> PDFStream:
    # Without a date, the same content always gives the same bytes.
    checksum = hashlib.md5(content, usedforsecurity=False).hexdigest()
    parameters = PDFDictionary({"Size": len(content), "CheckSum": f"<{checksum}>"})
    told = {"Type": PDFName("EmbeddedFile"), "Subtype": f"/{mime.replace('/', '#2F')}", "Params": parameters}
    stream = PDFStream(PDFDictionary(told), content)
    stream.filters = [PDFZCompress]
    return stream
