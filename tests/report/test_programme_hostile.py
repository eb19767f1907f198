"""Texts made to break a PDF, a text document or a calendar, as names, titles and places, stay texts everywhere."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree
from pypdf import PdfReader

from assessment.cli.answers import assessed
from assessment.content.edition import Edition
from assessment.engine.assess import Assessment
from assessment.programme.group import EVERYTHING, gather, named
from assessment.programme.occasion import Occasion
from assessment.programme.parcours import added, planned
from assessment.programme.plan import Programme, make_programme
from assessment.programme.timetable import Time
from assessment.report.printable import printable
from assessment.report.programme_docx import programme_docx
from assessment.report.programme_ics import Issue, parcours_ics, programme_ics
from assessment.report.programme_pdf import programme_pdf
from bench.hostile_texts import PIECES, hostile_texts

GROUP = Path(__file__).parents[1] / "programme" / "groups" / "financeurs_et_porteurs"
DATES = (datetime.date(2027, 1, 12),)
ISSUE = Issue("x", datetime.datetime(2026, 11, 26, 15, tzinfo=datetime.UTC))
AUDIENCES = ("commanditaire", "animation", "participants")
#: What a text document would follow, compute or run.
LIVE = ("fldSimple", "instrText", "hyperlink", "object", "altChunk", "sdt", "drawing", "pict")
#: What a PDF would follow or run.
ACTIVE = ("/URI", "/JS", "/JavaScript", "/Launch", "/GoToR", "/SubmitForm", "/OpenAction", "/AA")


@pytest.fixture(name="found", scope="module")
def _found() -> list[Assessment]:
    return [assessed(path) for path in sorted(GROUP.glob("*.yaml"))]


def programme_of(texts: Sequence[str], found: Sequence[Assessment], edition: Edition) -> Programme:
    """People called by *texts*, and a coach who wrote them as titles."""
    listed = ((text, found[place % len(found)], EVERYTHING) for place, text in enumerate(texts))
    made = make_programme(gather(named(listed), edition), Time(1, 420))
    (day,) = made.days
    titled = tuple(replace(slot, title=texts[place % len(texts)]) for place, slot in enumerate(day))
    return replace(made, days=(titled,))


def held(texts: Sequence[str]) -> Occasion:
    return Occasion(texts[0], DATES, place=texts[-1], contact=texts[len(texts) // 2])


def live_parts(content: bytes) -> Iterator[str]:
    """Whatever in a DOCX is no text, and would lead or compute."""
    with ZipFile(BytesIO(content)) as file:
        for name in file.namelist():
            if name.endswith(".rels") and b"External" in file.read(name):
                yield name
        tree = etree.fromstring(file.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
    yield from (each.tag for each in tree.iter() if etree.QName(each).localname in LIVE)


def actions(content: bytes) -> Iterator[str]:
    """Whatever in a PDF leads out of it, or runs."""
    reader = PdfReader(BytesIO(content))
    yield from (key for key in ACTIVE if key in reader.trailer["/Root"])
    for page in reader.pages:
        yield from (str(each.get_object()) for each in page.get("/Annots", ()))


def hold(texts: Sequence[str], found: Sequence[Assessment], edition: Edition) -> None:
    """Every output is made, reads back, and holds nothing but texts."""
    made, occasion = programme_of(texts, found, edition), held(texts)
    pdfs = [programme_pdf(made, occasion, each) for each in AUDIENCES]
    docx = [programme_docx(made, occasion, each) for each in AUDIENCES]

    assert [list(actions(content)) for content in pdfs] == [[], [], []]
    assert [list(live_parts(content)) for content in docx] == [[], [], []]
    title = Document(BytesIO(docx[0])).core_properties.title
    assert printable(occasion.title)[:50].strip() in title if occasion.title else title
    hold_calendars(made, occasion, edition)


def hold_calendars(made: Programme, occasion: Occasion, edition: Edition) -> None:
    steps = added(planned(DATES[0], edition), occasion.title, DATES[0])
    written = [
        programme_ics(made, occasion, ISSUE),
        programme_ics(made, occasion, ISSUE, sequences=True),
        parcours_ics(steps, occasion, ISSUE),
    ]
    counts = (2, 1 + sum(slot.kind != "pause" for slot in made.days[0]), len(steps))

    for content, count in zip(written, counts, strict=True):
        calendar = Calendar.from_ical(content)
        events = calendar.walk("VEVENT")
        assert (len(events), calendar.errors, [each.errors for each in events]) == (count, [], [[]] * count)
        assert {each.name for each in calendar.walk()} <= {"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT"}
        assert max(map(len, content.split(b"\r\n"))) <= 75
        places = {str(each.get("location", "")) for each in events}
        assert places == {printable(occasion.place).replace("\\", "\N{SET MINUS}")}
        assert re.search(rb"(?<!\r)\n", content) is None


@pytest.mark.parametrize("first", range(0, len(PIECES), 20))
def test_every_hostile_piece_stays_a_text(first: int, found: list[Assessment], edition: Edition):
    hold(hostile_texts(len(PIECES))[first : first + 20], found, edition)


@pytest.mark.parametrize("place", ["C:\\Nord", "\\Nord\\nord", "fin\\"])
def test_a_backslash_never_becomes_a_new_line_of_a_calendar(place: str, found: list[Assessment], edition: Edition):
    hold_calendars(programme_of(["Un"], found, edition), held([place]), edition)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    texts=st.lists(
        st.one_of(st.text(max_size=60), st.sampled_from(PIECES), st.text('\r\n;:,\\"BEGIN:VEVENT=', max_size=30)),
        min_size=1,
        max_size=8,
    )
)
def test_whatever_people_write_stays_a_text(texts: list[str], found: list[Assessment], edition: Edition):
    hold(texts, found, edition)
