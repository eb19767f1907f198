"""The browser of tests and benches: Debian's own, quiet and without a window."""

from playwright.sync_api import Browser, Playwright

PROGRAM = "/usr/bin/chromium"
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launch(playwright: Playwright) -> Browser:
    """A browser; whoever asks for it closes it."""
    return playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
