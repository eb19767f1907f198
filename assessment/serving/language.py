"""Streamlit's first page in, the same page in French out, at the address of every page.

Its own says that it is in English, to screen readers too, and sends programs to an interface that is closed here.
"""

import html
import re
from pathlib import Path

import streamlit
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from assessment.report.typography import french
from assessment.serving import wording

#: The page that every installed Streamlit serves.
INSTALLED = Path(streamlit.__file__).parent / "static" / "index.html"
_CHANGES = (
    (re.compile(r'<html lang="[^"]*">'), '<html lang="fr">'),
    (re.compile(r"<title>.*?</title>", re.DOTALL), f"<title>{wording.WINDOW}</title>"),
    (
        re.compile(r"<noscript>.*?</noscript>", re.DOTALL),
        f"<noscript><p>{html.escape(french(wording.NO_SCRIPT))}</p></noscript>",
    ),
    (re.compile(r"<!--\s*Machine-readable.*?<link rel=\"service-desc\"[^>]*>", re.DOTALL), ""),
)


def in_french(page: str) -> str:
    """The first page in French; raises LookupError when Streamlit's page has become another one."""
    for pattern, replacement in _CHANGES:
        page, count = pattern.subn(lambda _, text=replacement: text, page)
        if count != 1:
            raise LookupError(f"{INSTALLED} has {count} times {pattern.pattern}")
    return page


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
