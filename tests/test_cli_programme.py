"""`jalons programme` as people use it: a group's files in, a form'action out."""

import datetime
import json
from io import BytesIO
from pathlib import Path

import pytest
import typer
from docx import Document
from icalendar import Calendar
from pypdf import PdfReader
from typer.testing import CliRunner, Result

from assessment.cli.programme import COMMANDS
from assessment.content.edition import Edition
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.programme.contract import result
from assessment.programme.group import Participant, gather
from assessment.programme.plan import make_programme
from assessment.programme.timetable import Time
from assessment.report.printable import printable
from assessment.report.wording_of_programme import FILES, KICKERS

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


def title_of(path: Path) -> str:
    return PdfReader(BytesIO(path.read_bytes())).metadata.title.replace("\u00a0", " ")


def test_a_folder_gets_the_three_documents_and_a_file_gets_one(files: list[Path], tmp_path: Path):
    folder, guide, sheet = tmp_path / "rendu", tmp_path / "un" / "guide.pdf", tmp_path / "feuille.pdf"

    all_three = run(*files, "--pdf", folder, "--title", "Ensemble")
    run(*files, "--pdf", guide)
    run(*files, "--pdf", sheet, "--for", "participants")

    assert {path.name: title_of(path) for path in folder.iterdir()} == {
        f"{name}.pdf": printable(f"{KICKERS[audience]} · Ensemble").replace("\u00a0", " ")
        for audience, name in FILES.items()
    }
    assert title_of(guide).startswith(printable(KICKERS["animation"]))
    assert title_of(sheet).startswith(printable(KICKERS["participants"]))
    assert all_three.stderr == "".join(f"Écrit : {folder / name}.pdf\n" for name in FILES.values())


def test_a_text_document_and_a_calendar_are_written_beside_the_json(files: list[Path], tmp_path: Path):
    docx, ics = tmp_path / "guide.docx", tmp_path / "jours.ics"

    found = run(*files, "--days", 2, "--json", "--docx", docx, "--ics", ics, "--from", "2027-01-12", "--at", "8h30")

    begins = [each.decoded("dtstart") for each in Calendar.from_ical(ics.read_bytes()).walk("VEVENT")]
    days = [datetime.date(2027, 1, 12), datetime.date(2027, 1, 13), datetime.date(2027, 3, 10)]
    assert (found.exit_code, len(json.loads(found.stdout)["days"])) == (0, 2)
    assert Document(str(docx)).core_properties.title.startswith(printable(KICKERS["animation"]))
    assert [(each.date(), each.hour, each.minute) for each in begins] == [(day, 8, 30) for day in days]


def test_whoever_leads_gets_an_event_for_each_sequence(files: list[Path], tmp_path: Path):
    ics = tmp_path / "jours.ics"

    found = run(*files, "--json", "--ics", ics, "--from", "2027-01-12", "--for", "animation")

    (day,) = json.loads(found.stdout)["days"]
    wanted = [printable(each["title"]) for each in day["sequences"] if each["kind"] != "pause"]
    assert [str(each["summary"]) for each in Calendar.from_ical(ics.read_bytes()).walk("VEVENT")][:-1] == wanted


def test_everything_that_is_wrong_with_dates_and_hours_is_told_at_once_and_nothing_is_written(
    files: list[Path], tmp_path: Path
):
    pdf = tmp_path / "guide.pdf"
    dates = ("--from", "2027-02-30", "--from", "2027-01-12", "--from", "2027-01-11")

    found = run(*files, "--pdf", pdf, "--at", "9h75", *dates)

    assert (found.exit_code, found.stderr.splitlines(), pdf.exists()) == (
        2,
        [
            "--from : « 2027-02-30 » n'est pas une date possible. Écrivez-la comme 2027-01-12.",
            "--at : « 9h75 » n'est pas une heure. Écrivez-la comme 9:30.",
            "--from : les dates ne se suivent pas. Donnez-les dans l'ordre, chacune une fois.",
            "--from : trop de dates : 2, pour 1 jour(s). Retirez des dates, ou ajoutez des jours avec --days.",
        ],
        False,
    )


def test_a_calendar_asks_for_a_date(files: list[Path], tmp_path: Path):
    found = run(*files, "--ics", tmp_path / "jours.ics")

    assert (found.exit_code, found.stderr) == (
        2,
        "--from : un calendrier a besoin d'une date. "
        "Ajoutez --from 2027-01-12, une fois par journée si elles ne se suivent pas.\n",
    )


def test_a_day_does_not_go_past_midnight(files: list[Path]):
    found = run(*files, "--at", "20:00")

    assert (found.exit_code, found.stderr) == (
        2,
        "--at : la journée finirait après minuit. Commencez plus tôt, ou raccourcissez avec --hours.\n",
    )


def test_a_file_that_cannot_be_written_is_told(files: list[Path], tmp_path: Path):
    (tmp_path / "plein").write_text("", encoding="utf-8")
    docx = tmp_path / "plein" / "guide.docx"

    found = run(*files, "--docx", docx)

    assert (found.exit_code, found.stderr) == (
        2,
        f"{docx} : ce fichier ne s'écrit pas ici. Choisissez un autre dossier.\n",
    )


def test_a_discovery_day_keeps_its_modules_short_and_says_what_it_is(files: list[Path], tmp_path: Path):
    pdf = tmp_path / "jour.pdf"

    found, refused = run(*files, "--discovery", "--json", "--pdf", pdf), run(*files, "--discovery", "--days", 2)

    (day,) = json.loads(found.stdout)["days"]
    assert {each["duration"] for each in day["sequences"]} <= {None, "extrait", "decouverte"}
    assert title_of(pdf).endswith("Une journée découverte")
    assert (refused.exit_code, refused.stderr) == (
        2,
        "--discovery : une découverte tient en une journée, et non en 2. Retirez --days, ou --discovery.\n",
    )


def test_wishes_lengths_and_dates_that_cannot_be_are_told_all_at_once(files: list[Path]):
    wishes = ("--impose", "M99", "--impose", "M01", "--exclude", "M01")

    found = run(*files, "--days", 5, "--hours", 20, *wishes, "--from", "hier")

    told = [line.split(" : ")[0] for line in found.stderr.splitlines()]
    assert (found.exit_code, told) == (2, ["--from", "--at", "--days", "--hours", "--impose", "M01"])
