"""Answers that the browser tells: only those that may be given, each saved once, also if nobody heard it at first."""

import pytest
from playwright.sync_api import expect

from assessment.pages.options import answer_told
from assessment.pages.wording import UNHEARD
from assessment.report.typography import french
from assessment.settings import Settings
from assessment.storage.opening import open_store
from assessment.storage.principals import OPERATOR


def entries(installation) -> int:
    """How many entries the store keeps."""
    store = open_store(Settings(data=installation.data))
    try:
        return store.figures(OPERATOR).entries
    finally:
        store.database.close()


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("answer EXP1\t3", ("answer", "EXP1", 3)),
        ("answer EXP1\tx", ("answer", "EXP1", "x")),
        ("answer EXP1\t0", None),
        ("answer EXP1\t99", None),
        ("answer EXP1\t03", None),
        ("answer EXP1\t", None),
        ("answer EXP1", None),
        ("answer C6\t1", None),  # boxes to tick
        ("answer RIEN\t1", None),
        ("shown EXP1\tyes", None),
        ("name \tMoi", None),
        ("note EXP1\tUn bilan\t7", ("note", "EXP1", "Un bilan")),
        ("note EXP1\tUn bilan", ("note", "EXP1", "Un bilan")),
        ("note EXP1\t \u202e Un\u2028 bilan\x00 \t7\tà part", ("note", "EXP1", "Un bilan")),
        ("note EXP1\t" + "a" * 300 + "\t7", ("note", "EXP1", "a" * 200)),
        ("note EXP1\t\t7", ("note", "EXP1", None)),
        ("note EXP1", ("note", "EXP1", None)),
        ("note BES2\tUn bilan\t7", None),  # no key question
        ("note RIEN\tUn bilan\t7", None),
        ("", None),
    ],
)
def test_only_an_option_of_a_question_is_taken(line, given, edition):
    assert answer_told(line, edition) == given


def test_every_option_of_what_can_be_shown_is_taken(edition):
    choices = edition.project.evidence.choices

    assert [answer_told(f"shown EXP1\t{each}", edition) for each in choices] == [
        ("shown", "EXP1", each) for each in choices
    ]


def test_an_answer_given_while_the_server_is_away_is_saved_once_when_it_is_back(installation, arriving_at):
    visitor = arriving_at(installation)
    visitor.starts()
    visitor.moves("Suivant", "Besoin et publics")
    visitor.chooses("BES1", 3)
    visitor.is_told_saved()
    visitor.is_let_in()
    before = entries(installation)
    installation.kill()
    visitor.chooses("BES1", 4)
    installation.start()
    expect(visitor.page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-connection-state", "CONNECTED", timeout=60_000
    )
    visitor.is_told_saved()

    assert entries(installation) == before + 1
    visitor.page.reload()
    visitor.sees("Besoin et publics")
    assert visitor.chosen("BES1") == 4


def test_answers_given_faster_than_they_are_drawn_are_all_saved(visitor):
    visitor.starts()
    visitor.moves("Suivant", "Besoin et publics")
    visitor.notes_what_is_saved()
    visitor.page.evaluate(
        """(names) => names.forEach((name) =>
             document.querySelectorAll(`.st-key-box_answer_${name} .option input`)[1].click())""",
        ["BES1", "BES2", "BES3"],
    )
    expect(visitor.page.locator(".saved .done")).to_have_count(3)
    visitor.page.reload()
    visitor.sees("Besoin et publics")

    assert [visitor.chosen(name) for name in ("BES1", "BES2", "BES3")] == [2, 2, 2]


def test_an_answer_that_never_reached_the_server_is_told_again(visitor):
    visitor.starts()
    visitor.moves("Suivant", "Besoin et publics")
    visitor.chooses("BES1", 3)
    visitor.is_told_saved()
    visitor.page.evaluate(
        """() => {
          const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function () { WebSocket.prototype.send = send; };
        }"""
    )
    visitor.notes_what_is_saved()
    visitor.chooses("BES1", 4)
    visitor.is_told_saved()
    visitor.page.reload()
    visitor.sees("Besoin et publics")

    assert visitor.chosen("BES1") == 4


def test_the_focus_stays_on_the_option_that_the_keyboard_chose(visitor):
    visitor.starts()
    visitor.moves("Suivant", "Besoin et publics")
    visitor.notes_what_is_saved()
    visitor.options("BES1").nth(0).locator("input").focus()
    visitor.page.keyboard.press("ArrowDown")
    visitor.is_told_saved()

    expect(visitor.options("BES1").nth(1).locator("input")).to_be_focused()
    assert visitor.chosen("BES1") == 2


def test_nobody_sees_or_reaches_the_button_of_the_connection(visitor):
    expect(visitor.page.locator(".st-key-draw_again button")).to_be_hidden()


def test_without_the_script_of_every_page_nothing_can_be_chosen_and_the_page_says_so(arriving):
    visitor = arriving()
    visitor.page.route("**/jalons.js*", lambda route: route.abort())
    visitor.page.reload()
    visitor.starts()
    visitor.moves("Suivant", "Besoin et publics")

    expect(visitor.page.get_by_role("alert")).to_have_text(french(UNHEARD))
    expect(visitor.options("BES1").first.locator("input")).to_be_disabled()
    visitor.page.close()
