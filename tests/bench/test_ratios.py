"""The instruments of the ratios work on real servers; how much they say is for `make bench`."""

import json
import subprocess
import sys

from bench import clicks, memory, starts
from bench.served import ROOT

#: Asks a fresh Python what it has in memory after some statements.
LOADED = "import json, sys; {statements}; print(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
JALONS = (
    "import runpy, importlib; from assessment.serving import app, warming; "
    "import assessment.storage.opening, assessment.pages.private_link; warming._load()"
)
HELLO = "sys.path.insert(0, 'bench/hello'); import heavy"


def test_a_click_is_timed_on_all_three_pages():
    found = clicks.measure(rounds=1, clicks=3)

    assert min(found.jalons, found.ours, found.stock) > 0
    assert found.to_ours == found.jalons / found.ours
    assert found.to_stock == found.jalons / found.stock


def test_a_start_is_timed_to_its_first_script():
    found = starts.measure(rounds=1)

    assert found.ratio == found.jalons / found.hello > 0


def test_sessions_that_stay_are_weighed():
    found = memory.measure(sessions=8, warm=2)

    assert found.sessions == 8
    assert found.each == (found.after - found.before) / 8


def test_the_hello_world_has_the_libraries_that_jalons_has():
    ours, theirs = ({*_loaded(statements)} for statements in (JALONS, HELLO))
    libraries = {
        "numpy",
        "pandas",
        "pyarrow",
        "pydantic",
        "reportlab",
        "ruamel",
        "segno",
        "sqlalchemy",
    }

    assert ours & theirs & libraries == (ours | theirs) & libraries


def _loaded(statements: str) -> list[str]:
    program = LOADED.format(statements=statements)
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])
