"""A server and a browser in, how long the programme of forty people takes to appear out: from a wish to the page.

The wish is another number of days, so that a programme is chosen, saved and drawn anew. It is held against the bare
rerun of the same page: drawn again, as when a connection comes back, with nothing to choose and nothing to save. What
everybody answered is worked out once, when the page is first opened. Time is taken inside the page, as for clicks.
"""

import statistics
from contextlib import ExitStack
from dataclasses import dataclass

from playwright.sync_api import Error, Page, expect, sync_playwright

from assessment.content.shelf import open_edition
from assessment.settings import Settings
from assessment.storage.gathered import Given, Terms
from assessment.storage.opening import gatherings_of, open_store
from assessment.storage.principals import ANYONE
from bench.chromium import launch
from bench.observed import rests, timed
from bench.served import Server, jalons
from bench.table import Row

#: At most so many times the bare rerun; how many people.
AT_MOST, PEOPLE = 2.0, 40

_SETUP = """
  const [place] = given;
  const days = () => document.querySelectorAll('.timetable > section').length;
  const seq = () => document.querySelector('p.saved .nth')?.textContent;
  const before = seq();
  let ran = false;
  new MutationObserver(() => { ran = true; }).observe(app, { attributeFilter: ['data-test-script-state'] });
"""
#: A wish is there once it was saved and so many days are drawn; a bare rerun, once it has begun, however short it is.
_WISH = "document.querySelectorAll('.st-key-wish_length [data-testid=stRadioOption]')[place]"
_WISHED = "seq() !== before && days() === place"
_AGAIN, _DRAWN = "document.querySelector('.st-key-draw_again button')", "ran"


@dataclass(frozen=True, slots=True)
class Shown:
    """Medians of rounds in milliseconds, and the median of the ratios of each round."""

    programme: float
    bare: float
    ratio: float


def measure(rounds: int = 5, clicks: int = 12) -> Shown:
    """Wish for three, two, one day, and draw the same page again, in turn."""
    with ExitStack() as stack:
        server = stack.enter_context(jalons())
        server.wait_until_loaded()
        browser = launch(stack.enter_context(sync_playwright()))
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        _open(page, server)
        _wished(page, 6)
        taken = [(_wished(page, clicks), _drawn_again(page, clicks)) for _ in range(rounds)]
        browser.close()
    programme, bare = (statistics.median(column) for column in zip(*taken, strict=True))
    return Shown(programme, bare, statistics.median(one / two for one, two in taken))


def rows(short: bool) -> list[Row]:
    """The figure, and whether it holds."""
    found = measure(rounds=1, clicks=3) if short else measure()
    return [
        Row(
            f"programme of {PEOPLE} people, wish to page updated in Chromium, save included; the same page drawn again",
            f"{found.ratio:.2f} times ({found.programme:.0f} ms to {found.bare:.0f} ms)",
            f"at most {AT_MOST:.0f} times",
            found.ratio <= AT_MOST,
        )
    ]


def _open(page: Page, server: Server) -> None:
    """A coach who comes by the private link of a gathering of forty."""
    edition, settings = open_edition(), Settings(data=server.data)
    store = open_store(settings)
    gatherings = gatherings_of(store, settings)
    terms = Terms("Groupe", "groupe", ("project", "organisation", "doors"), None, ("result", "answers"), "Pour vous.")
    made = gatherings.create(ANYONE, terms, edition.id)
    cases = [each.given for each in edition.examples]
    people = [
        {"version": 1, "edition": edition.id, **cases[place % len(cases)], "subject": {"name": f"Personne {place + 1}"}}
        for place in range(PEOPLE)
    ]
    gatherings.add(made.owner, made.gathering.id, [Given(each, "unverified", "banc") for each in people])
    store.database.close()
    page.goto(f"{server.address}/reprendre#{made.token}")
    page.get_by_role("button", name="Composer le programme").click(timeout=30_000)
    expect(page.locator(".timetable")).to_be_visible(timeout=30_000)
    rests(page)


def _wished(page: Page, clicks: int) -> float:
    """Median of so many wishes: three, two, one day in turn."""
    return statistics.median(timed(page, _WISH, _WISHED, 3 - turn % 3, setup=_SETUP) for turn in range(clicks))


def _drawn_again(page: Page, clicks: int) -> float:
    """Median of so many bare reruns; one so short that the page never showed that it ran is taken again."""
    return statistics.median(_again(page) for _ in range(clicks))


def _again(page: Page, tries: int = 3) -> float:
    try:
        return timed(page, _AGAIN, _DRAWN, 0, setup=_SETUP)
    except Error:
        if not tries:
            raise
        return _again(page, tries - 1)
