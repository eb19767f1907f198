"""Beside what could be shown, a few words: saved while they are typed, kept, told again, and shared only if asked."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from assessment.content.shelf import open_edition
from assessment.pages.wording_of_dossier import CONFLICT_NOTE
from assessment.report.typography import french

EVIDENCE = open_edition().project.evidence
LABEL = french(EVIDENCE.note.label)
NOTE = "Bilan de l’essai, mars 2026"


def field(visitor, question="BES1"):
    return visitor.page.locator(f"[data-proof={question}]").get_by_role("textbox", name=LABEL)


def says_what_could_be_shown(visitor, place, question="BES1"):
    """Choose an option of « Pourriez-vous le montrer ? », which is saved."""
    visitor.notes_what_is_saved()
    visitor.page.locator(f"[data-proof={question}] .option").nth(place).click()
    visitor.is_told_saved()


def writes(visitor, text, question="BES1"):
    """Write a text, which is saved while the field still has the focus."""
    visitor.notes_what_is_saved()
    field(visitor, question).fill(text)
    visitor.is_told_saved()
    expect(field(visitor, question)).to_be_focused()


@pytest.fixture(name="showing")
def _showing(visitor):
    """Someone whose answer a document could show."""
    visitor.starts()
    visitor.moves("Suivant", "Besoin et publics")
    visitor.chooses("BES1", 3)
    visitor.is_told_saved()
    expect(field(visitor)).to_be_hidden()
    says_what_could_be_shown(visitor, 1)
    visitor.is_let_in()
    return visitor


def answers_again(visitor):
    """By the private link, on another device: back to the questions."""
    visitor.presses("Continuer à répondre")
    visitor.sees("Besoin et publics")


def test_what_is_typed_is_saved_comes_back_by_the_link_and_is_used_as_long_as_something_is_shown(showing, arriving):
    page = showing.page
    page.locator("[data-proof=BES1] .option input").nth(1).focus()
    page.keyboard.press("Tab")
    expect(field(showing)).to_be_focused()
    writes(showing, " Bilan\tde l’essai,  mars\u202e 2026 ")
    expect(field(showing)).to_have_value(re.compile("^ Bilan"))  # nothing moves under the hand
    showing.chooses("BES2", 2)
    showing.is_told_saved()
    expect(field(showing)).to_have_value(NOTE)

    other = arriving()
    other.comes_by(showing.private_link())
    answers_again(other)
    expect(field(other)).to_have_value(NOTE)
    other.page.set_viewport_size({"width": 320, "height": 800})
    field(other).scroll_into_view_if_needed()
    assert [(each["id"], each["nodes"][0]["html"]) for each in Axe().run(other.page).response["violations"]] == []
    other.page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollWidth === 320")
    other.page.set_viewport_size({"width": 1280, "height": 800})

    says_what_could_be_shown(other, 0)
    expect(field(other)).to_be_hidden()
    other.opens_result()
    other.page.get_by_text("Toutes vos réponses").click()
    expect(other.page.get_by_role("heading", name="Besoin et publics")).to_be_visible()
    expect(other.page.get_by_test_id("stMain")).not_to_contain_text(NOTE)
    other.follows("Répondre")
    other.sees("Besoin et publics")
    says_what_could_be_shown(other, 2)
    expect(field(other)).to_have_value(NOTE)
    other.opens_result()
    other.page.get_by_text("Toutes vos réponses").click()
    expect(other.page.get_by_text(f"« {NOTE} »")).to_be_visible()

    other.follows("Répondre")
    other.sees("Besoin et publics")
    writes(other, "")
    other.page.reload()
    other.sees("Besoin et publics")
    expect(other.page.locator("[data-asked='note BES1'][data-told]")).to_be_attached()
    expect(field(other)).to_have_value("")
    other.page.context.close()


def test_the_later_of_two_tabs_is_asked_and_nothing_is_overwritten(showing, another_tab):
    tab = another_tab(showing, "Besoin et publics")
    expect(field(tab)).to_be_visible()
    writes(showing, "Écrit dans le premier")
    field(tab).fill("Écrit dans le second")
    conflict = tab.page.locator(".st-key-conflict_note_BES1")
    expect(conflict).to_contain_text(french(CONFLICT_NOTE))
    expect(conflict).to_contain_text("Ici\u202f: Écrit dans le second")
    conflict.get_by_role("button", name="Garder celle de là-bas").press("Enter")
    expect(conflict).to_have_count(0)

    expect(field(tab)).to_have_value("Écrit dans le premier")
    tab.page.close()


def test_a_text_written_while_the_server_is_away_is_saved_when_it_is_back(installation, arriving_at):
    visitor = arriving_at(installation)
    visitor.starts()
    visitor.moves("Suivant", "Besoin et publics")
    visitor.chooses("BES1", 3)
    visitor.is_told_saved()
    says_what_could_be_shown(visitor, 1)
    visitor.is_let_in()
    installation.kill()
    field(visitor).fill("  Bilan de l’essai ")
    visitor.notes_what_is_saved()
    installation.start()
    expect(visitor.page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-connection-state", "CONNECTED", timeout=60_000
    )
    visitor.is_told_saved()
    visitor.page.reload()
    visitor.sees("Besoin et publics")

    expect(field(visitor)).to_have_value("Bilan de l’essai")


def test_a_text_that_would_break_a_page_is_shown_as_it_was_written(visitor, example):
    hostile = "<img src=x onerror=alert(1)> *gras* $x$ [a](http://192.0.2.1) {0}"
    asked = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    project = {**example.given["project"], "shown": {"EXP1": "document"}, "notes": {"EXP1": hostile}}
    visitor.resumes(json.dumps({**example.given, "project": project}).encode())
    visitor.opens_result()
    visitor.page.get_by_text("Toutes vos réponses").click()

    expect(visitor.page.get_by_text(french(f"« {hostile} »"))).to_be_visible()
    assert [each for each in asked if "192.0.2.1" in each or each.endswith("/x")] == []
