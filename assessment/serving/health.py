"""Routes for whoever runs the server: is it well, and how much does it do."""

from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from assessment.errors import StorageError
from assessment.report.typography import french
from assessment.serving import wording
from assessment.serving.counts import Counts
from assessment.serving.limits import address_of
from assessment.serving.origins import is_loopback
from assessment.storage.kept import Figures
from assessment.storage.principals import ANYONE, OPERATOR

#: What tells that a proxy passed a request on.
FORWARDED = ("x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip", "forwarded", "via")


def routes_of(counts: Counts) -> list[Route]:
    """Health for a watching program, figures for the operator on this machine."""

    def measure(request: Request) -> Response:
        if not is_loopback(address_of(request.scope)) or any(name in request.headers for name in FORWARDED):
            return PlainTextResponse(french(wording.NOTHING_HERE), 404)
        from assessment.storage.opening import the_store

        try:
            kept = the_store().figures(OPERATOR)
        except StorageError:
            kept = None
        text = "\n".join([*_measured(counts), *_kept(kept), "# EOF", ""])
        return Response(text, media_type="application/openmetrics-text; version=1.0.0; charset=utf-8", headers=_FRESH)

    return [Route("/sante", _tell_health), Route("/metriques", measure)]


_FRESH = {"Cache-Control": "no-store"}


def _tell_health(_request: Request) -> Response:
    from assessment.storage.opening import the_store

    try:
        the_store().visits(ANYONE, "")
    except StorageError:
        return JSONResponse({"status": "unavailable", "version": version("jalons")}, 503, _FRESH)
    return JSONResponse({"status": "ok", "version": version("jalons")}, headers=_FRESH)


def _measured(counts: Counts) -> list[str]:
    return [
        *_family("jalons_sessions", "gauge", "Sessions that are open", {"": counts.sessions}),
        *_family("jalons_requests", "counter", "Requests let through", _by_kind(counts.requests)),
        *_family("jalons_refusals", "counter", "Requests refused", _by_kind(counts.refusals)),
        *_family("jalons_errors", "counter", "Unexpected errors", {"": counts.errors}),
    ]


def _kept(kept: Figures | None) -> list[str]:
    lines = _family("jalons_store_up", "gauge", "Whether the store answers", {"": int(kept is not None)})
    if kept is not None:
        lines += _family("jalons_dossiers", "gauge", "Dossiers kept", {"": kept.dossiers})
        lines += _family("jalons_drafts", "gauge", "Dossiers whose result was never seen", {"": kept.drafts})
        lines += _family("jalons_answers", "gauge", "Entries of all journals", {"": kept.entries})
        lines += _family("jalons_gatherings", "gauge", "Gatherings kept", {"": kept.gatherings})
        lines += _family("jalons_projects", "gauge", "Projects of all gatherings", {"": kept.projects})
    return lines


def _by_kind(counted: dict[str, int]) -> dict[str, int]:
    return {f'{{kind="{kind}"}}': count for kind, count in sorted(counted.items())}


def _family(name: str, kind: str, told: str, values: dict[str, int]) -> list[str]:
    sample = f"{name}_total" if kind == "counter" else name
    return [
        f"# TYPE {name} {kind}",
        f"# HELP {name} {told}.",
        *(f"{sample}{at} {value}" for at, value in values.items()),
    ]
