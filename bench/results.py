"""Two servers and one browser in, how long a whole result takes to be drawn out: from the click to the page at rest.

The result is that of a whole answer: project, organisation and doors. It is looked at again, as every click on its page
and every way back to it does; and a result that was never drawn is looked at for the first time.
"""

import json
import statistics
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, product
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

from assessment.content.edition import Edition
from assessment.content.shelf import open_edition
from bench.chromium import launch
from bench.clicks import open_hello
from bench.observed import rests, timed
from bench.served import Server, hello, jalons
from bench.table import Row

AT_MOST = 3.0

_CLICKED = "[...document.querySelectorAll(given[0])].find((each) => each.innerText.includes('résultat'))"
_WAYS = ".st-key-underway :is(a, button)"
_DRAWN = "document.querySelector('.stations') && document.querySelector('.plot') && document.querySelector('.answers')"
_SIZE = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  const of = (each) => main.querySelectorAll(each).length;
  return [of('[data-testid=stElementContainer]'), of('*'), Math.round(main.outerHTML.length / 1024)];
}"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Medians of rounds in milliseconds: a result again, a *first* one, the hello world; medians of their ratios; and
    how large the page is: Streamlit's elements, all elements, KiB of markup."""

    again: float
    first: float
    hello: float
    ratio: float
    first_ratio: float
    size: tuple[int, int, int]


def measure(rounds: int = 5, clicks: int = 9) -> Drawn:
    """Go to the result and back, and click on a hello world with the same imports and settings, in turn."""
    with ExitStack() as stack:
        ours, other = stack.enter_context(jalons()), stack.enter_context(hello("heavy", stock=False))
        ours.wait_until_loaded()
        browser = launch(stack.enter_context(sync_playwright()))
        pages = [browser.new_context(viewport={"width": 1280, "height": 900}).new_page() for _ in range(2)]
        given = answers(open_edition())
        _arrive(pages[0], ours, next(given))
        asked = open_hello(pages[1], other)
        again, first = (lambda: _again(pages[0])), (lambda: _first(pages[0], next(given)))
        first()
        _times(again, 3)
        asked.times(clicks)
        taken = [(_times(again, clicks), _times(first, clicks), asked.times(clicks)) for _ in range(rounds)]
        size = _size(pages[0])
        browser.close()
    medians = (statistics.median(column) for column in zip(*taken, strict=True))
    ratios = (statistics.median(took[place] / took[2] for took in taken) for place in (0, 1))
    return Drawn(*medians, *ratios, size)


def answers(edition: Edition) -> Iterator[Mapping[str, Any]]:
    """Answer files, each with other answers than the one before: those of a whole answer, two of them changed."""
    whole = next(each.given for each in edition.examples if {"project", "organisation", "doors"} <= set(each.given))
    first, second = [each for each in whole["project"]["answers"] if edition.questions[each].kind == "one"][-2:]
    choices = (range(1, len(edition.questions[name].choices) + 1) for name in (first, second))
    for values in cycle(product(*choices)):
        project = {
            **whole["project"],
            "answers": {**whole["project"]["answers"], **dict(zip((first, second), values, strict=True))},
        }
        yield {**whole, "project": project}


def rows(short: bool) -> list[Row]:
    """The figures, and whether they hold."""
    found = measure(rounds=1, clicks=3) if short else measure()
    elements, all_elements, size = found.size
    return [
        Row(
            "whole result, click to page drawn in Chromium; hello world with the same imports and settings",
            f"{found.ratio:.2f} times ({found.again:.0f} ms to {found.hello:.0f} ms); "
            f"{elements} elements of Streamlit, {all_elements:,} in all, {size} KiB",
            f"at most {AT_MOST:.0f} times",
            found.ratio <= AT_MOST,
        ),
        Row(
            "the same, of answers that were never assessed",
            f"{found.first_ratio:.2f} times ({found.first:.0f} ms)",
            f"at most {AT_MOST:.0f} times",
            found.first_ratio <= AT_MOST,
        ),
    ]


def _arrive(page: Page, server: Server, given: Mapping[str, Any]) -> None:
    """A person who comes back with an answer file, at the first page."""
    page.goto(server.address)
    expect(page.locator("h1")).to_be_visible(timeout=30_000)
    _drop(page, given)


def _drop(page: Page, given: Mapping[str, Any]) -> None:
    """Take up answers: nobody has seen their result, so that a button leads to it, by what is to be reread."""
    content = json.dumps(given).encode()
    page.locator("input[type=file]").set_input_files(
        {"name": "reponses.json", "mimeType": "application/json", "buffer": content}
    )
    expect(page.locator(".st-key-underway :is(a, button)").filter(has_text="résultat")).to_be_visible(timeout=30_000)
    rests(page)


def _first(page: Page, given: Mapping[str, Any]) -> float:
    """To the result of answers that nobody saw."""
    _go_home(page)
    _drop(page, given)
    return timed(page, _CLICKED, _DRAWN, _WAYS)


def _again(page: Page) -> float:
    """Back to the first page, and to the same result."""
    _go_home(page)
    return timed(page, _CLICKED, _DRAWN, _WAYS)


def _go_home(page: Page) -> None:
    page.bring_to_front()
    page.get_by_role("link", name="Accueil").first.click()
    expect(page.locator(".st-key-underway")).to_be_visible(timeout=30_000)
    rests(page)


def _times(go: Callable[[], float], clicks: int) -> float:
    """Median of so many ways."""
    return statistics.median(go() for _ in range(clicks))


def _size(page: Page) -> tuple[int, int, int]:
    """How large the result is that the page shows."""
    rests(page)
    return tuple(page.evaluate(_SIZE))
