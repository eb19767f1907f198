"""A private link in, a cookie out: a browser enters a dossier or a gathering, or leaves it.

The link's secret stands behind « # »: no browser sends that part, so it is in no address, log or Referer. The page at
/reprendre erases it from the address bar, then posts it, and is told which page shows what it opens. Opening that page
does nothing by itself, so that programs which open the links of a message do no harm. The cookie's value is another
secret, made here.
"""

import secrets
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from assessment.errors import AssessmentError, StorageError
from assessment.report.typography import french
from assessment.serving import wording
from assessment.serving.limits import address_of
from assessment.serving.resuming import resuming_page
from assessment.settings import VISIT_COOKIE, Settings
from assessment.storage.principals import ANYONE, Guest, Holder, Owner

#: Bytes of a request: a token is 32 signs, the name of a dossier or of a gathering fewer.
LARGEST = 500
#: What a link opens -> its name in the answer, that the page of /reprendre makes an address of.
OPENED = {Holder: "dossier", Owner: "gathering", Guest: "invited"}
#: Seconds: what the store waits for after ten links that do not work.
AFTER_TRIES = 300


def routes_of(settings: Settings) -> list[Route]:
    """The routes of the private links."""
    small = [Middleware(RequestBodyLimitMiddleware, max_body_size=LARGEST)]

    async def enter(request: Request) -> Response:
        token = await _read(request, "token")
        if token is None:
            return _sentence(wording.NOT_UNDERSTOOD, 400)
        return await run_in_threadpool(_enter, request, token, settings.visit_hours * 3600)

    async def leave(request: Request) -> Response:
        dossier, gathering = await _read(request, "dossier"), await _read(request, "gathering")
        if (dossier is None) == (gathering is None):
            return _sentence(wording.NOT_UNDERSTOOD, 400)
        return await run_in_threadpool(_leave, request, dossier, gathering)

    return [
        Route("/reprendre", _resume),
        Route("/dossier/entrer", enter, methods=["POST"], middleware=small),
        Route("/dossier/quitter", leave, methods=["POST"], middleware=small),
    ]


async def _resume(_request: Request) -> Response:
    page, policy = resuming_page(secrets.token_urlsafe(16))
    return HTMLResponse(page, headers={"Content-Security-Policy": policy, "Cache-Control": "no-store"})


def _enter(request: Request, token: str, seconds: int) -> Response:
    from assessment.storage.links import LinkRefused, TooManyTries
    from assessment.storage.opening import the_gatherings

    before = request.cookies.get(VISIT_COOKIE, "")
    session = secrets.token_urlsafe(32)  # always a new one: the one before may have been put there by somebody else
    try:
        found = the_gatherings().enter(ANYONE, token, session, address_of(request.scope), before)
    except TooManyTries:
        return _sentence(wording.TOO_MANY_TRIES, 429, {"Retry-After": str(AFTER_TRIES)})
    except LinkRefused:
        return _sentence(wording.WRONG_LINK, 404)
    except StorageError as error:
        return _unavailable(error)
    name = found.dossier if isinstance(found, Holder) else found.gathering
    answer = JSONResponse({OPENED[type(found)]: name}, headers={"Cache-Control": "no-store"})
    # « Secure » is put on every cookie once the request came through https.
    answer.set_cookie(VISIT_COOKIE, session, max_age=seconds, path="/", httponly=True, samesite="strict")
    return answer


def _leave(request: Request, dossier: str | None, gathering: str | None) -> Response:
    from assessment.storage.opening import the_gatherings, the_store

    session = request.cookies.get(VISIT_COOKIE, "")
    answer = Response(status_code=204, headers={"Cache-Control": "no-store"})
    try:
        store, gatherings = the_store(), the_gatherings()
        if session and dossier is not None and (holder := store.visit(ANYONE, session, dossier)):
            store.leave(holder, dossier, session)
        if session and gathering is not None and (there := gatherings.visit(ANYONE, session, gathering)):
            gatherings.leave(there, gathering, session)
        if not session or not (store.visits(ANYONE, session) or gatherings.visits(ANYONE, session)):
            answer.delete_cookie(VISIT_COOKIE, path="/", httponly=True, samesite="strict")
    except StorageError as error:
        return _unavailable(error)
    return answer


def told(error: AssessmentError) -> str:
    """The sentences of every problem."""
    sentences = (f"{each.what} {each.remedy}".strip() for each in error.problems)
    return " ".join(each[:1].upper() + each[1:] for each in sentences)


def _unavailable(error: StorageError) -> Response:
    return _sentence(told(error), 503)


async def _read(request: Request, name: str) -> str | None:
    """The one text of a small JSON object; None for anything else."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return None
    try:
        given: Any = await request.json()
    except (ValueError, RecursionError):
        return None
    value = given.get(name) if isinstance(given, dict) else None
    return value if isinstance(value, str) and value.isascii() and value else None


def _sentence(sentence: str, status: int, headers: dict[str, str] | None = None) -> Response:
    return JSONResponse({"message": french(sentence)}, status, {"Cache-Control": "no-store", **(headers or {})})
