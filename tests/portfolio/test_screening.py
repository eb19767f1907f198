"""Many rows at once: the same results as one by one, in the order given, and files that nobody's text can turn."""

import csv
import io
import json

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from assessment.cells import written_in
from assessment.content.edition import Edition
from assessment.engine.answers import Answers, Subject
from assessment.engine.assess import assess
from assessment.engine.contract import result
from assessment.engine.reading import read_answers
from assessment.portfolio.columns import answer_columns, definitions, result_columns
from assessment.portfolio.rows import Flaw, Row, read_rows
from assessment.portfolio.screening import flat, screen, screen_many
from assessment.portfolio.table import Table
from assessment.portfolio.writing import handed_back, to_csv, to_json_lines, to_parquet, to_workbook


@pytest.fixture(scope="module")
def rows(edition: Edition) -> list[Row]:
    return [Row(line, read_answers(each.given, edition)) for line, each in enumerate(edition.examples, start=2)]


def one(edition: Edition, name: str) -> list[tuple[dict, dict]]:
    answers = Answers(edition.id, frozenset({"project"}), {"EXP1": 3, "BES1": 2}, subject=Subject(name))
    return list(screen([Row(2, answers)], edition))


def test_each_line_says_what_the_single_result_says(edition: Edition, rows: list[Row]):
    found = [result(assess(row.answers, edition)) for row in rows]

    assert [told for _, told in screen(rows, edition)] == [
        {"name": row.answers.subject.name, **each} for row, each in zip(rows, found, strict=True)
    ]
    assert [line["stage_low"] for line, _ in screen(rows, edition)] == [
        each["project"] and each["project"]["stage_range"][0] for each in found
    ]


def test_several_processes_give_the_same_lines_in_the_same_order(edition: Edition, rows: list[Row]):
    many = rows * 30

    assert list(screen_many(many, edition, 2)) == list(screen(many, edition))


def test_every_line_has_every_column_and_every_column_is_defined(edition: Edition, rows: list[Row]):
    assert {tuple(flat(assess(row.answers, edition))) for row in rows} == {result_columns(edition)}
    assert tuple(definitions(edition)) == result_columns(edition)


def test_no_line_holds_a_rank_a_total_or_a_mean_of_projects(edition: Edition):
    assert [name for name in result_columns(edition) if {"rank", "score", "total", "mean"} & set(name.split("_"))] == []


def test_a_stage_that_no_deed_tells_is_not_written_as_the_first_one(edition: Edition):
    ((line, _),) = screen([Row(2, Answers(edition.id, frozenset({"project"}), {"BES1": 2}))], edition)

    assert (line["stage"], line["consolidated"], line["lever_1"], line["stage_low"]) == (None, None, None, "conception")


def test_what_is_only_declared_stands_beside_what_can_be_shown(edition: Edition):
    answers = Answers(edition.id, frozenset({"project"}), {"BES1": 3, "SOL1": 2, "EXP1": 1}, {"BES1": "document"})

    line = flat(assess(answers, edition))

    assert (line["declared"], line["shown"]) == ("SOL1", "BES1")


def test_the_workbook_has_a_sheet_to_read_one_of_data_and_one_of_definitions(edition: Edition, rows: list[Row]):
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(screen(rows, edition), edition)))

    read, data, defined = book.worksheets
    assert [sheet.title for sheet in book.worksheets] == ["À lire", "Données", "Définitions"]
    assert read["A1"].value == edition.card.equity
    assert [cell.value for cell in data[1]] == list(result_columns(edition))
    assert [row[0].value for row in defined.iter_rows(min_row=2)] == list(result_columns(edition))
    assert [row[3].value for row in data.iter_rows(min_row=2)] == [line["stage"] for line, _ in screen(rows, edition)]


def test_parquet_and_json_lines_hold_what_the_lines_hold(edition: Edition, rows: list[Row]):
    results = list(screen(rows, edition))

    assert parquet.read_table(io.BytesIO(to_parquet(results, edition))).to_pylist() == [line for line, _ in results]
    assert [json.loads(line) for line in to_json_lines(results, edition).splitlines()] == [told for _, told in results]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=30))
def test_no_name_becomes_a_formula_and_every_name_comes_back(edition: Edition, name: str):
    results = one(edition, name)

    cell = list(csv.reader(io.StringIO(to_csv(results, edition).decode("utf-8-sig"), newline=""), delimiter=";"))[1][0]
    sheet = openpyxl.load_workbook(io.BytesIO(to_workbook(one(edition, f"={name}"), edition))).worksheets[1]

    assert (written_in(cell), cell[:1] in {*"=+-@\t\r\0"}) == (name, False)
    assert sheet["A2"].data_type == "s"


def test_what_was_refused_is_handed_back_as_it_was_with_what_to_mend(edition: Edition):
    given_table = Table("p.csv", ("name", "BES1"), (("Un", "2"), ("=Deux", "9")), (2, 3))
    read = read_rows(given_table, edition)

    told = handed_back([given_table], [*read.flaws, Flaw("abîmé.pdf", 0, None, None, "il ne se lit pas.", "")])

    again = list(csv.reader(io.StringIO(told.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert again == [
        ["file", "line", "problems", "name", "BES1"],
        ["p.csv", "3", str(read.flaws[0]), "'=Deux", "9"],
        ["abîmé.pdf", "", "abîmé.pdf : il ne se lit pas."],
    ]


def test_the_columns_offered_are_those_of_the_contract(edition: Edition):
    assert answer_columns(edition)[:4] == ("name", "date", "edition", "C1")
    assert answer_columns(edition)[-1].endswith("_shown")
