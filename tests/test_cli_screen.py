"""`jalons screen` as people use it: many projects in, one table out; what is refused is told and handed back."""

import csv
import datetime
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
import typer
from pyarrow import parquet
from typer.testing import CliRunner, Result

from assessment.cli.answers import template
from assessment.cli.screen import COMMANDS
from assessment.cli.screen_sources import BLOCK
from assessment.content.edition import Edition
from assessment.engine import contract
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.intake.dropped import read_dropped
from assessment.portfolio.columns import PICKED
from assessment.portfolio.screening import flat
from assessment.report import pdf, sections
from assessment.storage.installation import issue

app = typer.Typer()
app.callback()(lambda: None)
for _name, _command in COMMANDS.items():
    app.command(_name)(_command)

DAY = datetime.datetime(2026, 11, 22, 10, tzinfo=datetime.UTC)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["screen", *(str(word) for word in words)])


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a mail brings: a table, JSON lines, a report, an answer file, and a report that does not open."""
    monkeypatch.setenv("JALONS_DATA", str(tmp_path / "data"))
    folder = tmp_path / "courrier"
    folder.mkdir()
    third = edition.examples[2].given
    answers = read_answers(third, edition)
    attachment = issue(contract.answer_file(answers, edition), DAY, edition.id, tmp_path / "key")
    (folder / "a.csv").write_text("name;BES1;EXP1\nÉlan;2;3\nFaux;9;1\n", encoding="utf-8")
    (folder / "b.jsonl").write_text(f"{json.dumps(third)}\n\n{{\n", encoding="utf-8")
    (folder / "c.pdf").write_bytes(pdf.render(sections.tell(assess(answers, edition), DAY.date()), attachment))
    (folder / "d.json").write_text(json.dumps(third), encoding="utf-8")
    (folder / "e.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "lisez-moi.txt").write_text("bonjour", encoding="utf-8")
    return folder


def test_a_folder_of_all_kinds_gives_one_table_and_tells_what_is_refused(
    folder: Path, tmp_path: Path, edition: Edition
):
    out, problems = tmp_path / "r.parquet", tmp_path / "p.csv"

    found = run(folder, "-o", out, "--problems", problems)

    given = {"project": {"answers": {"BES1": 2, "EXP1": 3}}, "subject": {"name": "Élan"}}
    third = flat(assess(read_answers(edition.examples[2].given, edition), edition))
    assert found.exit_code == 2
    assert parquet.read_table(out).to_pylist() == [
        flat(assess(read_answers(given, edition), edition)),
        *[{**third, "date": None} for _ in range(3)],
    ]
    told = found.stderr.splitlines()
    assert [line.partition(" : ")[0] for line in told[-4:-1]] == [
        "a.csv, ligne 3, colonne BES1",
        "b.jsonl, ligne 3",
        "e.pdf",
    ]
    again = list(csv.DictReader(io.StringIO(problems.read_text("utf-8-sig"), newline=""), delimiter=";"))
    assert [(row["file"], row["line"], row["name"]) for row in again] == [
        ("a.csv", "3", "Faux"),
        ("b.jsonl", "3", None),
        ("e.pdf", "", None),
    ]


def test_rows_that_were_corrected_can_be_handed_in_again(folder: Path, tmp_path: Path):
    problems = tmp_path / "p.csv"
    run(folder / "a.csv", "-o", tmp_path / "r.csv", "--problems", problems)
    problems.write_text(problems.read_text("utf-8-sig").replace('"9"', '"3"'), encoding="utf-8")

    found = run(problems, "-o", tmp_path / "again.csv")

    assert (found.exit_code, (tmp_path / "again.csv").read_text("utf-8-sig").splitlines()[1][:6]) == (0, '"Faux"')


def test_a_workbook_in_gives_a_workbook_out(tmp_path: Path, edition: Edition):
    book = openpyxl.Workbook()
    book.active.append(["name", "BES1", "EXP1"])
    book.active.append(["Élan", 2, 3])
    book.save(tmp_path / "in.xlsx")

    found = run(tmp_path / "in.xlsx", "-o", tmp_path / "out.xlsx")

    read = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    stage = edition.placement.stages[edition.stage_index["experimentation"]].label
    assert (found.exit_code, [cell.value for cell in read[4]][:2]) == (0, ["Élan", stage])


def test_an_output_of_no_known_kind_is_refused_before_anything_is_read(tmp_path: Path):
    found = run(tmp_path / "absent.csv", "-o", tmp_path / "r.doc")

    assert (found.exit_code, found.stderr.splitlines()) == (
        2,
        [
            f"{tmp_path / 'r.doc'} : cette sorte de fichier n'est pas connue. "
            "Au choix : .csv, .xlsx, .parquet, .jsonl, .zip, ou un dossier."
        ],
    )


def test_the_workbook_to_fill_in_is_read_as_it_was_filled_in(tmp_path: Path):
    filled = tmp_path / "projets.xlsx"
    template(xlsx=filled)
    book = openpyxl.load_workbook(filled)
    sheet = book.worksheets[0]
    places = {str(cell.value).partition(PICKED)[0]: cell.column for cell in sheet[1]}
    for name, value in {"name": "Le verger", "EXP1": 3, "SOL1": 2}.items():
        sheet.cell(2, places[name]).value = value
    book.save(filled)
    found = run(filled, "-o", tmp_path / "besoins.csv")
    lines = list(csv.DictReader((tmp_path / "besoins.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))

    assert found.exit_code == 0
    assert [(each["name"], each["stage"]) for each in lines] == [("Le verger", "experimentation")]


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    found = run(tmp_path / "absent.csv", "-o", tmp_path / "r.csv")

    assert (found.exit_code, "absent.csv : ce fichier ne s'ouvre pas." in found.stderr) == (2, True)


def test_a_folder_out_holds_a_report_of_each_project_under_a_safe_name(folder: Path, tmp_path: Path):
    out = tmp_path / "rapports"

    found = run(folder / "a.csv", folder / "d.json", folder / "c.pdf", "-o", out)

    names = sorted(path.name for path in out.iterdir())
    again = [read_dropped(path.read_bytes(), path.name).answers for path in sorted(out.iterdir())]
    assert (found.exit_code, names) == (2, ["elan.pdf", "projet-2.pdf", "projet.pdf"])
    assert (again[0].values, again[0].subject.name) == ({"BES1": 2, "EXP1": 3}, "Élan")


def test_a_zip_out_holds_the_same_reports(folder: Path, tmp_path: Path):
    out = tmp_path / "rapports.zip"

    found = run(folder / "a.csv", "-o", out)

    with zipfile.ZipFile(out) as archive:
        content = archive.read("elan.pdf")
    assert (found.exit_code, read_dropped(content, "elan.pdf").answers.values) == (2, {"BES1": 2, "EXP1": 3})


def test_json_lines_out_are_the_result_objects_of_the_contract(folder: Path, tmp_path: Path, edition: Edition):
    run(folder / "b.jsonl", "-o", tmp_path / "r.jsonl")

    told = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text("utf-8").splitlines()]
    answers = read_answers(edition.examples[2].given, edition)
    assert told == [{"name": answers.subject.name, **contract.result(assess(answers, edition))}]


def test_what_is_wrong_with_the_columns_of_a_large_table_is_told_once(tmp_path: Path):
    rows = "".join(f"P{number};2;?\n" for number in range(BLOCK + 2))
    (tmp_path / "p.csv").write_text(f"name;BES1;BESX\n{rows}", encoding="utf-8")

    found = run(tmp_path / "p.csv", "-o", tmp_path / "r.csv")

    told = [line for line in found.stderr.splitlines() if "BESX" in line]
    assert [line.split(" Vouliez")[0] for line in told] == [
        "p.csv, ligne 1, colonne BESX : la colonne « BESX » n'est pas connue : elle n'est pas lue."
    ]
    assert len((tmp_path / "r.csv").read_text("utf-8-sig").splitlines()) == BLOCK + 3


def test_a_file_of_another_kind_is_told_beside_those_that_are_read(folder: Path, tmp_path: Path):
    found = run(folder / "lisez-moi.txt", folder / "d.json", "-o", tmp_path / "r.csv")

    assert (found.exit_code, len((tmp_path / "r.csv").read_text("utf-8-sig").splitlines())) == (2, 2)
    assert "lisez-moi.txt : cette sorte de fichier n'est pas connue. Au choix : .csv" in found.stderr


def test_where_nothing_can_be_written_is_told_in_a_sentence(folder: Path, tmp_path: Path):
    found = run(folder / "d.json", "-o", tmp_path / "absent" / "r.csv")

    assert (found.exit_code, found.stderr.splitlines()[-1]) == (
        2,
        f"{tmp_path / 'absent' / 'r.csv'} : ce fichier ne s'écrit pas ici. Choisissez un autre dossier.",
    )
