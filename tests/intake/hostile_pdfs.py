"""PDF files made by hand, one object after the other, and those that a report never is."""

import json
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter

NAME = "jalons-reponses.json"
#: What a report carries, without who issued it.
ANSWERS = {"version": 1, "edition": "innovation_sociale_2026", "project": {"answers": {"BES1": 3, "C6": [1, 4]}}}
CATALOGUE = "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [({name}) 3 0 R] >> >> {more} >>"
PAGES = "<< /Type /Pages /Kids [] /Count 0 >>"
FILE = "<< /Type /Filespec /F ({name}) /UF ({name}) /EF << /F 4 0 R >> >>"


def pdf(*objects: str | bytes, trailer: str = "") -> bytes:
    """A PDF of *objects*, numbered from 1; the first is the catalogue."""
    content, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        body = each.encode("latin-1") if isinstance(each, str) else each
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R {trailer} >>\n"
    return bytes(content) + f"{end}startxref\n{len(content)}\n%%EOF\n".encode()


def stream(packed: bytes, about: str = "", length: int | None = None) -> bytes:
    """A stream of bytes as they are."""
    head = f"<< /Length {len(packed) if length is None else length} {about} >>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def flate(content: bytes, about: str = "/Filter /FlateDecode") -> bytes:
    """A stream of packed bytes."""
    return stream(zlib.compress(content, 9), about)


def carrying(content: Any, name: str = NAME, more: str = "") -> bytes:
    """A PDF with one attachment: bytes, or data as JSON; *more* stands in the catalogue."""
    content = content if isinstance(content, bytes) else json.dumps(content).encode()
    return with_file(flate(content), name, more)


def with_file(file: bytes, name: str = NAME, more: str = "") -> bytes:
    """A PDF whose attachment is the object *file*."""
    return pdf(CATALOGUE.format(name=name, more=more), PAGES, FILE.format(name=name), file)


def with_names(names: str, *objects: str | bytes) -> bytes:
    """A PDF whose tree of attachments is *names*; objects follow the third."""
    catalogue = f"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles {names} >> >>"
    return pdf(catalogue, PAGES, "null", *objects)


def encrypted() -> bytes:
    writer = PdfWriter(PdfReader(BytesIO(carrying(ANSWERS))))
    writer.encrypt("secret", algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def packed_bomb(megabytes: int) -> bytes:
    """Spaces that unpack to many megabytes, then answers."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes))
    return packed + packer.compress(json.dumps(ANSWERS).encode()) + packer.flush()


def twice_packed_bomb() -> bytes:
    return flate(packed_bomb(300), "/Filter [/FlateDecode /FlateDecode]")


def many_filters() -> bytes:
    content = json.dumps(ANSWERS).encode()
    for _ in range(40):
        content = zlib.compress(content)
    return stream(content, f"/Filter [{'/FlateDecode ' * 40}]")


def loop_of_tables() -> bytes:
    """Two cross-reference tables, each before the other."""
    one = b"%PDF-1.7\nxref\n0 0\ntrailer << /Size 1 /Root 1 0 R /Prev 0000000070 >>\n"
    second = b"xref\n0 0\ntrailer << /Size 1 /Root 1 0 R /Prev 0000000009 >>\n"
    return one.ljust(70) + second + b"startxref\n70\n%%EOF\n"


def table_stream(size: int) -> bytes:
    """A cross-reference stream that says it has *size* entries."""
    head = b"%PDF-1.7\n"
    about = f"/Type /XRef /Size {size} /W [1 1 1] /Index [0 {size}] /Root 1 0 R /Filter /FlateDecode"
    return head + b"1 0 obj\n" + flate(b"\0" * 4_900_000, about) + b"\nendobj\nstartxref\n9\n%%EOF\n"


def objects_in_a_stream(count: int) -> bytes:
    """A catalogue that would stand in a stream of *count* objects."""
    index = " ".join(f"{number} 0" for number in range(10, 10 + count))
    objects = flate(f"{index} null".encode(), f"/Type /ObjStm /N {count} /First {len(index)} /Filter /FlateDecode")
    content = b"%PDF-1.7\n2 0 obj\n" + objects + b"\nendobj\n"
    entries = b"".join(
        kind.to_bytes(1) + place.to_bytes(4) + index.to_bytes(4)
        for kind, place, index in ((0, 0, 0), (2, 2, count - 1), (1, 9, 0), (1, len(content), 0))
    )
    about = "/Type /XRef /Size 4 /W [1 4 4] /Root 1 0 R"
    return content + b"3 0 obj\n" + stream(entries, about) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(content)


def deep_dictionary(levels: int) -> bytes:
    return pdf(f"<< /Type /Catalog /Pages 2 0 R /Names {'<< /A ' * levels}null{' >>' * levels} >>", PAGES)


def chain(length: int) -> bytes:
    """A catalogue whose names are a reference to a reference to a reference …"""
    links = [f"{number} 0 R" for number in range(4, 4 + length)]
    return pdf("<< /Type /Catalog /Pages 2 0 R /Names 3 0 R >>", PAGES, *links, "3 0 R")


def many_attachments(count: int) -> bytes:
    names = " ".join(f"(a{number:05}.txt) 4 0 R" for number in range(count))
    return with_names(
        f"<< /Names [{names} ({NAME}) 4 0 R] >>", FILE.format(name=NAME).replace("4 0 R", "5 0 R"), ANSWERED
    )


ANSWERED = flate(json.dumps(ANSWERS).encode())
DEEP = b'{"project": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
LESS_DEEP = b'{"project": ' + b"[" * 60 + b"]" * 60 + b"}"

#: Name -> how it is made, and why it is refused.
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "not-a-pdf"),
    "text": (lambda: b"Bonjour, voici mon rapport.", "not-a-pdf"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(5_000), "not-a-pdf"),
    "only a head": (lambda: b"%PDF-1.7", "unreadable"),
    "head and noise": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 2_000, "unreadable"),
    "cut in the middle": (lambda: carrying(ANSWERS)[:200], "unreadable"),
    "six megabytes": (lambda: carrying(ANSWERS) + b" " * 6_000_000, "too-large"),
    "protected": (encrypted, "encrypted"),
    "without attachment": (lambda: pdf("<< /Type /Catalog /Pages 2 0 R >>", PAGES), "no-answers"),
    "attachment of another name": (lambda: carrying(ANSWERS, "autre.json"), "no-answers"),
    "attachment whose name leaves its folder": (lambda: carrying(ANSWERS, f"../../{NAME}"), "no-answers"),
    "attachment whose name is a path": (lambda: carrying(ANSWERS, f"/etc/{NAME}"), "no-answers"),
    "thousands of attachments": (lambda: many_attachments(20_000), "no-answers"),
    "more attachments than an array holds": (lambda: many_attachments(60_000), "too-much"),
    "attachment that is elsewhere": (
        lambda: pdf(CATALOGUE.format(name=NAME, more=""), PAGES, f"<< /F ({NAME}) /FS /URL /UF (http://x.fr/) >>"),
        "unreadable",
    ),
    "tables that lead to each other": (loop_of_tables, "unreadable"),
    "table of a billion entries": (lambda: table_stream(10**9), "late"),
    "table of a million entries": (lambda: table_stream(1_600_000), "late"),
    "stream of a million objects": (lambda: objects_in_a_stream(10**6), "too-much"),
    "pages that lead to themselves": (
        lambda: pdf("<< /Type /Catalog /Pages 1 0 R /Names 1 0 R /EmbeddedFiles 1 0 R /Kids [1 0 R] >>"),
        "no-answers",
    ),
    "tree of names that leads to itself": (
        lambda: with_names("<< /Kids [4 0 R] >>", "<< /Kids [4 0 R] >>"),
        "no-answers",
    ),
    "references that go round": (lambda: pdf("<< /Pages 2 0 R /Names 3 0 R >>", PAGES, "4 0 R", "3 0 R"), "unreadable"),
    "references in a long row": (lambda: chain(20_000), "unreadable"),
    "dictionaries in one another": (lambda: deep_dictionary(100_000), "too-much"),
    "length of a stream that is a lie": (
        lambda: with_file(stream(b"x", "/Filter /FlateDecode", length=10**12)),
        "too-much",
    ),
    "packed bomb": (lambda: with_file(stream(packed_bomb(200), "/Filter /FlateDecode")), "too-much"),
    "bomb packed twice": (lambda: with_file(twice_packed_bomb()), "too-much"),
    "forty filters": (lambda: with_file(many_filters()), "too-much"),
    "unknown filter": (lambda: with_file(stream(b"x", "/Filter /Magique")), "unreadable"),
    "run-length bomb": (
        lambda: with_file(stream(b"\x81 " * 2_000_000, "/Filter /RunLengthDecode")),
        "too-much",
    ),
    "bytes that do not unpack": (lambda: with_file(stream(b"\xff" * 90_000, "/Filter /FlateDecode")), "not-json"),
    "rows wider than a stream": (
        lambda: with_file(
            flate(b"\2" * 50, "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 1000000000 >>")
        ),
        "too-much",
    ),
    "attachment that is no JSON": (lambda: carrying(b"project: answers"), "not-json"),
    "attachment cut short": (lambda: carrying(json.dumps(ANSWERS).encode()[:-9]), "not-json"),
    "attachment that is no text": (lambda: carrying(b'{"project": "\xff\xfe"}'), "not-utf8"),
    "JSON of a hundred thousand levels": (lambda: carrying(DEEP), "too-deep"),
    "JSON of sixty levels": (lambda: carrying(LESS_DEEP), "too-deep"),
    "JSON of three megabytes": (lambda: carrying({**ANSWERS, "subject": {"name": "é" * 500_000}}), "too-large"),
    "JSON of one long text": (lambda: carrying({**ANSWERS, "subject": {"name": "e" * 500_000}}), "too-much"),
    "JSON of many values": (
        lambda: carrying({"project": {"answers": {f"BES{n}": 1 for n in range(9_000)}}}),
        "too-much",
    ),
    "JSON that says it twice": (lambda: carrying(b'{"project": {"answers": {"BES1": 2, "BES1": 5}}}'), "repeated-key"),
    "JSON with NaN": (lambda: carrying(b'{"project": {"answers": {"BES1": NaN}}}'), "impossible-value"),
    "JSON with infinity": (lambda: carrying(b'{"project": {"answers": {"BES1": -Infinity}}}'), "impossible-value"),
    "JSON beyond infinity": (lambda: carrying(b'{"project": {"answers": {"BES1": 1e999}}}'), "impossible-value"),
    "JSON with an endless number": (lambda: carrying(b'{"version": ' + b"9" * 200_000 + b"}"), "not-json"),
    "JSON with half a sign": (lambda: carrying(b'{"subject": {"name": "\\ud800"}}'), "impossible-value"),
    "JSON that is a list": (lambda: carrying([ANSWERS]), "not-an-answer-file"),
    "unknown edition": (lambda: carrying({**ANSWERS, "edition": "innovation_sociale_1999"}), "unknown-edition"),
    "unknown question": (lambda: carrying({"project": {"answers": {"BES9": 1}}}), "unknown-question"),
    "option out of range": (lambda: carrying({"project": {"answers": {"BES1": 10**9}}}), "not-an-option"),
    "unknown key": (lambda: carrying({**ANSWERS, "__class__": "x"}), "unknown-key"),
}
