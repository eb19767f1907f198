"""Tables of answers: what is read of them, and every problem of the rows that are refused."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.content.edition import Edition
from assessment.engine.answers import Answers, Subject
from assessment.portfolio.rows import Flaw, Read, Row, read_rows
from assessment.portfolio.table import Table


def table(*lines: str) -> Table:
    columns, *rows = (tuple(cell or None for cell in line.split(";")) for line in lines)
    return Table("t.csv", tuple(name or "" for name in columns), tuple(rows), tuple(range(2, len(rows) + 2)))


def told(read: Read) -> list[str]:
    return [str(flaw) for flaw in (*read.notes, *read.flaws)]


def test_a_row_is_read_as_the_answer_file_would_be(edition: Edition):
    columns = "name;date;BES1;C6;C4;L1;BES1_shown;BES1_note"
    read = read_rows(table(columns, "Le jardin;2026-05-01;2;1 4;x;3;document;Un  bilan\u202e"), edition)

    assert read == Read(
        (
            Row(
                2,
                Answers(
                    edition.id,
                    frozenset({"project", "doors"}),
                    {"BES1": 2, "C6": (1, 4), "C4": "x", "L1": 3},
                    {"BES1": "document"},
                    Subject("Le jardin", datetime.date(2026, 5, 1)),
                    notes={"BES1": "Un bilan"},
                ),
            ),
        ),
        (),
    )


def test_an_empty_cell_is_not_answered_and_a_zero_ticks_nothing(edition: Edition):
    read = read_rows(table("BES1;C6;SOL1", ";0;2"), edition)

    assert [row.answers.values for row in read.rows] == [{"C6": (), "SOL1": 2}]


def test_what_a_spreadsheet_makes_of_a_number_is_read_as_that_number(edition: Edition):
    read = read_rows(table("BES1;date", "2.0;2026-05-01 00:00:00"), edition)

    assert [(row.answers.values["BES1"], row.answers.subject.date) for row in read.rows] == [
        (2, datetime.date(2026, 5, 1))
    ]


def test_a_day_is_read_as_a_spreadsheet_in_french_saves_it_and_one_that_does_not_exist_is_refused(edition: Edition):
    read = read_rows(table("BES1;date", "2;01/05/2026", "2;1/5/2026", "2;31/02/2026"), edition)

    assert [row.answers.subject.date for row in read.rows] == [datetime.date(2026, 5, 1)] * 2
    assert [(flaw.line, flaw.value) for flaw in read.flaws] == [(4, "31/02/2026")]


def test_a_bad_cell_refuses_its_row_only_and_all_that_is_wrong_is_told(edition: Edition):
    read = read_rows(
        table(
            "BES1;C6;date;BES1_shown;edition",
            "2;1;;;",
            "9;1 1;hier;oui;autre",
            "3;;;;",
            ";;;;",
        ),
        edition,
    )

    assert ([row.line for row in read.rows], told(read)) == (
        [2, 4],
        [
            "t.csv, ligne 3, colonne BES1 : « 9 » n'est pas une réponse à BES1. "
            "Écrivez un nombre de 1 à 5, ou x pour « ne sait pas ».",
            "t.csv, ligne 3, colonne C6 : « 1 1 » n'est pas une réponse à C6. "
            "Une option y est donnée deux fois. Gardez-la une fois.",
            "t.csv, ligne 3, colonne date : « hier » n'est pas une date qui existe. "
            "Écrivez-la ainsi : 22/11/2026, ou 2026-11-22.",
            "t.csv, ligne 3, colonne BES1_shown : « oui » n'est pas admis. Écrivez no, document, outside, ou rien.",
            "t.csv, ligne 3, colonne edition : l'édition « autre » n'est pas ici.",
            "t.csv, ligne 5 : aucune réponse. Répondez au moins à une question, ou retirez la ligne.",
        ],
    )


def test_a_note_that_is_too_long_or_on_what_nothing_shows_refuses_its_row(edition: Edition):
    long = "a" * 201
    read = read_rows(
        table("BES1;BES1_shown;BES1_note", f"2;document;{long}", "2;;Un avis", "2;no;Un avis", "2;oui;Un avis", "2;;"),
        edition,
    )

    told_of = "rien n'est montré pour BES1 : ce texte dit quel document ou quel regard extérieur. "
    assert ([row.line for row in read.rows], told(read)) == (
        [6],
        [
            "t.csv, ligne 2, colonne BES1_note : ce texte a 201 signes, pour 200 au plus. Raccourcissez-le.",
            f"t.csv, ligne 3, colonne BES1_note : {told_of}Remplissez la colonne BES1_shown, ou videz cette case.",
            f"t.csv, ligne 4, colonne BES1_note : {told_of}Remplissez la colonne BES1_shown, ou videz cette case.",
            "t.csv, ligne 5, colonne BES1_shown : « oui » n'est pas admis. Écrivez no, document, outside, ou rien.",
        ],
    )


def test_a_question_of_another_type_is_told_with_the_answer_that_says_so(edition: Edition):
    read = read_rows(table("T0;O1;AS1", "2;1;1"), edition)

    assert told(read) == [
        "t.csv, ligne 2, colonne AS1 : AS1 est posée à un autre type d'organisation (Association). "
        "Videz cette case, ou corrigez T0."
    ]


def test_an_unknown_column_is_named_and_refuses_nothing(edition: Edition):
    read = read_rows(table("BES1;BSE2;line;problems", "2;1;;"), edition)

    assert ([row.line for row in read.rows], told(read)) == (
        [2],
        [
            "t.csv, ligne 1, colonne BSE2 : la colonne « BSE2 » n'est pas connue : elle n'est pas lue. "
            "Vouliez-vous dire « BES2 » ?"
        ],
    )


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        ("BES1;BES1", "t.csv, ligne 1, colonne BES1 : la colonne « BES1 » est là deux fois. Gardez-la une fois."),
        (
            "name;ville",
            "t.csv : aucune colonne n'est une question. La première ligne porte les noms des questions : BES1, SOL1…",
        ),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused_whole(edition: Edition, head: str, problem: str):
    read = read_rows(table(head, "2;3"), edition)

    assert (read.rows, told(read)[-1]) == ((), problem)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.text(max_size=6) | st.none(), min_size=5, max_size=5), max_size=6))
def test_whatever_stands_in_cells_every_row_is_read_or_told(edition: Edition, rows: list[list[str | None]]):
    columns = ("BES1", "C6", "name", "date", "BES1_note")
    given_table = Table("t", columns, tuple(map(tuple, rows)), tuple(range(len(rows))))

    read = read_rows(given_table, edition)

    assert {row.line for row in read.rows} | {flaw.line for flaw in read.flaws} == set(range(len(rows)))
    assert {row.line for row in read.rows} & {flaw.line for flaw in read.flaws} == set()


def test_a_flaw_of_a_whole_table_names_the_table_only():
    assert Flaw("t.csv", 0, None, None, "rien.", "").where == "t.csv"
