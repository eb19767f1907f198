"""A gathering from its creation to its end, in real browsers: the owner's, and those of the people invited."""

import csv
import datetime
import importlib.util
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.request import urlopen

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from assessment.pages.french_labels import LABELS
from assessment.report.typography import french
from assessment.settings import Settings
from assessment.storage.opening import gatherings_of, open_store
from assessment.storage.principals import ANYONE

HOME = "Où en est votre projet, et que faire ensuite\u202f?"
TITLE = "Appel à projets 2027"
NOTICE = "La Fondation des Vergers reçoit vos réponses pour préparer ses échanges."
CONSENT = french(
    f"J'accepte de partager mon résultat et mes réponses, tels que montrés ici, avec la collecte « {TITLE} »."
)


class Owner:
    """Whoever made the gathering, at its page."""

    def __init__(self, visitor, way: str = "Collectes", shares: str = "") -> None:
        self.visitor, self.page = visitor, visitor.page
        visitor.follows(way)
        visitor.sees("Réunir les réponses de plusieurs projets")
        self.page.get_by_label("Son titre").fill(TITLE)
        expect(self.page.get_by_text("Que verrez-vous de chacun")).to_be_visible()
        if shares:
            self.page.get_by_text(shares).click()
        self.page.get_by_label("L’information donnée aux participants").fill(NOTICE)
        visitor.presses("Créer la collecte")
        visitor.sees(TITLE)
        self.address = self.page.url

    def comes_back(self) -> None:
        """Draw the page again, as it is now."""
        self.page.goto(self.address)
        self.visitor.sees(TITLE)

    def link(self, which: str) -> str:
        field = self.page.locator(f".st-key-link_{which}").locator("input")
        expect(field).to_have_value(re.compile("/reprendre#.{32}$"))
        return field.input_value()

    def code(self) -> str:
        return self.page.locator(".code").inner_text()

    def drops(self, *files: tuple[str, bytes]) -> None:
        """Give files to import, and have them read."""
        given = [{"name": name, "mimeType": "application/octet-stream", "buffer": content} for name, content in files]
        self.page.locator("[class*=st-key-files_] input[type=file]").set_input_files(files=given)
        self.visitor.presses("Lire ce fichier" if len(files) == 1 else f"Lire ces {len(files)} fichiers")

    def received(self) -> list[str]:
        return self.page.locator("[class*=st-key-received_] strong").all_inner_texts()

    def sees_received(self, *names: str) -> None:
        expect(self.page.locator("[class*=st-key-received_] strong")).to_have_text(list(names))
        self.visitor.sees_all()


@pytest.fixture(name="owner")
def _owner(arriving):
    owner = Owner(arriving())
    yield owner
    owner.page.context.close()


@pytest.fixture(name="invited")
def _invited(arriving, owner):
    """How somebody comes, with a browser of their own, by the invitation."""
    came = []

    def come(link: str):
        visitor = arriving()
        came.append(visitor)
        visitor.page.goto(link)
        visitor.sees(TITLE)
        return visitor

    yield come
    for visitor in came:
        visitor.page.context.close()


def names_and_deposits(visitor, name: str) -> None:
    """Give the project a name, agree, and deposit what is shown."""
    visitor.page.get_by_label("Le nom de votre projet").fill(name)
    visitor.page.locator(".stCheckbox").get_by_text(CONSENT).click()
    visitor.presses("Déposer")
    expect(visitor.page.locator(".st-key-deposited")).to_contain_text("Déposé le")
    visitor.sees_all()


def takes_report(visitor, content: bytes, name: str = "rapport.pdf") -> None:
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    visitor.page.locator(".st-key-report_dropped input[type=file]").set_input_files(files=[file])
    expect(visitor.page.get_by_text("Ce qui sera partagé")).to_be_visible()
    visitor.sees_all()


def test_people_deposit_what_they_were_shown_and_take_it_back(owner, invited, example, tmp_path):
    link, code = owner.link("invitation"), owner.code()

    # One answers on line, and is brought back by the line on the result.
    first = invited(link)
    expect(first.page.get_by_text(NOTICE)).to_be_visible()
    first.page.get_by_role("button", name=re.compile("^Répondre \\(")).click()
    first.sees("Votre contexte")
    first.moves("Suivant", "Besoin et publics")
    first.chooses("BES1", 3)
    first.is_told_saved()
    first.opens_result()
    expect(first.page.get_by_text(french(f"Vous répondez pour la collecte « {TITLE} »."))).to_be_visible()
    first.presses("Relire et déposer")
    first.sees(TITLE)
    agreed = first.page.locator(".stCheckbox input")
    expect(agreed).not_to_be_checked()
    first.presses("Déposer")
    expect(first.page.locator(".problems")).to_contain_text(french("la case n'est pas cochée."))
    names_and_deposits(first, "Le verger")

    # Another brings a report made elsewhere, by the code read aloud.
    second = invited(link)
    second.follows("Collectes")
    second.sees("Réunir les réponses de plusieurs projets")
    second.page.get_by_label("Le code de participation").fill(code.lower().replace("-", " "))
    second.presses("Voir cette collecte")
    second.sees(TITLE)
    takes_report(second, json.dumps(example.given).encode(), "reponses.json")
    second.page.get_by_text(re.compile("^Vos [0-9]+ réponses, une à une$")).click()
    expect(second.page.locator(".st-key-shared_answers .reason").first).to_be_visible()
    names_and_deposits(second, "Le four")
    second.presses("Voir mon résultat")
    expect(second.page.get_by_text("Toutes vos réponses")).to_be_visible()
    report = second.downloads("Télécharger le rapport (PDF)", tmp_path).read_bytes()

    # A third one has that PDF.
    third = invited(link)
    takes_report(third, report)
    names_and_deposits(third, "Le pré")

    owner.comes_back()
    owner.sees_received("Le verger", "Le four", "Le pré")
    expect(owner.page.locator("[class*=st-key-received_] .note").first).to_contain_text(
        "déposé en ligne, résultat et réponses partagés"
    )

    # What is changed later is only there after another deposit; what is withdrawn is gone.
    first.follows("Répondre")
    first.sees("Besoin et publics")
    first.chooses("BES1", 4)
    first.is_told_saved()
    first.opens_result()
    first.presses("Voir mon dépôt")
    first.sees(TITLE)
    expect(first.page.locator(".st-key-deposited")).to_contain_text("Vos réponses ont changé depuis.")
    first.page.locator(".stCheckbox").get_by_text(CONSENT).click()
    first.presses("Déposer de nouveau")
    expect(first.page.locator(".st-key-deposited")).to_contain_text("Vos réponses n’ont pas changé depuis.")
    second.presses("Voir mon dépôt")
    second.sees(TITLE)
    second.page.get_by_text("Retirer mon dépôt…").click()
    second.page.get_by_role("button", name="Retirer mon dépôt", exact=True).click()
    expect(second.page.get_by_text("Votre dépôt est retiré.")).to_be_visible()
    owner.comes_back()
    owner.sees_received("Le pré", "Le verger")


def test_in_a_group_each_person_decides_how_much_is_seen(arriving, example):
    owner = Owner(arriving(), french("Réunir les réponses d'un groupe"), "et les notes sur les preuves")
    guest = arriving()
    guest.page.goto(owner.link("invitation"))
    guest.sees(TITLE)
    expect(guest.page.get_by_text(french("préparer une formation"))).to_be_visible()
    expect(guest.page.get_by_text("Vous pouvez en donner moins")).to_be_visible()
    notes = {"BES1": "Lettre de Madame Roche", "EXP1": "Bilan <b>de</b> mars"}
    takes_report(guest, json.dumps(with_notes(example.given, notes)).encode(), "reponses.json")
    expect(guest.page.locator(".st-key-shared_answers")).to_be_visible()
    expect(guest.page.locator(".shared_notes li")).to_contain_text(["Lettre de Madame Roche", "Bilan <b>de</b> mars"])
    guest.page.locator(".stCheckbox").get_by_text(french("mes réponses et mes notes, tels que")).click()
    guest.page.get_by_text("Mon résultat seulement").click()
    expect(guest.page.locator(".st-key-shared_answers")).to_have_count(0)
    expect(guest.page.locator(".shared_notes")).to_have_count(0)
    expect(guest.page.get_by_text(french("Vos notes sur les preuves ne sont pas partagées."))).to_be_visible()
    expect(guest.page.locator(".stCheckbox input")).not_to_be_checked()
    guest.page.get_by_label("Le nom de votre projet").fill("Le verger")
    guest.page.locator(".stCheckbox").get_by_text(french("J'accepte de partager mon résultat, tel que")).click()
    guest.presses("Déposer")
    expect(guest.page.locator(".st-key-deposited")).to_contain_text("Déposé le")
    owner.comes_back()
    owner.sees_received("Le verger")

    expect(owner.page.locator("[class*=st-key-received_] .note").first).to_contain_text(
        "déposé en ligne, résultat partagé"
    )
    guest.page.context.close()
    owner.page.context.close()


def with_notes(given, notes):
    """The answer file *given*, with notes on what a document could show."""
    project = {**given["project"], "shown": dict.fromkeys(notes, "document"), "notes": notes}
    return {**given, "project": project}


def rows(*lines: str) -> bytes:
    return "\n".join(lines).encode("utf-8-sig")


def workbook(content: bytes) -> bytes:
    """The template as it came, with one row picked from its lists."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    heads = {cell.value.partition(" · ")[0]: cell.column for cell in sheet[1]}
    sheet.cell(2, heads["name"], "La ferme")
    for validation in sheet.data_validations.dataValidation:
        column = next(iter(validation.sqref.ranges)).min_col
        if validation.type == "list" and column in (heads["BES1"], heads["BES1_shown"]):
            name, cells = validation.formula1.lstrip("=").split("!")
            sheet.cell(2, column, book[name.strip("'")][cells.replace("$", "")][1][0].value)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_files_are_read_looked_at_and_added_and_what_is_wrong_is_handed_back(owner, example, tmp_path):
    visitor, page = owner.visitor, owner.page
    table = rows("name;BES1;SOL1;C6", "Le verger;3;2;1 4", "=1+1;9;2;1", "Le four;2;hier;1 1", "<b>Le pré</b>;x;1;")
    answers = json.dumps({**example.given, "subject": {"name": "Le lavoir"}}).encode()
    owner.drops(("appel.csv", table), ("reponses.json", answers), ("photo.png", b"\x89PNG"))

    expect(page.get_by_text("3 projets sont prêts à entrer dans la collecte.")).to_be_visible()
    expect(page.get_by_text(french("Origine non vérifiée : 1."))).to_be_visible()
    assert page.locator(".problems li").all_inner_texts() == [
        french(each)
        for each in (
            "appel.csv, ligne 3, colonne BES1 : « 9 » n'est pas une réponse à BES1. "
            "Écrivez un nombre de 1 à 5, ou x pour « ne sait pas ».",
            "appel.csv, ligne 4, colonne SOL1 : « hier » n'est pas une réponse à SOL1. "
            "Écrivez un nombre de 1 à 6, ou x pour « ne sait pas ».",
            "appel.csv, ligne 4, colonne C6 : « 1 1 » n'est pas une réponse à C6. "
            "Une option y est donnée deux fois. Gardez-la une fois.",
            "photo.png : cette sorte de fichier n'est pas connue. "
            "Donnez un fichier PDF, JSON, YAML, XLSX, CSV ou Parquet.",
        )
    ]
    expect(page.locator("#import_outcome")).to_be_in_viewport()
    visitor.presses("Ajouter ces 3 projets")
    expect(page.get_by_text("3 projets sont entrés dans la collecte.")).to_be_visible()
    expect(page.locator("#import_outcome")).to_be_in_viewport()
    expect(page.locator(".st-key-see_portfolio_from_import button")).to_be_in_viewport()
    owner.sees_received("Le verger", "<b>Le pré</b>", "Le lavoir")

    # Corrected where it was refused, it is taken.
    handed = visitor.downloads("Télécharger ce qui est à corriger (CSV)", tmp_path).read_text("utf-8-sig")
    back = list(csv.DictReader(io.StringIO(handed), delimiter=";"))
    assert [(each["file"], each["line"], each["name"]) for each in back] == [
        ("appel.csv", "3", "'=1+1"),
        ("appel.csv", "4", "Le four"),
        ("photo.png", "", None),
    ]
    mended = handed.replace('"9"', '"4"').replace('"hier"', '"1"').replace('"1 1"', '"1"')
    owner.drops(("a-corriger.csv", "\n".join(mended.splitlines()[:-1]).encode()))
    expect(page.get_by_text("2 projets sont prêts à entrer dans la collecte.")).to_be_visible()
    expect(page.locator(".problems")).to_have_count(0)
    visitor.presses("Ajouter ces 2 projets")
    owner.sees_received("Le verger", "<b>Le pré</b>", "Le lavoir", "=1+1", "Le four")

    # The whole table, given again once it is mended: what is there already is recognised, whatever file it came in.
    table = rows("name;date;BES1;SOL1;C6", "Le verger;;3;2;1 4", "=1+1;;4;2;1", "Le puits;14/02/2026;2;2;1")
    owner.drops(("appel.csv", table), ("copie.csv", table))
    expect(page.locator("#import_outcome")).to_contain_text(french("5 sont en double, ou déjà dans la collecte"))
    visitor.presses("Ajouter 1 projet, sans les doubles")
    owner.sees_received("Le verger", "<b>Le pré</b>", "Le lavoir", "=1+1", "Le four", "Le puits")
    puits = page.locator("[class*=st-key-received_]").last
    expect(puits).to_contain_text(french("réponses du 14 février 2026, reçu le"))
    puits.get_by_role("button").click()
    page.get_by_role("button", name="Le retirer").click()
    owner.sees_received("Le verger", "<b>Le pré</b>", "Le lavoir", "=1+1", "Le four")

    # The template, filled in, is taken as it is; what one does not want is not.
    filled = workbook(visitor.downloads("Télécharger le modèle (XLSX)", tmp_path).read_bytes())
    owner.drops(("modele.xlsx", filled))
    expect(page.get_by_text("1 projet est prêt à entrer dans la collecte.")).to_be_visible()
    visitor.presses("Ne rien ajouter")
    owner.drops(("modele.xlsx", filled))
    visitor.presses("Ajouter ce projet")
    owner.sees_received("Le verger", "<b>Le pré</b>", "Le lavoir", "=1+1", "Le four", "La ferme")
    page.locator("[class*=st-key-received_]").last.get_by_role("button").click()
    expect(page.locator(".st-key-removing")).to_contain_text("sera effacé du serveur")
    page.get_by_role("button", name="Le retirer").click()
    owner.sees_received("Le verger", "<b>Le pré</b>", "Le lavoir", "=1+1", "Le four")

    # The same one twice: the owner chooses, nothing is lost.
    owner.drops(("encore.csv", rows("name;BES1", "LE VERGER !;2", "le four;2")))
    visitor.presses("Ajouter ces 2 projets")
    cases = page.locator("[class*=st-key-keep_all_]")
    expect(cases).to_have_count(2)
    expect(page.locator("#import_outcome a")).to_have_text(french("2 projets semblent reçus deux fois : choisissez."))
    sides = page.locator("[class*=st-key-twice_]").first
    expect(sides).to_contain_text("1. Le verger")
    expect(sides).to_contain_text(french("réponses différentes du premier : 3"))
    sides.get_by_role("button", name="Garder celui-ci (numéro 2)").click()
    expect(cases).to_have_count(1)
    page.get_by_role("button", name=french("Ce sont des projets différents : les garder tous")).click()
    expect(cases).to_have_count(0)
    owner.sees_received("<b>Le pré</b>", "Le lavoir", "=1+1", "Le four", "LE VERGER\u202f!", "le four")
    page.get_by_text("Mis de côté (1)").click()
    expect(page.locator("[class*=st-key-aside_]")).to_contain_text(french("mis de côté pour « LE VERGER ! »"))
    page.get_by_role("button", name="Le reprendre (Le verger)").click()
    expect(cases).to_have_count(1)

    everything = json.loads(visitor.downloads("Tout télécharger (JSON)", tmp_path).read_bytes())
    assert [french(each["name"]) for each in everything["projects"]] == owner.received()
    assert owner.link("own").partition("#")[2] not in json.dumps(everything)


@pytest.fixture(name="hostile", scope="session")
def _hostile():
    """Files made to break their reader, as tests/intake makes them: name -> content."""
    found = {}
    for name in ("hostile_pdfs", "test_tables"):
        path = Path(__file__).parents[1] / "intake" / f"{name}.py"
        spec = importlib.util.spec_from_file_location(f"gathered_{name}", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found[name] = module.HOSTILE
    pdfs, tables = found["hostile_pdfs"], found["test_tables"]
    wanted = ("zip bomb", "billion laughs", "four hundred columns", "csv of zeros", "csv of wide rows", "no parquet")
    told = [(f"table {place}{tables[name][0]}", tables[name][1]()) for place, name in enumerate(wanted)]
    return (*told, *((f"rapport {place}.pdf", pdfs[name][0]()) for place, name in enumerate(list(pdfs)[::10])))


def test_reading_stops_and_goes_on_and_hostile_files_leave_the_honest_one_and_the_server(owner, hostile, address):
    owner.drops(*hostile, ("honnete.csv", rows("name;BES1", "Le verger;2")))
    owner.page.locator(".st-key-stop_reading").get_by_role("button").click()
    expect(owner.page.get_by_text(french("Lecture arrêtée : rien n'est entré dans la collecte."))).to_be_visible()
    owner.page.get_by_role("button", name="Reprendre la lecture").click()
    expect(owner.page.get_by_text("1 projet est prêt à entrer dans la collecte.")).to_be_visible(timeout=120_000)

    told = owner.page.locator(".problems li").all_inner_texts()
    assert [each.partition("\u00a0:")[0] for each in told] == [name for name, _ in hostile]
    assert all(each.endswith(".") for each in told)
    with urlopen(f"{address}/sante", timeout=5) as response:
        assert response.status == 200


def test_an_invitation_is_replaced_a_colleague_looks_and_the_end_is_the_end(owner, invited, arriving, another_tab):
    visitor, page = owner.visitor, owner.page
    old, old_code = owner.link("invitation"), owner.code()
    guest = invited(old)
    visitor.is_let_in()

    # A colleague looks, and changes nothing.
    page.get_by_text("Donner accès à un collègue").click()
    page.get_by_role("button", name="Faire ce lien").press("Enter")
    colleague = invited(owner.link("owner_shared"))
    expect(
        colleague.page.get_by_text("Votre lien permet de regarder cette collecte, pas de la changer.")
    ).to_be_visible()
    expect(colleague.page.get_by_text("Importer des projets")).to_have_count(0)
    expect(colleague.page.get_by_text("Effacer cette collecte…")).to_have_count(0)

    colleague.page.get_by_role("button", name="Fermer sur cet appareil").click()
    colleague.sees(HOME)
    colleague.page.goto(owner.address)
    colleague.sees("Cette collecte ne s’ouvre pas ici")

    # Another invitation: the one before opens nothing, to those who had it neither.
    page.get_by_text("Changer de lien et de code…").click()
    page.get_by_role("button", name="Faire une nouvelle invitation").click()
    expect(page.get_by_text("Voici la nouvelle invitation. L’ancienne ne s’ouvre plus.")).to_be_visible()
    visitor.sees_all()
    assert (owner.link("invitation"), owner.code()) != (old, old_code)
    guest.page.reload()
    guest.sees("Cette collecte ne s’ouvre pas ici")
    guest.page.goto(old)
    expect(guest.page.get_by_text("ce lien n’ouvre rien")).to_be_visible()
    guest.page.goto(owner.address.partition("/gathering")[0] + "/gatherings")
    guest.sees("Réunir les réponses de plusieurs projets")
    guest.page.get_by_label("Le code de participation").fill(old_code)
    guest.presses("Voir cette collecte")
    expect(guest.page.locator(".problems")).to_contain_text("Ce code n’ouvre rien")

    # Whoever answers without a trace is told that a deposit needs a dossier, and may keep theirs.
    traceless = invited(owner.link("invitation"))
    traceless.follows("Accueil")
    traceless.presses("Commencer sans trace")
    traceless.sees("Votre contexte")
    traceless.chooses("C1", 1)
    traceless.follows("Collectes")
    traceless.presses(french(f"Participer à « {TITLE} »"))
    traceless.sees(TITLE)
    expect(traceless.page.get_by_text("Vous répondez sans trace")).to_be_visible()
    traceless.presses("Garder mes réponses sur le serveur")
    names_and_deposits(traceless, "Le lavoir")

    # A tab of the same browser finds the gathering by its cookie; once deleted, it opens nowhere.
    other = another_tab(visitor, TITLE)
    expect(other.page.get_by_text("Projets reçus (1)")).to_be_visible()
    other.page.get_by_text("Effacer cette collecte…").click()
    other.page.get_by_role("button", name="Effacer pour toujours").click()
    expect(other.page.get_by_text("La collecte est effacée du serveur.")).to_be_visible()
    page.reload()
    visitor.sees("Cette collecte ne s’ouvre pas ici")


def test_once_its_last_day_is_over_a_gathering_says_so_and_takes_nothing(installation, arriving_at):
    owner = Owner(arriving_at(installation))
    guest = arriving_at(installation)
    guest.page.goto(owner.link("invitation"))
    guest.sees(TITLE)
    store = open_store(Settings(data=installation.data))
    service = gatherings_of(store, Settings(data=installation.data))
    mine = service.enter(ANYONE, owner.link("own").partition("#")[2], "a browser", "somewhere")
    yesterday = datetime.date.today() - datetime.timedelta(days=2)
    service.change(mine, mine.gathering, replace(service.read(mine, mine.gathering).terms, closes=yesterday))
    store.database.close()

    guest.page.reload()
    guest.sees(TITLE)
    expect(guest.page.get_by_text("Cette collecte est fermée depuis le")).to_be_visible()
    expect(guest.page.get_by_role("button", name=re.compile("^Répondre"))).to_have_count(0)
    owner.comes_back()
    expect(owner.page.locator(".lead")).to_contain_text("fermée depuis le")


@pytest.fixture(name="shown", params=["gatherings", "gathering", "take_part"], scope="module")
def _shown(request, arriving, example):
    """Each of these pages, full."""
    visitor = arriving()
    owner = Owner(visitor)
    if request.param == "gathering":
        table = rows("name;BES1", "Le verger;3", "LE VERGER;2", "Le four;2", "Le pré;9")
        owner.drops(("appel.csv", table))
        visitor.presses("Ajouter ces 3 projets")
        expect(visitor.page.get_by_text("Projets reçus (3)")).to_be_visible()
        visitor.page.get_by_text("Un texte prêt à envoyer").click()
        visitor.page.get_by_text("Changer la collecte").click()
        expect(visitor.page.get_by_label("Son titre")).to_be_visible()
    elif request.param == "take_part":
        visitor.page.goto(owner.link("invitation"))
        visitor.sees(TITLE)
        takes_report(visitor, json.dumps(example.given).encode(), "reponses.json")
    else:
        visitor.follows("Collectes")
        visitor.sees("Réunir les réponses de plusieurs projets")
        visitor.presses("Créer la collecte")
        expect(visitor.page.locator(".problems li").first).to_be_visible()
    visitor.sees_all()
    yield visitor
    visitor.page.context.close()


def test_everyone_can_use_these_pages_in_french_and_on_a_phone(shown):
    for width in (1280, 390, 320):
        shown.page.set_viewport_size({"width": width, "height": 900})
        shown.sees_all()
        found = Axe().run(shown.page).response["violations"]
        assert [(width, each["id"], each["nodes"][0]["html"]) for each in found] == []
        shown.page.wait_for_function(
            """(width) => [document.documentElement, document.querySelector('[data-testid=stMain]')]
                 .every((each) => each.scrollWidth === width)""",
            arg=width,
        )
    texts = shown.page.evaluate(
        """[...document.body.querySelectorAll('*')].flatMap((each) => [
             ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => each.getAttribute(name)),
             ...[...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue)
           ]).filter(Boolean).map((text) => text.trim())"""
    )
    assert set(texts) & set(LABELS) == set()
