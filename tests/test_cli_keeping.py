"""Looking after what is kept, at the command line: what was done is said in figures, what cannot be in a sentence."""

import datetime
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assessment.cli.app import joined
from assessment.errors import AssessmentError
from assessment.settings import read_settings
from assessment.storage.kept import Change, Figures, Opened
from assessment.storage.opening import open_store
from assessment.storage.principals import ANYONE, OPERATOR
from assessment.storage.store import utc_now

EMPTY = Figures(dossiers=0, drafts=0, entries=0, links=0, deposits=0)


@pytest.fixture(name="data", autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JALONS_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(joined(), [str(word) for word in words])


def fill(data: Path, *, days_ago: int = 0) -> Opened:
    """A draft with two entries, and a dossier whose result was seen, given so many days ago."""
    then = utc_now() - datetime.timedelta(days=days_ago)
    store = open_store(read_settings({"JALONS_DATA": str(data)}), clock=lambda: then)
    draft, whole = store.create(ANYONE, "e", "d" * 64), store.create(ANYONE, "e", "d" * 64)
    store.save(draft.holder, draft.holder.dossier, (Change("answer", "BES1", 3), Change("answer", "BES1", 4)), 0)
    store.save(whole.holder, whole.holder.dossier, (Change("result", "", True),), 0)
    store.deposit(whole.holder, whole.holder.dossier, "Fondation", "Oui.")
    store.database.close()
    return draft


def figures(data: Path) -> Figures:
    store = open_store(read_settings({"JALONS_DATA": str(data)}))
    found = store.figures(OPERATOR)
    store.database.close()
    return found


def test_purging_says_how_much_went(data: Path):
    fill(data)
    fill(data, days_ago=400)
    fill(data, days_ago=800)

    first, second = run("purge"), run("purge")

    assert (first.exit_code, first.stdout, first.stderr) == (
        0,
        "Purge faite. Brouillons : 2. Dossiers : 1. Collectes : 0. Liens qui ne servaient plus : 0.\n",
        "",
    )
    assert second.stdout == (
        "Purge faite. Brouillons : 0. Dossiers : 0. Collectes : 0. Liens qui ne servaient plus : 0.\n"
    )
    assert figures(data) == Figures(dossiers=3, drafts=1, entries=4, links=3, deposits=2)


def test_a_backup_is_written_and_restored_with_its_figures(data: Path, tmp_path: Path):
    fill(data)
    path, other = tmp_path / "sauvegarde", tmp_path / "ailleurs"

    written = run("backup", path)
    restored = run("restore", path, "--data", other)

    held = "Dossiers : 2. Enregistrements : 3. Liens : 2. Dépôts : 1. Collectes : 0. Projets : 0."
    assert (written.exit_code, written.stdout, written.stderr) == (
        0,
        f"Sauvegarde écrite dans {path}, que vous seul pouvez lire. {held}\n",
        "",
    )
    assert (restored.exit_code, restored.stderr) == (0, "")
    assert re.sub(r"\d\d/\d\d/\d{4} à \d\d:\d\d", "JOUR", restored.stdout) == (
        f"Sauvegarde du JOUR (UTC) restaurée. {held}\n"
        "Chacun rouvre son dossier par son lien privé. "
        "Ce qui avait été supprimé depuis est revenu : supprimez-le de nouveau.\n"
    )
    assert figures(other) == figures(data)


def test_what_is_kept_is_replaced_only_with_replace(data: Path, tmp_path: Path):
    fill(data)
    run("backup", tmp_path / "sauvegarde")
    fill(data)

    refused = run("restore", tmp_path / "sauvegarde")
    before = figures(data)
    replaced = run("restore", tmp_path / "sauvegarde", "--replace")

    assert (str(refused.exception), before.dossiers) == (
        "base de données : elle garde déjà quelque chose. Ajoutez --replace pour le remplacer, tout entier.",
        4,
    )
    assert (replaced.exit_code, figures(data).dossiers) == (0, 2)


def test_a_backup_that_was_cut_is_refused_and_nothing_changes(data: Path, tmp_path: Path):
    fill(data)
    path = tmp_path / "sauvegarde"
    run("backup", path)
    path.write_bytes(path.read_bytes()[:-20])

    found = run("restore", path, "--replace")

    assert isinstance(found.exception, AssessmentError)
    assert str(found.exception) == f"{path} : cette sauvegarde est incomplète. Prenez-en une autre, ou recopiez-la."
    assert figures(data).dossiers == 2


def test_the_database_can_be_somewhere_else(data: Path, tmp_path: Path):
    fill(data)
    elsewhere = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    run("backup", tmp_path / "sauvegarde")

    restored = run("restore", tmp_path / "sauvegarde", "--database", elsewhere)
    written = run("backup", tmp_path / "again", "--database", elsewhere)

    assert (restored.exit_code, written.exit_code) == (0, 0)
    assert "Dossiers : 2." in written.stdout


def test_a_wrong_setting_is_told_before_anything_is_done(tmp_path: Path):
    found = run("purge", "--database", "mysql://db")

    assert isinstance(found.exception, AssessmentError)
    assert str(found.exception).startswith("JALONS_DATABASE : ce moteur n'est pas connu.")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("command", ["purge", "backup", "restore"])
def test_the_help_is_in_french_and_names_the_options(command: str):
    found = run(command, "--help")

    said = " ".join(found.stdout.split())
    assert found.exit_code == 0
    assert "Où sont gardées les données." in said
    assert "La base, si elle n'est pas dans ce dossier." in said


def test_an_empty_installation_has_an_empty_backup(data: Path, tmp_path: Path):
    found = run("backup", tmp_path / "sauvegarde")

    assert found.stdout.endswith(
        "Dossiers : 0. Enregistrements : 0. Liens : 0. Dépôts : 0. Collectes : 0. Projets : 0.\n"
    )
    assert figures(data) == EMPTY
