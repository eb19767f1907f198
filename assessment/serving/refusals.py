"""A request in, a short French refusal out, the same for a page, a file or a websocket handshake."""

from dataclasses import dataclass

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from assessment.report.typography import french
from assessment.serving.counts import Counts


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not let through; *kind* counts it, *wait* is in seconds."""

    kind: str
    status: int
    sentence: str
    wait: int = 0


async def refuse(refusal: Refusal, counts: Counts, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with a refusal and count it."""
    counts.refusal(refusal.kind)
    if scope["type"] == "websocket" and "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008})
        return
    headers = {"Cache-Control": "no-store"}
    if refusal.wait:
        headers["Retry-After"] = str(refusal.wait)
    await PlainTextResponse(french(refusal.sentence), refusal.status, headers)(scope, receive, send)
