"""An edition in, the JSON Schema of its answer files out: what a report carries, for other programs to read and write.

A schema sees each answer by itself; what holds between answers (a question of another type, a proof without its answer,
a note where nothing is shown) is for `read_answers`.
"""

from typing import Any

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, PartId, Question
from assessment.engine.actions import AT_MOST, LONGEST
from assessment.engine.actions import KEYS as ACTION_KEYS
from assessment.engine.answers import LONGEST_NAME, PARTS
from assessment.engine.evidence import LONGEST_NOTE, SHOWN
from assessment.engine.reading import VERSION

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY = {"type": "string", "format": "date"}


def answer_schema(edition: Edition) -> Schema:
    """The schema (draft 2020-12) of an answer file of *edition*, and of the attachment of its reports."""
    parts = {part: _part(part, edition) for part in PARTS}
    subject = {"name": {"type": "string", "maxLength": LONGEST_NAME}, "date": DAY}
    return {
        "$schema": DIALECT,
        "title": f"Jalons, {edition.card.title}",
        **_object(
            {
                "version": {"const": VERSION},
                "edition": {"const": edition.id},
                "subject": _object(subject),
                "short": {"type": "boolean"},
                **parts,
                "actions": {"type": "array", "maxItems": AT_MOST, "items": _action()},
                "issued": _issued(),
            }
        ),
        "anyOf": [{"required": [part]} for part in PARTS],
    }


def _part(part: PartId, edition: Edition) -> Schema:
    questionnaire = edition.questionnaire(part)
    keys = {"answers": _object({question.id: _answer(question) for question in questionnaire.questions})}
    if questionnaire.evidence:
        keys["shown"] = _object({name: {"enum": list(SHOWN)} for name in edition.key_questions})
        note = {"type": "string", "maxLength": LONGEST_NOTE}
        keys["notes"] = _object(dict.fromkeys(edition.key_questions, note))
    return {"title": questionnaire.title, **_object(keys)}


def _answer(question: Question) -> Schema:
    numbers = list(range(1, len(question.choices) + 1))
    if question.kind == "one":
        return {"title": question.text, "enum": [*numbers, UNKNOWN]}
    several: Schema = {"type": "array", "uniqueItems": True, "items": {"enum": numbers}}
    if question.at_most is not None:
        several["maxItems"] = question.at_most
    return {"title": question.text, "anyOf": [several, {"const": UNKNOWN}]}


def _action() -> Schema:
    texts = {key: {"type": "string", "maxLength": LONGEST} for key in ACTION_KEYS if key != "by"}
    return {**_object({**texts, "by": DAY}), "required": ["what"]}


def _issued() -> Schema:
    texts = {name: {"type": "string"} for name in ("edition", "installation", "hmac")}
    return _object({"at": {"type": "string", "format": "date-time"}, **texts})


def _object(keys: Schema) -> Schema:
    return {"type": "object", "properties": keys, "additionalProperties": False}
