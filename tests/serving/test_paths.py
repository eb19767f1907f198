"""What is there, what is not, and in which language."""

import re

import pytest
from servers import visiting

from assessment.serving.closed import kind_of
from assessment.serving.language import first_page

CLOSED = [
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/bidi-components/x/y.js",
    "/_stcore/stream",
    "/_stcore/",
    "/%5fstcore/metrics",
    "/result/_stcore/metrics",
    "/component/x/index.html",
    "/app/static/x.html",
    "/auth/login",
    "/manifest.json",
    "/dossier/x/autre.txt",
]


NO_SCRIPT = "Jalons a besoin de JavaScript\u00a0: autorisez-le pour ce site, puis rechargez la page."


@pytest.mark.parametrize("path", CLOSED)
def test_what_no_page_needs_is_not_there(server, path):
    assert (server.get(path).status, server.get(path).text) == (404, "Il n’y a rien à cette adresse.")


@pytest.mark.parametrize("path", ["/_stcore/agent/mcp", "/autre"])
def test_no_other_websocket_is_there(server, path):
    assert server.knock(path) == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "page"),
        ("/result", "page"),
        ("/reprendre", "page"),
        ("/_stcore/host-config", "opening"),
        ("/_stcore/upload_file/a/b", "upload"),
        ("/_stcore/upload_file/a", None),
        ("/static/js/x.js", "file"),
        ("/jalons.js", "file"),
        ("/jalons.py", None),
        ("/media/x.pdf", "media"),
        ("/dossier/entrer", "dossier"),
        ("/dossier/a-b_c/export.csv", "dossier"),
        ("/dossier", "page"),
        ("/sante", "operator"),
    ],
)
def test_what_is_there_has_a_kind(path, kind):
    assert kind_of("http", path) == kind


@pytest.mark.parametrize("path", ["/", "/result", "/about"])
def test_every_page_says_that_it_is_in_french(server, path):
    answer = server.get(path)

    assert answer.text == first_page()
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert re.findall(r'<html lang="(.*?)">', answer.text) == ["fr"]
    assert re.findall("<title>(.*?)</title>", answer.text) == ["Jalons"]
    assert re.findall("<noscript>(.*?)</noscript>", answer.text) == [f"<p>{NO_SCRIPT}</p>"]
    assert "agent" not in answer.text


def test_a_page_asked_for_without_its_content_says_the_same_length(server):
    answer = server.ask("HEAD", "/")

    assert (int(answer.headers["content-length"]), answer.body) == (len(first_page().encode()), b"")


def test_no_answer_tells_which_sites_may_command_the_pages(server):
    assert '"allowedOrigins":[]' in server.get("/_stcore/host-config").text


def test_a_session_shows_the_first_page(server):
    with visiting(server) as (_, shown):
        assert any('class="lead"' in each for each in shown)
