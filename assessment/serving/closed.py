"""Requests in; whatever a page in a browser does not need is not there.

Streamlit serves more than its pages use: counts of sessions, an interface for programs, sign-in routes, files of
components that we do not have. What is new in another version stays closed until somebody opens it here.
"""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from assessment.serving import wording
from assessment.serving.counts import Counts
from assessment.serving.refusals import Refusal, refuse

#: The websocket that every page lives on.
STREAM = "/_stcore/stream"
#: Where the pages put a file that somebody gives.
UPLOADS = "/_stcore/upload_file/"
#: What is asked of a dossier outside the pages.
DOSSIERS = "/dossier/"
#: What a page asks for while it opens.
OPENING = frozenset({"/_stcore/health", "/_stcore/host-config"})
#: A page, or the page of a private link.
_PAGE = re.compile(r"/([a-z][a-z0-9_-]*)?")
_OF_THE_OPERATOR = frozenset({"/sante", "/metriques"})
#: Path -> kind, the first that fits.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("opening", re.compile("|".join(map(re.escape, sorted(OPENING))))),
    ("upload", re.compile(re.escape(UPLOADS) + r"[^/]+/[^/]+")),
    ("file", re.compile(r"/static/.+|/favicon\.png|/jalons\.(js|css)|/schema/reponses\.json")),
    ("media", re.compile(r"/media/[^/]+")),
    ("dossier", re.compile(DOSSIERS + r"(entrer|quitter|[A-Za-z0-9_-]+/(export\.json|export\.csv|rapport\.pdf))")),
    ("operator", re.compile("|".join(map(re.escape, sorted(_OF_THE_OPERATOR))))),
    ("page", _PAGE),
)


class OpenPaths:
    """ASGI middleware: lets through what is known, and counts it by kind."""

    def __init__(self, app: ASGIApp, counts: Counts) -> None:
        self._app, self._counts = app, counts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        kind = kind_of(scope["type"], scope["path"])
        if kind is None:
            await refuse(Refusal("path", 404, wording.NOTHING_HERE), self._counts, scope, receive, send)
            return
        self._counts.request(kind)
        await self._app(scope, receive, send)


def kind_of(protocol: str, path: str) -> str | None:
    """What kind of thing is asked for; None for what is not served.

    >>> kind_of("http", "/result"), kind_of("http", "/_stcore/metrics")
    ('page', None)
    """
    if protocol == "websocket":
        return "session" if path == STREAM else None
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(path)), None)
