"""One server with two gatherings in, how long a filter takes out: from the click to the page that shows what it keeps.

One holds fifty projects, the other five thousand; both are looked at in turn, in two tabs of one browser. Time is
taken inside the page, from the click to the moment when counts and rows are there and the script run is over; bytes
are those that come by the websocket, before any compression.
"""

import statistics
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, WebSocket, expect, sync_playwright

from bench.chromium import launch
from bench.projects import gather
from bench.served import Server, jalons
from bench.table import Row

FEW, MANY = 50, 5_000
#: The page of many is updated in at most so many times the time of few; a filter sends at most so many bytes.
TIMES_AT_MOST, BYTES_AT_MOST = 2.0, 20 * 1024
#: Milliseconds of rest before each click, and seconds that many projects may take at first.
REST, PATIENCE = 150, 400

_CLICK = """
async ([number, rest]) => {
  const app = document.querySelector('[data-testid=stApp]');
  const frame = document.querySelector('[data-portfolio]');
  await new Promise((go) => setTimeout(go, rest));
  const buttons = [...frame.querySelectorAll('.charts td [data-n]')];
  const chosen = buttons[number % buttons.length];
  const before = frame.dataset.filled, pressed = chosen.getAttribute('aria-pressed');
  return new Promise((done, failed) => {
    const clock = setTimeout(() => failed(new Error('no update in 20 seconds')), 20000);
    const observer = new MutationObserver(() => {
      if (frame.dataset.filled === before || chosen.getAttribute('aria-pressed') === pressed) return;
      if (app.getAttribute('data-test-script-state') !== 'notRunning') return;
      const took = performance.now() - started;
      clearTimeout(clock);
      observer.disconnect();
      done(took);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    const started = performance.now();
    chosen.click();
  });
}
"""


@dataclass
class Looked:
    """A tab at a portfolio, and what came to it by the websocket: bytes of each message."""

    page: Page
    came: list[int] = field(default_factory=list)

    def hear(self, socket: WebSocket) -> None:
        """Count what comes."""
        socket.on("framereceived", lambda told: self.came.append(len(told)))

    def click(self, number: int) -> tuple[float, int]:
        """Pick a count, or leave it again: milliseconds until the page shows it, and bytes that came."""
        self.page.bring_to_front()
        before = len(self.came)
        took = self.page.evaluate(_CLICK, [number, REST])
        return took, sum(self.came[before:])


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians in milliseconds, the median of the ratios of each round, and the most bytes that one filter sent."""

    few: float
    many: float
    ratio: float
    most_bytes: int


def measure(rounds: int = 5, clicks: int = 20, many: int = MANY) -> Figures:
    """Pick counts of both portfolios, in turn."""
    with ExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="jalons-bench-")))
        opened = [gather(count, data) for count in (FEW, many)]
        server = stack.enter_context(jalons(data))
        server.wait_until_loaded()
        browser = launch(stack.enter_context(sync_playwright()))
        tabs = _tabs(browser, server, [(each.gathering.id, each.token) for each in opened])
        for tab in tabs:
            for number in range(6):
                tab.click(number)
        taken = [[_round(tab, turn, clicks) for tab in tabs] for turn in range(rounds)]
        browser.close()
    times = [[took for took, _ in each] for each in taken]
    few, most = (statistics.median(column) for column in zip(*times, strict=True))
    ratio = statistics.median(row[1] / row[0] for row in times)
    return Figures(few, most, ratio, max(came for each in taken for _, came in each))


def rows(short: bool) -> list[Row]:
    """The figures, and whether they hold."""
    found = measure(rounds=1, clicks=6, many=500) if short else measure()
    return [
        Row(
            "portfolio, click on a filter to page updated in Chromium, 5,000 projects; the same page with 50",
            f"{found.ratio:.2f} times ({found.many:.0f} ms to {found.few:.0f} ms)",
            f"at most {TIMES_AT_MOST:.0f} times",
            found.ratio <= TIMES_AT_MOST,
        ),
        Row(
            "portfolio, sent to the browser for a filter, the largest",
            f"{found.most_bytes / 1024:.1f} KiB",
            f"at most {BYTES_AT_MOST // 1024} KiB",
            found.most_bytes <= BYTES_AT_MOST,
        ),
    ]


def _tabs(browser: Browser, server: Server, opened: Sequence[tuple[str, str]]) -> list[Looked]:
    """A tab at each portfolio, worked out and at rest."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tabs = []
    for gathering, token in opened:
        tab = Looked(context.new_page())
        tab.page.on("websocket", tab.hear)
        tab.page.goto(f"{server.address}/reprendre#{token}")
        expect(tab.page.locator("h1").first).to_have_text("Appel à projets", timeout=60_000)
        tab.page.goto(f"{server.address}/portfolio?c={gathering}")
        expect(tab.page.locator("[data-filled]")).to_be_attached(timeout=PATIENCE * 1000)
        expect(tab.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        tabs.append(tab)
    return tabs


def _round(tab: Looked, turn: int, clicks: int) -> tuple[float, int]:
    """Median of so many clicks, and the most bytes that one sent; two filters are on at most."""
    took = [tab.click(number) for number in (turn + place // 2 for place in range(clicks))]
    return statistics.median(each for each, _ in took), max(came for _, came in took)
