"""Content that somebody is writing, shown by `jalons serve --preview`: the page follows, nobody clicks."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from assessment.content.shelf import SHIPPED


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped content."""
    return shutil.copytree(SHIPPED, tmp_path_factory.mktemp("written") / "questionnaires")


@pytest.fixture(name="page", scope="module")
def _page(
    serving: Callable, folder: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The first page of a server that previews the copy."""
    with serving(tmp_path_factory.mktemp("previewed"), folder) as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.get_by_text("Aperçu du contenu en cours d’écriture.")).to_be_visible()
        yield page
        page.close()


@pytest.fixture(name="written")
def _written(folder: Path) -> Callable:
    """Save a file with one text changed, and as it was again afterwards."""

    @contextmanager
    def written(name: str, before: str, after: str) -> Iterator[None]:
        path = next(folder.glob(f"*/{name}"))
        content = path.read_text(encoding="utf-8")
        assert before in content
        path.write_text(content.replace(before, after, 1), encoding="utf-8")
        yield
        path.write_text(content, encoding="utf-8")

    return written


def test_a_file_that_is_saved_is_shown_without_a_click(page: Page, written: Callable):
    with written("project.yaml", "\nminutes: 12", "\nminutes: 40"):
        expect(page.get_by_text("De votre projet (41")).to_be_visible()

    expect(page.get_by_text("De votre projet (13")).to_be_visible()


def test_what_is_wrong_is_told_with_its_line_until_it_is_mended(page: Page, written: Callable):
    with written("needs.yaml", "needs:", "colour: red\nneeds:"):
        problems = page.get_by_role("alert")
        expect(problems).to_contain_text("Le contenu de Jalons est à corriger")
        expect(problems).to_contain_text("colour")
        expect(problems).to_contain_text("ligne ")
        expect(page.get_by_text("Traceback")).to_have_count(0)

    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()


def test_what_the_review_finds_is_listed_with_its_count(page: Page, written: Callable):
    with written("examples.yaml", " stage: conception", " stage: essaimage"):
        title = page.get_by_text("La relecture trouve 1 point à corriger")
        expect(title).to_be_visible(timeout=40_000)
        title.click()
        expect(page.locator(".st-key-preview li")).to_contain_text("essaimage")
        expect(page.locator(".st-key-preview li")).to_contain_text("examples.yaml, ligne ")
