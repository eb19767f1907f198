"""An owner takes away what their filters keep: what is in each file is read back and compared with what is kept."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pyarrow import parquet
from pypdf import PdfReader

from assessment.content.shelf import SHIPPED, digest, open_edition
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.pages import wording_of_exports as words
from assessment.pages import wording_of_gatherings as of_gatherings
from assessment.pages import wording_of_project as of_project
from assessment.portfolio.columns import of_projects
from assessment.portfolio.screening import flat
from assessment.report.typography import french
from assessment.settings import Settings
from assessment.storage.gathered import Given, OpenedGathering, Terms
from assessment.storage.gathering_export import export_gathering
from assessment.storage.gatherings import Gatherings
from assessment.storage.kept import Change
from assessment.storage.opening import gatherings_of, open_store
from assessment.storage.principals import ANYONE
from assessment.storage.projects import AGAIN
from assessment.storage.store import Store
from bench.projects import projects

EDITION = open_edition()
TITLE = "Appel 2027"
#: Those who deposit their result alone.
PEOPLE = 8
FORMULA = '=HYPERLINK("http://192.0.2.1/")'


@pytest.fixture(name="kept", scope="module")
def _kept(serving: Callable, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Settings, Store]]:
    """Where pages are served, and what they keep."""
    folder = tmp_path_factory.mktemp("exports")
    with serving(folder) as address:
        settings = Settings(data=folder / "data")
        store = open_store(settings)
        yield address, settings, store
        store.database.close()


@pytest.fixture(name="served", scope="module")
def _served(kept: tuple[str, Settings, Store]) -> tuple[str, Gatherings]:
    address, settings, store = kept
    return address, gatherings_of(store, settings)


@pytest.fixture(name="given", scope="module")
def _given() -> list[dict]:
    """Eight projects, one of them with a name that a spreadsheet would obey."""
    given = list(projects(8, EDITION, seed=5))
    given[0]["subject"]["name"] = FORMULA
    return given


@pytest.fixture(name="page")
def _page(served: tuple[str, Gatherings], given: list[dict], browser) -> Iterator[Page]:
    """The portfolio of a new gathering of these projects, before its owner."""
    address, gatherings = served
    terms = Terms(TITLE, "appel", ("project",), None, ("result", "answers"), "Pour préparer la suite.")
    made = gatherings.create(ANYONE, terms, EDITION.id)
    rows = [Given(each, "table", f"lot.csv, ligne {line}") for line, each in enumerate(given, start=2)]
    gatherings.add(made.owner, made.gathering.id, rows)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/reprendre#{made.token}")
    expect(page.locator("h1").first).to_have_text(french(TITLE))
    page.goto(f"{address}/portfolio?c={made.gathering.id}")
    expect(page.locator(".st-key-exports")).to_be_visible()
    expect(page.locator("[data-portfolio][data-filled]")).to_be_attached()  # before that, a click keeps nothing
    yield page
    context.close()


def taken(page: Page, kind: str) -> bytes:
    """What is downloaded once it was made."""
    label = words.KINDS[kind]
    page.get_by_role("button", name=french(label), exact=True).click()
    expect(page.locator(".st-key-exports .aside")).to_contain_text(french(f"« {label} »"), timeout=120_000)
    button = page.locator(".st-key-export_download button")
    expect(button).to_be_visible()
    with page.expect_download(timeout=60_000) as download:
        button.click()
    return download.value.path().read_bytes()


def test_an_owner_takes_away_tables_a_synthesis_reports_and_guides(page: Page, given: list[dict]):
    lines = [flat(assess(read_answers(each, EDITION), EDITION)) for each in given]

    book = openpyxl.load_workbook(io.BytesIO(taken(page, ".xlsx")))
    data = [
        dict(zip(of_projects(EDITION).names, row, strict=True))
        for row in book["Données"].iter_rows(2, values_only=True)
    ]
    assert [each["name"] for each in data] == [each["subject"]["name"] for each in given]
    for told, line in zip(data, lines, strict=True):
        assert {name: told[name] for name in line if name != "date"} == {
            name: None if value == "" else value for name, value in line.items() if name != "date"
        }
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"n", "s", "d"}
    assert book["À lire"]["A1"].value == EDITION.card.equity

    stored = parquet.read_table(io.BytesIO(taken(page, ".parquet"))).to_pylist()
    assert [each["stage"] for each in stored] == [line["stage"] for line in lines]

    synthesis = PdfReader(io.BytesIO(taken(page, "synthesis")))
    assert (TITLE in synthesis.pages[0].extract_text(), len(synthesis.pages) in (2, 3, 4)) == (True, True)

    with zipfile.ZipFile(io.BytesIO(taken(page, "guides"))) as archive:
        names = archive.namelist()
    assert (len(names), len(set(names)), names[0]) == (8, 8, "hyperlink-http-192-0-2-1.pdf")
    assert Axe().run(page).response["violations"] == []

    # A file with names goes once they are hidden.
    page.get_by_text(french(of_project.BLIND), exact=True).click()
    page.get_by_role("button", name=french(of_project.BLIND_ON), exact=True).click()
    expect(page.get_by_text(french(of_project.BLIND_IS_ON))).to_be_visible()
    expect(page.locator(".st-key-export_download")).to_have_count(0)


def test_whoever_stops_a_file_that_takes_long_is_heard_at_once(served: tuple[str, Gatherings], browser):
    address, gatherings = served
    made = gatherings.create(
        ANYONE, Terms(TITLE, "appel", ("project",), None, ("result", "answers"), "Pour la suite."), EDITION.id
    )
    rows = [Given(each, "table", f"l. {line}") for line, each in enumerate(projects(300, EDITION, seed=6))]
    gatherings.add(made.owner, made.gathering.id, rows)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/reprendre#{made.token}")
    expect(page.locator("h1")).to_have_text(french(TITLE))
    page.goto(f"{address}/portfolio?c={made.gathering.id}")
    expect(page.locator("[data-portfolio][data-filled]")).to_be_attached(timeout=120_000)
    here = page.locator(".st-key-exports")

    page.get_by_role("button", name=french(words.KINDS["reports"]), exact=True).click()
    expect(here).to_contain_text(french(words.MAKING_FIRST.format(total=300)))  # at once, before the first one is there
    page.locator(".st-key-export_stop button").click()

    expect(here).to_contain_text(french(words.STOPPED))
    expect(page.locator(".st-key-export_stop")).to_have_count(0)
    page.get_by_role("button", name=words.KINDS[".csv"], exact=True).click()  # nothing of it is in the way of another
    expect(page.locator(".st-key-export_download")).to_be_visible(timeout=120_000)
    context.close()


def test_only_what_filters_keep_is_taken_even_when_they_change_after_the_page_is_drawn(page: Page, given: list[dict]):
    lines = [flat(assess(read_answers(each, EDITION), EDITION)) for each in given]
    stage = next(each for each in EDITION.placement.stages if any(line["stage"] == each.id for line in lines))
    kept = [line["name"] for line in lines if line["stage"] == stage.id]

    page.locator(f'[data-chart=standing] button[data-of="{french(stage.label)}"]').click()
    expect(page.locator(".projects tbody th a")).to_have_text(kept)
    with zipfile.ZipFile(io.BytesIO(taken(page, "reports"))) as archive:
        count = len(archive.namelist())
    text = taken(page, ".csv").decode("utf-8-sig")
    synthesis = PdfReader(io.BytesIO(taken(page, "synthesis"))).pages[0].extract_text()

    assert (count, len(text.splitlines()) - 1) == (len(kept), len(kept))
    assert f"choisis ainsi : Étape : {stage.label}." in " ".join(synthesis.split())


@pytest.fixture(name="large")
def _large(kept: tuple[str, Settings, Store], served: tuple[str, Gatherings]) -> OpenedGathering:
    """A gathering of sixty projects that share all, and some deposited again and again, which share a result alone.

    Each of these deposits is kept, and its result worked out in what the owner takes away: that takes seconds.
    """
    store, gatherings = kept[2], served[1]
    terms = Terms(TITLE, "appel", ("project",), None, ("result", "answers"), "Pour la suite.")
    made = gatherings.create(ANYONE, terms, EDITION.id)
    rows = [Given(each, "table", f"l. {line}") for line, each in enumerate(projects(60, EDITION, seed=8))]
    gatherings.add(made.owner, made.gathering.id, rows)
    invitation = gatherings.invited(ANYONE, made.gathering.code, "192.0.2.1")
    answers = (Change("answer", "EXP1", 2), Change("answer", "BES1", 3))
    for _ in range(PEOPLE):
        held = store.create(ANYONE, EDITION.id, digest(SHIPPED / EDITION.id))
        store.save(held.holder, held.holder.dossier, answers, store.read(held.holder, held.holder.dossier).seq)
        for _ in range(AGAIN):
            gatherings.deposit(held.holder, held.holder.dossier, invitation, ("result",), "J'accepte.")
    return made


def test_all_of_a_large_gathering_is_made_with_a_bar_and_whoever_stops_it_may_begin_again(
    served: tuple[str, Gatherings], large: OpenedGathering, browser
):
    (address, gatherings), made = served, large
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/reprendre#{made.token}")
    expect(page.locator("h1").first).to_have_text(french(TITLE))
    ask = page.locator(".st-key-everything_ask button")
    expect(ask).to_have_text(french(of_gatherings.TAKE_AWAY_MANY.format(count=60 + PEOPLE)), timeout=120_000)

    ask.click()
    expect(page.locator(".st-key-everything_making")).to_contain_text(
        french(words.MAKING_FIRST.format(total=60 + PEOPLE))
    )
    page.locator(".st-key-everything_stop button").click()
    expect(page.get_by_text(french(words.STOPPED))).to_be_visible()
    expect(page.locator(".st-key-everything_making")).to_have_count(0)

    ask.click()
    take = page.locator(".st-key-everything button")
    expect(take).to_be_visible(timeout=120_000)
    with page.expect_download(timeout=60_000) as download:
        take.click()
    told = json.loads(download.value.path().read_bytes())
    whole = gatherings.everything(made.owner, made.gathering.id)
    assert told == json.loads(export_gathering(whole, {EDITION.id: EDITION}))
    assert [each["answers"] is None for each in told["projects"]] == [False] * 60 + [True] * (PEOPLE * AGAIN)
    assert Axe().run(page).response["violations"] == []

    # Once something changes, that file is no longer all.
    more = [Given(each, "table", "l. 1") for each in projects(1, EDITION, seed=9)]
    gatherings.add(made.owner, made.gathering.id, more)
    page.reload()
    expect(ask).to_have_text(french(of_gatherings.TAKE_AWAY_MANY.format(count=61 + PEOPLE)), timeout=120_000)
    expect(take).to_have_count(0)
    context.close()
