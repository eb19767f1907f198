"""The whole way of an innovator, on a computer and on phones: answer, close, come back, finish, take away, drop."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from assessment.report.typography import french

#: What somebody with a finished trial would choose, on the way through the short version.
CHOSEN = {
    "BES1": 3, "SOL1": 3, "EXP1": 3, "EXP2": 2, "MOD1": 2, "MOD2": 2,
    "ECO3": 2, "ALL1": 2, "EVA1": 3, "EVA2": 2, "DEP1": 2, "DEP2": 2,
}  # fmt: skip
STAGE = "Votre projet est en modélisation."
SHORT = "De votre projet, en bref"


def answers_screen(visitor) -> None:
    """Give the answer to every question of the screen, and be told that each is kept."""
    boxes = visitor.page.locator("[class*=st-key-box_answer_]")
    expect(boxes.first).to_be_visible()
    names = boxes.evaluate_all("each => each.map((one) => one.className.match(/box_answer_([A-Z]+[0-9]+)/)[1])")
    for name in dict.fromkeys(names):
        visitor.chooses(name, CHOSEN[name])
        visitor.is_told_saved()


def follows(visitor, name: str) -> None:
    """Follow a link of the menu, which a phone keeps folded."""
    link = visitor.page.get_by_role("link", name=name, exact=True)
    if not link.is_visible():
        visitor.page.get_by_test_id("stExpandSidebarButton").click()
    link.click()


def nothing_is_wider(page: Page) -> None:
    assert page.evaluate(
        "[document.documentElement, document.querySelector('[data-testid=stMain]')]"
        ".every((each) => each.scrollWidth <= window.innerWidth)"
    )


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_answers_given_in_two_sittings_become_a_report_that_brings_them_back(
    arriving, browser: Browser, width: int, tmp_path
):
    visitor = arriving(width)
    visitor.page.get_by_text(SHORT).click()
    visitor.presses("Commencer")
    visitor.sees("Besoin et publics")
    answers_screen(visitor)
    visitor.goes_on()
    answers_screen(visitor)
    follows(visitor, "Mon dossier")
    visitor.sees("Mon dossier")
    field = visitor.page.locator(".st-key-link_mine").get_by_label("Le lien à garder")
    expect(field).to_have_value(re.compile("/reprendre#.{32}$"))
    link = field.input_value()
    visitor.page.context.close()

    later = arriving(width)
    later.comes_by(link)
    later.presses("Continuer à répondre")
    later.sees("Solution")
    expect(later.options("SOL1").nth(CHOSEN["SOL1"] - 1).locator("input")).to_be_checked()
    while later.page.get_by_role("button", name="Suivant", exact=True).count():
        later.goes_on()
        answers_screen(later)
        nothing_is_wider(later.page)
    later.page.get_by_label("Nom du projet").press_sequentially("Le verger partagé")
    expect(later.page.locator(".st-key-name_asked .done")).to_be_visible()
    later.presses("Voir le résultat")
    later.sees(STAGE)
    nothing_is_wider(later.page)
    report = later.downloads("Télécharger le rapport (PDF)", tmp_path)
    later.page.context.close()

    other = arriving(width)
    other.drops(report.read_bytes(), report.name)
    expect(other.page.get_by_text(french("émis par cette installation et inchangé"))).to_be_visible()
    other.presses("Voir le résultat")
    other.sees(STAGE)
    expect(other.page.get_by_text("Le verger partagé").first).to_be_visible()
    other.page.context.close()
