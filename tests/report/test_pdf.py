"""The PDF, read back as a reader's program reads it."""

import dataclasses
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import given as given_texts
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from assessment.engine.actions import Action
from assessment.report import pdf, wording
from assessment.report import wording_of_pdf as told
from assessment.report.document import Line, Reason, Report, Section
from assessment.report.pdf_identity import LANGUAGE
from assessment.report.pdf_kept import kept
from assessment.report.pdf_words import words
from assessment.report.variants import Form, Variant

ATTACHMENT = json.dumps({"version": 1, "project": {"answers": {"BES1": 2}}, "é": "«\u00a0»"}).encode()

HOSTILE = (
    "<b>gras</b> & ]]> <a href='x'>",
    "x" * 5000,
    "mot " * 800,
    "\x00\x1b[2J\u202e\ud800",
    "https://" + "a/" * 300,
    "http://exemple.fr/?a=1&b='\"><script>",
    "\u00a0\u202f" * 400,
    "😀 漢字 עברית é\u0301",
    "",
)

hostile = st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE))


def reading(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def annotations(reader: PdfReader) -> Iterator[DictionaryObject]:
    for page in reader.pages:
        yield from (each.get_object() for each in page.get("/Annots", ()))


@pytest.fixture(name="content", scope="module")
def _content(report: Report) -> bytes:
    return pdf.render(report, ATTACHMENT)


@pytest.fixture(name="reader", scope="module")
def _reader(content: bytes) -> PdfReader:
    return reading(content)


def test_the_same_report_gives_the_same_bytes(content: bytes, report: Report):
    assert pdf.render(report, ATTACHMENT) == content


def test_another_process_gives_the_same_bytes(telling: Callable[..., Report]):
    code = (
        "import sys, datetime; from assessment.content.shelf import open_edition;"
        "from assessment.engine.assess import assess; from assessment.engine.reading import read_answers;"
        "from assessment.report import pdf; from assessment.report.sections import tell; e = open_edition();"
        "a = read_answers({'doors': {'answers': {'L1': 2}}}, e);"
        "sys.stdout.buffer.write(pdf.render(tell(assess(a, e), datetime.date(2026, 11, 22))))"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": "7"})

    assert other.stdout == pdf.render(telling({"doors": {"answers": {"L1": 2}}}))


def test_the_attachment_reads_back_as_it_went_in(reader: PdfReader):
    assert dict(reader.attachments) == {wording.ATTACHMENT_NAME: [ATTACHMENT]}


def test_the_attachment_is_associated_data_of_the_document(reader: PdfReader):
    root = reader.trailer["/Root"]
    (file,) = (each.get_object() for each in root["/AF"])
    (_, named) = root["/Names"]["/EmbeddedFiles"]["/Names"]
    stream = file["/EF"]["/F"].get_object()

    told = {key: file[key] for key in ("/Type", "/F", "/UF", "/AFRelationship")}
    assert told == {
        "/Type": "/Filespec",
        "/F": wording.ATTACHMENT_NAME,
        "/UF": wording.ATTACHMENT_NAME,
        "/AFRelationship": "/Data",
    }
    assert (named.get_object(), stream["/Subtype"], stream["/Params"]["/Size"]) == (
        file,
        "/application/json",
        len(ATTACHMENT),
    )


def test_a_report_without_attachment_has_none(report: Report):
    root = reading(pdf.render(dataclasses.replace(report, sections=report.sections[:1]))).trailer["/Root"]

    assert ("/AF" in root, "/Names" in root) == (False, False)


def test_every_section_has_one_bookmark(reader: PdfReader, report: Report):
    titles = [str(entry.title).replace("\u00a0", " ").replace("’", "'") for entry in reader.outline]

    others = [told.WALL, told.FIRST_STEPS, told.TERMS, told.SOURCES, wording.ANSWERS]
    assert sorted(titles) == sorted([*(section.title for section in kept(report).sections), *others])


def test_every_address_can_be_clicked(reader: PdfReader, report: Report):
    wanted = {line.address for line in report.section("recommendations").lines if line.address}

    clicked = {each["/A"]["/URI"] for each in annotations(reader) if "/A" in each and "/URI" in each["/A"]}
    assert wanted
    assert wanted <= clicked


def test_every_source_can_be_clicked(reader: PdfReader, report: Report):
    wanted = {source.partition(" · ")[2] for source in report.sources} - {""}

    clicked = {each["/A"]["/URI"] for each in annotations(reader) if "/A" in each and "/URI" in each["/A"]}
    assert wanted
    assert wanted <= clicked


def test_every_inner_link_leads_to_a_page(reader: PdfReader):
    pages = {page.indirect_reference.idnum for page in reader.pages}
    leading = [each["/Dest"][0].idnum for each in annotations(reader) if "/Dest" in each]

    assert leading
    assert set(leading) <= pages


def test_every_font_is_embedded(reader: PdfReader):
    fonts = {
        font.get_object()["/BaseFont"]: "/FontFile2" in font.get_object().get("/FontDescriptor", {})
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }

    assert {name.partition("+")[2]: embedded for name, embedded in fonts.items()} == {
        "SourceSansPro-Regular": True,
        "SourceSansPro-Semibold": True,
        "SourceSansPro-Bold": True,
        "SourceSansPro-It": True,
    }


def test_every_page_says_its_number_and_how_many_there_are(reader: PdfReader):
    total = len(reader.pages)

    found = [re.findall(r"page \d+ sur \d+", page.extract_text()) for page in reader.pages]
    assert found == [[f"page {number} sur {total}"] for number in range(1, total + 1)]


def test_the_document_says_its_title_language_and_author(reader: PdfReader, report: Report):
    root = reader.trailer["/Root"]

    assert (reader.metadata.title, reader.metadata.author, root["/Lang"], root["/ViewerPreferences"]) == (
        f"{report.title} · {report.subject}",
        wording.TOOL,
        LANGUAGE,
        {"/DisplayDocTitle": True},
    )


def test_all_conditions_of_the_next_stage_are_printed(
    given: Callable[[str], dict[str, Any]], telling: Callable[..., Report]
):
    found = telling(given("F03"))
    printed = " ".join(page.extract_text() for page in reading(pdf.render(found)).pages).replace("\n", " ")

    section = found.section("to_next")
    missing = [line.text for line in (*section.lines, *section.more) if words(line.text) not in printed]
    assert missing == []


@pytest.fixture(name="outline", scope="module")
def _outline(report: Report) -> Report:
    """The report without what the test below replaces: whole, it is too much to be told when a case fails."""
    return dataclasses.replace(report, sections=(), answers=())


@settings(
    max_examples=12, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given_texts(texts=st.lists(hostile, min_size=6, max_size=6))
def test_no_text_whatever_makes_the_pdf_fail(texts: list[str], outline: Report):
    name, title, label, value, badge, said = texts
    reason = Reason("BES1", said, value, badge, title, note=said)
    line = Line(title, value, badge, ((label, value), (label, said)), value, (reason,), badge, said, label)
    sections = (
        Section("stage", title, said, (line,), value, (Line(said, because=(reason,)),)),
        Section("to_next", label, None, (Line(said, badge=badge, because=(reason,)),)),
        Section("needs", badge, None, (Line(said, badge=badge),)),
    )
    hostile_report = dataclasses.replace(
        outline,
        subject=name,
        headline=said,
        summary=value,
        edition=label,
        notices=(said,),
        sections=sections,
        answers=(reason,),
        stage_line=dataclasses.replace(outline.stage_line, stations=(title, label, value, badge, said)),
        profile=dataclasses.replace(
            outline.profile, rows=tuple(dataclasses.replace(row, label=said) for row in outline.profile.rows)
        ),
        actions=(Action(value, said), Action(title, None)),
        terms=((label, said), (badge, value)),
        sources=(value, f"{title} · {label}"),
        plain=(said, value, title),
    )

    forms = [pdf.render(hostile_report, ATTACHMENT, Variant(form, contact=name)) for form in get_args(Form)]
    assert [content[:8] for content in forms] == [b"%PDF-1.7"] * 3
