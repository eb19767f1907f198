"""What each variant tells and keeps to itself, in pages, title, metadata and attachment."""

import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from assessment.content.edition import Edition
from assessment.content.shelf import open_edition
from assessment.engine.actions import Action
from assessment.engine.answers import Answers, Subject
from assessment.engine.assess import assess
from assessment.engine.contract import answer_file
from assessment.engine.reading import read_answers
from assessment.report import pdf, wording
from assessment.report import wording_of_pdf as told
from assessment.report.document import Report
from assessment.report.pdf_words import words
from assessment.report.reasons import all_answers
from assessment.report.variants import Variant, stripped

DAY = datetime.date(2027, 1, 15)
NOTES = {"EXP1": "Essai mené avec Madame Roche"}
ACTIONS = (Action("Écrire un bilan", "Samira", DAY, "EXP2"), Action("Appeler Monsieur Durand"))


@pytest.fixture(name="acting", scope="module")
def _acting(report: Report) -> Report:
    told = (replace(each, note=NOTES.get(each.question)) for each in report.answers)
    return replace(report, actions=ACTIONS, answers=tuple(told))


@pytest.fixture(name="answers", scope="module")
def _answers(given: Callable[[str], dict[str, Any]], edition: Edition) -> Answers:
    return replace(read_answers(given("complete"), edition), actions=ACTIONS, notes=NOTES)


def text(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).replace("\n", " ")


def everything(content: bytes) -> str:
    """Pages, metadata, title and attachments."""
    reader = PdfReader(BytesIO(content))
    attached = [file.decode() for files in reader.attachments.values() for file in files]
    xmp = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    return " ".join([text(content), str(dict(reader.metadata)), xmp, *attached])


def test_the_actions_stand_on_the_page_for_the_wall(acting: Report):
    page = PdfReader(BytesIO(pdf.render(acting))).pages[1].extract_text()

    wanted = (told.WALL, "Écrire un bilan", "Samira", "15 janvier 2027", "Appeler Monsieur Durand", "Action 3")
    assert [each for each in wanted if words(each).replace("\u00a0", " ") not in page] == []


def test_a_note_stands_beside_what_could_be_shown_among_all_the_answers(acting: Report, answers: Answers):
    reader = PdfReader(BytesIO(pdf.render(acting)))
    pages = [page.extract_text().replace("\n", " ") for page in reader.pages]

    told = words(f"{wording.COULD_SHOW} : {wording.SHOWN['document']}, « {NOTES['EXP1']} »").replace("\u00a0", " ")
    assert [told in page for page in pages].count(True) == 1
    assert all_answers(assess(answers, open_edition())) == acting.answers


def test_a_page_without_actions_says_how_to_begin(report: Report):
    page = PdfReader(BytesIO(pdf.render(report))).pages[1].extract_text().replace("\n", " ")
    first = dict(report.section("levers").lines[0].facts)[wording.HOW_TO_BEGIN]

    assert "Action 1" in page
    assert words(first).replace("\u00a0", " ") in page


def test_three_actions_leave_nothing_to_suggest(report: Report):
    content = pdf.render(replace(report, actions=(*ACTIONS, Action("Fêter la première année"))))

    assert words(told.FIRST_STEPS) not in text(content)


def test_contact_details_stand_on_the_cover_only_when_given(report: Report):
    contact = "contact@exemple.fr"

    found = [contact in text(pdf.render(report, None, Variant(contact=each))) for each in (contact, None)]
    assert found == [True, False]


@pytest.mark.parametrize("form", ["whole", "board", "plain"])
def test_people_are_not_named_when_asked(form: str, acting: Report):
    content = pdf.render(acting, None, Variant(form, people=False))

    assert ("Samira" in text(content), "Écrire un bilan" in text(content)) == (False, True)


@pytest.mark.parametrize("form", ["whole", "board", "plain"])
def test_without_free_text_no_word_of_the_person_is_left(form: str, acting: Report, answers: Answers, edition: Edition):
    variant = Variant(form, free_text=False)
    attachment = json.dumps(answer_file(stripped(answers, variant), edition), ensure_ascii=False).encode()
    content = everything(pdf.render(acting, attachment, variant))

    private = ("Jardin", "possibles", "Samira", "bilan", "Durand", "Roche")
    kept = [each for each in private if each in content]
    assert [each for each in kept if each != "bilan"] == []  # « bilan » is a word of the method too
    assert "Écrire un bilan" not in content


def test_answers_are_stripped_of_what_a_variant_keeps_to_itself(answers: Answers):
    unnamed = tuple(replace(action, who=None) for action in ACTIONS)

    assert stripped(answers, Variant()) == answers
    assert stripped(answers, Variant(people=False)) == replace(answers, actions=unnamed)
    assert stripped(answers, Variant(free_text=False)) == replace(
        answers, actions=(), notes={}, subject=Subject(date=answers.subject.date)
    )


def test_the_page_for_a_board_says_what_is_asked_and_what_helps(acting: Report):
    page = text(pdf.render(acting, None, Variant("board")))
    lines = [*acting.section("to_consolidate").lines[:3], *acting.section("levers").lines[:2]]

    wanted = [acting.headline, "Écrire un bilan", told.LIMITS, *(line.text for line in lines)]
    assert [each for each in wanted if words(each).replace("\u00a0", " ") not in page] == []


def test_the_plain_page_is_set_in_large_letters(acting: Report):
    page = PdfReader(BytesIO(pdf.render(acting, None, Variant("plain")))).pages[0]
    found: list[tuple[str, float]] = []
    page.extract_text(visitor_text=lambda said, _cm, _tm, _font, size: found.append((said.strip(), size)))

    sizes = {size for said, size in found for sentence in acting.plain if said and said in words(sentence)}
    assert acting.plain
    assert min(sizes) >= 14
