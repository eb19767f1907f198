"""A funder reads a portfolio: every count filters, views are kept, an offer is set beside the needs; nothing ranks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from assessment.content.shelf import open_edition
from assessment.pages import wording_of_portfolio as words
from assessment.pages.portfolio_told import ROWS
from assessment.portfolio.counting import Counting, counting
from assessment.portfolio.facets import DECISION, facets
from assessment.portfolio.filters import Filters
from assessment.portfolio.projects import Project, projects_of
from assessment.portfolio.screened import screened
from assessment.report.typography import french
from assessment.settings import Settings
from assessment.storage.gathered import Given, OpenedGathering, Terms
from assessment.storage.gatherings import Gatherings
from assessment.storage.opening import gatherings_of, open_store
from assessment.storage.principals import ANYONE
from bench.projects import projects

EDITION = open_edition()
TITLE = "Appel 2026 : près de chez soi"
HOSTILE = "Jardin <b>*partagé*</b> & voisins | :sun:"
STAGES = {stage.id: stage.label for stage in EDITION.placement.stages}


@dataclass(frozen=True)
class Server:
    """Where pages are served, and what they keep."""

    address: str
    gatherings: Gatherings


@dataclass(frozen=True)
class Reader:
    """The owner of a gathering at its portfolio."""

    page: Page
    server: Server
    made: OpenedGathering

    def projects(self) -> tuple[Project, ...]:
        kept = self.server.gatherings.projects(self.made.owner, self.made.gathering.id)
        return projects_of(kept, self.journal(), EDITION)

    def journal(self) -> tuple[Any, ...]:
        return self.server.gatherings.noted(self.made.owner, self.made.gathering.id)

    def counted(self) -> Counting:
        told = [{**screened(each, EDITION).traits, DECISION: ("none",)} for each in self.projects()]
        return counting(told, facets(EDITION))

    def says(self, *said: tuple[str, str, str, Any]) -> None:
        seen = self.server.gatherings.read(self.made.owner, self.made.gathering.id).seq
        self.server.gatherings.note(self.made.owner, self.made.gathering.id, said, seen)

    def goes(self) -> None:
        """To the portfolio, by its address."""
        self.page.goto(f"{self.server.address}/portfolio?c={self.made.gathering.id}")
        expect(self.page.locator("h1").first).to_have_text(french(TITLE))
        self.rests()
        if self.projects():
            expect(self.page.locator("[data-filled]")).to_be_attached()

    def rests(self) -> None:
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        expect(self.page.locator("[data-stale=true]")).to_have_count(0)

    def count(self, chart: str, of: str) -> Locator:
        """The button of a count, by what it is a count of."""
        return self.page.locator(f'[data-chart={chart}] button[data-of="{french(of)}"]')

    def keeps(self, many: int, total: int) -> None:
        told = words.KEPT_ONE if many == 1 else words.KEPT
        expect(self.page.locator("[data-status]")).to_have_text(french(told).format(many=many, total=total))

    def chips(self, *labels: str) -> None:
        expect(self.page.locator(".chip")).to_have_text([french(each) for each in labels])

    def names(self) -> Locator:
        return self.page.locator(".projects tbody th a")


@pytest.fixture(name="server", scope="module")
def _server(serving: Callable, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("portfolio")
    with serving(folder) as address:
        settings = Settings(data=folder / "data")
        store = open_store(settings)
        yield Server(address, gatherings_of(store, settings))
        store.database.close()


@pytest.fixture(name="reading")
def _reading(server: Server, browser) -> Iterator[Callable[[list[dict]], Reader]]:
    """The owner of a new gathering of some answer files, at its portfolio."""
    contexts = []

    def read(given: list[dict]) -> Reader:
        terms = Terms(
            TITLE, "appel", ("project", "organisation"), None, ("result", "answers"), "Pour préparer la suite."
        )
        made = server.gatherings.create(ANYONE, terms, EDITION.id)
        rows = [Given(each, "table", f"lot.csv, ligne {line}") for line, each in enumerate(given, start=2)]
        server.gatherings.add(made.owner, made.gathering.id, rows)
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 900}))
        reader = Reader(contexts[-1].new_page(), server, made)
        reader.page.goto(f"{server.address}/reprendre#{made.token}")
        expect(reader.page.locator("h1").first).to_have_text(french(TITLE))
        reader.goes()
        return reader

    yield read
    for context in contexts:
        context.close()


def some(count: int) -> list[dict]:
    """Made-up projects, one of them with a hostile name."""
    given = list(projects(count, EDITION, seed=7))
    given[0]["subject"]["name"] = HOSTILE
    return given


def test_every_count_keeps_what_it_says_and_filters_are_kept_under_a_name(reading):
    reader = reading(some(60))
    counted = reader.counted()
    counts = counted.counts(Filters())

    for stage, label in STAGES.items():
        expect(reader.count("standing", label).locator("b")).to_have_text(str(counts["stage", stage]))
    for value, label in counted.facets["lever_at"].values.items():
        if "." in value:
            of = label.replace(" · ", ", ")
            expect(reader.count("lever_at", of)).to_have_text(str(counts["lever_at", value]))
    expect(reader.names().first).to_have_text(HOSTILE)
    expect(reader.page.get_by_text(EDITION.card.equity.split(",")[0])).to_be_visible()

    # One stage, then one lever at that stage: what is kept is what the counts said.
    stage = max(STAGES, key=lambda name: counts["stage", name])
    reader.count("standing", STAGES[stage]).click()
    reader.keeps(counts["stage", stage], 60)
    reader.chips(f"Étape : {STAGES[stage]}")
    expect(reader.count("standing", STAGES[stage])).to_have_attribute("aria-pressed", "true")
    cells = reader.page.locator(".projects tbody td:nth-child(2)")
    expect(cells).to_have_count(min(ROWS, counts["stage", stage]))
    expect(cells).to_contain_text([STAGES[stage]] * min(ROWS, counts["stage", stage]))
    inside = counted.counts(Filters(frozenset({("stage", stage)})))
    lever = max(EDITION.lever, key=lambda name: inside["lever", name])
    reader.count("lever_at", EDITION.lever[lever].title).click()
    reader.keeps(inside["lever", lever], 60)
    both = (f"Étape : {STAGES[stage]}", f"Aide utile : {EDITION.lever[lever].title}")
    reader.chips(*both)

    # Kept under a name, left, opened again, removed.
    reader.page.get_by_text(words.VIEWS, exact=True).click()
    reader.page.get_by_label(words.VIEW_NAME).fill("À *voir* <b>")
    reader.page.get_by_role("button", name=words.VIEW_KEEP).click()
    expect(reader.page.get_by_text(words.VIEWS_KEPT.format(many=1))).to_be_visible()
    reader.rests()
    reader.page.get_by_role("button", name=words.CLEAR).click()
    reader.keeps(60, 60)
    reader.chips()
    expect(reader.page.locator("[data-clear]")).to_be_hidden()
    reader.page.get_by_role("button", name="À *voir* <b>", exact=True).click()
    reader.chips(*both)
    reader.keeps(inside["lever", lever], 60)
    # A page that is loaded anew, and then one whose filters are taken back first.
    reader.goes()
    reader.chips(*both)
    reader.keeps(inside["lever", lever], 60)
    reader.page.get_by_role("button", name=words.CLEAR).click()
    reader.chips()
    reader.goes()
    reader.keeps(60, 60)
    reader.page.get_by_text(words.VIEWS_KEPT.format(many=1)).click()
    reader.page.get_by_role("button", name="À *voir* <b>", exact=True).click()
    reader.chips(*both)
    reader.page.get_by_role("button", name=french(words.VIEW_REMOVE.format(name="À *voir* <b>"))).click()
    expect(reader.page.get_by_text(words.VIEWS, exact=True)).to_be_visible()
    assert [(each.kind, each.value is None) for each in reader.journal()] == [("view", False), ("view", True)]


def test_the_table_is_read_by_arrival_or_by_name_and_leads_to_each_project(reading):
    reader = reading(some(60))
    told = [each.name for each in reader.projects()]

    expect(reader.names()).to_have_text(told[:ROWS])
    reader.page.locator("[data-turn='1']").click()
    expect(reader.names()).to_have_text(told[ROWS : 2 * ROWS])
    reader.page.locator("[data-sort=name]").click()
    expect(reader.names()).to_have_text(sorted(told, key=str.casefold)[:ROWS])
    assert reader.page.locator("[data-sort]").all_inner_texts() == [french(each) for each in words.SORTS.values()]

    # Three clicks faster than any answer: each counts.
    reader.page.evaluate("[...document.querySelectorAll('[data-chart=standing] .total [data-n]')].slice(0, 3)"
                         ".forEach((each) => each.click())")  # fmt: skip
    reader.chips(*(f"Étape : {label}" for label in list(STAGES.values())[:3]))
    counts = reader.counted().counts(Filters())
    reader.keeps(sum(counts["stage", stage] for stage in list(STAGES)[:3]), 60)
    reader.page.locator(".chip").nth(1).click()
    reader.chips(*(f"Étape : {list(STAGES.values())[place]}" for place in (0, 2)))
    expect(reader.page.locator(".chip").first).to_be_focused()

    name = reader.names().last.inner_text()
    reader.names().last.click()
    expect(reader.page.locator("h1").first).to_have_text(name)
    expect(reader.page).to_have_url(re.compile("/project\\?c=.*&p="))


def test_the_keyboard_is_enough_and_nothing_is_wrong_for_a_screen_reader(reading):
    reader = reading(some(30))
    counts = reader.counted().counts(Filters())
    stage = max(STAGES, key=lambda name: counts["stage", name])

    button = reader.count("standing", STAGES[stage])
    button.focus()
    reader.page.keyboard.press("Enter")
    reader.keeps(counts["stage", stage], 30)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-label", re.compile(f"^{STAGES[stage]}\u00a0: [0-9]+ projets?$"))
    reader.page.keyboard.press("Space")
    reader.keeps(30, 30)
    reader.page.keyboard.press("Tab")
    expect(reader.page.locator(":focus")).to_have_attribute("data-n", re.compile("[0-9]+"))

    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".chip")).to_have_count(1)
    for width in (1280, 390, 320):
        reader.page.set_viewport_size({"width": width, "height": 900})
        reader.rests()
        found = Axe().run(reader.page)
        assert found.response["violations"] == [], found.generate_report()
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_offer_is_set_beside_the_needs_and_a_loan_before_revenue_is_told(reading):
    reader = reading(some(40))
    counted = reader.counted()
    lever = "financement"
    title = EDITION.lever[lever].title
    loan = next(each for each in EDITION.funding.supports if each.id == "pret")

    # Before there is an offer, nothing is counted that would read as a verdict: the page says how to describe one.
    chart = reader.page.locator("[data-chart=covered]")
    expect(chart).to_contain_text(french(words.NO_OFFER))
    expect(chart.locator("[data-n]")).to_have_count(0)
    for told in counted.facets["covered"].values.values():
        expect(chart).not_to_contain_text(french(told))
    chart.get_by_role("link", name=words.TO_OFFER).click()
    expect(reader.page.get_by_text(words.OFFER_BEGIN, exact=True)).to_be_in_viewport()

    reader.page.get_by_text(words.OFFER_BEGIN, exact=True).click()
    line = reader.page.locator("[class*=st-key-offer_line_]")
    reader.page.get_by_label(words.OFFER_LEAST).fill("20000")
    reader.page.get_by_label(words.OFFER_MOST).fill("5000")
    reader.page.get_by_label(words.OFFER_MOST).press("Enter")
    reader.rests()
    reader.page.get_by_role("button", name=words.OFFER_KEEP).click()
    wrong = (words.OFFER_NO_KIND, words.OFFER_NO_STAGE, words.OFFER_UPSIDE_DOWN)
    expect(reader.page.locator(".st-key-offer .problems li")).to_have_text(
        [french(each.format(number=1)) for each in wrong]
    )

    reader.rests()  # a list that is open closes when the page is drawn again
    line.get_by_role("combobox").press("ArrowDown")
    reader.page.get_by_role("option", name=french(words.KIND.format(lever=title, kind=loan.label))).click()
    line.get_by_text(STAGES["experimentation"], exact=True).click()
    line.get_by_text(STAGES["essaimage"], exact=True).click()
    reader.page.get_by_label(words.OFFER_MOST).fill("50000")
    reader.page.get_by_label(words.OFFER_MOST).press("Enter")
    reader.rests()
    reader.page.get_by_role("button", name=words.OFFER_KEEP).click()
    expect(reader.page.get_by_text(words.OFFER_KEPT)).to_be_visible()
    reader.rests()

    assert [(each.kind, each.value) for each in reader.journal()] == [
        (
            "offer",
            [
                {
                    "kind": "pret",
                    "least": 20000,
                    "lever": lever,
                    "most": 50000,
                    "stages": ["experimentation", "essaimage"],
                }
            ],
        )
    ]
    expect(reader.page.locator(".offered")).to_contain_text(french("de 20\u202f000 à 50\u202f000 €"))
    expect(reader.page.locator(".st-key-offer .aside li")).to_contain_text(french(loan.caution))
    # A source is told by its title, never by a number of ours; and a limit is told once.
    for place in (".economies", ".limits", ".st-key-offer"):
        expect(reader.page.locator(place)).not_to_contain_text("002 ")
    expect(reader.page.locator(".limits li").filter(has_text="reconstitu")).to_have_count(1)
    expect(reader.page.locator("[data-chart=lever_at] .met button")).to_have_count(2)

    counts = counted.covering({f"{lever}.experimentation", f"{lever}.essaimage"}).counts(Filters())
    for value, label in list(counted.facets["covered"].values.items())[:3]:
        expect(reader.count("covered", label).locator("b")).to_have_text(str(counts["covered", value]))
    covered = counted.facets["covered"].values["uncovered"]
    reader.count("covered", covered).click()
    reader.keeps(counts["covered", "uncovered"], 40)

    # Once the offer is taken back, what it covered keeps nothing out.
    reader.says(("", "offer", "", []))
    reader.goes()
    reader.keeps(40, 40)
    reader.chips()
    expect(chart).to_contain_text(french(words.NO_OFFER))


def test_blind_reading_shows_no_name_and_a_stranger_nothing(reading, browser):
    reader = reading(some(5))
    reader.says(("", "blind", "", {"on": True, "reason": ""}))

    reader.goes()

    expect(reader.names()).to_have_text([each.name for each in reader.projects()])
    assert "lot" not in reader.page.locator(".projects").inner_text()
    assert all(each.name.startswith("Projet ") and len(each.name) == 11 for each in reader.projects())

    context = browser.new_context()
    page = context.new_page()
    page.goto(reader.page.url)
    expect(page.locator(".problems")).to_be_visible()
    expect(page.locator("[data-portfolio]")).to_have_count(0)
    context.close()


@pytest.mark.parametrize(
    ("given", "many", "unknown"),
    [
        ([{"project": {"answers": {"EXP1": 2}}}], 1, 0),
        ([{"project": {"answers": {"BES1": 2}}}, {"project": {"answers": {}}}], 2, 2),
    ],
    ids=["one", "unknown"],
)
def test_one_project_and_projects_whose_stage_is_unknown_are_told_as_they_are(reading, given, many, unknown):
    reader = reading(given)

    reader.keeps(many, many)
    expect(reader.names()).to_have_text([words.NAMELESS] * many)
    other = reader.page.locator("[data-chart=standing] [data-other]").filter(has_text="Pas encore connue")
    if not unknown:
        expect(other).to_be_hidden()
        return
    expect(other.locator("button")).to_have_text(str(unknown))
    other.locator("button").click()
    reader.keeps(unknown, many)


def test_an_empty_portfolio_says_how_it_fills(reading):
    reader = reading([])

    expect(reader.page.get_by_text(french(words.EMPTY))).to_be_visible()
    reader.page.get_by_role("button", name=words.TO_GATHERING).last.click()
    expect(reader.page).to_have_url(re.compile("/gathering\\?c="))
