"""An answer file in, a file embedded in the PDF out: ReportLab has no interface for it, so its objects are made here.

It stands in /Names /EmbeddedFiles for every reader, and in /AF of the catalogue as data that belongs to the document
(PDF 2.0, 14.13; PDF/A-3).
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

from assessment.report import wording

_MIME = "application/json"


class _Indirect(PDFDictionary):
    """A dictionary that stands on its own in the file."""

    __RefOnly__ = 1


def attach(document: PDFDocument, content: bytes) -> None:
    """Embed *content*, an answer file in JSON, in *document*."""
    embedded = document.Reference(_stream(content))
    file = document.Reference(
        _Indirect(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(wording.ATTACHMENT_NAME),
                "UF": PDFString(wording.ATTACHMENT_NAME),
                "Desc": PDFString(wording.ATTACHMENT),
                "AFRelationship": PDFName("Data"),
                "EF": PDFDictionary({"F": embedded, "UF": embedded}),
            }
        )
    )
    catalog, named = document.Catalog, PDFArray([PDFString(wording.ATTACHMENT_NAME), file])
    catalog.Names = _Indirect({"EmbeddedFiles": PDFDictionary({"Names": named})})
    catalog.AF = PDFArray([file])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]  # the keys that ReportLab writes when they are set


def _stream(content: bytes) -> PDFStream:
    # Without a date, the same content always gives the same bytes.
    checksum = hashlib.md5(content, usedforsecurity=False).hexdigest()
    parameters = PDFDictionary({"Size": len(content), "CheckSum": f"<{checksum}>"})
    told = {"Type": PDFName("EmbeddedFile"), "Subtype": f"/{_MIME.replace('/', '#2F')}", "Params": parameters}
    stream = PDFStream(PDFDictionary(told), content)
    stream.filters = [PDFZCompress]
    return stream
