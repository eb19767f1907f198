"""A seed in, counts out: texts made to break a page, a PDF or a spreadsheet, and what Jalons does with them.

What a person writes is the name of a project and the labels of links. A name is cleaned, then shown on pages as HTML or
Markdown, in the PDF as its title, its head and its metadata, and in the answers attached to it; the exports get names
as they came. The content as a workbook holds no text of such a person.
"""

import csv
import datetime
import io
import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Request, sync_playwright

from assessment.content.shelf import open_edition
from assessment.engine.answers import clean
from assessment.report.document import Report
from assessment.report.pdf import render
from assessment.report.typography import french
from assessment.settings import Settings
from assessment.storage.export import export_csv, export_json
from assessment.storage.kept import Change
from assessment.storage.principals import ANYONE
from assessment.storage.rights import Right
from assessment.storage.store import Store
from bench import served
from bench.chromium import launch
from bench.disk import MEMORY
from bench.hostile_texts import PIECES, hostile_texts
from bench.kills import DIGEST, opened
from bench.table import Row

#: Texts on one page, links of one dossier, and PDFs for one of two pages.
ON_A_PAGE, IN_A_DOSSIER, TWO_PAGES = 100, 40, 20
#: What a spreadsheet may obey.
OBEYED = tuple("=+-@\t\r\0")
#: What a PDF would hold if a text were a link, a script or a picture.
ACTIVE = (b"/URI", b"/JavaScript", b"/Launch", b"/Subtype /Image")
SCRIPT = Path(__file__).with_name("hostile_page.py")
SHOWN, PATIENCE = "Tout est montré.", 60_000
_SEEN = """
() => ({
  words: [...document.querySelectorAll('[data-testid=stRadioOption]')].map((each) => each.innerText),
  failed: document.querySelectorAll('[data-testid=stException]').length,
  active: document.querySelectorAll(
    '[data-testid=stMain] :is(a, img, iframe, script, form, .katex, .stIconMaterial, [data-testid=stIconMaterial])'
  ).length,
})
"""


@dataclass(frozen=True, slots=True)
class Hostile:
    """What *texts* did: *exceptions*, *requests* elsewhere, live *formulas*, texts *obeyed* or said otherwise."""

    texts: int
    exceptions: int = 0
    requests: int = 0
    formulas: int = 0
    obeyed: int = 0


def rows(short: bool) -> list[Row]:
    """10,000 texts; *short*: as many as there are pieces."""
    texts = hostile_texts(len(PIECES) if short else 10_000)
    shown, printed, exported = show_on_pages(texts), print_in_pdf(texts), export(texts)
    control = show_on_pages(texts[:ON_A_PAGE], control=True)
    unharmed = Hostile(len(texts))
    return [
        Row(
            "hostile texts, pages in Chromium",
            f"{shown.texts:,} texts: {shown.exceptions} exceptions, {shown.requests} external requests, {shown.obeyed} "
            f"obeyed or said otherwise (had pages escaped nothing, {control.requests} and {control.obeyed} for "
            f"{control.texts} of them)",
            f"{len(texts):,} texts, 0 of each",
            shown == unharmed and control.requests > 0 and control.obeyed > 0,
        ),
        Row(
            "hostile texts, PDF",
            f"{printed.texts:,} texts: {printed.exceptions} exceptions, {printed.obeyed} with a link, script, picture",
            f"{len(texts):,} texts, 0 of each",
            printed == unharmed,
        ),
        Row(
            "hostile texts, JSON and CSV",
            f"{exported.texts:,} texts: {exported.exceptions} exceptions, {exported.formulas} live formulas, "
            f"{exported.obeyed} files that say otherwise",
            f"{len(texts):,} texts, 0 of each",
            exported == unharmed,
        ),
    ]


def print_in_pdf(texts: Sequence[str]) -> Hostile:
    """A whole PDF for each text as the name of a project; some have a second page, whose head tells the name."""
    exceptions = obeyed = 0
    for number, text in enumerate(texts):
        name = clean(text)
        notices = ("Bonjour. " * 1200,) if number % TWO_PAGES == 0 else ()
        report = Report("Le projet", name or None, datetime.date(2026, 1, 1), "", "", "", None, None, (), (), notices)
        try:
            content = render(report, json.dumps({"subject": {"name": name}}).encode())
        except Exception:  # whatever it is, it is what we count
            exceptions += 1
        else:
            obeyed += any(sign in content for sign in ACTIVE)
    return Hostile(len(texts), exceptions=exceptions, obeyed=obeyed)


def export(texts: Sequence[str]) -> Hostile:
    """Each text as the name of a project and as the label of a link, through the store and out of it."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder, opened(Settings(data=Path(folder))) as store:
        found = [_export(store, texts[at : at + IN_A_DOSSIER]) for at in range(0, len(texts), IN_A_DOSSIER)]
    return Hostile(
        sum(each.texts for each in found),
        exceptions=sum(each.exceptions for each in found),
        formulas=sum(each.formulas for each in found),
        obeyed=sum(each.obeyed for each in found),
    )


def _export(store: Store, texts: Sequence[str]) -> Hostile:
    edition = open_edition()
    try:
        holder = store.create(ANYONE, edition.id, DIGEST).holder
        store.save(holder, holder.dossier, [Change("name", "", text) for text in texts], 0)
        for seq, text in enumerate(texts, start=len(texts)):
            reader = store.share(holder, holder.dossier, Right.ANSWER, 30, text).link
            store.save(type(holder)(holder.dossier, reader.id), holder.dossier, [Change("name", "", text)], seq)
        everything = store.everything(holder, holder.dossier)
        table, data = export_csv(everything, edition), json.loads(export_json(everything, edition))
    except Exception:  # whatever it is, it is what we count
        return Hostile(len(texts), exceptions=1)
    cells = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";"))
    names = [each["value"] for each in data["journal"]]
    return Hostile(
        len(texts),
        formulas=sum(cell.startswith(OBEYED) for row in cells for cell in row),
        obeyed=int({len(row) for row in cells} != {len(cells[0])} or names != [*texts, *texts]),
    )


def show_on_pages(texts: Sequence[str], *, control: bool = False) -> Hostile:
    """Each text as a name on pages of Streamlit, in a Chromium whose every request is noted.

    *control*: as it is, as if the pages escaped nothing.
    """
    elsewhere: list[str] = []
    failed: list[object] = []
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder)) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()

        def _note(request: Request) -> None:
            if not request.url.startswith((server.address, "data:", "blob:")):
                elsewhere.append(request.url)

        page.on("request", _note)
        page.on("pageerror", lambda error: failed.append(error))
        address = f"{server.address}/?of={len(texts)}&control={int(control)}"
        found = [_show(page, address, texts, at) for at in range(0, len(texts), ON_A_PAGE)]
        browser.close()
    return Hostile(
        sum(each.texts for each in found),
        exceptions=sum(each.exceptions for each in found) + len(failed),
        requests=len(elsewhere),
        obeyed=sum(each.obeyed for each in found),
    )


def _show(page: Page, address: str, texts: Sequence[str], at: int) -> Hostile:
    wanted = [_read(text) for text in texts[at : at + ON_A_PAGE] if clean(text)]
    page.goto(f"{address}&at={at}")
    page.get_by_text(SHOWN, exact=True).wait_for(timeout=PATIENCE)
    page.get_by_test_id("stRadioOption").nth(len(wanted) - 1).wait_for(timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    seen = page.evaluate(_SEEN)
    words = [" ".join(each.replace("\u2060", "").split()) for each in seen["words"]]
    changed = sum(said != want for said, want in zip(words, wanted, strict=True))
    return Hostile(len(texts[at : at + ON_A_PAGE]), exceptions=seen["failed"], obeyed=seen["active"] + changed)


def _read(text: str) -> str:
    return " ".join(french(clean(text)).replace("\u2060", "").split())


def _server(folder: Path) -> AbstractContextManager[served.Server]:
    command = [sys.executable, "-m", "streamlit", "run", str(SCRIPT), *served.QUIET, "--server.port"]
    return served._running(command, served.ROOT, folder)
