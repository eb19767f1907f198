"""An address in, what it answers out: the only place of ours that goes out on the network, and never for an answer."""

import http.client
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from typing import IO
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

#: Visits at once: sites of small associations are not to be hurried.
AT_ONCE = 4
REDIRECTS = 5
#: Some sites refuse whoever gives no name.
NAME = "Jalons/link-check"

ANSWERS = "réponse {status}"
ABSENT = "page absente (réponse {status})"
REFUSED = "accès refusé (réponse {status})"
BROKEN = "site en panne (réponse {status})"
NOT_FOUND = "nom de site introuvable, ou réseau coupé"
CLOSED = "connexion refusée"
SILENT = "silence après {seconds} s"
UNSAFE = "certificat de sécurité refusé"
TOO_FAR = "plus de {redirects} renvois"
ASTRAY = "renvoi qui ne mène à aucune page"
UNREADABLE = "réponse illisible"
NOT_AN_ADDRESS = "ce n'est pas une adresse http ou https"


@dataclass(frozen=True)
class Visit:
    """Whether a page came back, and what the site said in French.

    *status*: the answer's number, None for none; *found*: whether the site's name led anywhere.
    """

    address: str
    answered: bool
    result: str
    status: int | None = None
    found: bool = True


class _Redirects(request.HTTPRedirectHandler):
    """Follows a few redirects, to http and https only."""

    max_redirections = REDIRECTS
    max_repeats = REDIRECTS

    def redirect_request(
        self, req: request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> request.Request | None:
        if not _is_one(newurl):
            raise HTTPError(newurl, code, ASTRAY, headers, fp)
        followed = super().redirect_request(req, fp, code, msg, headers, newurl)
        if followed is not None:
            followed.method = req.get_method()  # a HEAD stays a HEAD: no page is fetched to be thrown away
        return followed


def visit_all(addresses: tuple[str, ...], timeout: float) -> tuple[Visit, ...]:
    """Visit every address, few at a time, in the order given; *timeout* in seconds for each step of a visit."""
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        return tuple(pool.map(lambda address: visit(address, timeout), addresses))


def visit(address: str, timeout: float) -> Visit:
    """Ask for an address without its page, then with it where that is not answered; never raises."""
    if not _is_one(address):
        return Visit(address, answered=False, result=NOT_AN_ADDRESS)
    first = _asked(address, "HEAD", timeout)
    # Some sites answer nothing but GET; one that is silent or away is not asked twice.
    return first if first.answered or first.status is None else _asked(address, "GET", timeout)


def _asked(address: str, method: str, timeout: float) -> Visit:
    opener = request.OpenerDirector()
    handlers = (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        request.HTTPErrorProcessor(),
        _Redirects(),
    )
    for handler in handlers:
        opener.add_handler(handler)
    try:
        asked = request.Request(address, method=method, headers={"User-Agent": NAME})
        with opener.open(asked, timeout=timeout) as answer:
            return Visit(address, answered=True, result=ANSWERS.format(status=answer.status), status=answer.status)
    except HTTPError as error:
        error.close()
        return Visit(address, answered=False, result=_refusal(error), status=error.code)
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        return Visit(address, answered=False, result=_failure(reason, timeout), found=not _no_name(reason))


def _is_one(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False


def _refusal(error: HTTPError) -> str:
    status = error.code
    if 300 <= status < 400:
        looping = error.msg.startswith(request.HTTPRedirectHandler.inf_msg)
        return TOO_FAR.format(redirects=REDIRECTS) if looping else ASTRAY
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return ABSENT.format(status=status)
    return (BROKEN if status >= HTTPStatus.INTERNAL_SERVER_ERROR else REFUSED).format(status=status)


def _no_name(reason: object) -> bool:
    return isinstance(reason, socket.gaierror)


def _failure(reason: object, timeout: float) -> str:
    if _no_name(reason):
        return NOT_FOUND
    if isinstance(reason, TimeoutError):
        return SILENT.format(seconds=f"{timeout:g}".replace(".", ","))
    if isinstance(reason, ssl.SSLError):
        return UNSAFE
    return CLOSED if isinstance(reason, ConnectionRefusedError) else UNREADABLE
