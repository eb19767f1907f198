"""A server of the pages, a real browser, and short ways to do with them what a person does."""

import json
import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from assessment.content.edition import Edition
from assessment.content.examples import Example
from bench.chromium import launch

ROOT = Path(__file__).parents[2]
JALONS = Path(sys.executable).with_name("jalons")
#: The heading of the first page.
HEADING = "Où en est votre projet, et que faire ensuite\u202f?"
expect.set_options(timeout=30_000)


@pytest.fixture(name="address", scope="session")
def _address(serving: Callable, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages are served, on this machine only."""
    with serving(tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture(name="serving", scope="session")
def _serving() -> Callable[..., AbstractContextManager[str]]:
    """How to serve the pages."""
    return _served


@contextmanager
def _served(folder: Path, content: Path | None = None) -> Iterator[str]:
    """A server of the pages that keeps its data in *folder*; *content* is what it previews."""
    installation = Installation(folder, content)
    try:
        installation.start()
        yield installation.address
    finally:
        installation.stop()


class Installation:
    """Jalons on a port of this machine, with a data folder of its own; it can be killed and started again."""

    def __init__(self, folder: Path, content: Path | None = None) -> None:
        self.data, self._log, self._content = folder / "data", folder / "log", content
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://localhost:{self.port}"

    def start(self) -> None:
        command = [JALONS, "serve", "--port", str(self.port), "--data", self.data]
        environment = {**os.environ, "JALONS_CONTENT": str(self._content or "")}
        with self._log.open("ab") as log:
            self.server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        while not _answers(f"{self.address}/sante"):
            _wait_a_little(self.server)

    def kill(self) -> None:
        """End it as a power cut would end the process."""
        self.server.kill()
        self.server.wait(timeout=20)

    def stop(self) -> None:
        self.server.terminate()
        self.server.wait(timeout=20)

    def says(self) -> str:
        """What it wrote to its log."""
        return self._log.read_text(encoding="utf-8")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return response.status == 200
    except OSError:  # refused, or silent for too long
        return False


def _wait_a_little(server: subprocess.Popen) -> None:
    """Wait, unless the server ended, which is a failure."""
    try:
        code = server.wait(timeout=0.2)
    except subprocess.TimeoutExpired:
        return
    pytest.fail(f"the server ended with code {code}")


@pytest.fixture(name="browser", scope="session")
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(name="arriving", scope="session")
def _arriving(browser: Browser, address: str) -> Callable[..., "Visitor"]:
    """Someone new at the first page, before a screen of some width."""

    def arrive(width: int = 1280) -> Visitor:
        context = browser.new_context(viewport={"width": width, "height": 900})
        return Visitor(context.new_page(), address)

    return arrive


@pytest.fixture(name="installation", scope="module")
def _installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Installation"]:
    """A server that tests may kill."""
    installation = Installation(tmp_path_factory.mktemp("installation"))
    try:
        installation.start()
        yield installation
    finally:
        installation.stop()


@pytest.fixture(name="arriving_at")
def _arriving_at(browser: Browser) -> Iterator[Callable[["Installation"], "Visitor"]]:
    """Someone new at the first page of an installation, with a browser of their own."""
    contexts = []

    def arrive(installation: "Installation") -> Visitor:
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 900}))
        return Visitor(contexts[-1].new_page(), installation.address)

    yield arrive
    for context in contexts:
        context.close()


@pytest.fixture(name="another_tab")
def _another_tab() -> Callable[["Visitor", str], "Visitor"]:
    """The same person's next tab, at the same screen."""
    return lambda visitor, heading: Visitor(visitor.page.context.new_page(), visitor.page.url, heading)


@pytest.fixture(name="second_tab")
def _second_tab(answered: "Visitor", another_tab: Callable[["Visitor", str], "Visitor"]) -> Iterator["Visitor"]:
    """The second tab of whoever answered."""
    tab = another_tab(answered, "Besoin et publics")
    yield tab
    tab.page.close()


@pytest.fixture(name="visitor")
def _visitor(arriving: Callable[..., "Visitor"]) -> Iterator["Visitor"]:
    """Someone who has just arrived."""
    visitor = arriving()
    yield visitor
    visitor.page.close()


@pytest.fixture(name="example", scope="session")
def _example(edition: Edition) -> Example:
    """Archetype F03: a trial is done, nothing is written."""
    return next(each for each in edition.examples if each.name.startswith("F03"))


class Visitor:
    """A person at the browser: every act waits for what it leads to."""

    def __init__(self, page: Page, address: str, heading: str = HEADING) -> None:
        self.page, self.saved = page, []
        self.page.goto(address)
        self.sees(heading)

    def sees(self, heading: str) -> None:
        # On a slow machine the heading of the screen before stays beside it for a moment.
        expect(self.page.locator("h1").first).to_have_text(heading)
        self.sees_all()

    def sees_all(self) -> None:
        """Wait until nothing of the screen before is left."""
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        expect(self.page.locator("[data-stale=true]")).to_have_count(0)

    def presses(self, name: str) -> None:
        main = self.page.get_by_test_id("stMain")
        button, link = (main.get_by_role(role, name=name, exact=True) for role in ("button", "link"))
        button.or_(link).first.click()

    def follows(self, name: str) -> None:
        """Follow a link of the menu."""
        self.page.get_by_role("link", name=name, exact=True).click()

    def starts(self) -> None:
        self.presses("Commencer")
        self.sees("Votre contexte")

    def moves(self, name: str, heading: str) -> None:
        """Press « Suivant » or « Précédent » and arrive."""
        self.presses(name)
        self.sees(heading)

    def goes_on(self) -> str:
        """Press « Suivant », and the heading of the screen that comes."""
        before = self.page.locator("h1").first.inner_text()
        self.presses("Suivant")
        expect(self.page.locator("h1").first).not_to_have_text(before)
        self.sees_all()
        return self.page.locator("h1").inner_text()

    def options(self, question: str) -> Locator:
        """Its radio buttons; their key changes when answers come from another tab."""
        keyed = self.page.locator(f".st-key-box_answer_{question}, [class*='st-key-box_answer_{question}_']")
        return keyed.locator(".option")

    def chooses(self, question: str, number: int) -> None:
        self.notes_what_is_saved()
        self.options(question).nth(number - 1).click()
        expect(self.options(question).nth(number - 1).locator("input")).to_be_checked()

    def ticks(self, question: str, option: str) -> None:
        self.page.locator(f".st-key-ticks_{question}").get_by_text(option, exact=True).click()

    def chosen(self, question: str) -> int | None:
        """The number of the option that shows as chosen."""
        boxes = self.options(question).locator("input")
        expect(self.page.locator(f"[data-asked='answer {question}'][data-told]")).to_be_attached()
        checked = [place for place, each in enumerate(boxes.all(), start=1) if each.is_checked()]
        return checked[0] if checked else None

    def drops(self, content: bytes | dict, name: str = "reponses.json") -> None:
        """Drop an answer file on the first page."""
        content = content if isinstance(content, bytes) else json.dumps(content).encode()
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        self.page.locator("input[type=file]").set_input_files(files=[file])

    def resumes(self, content: bytes | dict) -> None:
        self.drops(content)
        expect(self.page.get_by_text("Vos réponses sont reprises.")).to_be_visible()

    def picks(self, box: str, words: str) -> None:
        """Type some words in a list of choices, and take the first one that has them."""
        field = self.page.locator(f".st-key-{box}").get_by_role("combobox")
        field.click()
        field.press_sequentially(words)
        choice = self.page.get_by_role("option").filter(has_text=words).first
        choice.click()
        expect(self.page.get_by_role("option")).to_have_count(0)
        self.sees_all()

    def opens_result(self) -> None:
        self.follows("Résultat")
        expect(self.page.get_by_text("Toutes vos réponses")).to_be_visible()
        self.sees_all()

    def line(self, section: str, place: int = 0) -> Locator:
        """A line of a section of the result."""
        return self.page.locator(f".part.{section} .line").nth(place)

    def notes_what_is_saved(self) -> None:
        """Remember the saves that the page tells of, so that a new one is known from them."""
        self.saved = self.page.locator(".saved .nth").all_text_contents()

    def is_told_saved(self) -> None:
        """Wait until the page tells of a save that it had not told of."""
        expect(self.page.locator(".saved .done").first).to_have_text(re.compile("^Enregistré à [0-9]{2}:[0-9]{2}$"))
        self.page.wait_for_function(
            """(before) => [...document.querySelectorAll('.saved .nth')]
                 .some((each) => !before.includes(each.textContent))""",
            arg=self.saved,
        )
        self.sees_all()

    def is_let_in(self) -> None:
        """Wait until this browser may come back without its link."""
        while not any(each["name"] == "jalons_visite" for each in self.page.context.cookies()):
            self.page.wait_for_timeout(50)

    def private_link(self) -> str:
        """The link shown on « Mon dossier »."""
        self.follows("Mon dossier")
        self.sees("Mon dossier")
        field = self.page.locator(".st-key-link_mine").get_by_label("Le lien à garder")
        expect(field).to_have_value(re.compile("/reprendre#.{32}$"))
        return field.input_value()

    def comes_by(self, link: str) -> None:
        """Follow a private link to the first page."""
        self.page.goto(link)
        self.sees(HEADING)

    def downloads(self, button: str, folder: Path) -> Path:
        with self.page.expect_download() as download:
            self.presses(button)
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        return path
