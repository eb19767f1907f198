"""What a holder takes away: all of a dossier as JSON, its journal as a table that no spreadsheet obeys."""

import csv
import datetime
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.cells import neutral, written_in
from assessment.content.edition import Edition
from assessment.content.shelf import open_edition
from assessment.engine.contract import answer_file
from assessment.engine.reading import read_answers
from assessment.pages.asking import steps
from assessment.storage.export import COLUMNS, answers_of, export_csv, export_json
from assessment.storage.kept import Change, Deposit, Dossier, Entry, Everything, Link
from assessment.storage.rights import Right

AT = datetime.datetime(2026, 11, 24, 14, 32, 5, tzinfo=datetime.UTC)
LINK = Link("link-of-anna-123", Right.ANSWER, "", AT, None, datetime.date(2026, 11, 24), None)
BANK = Link("link-of-a-bank-1", Right.READ, "Ma banque", AT, AT + datetime.timedelta(days=30), None, AT)


def everything(edition: Edition, *changes: Change, link: str = LINK.id) -> Everything:
    journal = tuple(
        Entry(seq, each.kind, each.key, each.value, edition.id, AT, link) for seq, each in enumerate(changes, start=1)
    )
    current = {(each.kind, each.key): each for each in journal}
    entries = tuple(sorted(current.values(), key=lambda each: each.seq))
    last_day = datetime.date(2027, 11, 24)
    dossier = Dossier(
        "dossier-of-anna1", edition.id, "d" * 64, len(journal), AT, AT, last_day, True, Right.ANSWER, entries
    )
    deposit = Deposit("deposit-of-anna1", "Fondation", "Oui.", edition.id, 1, AT, (Change("answer", "BES1", 3),))
    return Everything(dossier, journal, (LINK, BANK), (deposit,))


def answer(question: str, value: object) -> Change:
    return Change("answer", question, value)


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))


def test_the_json_holds_all_that_is_kept_and_no_hash(edition: Edition):
    given = everything(
        edition,
        answer("BES1", 3),
        answer("BES1", 4),
        Change("shown", "BES1", "document"),
        Change("name", "", "Le \ud800jardin"),
        answer("EXP1", None),
        Change("note", "BES1", "Un bilan"),
        Change("note", "SOL1", "Sans rien qui le montre"),
    )

    exported = export_json(given, edition)

    at, of = AT.isoformat(), {"edition": edition.id, "at": AT.isoformat(), "link": LINK.id}
    assert json.loads(exported) == {
        "format": "jalons-dossier",
        "version": 1,
        "dossier": {
            "id": "dossier-of-anna1",
            "edition": edition.id,
            "digest": "d" * 64,
            "seq": 7,
            "created": at,
            "active": at,
            "kept_until": "2027-11-24",
            "is_draft": True,
            "right": "answer",
        },
        "answers": {
            "version": 1,
            "edition": edition.id,
            "subject": {"name": "Le \ud800jardin", "date": "2026-11-24"},
            "project": {"answers": {"BES1": 4}, "shown": {"BES1": "document"}, "notes": {"BES1": "Un bilan"}},
        },
        "journal": [
            {"seq": 1, "kind": "answer", "key": "BES1", "value": 3, **of},
            {"seq": 2, "kind": "answer", "key": "BES1", "value": 4, **of},
            {"seq": 3, "kind": "shown", "key": "BES1", "value": "document", **of},
            {"seq": 4, "kind": "name", "key": "", "value": "Le \ud800jardin", **of},
            {"seq": 5, "kind": "answer", "key": "EXP1", "value": None, **of},
            {"seq": 6, "kind": "note", "key": "BES1", "value": "Un bilan", **of},
            {"seq": 7, "kind": "note", "key": "SOL1", "value": "Sans rien qui le montre", **of},
        ],
        "links": [
            {
                "id": LINK.id,
                "right": "answer",
                "label": "",
                "created": at,
                "expires": None,
                "last_used": "2026-11-24",
                "revoked": None,
            },
            {
                "id": BANK.id,
                "right": "read",
                "label": "Ma banque",
                "created": at,
                "expires": "2026-12-24T14:32:05+00:00",
                "last_used": None,
                "revoked": at,
            },
        ],
        "deposits": [
            {
                "id": "deposit-of-anna1",
                "receiver": "Fondation",
                "consent": "Oui.",
                "edition": edition.id,
                "seq": 1,
                "at": at,
                "content": [{"kind": "answer", "key": "BES1", "value": 3}],
                "gathering": "",
                "shares": [],
                "replaced": None,
            }
        ],
    }


def test_a_dossier_without_answer_has_no_answer_file(edition: Edition):
    assert json.loads(export_json(everything(edition, Change("name", "", "Le jardin")), edition))["answers"] is None


def test_every_worked_case_comes_back_from_its_export(edition: Edition):
    for example in edition.examples:
        answers = read_answers(example.given, edition)
        written = answer_file(answers, edition)
        changes = [
            *(answer(name, value) for part in answers.parts for name, value in written[part]["answers"].items()),
            *(Change("shown", name, word) for name, word in answers.shown.items()),
            Change("parts", "", sorted(answers.parts)),
        ]

        exported = json.loads(export_json(everything(edition, *changes), edition))["answers"]

        found = read_answers(exported, edition)
        asked = {question.id for step in steps(edition, answers.values, answers.parts) for question in step.questions}
        assert found.values == {name: value for name, value in answers.values.items() if name in asked}


def values_of(edition: Edition) -> st.SearchStrategy[dict[str, Any]]:
    """Any answers at all, to any questions: those that are no longer asked too."""

    def of(name: str) -> st.SearchStrategy[Any]:
        question = edition.questions[name]
        numbers = st.integers(1, len(question.choices))
        if question.kind == "one":
            return numbers | st.just("x")
        return st.lists(numbers, unique=True, max_size=question.at_most) | st.just("x")

    return st.fixed_dictionaries({}, optional={name: of(name) for name in edition.questions})


@given(data=st.data(), parts=st.sampled_from([["project", "doors"], ["organisation", "doors"], None]))
@settings(max_examples=60, deadline=None)
def test_the_answer_file_holds_what_is_still_asked_and_reads_back(data: st.DataObject, parts: list[str] | None):
    edition = open_edition()
    given = data.draw(values_of(edition))
    changes = [answer(name, value) for name, value in given.items()]
    changes += [] if parts is None else [Change("parts", "", parts)]

    exported = json.loads(export_json(everything(edition, *changes), edition))["answers"]

    plain = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    chosen = parts or ["project", "organisation", "doors"]
    asked = {question.id for step in steps(edition, plain, chosen) for question in step.questions}
    expected = {name: value for name, value in plain.items() if name in asked}
    assert (read_answers(exported, edition).values if exported else {}) == expected


def test_what_could_be_shown_goes_with_an_answer_that_is_high_enough(edition: Edition):
    lowest = edition.project.evidence.from_level
    question = next(edition.questions[name] for name in edition.key_questions if edition.questions[name].scaled)
    numbers = range(1, len(question.choices) + 1)

    found = {
        number: dict(
            answers_of(
                everything(edition, answer(question.id, number), Change("shown", question.id, "document")).dossier,
                edition,
            ).shown
        )
        for number in numbers
    }

    assert found == {
        number: {question.id: "document"} if question.level(number) >= lowest else {} for number in numbers
    }


@pytest.mark.parametrize(("word", "told"), [("document", True), ("outside", True), ("no", False), (None, False)])
def test_a_note_is_told_as_long_as_something_is_shown_and_is_kept_all_the_same(edition: Edition, word, told: bool):
    given = everything(edition, answer("BES1", 3), Change("shown", "BES1", word), Change("note", "BES1", "Un bilan"))

    assert dict(answers_of(given.dossier, edition).notes) == ({"BES1": "Un bilan"} if told else {})
    assert table(export_csv(given, edition))[-1][1:5] == [
        "BES1",
        edition.project.evidence.note.label,
        "Un bilan",
        '"Un bilan"',
    ]


def test_a_short_version_keeps_its_key_questions_and_says_that_it_is_one(edition: Edition):
    changes = [answer("BES1", 2), answer("BES2", 3), answer("L1", 1), Change("parts", "", ["project"])]

    found = answers_of(everything(edition, *changes).dossier, edition)

    assert (found.short, found.values) == (True, {"BES1": 2})


# --- The table


def test_the_table_tells_every_entry_in_words(edition: Edition):
    first, several = edition.questions["BES1"], edition.questions["C6"]
    given = everything(
        edition,
        answer("BES1", 2),
        answer("BES1", 3),
        answer("C6", [1, 4]),
        answer("SOL1", "x"),
        answer("EXP1", None),
        Change("shown", "BES1", "outside"),
        Change("name", "", "=Le jardin;\n« d'Élise »"),
        Change("parts", "", ["project", "doors"]),
        Change("result", "", True),
        answer("NOWHERE1", 2),
        answer("BES2", 99),
    )

    rows = table(export_csv(given, edition))

    evidence = edition.project.evidence
    assert rows == [
        list(COLUMNS),
        *(
            ["2026-11-24 14:32:05", *row, "le lien du dossier"]
            for row in (
                ["BES1", first.text, first.choices[1].label, "2", "non"],
                ["BES1", first.text, first.choices[2].label, "3", "oui"],
                ["C6", several.text, f"{several.choices[0].label} · {several.choices[3].label}", "[1, 4]", "oui"],
                ["SOL1", edition.questions["SOL1"].text, edition.project.unknown_label, '"x"', "oui"],
                ["EXP1", edition.questions["EXP1"].text, "réponse retirée", "null", "oui"],
                ["BES1", evidence.question, evidence.choices["outside"], '"outside"', "oui"],
                [
                    "",
                    "Le nom du projet",
                    "'=Le jardin;\n« d'Élise »",
                    '"=Le jardin;\\n« d\'Élise »"',
                    "oui",
                ],
                [
                    "",
                    "Ce à quoi vous répondez",
                    f"{edition.project.title} · {edition.doors.title}",
                    '["project", "doors"]',
                    "oui",
                ],
                ["", "Le résultat a été vu", "oui", "true", "oui"],
                ["NOWHERE1", "", "", "2", "oui"],
                ["BES2", edition.questions["BES2"].text, "", "99", "oui"],
            )
        ),
    ]


def test_every_cell_is_quoted_and_excel_sees_utf_8(edition: Edition):
    content = export_csv(everything(edition, answer("BES1", 3)), edition)

    lines = content.decode("utf-8").split("\r\n")
    assert lines[0] == "\ufeff" + ";".join(f'"{name}"' for name in COLUMNS)
    assert [line.count('";"') for line in lines] == [6, 6, 0]


@pytest.mark.parametrize(
    ("link", "told"),
    [(LINK.id, "le lien du dossier"), (BANK.id, "Ma banque"), ("purged-long-ago1", "un lien effacé depuis")],
)
def test_the_table_says_which_link_gave_an_answer(link: str, told: str, edition: Edition):
    (_, row) = table(export_csv(everything(edition, answer("BES1", 3), link=link), edition))

    assert row[-1] == told


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\0", "'"])
def test_a_cell_that_a_spreadsheet_would_obey_is_held_back(sign: str):
    assert (neutral(f"{sign}1"), written_in(neutral(f"{sign}1")), neutral(f"1{sign}")) == (
        f"'{sign}1",
        f"{sign}1",
        f"1{sign}",
    )


@given(text=st.text(max_size=30) | st.from_regex(r"\A[=+\-@\t\r\0']{1,3}.{0,9}\Z"))
@settings(max_examples=500, deadline=None)
def test_a_neutral_cell_is_undone_and_starts_with_nothing_that_is_obeyed(text: str):
    cell = neutral(text)

    assert (written_in(cell), cell[:1] in {"=", "+", "-", "@", "\t", "\r", "\0"}) == (text, False)


def joined(text: str) -> str:
    """The same text, where two halves that meet make one sign, as JSON has it."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@given(name=st.text(st.characters(codec=None, categories=None), max_size=30).map(joined))
@settings(max_examples=300, deadline=None)
def test_any_text_goes_through_both_files(name: str):
    edition = open_edition()
    given = everything(edition, Change("name", "", name))

    exported = json.loads(export_json(given, edition).decode("utf-8"))
    (_, row) = table(export_csv(given, edition))

    assert exported["journal"][0]["value"] == name
    assert json.loads(row[4]) == name
    assert written_in(row[3]) == name.encode("utf-8", "replace").decode("utf-8")
