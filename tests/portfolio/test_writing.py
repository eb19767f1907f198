"""Files of results: what is in them is read back and compared whole; no text of anybody becomes a formula."""

import csv
import io
import json
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from pyarrow import parquet

from assessment.cells import written_in
from assessment.content.edition import Edition
from assessment.engine.answers import Answers, Subject
from assessment.engine.reading import read_answers
from assessment.portfolio.columns import definitions, of_results, result_columns
from assessment.portfolio.rows import Flaw, Row, read_rows
from assessment.portfolio.screening import Result, screen
from assessment.portfolio.table import Table
from assessment.portfolio.told import Labels
from assessment.portfolio.writing import (
    WRITERS,
    handed_back,
    write_csv,
    write_json_lines,
    write_parquet,
    write_workbook,
    written,
)
from bench.hostile_texts import PIECES

#: What a spreadsheet may obey at the beginning of a cell.
OBEYED = {*"=+-@\t\r\0"}


@pytest.fixture(name="results", scope="module")
def _results(edition: Edition) -> list[Result]:
    rows = [Row(line, read_answers(each.given, edition)) for line, each in enumerate(edition.examples, start=2)]
    return list(screen(rows, edition))


def named(edition: Edition, name: str) -> list[Result]:
    answers = Answers(edition.id, frozenset({"project"}), {"EXP1": 3, "BES1": 2}, subject=Subject(name))
    return list(screen([Row(2, answers)], edition))


def book(edition: Edition, results: list[Result]) -> list[Worksheet]:
    told = written(write_workbook, (line for line, _ in results), of_results(edition), edition)
    return openpyxl.load_workbook(io.BytesIO(told)).worksheets


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def cells(sheet: Worksheet, first: int) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in sheet.iter_rows(min_row=first, values_only=True)]


def test_the_workbook_says_in_its_three_sheets_what_the_lines_say(edition: Edition, results: list[Result]):
    read, data, defined = book(edition, results)
    columns, labels = of_results(edition), Labels(edition)

    assert [sheet.title for sheet in (read, data, defined)] == ["À lire", "Données", "Définitions"]
    assert (read["A1"].value, cells(read, 3)[0]) == (edition.card.equity, tuple(columns.heads.values()))
    assert cells(read, 4) == [tuple(labels.told(line)[head] or None for head in columns.heads) for line, _ in results]
    assert cells(data, 1) == [
        result_columns(edition),
        *[tuple(line[name] if line[name] != "" else None for name in columns.names) for line, _ in results],
    ]
    assert cells(defined, 2) == [*definitions(edition).items(), *labels.ids()]


def test_the_sheet_to_read_is_wrapped_filtered_and_keeps_its_heads_in_sight(edition: Edition, results: list[Result]):
    read, data, _ = book(edition, results)

    assert (read.freeze_panes, data.freeze_panes) == ("B4", "B2")
    assert read.auto_filter.ref == f"A3:L{len(results) + 3}"
    assert {cell.alignment.wrap_text for row in read.iter_rows(min_row=3, max_row=6) for cell in row} == {True}
    assert [round(read.column_dimensions[name].width) for name in ("A", "B", "F")] == [35, 17, 35]


def test_no_sheet_has_a_rank_a_score_or_a_mean(edition: Edition):
    heads = " ".join([*of_results(edition).heads.values(), *result_columns(edition)]).lower()

    assert [word for word in ("rang", "score", "moyenne", "total", "classement", "rank") if word in heads] == []


def test_csv_and_parquet_and_json_lines_hold_what_the_lines_hold(edition: Edition, results: list[Result]):
    columns, lines = of_results(edition), [line for line, _ in results]
    told, file = table(written(write_csv, lines, columns, edition)), io.BytesIO()
    write_json_lines(file, results)

    assert told == [
        list(columns.names),
        *[["" if line[name] is None else str(line[name]) for name in columns.names] for line in lines],
    ]
    stored = parquet.read_table(io.BytesIO(written(write_parquet, lines, columns, edition)))
    assert stored.to_pylist() == lines
    assert [json.loads(line) for line in file.getvalue().splitlines()] == [told for _, told in results]


def test_no_project_at_all_still_gives_files_that_open(edition: Edition):
    columns = of_results(edition)
    files = {ending: written(write, [], columns, edition) for ending, write in WRITERS.items()}

    assert table(files[".csv"]) == [list(columns.names)]
    assert parquet.read_table(io.BytesIO(files[".parquet"])).to_pylist() == []
    assert cells(openpyxl.load_workbook(io.BytesIO(files[".xlsx"])).worksheets[1], 1) == [columns.names]


@settings(max_examples=60, deadline=None)
@example("\ud800=1")
@given(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)))
def test_a_name_of_any_kind_comes_back_from_every_file_and_is_never_a_formula(edition: Edition, name: str):
    results, columns = named(edition, name), of_results(edition)
    kept = name.encode("utf-8", "replace").decode()
    lines = [line for line, _ in results]

    cell = table(written(write_csv, lines, columns, edition))[1][0]
    stored = parquet.read_table(io.BytesIO(written(write_parquet, lines, columns, edition))).to_pylist()
    sheets = book(edition, named(edition, f"={name}"))

    assert (written_in(cell), cell[:1] in OBEYED) == (kept, False)
    assert stored[0]["name"] == kept
    assert {
        (each.data_type, each.hyperlink)
        for sheet in sheets
        for row in sheet.iter_rows()
        for each in row
        if isinstance(each.value, str)
    } == {("s", None)}


@pytest.mark.parametrize(
    "name", ["<r>&</r>", '<r></r></is></c><c r="B2"><f>1+1</f></c><c><is><r></r>', "<r><t>x</t></r>"]
)
def test_a_text_that_looks_like_the_librarys_own_writing_is_a_text(edition: Edition, name: str):
    read, data, _ = book(edition, named(edition, name))

    assert [(each.value, each.data_type) for each in (read["A4"], data["A2"])] == [(f" {name}", "s")] * 2


def test_what_was_refused_is_handed_back_as_it_was_with_what_to_mend(edition: Edition):
    given_table = Table("p.csv", ("name", "BES1"), (("Un", "2"), ("=Deux", "9")), (2, 3))
    read = read_rows(given_table, edition)

    told = handed_back([given_table], [*read.flaws, Flaw("abîmé.pdf", 0, None, None, "il ne se lit pas.", "")])

    assert table(told) == [
        ["file", "line", "problems", "name", "BES1"],
        ["p.csv", "3", str(read.flaws[0]), "'=Deux", "9"],
        ["abîmé.pdf", "", "abîmé.pdf : il ne se lit pas."],
    ]
