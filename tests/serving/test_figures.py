"""What the operator reads, on this machine only."""

import re
from importlib.metadata import version

import pytest
from servers import through_proxy, visiting

from assessment.storage.principals import ANYONE

LINE = re.compile(r'# (TYPE|HELP) jalons_\w+ .+|jalons_\w+({kind="\w+"})? \d+|# EOF')


def value(text, name):
    return int(re.search(rf"^{re.escape(name)} (\d+)$", text, re.MULTILINE)[1])


def test_health_says_that_the_store_answers(server):
    assert server.get("/sante").text == f'{{"status":"ok","version":"{version("jalons")}"}}'


def test_figures_are_openmetrics(server):
    answer = server.get("/metriques")

    assert answer.headers["content-type"] == "application/openmetrics-text; version=1.0.0; charset=utf-8"
    assert [line for line in answer.text.splitlines() if not LINE.fullmatch(line)] == []
    assert answer.text.endswith("# EOF\n")


def test_figures_count_sessions_requests_refusals_and_what_is_kept(server):
    before = server.get("/metriques").text
    server.get("/result")
    server.get("/nulle/part")
    server.store.create(ANYONE, "any", "digest")
    with visiting(server):
        during = server.get("/metriques").text

    def more(name):
        return value(during, name) - value(before, name)

    assert more("jalons_sessions") == 1
    assert more('jalons_requests_total{kind="page"}') == 1
    assert more('jalons_refusals_total{kind="path"}') == 1
    assert more("jalons_dossiers") == 1
    assert value(during, "jalons_store_up") == 1


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Via"])
def test_figures_are_not_there_through_a_proxy(server, header):
    assert server.ask("GET", "/metriques", headers={header: "127.0.0.1"}).status == 404


def test_figures_are_not_there_for_the_visitors_of_a_public_address(public):
    assert public.ask("GET", "/metriques", headers=through_proxy(30)).status == 404
    assert public.get("/metriques").status == 200
