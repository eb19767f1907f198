"""Streamlit speaks English: what its fields draw or read out is told in French, and nothing new of it goes unseen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import Page, expect

from assessment.pages.french_labels import BEGINNINGS, LABELS

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
#: A part of Streamlit that our pages use -> what it says in programmers' words, or of what we do not offer.
UNSEEN = {
    "Selectbox": (),
    "TextInput": ("Hide password", "Show password", "Invalid input."),
    "TextArea": (),
    "NumberInput": ("Error in sprintf", "Invalid data type"),
    "DateInput": ("Choose date range", "Clear dates", "Date range", "Quick select a date range"),
    "FileUploader": ("Drag and drop directories here", "Upload directories"),
    "DownloadButton": ("Deferred download not properly configured", "Download Button"),
}
PHRASE = re.compile(r"`([A-Z][a-z]+ (?:[^`$]|\$\{[^`{}]*\})+)`")


def phrases(part: str) -> set[str]:
    """What a part of Streamlit says in several words; what it puts into them is left out."""
    (script,) = SCRIPTS.glob(f"{part}.*.js")
    return {each for each in PHRASE.findall(script.read_text(encoding="utf-8")) if not re.search(r"[;{}]|=>", each)}


def test_phrases_are_found_where_they_are():
    assert {"No results", "Clear value", "Selectbox options"} <= phrases("Selectbox")
    assert any(each.startswith("Number is above") for each in phrases("NumberInput"))


@pytest.mark.parametrize("part", UNSEEN)
def test_every_phrase_of_a_field_is_told_in_french(part: str):
    known = {*LABELS, *BEGINNINGS, *UNSEEN[part]}

    said = phrases(part)

    assert [each for each in said if not any(each.startswith(beginning) for beginning in known)] == []


@pytest.fixture(name="asked", scope="module")
def _asked(browser, address: str) -> Iterator[Page]:
    """The form of a new gathering, which asks for a day, in a French browser: its calendar has that language."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    page = context.new_page()
    page.goto(f"{address}/gatherings")
    expect(page.locator("h1").first).to_have_text("Réunir les réponses de plusieurs projets")
    yield page
    context.close()


def test_a_field_for_a_day_names_its_parts_and_tells_the_day_in_french(asked: Page):
    page, field = asked, asked.get_by_test_id("stDateInput")
    parts = field.get_by_role("spinbutton")
    for place, name in enumerate(("jour", "mois", "année")):
        expect(parts.nth(place)).to_have_attribute("aria-label", f"{name}, Dernier jour pour déposer (facultatif)")
        expect(parts.nth(place)).to_have_attribute("aria-valuetext", "vide")
    field.get_by_role("button").click()
    calendar = page.get_by_role("dialog")
    expect(calendar).to_have_attribute("aria-label", "Choisir un jour")
    expect(calendar.get_by_role("button", name="Mois suivant")).to_be_visible()
    expect(calendar).to_contain_text("Les flèches changent de jour")
    expect(calendar.get_by_role("application")).to_have_attribute("aria-label", re.compile("^Choisir un jour, "))
    page.keyboard.press("Escape")
    parts.first.press_sequentially("14022030")
    expect(parts.nth(1)).to_have_attribute("aria-valuetext", "02 – février")
    expect(page.get_by_text(re.compile("^Jour choisi\u00a0: 14 février 2030$"))).to_be_attached()
    told = page.evaluate(
        """() => [...document.querySelectorAll('body *')].flatMap((each) => [
             each.getAttribute('aria-label'), each.getAttribute('aria-valuetext'),
             ...[...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue),
           ]).filter(Boolean).filter((text) => /Choose|Selected|Empty|(day|month|year), /.test(text))"""
    )
    assert told == []


def test_a_list_says_in_french_how_many_choices_there_are(explorer):
    field = explorer.page.locator(".st-key-what_if_question").get_by_role("combobox")
    field.click()
    told = explorer.page.locator("[data-live-announcer]")
    expect(told).to_contain_text(re.compile("[0-9]+ choix possibles[.]"))
    field.press_sequentially("bloque le plus")
    expect(told).to_contain_text(re.compile("[0-9]+ choix possibles?[.]$"))
    field.press_sequentially(" zzz")
    expect(explorer.page.get_by_text("Rien ne correspond")).to_be_visible()
    assert "available" not in told.inner_text()


@pytest.fixture(name="explorer", scope="module")
def _explorer(arriving, example):
    """Somebody with answers, who is about to try another one."""
    visitor = arriving()
    visitor.resumes(example.given)
    visitor.follows("Explorer")
    visitor.sees("Explorer votre résultat")
    yield visitor
    visitor.page.context.close()
