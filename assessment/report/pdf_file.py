"""A ReportLab document in, the bytes of its file out: objects in compressed streams, as PDF/A wants them written.

ReportLab's own writer leaves no end of line before « endstream » and maps unused codes of its fonts to U+0000, which
PDF/A and PDF/UA refuse; it also writes each object in clear, and a structure has a thousand of them.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFDocument, format
from reportlab.pdfgen.canvas import Canvas

#: The second line tells programs that the file is binary.
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
#: After two signs that end a line: a stream may end with the first of them.
_END = b"endstream\n"
#: How many objects stand in one compressed stream.
_TOGETHER = 200
#: Level of compression: past it, slower for little.
_LEVEL = 6
_CHARACTERS = re.compile(r"^<([0-9A-F]{2})> <([0-9A-F]{4,})>$", re.MULTILINE)
_CHARACTER_LIST = re.compile(r"\d+ beginbfchar\n.*endbfchar", re.DOTALL)
#: A list of characters may have so many entries (Adobe technical note 5014).
_CHARACTERS_AT_MOST = 100

#: Where an object is: (1, offset in the file, 0) or (2, number of the stream it stands in, place there).
Place = tuple[int, int, int]


def written(document: PDFDocument, canvas: Canvas) -> bytes:
    """The file of *document*, drawn on *canvas*; same content, same bytes."""
    _prepare(document, canvas)
    file, places, packed = bytearray(_HEAD), {}, []
    for number, body in _objects(document):
        if body.endswith(_END):
            places[number] = (1, len(file), 0)
            file += b"%d 0 obj\n%s\r\n%sendobj\n" % (number, body.removesuffix(_END), _END)
        else:
            packed.append((number, body.strip()))
    following = len(document.numberToId) + 1
    for first in range(0, len(packed), _TOGETHER):
        group = packed[first : first + _TOGETHER]
        places |= {number: (2, following, index) for index, (number, _) in enumerate(group)}
        places[following] = (1, len(file), 0)
        file += _object_stream(following, group)
        following += 1
    places[following] = (1, len(file), 0)
    return bytes(file + _cross_references(following, places, document, file))


def _prepare(document: PDFDocument, canvas: Canvas) -> None:
    for font in document.delayedFonts:
        font.addObjects(document)
    for name, stream in document.idToObject.items():
        if str(name).startswith("toUnicodeCMap:"):
            stream.content = _known_characters(stream.content)
    document.Reference(document.Catalog)
    document.Reference(document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    document.encrypt.prepare(document)


def _known_characters(content: str) -> str:
    """The list of characters of a font without the codes that stand for none."""
    known = [f"<{code}> <{sign}>" for code, sign in _CHARACTERS.findall(content) if int(sign, 16)]
    groups = [known[first : first + _CHARACTERS_AT_MOST] for first in range(0, len(known), _CHARACTERS_AT_MOST)]
    told = "\n".join("\n".join([f"{len(group)} beginbfchar", *group, "endbfchar"]) for group in groups)
    return _CHARACTER_LIST.sub(lambda _: told, content)


def _objects(document: PDFDocument) -> Iterator[tuple[int, bytes]]:
    """Every object by its number; objects may appear while others are written."""
    number = 1
    while number in document.numberToId:
        body = format(document.idToObject[document.numberToId[number]], document, toplevel=1)
        yield number, body if body.endswith(b"\n") else body + b"\n"
        number += 1


def _object_stream(number: int, group: list[tuple[int, bytes]]) -> bytes:
    index, offset = [], 0
    for name, body in group:
        index.append(f"{name} {offset}")
        offset += len(body) + 1
    head = " ".join(index).encode() + b"\n"
    about = f"/Type/ObjStm/N {len(group)}/First {len(head)}"
    return _stream(number, about, head + b"\n".join(body for _, body in group))


def _cross_references(number: int, places: dict[int, Place], document: PDFDocument, file: bytearray) -> bytes:
    root, info = (document.Reference(each).format(document).decode() for each in (document.Catalog, document.info))
    name = hashlib.md5(file, usedforsecurity=False).hexdigest()
    about = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root}/Info {info}/ID[<{name}><{name}>]"
    entries = [(0, 0, 65535), *(places[each] for each in range(1, number + 1))]
    table = b"".join(b"%c%b%b" % (kind, a.to_bytes(4), b.to_bytes(2)) for kind, a, b in entries)
    return _stream(number, about, table) + b"startxref\n%d\n%%%%EOF\n" % len(file)


def _stream(number: int, about: str, content: bytes) -> bytes:
    packed = zlib.compress(content, _LEVEL)
    head = f"{number} 0 obj\n<<{about}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    return head.encode() + packed + b"\r\nendstream\nendobj\n"
