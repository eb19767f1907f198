"""The workbook to fill in: what a person picks in it reads back as answers, and nothing in it is a formula."""

import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from assessment.content.edition import Edition
from assessment.content.questionnaire import PartId
from assessment.engine.answers import PARTS, SHORT, Subject
from assessment.intake.tables import read_table
from assessment.portfolio.columns import NOTE, PICKED, SHOWN
from assessment.portfolio.rows import read_rows
from assessment.portfolio.template import template

BOTH: tuple[PartId, ...] = ("project", "organisation")


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def offered(book: openpyxl.Workbook) -> dict[str, list[str]]:
    """Name of a column -> the choices that its drop-down offers."""
    sheet, found = book.worksheets[0], {}
    for validation in sheet.data_validations.dataValidation:
        if validation.type == "list":
            name, cells = validation.formula1.lstrip("=").split("!")
            head = sheet.cell(1, next(iter(validation.sqref.ranges)).min_col).value
            found[head.partition(PICKED)[0]] = [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]
    return found


def fill(sheet: Worksheet, line: int, **given: str) -> None:
    heads = {cell.value.partition(PICKED)[0]: cell.column for cell in sheet[1]}
    for name, value in given.items():
        sheet.cell(line, heads[name], value)


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("parts", [PARTS, BOTH, SHORT])
def test_a_template_whose_every_choice_was_picked_is_read_without_a_problem(edition: Edition, parts):
    book = opened(template(edition, parts))
    choices, sheet = offered(book), book.worksheets[0]
    asked = [name for name in choices if not name.endswith(SHOWN) and edition.questions[name].type is None]
    longest = max(len(each) for each in choices.values())
    for place in range(longest):
        picked = {name: choices[name][place % len(choices[name])] for name in asked}
        proofs = {name: choices[name][place % 3] for name in choices if name.endswith(SHOWN)}
        fill(sheet, place + 2, name=f"Projet {place}", date="2026-05-01", **picked, **proofs)

    read = read_rows(read_table(saved(book), "modele.xlsx"), edition)

    assert (read.flaws, read.notes) == ((), ())
    assert [row.answers.subject.name for row in read.rows] == [f"Projet {place}" for place in range(longest)]
    for name in asked:
        told = [row.answers.values[name] for row in read.rows]
        known = [*range(1, len(edition.questions[name].choices) + 1), "x"]
        assert told == [known[place % len(known)] for place in range(longest)]


def test_numbers_lists_and_dates_typed_by_hand_are_read_too(edition: Edition):
    book = opened(template(edition))
    fill(book.worksheets[0], 2, name="=1+1", BES1=2, C6="1 4", F1="0", C4="x", BES1_shown="document")
    fill(book.worksheets[0], 2, BES1_note="=2+2")
    for cell in book.worksheets[0][2]:
        cell.data_type = "s" if str(cell.value).startswith("=") else cell.data_type

    (row,) = read_rows(read_table(saved(book), "modele.xlsx"), edition).rows

    assert row.answers.values == {"BES1": 2, "C6": (1, 4), "F1": (), "C4": "x"}
    assert (row.answers.shown, row.answers.subject) == ({"BES1": "document"}, Subject("=1+1"))
    assert row.answers.notes == {"BES1": "=2+2"}


def test_it_asks_every_question_of_its_parts_and_the_short_one_the_key_questions_only(edition: Edition):
    def columns(parts) -> set[str]:
        return {cell.value.partition(PICKED)[0] for cell in opened(template(edition, parts)).worksheets[0][1]}

    proofs = {f"{name}{end}" for name in edition.key_questions for end in (SHOWN, NOTE)}
    assert columns(PARTS) == {"name", "date", *edition.questions, *proofs}
    assert columns(SHORT) == {"name", "date", *edition.key_questions, *proofs}
    assert columns(("doors",)) == {"name", "date", *(each.id for each in edition.doors.questions)}


def test_two_sheets_one_to_fill_and_one_of_definitions_hold_no_formula(edition: Edition):
    book = opened(template(edition))

    assert book.sheetnames == ["À remplir", "Définitions"]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert all(name in {row[0].value for row in book["Définitions"].iter_rows()} for name in edition.questions)
