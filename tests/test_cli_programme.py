"""`jalons programme` as people use it: a group's files in, a form'action out."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from assessment.cli.programme import COMMANDS
from assessment.content.edition import Edition
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.programme.contract import result
from assessment.programme.group import Participant, gather
from assessment.programme.plan import make_programme
from assessment.programme.timetable import Time

app = typer.Typer()
app.callback()(lambda: None)
for _name, _command in COMMANDS.items():
    app.command(_name)(_command)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["programme", *(str(word) for word in words)])


@pytest.fixture(name="files")
def _files(tmp_path: Path, edition: Edition) -> list[Path]:
    paths = [tmp_path / f"p{place}.json" for place in range(4)]
    for path, each in zip(paths, edition.examples[2:6], strict=True):
        path.write_text(json.dumps(each.given), encoding="utf-8")
    return paths


def test_the_json_is_the_programme_of_these_people(files: list[Path], edition: Edition):
    people = [
        Participant(path.stem, assess(read_answers(each.given, edition), edition))
        for path, each in zip(files, edition.examples[2:6], strict=True)
    ]

    found = run(*files, "--days", 2, "--hours", 6.5, "--impose", "M06", "--exclude", "M16", "--json")

    made = make_programme(gather(people, edition), Time(2, 390), ["M06"], ["M16"])
    assert (found.exit_code, json.loads(found.stdout)) == (0, result(made))


def test_two_people_of_one_name_are_told_apart(files: list[Path], edition: Edition):
    for path in files[:2]:
        path.write_text(json.dumps({**edition.examples[2].given, "subject": {"name": "Élan"}}), encoding="utf-8")

    found = run(*files[:2], "--json")

    assert json.loads(found.stdout)["participants"] == ["Élan", "Élan (2)"]


def test_the_text_names_the_day_each_module_and_why_others_are_left_out(files: list[Path], edition: Edition):
    told = run(*files).stdout

    modules = {each.id for each in edition.programme.modules}
    assert ("Jour 1" in told, {word for word in told.split() if word in modules} == modules) == (True, True)


def test_a_file_that_cannot_be_read_stops_all_and_is_told(files: list[Path], tmp_path: Path):
    bad = tmp_path / "faux.json"
    bad.write_text('{"project": {"answers": {"BES1": 9}}}', encoding="utf-8")

    found = run(*files, bad)

    assert (found.exit_code, found.stdout, "il n'y a pas d'option 9" in found.stderr) == (2, "", True)


def test_what_cannot_be_is_told(files: list[Path]):
    found = run(*files, "--days", 9)

    assert (found.exit_code, found.stderr) == (
        2,
        "--days : un programme dure de 1 à 3 jours. Changez le nombre de jours.\n",
    )
