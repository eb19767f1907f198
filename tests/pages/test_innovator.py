"""An innovator goes through the pages by clicking, from the first page to the files that are taken away."""

import datetime
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from assessment.engine.assess import assess
from assessment.engine.contract import answer_file
from assessment.engine.reading import read_answers
from assessment.report.sections import tell
from assessment.report.typography import french

NAME = "Le jardin *partagé* :house: <b>"


@pytest.fixture(name="given", scope="module")
def _given(example):
    """The answer file of archetype F03 with a name that must stay a name, and one thing that could be shown."""
    today = datetime.date.today().isoformat()
    answers = example.given["project"]["answers"]
    return {"subject": {"name": NAME, "date": today}, "project": {"answers": answers, "shown": {"EXP1": "document"}}}


@pytest.fixture(name="read", scope="module")
def _read(given, edition):
    return read_answers(given, edition)


@pytest.fixture(name="report", scope="module")
def _report(read, edition):
    """What the command line tells of the same answers."""
    return tell(assess(read, edition), datetime.date.today())


@pytest.fixture(name="innovator", scope="module")
def _innovator(arriving, edition, given):
    """Someone who clicked through every screen, answered the archetype's questions and opened the result."""
    visitor = arriving()
    visitor.starts()
    for screen in [*edition.project.screens[1:], *edition.doors.screens]:
        visitor.moves("Suivant", french(screen.label))
        for question in edition.project.on_screen(screen.id):
            if question.id in given["project"]["answers"]:
                visitor.chooses(question.id, given["project"]["answers"][question.id])
        if screen.id == "EXP":
            visitor.page.locator("[data-asked='shown EXP1']").get_by_text("Oui, un document à nous").click()
    visitor.page.get_by_label("Nom du projet").fill(NAME)
    visitor.presses("Voir le résultat")
    expect(visitor.page.get_by_text("Toutes vos réponses")).to_be_visible()
    yield visitor
    visitor.page.close()


@pytest.fixture(name="at_result")
def _at_result(innovator):
    innovator.opens_result()
    return innovator


def test_the_result_is_that_of_the_command_line(at_result, report):
    page = at_result.page

    assert page.locator("h1").inner_text() == french(report.headline)
    assert page.locator(".stations").get_attribute("aria-label") == french(report.stage_line.alt)
    titles = [section.title for section in report.sections]
    titles.insert([section.id for section in report.sections].index("recommendations") + 1, "Vos prochaines actions")
    assert page.locator("h2").all_text_contents() == [french(title) for title in titles]


def test_every_line_of_the_report_is_on_the_page(at_result, report):
    told = [(line.text, line.badge) for section in report.sections for line in (*section.lines, *section.more)]

    shown = at_result.page.locator(".line > p:first-child").all_text_contents()

    assert shown == [" ".join(french(part) for part in (text, badge) if part) for text, badge in told]


def test_the_name_is_shown_as_it_was_written(at_result):
    assert NAME in at_result.page.locator(".eyebrow").inner_text()


def test_no_answer_is_lost_between_pages(at_result, edition, given):
    at_result.follows("Accueil")
    at_result.sees("Où en est votre projet, et que faire ensuite\u202f?")
    at_result.presses("Commencer")
    at_result.sees("Votre contexte")
    found = {}
    for screen in edition.project.screens[1:-1]:
        at_result.moves("Suivant", french(screen.label))
        found |= {question.id: at_result.chosen(question.id) for question in edition.project.on_screen(screen.id)}

    assert found == given["project"]["answers"]


def test_going_back_one_screen_finds_the_answers_of_that_screen(at_result, given):
    at_result.follows("Répondre")
    at_result.page.locator("h1").wait_for()
    at_result.presses("Précédent")
    at_result.sees("Utilité sociale et résultats")

    names = ("EVA1", "EVA2", "EVA3")
    assert [at_result.chosen(name) for name in names] == [given["project"]["answers"][name] for name in names]


def test_the_report_taken_away_says_the_headline_and_carries_the_answers(
    at_result, report, read, edition, tmp_path: Path
):
    path = at_result.downloads("Télécharger le rapport (PDF)", tmp_path)

    pdf = PdfReader(path)
    text = " ".join("\n".join(page.extract_text() for page in pdf.pages).split())
    (attached,) = pdf.attachments["jalons-reponses.json"]
    carried = json.loads(attached)
    assert path.name == f"jalons-le-jardin-partage-house-b-{report.day}.pdf"
    assert " ".join(french(report.headline).split()) in text
    assert {key: value for key, value in carried.items() if key != "issued"} == answer_file(read, edition)
    assert carried["issued"]["edition"] == edition.id


def test_the_answer_file_taken_away_opens_in_another_visit(at_result, visitor, report, read, edition, tmp_path: Path):
    path = at_result.downloads("Télécharger vos réponses (JSON)", tmp_path)
    visitor.resumes(path.read_bytes())
    visitor.opens_result()

    assert json.loads(path.read_bytes()) == answer_file(read, edition)
    assert visitor.page.locator("h1").inner_text() == french(report.headline)
    assert visitor.page.locator(".eyebrow").inner_text() == at_result.page.locator(".eyebrow").inner_text()


def test_a_reason_leads_back_to_its_question(at_result):
    line = at_result.line("to_consolidate")
    line.locator("summary").click()
    line.get_by_role("button", name="Revoir cette réponse").press("Enter")
    at_result.sees("Essais et apprentissage")

    expect(at_result.page.locator(".st-key-question_EXP2 h2")).to_be_focused()
    expect(at_result.page.locator(".st-key-question_EXP2 h2")).to_be_in_viewport()
