"""An edition's name in, the JSON Schema of its answer files out: for programs that read what a report carries."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from assessment.content.shelf import in_use, open_edition
from assessment.errors import AssessmentError
from assessment.report.typography import french
from assessment.serving import wording

#: Where the schema of an edition is found; without a name, that of the current one.
ADDRESS = "/schema/reponses.json"


def routes_of() -> list[Route]:
    """The one route, made anew each time."""
    return [Route(ADDRESS, _schema)]


def _schema(request: Request) -> Response:
    from assessment.engine.answer_schema import answer_schema  # whoever waits for a first page needs none

    try:
        edition = open_edition(request.query_params.get("edition"), in_use())
    except AssessmentError:
        return PlainTextResponse(french(wording.NOTHING_HERE), 404)
    return JSONResponse(answer_schema(edition), media_type="application/schema+json")
