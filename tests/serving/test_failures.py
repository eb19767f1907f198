"""What goes wrong unexpectedly: a number for the person, a trace without a word of anybody's for the operator."""

import re
import sqlite3
import subprocess
import sys

import pytest
from servers import SERVE, done, number_in, running, visiting, with_cache

from assessment.serving.counts import Counts
from assessment.serving.failures import Failures
from assessment.serving.traces import keep

SECRET = "ma-réponse-que-personne-ne-doit-lire"
BROKEN = f'def show():\n    answer = "{SECRET}"\n    raise ValueError(answer)\n\n\nshow()\n'


@pytest.fixture(name="broken", scope="module")
def _broken(server, copied, tmp_path_factory):
    """A server whose first page fails, with an answer in its message."""
    root = copied()
    (root / "assessment" / "pages" / "home.py").write_text(BROKEN, encoding="utf-8")
    folder = with_cache(tmp_path_factory.mktemp("broken"), server)
    with running(SERVE, folder, root) as broken:
        yield broken


def test_a_page_that_fails_shows_a_number_and_nothing_else(broken):
    with visiting(broken) as (_, shown):
        told = shown[-1]
    number = number_in(told)

    assert told == (
        '<section class="problems" role="alert"><h1>Quelque chose n’a pas marché</h1><p>Une erreur imprévue est '
        f"arrivée. Son numéro\u00a0: {number}. Vos réponses enregistrées sont gardées. Rechargez la page. "
        "Si cela recommence, donnez ce numéro à qui s’occupe de ce site.</p>"
        '<p><a href="/" target="_self">Aller à la première page</a></p></section>'
    )
    kept = (broken.data / "errors" / f"{number}.txt").read_text(encoding="utf-8")
    assert kept.startswith("ValueError\n")
    assert re.search(r"/assessment/pages/home\.py:3 show\n$", kept)
    everything = "".join([*shown, kept, broken.log])
    assert (SECRET in everything, "Traceback" in everything) == (False, False)
    assert number in broken.log


def test_the_operator_sees_how_often(broken):
    with visiting(broken):
        pass

    assert re.search(r"^jalons_errors_total [1-9]", broken.get("/metriques").text, re.MULTILINE)


def test_health_is_bad_when_the_store_does_not_answer(broken):
    with sqlite3.connect(broken.data / "dossiers.db", isolation_level=None) as database:
        database.execute("ALTER TABLE visits RENAME TO gone")
        found = broken.get("/sante"), broken.post("/dossier/entrer", b'{"token": "x"}')
        database.execute("ALTER TABLE gone RENAME TO visits")

    assert [each.status for each in found] == [503, 404]
    assert (found[0].text, broken.get("/sante").status) == ('{"status":"unavailable","version":"0.1.0"}', 200)


def test_a_trace_holds_types_and_places_only(tmp_path):
    def fails():
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error

    with pytest.raises(ValueError, match=SECRET) as caught:
        fails()
    number = keep(caught.value, tmp_path)

    kept = tmp_path / "errors" / f"{number}.txt"
    here = f"  {__file__}"
    assert re.sub(r":\d+ ", ": ", kept.read_text(encoding="utf-8")).splitlines() == [
        "ValueError",
        f"{here}: test_a_trace_holds_types_and_places_only",
        f"{here}: test_a_trace_holds_types_and_places_only.<locals>.fails",
        "KeyError",
        f"{here}: test_a_trace_holds_types_and_places_only.<locals>.fails",
    ]
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert keep(caught.value, tmp_path) == number


def test_where_nothing_can_be_kept_the_number_says_so(tmp_path):
    (tmp_path / "errors").write_text("not a folder", encoding="utf-8")

    assert keep(ValueError(), tmp_path).endswith(" (détail non gardé)")


@pytest.mark.parametrize("scope", ["http", "websocket"])
def test_a_route_that_fails_says_its_number_only(scope, tmp_path, monkeypatch, caplog):
    monkeypatch.setenv("JALONS_DATA", str(tmp_path))
    counts, sent = Counts(), []

    async def fails(scope, receive, send):
        raise ValueError(SECRET)

    async def send(message):
        sent.append(message)

    done(Failures(fails, counts)({"type": scope}, None, send))

    number = next((tmp_path / "errors").iterdir()).stem
    if scope == "websocket":
        assert sent == [{"type": "websocket.close", "code": 1011}]
    else:
        assert [sent[0]["status"], sent[1]["body"].decode()] == [
            500,
            f"Une erreur imprévue est arrivée. Son numéro\u00a0: {number}.",
        ]
    assert counts.errors == 1
    assert [each.getMessage() for each in caplog.records] == [f"Erreur imprévue : {number} (ValueError)"]


def test_no_log_of_a_server_says_what_an_exception_says(tmp_path):
    """In a process of its own: what quietens the logs is meant to last."""
    script = (
        "import logging, threading\n"
        "from assessment.serving.failures import quieten\n"
        "quieten()\n"
        "logging.basicConfig()\n"
        "def fails(): raise ValueError('a-secret')\n"
        "try: fails()\n"
        "except ValueError: logging.exception('it failed')\n"
        "logging.getLogger('asyncio').error('Task %r', 'a-secret')\n"
        "thread = threading.Thread(target=fails); thread.start(); thread.join()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], env={"JALONS_DATA": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    number = next((tmp_path / "errors").iterdir()).stem
    assert ran.stderr == (
        "ERROR:root:it failed\nValueError\n  <string>:6 <module>\n  <string>:5 fails\n"
        f"ERROR:asyncio:asyncio\nERROR:jalons:Erreur imprévue : {number}\n"
    )
