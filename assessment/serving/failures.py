"""Unexpected errors in, a number for the person out; neither a trace nor a message reaches a page or a log."""

import html
import logging
import threading
from collections.abc import Callable
from functools import cache

import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.report.typography import french
from assessment.serving import wording
from assessment.serving.counts import Counts
from assessment.serving.traces import keep, tell

#: What uvicorn writes of handshakes: with addresses, or once more for a refusal that was answered.
UNWANTED = ('"WebSocket %s"', "returned without completing handshake")
_LOG = logging.getLogger("jalons")


class Failures:
    """What our routes, or Streamlit's, let fall becomes a number."""

    def __init__(self, app: ASGIApp, counts: Counts) -> None:
        self._app, self._counts = app, counts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        sent: set[str] = set()

        async def noted(message: Message) -> None:
            sent.add(message["type"])
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception as error:
            if scope["type"] == "lifespan":
                raise
            number = number_of(error, self._counts)
            if scope["type"] == "websocket":
                if "websocket.close" not in sent:
                    await send({"type": "websocket.close", "code": 1011})
            elif not sent:
                sentence = french(wording.UNEXPECTED.format(number=number))
                await PlainTextResponse(sentence, 500, {"Cache-Control": "no-store"})(scope, receive, send)
            else:
                raise ConnectionAbortedError from None  # the answer is cut: the server must close the connection


def script_failure(counts: Counts) -> Callable[[Exception], bool]:
    """What a page shows instead of the trace of its script."""

    def show(error: Exception) -> bool:
        number = number_of(error, counts)
        sentences = f"{wording.UNEXPECTED.format(number=number)} {wording.KEPT_ANYWAY}"
        st.html(
            f'<section class="problems" role="alert"><h1>{html.escape(french(wording.UNEXPECTED_TITLE))}</h1>'
            f"<p>{html.escape(french(sentences))}</p>"
            f'<p><a href="/" target="_self">{html.escape(french(wording.TO_JALONS))}</a></p></section>'
        )
        return True

    return show


def number_of(error: BaseException, counts: Counts) -> str:
    """Keep and count an error, say its number in the log."""
    counts.error()
    number = keep(error)
    _LOG.error("Erreur imprévue : %s (%s)", number, type(error).__name__)
    return number


@cache
def quieten() -> None:
    """Let no log record or thread of this process tell what an exception says: it may quote an answer or a link."""
    made_before = logging.getLogRecordFactory()

    def record(*given: object, **named: object) -> logging.LogRecord:
        made = made_before(*given, **named)
        if made.name == "asyncio" and made.levelno >= logging.WARNING:  # it writes what its tasks held
            made.msg, made.args = "asyncio", ()
        if made.exc_info and isinstance(made.exc_info[1], BaseException):
            made.exc_text, made.exc_info = "\n".join(tell(made.exc_info[1])), None
        return made

    def thread_failed(given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            _LOG.error("Erreur imprévue : %s", keep(given.exc_value))

    logging.setLogRecordFactory(record)
    threading.excepthook = thread_failed
    # Both write addresses of visitors, and what is after « ? »; one complains of each handshake that is refused.
    logging.getLogger("uvicorn.access").disabled = True
    logging.getLogger("uvicorn.error").addFilter(lambda made: not any(each in str(made.msg) for each in UNWANTED))
