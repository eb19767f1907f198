"""The published schema of answer files: every worked case and every attachment meets it, what we refuse does not."""

import datetime
import json

import pytest
from jsonschema import Draft202012Validator

from assessment.content.edition import Edition
from assessment.engine.actions import Action
from assessment.engine.answer_schema import answer_schema
from assessment.engine.answers import Answers, Subject
from assessment.engine.contract import answer_file
from assessment.engine.reading import read_answers
from assessment.storage.installation import issue


@pytest.fixture(name="validator", scope="module")
def _validator(edition: Edition) -> Draft202012Validator:
    schema = answer_schema(edition)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_every_worked_case_meets_it(validator: Draft202012Validator, edition: Edition):
    written = [answer_file(read_answers(each.given, edition), edition) for each in edition.examples]

    assert [error.message for each in written for error in validator.iter_errors(each)] == []


def test_what_a_report_carries_meets_it(validator: Draft202012Validator, edition: Edition, tmp_path):
    answers = Answers(
        edition.id,
        frozenset({"project", "doors"}),
        {"BES1": 2, "C6": (1, 4), "C4": "x", "L1": 1},
        {"BES1": "document"},
        Subject("Élan", datetime.date(2026, 5, 1)),
        (Action("Appeler", "Awa", datetime.date(2026, 6, 1), "M06"),),
        notes={"BES1": "Bilan d'essai, mars 2026"},
    )
    now = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)

    carried = json.loads(issue(answer_file(answers, edition), now, edition.id, tmp_path))

    assert [error.message for error in validator.iter_errors(carried)] == []


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"version": 2, "project": {"answers": {}}},
        {"project": {"answers": {"BES1": 9}}},
        {"project": {"answers": {"BES1": "2"}}},
        {"project": {"answers": {"C6": [1, 1]}}},
        {"project": {"answers": {"C6": [1, 2, 3]}}},
        {"project": {"answers": {"O1": 1}}},
        {"project": {"answers": {}, "shown": {"BES2": "document"}}},
        {"doors": {"answers": {}, "shown": {}}},
        {"project": {"answers": {}, "notes": {"BES1": 2026}}},
        {"project": {"answers": {}, "notes": {"BES1": "a" * 201}}},
        {"project": {"answers": {}, "notes": {"BES2": "Un bilan"}}},
        {"doors": {"answers": {}, "notes": {}}},
        {"project": {"answers": {}}, "actions": [{"who": "Awa"}]},
        {"project": {"answers": {}}, "score": 3},
    ],
)
def test_what_is_no_answer_file_does_not(validator: Draft202012Validator, data: dict):
    assert not validator.is_valid(data)
