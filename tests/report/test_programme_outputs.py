"""Documents and calendars about a form'action, read back by programs that are not ours and compared whole."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.table import Table
from icalendar import Calendar
from page import validate_pdf_bytes
from pypdf import PdfReader
from test_pdf_tags import squeezed, structure

from assessment.cli.answers import assessed
from assessment.content.edition import Edition
from assessment.engine.assess import Assessment
from assessment.programme.editing import Retitle, Split, edit, with_days
from assessment.programme.group import EVERYTHING, gather, named
from assessment.programme.occasion import Occasion
from assessment.programme.parcours import planned
from assessment.programme.plan import Programme, make_programme
from assessment.programme.timetable import Time
from assessment.proofs.readability import Reader
from assessment.report import wording_of_programme as words
from assessment.report.printable import printable
from assessment.report.programme_document import (
    Audience,
    Card,
    Counts,
    Figures,
    Pairs,
    Paragraph,
    Points,
    Sheet,
    Timetable,
)
from assessment.report.programme_docx import programme_docx
from assessment.report.programme_ics import Issue, parcours_ics, programme_ics
from assessment.report.programme_pdf import SHEETS, commissioner_pdf, facilitator_pdf, participants_pdf, programme_pdf
from assessment.report.programme_told import shares
from assessment.report.sources import BETWEEN

GROUPS = Path(__file__).parents[1] / "programme" / "groups"
AUDIENCES: tuple[Audience, ...] = ("commanditaire", "animation", "participants")
DATES = (datetime.date(2027, 3, 23), datetime.date(2027, 4, 6))  # summer time begins in between
HELD = Occasion("Faire alliance, ici", DATES, place="Maison des associations", contact="bonjour@exemple.fr")
ISSUE = Issue("le groupe", datetime.datetime(2026, 11, 26, 15, 0, tzinfo=ZoneInfo("Europe/Paris")))
PARIS = ZoneInfo("Europe/Paris")
#: What substitution leaves behind when it goes wrong.
SLIPS = re.compile(
    r"  |[{}]|\(\)|« ?»| [.,)]|\.\.|::|[,;:.] ?[,;]|\b(?!vous|nous)([^\W\d]{2,}) \1\b|\bNone\b", re.IGNORECASE
)


def people(name: str) -> list[Assessment]:
    return [assessed(path) for path in sorted((GROUPS / name).glob("*.yaml"))]


@pytest.fixture(name="made", scope="module")
def _made(edition: Edition) -> Programme:
    """The programme of twelve, of whom every third one shares the result only."""
    found = enumerate(people("ville_douze_acteurs"))
    listed = ((each.answers.subject.name, each, EVERYTHING if place % 3 else ("result",)) for place, each in found)
    return make_programme(gather(named(listed), edition), Time(2, 420))


def of_day(given: Timetable) -> Iterator[str]:
    for row in given.rows:
        yield from (row.hours, row.title, *row.details, *row.beside)
        yield from tuple(shares(row.theory, row.practice)) or (words.length(row.minutes),)


def of_block(block: object) -> Iterator[str]:
    """The texts of a block, in the order in which they are read."""
    match block:
        case Paragraph(text):
            yield text
        case Points(points):
            yield from points
        case Figures(figures):
            yield from (text for figure in figures for text in figure)
        case Counts(head, rows):
            yield from (*head, *(text for label, count, _ in rows for text in (label, count)))
        case Pairs(head, rows):
            yield from (*head, *(text for row in rows for text in row))
        case Timetable(head):
            yield from (*head, *of_day(block))
        case Card(title, badge, parts):
            yield from (title, badge)
            for label, told in parts:
                yield label
                yield from of_block(told)


def spoken(sheet: Sheet) -> Iterator[str]:
    """Every text of a document, in the order in which it is read."""
    yield from filter(None, (sheet.kicker, sheet.title, sheet.about, sheet.lead, sheet.caution))
    for part in sheet.parts:
        yield from filter(None, (part.title, part.intro))
        for block in part.blocks:
            yield from of_block(block)
    yield words.SOURCES
    yield words.sentence(BETWEEN.join(sheet.sources))


def bare(text: str) -> str:
    """*text* without spaces, brackets and what marks a list."""
    return re.sub(r"[\s()☐]", "", printable(text))


def in_order(document: DocumentType) -> Iterator[str]:
    """The texts of a DOCX, paragraphs and cells in the order in which they stand."""
    for each in document.iter_inner_content():
        if isinstance(each, Table):
            yield from (cell.text for row in each.rows for cell in row.cells)
        else:
            yield each.text


def texts(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def events(content: bytes) -> list[dict[str, object]]:
    return [{key.lower(): event.decoded(key) for key in event} for event in Calendar.from_ical(content).walk("VEVENT")]


# --- PDF


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_screen_reader_says_the_whole_document_in_its_order(audience: Audience, made: Programme):
    top, pages = structure(programme_pdf(made, HELD, audience))
    told = "".join(squeezed(text) for text in spoken(SHEETS[audience](made, HELD)))

    assert re.sub(r"[\s•]", "", top.text()) == told
    assert [said for page in pages.words.values() if (said := page.get(None, "").strip())] == []


@pytest.mark.parametrize("name", sorted(path.name for path in GROUPS.iterdir()))
def test_every_document_of_every_group_conforms(name: str, edition: Edition):
    listed = ((each.answers.subject.name, each, EVERYTHING) for each in people(name))
    made = make_programme(gather(named(listed), edition), Time(2, 390))

    found = {
        (audience, profile): [each.rule_id for each in validate_pdf_bytes(content, profile=profile).failures]
        for audience in AUDIENCES
        for content in (programme_pdf(made, HELD, audience),)
        for profile in ("ua1", "3a")
    }

    assert found == {(audience, profile): [] for audience in AUDIENCES for profile in ("ua1", "3a")}


def test_whoever_orders_it_and_whoever_comes_get_two_pages(made: Programme):
    assert [len(PdfReader(BytesIO(pdf(made, HELD))).pages) for pdf in (commissioner_pdf, participants_pdf)] == [2, 2]


def test_the_same_programme_gives_the_same_bytes(made: Programme):
    assert [programme_pdf(made, HELD, each) for each in AUDIENCES] == [
        commissioner_pdf(made, HELD),
        facilitator_pdf(made, HELD),
        participants_pdf(made, HELD),
    ]
    assert programme_docx(made, HELD) == programme_docx(made, HELD)


def test_headings_and_tables_are_told_as_such(made: Programme):
    top, _ = structure(facilitator_pdf(made, HELD))
    levels = [int(each.tag[1:]) for each in top.every("H1", "H2", "H3")]
    heads = {tuple(cell.attributes["/Scope"] for cell in row.every("TH")) for row in top.every("TR")}

    assert (levels[0], max(two - one for one, two in pairwise(levels))) == (1, 1)
    assert heads == {("/Column",) * 3, ("/Column",) * 2, ("/Row",)}


# --- Who is named, and what is quoted


def test_only_the_facilitator_s_guide_names_people(made: Programme):
    names = [squeezed(each.name) for each in made.group.participants]

    found = {
        audience: {
            name
            for name in names
            for told in (texts(programme_pdf(made, HELD, audience)), "".join(in_order(opened(made, audience))))
            if name in re.sub(r"\s", "", told)
        }
        for audience in AUDIENCES
    }

    assert found == {"commanditaire": set(), "animation": set(names), "participants": set()}


def opened(made: Programme, audience: Audience) -> DocumentType:
    return Document(BytesIO(programme_docx(made, HELD, audience)))


def test_answers_are_quoted_for_those_who_share_them_only(made: Programme):
    quoting = re.compile(r"^(.+?) : «", re.DOTALL)
    sharing = {each.name for each in made.group.participants if each.shows_answers}
    cards = [
        block for part in SHEETS["animation"](made, HELD).parts for block in part.blocks if isinstance(block, Card)
    ]
    cases = [case for card in cards for label, told in card.parts if label == words.CASES for case in told.points]

    quoted = {found[1] for case in cases if (found := quoting.match(case))}

    assert quoted
    assert quoted <= sharing


def test_no_answer_is_quoted_when_nobody_shares_theirs(edition: Edition):
    found = people("ville_douze_acteurs")
    listed = ((each.answers.subject.name, each, ("result",)) for each in found)
    made = make_programme(gather(named(listed), edition), Time(2, 420))
    said = "".join(spoken(SHEETS["animation"](made, HELD)))
    answers = {
        edition.questions[question].choices[value - 1].label
        for module in edition.programme.modules
        for question in module.works_on
        for each in found
        if isinstance(value := each.answers.values.get(question), int)
    }

    assert {each for each in answers if each.rstrip(".") in said} == set()


def test_whoever_orders_it_never_reads_a_number_that_points_at_somebody(made: Programme):
    counts = [block for part in SHEETS["commanditaire"](made, HELD).parts for block in part.blocks]
    told = {count for block in counts if isinstance(block, Counts) for _, count, _ in block.rows}

    assert told & {"1", "2"} == set()
    assert words.FEW in told


def test_parallel_groups_are_named_in_the_guide_and_told_to_everybody(made: Programme):
    key = next(slot.key for day in made.days for slot in day if slot.module)
    parted = edit(made, Split(key, "M01")).programme
    (slot,) = (slot for day in parted.days for slot in day if slot.key == key)
    (beside,) = slot.beside

    guide, sheet = (list(spoken(SHEETS[each](parted, HELD))) for each in ("animation", "participants"))

    who = ", ".join(beside.participants)
    assert words.BESIDE_NAMED.format(title=beside.title, participants=who) in guide
    assert words.PARALLEL.format(title=beside.title) in guide
    assert words.BESIDE.format(title=beside.title) in sheet


def test_what_the_coach_wrote_is_in_every_document(made: Programme):
    key = next(slot.key for day in made.days for slot in day if slot.module)
    changed = edit(made, Retitle(key, "Notre atelier du matin")).programme

    assert [
        any("Notre atelier du matin" in text for text in spoken(SHEETS[each](changed, HELD))) for each in AUDIENCES
    ] == [True, True, True]


def test_every_sentence_of_every_document_is_plain(made: Programme, edition: Edition):
    """Names, answers and titles are the words of others; the sources come last."""
    reader = Reader(edition)
    verbatim = re.compile("|".join((*(re.escape(each.name) for each in made.group.participants), "«[^»]*»")))
    said = {verbatim.sub("Cela", text) for each in AUDIENCES for text in [*spoken(SHEETS[each](made, HELD))][:-1]}

    assert sorted(f"{found.what} {found.remedy}" for text in said for found in reader.unclear(text)) == []


@pytest.mark.parametrize("name", sorted(path.name for path in GROUPS.iterdir()))
def test_no_word_of_a_document_is_doubled_empty_or_left_to_fill_in(name: str, edition: Edition):
    listed = ((each.answers.subject.name, each, EVERYTHING) for each in people(name))
    made = make_programme(gather(named(listed), edition), Time(2, 420))

    assert [text for each in AUDIENCES for text in spoken(SHEETS[each](made, HELD)) if SLIPS.search(text)] == []


# --- DOCX


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_text_document_says_the_same_as_the_pdf(audience: Audience, made: Programme):
    sheet = SHEETS[audience](made, HELD)

    assert bare("".join(in_order(opened(made, audience)))) == "".join(map(bare, spoken(sheet)))


def test_the_text_document_is_french_and_titled_and_structured(made: Programme):
    document = opened(made, "animation")
    told = (document.styles.element.iter(qn("w:lang")), document.settings.element.iter(qn("w:themeFontLang")))
    languages = {each.get(qn("w:val")) for some in told for each in some}
    headings = [each for each in document.paragraphs if each.style.name.startswith(("Title", "Heading"))]
    levels = [0 if each.style.name == "Title" else int(each.style.name[-1]) for each in headings]
    headers = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows(document)]

    assert (languages, document.core_properties.language) == ({"fr-FR"}, "fr-FR")
    assert document.core_properties.title == printable(f"{words.KICKERS['animation']} · {HELD.title}")
    assert (levels[0], max(two - one for one, two in pairwise(levels))) == (0, 1)
    assert headers == [place == 0 for table in document.tables for place in range(len(table.rows))]


def rows(document: DocumentType) -> Iterator[object]:
    return (row for table in document.tables for row in table.rows)


def test_nothing_in_the_text_document_leads_or_computes(made: Programme):
    with ZipFile(BytesIO(programme_docx(made, HELD))) as file:
        parts = {name: file.read(name).decode("utf-8") for name in file.namelist() if name.endswith((".xml", ".rels"))}

    assert {name for name, text in parts.items() if 'TargetMode="External"' in text} == set()
    body = parts["word/document.xml"]
    assert re.findall(r"<w:(?:fldSimple|instrText|hyperlink|object|altChunk)\b", body) == []


# --- What a coach may leave behind


@pytest.mark.parametrize("left", ["no day", "an empty day", "nobody in need"])
def test_a_programme_of_little_still_has_its_documents(left: str, made: Programme):
    group = replace(made.group, needs=())
    little = {
        "no day": with_days(made, ()).programme,
        "an empty day": with_days(made, ((), made.days[1])).programme,
        "nobody in need": make_programme(group, Time(1, 420), imposed=["M09"]),
    }[left]

    written = [programme_pdf(little, HELD, each) for each in AUDIENCES]

    assert [validate_pdf_bytes(content, profile="ua1").failures for content in written] == [[], [], []]
    assert [bare("".join(in_order(opened(little, each)))) for each in AUDIENCES] == [
        "".join(map(bare, spoken(SHEETS[each](little, HELD)))) for each in AUDIENCES
    ]
    assert len(events(programme_ics(little, HELD, ISSUE))) == {"no day": 0}.get(left, 2)


# --- The calendar


def of_the_commissioner(made: Programme) -> Iterator[Timetable]:
    """The days as whoever orders them reads them: a module that a pause cuts stands in one row."""
    for part in SHEETS["commanditaire"](made, HELD).parts:
        yield from (block for block in part.blocks if isinstance(block, Timetable))


def test_whoever_orders_it_reads_a_module_that_a_pause_cuts_in_one_row(made: Programme):
    for table, day in zip(of_the_commissioner(made), made.days, strict=True):
        around = [
            (before.title.removesuffix(" (suite)"), after.title.removesuffix(" (suite)"))
            for (before, pause), (_, after) in pairwise(pairwise(table.rows))
            if pause.kind == "pause"
        ]
        assert [pair for pair in around if pair[0] == pair[1]] == []
        worked = sum(slot.minutes for slot in day if slot.module)
        assert sum(row.minutes for row in table.rows if row.kind == "module") == worked
        cut = [row for row in table.rows if any(words.PAUSE_IN_IT in each for each in row.details)]
        assert cut != []


@pytest.mark.parametrize("lines", [20, 24, 28, 32, 36, 40])
def test_the_names_of_columns_never_stand_alone_at_the_foot_of_a_page(lines: int, edition: Edition):
    everybody = named((each.answers.subject.name, each, EVERYTHING) for each in people("ville_douze_acteurs"))
    made = make_programme(gather(everybody, edition), Time(2, 420))
    longer = Occasion("T", place="Une salle très longue à dire. " * lines)

    pages = [page.extract_text().split("\n") for page in PdfReader(BytesIO(facilitator_pdf(made, longer))).pages]
    bodies = [page[: len(page) - 1 - page[::-1].index("Jalons")] for page in pages]
    heads = [list(head) for head in (words.STAGES_HELD, words.NEEDS_SHARED, words.BLOCKS_HELD, words.PEERS_HEAD)]
    assert [body[-2:] for body in bodies if body[-2:] in heads] == []


def test_a_day_is_an_event_at_french_hours_with_its_sequences(made: Programme):
    day, other, point = events(programme_ics(made, HELD, ISSUE))
    table = next(of_the_commissioner(made))

    assert [each["dtstart"] for each in (day, other)] == [
        datetime.datetime(2027, 3, 23, 9, tzinfo=PARIS),
        datetime.datetime(2027, 4, 6, 9, tzinfo=PARIS),
    ]
    assert [each["dtstart"].utcoffset().total_seconds() / 3600 for each in (day, other, point)] == [1, 2, 2]
    assert day["summary"] == printable(words.CALENDAR_DAY.format(title=HELD.title, number=1))
    assert day["description"].split("\n") == [
        printable(f"{row.hours} : {meal if row.kind == 'repas' else row.title.removesuffix(' (suite)')}")
        for row in table.rows
        if row.kind != "pause"
        for meal in (made.group.edition.programme.meal.title,)
    ]
    assert day["location"] == printable(HELD.place)
    weeks = datetime.timedelta(weeks=made.group.edition.programme.follow_up_weeks)
    assert point["dtstart"] == datetime.datetime(2027, 4, 6, 9, tzinfo=PARIS) + weeks


def test_whoever_leads_it_may_have_each_sequence_without_the_pauses(made: Programme):
    found = events(programme_ics(made, HELD, ISSUE, sequences=True))[:-1]

    assert [each["summary"] for each in found] == [
        printable(slot.title) for day in made.days for slot in day if slot.kind != "pause"
    ]
    assert [each["dtend"] - each["dtstart"] for each in found] == [
        datetime.timedelta(minutes=slot.minutes) for day in made.days for slot in day if slot.kind != "pause"
    ]


@pytest.mark.parametrize("sequences", [False, True])
def test_an_event_keeps_its_name_when_it_is_moved(made: Programme, sequences: bool):
    later = replace(HELD, dates=tuple(day + datetime.timedelta(weeks=3) for day in DATES), starts_at=8 * 60)
    before, after = (
        [each["uid"] for each in events(programme_ics(made, held, ISSUE, sequences=sequences))]
        for held in (HELD, later)
    )

    assert (before, len(set(before))) == (after, len(after))
    assert {each["dtstamp"] for each in events(programme_ics(made, HELD, ISSUE))} == {ISSUE.at}


def test_french_time_is_told_for_the_years_to_come(made: Programme):
    (zone,) = Calendar.from_ical(programme_ics(made, HELD, ISSUE)).walk("VTIMEZONE")
    told = zone.to_tz(lookup_tzid=False)
    moments = [datetime.datetime(year, month, 15, 12) for year in range(2026, 2038) for month in range(1, 13)]

    assert [told.utcoffset(each) for each in moments] == [PARIS.utcoffset(each) for each in moments]


def test_a_calendar_file_is_written_as_its_standard_says(made: Programme):
    content = programme_ics(made, replace(HELD, title="É" * 200 + "; a, b\\n"), ISSUE)
    lines = content.split(b"\r\n")

    assert (lines[0], lines[-2:]) == (b"BEGIN:VCALENDAR", [b"END:VCALENDAR", b""])
    assert max(map(len, lines)) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert [line.decode("utf-8") for line in lines]
    calendar = Calendar.from_ical(content)
    assert (str(calendar["version"]), calendar.get("method"), calendar.errors) == ("2.0", None, [])
    assert [sorted({"UID", "DTSTAMP", "DTSTART", "DTEND"} - set(each)) for each in calendar.walk("VEVENT")] == [[]] * 3
    assert {each["DTSTAMP"].to_ical() for each in calendar.walk("VEVENT")} == {b"20261126T140000Z"}
    assert events(content)[0]["summary"].startswith("É" * 60)


def test_no_calendar_names_a_participant(made: Programme):
    written = programme_ics(made, HELD, ISSUE) + programme_ics(made, HELD, ISSUE, sequences=True)
    told = re.sub(r"\s", "", written.decode("utf-8"))

    assert [each.name for each in made.group.participants if squeezed(each.name) in told] == []


def test_a_day_without_a_date_is_in_no_calendar(made: Programme):
    assert events(programme_ics(made, Occasion(), ISSUE)) == []


def test_days_whose_date_is_not_told_follow_each_other_without_the_week_end(made: Programme):
    friday = Occasion(dates=(datetime.date(2027, 1, 15),))

    assert [each["dtstart"].date() for each in events(programme_ics(made, friday, ISSUE))[:2]] == [
        datetime.date(2027, 1, 15),
        datetime.date(2027, 1, 18),
    ]


@pytest.mark.parametrize("year", [1, 1999, 2100, 9999])
def test_a_year_that_is_a_slip_makes_no_date(year: int, made: Programme, edition: Edition):
    slipped = replace(HELD, dates=(datetime.date(year, 12, 31),))
    steps = [replace(step, day=datetime.date(year, 12, 31)) for step in planned(datetime.date(2027, 1, 12), edition)]

    assert events(programme_ics(made, slipped, ISSUE)) == events(parcours_ics(steps, slipped, ISSUE)) == []
    assert participants_pdf(made, slipped) == participants_pdf(made, replace(HELD, dates=()))


def test_a_parcours_is_a_calendar_of_whole_days_over_its_months(edition: Edition):
    steps = planned(datetime.date(2027, 1, 12), edition)
    found = events(parcours_ics(steps, HELD, ISSUE))

    one = datetime.timedelta(days=1)
    assert [(each["summary"], each["dtstart"], each["dtend"] - one) for each in found] == [
        (printable(step.title), step.day, step.until or step.day) for step in steps
    ]
    assert len({each["uid"] for each in found}) == len(steps)


def cards_of(made: Programme, held: Occasion = HELD) -> Iterator[Card]:
    for part in SHEETS["animation"](made, held).parts:
        yield from (block for block in part.blocks if isinstance(block, Card))


def test_the_steps_of_a_practice_fill_its_minutes(made: Programme):
    lasts = re.compile(r"(?:(\d+) h)? ?(?:(\d+)(?: min)?)?")

    def minutes(told: str) -> int:
        hours, left = lasts.fullmatch(told).groups()
        return 60 * int(hours or 0) + int(left or 0)

    held = [dict(card.parts) for card in cards_of(made)]
    found = [
        (sum(minutes(step.split(" : ")[0]) for step in parts[words.STEPS].points), minutes(label[len(head) : -1]))
        for parts in held
        if words.STEPS in parts
        for head in (f"{words.PRACTISED} (",)
        for label in parts
        if label.startswith(head)
    ]
    assert found != []
    assert [told - whole for told, whole in found] == [0] * len(found)


def test_a_reason_that_holds_for_several_is_told_once_with_their_names(made: Programme):
    for card in cards_of(made):
        served = dict(card.parts).get(words.SERVES)
        points = served.points if isinstance(served, Points) else ()
        reasons = [point.split(" Pour : ")[0] for point in points]
        assert len(reasons) == len(set(reasons))


def test_a_night_asks_for_less_than_a_fortnight_and_what_it_leaves_comes_at_the_end(made: Programme):
    method = made.group.edition.programme
    nights = replace(HELD, dates=(datetime.date(2027, 3, 23), datetime.date(2027, 3, 24)))

    def told(held: Occasion, number: int) -> list[str]:
        part = [part for part in SHEETS["participants"](made, held).parts if part.title.startswith(words.DAY[:4])]
        return [text for block in part[number].blocks[1:] for text in of_block(block)]

    modules = [{name for slot in day for name in slot.modules} for day in made.days]
    assert told(nights, 0) == [method.between_nights]
    assert len(told(nights, 1)) == 1 + len(modules[0] | modules[1])
    assert (told(HELD, 0)[0], len(told(HELD, 0))) == (method.between_days, 1 + len(modules[0]))
    assert len(told(HELD, 1)) == 1 + len(modules[1])


def test_columns_of_the_text_document_are_as_wide_in_every_word_processor(made: Programme):
    for table in opened(made, "animation").tables:
        widths = [column.width for column in table.columns]
        assert widths == [cell.width for cell in table.rows[0].cells]
        assert len(set(widths)) > 1


def test_names_with_a_comma_are_told_apart(made: Programme):
    people_of = made.group.participants
    named_so = (replace(people_of[0], name="Bois, atelier d'insertion"), *people_of[1:])
    group = gather(named_so, made.group.edition)

    told = " ".join(spoken(SHEETS["animation"](make_programme(group, Time(2, 420)), HELD)))
    assert "Bois, atelier d'insertion ; " in told
    assert "Bois, atelier d'insertion, " not in told
