"""Settings in, the ASGI application out: Streamlit's own, with what surrounds it. An unsafe installation gets none."""

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import NoReturn, TypedDict

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.routing import BaseRoute
from streamlit.starlette import App

from assessment.errors import Problem, StorageError
from assessment.serving import (
    configuration,
    doctor,
    everywhere,
    failures,
    files,
    health,
    language,
    schemas,
    visits,
    wording,
)
from assessment.serving.closed import OpenPaths
from assessment.serving.configuration import ENTRY
from assessment.serving.counts import Counts
from assessment.serving.headers import SecurityHeaders, policy_for
from assessment.serving.limits import LARGEST_BODY, Limits
from assessment.serving.origins import Origins
from assessment.serving.purging import purging
from assessment.serving.warming import warm
from assessment.settings import Settings, read_settings
from assessment.storage.opening import claim

#: Exit code of an installation that somebody has to mend.
UNSAFE = 2


class Surroundings(TypedDict):
    """What `App` takes beside the script of the pages."""

    routes: list[BaseRoute]
    middleware: list[Middleware]
    lifespan: Callable[[App], object]
    on_script_error: Callable[[Exception], bool]


def application() -> App:
    """The application; ends the process with the reasons when the installation is not safe."""
    return App(ENTRY, **surroundings())


def surroundings() -> Surroundings:
    """What surrounds the pages; ends the process with the reasons when the installation is not safe.

    This is before any server listens, whoever starts it and with whatever options: an application that does not exist
    cannot be served.
    """
    configuration.load()
    problems = doctor.examine_all()
    if problems:
        _stop(problems)
    settings = read_settings()
    _claim(settings)
    failures.quieten()
    return _surrounding(settings, Counts())


def _claim(settings: Settings) -> None:
    try:
        claim(settings)
    except StorageError as error:
        _stop(error.problems)


def _surrounding(settings: Settings, counts: Counts) -> Surroundings:
    page = language.first_page()
    return Surroundings(
        routes=[
            *health.routes_of(counts),
            *visits.routes_of(settings),
            *files.routes_of(),
            *schemas.routes_of(),
            *everywhere.routes_of(everywhere.script(), everywhere.sheet()),
            *language.routes_of(page),
        ],
        # The outermost first: every answer has the headers; nothing costs anything before origin, path and rate.
        middleware=[
            Middleware(SecurityHeaders, settings=settings, policy=policy_for(page)),
            Middleware(failures.Failures, counts=counts),
            Middleware(Origins, settings=settings, counts=counts),
            Middleware(OpenPaths, counts=counts),
            Middleware(RequestBodyLimitMiddleware, max_body_size=LARGEST_BODY),
            Middleware(Limits, counts=counts),
        ],
        lifespan=_lifespan(counts),
        on_script_error=failures.script_failure(counts),
    )


def _lifespan(counts: Counts) -> Callable[[App], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def live(_app: App) -> AsyncIterator[None]:
        await run_in_threadpool(warm)
        async with purging(counts):
            yield

    return live


def _stop(problems: tuple[Problem, ...]) -> NoReturn:
    count = wording.ONE_POINT if len(problems) == 1 else wording.POINTS.format(count=len(problems))
    lines = [wording.NOT_STARTED.format(count=count), *map(str, problems)]
    sys.stderr.write("\n".join(lines) + "\n")
    sys.stderr.flush()
    raise SystemExit(UNSAFE)
