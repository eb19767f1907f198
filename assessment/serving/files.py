"""A dossier's name in, a file to take away out, for the browser whose cookie was let into that dossier."""

import datetime
from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from assessment.content.edition import Edition
from assessment.content.shelf import in_use, open_edition
from assessment.errors import AssessmentError
from assessment.report.typography import french
from assessment.serving import wording
from assessment.serving.visits import told
from assessment.settings import VISIT_COOKIE
from assessment.storage.kept import Everything
from assessment.storage.principals import ANYONE

#: All that is kept of a dossier, and its edition -> the bytes of a file; None when there is nothing to write.
Writer = Callable[[Everything, Edition], bytes | None]


def routes_of() -> list[Route]:
    """One route for each file, made anew each time; the last one, for what no route before takes."""
    return [
        *(Route(f"/dossier/{{dossier}}/{name}", _offering(name)) for name in _WRITERS),
        Route("/dossier/{other:path}", _nothing),
    ]


def _nothing(_request: Request) -> Response:
    """Streamlit would answer its own first page."""
    return _sentence(wording.NOTHING_HERE, 404)


def _offering(name: str) -> Callable[[Request], Response]:
    media, write = _WRITERS[name]

    def offer(request: Request) -> Response:
        from assessment.storage.opening import the_store
        from assessment.storage.rights import Refused

        store, dossier = the_store(), request.path_params["dossier"]
        try:
            holder = store.visit(ANYONE, request.cookies.get(VISIT_COOKIE, ""), dossier)
            if holder is None:
                return _sentence(wording.NOT_LET_IN, 404)
            everything = store.everything(holder, dossier)
            content = write(everything, open_edition(everything.dossier.edition, in_use()))
        except Refused as error:
            return _sentence(told(error), 403)
        except AssessmentError as error:
            return _sentence(told(error), 503)
        if content is None:
            return _sentence(wording.NO_REPORT, 404)
        kept = {"Content-Disposition": f'attachment; filename="{wording.FILES[name]}"', "Cache-Control": "no-store"}
        return Response(content, media_type=media, headers=kept)

    return offer


def _json(everything: Everything, edition: Edition) -> bytes:
    from assessment.storage.export import export_json

    return export_json(everything, edition)


def _csv(everything: Everything, edition: Edition) -> bytes:
    from assessment.storage.export import export_csv

    return export_csv(everything, edition)


def _report(everything: Everything, edition: Edition) -> bytes | None:
    """The report of today, with its answers attached; None as long as nothing is answered."""
    from assessment.engine.assess import assess
    from assessment.engine.contract import answer_file
    from assessment.report.pdf import render
    from assessment.report.sections import tell
    from assessment.storage.export import answers_of
    from assessment.storage.installation import issue

    answers = answers_of(everything.dossier, edition)
    if not answers.parts:
        return None
    attachment = issue(answer_file(answers, edition), datetime.datetime.now(datetime.UTC), edition.id)
    return render(tell(assess(answers, edition), datetime.date.today()), attachment)


_WRITERS: Mapping[str, tuple[str, Writer]] = {
    "export.json": ("application/json", _json),
    "export.csv": ("text/csv", _csv),
    "rapport.pdf": ("application/pdf", _report),
}


def _sentence(sentence: str, status: int) -> Response:
    return PlainTextResponse(french(sentence), status, {"Cache-Control": "no-store"})
