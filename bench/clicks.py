"""Three servers and one browser in, how long a click takes out: from the answer given to the page that shows it kept.

Time is taken inside the page (observed.py).
"""

import statistics
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from playwright.sync_api import Page, expect, sync_playwright

from bench.chromium import launch
from bench.observed import rests, timed
from bench.served import Server, hello, jalons
from bench.table import Row
from bench.visitors import OPTIONS, QUESTIONS

#: At most so many times the hello world with our settings, and with the settings Streamlit has by itself.
OURS_AT_MOST, STOCK_AT_MOST = 2.5, 0.6
#: An option of a question, and the sign that changes once its answer was taken; without one, a run has to begin.
_SETUP = """
  const [number, option, sign] = given;
  const told = () => sign && [...document.querySelectorAll(sign)].map((each) => each.outerHTML).join();
  const box = () => document.querySelectorAll(option)[number - 1];
  const before = told();
  let ran = false;
"""
_DRAWN = "(ran ||= sign ? told() !== before : !resting()) && box().querySelector('input').checked"


@dataclass(frozen=True, slots=True)
class Clicks:
    """Medians of rounds, in milliseconds, and medians of the ratios of each round."""

    jalons: float
    ours: float
    stock: float
    to_ours: float
    to_stock: float


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions on a page: the options of each, and the sign that changes once an answer was taken."""

    page: Page
    questions: tuple[str, ...]
    sign: str

    def click(self, turn: int) -> float:
        """Give the answer number *turn*, never the one given before; milliseconds until the page has it."""
        round_, place = divmod(turn, len(self.questions))
        given = 1 + round_ % OPTIONS, self.questions[place], self.sign
        return timed(self.page, "box()", _DRAWN, *given, setup=_SETUP)

    def times(self, clicks: int) -> float:
        """Median of so many clicks."""
        self.page.bring_to_front()
        return statistics.median(self.click(turn) for turn in range(clicks))


def measure(rounds: int = 5, clicks: int = 36) -> Clicks:
    """Click on Jalons, on a hello world with its settings and on one with stock settings, in turn."""
    with ExitStack() as stack:
        servers = (
            stack.enter_context(jalons()),
            stack.enter_context(hello("heavy", stock=False)),
            stack.enter_context(hello("heavy", stock=True)),
        )
        servers[0].wait_until_loaded()
        playwright = stack.enter_context(sync_playwright())
        browser = launch(playwright)
        pages = [browser.new_context(viewport={"width": 1280, "height": 900}).new_page() for _ in servers]
        opening = (_open_jalons, open_hello, open_hello)
        asked = [open_(page, server) for open_, page, server in zip(opening, pages, servers, strict=True)]
        for each in asked:
            each.times(OPTIONS * len(each.questions))
        taken = [[each.times(clicks) for each in asked] for _ in range(rounds)]
        browser.close()
    return _medians(taken)


def rows(short: bool) -> list[Row]:
    """The figures, and whether they hold."""
    found = measure(rounds=1, clicks=9) if short else measure()
    said = f"{found.jalons:.0f} ms"
    return [
        Row(
            "answer, click to page updated in Chromium, save included; hello world with the same imports and settings",
            f"{found.to_ours:.2f} times ({said} to {found.ours:.0f} ms)",
            f"at most {OURS_AT_MOST} times",
            found.to_ours <= OURS_AT_MOST,
        ),
        Row(
            "the same; hello world with the same imports and stock settings",
            f"{found.to_stock:.2f} times ({said} to {found.stock:.0f} ms)",
            f"at most {STOCK_AT_MOST} times",
            found.to_stock <= STOCK_AT_MOST,
        ),
    ]


def _medians(taken: Sequence[Sequence[float]]) -> Clicks:
    each = [statistics.median(column) for column in zip(*taken, strict=True)]
    ratios = (statistics.median(took[0] / took[place] for took in taken) for place in (1, 2))
    return Clicks(*each, *ratios)


def _open_jalons(page: Page, server: Server) -> Asked:
    """A person who has come to a screen of the project questionnaire."""
    page.goto(server.address)
    main = page.get_by_test_id("stMain")
    main.get_by_role("button", name="Commencer", exact=True).first.click()
    heading = page.locator("h1")
    expect(heading).to_have_text("Votre contexte", timeout=30_000)
    while not page.locator(_options(QUESTIONS[0])).count():
        before = heading.inner_text()
        main.get_by_role("button", name="Suivant", exact=True).click()
        expect(heading).not_to_have_text(before)
        rests(page)
    return Asked(page, tuple(_options(each) for each in QUESTIONS), "p.saved .nth")


def _options(question: str) -> str:
    return f".st-key-box_answer_{question} .option"


def open_hello(page: Page, server: Server) -> Asked:
    """A person who has come to the hello world."""
    page.goto(server.address)
    expect(page.get_by_text("Answer None")).to_be_visible(timeout=30_000)
    rests(page)
    return Asked(page, ("[data-testid=stRadioOption]",), "[data-testid=stMain] [data-testid=stMarkdown]")
