"""Streamlit's first page in, the same page in French and under our mark out, at the address of every page.

Its own says that it is in English, to screen readers too, and sends programs to an interface that is closed here. Ours
brings the script and the style sheet of every page, below Streamlit's own styles so that ours win.
"""

import html
import re
from pathlib import Path
from urllib.parse import quote

import streamlit
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from assessment.report.typography import french
from assessment.serving import everywhere, wording

#: The page that every installed Streamlit serves.
INSTALLED = Path(streamlit.__file__).parent / "static" / "index.html"
#: The mark of the browser's tab. A script could set it too, but Streamlit would import numpy and PIL for it.
MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M4 16h24" stroke="#2347a5" stroke-width="3"/>'
    '<circle cx="6" cy="16" r="4" fill="#2347a5"/><circle cx="17" cy="16" r="6.5" fill="#b5480c"/>'
    '<circle cx="28" cy="16" r="3" fill="#fff" stroke="#2347a5" stroke-width="2"/></svg>'
)
_CHANGES = (
    (re.compile(r'<html lang="[^"]*">'), '<html lang="fr">'),
    (re.compile(r'<link rel="shortcut icon"[^>]*>'), f'<link rel="icon" href="data:image/svg+xml,{quote(MARK)}">'),
    (re.compile(r"<title>.*?</title>", re.DOTALL), f"<title>{wording.WINDOW}</title>"),
    (
        re.compile(r"<noscript>.*?</noscript>", re.DOTALL),
        f"<noscript><p>{html.escape(french(wording.NO_SCRIPT))}</p></noscript>",
    ),
    (re.compile(r"<!--\s*Machine-readable.*?<link rel=\"service-desc\"[^>]*>", re.DOTALL), ""),
)


def in_french(page: str) -> str:
    """The first page in French; raises LookupError when Streamlit's page has become another one."""
    brought = (re.compile("</body>"), f"{_brought()}</body>")
    for pattern, replacement in (*_CHANGES, brought):
        page, count = pattern.subn(lambda _, text=replacement: text, page)
        if count != 1:
            raise LookupError(f"{INSTALLED} has {count} times {pattern.pattern}")
    return page


def _brought() -> str:
    style, script = everywhere.sheet().address, everywhere.script().address
    return f'<link rel="stylesheet" href="{style}"><script type="module" src="{script}"></script>'


def first_page() -> str:
    """The first page of the installed Streamlit, in French."""
    return in_french(INSTALLED.read_text(encoding="utf-8"))


def routes_of(page: str) -> list[Route]:
    """The routes that answer *page* at the address of every page; the last ones, they take what is left."""
    content = page.encode()
    register_url_convertor("page", _PageName())

    async def answer(_request: Request) -> Response:
        return HTMLResponse(content, headers={"Cache-Control": "no-cache"})

    return [Route("/", answer), Route("/{page:page}", answer)]


class _PageName(StringConvertor):
    """What the address of a page looks like; a file has a dot."""

    regex = "[a-z][a-z0-9_-]*"
