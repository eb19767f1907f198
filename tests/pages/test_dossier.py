"""What a person does with a dossier, in a real browser, while servers die, tabs multiply and links are closed."""

import csv
import datetime
import io
import json
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from assessment.report.typography import french
from assessment.settings import Settings
from assessment.storage.opening import open_store
from assessment.storage.principals import OPERATOR
from assessment.storage.store import utc_now

HOME = "Où en est votre projet, et que faire ensuite\u202f?"


@pytest.fixture(name="answered")
def _answered(visitor):
    """Someone who gave one answer, which is saved."""
    answers_once(visitor).is_let_in()
    return visitor


def answers_once(visitor):
    """Give one answer, which is saved."""
    visitor.starts()
    visitor.moves("Suivant", "Besoin et publics")
    visitor.chooses("BES1", 3)
    visitor.is_told_saved()
    return visitor


def link_for(visitor, whom=""):
    """Make a link to read, and say what it is."""
    visitor.follows("Mon dossier")
    visitor.sees("Mon dossier")
    visitor.page.get_by_text("Donner accès à quelqu’un").click()
    visitor.page.get_by_label("Pour qui").fill(whom)
    visitor.page.get_by_role("button", name="Faire ce lien").press("Enter")
    field = visitor.page.get_by_label("Le lien à donner")
    expect(field).to_have_value(re.compile("/reprendre#.{32}$"))
    return field.input_value()


def continues(visitor):
    visitor.presses("Continuer à répondre")
    visitor.sees("Besoin et publics")


def kept_in(folder):
    """Every byte that the store keeps."""
    return b"".join(path.read_bytes() for path in folder.glob("dossiers.db*"))


def figures_of(installation):
    """How much an installation keeps."""
    store = open_store(Settings(data=installation.data))
    try:
        return store.figures(OPERATOR)
    finally:
        store.database.close()


def test_nothing_is_kept_and_no_cookie_is_given_before_the_first_answer(visitor):
    visitor.starts()

    assert {each["name"] for each in visitor.page.context.cookies()} <= {"_streamlit_xsrf"}
    assert "d=" not in visitor.page.url


def test_a_reload_finds_the_answers_where_they_were(answered):
    answered.page.reload()
    answered.sees("Besoin et publics")

    assert answered.chosen("BES1") == 3


def test_a_killed_server_and_another_device_lose_nothing(browser, installation, arriving_at):
    visitor = answers_once(arriving_at(installation))
    link = visitor.private_link()
    installation.kill()
    installation.start()
    other = arriving_at(installation)
    other.comes_by(link)
    continues(other)

    assert other.chosen("BES1") == 3
    assert "#" not in other.page.url
    token = link.partition("#")[2]
    assert token not in installation.says()
    assert token.encode() not in kept_in(installation.data)


def test_a_tab_whose_server_was_killed_goes_on_where_it_was(installation, arriving_at):
    visitor = answers_once(arriving_at(installation))
    visitor.is_let_in()
    installation.kill()
    installation.start()
    # A browser tries again after longer and longer pauses; its options are closed until it has found the server.
    expect(visitor.options("BES1").nth(3).locator("input")).to_be_enabled(timeout=60_000)
    visitor.chooses("BES1", 4)
    visitor.is_told_saved()
    visitor.page.reload()
    visitor.sees("Besoin et publics")

    assert visitor.chosen("BES1") == 4


def test_a_cut_network_loses_no_answer(answered):
    answered.page.context.set_offline(True)
    answered.page.context.set_offline(False)
    answered.chooses("BES1", 2)
    answered.is_told_saved()
    answered.page.reload()
    answered.sees("Besoin et publics")

    assert answered.chosen("BES1") == 2


def test_an_answer_that_cannot_be_saved_is_told_kept_and_saved_later(installation, arriving_at):
    visitor = answers_once(arriving_at(installation))
    visitor.is_let_in()
    store = open_store(Settings(data=installation.data))
    with store.database.alone():
        visitor.chooses("BES1", 4)
        told = visitor.page.get_by_text("Pas encore enregistré")
        expect(told).to_be_visible(timeout=60_000)
        visitor.sees_all()
        assert visitor.chosen("BES1") == 4
    store.database.close()
    visitor.notes_what_is_saved()
    visitor.presses("Essayer de nouveau")
    visitor.is_told_saved()
    expect(told).to_have_count(0)
    visitor.page.reload()
    visitor.sees("Besoin et publics")

    assert visitor.chosen("BES1") == 4


def test_a_name_is_saved_while_it_is_typed(visitor, example, edition):
    visitor.resumes(example.given)
    visitor.is_let_in()
    visitor.presses("Continuer à répondre")
    visitor.sees(french(edition.project.screens[0].label))
    for screen in [*edition.project.screens[1:], *edition.doors.screens]:
        visitor.moves("Suivant", french(screen.label))
    visitor.notes_what_is_saved()
    visitor.page.get_by_label("Nom du projet").press_sequentially("Le verger")
    visitor.is_told_saved()
    expect(visitor.page.get_by_label("Nom du projet")).to_be_focused()
    other = visitor.page.context.new_page()
    other.goto(visitor.page.url)

    expect(other.get_by_label("Nom du projet")).to_have_value("Le verger")


def test_whoever_left_a_question_for_their_link_goes_back_to_it_and_is_told_how_to_begin_another_project(answered):
    answered.page.get_by_role("link", name="Votre lien privé, pour revenir").click()
    answered.sees("Mon dossier")
    answered.presses("Continuer à répondre")
    answered.sees("Besoin et publics")
    assert answered.chosen("BES1") == 3
    answered.follows("Accueil")
    answered.sees(HOME)

    expect(answered.page.locator(".st-key-card_innovator")).to_contain_text(
        "Pour un autre projet, fermez d’abord ce dossier"
    )


def test_the_later_of_two_tabs_is_told_and_chooses(answered, second_tab):
    answered.chooses("BES1", 4)
    answered.is_told_saved()
    second_tab.chooses("BES1", 2)
    conflict = second_tab.page.locator(".st-key-conflict_answer_BES1")
    expect(conflict).to_contain_text("Cette réponse a été changée dans un autre onglet")
    expect(conflict).to_contain_text("Ici\u202f: Nous avons interrogé des personnes concernées")
    conflict.get_by_role("button", name="Garder celle de là-bas").press("Enter")
    expect(conflict).to_have_count(0)
    second_tab.sees_all()

    assert second_tab.chosen("BES1") == 4


def test_an_answer_changed_again_during_a_conflict_still_waits_for_the_choice(answered, second_tab):
    answered.chooses("BES1", 4)
    answered.is_told_saved()
    second_tab.chooses("BES1", 2)
    conflict = second_tab.page.locator(".st-key-conflict_answer_BES1")
    expect(conflict).to_be_visible()
    second_tab.chooses("BES1", 5)
    expect(conflict).to_contain_text("Ici\u202f: Des pouvoirs publics")
    answered.page.reload()
    answered.sees("Besoin et publics")

    assert answered.chosen("BES1") == 4


def test_the_later_of_two_tabs_can_keep_its_own_answer(answered, second_tab):
    answered.chooses("BES1", 4)
    answered.is_told_saved()
    second_tab.chooses("BES1", 2)
    conflict = second_tab.page.locator(".st-key-conflict_answer_BES1")
    conflict.get_by_role("button", name="Garder celle d’ici").press("Enter")
    expect(conflict).to_have_count(0)
    second_tab.is_told_saved()
    answered.page.reload()
    answered.sees("Besoin et publics")

    assert answered.chosen("BES1") == 2


def test_answers_to_other_questions_arrive_and_are_told(answered, second_tab):
    second_tab.chooses("BES2", 1)
    second_tab.is_told_saved()
    answered.chooses("BES1", 4)
    expect(answered.page.get_by_text("Des réponses sont arrivées d’un autre onglet")).to_be_visible()
    answered.sees_all()

    shown = answered.page.locator("[class*='st-key-box_answer_BES2'] input:checked")
    expect(shown).to_have_count(1)


def test_a_link_to_read_shows_the_result_and_takes_no_answer(answered, arriving):
    link = link_for(answered, "Ma conseillère")
    reader = arriving()
    reader.comes_by(link)
    reader.follows("Répondre")
    reader.sees("Vous lisez ce dossier")
    reader.presses("Voir le résultat")
    expect(reader.page.get_by_text("Toutes vos réponses")).to_be_visible()
    expect(answered.page.get_by_text("Ma conseillère\u202f: lire seulement")).to_be_visible()
    reader.page.close()


def test_a_link_that_was_closed_opens_nothing_more_even_where_it_was_open(answered, arriving):
    link = link_for(answered)
    reader = arriving()
    reader.comes_by(link)
    answered.page.get_by_role("button", name="Annuler ce lien").press("Enter")
    expect(answered.page.get_by_text("annulé le")).to_be_visible()
    reader.follows("Résultat")
    reader.sees("Ce dossier n’est plus ouvert ici")
    expect(reader.page.get_by_text("ce lien a été annulé")).to_be_visible()
    reader.page.goto(link)
    expect(reader.page.get_by_text("Ce lien n’ouvre rien")).to_be_visible()
    reader.page.close()


def test_a_renewed_link_replaces_the_old_one_and_this_tab_goes_on(answered, arriving):
    old = answered.private_link()
    answered.presses("Faire un nouveau lien")
    answered.page.get_by_role("button", name="Remplacer mon lien").press("Enter")
    expect(answered.page.get_by_text("Voici votre nouveau lien")).to_be_visible()
    field = answered.page.locator(".st-key-link_mine").get_by_label("Le lien à garder")
    expect(field).not_to_have_value(old)
    new = field.input_value()
    other = arriving()
    other.page.goto(old)
    expect(other.page.get_by_text("Ce lien n’ouvre rien")).to_be_visible()
    other.comes_by(new)
    continues(other)
    answered.follows("Répondre")
    answered.sees("Besoin et publics")
    answered.chooses("BES1", 5)
    answered.is_told_saved()

    assert other.chosen("BES1") == 3
    other.page.close()


def test_the_link_can_be_copied_and_scanned(answered):
    link = answered.private_link()
    answered.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answered.page.get_by_role("button", name="Copier le lien").click()
    expect(answered.page.get_by_text("Le lien est copié.")).to_be_visible()
    answered.page.get_by_text("Le montrer à un téléphone").click()

    assert answered.page.evaluate("navigator.clipboard.readText()") == link
    expect(answered.page.get_by_alt_text("Code à scanner avec un téléphone")).to_be_visible()


def test_everything_is_taken_away_in_three_forms(answered):
    answered.follows("Mon dossier")
    answered.sees("Mon dossier")
    taken = {}
    for name in ("Rapport (PDF)", "Données complètes (JSON)", "Tableau (CSV)"):
        with answered.page.expect_download() as download:
            answered.page.get_by_role("link", name=name).click()
        taken[download.value.suggested_filename.rpartition(".")[2]] = download.value.path().read_bytes()

    everything = json.loads(taken["json"])
    rows = list(csv.reader(io.StringIO(taken["csv"].decode("utf-8-sig")), delimiter=";"))
    assert everything["answers"]["project"]["answers"] == {"BES1": 3}
    assert any("BES1" in row for row in rows)
    assert len(PdfReader(io.BytesIO(taken["pdf"])).pages) > 0


def test_another_browser_without_the_link_gets_nothing_of_a_dossier(answered, arriving):
    other = arriving()
    other.page.goto(answered.page.url)
    expect(other.page.get_by_text("il n’est plus ouvert dans ce navigateur")).to_be_visible()
    dossier = answered.page.url.partition("d=")[2]
    refused = other.page.request.get(f"{answered.page.url.partition('/answer')[0]}/dossier/{dossier}/export.json")

    assert refused.status == 404
    other.page.close()


def test_a_deleted_dossier_leaves_nothing_in_the_files(installation, arriving_at, example):
    visitor = arriving_at(installation)
    marker = "Verger-Qzxw-7351"
    visitor.resumes({**example.given, "subject": {"name": marker}})
    link = visitor.private_link()
    assert marker.encode() in kept_in(installation.data)
    visitor.page.get_by_role("button", name="Effacer ce dossier").click()
    visitor.page.get_by_role("button", name="Effacer pour toujours").press("Enter")
    expect(visitor.page.get_by_text("Votre dossier est effacé du serveur.")).to_be_visible()
    visitor.page.goto(link)
    expect(visitor.page.get_by_text("Ce lien n’ouvre rien")).to_be_visible()

    assert marker.encode() not in kept_in(installation.data)
    assert marker not in installation.says()


def test_a_tab_does_not_bring_back_a_dossier_that_was_deleted_elsewhere(installation, arriving_at, another_tab):
    visitor = arriving_at(installation)
    visitor.starts()
    visitor.chooses("C1", 1)
    visitor.is_told_saved()
    visitor.is_let_in()
    before = figures_of(installation).dossiers
    other = another_tab(visitor, "Votre contexte")
    other.follows("Mon dossier")
    other.sees("Mon dossier")
    other.page.get_by_role("button", name="Effacer ce dossier").click()
    other.page.get_by_role("button", name="Effacer pour toujours").press("Enter")
    expect(other.page.get_by_text("Votre dossier est effacé du serveur.")).to_be_visible()
    other.page.close()
    installation.kill()
    installation.start()
    expect(visitor.page.locator("h1").first).to_have_text("Ce dossier n’est plus ouvert ici", timeout=60_000)
    visitor.sees_all()

    assert figures_of(installation).dossiers == before - 1


def test_an_answer_given_by_a_closed_link_closes_the_tab_and_can_be_taken_away(answered, arriving):
    link = answered.private_link()
    other = arriving()
    other.comes_by(link)
    continues(other)
    answered.presses("Faire un nouveau lien")
    answered.page.get_by_role("button", name="Remplacer mon lien").press("Enter")
    expect(answered.page.get_by_text("Voici votre nouveau lien")).to_be_visible()
    other.options("BES1").nth(4).click()
    other.sees("Ce dossier n’est plus ouvert ici")
    expect(other.page.get_by_role("button", name="Télécharger vos réponses (JSON)")).to_be_visible()
    other.page.close()


def test_a_purged_dossier_no_longer_opens(installation, arriving_at):
    visitor = answers_once(arriving_at(installation))
    link = visitor.private_link()
    later = open_store(Settings(data=installation.data), lambda: utc_now() + datetime.timedelta(days=400))
    kept = later.figures(OPERATOR).drafts
    purged = later.purge(OPERATOR)
    later.database.close()
    visitor.page.goto(link)
    expect(visitor.page.get_by_text("Ce lien n’ouvre rien")).to_be_visible()

    assert (kept > 0, purged.drafts) == (True, kept)
    assert b"BES1" not in kept_in(installation.data)


def test_without_trace_nothing_is_kept_once_the_tab_is_closed(installation, arriving_at):
    visitor = arriving_at(installation)
    visitor.presses("Commencer sans trace")
    visitor.sees("Votre contexte")
    expect(visitor.page.locator(".saved.traceless")).to_contain_text("Sans trace")
    visitor.moves("Suivant", "Besoin et publics")
    visitor.chooses("BES1", 3)
    visitor.sees_all()
    assert "d=" not in visitor.page.url
    assert "jalons_visite" not in {each["name"] for each in visitor.page.context.cookies()}
    visitor.page.reload()
    visitor.sees("Votre contexte")
    expect(visitor.page.locator(".saved.traceless")).to_contain_text("Sans trace")
    visitor.moves("Suivant", "Besoin et publics")

    assert visitor.chosen("BES1") is None
    assert b"BES1" not in kept_in(installation.data)


def test_a_server_that_died_keeps_nothing_of_a_tab_without_trace(installation, arriving_at):
    visitor = arriving_at(installation)
    visitor.presses("Commencer sans trace")
    visitor.sees("Votre contexte")
    visitor.moves("Suivant", "Besoin et publics")
    before = figures_of(installation)
    installation.kill()
    installation.start()
    expect(visitor.page.locator("h1").first).to_have_text("Votre contexte", timeout=60_000)
    visitor.sees_all()
    visitor.chooses("C1", 1)
    visitor.sees_all()

    expect(visitor.page.locator(".saved.traceless")).to_contain_text("Sans trace")
    assert figures_of(installation) == before


def test_a_browser_that_closed_a_dossier_needs_the_link_again(answered):
    address = answered.page.url
    answered.follows("Mon dossier")
    answered.sees("Mon dossier")
    answered.page.get_by_role("button", name="Fermer sur cet appareil").click()
    answered.sees(HOME)
    answered.page.goto(address)

    expect(answered.page.get_by_text("il n’est plus ouvert dans ce navigateur")).to_be_visible()


def test_a_browser_finds_its_dossier_again_from_the_first_page(answered):
    answered.page.goto(answered.page.url.partition("/answer")[0])
    answered.sees(HOME)
    answered.presses("Reprendre ce dossier (Dossier sans nom)")
    expect(answered.page.get_by_role("button", name="Continuer à répondre")).to_be_visible()
    continues(answered)

    assert answered.chosen("BES1") == 3
