"""What a document says of itself, where programs look: information, XMP, colours (PDF/A, PDF/UA)."""

import datetime
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from assessment.report.pdf_fonts import REGULAR
from assessment.report.pdf_style import PAGE_HEIGHT, PAGE_WIDTH

LANGUAGE = "fr-FR"
#: The day of a document that has none: the same report always gives the same bytes.
_NO_DAY = datetime.date(2000, 1, 1)
#: Bytes of a colour profile that hold its date, and the date that ours has: year, month, day, hour, minute, second.
_PROFILE_DATE = slice(24, 36)
_DATE = b"".join(part.to_bytes(2) for part in (2000, 1, 1, 0, 0, 0))

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{author}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document says of itself; without *day* it says a fixed one."""

    title: str
    subject: str
    author: str
    day: datetime.date | None


class _Metadata(PDFObject):
    """XMP stands in clear, so that programs that know no PDF find it."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, _document: PDFDocument) -> bytes:
        """The stream as it stands in the file."""
        head = f"<</Type/Metadata/Subtype/XML/Length {len(self.content)}>>\nstream\n"
        return head.encode() + self.content + b"endstream\n"


def template_of(identity: Identity) -> dict[str, object]:
    """What every document template of ours is told: A4, what the file says of itself, the same bytes each time."""
    return {
        "pagesize": (PAGE_WIDTH, PAGE_HEIGHT),
        "title": identity.title,
        "author": identity.author,
        "creator": identity.author,
        "subject": identity.subject,
        "lang": LANGUAGE,
        "displayDocTitle": True,
        "invariant": 1,
        "initialFontName": REGULAR,
    }


def declare(document: PDFDocument, identity: Identity) -> None:
    """Write *identity* in *document*, and that it is PDF/UA-1 and PDF/A-3a."""
    info, catalog, day = document.info, document.Catalog, identity.day or _NO_DAY
    info.title, info.subject = identity.title, identity.subject
    info.author = info.creator = info.producer = identity.author
    info._dateFormatter = lambda *_: f"D:{day:%Y%m%d}000000+00'00'"
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.Metadata = _Metadata(_told(identity, day))
    catalog.OutputIntents = PDFArray([_colours(document)])


def _told(identity: Identity, day: datetime.date) -> bytes:
    texts = {name: escape(getattr(identity, name)) for name in ("title", "subject", "author")}
    date = f"{day.isoformat()}T00:00:00+00:00"
    return _XMP.format(**texts, producer=texts["author"], language=LANGUAGE, date=date).encode()


def _colours(document: PDFDocument) -> PDFDictionary:
    stream = PDFStream(PDFDictionary({"N": 3}), _profile())
    stream.filters = [PDFZCompress]
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(stream),
        }
    )


@lru_cache
def _profile() -> bytes:
    """The sRGB colour space."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_PROFILE_DATE] = _DATE
    return bytes(made)
