"""Pieces of a page: drawn as they are; their buttons heard once, by the keyboard too, and nothing that is made up."""

import doctest
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from assessment.pages import pieces
from assessment.pages.escaped import markup
from assessment.pages.pieces import folded, press_told

TAKE = "J’en fais une prochaine action"
REVIEW = "Revoir cette réponse"


@pytest.mark.parametrize("text", ["", "7", "7\ttake", "7\ttake\ta\tb\tc", "take\ta\tb", "7\tnone\ta\tb", "7\t\ta\tb"])
def test_a_text_that_tells_no_press_is_none(text):
    assert press_told(text) is None


def test_the_examples_of_the_docstrings_hold():
    assert doctest.testmod(pieces).failed == 0


@given(st.text(), st.sampled_from(["<p>{}</p>", '<p title="{}">’</p>', "<p>{}&amp;amp;</p>"]))
def test_a_fold_is_one_text_that_says_its_markup_whatever_people_wrote(text: str, around: str):
    html = around.format(markup(text))
    found, said = [], []
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attributes: found.append((tag, attributes))
    reader.handle_data = said.append
    reader.feed(folded(html))
    reader.close()

    assert (found, "".join(said)) == ([("script", [("type", "text/plain")])], html)


@pytest.fixture(name="at_result")
def _at_result(visitor, example):
    visitor.resumes(example.given)
    visitor.opens_result()
    return visitor


def forges(visitor, button, **about):
    """Press a button of a line after its marks were written over."""
    button.evaluate("(button, about) => Object.assign(button.dataset, about)", about)
    button.evaluate("(button) => button.click()")
    visitor.sees_all()


def test_what_a_browser_makes_up_changes_nothing_and_leads_nowhere(at_result):
    heading = at_result.page.locator("h1").inner_text()
    line = at_result.line("to_consolidate")
    review = line.get_by_role("button", name=REVIEW, include_hidden=True)
    for about in ({"about": "RIEN"}, {"about": ""}, {"press": "go", "about": "home.py"}, {"press": "erase"}):
        forges(at_result, review, **{"press": "review", **about})
    line.evaluate("(line) => { line.dataset.line = 'to_consolidate RIEN.9'; }")
    forges(at_result, line.get_by_role("button", name=TAKE))

    expect(at_result.page.locator("h1").first).to_have_text(heading)
    expect(at_result.line("to_consolidate").locator(".said")).to_have_count(0)


def test_whoever_only_has_a_keyboard_opens_a_line_sees_its_question_and_comes_back_to_the_line(at_result):
    keys, page = at_result.page.keyboard, at_result.page
    reasons = at_result.line("to_consolidate").locator("summary")
    at_result.line("to_consolidate").get_by_role("button", name=TAKE).focus()
    keys.press("Tab")
    expect(reasons).to_be_focused()
    keys.press("Enter")
    keys.press("Tab")
    expect(at_result.line("to_consolidate").get_by_role("button", name=REVIEW)).to_be_focused()
    keys.press("Enter")
    at_result.sees("Essais et apprentissage")
    page.get_by_role("button", name="Revenir au résultat").press("Enter")
    at_result.sees("Votre projet est en modélisation.")

    expect(reasons).to_be_focused()
    expect(at_result.line("to_consolidate").get_by_role("button", name=REVIEW)).to_be_visible()


def test_what_is_folded_is_printed(at_result):
    reason = at_result.line("to_consolidate").locator(".reason")
    expect(reason).to_be_hidden()
    at_result.page.emulate_media(media="print")

    expect(reason).to_be_visible()


def test_folds_stay_open_while_an_action_is_made(at_result):
    line = at_result.line("to_consolidate")
    line.locator("summary").click()
    line.get_by_role("button", name=TAKE).click()
    expect(line.locator(".said")).to_have_text("✓ C’est dans vos prochaines actions.")
    at_result.sees_all()

    expect(line.get_by_role("button", name=REVIEW)).to_be_visible()
    expect(line.get_by_role("button", name=TAKE)).to_be_hidden()


def test_folds_below_the_next_actions_stay_open_while_one_is_made(at_result):
    answers = at_result.page.locator(".drawn .answers")
    answers.locator("summary").click()
    at_result.line("to_consolidate").get_by_role("button", name=TAKE).click()
    expect(at_result.line("to_consolidate").locator(".said")).to_be_visible()
    at_result.sees_all()

    expect(answers.locator(".reason").first).to_be_visible()


def test_a_result_is_whole_and_its_buttons_are_heard_when_the_script_of_every_page_never_came(arriving, example):
    visitor = arriving()
    visitor.page.route("**/jalons.js*", lambda route: route.abort())
    visitor.page.reload()
    visitor.resumes(example.given)
    visitor.opens_result()
    visitor.line("to_consolidate").get_by_role("button", name=TAKE).click()

    expect(visitor.line("to_consolidate").locator(".said")).to_be_visible()


def test_a_press_while_the_server_is_away_is_heard_once_it_is_back(installation, arriving_at, example):
    visitor = arriving_at(installation)
    visitor.resumes(example.given)
    visitor.is_let_in()
    visitor.opens_result()
    installation.kill()
    expect(visitor.page.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    visitor.line("to_consolidate").get_by_role("button", name=TAKE).click()
    installation.start()

    expect(visitor.line("to_consolidate").locator(".said")).to_be_visible(timeout=60_000)
