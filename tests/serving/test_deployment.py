"""The installation that docs/exploitation.md describes, built and used: nginx, two processes, PostgreSQL."""

import http.client
import io
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright
from pypdf import PdfReader
from travelling import Traveller
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from assessment.content.edition import Edition
from assessment.pages import wording
from assessment.pages import wording_of_resuming as resuming
from assessment.pages.escaped import markdown
from assessment.report.typography import french
from bench.chromium import launch
from bench.nginx import Proxy, nginx
from bench.postgres import postgres

ROOT = Path(__file__).parents[2]
START = "from assessment.cli.app import main; main()"
VISITORS = 40


@dataclass(frozen=True)
class Site:
    """nginx and the processes behind it."""

    proxy: Proxy

    def traveller(self, number: int) -> Traveller:
        """Someone with an address of their own."""
        return Traveller(self.proxy.address, self.proxy.trust, f"127.0.0.{number}")


@pytest.fixture(name="site", scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Two processes behind nginx, on one PostgreSQL and one data folder."""
    folder = tmp_path_factory.mktemp("site")
    with ExitStack() as stack:
        database = stack.enter_context(postgres()).fresh_database()
        proxy = stack.enter_context(nginx())
        settings = {
            "JALONS_DATA": str(folder / "data"),
            "JALONS_DATABASE": database,
            "JALONS_ADDRESS": proxy.address,
            "JALONS_CONTROLLER": "L'association des tests, tests@example.org",
            "JALONS_PROXY": "1",
        }
        servers = [stack.enter_context(_served(port, settings, folder)) for port in proxy.behind]
        for route, port, server in zip("ab", proxy.behind, servers, strict=True):
            _wait_for(server, Traveller(proxy.address, proxy.trust, "127.0.0.1"), route, folder / f"{port}.log")
        yield Site(proxy)


@contextmanager
def _served(port: int, settings: dict[str, str], folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """One process of `jalons serve`."""
    command = [sys.executable, "-c", START, "serve", "--port", str(port)]
    with (folder / f"{port}.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings}, stdout=log, stderr=log)
    try:
        yield server
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(server: "subprocess.Popen[bytes]", traveller: Traveller, route: str, log: Path) -> None:
    """Wait until the process on that *route* answers, unless it ended, which is a failure."""
    traveller.cookies["jalons_route"] = route
    while traveller.asks("/_stcore/health").status != 200:
        try:
            pytest.fail(f"the server ended with code {server.wait(timeout=0.2)}: {log.read_text()}")
        except subprocess.TimeoutExpired:
            continue


@pytest.fixture(name="given", scope="module")
def _given(edition: Edition) -> dict:
    """Answers that get a report."""
    return next(each.given for each in edition.examples if each.name.startswith("F03"))


def _file(given: dict, name: str) -> bytes:
    return json.dumps({**given, "subject": {"name": name}}).encode()


def _name_in(report: bytes) -> str:
    """The name of the project in the answers attached to a report."""
    attachments = PdfReader(io.BytesIO(report)).attachments
    (content,) = (content for name in attachments for content in attachments[name])
    return json.loads(content)["subject"]["name"]


def test_forty_visitors_on_two_processes_all_bring_a_file_and_leave_with_theirs(site: Site, given: dict):
    travellers = [site.traveller(2 + number) for number in range(VISITORS)]
    names = [f"Projet {number}" for number in range(VISITORS)]
    with ExitStack() as stack:
        for each in travellers:
            stack.enter_context(each.visiting())
        brought = [
            each.drops("reponses.json", _file(given, name)) for each, name in zip(travellers, names, strict=True)
        ]
        assert Counter(brought) == {204: VISITORS}
        for each in travellers:
            each.follows(markdown(wording.SEE_RESULT))
        taken = [each.takes_away(markdown(wording.DOWNLOAD_ANSWERS)) for each in travellers]

    assert Counter(each.status for each in taken) == {200: VISITORS}
    assert [json.loads(each.body)["subject"]["name"] for each in taken] == names
    assert {each.cookies["jalons_route"] for each in travellers} == {"a", "b"}


@pytest.mark.parametrize("route", ["a", "b"])
def test_each_process_makes_the_report(route: str, site: Site, given: dict):
    traveller = site.traveller(60)
    traveller.cookies["jalons_route"] = route
    with traveller.visiting():
        traveller.drops("reponses.json", _file(given, "Le verger"))
        traveller.follows(markdown(wording.SEE_RESULT))
        report = traveller.takes_away(markdown(wording.DOWNLOAD_REPORT))

    assert (report.status, _name_in(report.body)) == (200, "Le verger")


def test_a_person_with_a_browser_does_the_same(site: Site, given: dict):
    def run() -> tuple[str, set[tuple[str, bool]], list[str]]:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            page = browser.new_context(ignore_https_errors=True).new_page()
            said: list[str] = []
            page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
            page.goto(site.proxy.address)
            file = {"name": "reponses.json", "mimeType": "application/json", "buffer": _file(given, "Le verger")}
            page.locator("input[type=file]").set_input_files([file])
            expect(page.get_by_text(french(resuming.RESUMED))).to_be_visible(timeout=30_000)
            page.get_by_role("link", name=wording.SEE_RESULT, exact=True).last.click()
            with page.expect_download() as download:
                page.get_by_role("button", name=wording.DOWNLOAD_REPORT).click()
            name = _name_in(Path(download.value.path()).read_bytes())
            cookies = {(each["name"], each["secure"]) for each in page.context.cookies()}
            browser.close()
            return name, cookies, said

    with ThreadPoolExecutor(1) as alone:  # another browser may be open in this thread, and Playwright wants only one
        name, cookies, said = alone.submit(run).result()

    assert (name, [each for each, secure in cookies if not secure], said) == ("Le verger", [], [])


def test_every_cookie_travels_encrypted_only(site: Site):
    traveller = site.traveller(50)
    with traveller.visiting():
        pass

    assert {cookie.split("=")[0] for cookie in traveller.set_cookies} == {"jalons_route", "_streamlit_xsrf"}
    assert [cookie for cookie in traveller.set_cookies if "; secure" not in cookie.lower()] == []


def test_the_route_is_given_once(site: Site):
    traveller = site.traveller(51)
    for path in ("/", "/", "/_stcore/health"):
        traveller.asks(path)

    assert sum(cookie.startswith("jalons_route=") for cookie in traveller.set_cookies) == 1


def test_an_invented_route_is_not_followed(site: Site):
    traveller = site.traveller(52)
    traveller.cookies["jalons_route"] = "127.0.0.1:22"

    assert traveller.asks("/").status == 200
    assert traveller.cookies["jalons_route"] in ("a", "b")


def test_what_comes_unencrypted_is_sent_to_the_encrypted_address(site: Site):
    line = http.client.HTTPConnection("localhost", site.proxy.plain_port, timeout=10)
    line.request("GET", "/reprendre")
    answer = line.getresponse()
    line.close()

    assert (answer.status, answer.headers["Location"]) == (301, f"{site.proxy.address}/reprendre")


def test_another_name_gets_no_answer(site: Site):
    with pytest.raises(http.client.RemoteDisconnected):
        site.traveller(53).asks("/", Host="ailleurs.example.org")


def test_pages_travel_compressed(site: Site):
    traveller = site.traveller(54)
    (script,) = re.findall(rb'src="\.?(/static/js/index\.[^"]+\.js)"', traveller.asks("/").body)

    assert traveller.asks(script.decode(), **{"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"


def test_a_file_of_seven_megabytes_is_refused(site: Site):
    with site.traveller(55).visiting() as traveller:
        assert traveller.drops("gros.json", b" " * 7_000_000) == 413


@pytest.mark.parametrize("path", ["/metriques", "/metriques/", "/_stcore/metrics"])
def test_the_figures_of_the_operator_stay_on_the_machine(path: str, site: Site):
    assert site.traveller(56).asks(path).status == 404


def test_the_operator_reads_them_there(site: Site):
    line = http.client.HTTPConnection("127.0.0.1", site.proxy.behind[0], timeout=10)
    line.request("GET", "/metriques")
    status = line.getresponse().status
    line.close()

    assert status == 200


def test_anybody_may_ask_whether_it_is_well(site: Site):
    assert site.traveller(59).asks("/sante").status == 200


def test_pages_opened_beyond_the_burst_are_refused(site: Site):
    """Forty at once after the first, then five a second."""
    traveller = site.traveller(57)
    started = time.monotonic()
    statuses: Counter[int] = Counter()
    for _ in range(80):
        try:
            with connect(
                f"wss://localhost:{site.proxy.port}/_stcore/stream",
                ssl=traveller.trust,
                origin=traveller.origin,
                subprotocols=["streamlit"],
                source_address=(traveller.source, 0),
            ):
                statuses[101] += 1
        except InvalidStatus as refused:
            statuses[refused.response.status_code] += 1
    elapsed = time.monotonic() - started

    assert set(statuses) == {101, 429}
    assert 41 <= statuses[101] <= 42 + 5 * elapsed


def test_what_nginx_writes_down_holds_no_secret(site: Site, given: dict):
    traveller, secret = site.traveller(58), "un-jeton-que-personne-ne-doit-lire"
    with traveller.visiting():
        traveller.drops("reponses.json", _file(given, "Le secret"))
        traveller.follows(markdown(wording.SEE_RESULT))
        traveller.takes_away(markdown(wording.DOWNLOAD_REPORT))
        traveller.asks(f"/?d={secret}")
        body = json.dumps({"token": secret}).encode()
        traveller.asks("/dossier/entrer", "POST", body, **{"Content-Type": "application/json"})
    written = site.proxy.log

    assert [each for each in (secret, traveller.session, traveller.source, "?") if each in written] == []
    assert ' 127.0.0.0 PUT "/_stcore/upload_file/..." 204 ' in written
    assert ' 127.0.0.0 GET "/media/..." 200 ' in written
    assert re.search(r' 127\.0\.0\.0 POST "/dossier/entrer" \d+ ', written)


def test_a_process_that_is_away_is_told_in_french():
    with nginx() as proxy:
        answer = Traveller(proxy.address, proxy.trust, "127.0.0.1").asks("/")

    assert (answer.status, answer.headers["Retry-After"]) == (503, "10")
    assert "Jalons redémarre." in answer.body.decode()
