"""A funder reads one project: reads answers again, notes, decides, compares, reads blind; nothing ranks anyone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from assessment.content.shelf import SHIPPED, digest, open_edition
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.pages import wording_of_project as words
from assessment.pages.escaped import markup
from assessment.pages.project_drawn import blocking, contradictions, showing
from assessment.pages.project_needs import helping
from assessment.portfolio import wording_of_comparison as compared
from assessment.portfolio.interview import interview
from assessment.portfolio.projects import projects_of
from assessment.portfolio.wording_of_decisions import STATUSES
from assessment.report.typography import french
from assessment.settings import Settings
from assessment.storage.gathered import Given, OpenedGathering, Share, Terms
from assessment.storage.gatherings import Gatherings
from assessment.storage.kept import Change
from assessment.storage.opening import gatherings_of, open_store
from assessment.storage.principals import ANYONE
from assessment.storage.rights import Reach
from assessment.storage.store import Store

EDITION = open_edition()
TITLE = "Appel 2026 : près de chez soi"
#: A project in essaimage by what it says.
SPREAD = {each.id: 3 for each in EDITION.project.questions if each.kind == "one" and len(each.choices) > 2} | {
    **{"C2": 1, "C5": 1, "DEP1": 4, "DEP2": 2, "ECO3": 2, "C6": [3, 1], "C7": [1], "F1": [2], "F2": 1},
}
NAMES = ("Jardin *partagé* du Nord", "Cuisine de <b>palier</b> & voisins", "Atelier vélo solidaire")
WHICH = "Lettre de <i>Madame Roche</i>, mars 2026"
EVERYTHING: tuple[Share, ...] = ("result", "answers", "notes")


@dataclass(frozen=True)
class Server:
    """Where pages are served, and what they keep."""

    address: str
    store: Store
    gatherings: Gatherings


@dataclass(frozen=True)
class Call:
    """A gathering on a server."""

    server: Server
    made: OpenedGathering

    @property
    def id(self) -> str:
        return self.made.gathering.id

    def ids(self) -> list[str]:
        return [each.id for each in self.server.gatherings.projects(self.made.owner, self.id)]

    def noted(self) -> list[tuple[str, object]]:
        """Kind and value of everything that was said, in order."""
        return [(each.kind, each.value) for each in self.server.gatherings.noted(self.made.owner, self.id)]

    def says(self, *said: tuple[str, str, str, object]) -> None:
        """Somebody else says something meanwhile."""
        seen = self.server.gatherings.read(self.made.owner, self.id).seq
        self.server.gatherings.note(self.made.owner, self.id, said, seen)

    def project(self, place: int, query: str = "project?c={c}&p={p}") -> str:
        return f"{self.server.address}/{query.format(c=self.id, p=self.ids()[place])}"


@pytest.fixture(name="server", scope="module")
def _server(serving: Callable, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("projects")
    with serving(folder) as address:
        settings = Settings(data=folder / "data")
        store = open_store(settings)
        yield Server(address, store, gatherings_of(store, settings))
        store.database.close()


@pytest.fixture(name="call")
def _call(server: Server) -> Call:
    """A call for projects that three answered, new for each test."""
    terms = Terms(TITLE, "appel", ("project",), None, EVERYTHING, "Pour préparer un entretien.")
    call = Call(server, server.gatherings.create(ANYONE, terms, EDITION.id))
    answered = (
        (NAMES[0], SPREAD, {"shown": {"BES1": "document", "SOL1": "outside"}, "notes": {"BES1": WHICH}}),
        (NAMES[1], {**SPREAD, "DEP1": 2, "EXP1": 2, "EXP2": "x"}, {}),
        (NAMES[2], {**SPREAD, "EXP1": 1}, {}),
    )
    given = [
        Given(
            {"edition": EDITION.id, "subject": {"name": name}, "project": {"answers": answers, **evidence}},
            "table",
            f"appel.xlsx, ligne {line}",
        )
        for line, (name, answers, evidence) in enumerate(answered, start=2)
    ]
    server.gatherings.add(call.made.owner, call.id, given)
    return call


@pytest.fixture(name="coming")
def _coming(arriving_at: Callable, server: Server) -> Callable:
    """Somebody with a private link of a gathering, in front of one of its pages."""

    def come(address: str, token: str, heading: str) -> object:
        visitor = arriving_at(server)
        visitor.page.goto(f"{server.address}/reprendre#{token}")
        visitor.page.wait_for_url(re.compile("/gathering"))
        visitor.page.goto(address)
        visitor.sees(heading)
        return visitor

    return come


@pytest.fixture(name="reading")
def _reading(call: Call, coming: Callable) -> object:
    """The owner, in front of the first project."""
    return coming(call.project(0), call.made.token, NAMES[0])


def opened(visitor: object, summary: str) -> Locator:
    """What stands behind a line that opens, once it is open."""
    line = visitor.page.locator("summary").filter(has_text=re.compile(f"^{re.escape(french(summary))}$")).first
    box = line.locator("xpath=..")
    if box.get_attribute("open") is None:
        line.click()
    expect(box).to_have_attribute("open", "")
    return box


def history(visitor: object, count: int) -> Locator:
    return opened(visitor, words.HISTORY.format(count=count)).locator("li")


def test_an_answer_is_read_again_with_its_effect_kept_beside_the_first_and_taken_back(reading: object, call: Call):
    standing = reading.page.locator("#etape")
    expect(standing).to_contain_text("Essaimage")
    labels = [each.label for each in EDITION.questions["DEP1"].choices]

    # Tried, the effect is told before anything is kept; without a reason nothing is.
    field = reading.page.locator(".st-key-reading").get_by_role("combobox")
    field.click()
    field.press_sequentially("Où la solution fonctionne")
    reading.page.get_by_role("option").first.click()
    options = reading.page.locator(".st-key-reading [data-testid=stRadioOption]")
    expect(options.nth(3).locator("input")).to_be_checked()
    options.nth(2).click()
    effect = reading.page.locator(".st-key-effect")
    expect(effect).to_contain_text("Modélisation")
    assert call.noted() == []
    reading.presses(french(words.KEEP_READING))
    expect(reading.page.get_by_role("alert")).to_have_text(french(words.NEEDS_REASON))

    # Kept: the stage moves, the first answer stays, with its day, beside the reading.
    reading.page.locator(".st-key-reading").get_by_label(words.YOUR_REASON, exact=True).fill(
        "Un seul lieu <b>tient</b>."
    )
    reading.presses(french(words.KEEP_READING))
    expect(standing.locator(".moved")).to_contain_text("Modélisation")
    twice = reading.page.locator(".st-key-reading .read.again")
    expect(twice.locator("strong")).to_have_text([french(labels[3]), french(labels[2])])
    expect(twice).to_contain_text(french("Raison : Un seul lieu <b>tient</b>."))
    expect(twice.locator(".when")).to_have_text([re.compile("^Réponse du "), re.compile("^Votre lecture du ")])
    assert call.noted() == [("reading", {"value": 3, "reason": "Un seul lieu <b>tient</b>."})]
    deposited = call.server.gatherings.projects(call.made.owner, call.id)[0].content
    assert deposited["project"]["answers"]["DEP1"] == 4

    # Taken back: the first result again, and both are in the history.
    reading.presses(french(words.TAKE_BACK))
    expect(standing.locator(".moved")).to_have_count(0)
    expect(reading.page.locator(".st-key-reading .read.again")).to_have_count(0)
    told = history(reading, 2)
    expect(told).to_contain_text([words.WHAT["reading_back"].split("«")[0], labels[2].rstrip(".")])
    expect(told.first.locator(".when")).to_have_text(re.compile(f"{re.escape(words.BY_THIS_LINK)}$"))

    # Where several options may be ticked, no more than that; those that were stay in their order.
    field.click()
    field.press_sequentially("Qu’est-ce qui vous bloque")
    reading.page.get_by_role("option").first.click()
    boxes = reading.page.locator(".st-key-reading .stCheckbox")
    expect(boxes.locator("input:checked")).to_have_count(2)
    expect(boxes.nth(1).locator("input")).to_be_disabled()
    boxes.nth(0).locator("label").click()
    expect(boxes.nth(1).locator("input")).to_be_enabled()
    boxes.nth(1).locator("label").click()
    expect(effect).to_be_visible()
    reading.page.locator(".st-key-reading").get_by_label(words.YOUR_REASON, exact=True).fill("Vu en visite.")
    reading.presses(french(words.KEEP_READING))
    expect(twice).to_contain_text("Vu en visite.")
    assert call.noted()[-1] == ("reading", {"value": [3, 2], "reason": "Vu en visite."})


def test_notes_and_decisions_are_kept_with_their_reason_and_nothing_is_lost_to_somebody_else(
    reading: object, call: Call
):
    page = reading.page
    page.get_by_label(words.NOTE, exact=True).fill("Première ligne.\nDeuxième <i>ligne</i> *ici*.")
    reading.presses(french(words.KEEP_NOTE))
    expect(page.locator(".st-key-yours .read .written")).to_have_text(
        french("Première ligne.\nDeuxième <i>ligne</i> *ici*.")
    )
    expect(page.get_by_label(words.NOTE, exact=True)).to_have_value("")

    reading.presses(french(words.KEEP_DECISION))
    expect(page.get_by_role("alert")).to_have_text(french(words.DECISION_NEEDS_REASON))
    page.locator(".st-key-yours").get_by_text(STATUSES["meet"], exact=True).click()
    page.locator(".st-key-yours").get_by_label(words.DECISION_REASON, exact=True).fill("Projet clair.")
    reading.presses(french(words.KEEP_DECISION))
    expect(page.locator(".pill").first).to_contain_text(french(f"Décision : {STATUSES['meet']}"))
    expect(history(reading, 2)).to_have_count(2)

    # Somebody else decides meanwhile: they are not overwritten, and what was typed stays.
    call.says((call.ids()[0], "decision", "", {"status": "waiting", "reason": "Il manque les comptes."}))
    page.locator(".st-key-yours").get_by_text(STATUSES["kept"], exact=True).click()
    page.locator(".st-key-yours").get_by_label(words.DECISION_REASON, exact=True).fill("Tout est là.")
    reading.presses(french(words.KEEP_DECISION))
    expect(page.locator(".problems")).to_contain_text(french("cela a été changé ailleurs entre-temps."))
    expect(page.locator(".pill").first).to_contain_text(french(STATUSES["waiting"]))
    expect(page.locator(".st-key-yours").get_by_label(words.DECISION_REASON, exact=True)).to_have_value("Tout est là.")
    reading.presses(french(words.KEEP_DECISION))
    expect(page.locator(".pill").first).to_contain_text(french(f"Décision : {STATUSES['kept']}"))
    assert [kind for kind, _ in call.noted()] == ["note", "decision", "decision", "decision"]


def test_blind_reading_hides_names_until_it_is_lifted_for_a_reason(reading: object, call: Call):
    page, hidden = reading.page, "la maraîchère de Trélazé"
    which = french(words.WHICH_COULD_BE_SHOWN["document"].format(note=WHICH))
    expect(opened(reading, words.BY_DOCUMENT.format(count=1))).to_contain_text(which)
    expect(page.get_by_test_id("stMain").get_by_text(which)).not_to_have_count(0)
    page.get_by_label(words.NOTE, exact=True).fill(f"Appeler {hidden}.")
    reading.presses(french(words.KEEP_NOTE))
    expect(page.get_by_text(hidden).first).to_be_visible()

    page.get_by_text(french(words.BLIND), exact=True).click()
    reading.presses(french(words.BLIND_ON))

    expect(page.locator("h1").first).to_have_text(re.compile("^Projet [A-Z0-9]+$"))
    reading.sees_all()
    history(reading, 2)
    for told in (NAMES[0], "Jardin", "appel.xlsx", hidden, "Roche"):
        expect(page.get_by_test_id("stMain")).not_to_contain_text(told)
    expect(page.get_by_test_id("stMain")).to_contain_text(french(words.WRITTEN_BLIND))
    expect(page.locator(".st-key-yours")).to_contain_text(french(words.NOTES_HIDDEN.format(count=1)))
    expect(page.locator(".st-key-yours")).not_to_contain_text(words.NO_NOTE)
    page.goto(call.project(0, f"compare?c={{c}}&p={','.join(call.ids())}"))
    expect(page.locator("table.sides thead th")).to_have_text(
        [words.CRITERION, *[re.compile("^Projet [A-Z0-9]+$")] * 3]
    )
    page.goto(call.project(0))
    expect(page.locator("h1").first).to_have_text(re.compile("^Projet "))

    page.get_by_text(french(words.BLIND_LIFT), exact=True).first.click()
    reading.presses(french(words.BLIND_LIFT))
    expect(page.get_by_role("alert")).to_have_text(french(words.BLIND_NEEDS_REASON))
    page.get_by_label(french(words.BLIND_REASON)).fill("Le choix est fait.")
    reading.presses(french(words.BLIND_LIFT))

    reading.sees(NAMES[0])
    expect(history(reading, 3).first).to_contain_text(french("Lecture à l'aveugle levée : Le choix est fait."))
    assert call.noted()[1:] == [
        ("blind", {"on": True, "reason": ""}),
        ("blind", {"on": False, "reason": "Le choix est fait."}),
    ]


def test_the_guide_asks_what_would_move_the_result_and_can_be_taken_along(reading: object, call: Call, tmp_path: Path):
    gatherings = call.server.gatherings
    first = projects_of(gatherings.projects(call.made.owner, call.id), (), EDITION)[0]
    guide = interview(first.answers, EDITION, first.first)

    section = reading.page.locator("#guide")
    expect(section.locator(".ask")).to_have_text(
        [french(each.ask) for each in (*guide.asked, *guide.onward, *guide.rest)]
    )
    for each in (*guide.asked, *guide.onward):
        expect(section).to_contain_text(french(each.matters[0]))
    path = reading.downloads(words.GUIDE_PDF, tmp_path)

    assert path.name.startswith("guide-entretien-jardin-partage-du-nord-")
    assert path.read_bytes().startswith(b"%PDF-")


def test_what_only_a_second_reading_says_is_not_put_in_the_words_of_the_project():
    answers = read_answers({"project": {"answers": {**SPREAD, "EXP1": 1, "EXP3": 1}}}, EDITION)
    found = assess(answers, EDITION)
    pair = next(each for each in found.project.placement.contradictions if "EXP1" in each.questions)

    said, read = (contradictions(found, found.project, again) for again in ((), ("EXP1",)))

    assert (markup(pair.ask) in said, markup(words.CONTRADICTION_READ) in said) == (True, False)
    assert (markup(pair.ask) in read, markup(words.CONTRADICTION_READ) in read) == (False, True)
    assert read.count(markup(words.GUIDE_READ)) >= 1


def test_an_answer_that_the_owner_reads_otherwise_is_told_as_their_reading_wherever_it_stands():
    answers = read_answers({"project": {"answers": {**SPREAD, "C6": [1], "C7": [1]}}}, EDITION)
    found = assess(answers, EDITION)
    telling = {
        "showing": ("DEP1", lambda read: showing(found, read)),
        "blocking": ("C6", lambda read: blocking(found, found.project, read)),
        "asked": ("C7", lambda read: helping(found, found.project, read, quoting=True)),
    }
    mine, blocks = markup(words.GUIDE_READ), markup(words.READ_BLOCKING)
    marked = {
        name: [mine in tell(read) or blocks in tell(read) for read in ((), (question,))]
        for name, (question, tell) in telling.items()
    }

    assert marked == {name: [False, True] for name in telling}
    assert markup(words.SAID_BLOCKING) not in blocking(found, found.project, ("C6",))


def test_three_projects_stand_side_by_side_in_the_order_chosen(reading: object, call: Call):
    reading.presses(french(words.COMPARE_THIS))
    reading.sees(words.COMPARE)
    expect(reading.page.get_by_text(french(words.CHOOSE_MORE))).to_be_visible()
    for name in (NAMES[2], NAMES[1]):
        field = reading.page.get_by_role("combobox")
        field.click()
        field.press_sequentially(name[:12])
        reading.page.get_by_role("option").first.click()
        expect(reading.page.get_by_role("button", name=f"Retirer {name}", exact=True)).to_be_visible()
        reading.sees_all()

    table = reading.page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_text(
        [words.CRITERION, *(french(name) for name in (NAMES[0], NAMES[2], NAMES[1]))]
    )
    row = table.get_by_role("row").filter(has=reading.page.locator("th[scope=row]", has_text=re.compile("^Étape$")))
    expect(row.locator("td span")).to_have_text(["Essaimage", "Conception", "Expérimentation"])
    shown = table.get_by_role("row").filter(has_text=compared.BY_OUTSIDE)
    expect(shown.locator("td").first).to_contain_text(french("Une version stable de la solution"))
    expect(reading.page.get_by_text(french(EDITION.card.equity))).to_be_visible()
    assert not re.search(r"\b(total|score|moyenne de|classement|rang)\b", table.inner_text(), re.IGNORECASE)

    reading.presses(f"Retirer {NAMES[2]}")
    expect(table.get_by_role("columnheader")).to_have_count(3)
    reading.presses(french(words.OPEN.format(name=NAMES[1])))
    reading.sees(NAMES[1])
    expect(reading.page.locator(".eyebrow")).to_contain_text(french("Projet 2 sur 3"))
    reading.presses(french(words.NEXT))
    reading.sees(NAMES[2])
    expect(reading.page.locator("#eclaircir .ask")).to_contain_text(["la solution fonctionne dans plusieurs lieux"])
    reading.presses(french(words.PREVIOUS))
    reading.sees(NAMES[1])


def test_what_is_not_shared_stays_hidden_and_who_only_looks_changes_nothing(call: Call, coming: Callable):
    store, gatherings = call.server.store, call.server.gatherings
    held = store.create(ANYONE, EDITION.id, digest(SHIPPED / EDITION.id))
    changes = (*(Change("answer", name, value) for name, value in SPREAD.items()), Change("name", "", "Le fournil"))
    store.save(held.holder, held.holder.dossier, changes, store.read(held.holder, held.holder.dossier).seq)
    invitation = gatherings.invited(ANYONE, call.made.gathering.code, "192.0.2.1")
    evidence = Change("shown", "BES1", "document"), Change("note", "BES1", WHICH)
    store.save(held.holder, held.holder.dossier, evidence, store.read(held.holder, held.holder.dossier).seq)
    gatherings.deposit(held.holder, held.holder.dossier, invitation, ("result",), "J'accepte.")
    look = gatherings.share(call.made.owner, call.id, Reach.LOOK, None, "Comité").token

    visitor = coming(call.project(3), look, "Le fournil")

    main = visitor.page.get_by_test_id("stMain")
    expect(main).to_contain_text(french(words.HIDDEN))
    expect(main.locator("#etape")).to_contain_text("Essaimage")
    for part in ("montre", "manque", "guide", "relire"):
        expect(main.locator(f"#{part}")).to_have_count(0)
    for name in ("BES1", "DEP1", "C6"):
        expect(main).not_to_contain_text(french(EDITION.questions[name].text))
    expect(main.locator("textarea")).to_have_count(0)
    assert "Roche" not in visitor.page.content()
    visitor.page.goto(call.project(0))
    visitor.sees(NAMES[0])
    expect(main.locator("#guide")).to_be_visible()
    expect(main.locator("textarea")).to_have_count(0)
    expect(main.get_by_text(french(words.BLIND), exact=True)).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_neither_page_has_a_barrier_or_is_wider_than_the_screen(reading: object, call: Call, width: int):
    call.says((call.ids()[0], "reading", "DEP1", {"value": 3, "reason": "Un seul lieu."}))
    reading.page.set_viewport_size({"width": width, "height": 900})
    pages = (
        (call.project(0), NAMES[0], words.HISTORY.format(count=1)),
        (call.project(0, f"compare?c={{c}}&p={','.join(call.ids())}"), words.COMPARE, None),
    )
    for address, heading, folded in pages:
        reading.page.goto(address)
        reading.sees(heading)
        if folded:
            opened(reading, folded)
            opened(reading, words.DIMENSIONS)
        expect(reading.page.get_by_test_id("stSidebar")).not_to_be_in_viewport()

        found = Axe().run(reading.page).response["violations"]

        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        reading.page.wait_for_function(
            """(width) => [document.documentElement, document.querySelector('[data-testid=stMain]')]
                 .every((each) => each.scrollWidth === width)""",
            arg=width,
        )


def test_a_project_that_is_not_there_and_a_browser_that_was_not_let_in_are_told_so(
    reading: object, call: Call, arriving_at: Callable, server: Server
):
    reading.page.goto(f"{server.address}/project?c={call.id}&p=ailleurs")
    reading.sees(french(words.GONE))
    reading.presses(words.BACK)
    reading.sees(TITLE)

    stranger = arriving_at(server)
    stranger.page.goto(call.project(0))

    expect(stranger.page.locator(".problems")).to_be_visible()
    expect(stranger.page.get_by_test_id("stMain")).not_to_contain_text("Jardin")
