"""The next actions of a person, in a real browser: chosen, written, saved, found again elsewhere, done, taken back."""

import csv
import dataclasses
import datetime
import doctest
import io
import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pypdf import PdfReader

from assessment.engine.actions import Action
from assessment.engine.assess import assess
from assessment.engine.contract import answer_file
from assessment.engine.reading import read_answers
from assessment.pages import deciding, wording_of_actions
from assessment.pages.deciding import written
from assessment.report.sections import tell
from assessment.report.typography import french
from assessment.report.wording import told_day

HOME = "Où en est votre projet, et que faire ensuite\u202f?"
TODAY = datetime.date.today()
SOON = TODAY + datetime.timedelta(days=40)
LONG_AGO = TODAY - datetime.timedelta(days=400)


@pytest.fixture(name="given")
def _given(example):
    return {**example.given, "subject": {"name": "Le verger"}}


@pytest.fixture(name="report", scope="module")
def _report(example, edition):
    return tell(assess(read_answers(example.given, edition), edition), TODAY)


@pytest.fixture(name="at_result")
def _at_result(visitor, given):
    """Someone at a result, with a dossier that is saved."""
    return at_result_of(visitor, given)


def at_result_of(visitor, given):
    visitor.resumes(given)
    visitor.is_let_in()
    visitor.opens_result()
    return visitor


def card(visitor, number):
    """An action to fill in."""
    return visitor.page.locator(f".action[data-key='{number}']")


def takes(visitor, line):
    """Make an action of a line of the result."""
    taken = visitor.line(*line)
    taken.get_by_role("button", name="J’en fais une prochaine action").click()
    expect(taken.locator(".said")).to_be_visible()
    visitor.sees_all()


def writes(visitor, number, words, who=None, day=None):
    """Fill in the fields of an action, and wait until they are saved."""
    fields = [("Quoi", words), ("Qui", who), ("Pour quand", day and day.isoformat())]
    for label, text in fields:
        if text is not None:
            visitor.notes_what_is_saved()
            card(visitor, number).get_by_label(label).fill(text)
            visitor.is_told_saved()


def fields_of(visitor, number):
    """What an action says on the page of the result."""
    expect(card(visitor, number)).to_be_visible()
    return tuple(card(visitor, number).get_by_label(label).input_value() for label in ("Quoi", "Qui", "Pour quand"))


def text_of(pdf):
    return " ".join("\n".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def test_a_line_of_the_result_becomes_an_action_in_one_click(at_result, report):
    takes(at_result, ("recommendations", 0))
    expect(at_result.line("recommendations")).to_contain_text("C’est dans vos prochaines actions")
    expect(at_result.line("recommendations").get_by_role("link", name="vos prochaines actions")).to_be_focused()
    takes(at_result, ("to_consolidate", 0))
    expect(card(at_result, 2)).to_be_visible()
    at_result.page.reload()
    expect(at_result.page.get_by_text("Toutes vos réponses")).to_be_visible()

    title, missing = report.section("recommendations").lines[0].text, report.section("to_consolidate").lines[0].text
    first, second = fields_of(at_result, 1), fields_of(at_result, 2)
    assert first[0].startswith(french(f"{title} : ").replace("\u00a0", " ").replace("\u202f", " "))
    assert second[0] == french("À mettre en place : " + missing[0].lower() + missing[1:]).replace("\u00a0", " ")
    assert (first[1:], second[1:]) == (("", ""), ("", ""))


def test_words_of_ones_own_a_person_and_a_day_come_back_on_another_device(at_result, arriving):
    writes(at_result, 1, "Appeler  la mairie\u202e", "Anna", SOON)
    link = at_result.private_link()
    other = arriving()
    other.comes_by(link)
    expect(other.page.locator(".todo li")).to_have_text(
        [re.compile(f"^Appeler la mairieAnna · pour le {told_day(SOON)}C’est fait$")]
    )
    other.opens_result()

    assert fields_of(other, 1) == ("Appeler la mairie", "Anna", SOON.isoformat())
    other.page.close()


def test_a_word_is_saved_while_it_is_typed_and_the_field_keeps_the_keyboard(at_result):
    field = card(at_result, 1).get_by_label("Quoi")
    at_result.notes_what_is_saved()
    field.press_sequentially("Appeler Anna")
    at_result.is_told_saved()

    expect(field).to_be_focused()
    expect(card(at_result, 2)).to_be_visible()
    assert field.input_value() == "Appeler Anna"


def test_actions_are_in_the_report_the_answer_file_and_the_files_of_the_dossier(at_result, edition, given, tmp_path):
    writes(at_result, 1, "Appeler la mairie", "Anna Petit", SOON)
    report = at_result.downloads("Télécharger le rapport (PDF)", tmp_path)
    answers = at_result.downloads("Télécharger vos réponses (JSON)", tmp_path)
    dossier = at_result.page.url.partition("d=")[2]
    files = {
        name: at_result.page.request.get(f"{at_result.page.url.partition('/result')[0]}/dossier/{dossier}/{name}")
        for name in ("rapport.pdf", "export.json", "export.csv")
    }

    action = Action("Appeler la mairie", "Anna Petit", SOON)
    told = ("Appeler la mairie", "Anna Petit", told_day(SOON))
    assert read_answers(json.loads(answers.read_bytes()), edition).actions == (action,)
    assert read_answers(files["export.json"].json()["answers"], edition).actions == (action,)
    rows = list(csv.reader(io.StringIO(files["export.csv"].body().decode("utf-8-sig")), delimiter=";"))
    assert rows[-1][2:4] == ["Une prochaine action", f"Appeler la mairie · Anna Petit · {SOON.isoformat()}"]
    pdfs = [text_of(report), text_of(io.BytesIO(files["rapport.pdf"].body()))]
    assert [each for text in pdfs for each in told if each not in text] == []


def test_what_was_just_written_is_in_the_report_without_another_click(at_result, tmp_path):
    writes(at_result, 1, "Appeler la mairie")
    writes(at_result, 1, "Appeler la préfecture")

    assert "Appeler la préfecture" in text_of(at_result.downloads("Télécharger le rapport (PDF)", tmp_path))


def test_a_fourth_action_is_refused_with_a_sentence(at_result):
    for number in ("1", "2", "3"):
        writes(at_result, number, f"Action numéro {number}")
    expect(at_result.page.get_by_text("Trois actions\u202f: c’est bien assez pour commencer.")).to_be_visible()
    takes(at_result, ("recommendations", 0))
    expect(at_result.page.get_by_text("Vous avez déjà trois actions, et c’est bien assez.")).to_be_visible()

    assert [fields_of(at_result, number)[0] for number in (1, 2, 3)] == [f"Action numéro {n}" for n in (1, 2, 3)]


def test_an_action_that_is_removed_can_be_put_back(at_result):
    writes(at_result, 1, "Appeler la mairie", "Anna", SOON)
    card(at_result, 1).get_by_role("button", name="Retirer").press("Enter")
    expect(at_result.page.get_by_text("L’action est retirée.")).to_be_visible()
    expect(at_result.page.locator(".actions")).to_be_focused()
    at_result.sees_all()
    assert card(at_result, 1).get_by_label("Quoi").input_value() == ""
    at_result.presses("La remettre dans la liste")
    expect(card(at_result, 1).get_by_label("Quoi")).to_have_value("Appeler la mairie")
    at_result.page.reload()
    expect(at_result.page.get_by_text("Toutes vos réponses")).to_be_visible()

    assert fields_of(at_result, 1) == ("Appeler la mairie", "Anna", SOON.isoformat())


def test_a_removed_action_is_still_removed_after_a_reload(at_result):
    takes(at_result, ("recommendations", 0))
    writes(at_result, 2, "Appeler la mairie")
    card(at_result, 1).get_by_role("button", name="Retirer").press("Enter")
    expect(at_result.page.get_by_text("L’action est retirée.")).to_be_visible()
    button = at_result.line("recommendations").get_by_role("button", name="J’en fais une")
    expect(button).to_be_visible()
    at_result.page.reload()
    expect(at_result.page.get_by_text("Toutes vos réponses")).to_be_visible()

    assert [fields_of(at_result, number)[0] for number in (1, 2)] == ["", "Appeler la mairie"]


def test_what_is_done_leaves_the_list_on_the_first_page_and_is_counted(at_result):
    writes(at_result, 1, "Appeler la mairie", "Anna")
    writes(at_result, 2, "Réserver la salle")
    at_result.follows("Accueil")
    at_result.sees(HOME)
    at_result.page.get_by_role("button", name="C’est fait\u202f: action 1").press("Enter")
    expect(at_result.page.get_by_text("Bravo, une action de faite.")).to_be_visible()
    expect(at_result.page.locator(".todo strong")).to_have_text(["Réserver la salle"])
    at_result.page.reload()
    at_result.sees(HOME)
    at_result.page.get_by_text("1 action déjà faite").click()

    expect(at_result.page.locator(".st-key-section_reminded details li")).to_have_text(["Appeler la mairie"])
    expect(at_result.page.locator(".todo strong")).to_have_text(["Réserver la salle"])


def test_the_keyboard_stays_on_the_button_of_an_action_whatever_is_drawn_again_beside_it(at_result):
    writes(at_result, 1, "Appeler la mairie", "Anna")
    writes(at_result, 2, "Réserver la salle")
    writes(at_result, 3, "Écrire au voisin")
    at_result.follows("Accueil")
    at_result.sees(HOME)
    at_result.page.get_by_role("button", name="C’est fait\u202f: action 1").press("Enter")
    expect(at_result.page.locator(".todo li")).to_have_count(2)
    at_result.sees_all()
    button = at_result.page.get_by_role("button", name="C’est fait\u202f: action 3")
    button.focus()
    organisation = at_result.page.get_by_role("radio", name=re.compile("De votre organisation"))
    organisation.evaluate("(each) => each.click()")  # as somebody's other hand would: the keyboard does not move
    expect(organisation).to_be_checked()
    at_result.sees_all()

    expect(button).to_be_focused()


def test_the_later_of_two_tabs_is_told_and_chooses(at_result, another_tab):
    writes(at_result, 1, "Appeler la mairie")
    other = another_tab(at_result, at_result.page.locator("h1").inner_text())
    writes(at_result, 1, "Appeler la préfecture")
    card(other, 1).get_by_label("Qui").fill("Anna")
    conflict = other.page.locator(".st-key-conflict_action_1")
    expect(conflict).to_contain_text(
        "Cette action a été changée dans un autre onglet ou sur un autre appareil. Action 1"
    )
    expect(conflict).to_contain_text("Ici\u202f: Appeler la mairie · Anna")
    conflict.get_by_role("button", name="Garder celle de là-bas").press("Enter")
    expect(conflict).to_have_count(0)
    other.sees_all()
    expect(card(other, 1).get_by_label("Quoi")).to_have_value("Appeler la préfecture")

    assert fields_of(other, 1) == ("Appeler la préfecture", "", "")


def test_lines_taken_in_two_tabs_both_stay(at_result, another_tab):
    other = another_tab(at_result, at_result.page.locator("h1").inner_text())
    takes(at_result, ("recommendations", 0))
    expect(card(at_result, 2)).to_be_visible()
    takes(other, ("levers", 0))
    expect(card(other, 3)).to_be_visible()
    other.page.reload()

    expect(other.page.get_by_text("C’est dans vos prochaines actions")).to_have_count(2)


def test_a_link_to_read_shows_the_actions_and_changes_none(at_result, arriving):
    writes(at_result, 1, "Appeler la mairie", "Anna", SOON)
    at_result.follows("Mon dossier")
    at_result.sees("Mon dossier")
    at_result.page.get_by_text("Donner accès à quelqu’un").click()
    at_result.page.get_by_role("button", name="Faire ce lien").press("Enter")
    field = at_result.page.get_by_label("Le lien à donner")
    expect(field).to_have_value(re.compile("/reprendre#.{32}$"))
    reader = arriving()
    reader.comes_by(field.input_value())
    told = re.compile(f"^Appeler la mairieAnna · pour le {told_day(SOON)}$")
    expect(reader.page.locator(".st-key-section_reminded li")).to_have_text([told])
    reader.opens_result()
    expect(reader.page.locator(".st-key-section_actions li")).to_have_text([told])
    expect(reader.page.get_by_role("button", name="J’en fais une prochaine action")).to_have_count(0)
    expect(reader.page.locator(".action, .actions button")).to_have_count(0)
    reader.page.close()


def test_actions_of_an_answer_file_come_with_it(visitor, given, example, edition):
    action = Action("Appeler la mairie", "Anna", LONG_AGO, "EXP2")
    answers = read_answers(example.given, edition)
    visitor.resumes(answer_file(with_actions(answers, action), edition))
    visitor.opens_result()

    assert fields_of(visitor, 1) == ("Appeler la mairie", "Anna", LONG_AGO.isoformat())


def test_a_day_in_the_past_is_not_taken_but_one_that_came_to_pass_stays(visitor, example, edition):
    answers = with_actions(read_answers(example.given, edition), Action("Appeler", None, LONG_AGO))
    visitor.resumes(answer_file(answers, edition))
    visitor.opens_result()
    writes(visitor, 1, None, "Anna")
    assert fields_of(visitor, 1) == ("Appeler", "Anna", LONG_AGO.isoformat())
    day = card(visitor, 1).get_by_label("Pour quand")
    day.fill((LONG_AGO - datetime.timedelta(days=1)).isoformat())
    day.blur()
    expect(card(visitor, 1).get_by_role("alert")).to_have_text(
        "Ce jour est passé. Choisissez aujourd’hui ou un jour à venir."
    )

    expect(card(visitor, 1).locator(".day")).to_have_text(told_day(LONG_AGO))


def test_emptying_an_action_keeps_its_words_and_says_what_to_do(at_result):
    writes(at_result, 1, "Appeler la mairie")
    card(at_result, 1).get_by_label("Quoi").fill("")
    card(at_result, 1).get_by_label("Quoi").blur()
    expect(card(at_result, 1).get_by_role("alert")).to_have_text("Écrivez quelques mots, ou retirez cette action.")
    at_result.page.reload()

    expect(card(at_result, 1).get_by_label("Quoi")).to_have_value("Appeler la mairie")


def test_without_trace_actions_are_chosen_and_taken_away_and_nothing_is_kept(arriving, given, tmp_path):
    visitor = arriving()
    visitor.presses("Commencer sans trace")
    visitor.sees("Votre contexte")
    visitor.follows("Accueil")
    visitor.sees(HOME)
    visitor.resumes(given)
    visitor.opens_result()
    card(visitor, 1).get_by_label("Quoi").fill("Appeler la mairie")
    expect(card(visitor, 2)).to_be_visible()
    path = visitor.downloads("Télécharger vos réponses (JSON)", tmp_path)

    assert json.loads(path.read_bytes())["actions"] == [{"what": "Appeler la mairie"}]
    assert "d=" not in visitor.page.url
    visitor.page.close()


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_axe_finds_no_barrier_and_nothing_is_wider_than_the_screen(arriving, given, width):
    visitor = arriving(width)
    visitor.resumes(given)
    visitor.presses("Voir le résultat")
    expect(visitor.page.get_by_text("Toutes vos réponses")).to_be_visible()
    takes(visitor, ("recommendations", 0))
    writes(visitor, 1, None, "Anna", SOON)
    writes(visitor, 2, "Réserver la salle")
    takes(visitor, ("levers", 0))
    takes(visitor, ("to_consolidate", 0))
    expect(visitor.page.get_by_text("Vous avez déjà trois actions, et c’est bien assez.")).to_be_visible()
    visitor.sees_all()
    found = [barriers_of(visitor)]
    card(visitor, 2).get_by_role("button", name="C’est fait").press("Enter")
    expect(visitor.page.get_by_text("Bravo, une action de faite.")).to_be_visible()
    visitor.page.goto(visitor.page.url.replace("/result", "/"))
    expect(visitor.page.locator(".todo li")).to_have_count(2)
    visitor.sees_all()
    found.append(barriers_of(visitor))

    assert found == [[], []]
    visitor.page.close()


def barriers_of(visitor):
    """What axe finds, and what is wider than the screen."""
    violations = Axe().run(visitor.page).response["violations"]
    wide = visitor.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth > window.innerWidth")
    return [(each["id"], each["nodes"][0]["html"]) for each in violations] + (["too wide"] if wide else [])


def with_actions(answers, *actions):
    return dataclasses.replace(answers, actions=actions)


@pytest.mark.parametrize(
    ("before", "fields", "expected"),
    [
        (None, ("", "Anna", ""), (None, None)),
        (None, (" \u202e ", "", ""), (None, None)),
        (None, ("Appeler", " Anna ", "2027-01-02"), (Action("Appeler", "Anna", datetime.date(2027, 1, 2)), None)),
        (None, ("é" * 400, "", "demain"), (Action("é" * 300), None)),
        (
            Action("Appeler", about="EXP2"),
            ("Écrire", "", "2026-04-30"),
            (Action("Écrire", about="EXP2"), "Ce jour est passé. Choisissez aujourd'hui ou un jour à venir."),
        ),
        (
            Action("Appeler", by=datetime.date(2026, 1, 1)),
            ("Écrire", "", "2026-01-01"),
            (Action("Écrire", by=datetime.date(2026, 1, 1)), None),
        ),
        (Action("Appeler"), ("", "Anna", ""), (Action("Appeler"), "Écrivez quelques mots, ou retirez cette action.")),
    ],
)
def test_what_fields_say_is_cleaned_and_what_cannot_be_kept_stays(before, fields, expected):
    assert written(before, fields, datetime.date(2026, 5, 1)) == expected


@pytest.mark.parametrize("module", [deciding, wording_of_actions], ids=lambda module: module.__name__)
def test_the_examples_of_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
