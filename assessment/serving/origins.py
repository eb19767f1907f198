"""Requests in; those that name another host, come from another site or reach another interface are refused.

Streamlit looks up this machine's public address, on the Internet and without letting anybody else through meanwhile,
for each handshake of an unknown origin: such a handshake must never reach it. It also takes handshakes without an
origin and from any port of localhost; a browser always sends its origin, so that we do not.
"""

import ipaddress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from assessment.serving import wording
from assessment.serving.counts import Counts
from assessment.serving.refusals import Refusal, refuse
from assessment.settings import Settings

#: Names of this machine for itself.
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
#: Methods that change nothing, and that a link on another site may use.
HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})
_PORTS = {"http": 80, "https": 443}


class Origins:
    """Lets through what comes from our own pages, at this machine's names or at the public address."""

    def __init__(self, app: ASGIApp, settings: Settings, counts: Counts) -> None:
        self._app, self._counts = app, counts
        self._public = origin_of(settings.address)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] not in ("http", "websocket") or (refusal := self._refusal(scope)) is None:
            await self._app(scope, receive, send)
        else:
            await refuse(refusal, self._counts, scope, receive, send)

    def _refusal(self, scope: Scope) -> Refusal | None:
        headers = Headers(scope=scope)
        server, port = scope.get("server") or (None, None)
        if port is not None and not is_loopback(server):
            return Refusal("interface", 421, wording.OUTSIDE)
        hosts = headers.getlist("host")
        ours = self._origin(hosts[0], port) if len(hosts) == 1 else None
        if ours is None:
            return Refusal("host", 421, wording.ANOTHER_ADDRESS)
        origins = headers.getlist("origin")
        acts = scope["type"] == "websocket" or scope["method"] not in HARMLESS
        if (origins or acts) and origins != [ours]:
            return Refusal("origin", 403, wording.ANOTHER_SITE)
        if acts and headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return Refusal("origin", 403, wording.ANOTHER_SITE)
        return None

    def _origin(self, host: str, port: int | None) -> str | None:
        """The origin that a page at *host* has, if we are at that host."""
        host = host.lower()
        if self._public and host == urlsplit(self._public).netloc:
            return self._public
        usual = LOOPBACK if port == _PORTS["http"] else ()
        return f"http://{host}" if host in (*usual, *(f"{name}:{port}" for name in LOOPBACK)) else None


def origin_of(address: str) -> str:
    """The origin that browsers send for a public address.

    >>> origin_of("https://Jalons.example.org:443")
    'https://jalons.example.org'
    """
    parts = urlsplit(address)
    if not parts.hostname:
        return ""
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    is_usual = parts.port in (None, _PORTS.get(parts.scheme))
    return f"{parts.scheme}://{name}" if is_usual else f"{parts.scheme}://{name}:{parts.port}"


def is_loopback(address: str) -> bool:
    """Whether an address is this machine's own."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
