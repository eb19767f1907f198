"""The report as it is asked for, taken away in a real browser: its form, its words, and what it leaves out."""

import datetime
import json

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

TODAY = datetime.date.today().isoformat()
ACTIONS = [{"what": "Appeler la mairie", "who": "Anna Petit", "by": "2027-03-01"}]


@pytest.fixture(name="visitor_at_result", scope="module")
def _visitor_at_result(arriving, example):
    """Someone at a result with a name and an action, who looks at what the report may hold."""
    visitor = arriving()
    visitor.resumes({**example.given, "subject": {"name": "Le verger partagé"}, "actions": ACTIONS})
    yield visitor
    visitor.page.close()


@pytest.fixture(name="choosing")
def _choosing(visitor_at_result):
    visitor_at_result.follows("Accueil")
    visitor_at_result.opens_result()
    visitor_at_result.page.get_by_text("Choisir ce que contient le rapport").click()
    expect(visitor_at_result.page.get_by_text("Quelle forme")).to_be_visible()
    return visitor_at_result


def chooses(visitor, *words):
    for each in words:
        visitor.page.locator(".st-key-taking_away").get_by_text(each, exact=True).click()
        visitor.sees_all()


def taken(visitor, folder):
    """The report's file name, text, number of pages, metadata and the answers that it carries."""
    path = visitor.downloads("Télécharger le rapport (PDF)", folder)
    pdf = PdfReader(path)
    text = " ".join("\n".join(page.extract_text() for page in pdf.pages).split())
    (attached,) = pdf.attachments["jalons-reponses.json"]
    return path.name, text, len(pdf.pages), str(pdf.metadata), json.loads(attached)


def test_the_whole_report_carries_everything_unless_it_is_asked_otherwise(choosing, tmp_path):
    name, text, pages, _, carried = taken(choosing, tmp_path)

    assert (name, pages > 1) == (f"jalons-le-verger-partage-{TODAY}.pdf", True)
    assert [each for each in ("Le verger partagé", "Appeler la mairie", "Anna Petit") if each not in text] == []
    assert (carried["subject"]["name"], carried["actions"]) == ("Le verger partagé", ACTIONS)


@pytest.mark.parametrize(
    ("form", "name"),
    [("Une page pour votre conseil", "une-page"), ("Une page en mots simples et en gros caractères", "en-clair")],
)
def test_a_page_for_the_board_and_a_page_in_plain_words_are_one_page(choosing, form, name, tmp_path):
    chooses(choosing, form)

    found, text, pages, _, carried = taken(choosing, tmp_path)

    assert (found, pages) == (f"jalons-{name}-le-verger-partage-{TODAY}.pdf", 1)
    assert [each for each in ("Le verger partagé", "Appeler la mairie") if each not in text] == []
    assert carried["actions"] == ACTIONS


def test_names_of_people_stay_out_of_the_report_and_of_its_attachment(choosing, tmp_path):
    chooses(choosing, "Montrer les noms des personnes")

    _, text, _, _, carried = taken(choosing, tmp_path)

    assert ("Appeler la mairie" in text, "Anna" in text) == (True, False)
    assert carried["actions"] == [{"what": "Appeler la mairie", "by": "2027-03-01"}]


def test_without_ones_own_words_nothing_tells_whose_report_it_is(choosing, tmp_path):
    chooses(choosing, "Montrer vos propres textes : nom du projet, actions")

    name, text, _, metadata, carried = taken(choosing, tmp_path)

    assert name == f"jalons-projet-{TODAY}.pdf"
    assert [each for each in ("verger", "mairie", "Anna") if each in f"{text} {metadata} {carried}"] == []


def test_a_line_of_contact_is_on_the_cover_and_nowhere_else(choosing, tmp_path):
    choosing.page.get_by_label("Vos coordonnées").press_sequentially("Léa, 06 12 34 56 78")
    expect(choosing.page.get_by_label("Vos coordonnées")).to_have_value("Léa, 06 12 34 56 78")
    choosing.page.get_by_label("Vos coordonnées").blur()
    choosing.sees_all()

    _, text, _, _, carried = taken(choosing, tmp_path)
    choosing.follows("Mon dossier")
    choosing.sees("Mon dossier")
    with choosing.page.expect_download() as download:
        choosing.page.get_by_role("link", name="Données complètes (JSON)").click()

    kept = download.value.path().read_text(encoding="utf-8")
    assert ("Léa, 06 12 34 56 78" in text, "Léa" in str(carried), "Léa" in kept) == (True, False, False)
