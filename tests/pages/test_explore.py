"""What can be tried with a result: the shortest way, what keeps an item out, and other answers."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from assessment.engine.assess import assess
from assessment.engine.changes import change
from assessment.engine.obstacles import kept_out
from assessment.engine.path import path_to_consolidate, path_to_next
from assessment.engine.reading import read_answers
from assessment.report import explained
from assessment.report.paths_told import steps_told
from assessment.report.typography import french

ITEM = "M16"


@pytest.fixture(name="found", scope="module")
def _found(example, edition):
    return assess(read_answers(example.given, edition), edition)


@pytest.fixture(name="explorer", scope="module")
def _explorer(arriving, example):
    """Someone with the answers of archetype F03, at the page « Explorer »."""
    visitor = arriving()
    visitor.resumes(example.given)
    visitor.opens_result()
    visitor.presses("Explorer ce résultat")
    visitor.sees("Explorer votre résultat")
    yield visitor
    visitor.page.close()


@pytest.fixture(name="at_ease")
def _at_ease(explorer):
    """Nothing is tried yet."""
    restore = explorer.page.get_by_role("button", name="Remettre mes réponses")
    if restore.count():
        restore.click()
        expect(restore).to_have_count(0)
        explorer.sees_all()
    return explorer


def moved(visitor, label):
    """What moves: the text beside a label."""
    return visitor.page.locator(".st-key-moved dt", has_text=label).locator("+ dd")


def test_the_shortest_way_is_shown_in_the_order_of_effort(at_ease, found):
    for key, path in (("consolidate", path_to_consolidate(found)), ("next", path_to_next(found))):
        steps = at_ease.page.locator(f".st-key-path_{key} ol.steps").first.locator("> li")
        told = steps_told(path.steps, found)
        expect(steps.locator("strong")).to_have_text([french(step.missing) for step in told])
        expect(steps.locator(".badge")).to_have_text([french(step.effort) for step in told])
        assert [step.effort for step in path.steps] == sorted(step.effort for step in path.steps)
        for index, step in enumerate(told):
            expect(steps.nth(index)).to_contain_text(french(step.answer))


def test_a_way_that_is_tried_reaches_its_stage(at_ease):
    at_ease.page.locator(".st-key-try_path_next button").click()

    expect(moved(at_ease, "Étape du projet")).to_contain_text("Modélisation")
    expect(moved(at_ease, "Étape du projet")).to_contain_text("Essaimage")
    expect(at_ease.page.locator(".st-key-section_what_if h2")).to_be_focused()


def test_an_item_that_is_proposed_comes_with_its_reasons(at_ease, found):
    shown = next(each for each in found.advice.recommendations if each.item.kind == "module")
    at_ease.picks("why_not_item", french(shown.item.title))

    expect(at_ease.page.locator(".st-key-explained")).to_contain_text(french(explained.proposed(shown, coded=False)))
    expect(at_ease.page.locator(".st-key-explained .reason").first).to_be_visible()


def test_what_keeps_an_item_out_is_told_and_a_set_that_is_found_brings_it_in(at_ease, found, edition):
    told = explained.obstacles(kept_out(found, edition.items[ITEM]), edition, coded=False)
    at_ease.picks("why_not_item", french(edition.items[ITEM].title))
    box = at_ease.page.locator(".st-key-explained")
    for rule in told.rules:
        expect(box).to_contain_text(french(rule.rule))
        for _, conditions in rule.wanted:
            for wanted in conditions:
                expect(box).to_contain_text(french(wanted.text))

    at_ease.presses("Chercher ce qui l’amènerait")
    expect(box.get_by_text("Ce qui l’amènerait", exact=True)).to_be_visible(timeout=30_000)
    at_ease.page.locator(".st-key-try_way_0 button").click()

    gained = at_ease.page.locator(".st-key-moved h4", has_text="Pistes qui s’ajouteraient").locator("+ ul")
    expect(gained).to_contain_text(french(edition.items[ITEM].title))
    tried = {
        name: tried_value(at_ease, name, edition)
        for name in edition.questions
        if at_ease.page.locator(f".st-key-trial_{name}").count()
    }
    after = assess(change(found.answers, tried, edition).answers, edition)
    assert ITEM in [each.item.id for each in after.advice.recommendations]


def tried_value(visitor, name, edition):
    """The answer that is tried, found by its words."""
    words = visitor.page.locator(f".st-key-trial_{name} strong").inner_text()
    question = edition.questions[name]
    number = next(
        number
        for number, choice in enumerate(question.choices, start=1)
        if french(f"« {choice.label.removesuffix('.')} »") == words
    )
    return number if question.kind == "one" else (number,)


def test_other_answers_move_the_stage_and_leave_the_answers_as_they_are(at_ease, example, tmp_path: Path):
    page = at_ease.page
    at_ease.picks("what_if_question", "essayée avec de vraies personnes")
    page.locator(".st-key-supposed_EXP1").get_by_text("Pas encore.").click()
    expect(moved(at_ease, "Étape du projet")).to_contain_text("Conception")
    at_ease.picks("what_if_question", "vous bloque le plus")
    page.locator(".st-key-supposed_C6 label").first.click()
    expect(page.locator("[class*=st-key-trial_]")).to_have_count(2)
    page.locator(".st-key-take_back_EXP1 button").click()
    expect(page.locator("[class*=st-key-trial_]")).to_have_count(1)

    at_ease.follows("Résultat")
    at_ease.sees("Votre projet est en modélisation.")
    path = at_ease.downloads("Télécharger vos réponses (JSON)", tmp_path)
    assert json.loads(path.read_bytes())["project"]["answers"] == example.given["project"]["answers"]
    at_ease.follows("Explorer")
    at_ease.sees("Explorer votre résultat")
    expect(page.locator("[class*=st-key-trial_]")).to_have_count(1)
    at_ease.presses("Remettre mes réponses")
    expect(page.get_by_text("Rien n’est changé pour l’instant.")).to_be_visible()


def test_without_answers_the_page_leads_to_the_questions(visitor):
    visitor.follows("Explorer")
    visitor.sees("Vous n’avez pas encore répondu")
