"""Content that somebody is writing, shown by `jalons serve --preview`."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.content.shelf import SHIPPED

ROOT = Path(__file__).parents[2]


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A copy of the shipped content, which the pages show."""
    folder = tmp_path / "questionnaires"
    shutil.copytree(SHIPPED, folder)
    monkeypatch.setenv("JALONS_CONTENT", str(folder))
    monkeypatch.chdir(ROOT)
    return folder


def shown():
    """Everything that the first page says in HTML."""
    return "".join(
        each.proto.body for each in AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=60).run().get("html")
    )


def test_what_is_written_in_the_folder_is_shown(folder):
    card = next(folder.glob("*/edition.yaml"))
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("Aucune note, aucun classement", "Aucune note, jamais"), encoding="utf-8")

    assert "Aucune note, jamais" in shown()


def test_what_is_wrong_in_the_folder_is_told_on_top_with_its_line(folder):
    next(folder.glob("*/needs.yaml")).write_text("needs: []\nwhen_nothing_is_missing: [BES]\ncolour: red\n")

    told = shown()

    assert "Le contenu de Jalons est à corriger" in told
    assert "needs.yaml, ligne 3, colour" in told
    assert "Traceback" not in told
