"""The guide of an interview on paper: tagged, one page or two, room to write, and no text that breaks it."""

import datetime
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page import validate_pdf_bytes
from pypdf import PdfReader

from assessment.content.edition import Edition
from assessment.content.shelf import open_edition
from assessment.engine.answers import Answers
from assessment.engine.reading import read_answers
from assessment.portfolio.interview import Guide, interview
from assessment.portfolio.said import said
from assessment.report.interview_pdf import interview_pdf, pages_of
from bench.hostile_texts import PIECES

DAY = datetime.date(2026, 11, 26)
NAMES = [example.name.split()[0] for example in open_edition().examples]


def failures(content: bytes) -> list[tuple[str, str]]:
    checked = [validate_pdf_bytes(content, profile=profile) for profile in ("ua1", "3a")]
    return [(found.rule_id, found.message) for told in checked for found in told.failures]


def reading(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def guide_of(name: str, edition: Edition) -> Guide:
    given_answers = next(each.given for each in edition.examples if each.name.startswith(name))
    return interview(read_answers(given_answers, edition), edition)


@pytest.mark.parametrize("name", NAMES)
def test_the_guide_of_a_worked_example_conforms_on_one_page_or_two(name: str, edition: Edition):
    content = interview_pdf(guide_of(name, edition), "Appel à projets", DAY)

    assert (failures(content), len(reading(content)) in (1, 2)) == ([], True)


@pytest.mark.parametrize("name", ["F01", "F07", "F13", "F14"])
def test_every_question_is_there_once_with_room_to_write_under_it(name: str, edition: Edition):
    guide = guide_of(name, edition)
    told = " ".join(reading(interview_pdf(guide, "Appel à projets", DAY))).replace("\u2019", "'").replace("\xa0", " ")
    lines = pages_of(guide)

    written = (*guide.asked, *guide.onward)
    assert [told.count(asked.ask.split("?")[0].strip()) for asked in written] == [1] * len(written)
    assert sum(map(len, lines)) == len(written)
    assert min((under for page in lines for under in page), default=1) >= 1
    assert guide.equity.replace("\n", " ")[:40] in told


def test_whoever_opens_it_reads_when_the_answers_were_given_what_blocks_and_which_help_is_sought(edition: Edition):
    guide = replace(guide_of("F14", edition), day=datetime.date(2026, 2, 14))

    told = reading(interview_pdf(guide, "Appel à projets", DAY))[0].replace("\u2019", "'").replace("\xa0", " ")

    assert "Réponses du : 14 février 2026" in told
    assert [label in told for label, _ in guide.facts] == [True] * len(guide.facts)


def test_what_comes_last_does_not_stand_alone_on_a_page(edition: Edition):
    pages = [pages_of(guide_of(name, edition)) for name in NAMES]

    assert [page for found in pages for page in found[1:] if not page] == []


def test_second_readings_and_what_is_left_stand_in_the_guide(edition: Edition):
    guide = guide_of("F14", edition)
    read = replace(guide.asked[0], said=(replace(guide.asked[0].said[0], read="Un essai est en cours."),))
    guide = replace(guide, asked=(read, *guide.asked[1:3]), rest=guide.asked[3:])

    told = " ".join(reading(interview_pdf(guide)))

    assert "Votre lecture : Un essai est en cours." in told
    assert ("S’il reste du temps" in told, guide.rest[0].questions[0] in told) == (True, True)


def test_the_guide_tells_which_document_could_be_shown_where_it_is_shared(edition: Edition):
    guide, name = guide_of("F14", edition), "BES1"
    shown, notes = {name: "document"}, {name: "Bilan de mars"}
    given_answers = Answers(edition.id, frozenset({"project"}), {name: 2}, shown, notes=notes)

    told = [said(name, each, edition, each).shown for each in (given_answers, replace(given_answers, notes={}))]

    backed = f"{edition.project.evidence.question} {edition.project.evidence.choices['document']}"
    assert told == [f"{backed} : « Bilan de mars »", backed]
    asked = replace(guide.asked[0], said=(said(name, given_answers, edition, given_answers),))
    assert "Bilan de mars" in " ".join(reading(interview_pdf(replace(guide, asked=(asked, *guide.asked[1:])), "", DAY)))


def test_the_same_guide_gives_the_same_bytes(edition: Edition):
    guide = guide_of("F07", edition)

    assert interview_pdf(guide, "Appel", DAY) == interview_pdf(guide, "Appel", DAY)


@settings(max_examples=25, deadline=None)
@given(text=st.one_of(st.sampled_from(PIECES), st.text(max_size=300)))
def test_no_text_breaks_a_guide_or_asks_something_of_elsewhere(edition: Edition, text: str):
    guide = guide_of("F14", edition)
    told = replace(guide.asked[0].said[0], answer=text, read=text, shown=text)
    asked = replace(guide.asked[0], ask=text, said=(told,))

    content = interview_pdf(replace(guide, name=text, asked=(asked, *guide.asked[1:])), text, DAY)

    assert failures(content) == []
    reader = PdfReader(BytesIO(content))
    assert [page for page in reader.pages if page.get("/Annots") or page.get("/AA")] == []
    assert {"/OpenAction", "/AA"} & set(reader.trailer["/Root"]) == set()
