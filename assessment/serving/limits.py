"""Requests in; those of an address or a session that asks too much are told to wait.

A training room of 40 people shares one address, and everybody may reload at once: every number leaves room for that.
What is remembered is bounded, and an address is never written down.
"""

import time
from collections import Counter

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.report.typography import french
from assessment.serving import wording
from assessment.serving.closed import UPLOADS, kind_of
from assessment.serving.counts import Counts
from assessment.serving.refusals import Refusal, refuse
from assessment.serving.windows import Clock, Window
from assessment.storage.network import network_of

#: Bytes of one body: a file of 5 MB (server.maxUploadSize) and what surrounds it. Streamlit keeps files in memory.
LARGEST_BODY = 6 * 1024 * 1024
#: Websocket handshakes of one address in a minute: 40 people who load the page three times.
HANDSHAKES, MINUTE = 120, 60
#: Websockets of one address at once: 40 people with seven tabs; a thousand idle ones cost 43 MB.
SESSIONS = 300
#: Files of one session in five minutes: a funder imports two hundred at once, and perhaps all of them again.
FILES, FIVE_MINUTES = 440, 300
#: Bytes given by one address in five minutes: one largest file for each of 40 people.
VOLUME = 200 * 1024 * 1024
#: Requests about dossiers of one address in a minute: 40 people who open their links, and some twice. A report is a
#: second's work.
ACTS = 60


class Limits:
    """Lets through what one address, or one session, may reasonably ask for."""

    def __init__(self, app: ASGIApp, counts: Counts, clock: Clock = time.monotonic) -> None:
        self._app, self._counts = app, counts
        self._open: Counter[str] = Counter()
        self._handshakes = Window(HANDSHAKES, MINUTE, clock)
        self._files = Window(FILES, FIVE_MINUTES, clock)
        self._volume = Window(VOLUME, FIVE_MINUTES, clock)
        self._acts = Window(ACTS, MINUTE, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        kind = kind_of(scope["type"], scope["path"]) if scope["type"] in ("http", "websocket") else None
        if kind == "session":
            await self._connect(scope, receive, send)
        elif kind == "upload" and scope["method"] == "PUT":
            await self._take_file(scope, receive, send)
        elif kind == "dossier":
            wait = self._acts.take(address_of(scope))
            await self._pass_or_wait("acts", wait, scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _connect(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = address_of(scope)
        wait = MINUTE if self._open[address] >= SESSIONS else self._handshakes.take(address)
        self._open[address] += 1
        self._counts.sessions += 1
        try:
            await self._pass_or_wait("sessions", wait, scope, receive, send)
        finally:
            self._counts.sessions -= 1
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]

    async def _take_file(self, scope: Scope, receive: Receive, send: Send) -> None:
        address, session = address_of(scope), scope["path"].removeprefix(UPLOADS).split("/")[0]
        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdecimal() or int(declared) > LARGEST_BODY:
            await self._app(scope, receive, send)  # refused there, unread
            return
        wait = self._files.take(session) or self._volume.take(address, int(declared))

        async def weighed() -> Message:
            """A body that does not say its size is weighed as it comes."""
            message = await receive()
            amount = len(message.get("body", b"")) if declared == "0" else 0
            if amount and (late := self._volume.take(address, amount)):
                self._counts.refusal("files")
                raise HTTPException(429, french(wording.TOO_MANY), {"Retry-After": str(late)})
            return message

        await self._pass_or_wait("files", wait, scope, weighed, send)

    async def _pass_or_wait(self, kind: str, wait: int, scope: Scope, receive: Receive, send: Send) -> None:
        if wait:
            await refuse(Refusal(kind, 429, wording.TOO_MANY, wait), self._counts, scope, receive, send)
        else:
            await self._app(scope, receive, send)


def address_of(scope: Scope) -> str:
    """What stands for whoever asks: an IPv4 address, or the network of an IPv6 one, which one person has whole.

    >>> address_of({"client": ("2001:db8::1", 5000)})
    '2001:db8::/64'
    """
    return network_of((scope.get("client") or ("", 0))[0])
