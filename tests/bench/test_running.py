"""Figures are taken by name; one that cannot be taken does not hold, and keeps nothing from the others."""

import importlib
import sys
from pathlib import Path

import pytest

from bench.__main__ import NAMES, main, taken
from bench.table import Row

HELD = "from bench.table import Row\n\n\ndef rows(short):\n    return [Row('held', str(short), 'True', short)]\n"


@pytest.fixture(name="figures")
def _figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package of figures: one that is there, one that cannot be imported."""
    folder = tmp_path / "some_figures"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "held.py").write_text(HELD, encoding="utf-8")
    (folder / "broken.py").write_text("import something_that_is_nowhere\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder.name
    for name in [name for name in sys.modules if name.startswith(folder.name)]:
        del sys.modules[name]


def test_a_figure_is_taken_in_its_short_form_or_in_full(figures: str):
    found = [taken("held", short=short, package=figures) for short in (True, False)]

    assert found == [[Row("held", "True", "True", True)], [Row("held", "False", "True", False)]]


def test_what_cannot_be_measured_does_not_hold(figures: str):
    found = taken("broken", short=True, package=figures)

    assert found == [Row("broken", "not measured: ModuleNotFoundError", "a figure", False)]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_a_module_that_has_rows(name: str):
    assert callable(importlib.import_module(f"bench.{name}").rows)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["clicks", "speed"], "unknown: speed"),
        (["--write", "--short"], "--write keeps the whole table, taken in full, or nothing"),
        (["--write", "clicks"], "--write keeps the whole table, taken in full, or nothing"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(arguments: list[str], told: str, capsys: pytest.CaptureFixture):
    with pytest.raises(SystemExit) as left:
        main(arguments)

    assert left.value.code == 2
    assert told in capsys.readouterr().err
