"""The command line as people use it: exit code, what is said, what is written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assessment.cli.app import UNEXPECTED, guarded, joined
from assessment.content.edition import Edition
from assessment.engine import contract
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JALONS_DATA", str(tmp_path / "data"))


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(joined(), [str(word) for word in words])


@pytest.fixture(name="good")
def _good(tmp_path: Path, edition: Edition) -> Path:
    """The answer file of the third archetype."""
    path = tmp_path / "essai.json"
    path.write_text(json.dumps(edition.examples[2].given), encoding="utf-8")
    return path


def test_the_json_is_the_contract_s_result_with_its_file(good: Path, edition: Edition):
    found = run("assess", good, "--json")

    expected = contract.result(assess(read_answers(edition.examples[2].given, edition), edition))
    assert (found.exit_code, json.loads(found.stdout)) == (0, {"file": str(good), **expected})


def test_a_bad_file_among_good_ones_is_told_and_the_others_go_on(good: Path, tmp_path: Path):
    bad = tmp_path / "faux.yaml"
    bad.write_text("project:\n  answers: {BES1: 9}\n", encoding="utf-8")

    found = run("assess", good, bad, good, "--json")

    lines = [json.loads(line) for line in found.stdout.splitlines()]
    assert found.exit_code == 2
    assert [line["file"] for line in lines] == [str(good), str(bad), str(good)]
    assert lines[1] == {
        "file": str(bad),
        "problems": [
            {
                "where": "project › BES1",
                "what": "il n'y a pas d'option 9.",
                "remedy": "Écrivez un nombre de 1 à 5, ou x pour « ne sait pas ».",
            }
        ],
    }


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "faux.yaml : le fichier est vide. "),
        (
            b"edition: innovation_sociale_2025\ndoors: {answers: {L1: 1}}",
            "« innovation_sociale_2025 » n'est pas ici. Vouliez-vous dire « innovation_sociale_2026 » ?",
        ),
        ("subject: {name: \u00e9t\u00e9}".encode("latin-1"), "faux.yaml, ligne 1 : le fichier n'est pas en UTF-8"),
        (b"project: {answers: {BES1: 1, BES1: 2}}", "faux.yaml, ligne 1 : la clé « BES1 » est écrite deux fois."),
        (b"%PDF-1.7 \x00", "faux.yaml : ce n'est pas un fichier de texte."),
        (b"hello", "fichier : ce n'est pas un fichier de réponses."),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(content: bytes, told: str, tmp_path: Path):
    path = tmp_path / "faux.yaml"
    path.write_bytes(content)

    found = run("assess", path)

    assert (found.exit_code, found.stdout) == (2, "")
    assert told in found.stderr
    assert "Traceback" not in found.stderr


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    found = run("assess", tmp_path / "absent.yaml", "--json")

    assert (found.exit_code, json.loads(found.stdout)["problems"]) == (
        2,
        [
            {"where": "fichier", "what": "il ne s'ouvre pas.", "remedy": "Vérifiez son nom."},
        ],
    )


def test_the_short_version_reads_the_key_questions_only(good: Path):
    found = json.loads(run("assess", good, "--json", "--short").stdout)

    assert found["project"]["stage"] == "modelisation"
    assert set(found["project"]["dimensions"].values()) == {None}
    assert (found["organisation"], found["doors"]) == (None, None)


@pytest.mark.parametrize("part", ["project", "organisation", "doors"])
def test_a_template_left_empty_reads_as_nothing_answered(part: str, tmp_path: Path):
    path = tmp_path / "modele.yaml"
    path.write_text(run("template", part).stdout, encoding="utf-8")

    found = json.loads(run("assess", path, "--json").stdout)

    assert [name for name in ("project", "organisation", "doors") if found[name] is not None] == [part]
    assert found["recommendations"] == []


def test_one_report_goes_to_a_file_and_several_to_a_folder(good: Path, tmp_path: Path):
    other = tmp_path / "autre.json"
    other.write_bytes(good.read_bytes())

    one = run("assess", good, "--pdf", tmp_path / "rapport.pdf")
    several = run("assess", good, other, "--pdf", tmp_path / "rapports")

    assert (one.exit_code, several.exit_code) == (0, 0)
    assert (tmp_path / "rapport.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in (tmp_path / "rapports").iterdir()) == ["autre.pdf", "essai.pdf"]


def test_several_reports_cannot_go_to_one_file(good: Path, tmp_path: Path):
    (tmp_path / "rapport.pdf").write_bytes(b"")

    found = run("assess", good, good, "--pdf", tmp_path / "rapport.pdf")

    assert (found.exit_code, found.stderr) == (
        2,
        f"{tmp_path / 'rapport.pdf'} : c'est un fichier. Donnez un dossier pour plusieurs rapports.\n",
    )


def test_the_shipped_content_checks_well():
    found = run("check")

    assert (found.exit_code, found.stderr) == (0, "")


def test_checking_a_folder_without_edition_says_so(tmp_path: Path):
    found = run("check", tmp_path)

    assert (found.exit_code, found.stderr) == (
        2,
        f"{tmp_path} : aucune édition ici. Il y faut un dossier avec un edition.yaml.\n",
    )


def test_serving_a_folder_that_is_not_there_says_so(tmp_path: Path):
    found = run("serve", "--preview", tmp_path / "absent")

    assert (found.exit_code, found.stderr) == (
        2,
        f"{tmp_path / 'absent'} : ce dossier n'existe pas. Vérifiez son nom.\n",
    )


def test_what_is_unexpected_becomes_a_number_and_its_trace_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    code = guarded(lambda: 1 // 0)

    (kept,) = (tmp_path / "data" / "errors").iterdir()
    assert (code, capsys.readouterr().err) == (1, UNEXPECTED.format(number=kept.stem) + "\n")
    assert "ZeroDivisionError" in kept.read_text(encoding="utf-8")


def test_every_command_has_help_in_french():
    for command in joined().registered_commands:
        found = run(command.name, "--help")

        said = " ".join(found.stdout.split())
        assert (found.exit_code, command.callback.__doc__.splitlines()[0] in said) == (0, True)


def test_the_installed_command_runs_in_any_folder(good: Path, tmp_path: Path):
    code = "import sys; from assessment.cli.app import main; sys.argv[0] = 'jalons'; main()"
    found = subprocess.run(
        [sys.executable, "-c", code, "assess", str(good), "--json"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin"},
        check=False,
    )

    assert (found.returncode, found.stderr) == (0, "")
    assert json.loads(found.stdout)["project"]["stage"] == "modelisation"


def test_the_short_version_of_a_file_without_project_is_told(tmp_path: Path):
    path = tmp_path / "organisation.yaml"
    path.write_text("organisation: {answers: {O1: 2}}", encoding="utf-8")

    found = run("assess", path, "--short")

    assert (found.exit_code, found.stdout, found.stderr) == (
        2,
        "",
        f"{path} : project : --short ne lit que le projet. Retirez --short.\n",
    )


def test_a_report_is_never_written_into_a_folder_that_is_not_there(good: Path, tmp_path: Path):
    found = run("assess", good, "--pdf", tmp_path / "absent" / "rapport.pdf")

    assert (found.exit_code, (tmp_path / "absent").exists()) == (2, False)
    assert "le rapport ne s'écrit pas ici. Choisissez un autre dossier." in found.stderr
