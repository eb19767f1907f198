"""A page and a click in, the milliseconds out until what it leads to is drawn: taken inside the page itself.

The page is drawn once the script run that the click caused is over, nothing of the run before is left, and what was
expected is there. A click waits until the page has rested, as people do, so that none pays for the one before.
"""

from playwright.sync_api import Page, expect

#: Milliseconds of rest before each click.
REST = 150

_SCRIPT = """
async ([rest, ...given]) => {
  const app = document.querySelector('[data-testid=stApp]');
  const resting = () => app.getAttribute('data-test-script-state') === 'notRunning';
  await new Promise((go) => setTimeout(go, rest));
  SETUP
  const clicked = CLICKED;
  return new Promise((done, failed) => {
    const clock = setTimeout(() => failed(new Error('nothing drawn in 20 seconds')), 20000);
    const observer = new MutationObserver(() => {
      const there = DRAWN;
      if (!there || !resting() || document.querySelector('[data-stale=true]')) return;
      const took = performance.now() - started;
      clearTimeout(clock);
      observer.disconnect();
      done(took);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    const started = performance.now();
    clicked.click();
  });
}
"""


def timed(page: Page, clicked: str, drawn: str, *given: object, setup: str = "") -> float:
    """Milliseconds from a click to what it leads to.

    *clicked*, *drawn*: expressions of the browser's language, the element to click and whether the page is as it will
    be; *drawn* is looked at with every change of the page. Both know *given* and what the lines of *setup* set.
    """
    script = _SCRIPT.replace("SETUP", setup).replace("CLICKED", clicked).replace("DRAWN", drawn)
    return page.evaluate(script, [REST, *given])


def rests(page: Page) -> None:
    """Wait until the page is at rest."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("[data-stale=true]")).to_have_count(0)
