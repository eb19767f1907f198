"""The structure of the PDF, read back from the file: what a screen reader says, in its order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NumberObject

from assessment.report import pdf, wording
from assessment.report import wording_of_pdf as told
from assessment.report.document import Report
from assessment.report.pdf_kept import kept
from assessment.report.pdf_words import words
from assessment.report.printable import printable

HEADINGS = ("H1", "H2", "H3", "H4")
_CHARACTER = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")


@dataclass
class Node:
    """An element of the structure, with the words of its own marks."""

    tag: str
    alt: str | None
    attributes: dict[str, Any]
    words: str = ""
    children: list["Node"] = field(default_factory=list)
    annotations: list[DictionaryObject] = field(default_factory=list)

    def every(self, *tags: str) -> Iterator["Node"]:
        """All elements of these tags, in order."""
        if self.tag in tags:
            yield self
        for child in self.children:
            yield from child.every(*tags)

    def text(self) -> str:
        return self.words + "".join(child.text() for child in self.children)


class Pages:
    """The words of each page by mark; under None the words that no mark holds, under « Artifact » decoration."""

    def __init__(self, reader: PdfReader) -> None:
        self.reader = reader
        self.words = {page.indirect_reference.idnum: self._of(page) for page in reader.pages}

    def _of(self, page: Any) -> dict[int | str | None, str]:
        found: dict[int | str | None, str] = {}
        fonts = {name: self._characters(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
        font, open_marks = {}, []
        for operands, operator in ContentStream(page.get_contents(), self.reader).operations:
            match operator:
                case b"BDC" | b"BMC":
                    about = operands[1] if len(operands) > 1 else {}
                    open_marks.append(about.get("/MCID", str(operands[0])[1:]))
                case b"EMC":
                    open_marks.pop()
                case b"Tf":
                    font = fonts[operands[0]]
                case b"Tj":
                    shown = "".join(font.get(code, "\ufffd") for code in operands[0].original_bytes)
                    mark = open_marks[-1] if open_marks else None
                    found[mark] = found.get(mark, "") + shown + ("" if mark != "Artifact" else "\n")
                case b"T*":
                    mark = open_marks[-1] if open_marks else None
                    found[mark] = found.get(mark, "") + " "
        assert open_marks == []
        return found

    @staticmethod
    def _characters(font: DictionaryObject) -> dict[int, str]:
        listed = _CHARACTER.findall(font["/ToUnicode"].get_object().get_data())
        return {int(code, 16): chr(int(sign, 16)) for code, sign in listed}


def structure(content: bytes) -> tuple[Node, Pages]:
    reader = PdfReader(BytesIO(content))
    pages = Pages(reader)
    (top,) = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]
    return _node(top.get_object(), pages), pages


def _node(element: DictionaryObject, pages: Pages) -> Node:
    attributes = {key: value for key, value in element.get("/A", {}).items() if key != "/O"}
    node = Node(element["/S"][1:], element.get("/Alt"), attributes)
    for kid in ArrayObject(element["/K"]):
        if isinstance(kid, NumberObject):
            node.words += pages.words[element.raw_get("/Pg").idnum].get(int(kid), "")
            continue
        kid = kid.get_object()
        match kid.get("/Type"):
            case "/OBJR":
                node.annotations.append(kid["/Obj"])
            case "/MCR":
                node.words += pages.words[kid.raw_get("/Pg").idnum].get(int(kid["/MCID"]), "")
            case _:
                node.children.append(_node(kid, pages))
    return node


@pytest.fixture(name="read", scope="module")
def _read(report: Report) -> tuple[Node, Pages]:
    return structure(pdf.render(report, b"{}"))


@pytest.fixture(name="top", scope="module")
def _top(read: tuple[Node, Pages]) -> Node:
    return read[0]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", words(text))


def test_the_headings_stand_in_reading_order(top: Node, report: Report):
    titles = {section.id: section.title for section in kept(report).sections}
    expected = [
        *("stage", "confidence"),
        *(told.WALL, told.FIRST_STEPS, "to_consolidate", "to_next", "needs"),
        *("profile", "zones", "levers", "recommendations", "messages", "organisation", "doors"),
        *(told.TERMS, "method", told.SOURCES, wording.ANSWERS),
    ]

    assert [squeezed(each.text()) for each in top.every("H1")] == [squeezed(report.subject)]
    assert [squeezed(each.text()) for each in top.every("H2")] == [
        squeezed(titles.get(each, each)) for each in expected
    ]


def test_no_level_of_heading_is_skipped(top: Node):
    levels = [int(each.tag[1:]) for each in top.every(*HEADINGS)]

    assert levels[0] == 1
    assert [(one, two) for one, two in pairwise(levels) if two > one + 1] == []


def test_pictures_are_told_in_words(top: Node, report: Report):
    figures = list(top.every("Figure"))

    assert [each.alt for each in figures] == [printable(report.stage_line.alt), printable(report.profile.alt)]
    assert [sorted(each.attributes) for each in figures] == [["/BBox", "/Placement"]] * 2


def test_a_picture_says_what_the_data_say(given: Callable[[str], dict[str, Any]], telling: Callable[..., Report]):
    top, _ = structure(pdf.render(telling(given("F01"))))

    assert [each.alt.replace("\u00a0", " ").replace("\u202f", " ") for each in top.every("Figure")] == [
        "Les étapes, dans l’ordre : conception, expérimentation, modélisation, essaimage, industrialisation. "
        "Étape de votre projet : conception. Étape consolidée : conception.",
        "Étape de votre projet : conception. Besoin et publics : modélisation. Solution : conception. "
        "Essais et apprentissage : conception. Formalisation : conception. Modèle socio-économique : conception. "
        "Équipe et compétences : conception. Décisions et stratégie : conception. Partenaires : conception. "
        "Utilité sociale et résultats : conception. Diffusion : conception.",
    ]


def test_no_word_stands_outside_the_structure_but_heads_and_feet(read: tuple[Node, Pages], report: Report):
    _, pages = read
    loose = [said for page in pages.words.values() if (said := page.get(None, "").strip())]
    drawn = "\n".join(page.get("Artifact", "") for page in pages.words.values())
    decoration = {line.strip() for line in drawn.splitlines()} - {""}
    feet = {f"page {number} sur {len(pages.words)}" for number in range(1, len(pages.words) + 1)}

    about = f"{words(report.edition)} · {wording.told_day(report.day)}".replace("\u00a0", " ")
    assert loose == []
    assert decoration - {"•", "?"} == {*feet, wording.TOOL, words(report.subject), about}


def test_every_sentence_is_in_the_structure(top: Node, report: Report):
    read, printed = squeezed(top.text()), kept(report)
    lines = [line for section in printed.sections for line in (*section.lines, *section.more)]
    wanted = [each for line in lines for each in (line.text, line.detail) if each]
    facts = [fact for line in lines for fact in line.facts if fact[0] != wording.KNOWN_STATUS]
    wanted += [value.removesuffix(".") for _, value in facts]
    wanted += [each for answer in report.answers for each in (answer.question, answer.text, answer.answer)]
    wanted += [each for term in printed.terms for each in (wording.capital(term[0]), term[1])]
    wanted += [wording.capital(source.partition(" · ")[0]) for source in report.sources]

    said_as_links = {value for label, value in facts if label == wording.SEE_ALSO}
    missing = [each for each in wanted if squeezed(each) not in read and each not in said_as_links]
    assert missing == []


def test_a_link_belongs_to_its_words_and_says_where_it_leads(top: Node):
    links = list(top.every("Link"))

    assert [link for link in links if not (link.text().strip() and link.annotations)] == []
    told_links = {(re.sub(r"\s", "", link.text()), link.annotations[0]["/Contents"]) for link in links}
    assert ("BES1", "Aller à : réponse BES1") in told_links
    assert ("Aidesutiles", f"Aller à : {words(wording.TITLES['levers'])}") in told_links
    assert all("/StructParent" in annotation for link in links for annotation in link.annotations)


def test_what_was_found_in_tables_has_its_headers(top: Node):
    tables = list(top.every("Table"))
    rows = [[(cell.tag, cell.attributes) for cell in row.children] for table in tables for row in table.children]

    assert tables
    assert {len(row) for row in rows} == {2}
    assert [row for row in rows if row != [("TH", {"/Scope": "/Row"}), ("TD", {})]] == []


def test_lists_are_made_of_items_and_items_of_bodies(top: Node):
    shapes = {
        (
            tuple({item.tag for item in each.children}),
            tuple({body.tag for item in each.children for body in item.children}),
        )
        for each in top.every("L")
    }

    assert shapes == {(("LI",), ("LBody",))}
