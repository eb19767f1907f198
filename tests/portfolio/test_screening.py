"""Many rows at once: the same results as one by one, in the order given."""

import datetime
from dataclasses import replace

import pytest

from assessment.content.edition import Edition
from assessment.engine.answers import Answers, Subject
from assessment.engine.assess import assess
from assessment.engine.contract import result
from assessment.engine.reading import read_answers
from assessment.portfolio.columns import answer_columns, definitions, result_columns
from assessment.portfolio.rows import Row
from assessment.portfolio.screening import flat, lines, lines_of_many, screen, screen_many, screen_table
from assessment.portfolio.table import Table


@pytest.fixture(scope="module")
def rows(edition: Edition) -> list[Row]:
    return [Row(line, read_answers(each.given, edition)) for line, each in enumerate(edition.examples, start=2)]


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


def test_a_table_gives_a_table_of_the_same_rows_and_what_could_not_be_read(edition: Edition):
    given_table = Table(
        "p.csv", ("name", "BES1", "EXP1"), (("Un", "2", "3"), ("Faux", "9", "1"), ("Deux", "2", "1")), (2, 3, 4)
    )

    found, read = screen_table(given_table, edition)

    single = [flat(assess(row.answers, edition)) for row in read.rows]
    assert found == Table(
        "p.csv",
        result_columns(edition),
        tuple(tuple(None if cell is None else str(cell) for cell in line.values()) for line in single),
        (2, 4),
    )
    assert [(flaw.line, flaw.column) for flaw in read.flaws] == [(3, "BES1")]


def test_rows_that_say_the_same_are_told_apart_by_their_name_and_date(edition: Edition, rows: list[Row]):
    day = datetime.date(2026, 11, 1)
    twins = [Row(2, replace(rows[0].answers, subject=Subject(name, day))) for name in ("Un", "Deux")]

    assert [(line["name"], line["date"], line["stage"]) for line in lines(twins, edition)] == [
        ("Un", "2026-11-01", next(lines(rows[:1], edition))["stage"]),
        ("Deux", "2026-11-01", next(lines(rows[:1], edition))["stage"]),
    ]


def test_lines_alone_are_those_of_whole_results_also_by_several_processes(edition: Edition, rows: list[Row]):
    whole = [line for line, _ in screen(rows, edition)]

    assert list(lines(rows, edition)) == whole
    assert list(lines_of_many(rows * 20, edition, 2)) == whole * 20


def test_the_columns_offered_are_those_of_the_contract(edition: Edition):
    assert answer_columns(edition)[:4] == ("name", "date", "edition", "C1")
    assert answer_columns(edition)[-1].endswith("_note")
