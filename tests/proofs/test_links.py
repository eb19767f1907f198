"""Addresses are tried politely, and what comes back is kept in words and read back as content."""

import shutil
import socket
from contextlib import closing
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest
import typer
from typer.testing import CliRunner

from assessment.cli import links as command
from assessment.cli.visits import Visit, visit, visit_all
from assessment.content.links import Link
from assessment.content.shelf import SHIPPED, open_edition

PAGES = {"/page": 200, "/absente": 404, "/partie": 410, "/fermee": 403, "/panne": 503}


class Site(BaseHTTPRequestHandler):
    """A small site: pages by status, redirects, and pages that only GET is given."""

    asked: ClassVar[list[tuple[str, str]]] = []

    def do_HEAD(self) -> None:
        if self.path == "/sans-head":
            self.answer(405)
        else:
            self.do_GET()

    def do_GET(self) -> None:
        if self.path.startswith("/renvoi/"):
            left = int(self.path.rsplit("/", 1)[1])
            self.answer(302, f"/renvoi/{left - 1}" if left else "/page")
        elif self.path == "/ailleurs":
            self.answer(302, "file:///etc/hostname")
        elif self.path == "/ftp":
            self.answer(302, "ftp://127.0.0.1/")
        else:
            self.answer(PAGES.get(self.path, 200))

    def answer(self, status: int, location: str | None = None) -> None:
        self.asked.append((self.command, self.path))
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture(name="site", scope="module")
def _site():
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    Site.asked.clear()


@pytest.mark.parametrize(
    ("page", "answered", "result"),
    [
        ("/page", True, "réponse 200"),
        ("/sans-head", True, "réponse 200"),
        ("/renvoi/4", True, "réponse 200"),
        ("/absente", False, "page absente (réponse 404)"),
        ("/partie", False, "page absente (réponse 410)"),
        ("/fermee", False, "accès refusé (réponse 403)"),
        ("/panne", False, "site en panne (réponse 503)"),
        ("/renvoi/5", False, "plus de 5 renvois"),
        ("/ailleurs", False, "renvoi qui ne mène à aucune page"),
        ("/ftp", False, "renvoi qui ne mène à aucune page"),
    ],
)
def test_what_a_site_answers_is_told_in_words(site, page, answered, result):
    found = visit(site + page, 5)

    assert (found.answered, found.result, found.found) == (answered, result, True)


def test_a_page_that_is_there_is_asked_for_once_without_its_text(site):
    visit(f"{site}/page", 5)

    assert Site.asked == [("HEAD", "/page")]


def test_a_page_refused_without_its_text_is_asked_for_with_it(site):
    visit(f"{site}/sans-head", 5)

    assert Site.asked == [("HEAD", "/sans-head"), ("GET", "/sans-head")]


def test_a_port_that_nobody_listens_to_refuses():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    found = visit(f"http://127.0.0.1:{port}/", 5)

    assert (found.answered, found.result, found.found) == (False, "connexion refusée", True)


def test_a_site_that_says_nothing_is_left_after_the_time_given():
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        found = visit(f"http://127.0.0.1:{silent.getsockname()[1]}/", 0.2)

    assert (found.answered, found.result, found.found) == (False, "silence après 0,2 s", True)


def test_a_site_that_does_not_speak_http_is_unreadable():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:

        def talk() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"\xff\x00 bonjour\r\n\r\n")

        thread = Thread(target=talk)
        thread.start()
        found = visit(f"http://127.0.0.1:{server.getsockname()[1]}/", 5)
        thread.join()

    assert (found.answered, found.result) == (False, "réponse illisible")


@pytest.mark.parametrize(
    ("address", "result", "found"),
    [
        ("http://rien.invalid/", "nom de site introuvable, ou réseau coupé", False),
        ("file:///etc/hostname", "ce n'est pas une adresse http ou https", True),
        ("http://[", "ce n'est pas une adresse http ou https", True),
        ("http://exemple .fr/", "réponse illisible", True),
    ],
)
def test_an_address_that_leads_nowhere_is_told(address, result, found):
    assert visit(address, 5) == Visit(address, answered=False, result=result, found=found)


def test_answers_come_in_the_order_of_the_addresses(site):
    asked = tuple(site + page for page in ("/absente", "/page", "/renvoi/2", "/panne", "/page"))

    assert [found.address for found in visit_all(asked, 5)] == list(asked)


def test_the_file_reads_back_as_content(tmp_path, site):
    root = shutil.copytree(SHIPPED, tmp_path / "questionnaires")
    day = date(2026, 11, 24)
    seen = visit(f"{site}/page", 5)
    quoted = Visit('https://exemple.fr/"été": #1', answered=False, result="connexion refusée")

    (root / "links.yaml").write_text(command.written((seen, quoted), day), encoding="utf-8")

    assert open_edition(root=root).links.links == (
        Link(address=seen.address, checked=day, answered=True, result="réponse 200"),
        Link(address=quoted.address, checked=day, answered=False, result="connexion refusée"),
    )


@pytest.fixture(name="run")
def _run(tmp_path):
    """The command on a copy of the content whose only addresses are these."""

    def go(*addresses):
        root = tmp_path / "questionnaires"
        shutil.copytree(SHIPPED, root)
        for path in (root / "catalogue").glob("*.yaml"):
            lines = path.read_text(encoding="utf-8").splitlines()
            path.write_text("\n".join(without_addresses(lines)) + "\n", encoding="utf-8")
        first = root / "catalogue" / "centres.yaml"
        told = iter(addresses)
        text = "".join(
            line + (f"    address: {next(told, '')}\n" if line.startswith("    kind: ") else "")
            for line in first.read_text(encoding="utf-8").splitlines(keepends=True)
        )
        first.write_text(text.replace("    address: \n", ""), encoding="utf-8")
        app = typer.Typer()
        app.command()(command.links)
        return root, CliRunner().invoke(app, ["--folder", str(root), "--timeout", "5"])

    return go


def without_addresses(lines):
    """The lines of a catalogue file, those of addresses left out."""
    among_others = False
    for line in lines:
        among_others = line.strip() == "other_addresses:" or (among_others and line.strip().startswith("- http"))
        if not among_others and not line.strip().startswith("address:"):
            yield line


def test_the_command_writes_what_came_back_and_tells_what_did_not(run, site):
    root, told = run(f"{site}/page", f"{site}/absente")

    assert (told.exit_code, told.stdout.splitlines()) == (
        0,
        [
            f"2 adresses essayées : 1 répondent, 1 non. Écrit dans {root / 'links.yaml'}.",
            f"  {site}/absente : page absente (réponse 404)",
        ],
    )
    assert [(link.address, link.answered) for link in open_edition(root=root).links.links] == [
        (f"{site}/page", True),
        (f"{site}/absente", False),
    ]


def test_without_network_nothing_is_written(run):
    root, told = run("http://rien.invalid/", "http://vide.invalid/")

    assert (told.exit_code, told.stderr) == (
        2,
        "réseau : aucun site n'a pu être trouvé. Rien n'est écrit ; essayez ailleurs.\n",
    )
    assert not (root / "links.yaml").exists()
