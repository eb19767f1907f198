"""Screens of questions, as a person meets them."""

import json
from pathlib import Path

from playwright.sync_api import expect


def test_a_new_screen_is_shown_from_its_top_with_the_focus_on_its_heading(visitor):
    visitor.starts()
    visitor.page.get_by_role("button", name="Suivant").scroll_into_view_if_needed()
    visitor.moves("Suivant", "Besoin et publics")

    expect(visitor.page.locator("h1")).to_be_focused()
    expect(visitor.page.locator("h1")).to_be_in_viewport()


def test_the_progress_is_told_in_words(visitor):
    visitor.starts()

    expect(visitor.page.locator(".progress span").first).to_have_text(
        "Écran 1 sur 13, il reste environ 13\u00a0minutes"
    )


def test_what_could_be_shown_is_asked_for_key_answers_from_the_second_level_on(visitor):
    visitor.starts()
    visitor.moves("Suivant", "Besoin et publics")
    asked = visitor.page.get_by_text("Pourriez-vous le montrer").filter(visible=True)
    visitor.chooses("BES2", 3)
    visitor.chooses("BES1", 2)
    expect(asked).to_have_count(1)
    visitor.chooses("BES1", 1)

    expect(asked).to_have_count(0)


def test_not_knowing_is_explained_where_a_part_begins_and_folded_on_its_other_screens(visitor):
    visitor.starts()
    told = visitor.page.get_by_text("Ne pas savoir est une information utile.")
    expect(told).to_have_count(1)
    expect(told).to_be_visible()
    visitor.moves("Suivant", "Besoin et publics")
    visitor.moves("Suivant", "Solution")
    expect(told).to_have_count(1)
    expect(told).to_be_hidden()
    visitor.page.get_by_text("Comment répondre").click()

    expect(told).to_be_visible()


def test_a_stage_that_can_no_longer_move_is_said_to_be_settled(visitor):
    visitor.starts()
    for heading in ("Besoin et publics", "Solution", "Essais et apprentissage"):
        visitor.moves("Suivant", heading)
    told, way = visitor.page.get_by_role("status").filter(has_text="Votre étape est établie."), "Voir le résultat"
    visitor.chooses("EXP1", 4)
    expect(visitor.page.get_by_role("button", name=way)).to_be_hidden()
    visitor.chooses("EXP1", 1)
    expect(told).to_be_visible()
    expect(visitor.page.get_by_role("button", name=way)).to_be_visible()
    visitor.chooses("EXP1", 4)
    expect(told).to_have_count(0)
    visitor.chooses("EXP1", 1)
    visitor.presses(way)

    visitor.sees("Votre projet est en conception.")


def test_what_blocks_keeps_the_order_of_importance_and_two_at_most(visitor, example, tmp_path: Path):
    visitor.resumes({"project": {"answers": {**example.given["project"]["answers"], "C6": [9]}}})
    visitor.opens_result()
    lever = visitor.line("levers")
    lever.locator("summary").click()
    lever.get_by_role("button", name="Revoir cette réponse").last.press("Enter")
    visitor.sees("Pour finir")
    visitor.ticks("C6", "Trouver de l’argent pour les prochains mois.")
    boxes = visitor.page.locator(".st-key-ticks_C6 input")
    expect(visitor.page.locator(".st-key-order_C6 li")).to_have_text(
        ["Écrire et transmettre ce que nous savons faire.", "Trouver de l’argent pour les prochains mois."]
    )
    assert [place for place, box in enumerate(boxes.all(), start=1) if box.is_enabled()] == [1, 9, 16]
    visitor.presses("Inverser l’ordre")
    expect(visitor.page.locator(".st-key-order_C6 li").first).to_have_text(
        "Trouver de l’argent pour les prochains mois."
    )
    visitor.opens_result()

    path = visitor.downloads("Télécharger vos réponses (JSON)", tmp_path)
    assert json.loads(path.read_bytes())["project"]["answers"]["C6"] == [1, 9]


def test_only_the_questions_of_the_type_of_organisation_are_asked(visitor):
    visitor.resumes({"organisation": {"answers": {"T0": 3}}})
    visitor.presses("Continuer à répondre")
    visitor.sees("Votre organisation")
    asked, heading = [], ""
    while heading != "Apprendre":
        heading = visitor.goes_on() if heading else "Votre organisation"
        asked += [
            key.removeprefix("st-key-box_answer_")
            for each in visitor.page.locator("[class*=st-key-box_answer_]").all()
            for key in each.get_attribute("class").split()
            if key.startswith("st-key-box_answer_")
        ]

    scored = [f"O{number}" for number in range(1, 15)]
    assert asked == ["T0", "T0b", *scored, "EN1", "EN2", "T1", "T2", "T3", "T5"]


def test_answers_can_be_erased(visitor, example):
    visitor.resumes(example.given)
    visitor.follows("Répondre")
    visitor.sees("Votre contexte")
    visitor.follows("Accueil")
    visitor.page.get_by_role("button", name="Effacer ce dossier").click()
    visitor.page.get_by_role("button", name="Effacer pour toujours").press("Enter")
    expect(visitor.page.get_by_text("Votre dossier est effacé du serveur.")).to_be_visible()
    expect(visitor.page.get_by_text("Vos réponses sont toujours là.")).to_have_count(0)
    visitor.follows("Résultat")

    visitor.sees("Vous n’avez pas encore répondu")


def test_a_bad_file_is_told_in_french_each_problem_on_its_line(visitor):
    visitor.drops(b"project:\n  answers: {BES1: 9, BES7: 1}\ncolour: red\n", "faux.yaml")

    expect(visitor.page.locator(".problems li")).to_have_text(
        [
            "colour\u00a0: la clé «\u00a0colour\u00a0» n’existe pas. Vouliez-vous dire «\u00a0doors\u00a0»\u202f?",
            "project › BES1\u00a0: il n’y a pas d’option 9. "
            "Écrivez un nombre de 1 à 5, ou x pour «\u00a0ne sait pas\u00a0».",
            "project › BES7\u00a0: aucune question ne s’appelle «\u00a0BES7\u00a0». "
            "Vouliez-vous dire «\u00a0BES3\u00a0»\u202f?",
        ]
    )
    expect(visitor.page.get_by_text("Traceback")).to_have_count(0)


def test_a_file_that_is_no_text_is_told_in_french(visitor):
    visitor.drops(b"%PDF-1.7 \x00\xff", "rapport.pdf")

    expect(visitor.page.locator(".problems li")).to_have_count(1)
    expect(visitor.page.locator(".problems h2")).to_have_text("Ce fichier ne peut pas être repris")
