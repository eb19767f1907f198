"""What an owner takes away: what is not shared is in no file, names are neutral while blind, every cell comes back."""

import csv
import datetime
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader

from assessment.cells import written_in
from assessment.content.edition import Edition
from assessment.content.shelf import SHIPPED
from assessment.engine.answers import clean
from assessment.engine.contract import answer_file
from assessment.engine.evidence import LONGEST_NOTE
from assessment.engine.reading import read_answers
from assessment.portfolio.columns import answer_columns, of_projects, result_columns
from assessment.portfolio.exports import LINES_WORTH_A_POOL, with_lines, write_documents, write_table
from assessment.portfolio.projects import Project, projects_of
from assessment.portfolio.rows import read_rows
from assessment.portfolio.screened import QUOTING, whole_lines
from assessment.portfolio.table import Table
from assessment.portfolio.wording_of_decisions import STATUSES
from assessment.report.portfolio_documents import guides, reports
from assessment.storage.gathered import Deposited, Noted
from bench.hostile_texts import hostile_texts

DAY = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)


def noted(seq: int, project: str, kind: str, key: str, value: dict[str, Any]) -> Noted:
    return Noted(seq, project, kind, key, value, DAY, "link")


JOURNAL = (
    noted(1, "a", "decision", "", {"status": "meet", "reason": "=HYPERLINK()"}),
    noted(2, "a", "note", "1", {"text": "Vu le 3 mars."}),
    noted(3, "b", "reading", "EXP1", {"value": 2, "reason": "Vu sur place."}),
)
BLIND = noted(4, "", "blind", "", {"on": True, "reason": "Premier tour."})


@pytest.fixture(name="received", scope="module")
def _received(edition: Edition, whole: dict[str, Any]) -> Callable[..., tuple[Project, ...]]:
    """Three projects: one shares all, one its answers, one its result only."""
    shares = {"a": ("result", "answers", "notes"), "b": ("result", "answers"), "c": ("result",)}
    names = {"a": "=Élan", "b": "Le Pont", "c": "La Rive"}
    given = [
        Deposited(name, names[name], edition.id, DAY, "table", f"p.csv, ligne {place}", shared, "", whole)
        for place, (name, shared) in enumerate(shares.items(), start=2)
    ]
    return lambda *journal: projects_of(given, journal, edition)


@pytest.fixture(name="whole", scope="module")
def _whole(edition: Edition) -> dict[str, Any]:
    """A project with everything answered, something shown, and something it decided to do."""
    given = next(each.given for each in edition.examples if each.name.startswith("F03"))
    answers = read_answers(given, edition)
    answers = replace(answers, values={**answers.values, "C6": (1, 4), "C7": (1,)}, shown={"BES1": "document"})
    answers = replace(answers, notes={"BES1": "=Lettre de Madame Roche"})
    return {**answer_file(answers, edition), "actions": [{"what": "Appeler Samira", "who": "Paul"}]}


def told(kind: str, projects: tuple[Project, ...], edition: Edition) -> bytes:
    file = io.BytesIO()
    write_table(kind, file, with_lines(projects, edition, SHIPPED), edition)
    return file.getvalue()


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_says_of_each_project_its_result_what_is_known_and_its_answers(
    received: Callable[..., tuple[Project, ...]], edition: Edition, whole: dict[str, Any]
):
    projects = received(*JOURNAL)

    first, second, third = rows(told(".csv", projects, edition))

    assert tuple(first) == of_projects(edition).names
    assert {name: first[name] for name in ("name", "received", "origin", "source", "shares", "notes")} == {
        "name": "'=Élan",
        "received": "2026-11-20",
        "origin": "table",
        "source": "p.csv, ligne 2",
        "shares": "result answers notes",
        "notes": "Vu le 3 mars.",
    }
    assert (first["decision"], first["decision_reason"], first["read_again"]) == ("meet", "'=HYPERLINK()", "")
    assert (second["EXP1"], second["read_again"]) == (str(whole["project"]["answers"]["EXP1"]), "EXP1=2")
    assert (first["C6"], first["BES1_shown"], third["C6"], third["BES1_shown"]) == ("1 4", "document", "", "")
    assert [each["BES1_note"] for each in (first, second, third)] == ["'=Lettre de Madame Roche", "", ""]
    assert {third[name] for name in (*edition.questions, *QUOTING, "read_again")} == {""}
    assert [third[name] for name in ("stage", "name", "shares")] == [first["stage"], "La Rive", "result"]


def test_answers_that_were_exported_read_back_as_they_were_given(
    received: Callable[..., tuple[Project, ...]], edition: Edition
):
    projects = received()
    asked = answer_columns(edition)
    given = rows(told(".csv", projects, edition))[:2]
    cells = [tuple(written_in(row[name]) or None for name in asked) for row in given]

    read = read_rows(Table("x.csv", asked, tuple(cells), (2, 3)), edition)

    assert [row.answers.values for row in read.rows] == [each.first.values for each in projects[:2]]
    assert [row.answers.shown for row in read.rows] == [each.first.shown for each in projects[:2]]
    assert [row.answers.notes for row in read.rows] == [{"BES1": "=Lettre de Madame Roche"}, {}]


def test_lines_of_many_projects_come_from_other_processes_and_are_the_same_in_order(
    received: Callable[..., tuple[Project, ...]], edition: Edition
):
    one = received(*JOURNAL)[0]
    many = [replace(one, id=str(place), name=f"Projet {place}") for place in range(LINES_WORTH_A_POOL)]

    told = list(with_lines(many, edition, SHIPPED))

    assert [project.id for project, _ in told] == [project.id for project in many]
    assert [line for _, line in told] == whole_lines(many, edition)


def test_the_sheet_to_read_tells_people_what_was_decided_and_what_is_not_shared(
    received: Callable[..., tuple[Project, ...]], edition: Edition
):
    book = openpyxl.load_workbook(io.BytesIO(told(".xlsx", received(*JOURNAL), edition)))
    read, data, defined = book.worksheets
    heads = [cell.value for cell in read[3]]
    first, _, third = (dict(zip(heads, (cell.value for cell in row), strict=True)) for row in read.iter_rows(min_row=4))

    assert read["A1"].value == edition.card.equity
    assert heads[:4] == ["Nom", "Réponses du", "Reçu le", "Origine"]
    assert (first["Votre décision"], first["Sa raison"], first["Vos notes"]) == (
        STATUSES["meet"],
        "=HYPERLINK()",
        "Vu le 3 mars.",
    )
    assert (first["Origine"], third["Aides demandées"], third["Déclaré, sans pièce"]) == (
        "ligne d'un tableau",
        "non partagé",
        "non partagé",
    )
    assert [cell.value for cell in data[1]] == list(of_projects(edition).names)
    assert [row[0].value for row in defined.iter_rows(min_row=2)][: len(result_columns(edition))] == list(
        result_columns(edition)
    )
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert (first["Reçu le"], read["C4"].number_format) == (datetime.datetime(2026, 11, 20), "dd/mm/yyyy")


def test_no_note_becomes_a_formula_and_each_comes_back_as_it_was_written(edition: Edition, whole: dict[str, Any]):
    notes = [text for each in hostile_texts(120) if (text := clean(each, LONGEST_NOTE))]
    contents = [{**whole, "project": {**whole["project"], "notes": {"BES1": text}}} for text in notes]
    given = [
        Deposited(str(place), "", edition.id, DAY, "table", "", ("result", "answers", "notes"), "", content)
        for place, content in enumerate(contents)
    ]
    projects = projects_of(given, (), edition)

    cells = [row["BES1_note"] for row in rows(told(".csv", projects, edition))]
    book = openpyxl.load_workbook(io.BytesIO(told(".xlsx", projects, edition)))
    data = book.worksheets[1]
    column = [cell.value for cell in data[1]].index("BES1_note")

    assert [each for each in cells if each.startswith(tuple("=+-@"))] == []
    assert [written_in(each) for each in cells] == notes
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert [row[column].value for row in data.iter_rows(min_row=2)] == notes


@pytest.fixture(name="zips", scope="module")
def _zips(received: Callable[..., tuple[Project, ...]], edition: Edition) -> Iterator[dict[str, zipfile.ZipFile]]:
    """Reports and guides, open and blind."""
    found = {}
    for name, make, journal in (
        ("reports", reports, JOURNAL),
        ("guides", guides, JOURNAL),
        ("blind", reports, (*JOURNAL, BLIND)),
    ):
        file = io.BytesIO()
        list(write_documents(file, received(*journal), edition, SHIPPED, make, DAY.date()))
        found[name] = zipfile.ZipFile(file)
    yield found
    for archive in found.values():
        archive.close()


def text_of(archive: zipfile.ZipFile, name: str) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(archive.read(name))).pages)


def test_a_zip_has_a_document_of_each_project_that_shares_its_answers_and_tells_of_the_others(
    zips: dict[str, zipfile.ZipFile],
):
    for name in ("reports", "guides"):
        assert zips[name].namelist() == ["a-savoir.txt", "elan.pdf", "le-pont.pdf"]
        assert zips[name].read("a-savoir.txt").decode().splitlines()[1:] == ["- La Rive"]


def test_a_report_tells_second_readings_and_free_texts_only_where_they_are_shared(zips: dict[str, zipfile.ZipFile]):
    first, second = (text_of(zips["reports"], name) for name in ("elan.pdf", "le-pont.pdf"))

    assert ("Appeler Samira" in first, "Appeler Samira" in second) == (True, False)
    assert ("Madame Roche" in first, "Madame Roche" in second) == (True, False)
    assert ("relues par qui tient la collecte" in first, "relues par qui tient la collecte" in second) == (False, True)


def test_while_blind_no_name_and_no_free_text_is_in_any_file(
    zips: dict[str, zipfile.ZipFile], received: Callable[..., tuple[Project, ...]], edition: Edition
):
    archive = zips["blind"]
    pdfs = " ".join(text_of(archive, name) for name in archive.namelist() if name.endswith(".pdf"))
    note = archive.read("a-savoir.txt").decode()
    table = told(".csv", received(*JOURNAL, BLIND), edition).decode()

    for hidden in ("Élan", "Pont", "Rive", "Samira", "p.csv", "Vu le 3 mars", "HYPERLINK", "Vu sur place", "Roche"):
        assert hidden not in pdfs + note + table + " ".join(archive.namelist()), hidden
    assert all(name.startswith(("projet-", "a-savoir")) for name in archive.namelist())
