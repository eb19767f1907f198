"""The pages for everyone: on a phone, with a screen reader, in French, and without telling anyone else."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from assessment.pages.french_labels import LABELS


def open_page(visitor, name, example):
    """Go to one page of each kind, with answers where they matter."""
    if name == "question":
        visitor.resumes(example.given)
        visitor.presses("Continuer à répondre")
        visitor.sees("Votre contexte")
        visitor.moves("Suivant", "Besoin et publics")
        expect(visitor.page.get_by_text("Pourriez-vous le montrer")).to_be_visible()
    elif name == "result":
        visitor.resumes(example.given)
        visitor.presses("Voir le résultat")
        visitor.page.get_by_text("Les mêmes données en tableau").click()
        expect(visitor.page.locator(".plot")).to_be_visible()
        expect(visitor.page.get_by_role("rowheader", name="Formalisation")).to_be_visible()
    elif name == "explore":
        visitor.resumes(example.given)
        visitor.follows("Explorer")
        visitor.sees("Explorer votre résultat")
        visitor.picks("why_not_item", "investisseur sociétal")
        visitor.page.get_by_text("Et ensuite, pour la consolider").click()
        visitor.page.get_by_role("button", name="Essayer dans").last.click()
        expect(visitor.page.locator(".st-key-moved dt").first).to_be_visible()
        visitor.picks("what_if_question", "vous bloque le plus")
        visitor.sees_all()
    elif name == "dossier":
        visitor.resumes(example.given)
        visitor.private_link()
        visitor.page.get_by_text("Le montrer à un téléphone").click()
        visitor.page.get_by_text("Donner accès à quelqu’un").click()
        expect(visitor.page.get_by_label("Pour qui")).to_be_visible()
    elif name == "refused":
        visitor.drops(b"%PDF-1.7 abime", "rapport.pdf")
        expect(visitor.page.locator(".problems li")).to_have_count(1)
        visitor.sees_all()
    elif name == "conflict":
        answers_otherwise_in_another_tab(visitor)
    elif name == "about":
        visitor.follows("À propos")
        visitor.sees("À propos de Jalons")


def answers_otherwise_in_another_tab(visitor):
    """Give an answer that another tab has changed meanwhile: both are shown, to choose from."""
    visitor.starts()
    visitor.moves("Suivant", "Besoin et publics")
    visitor.chooses("BES1", 3)
    visitor.is_told_saved()
    visitor.is_let_in()
    other = type(visitor)(visitor.page.context.new_page(), visitor.page.url, "Besoin et publics")
    other.chooses("BES1", 4)
    other.is_told_saved()
    other.page.close()
    visitor.chooses("BES1", 2)
    expect(visitor.page.locator(".st-key-conflict_answer_BES1")).to_be_visible()
    visitor.sees_all()


KINDS = ["home", "refused", "question", "conflict", "result", "explore", "dossier", "about"]


@pytest.fixture(name="shown", params=KINDS, scope="module")
def _shown(request, arriving, example):
    """One page of each kind, in French, and every address asked for on the way."""
    visitor = arriving()
    visitor.asked, visitor.violations = [], []
    visitor.page.on("console", lambda said: "Content Security" in said.text and visitor.violations.append(said.text))
    visitor.page.on("request", lambda asked: visitor.asked.append(urlsplit(asked.url)))
    visitor.page.reload()
    open_page(visitor, request.param, example)
    expect(visitor.page.locator("html")).to_have_attribute("lang", "fr")
    expect(visitor.page.get_by_label("Pages de Jalons").first).to_be_attached()
    yield visitor
    visitor.page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_barrier(shown, width):
    shown.page.set_viewport_size({"width": width, "height": 900})
    shown.sees_all()

    found = Axe().run(shown.page).response["violations"]

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_no_label_is_english(shown):
    found = shown.page.evaluate(
        """[...document.body.querySelectorAll('*')].flatMap((each) => [
             ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => each.getAttribute(name)),
             ...[...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue)
           ]).filter(Boolean).map((text) => text.trim())"""
    )

    assert set(found) & set(LABELS) == set()


def test_no_request_leaves_this_machine(shown):
    assert {each.hostname for each in shown.asked if each.scheme not in ("data", "blob")} == {"localhost"}


def test_no_page_asks_for_what_the_policy_forbids(shown):
    assert shown.violations == []


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_is_wider_than_the_screen(shown, width):
    shown.page.set_viewport_size({"width": width, "height": 800})

    # Charts follow a little later: it is true in the end, or the wait fails.
    shown.page.wait_for_function(
        """(width) => [document.documentElement, document.querySelector('[data-testid=stMain]')]
             .every((each) => each.scrollWidth === width)""",
        arg=width,
    )


def test_the_menu_of_a_phone_leads_to_a_page_and_closes(arriving):
    visitor = arriving(390)
    visitor.page.get_by_role("button", name="Ouvrir le menu des pages").click()
    visitor.follows("À propos")
    visitor.sees("À propos de Jalons")

    expect(visitor.page.get_by_test_id("stSidebar")).not_to_be_in_viewport()
    visitor.page.close()
