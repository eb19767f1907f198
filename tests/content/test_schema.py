"""The JSON Schemas: shipped files fit them, common mistakes do not, and the names they offer are those there are."""

import copy
import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from assessment.content.conditions import SUBJECTS, Written
from assessment.content.edition import Edition
from assessment.content.folder import read_files
from assessment.content.glossary import title_of
from assessment.content.names import Names
from assessment.content.schema import SCHEMAS, schemas, write_schemas
from assessment.content.shelf import current
from assessment.content.vocabulary import vocabulary
from assessment.content.writing import keys

FILES = {file.name: file for file in read_files(current())}
WRITTEN = [name for name in FILES if name != "links.yaml"]
DEFAULT = {"answer": "BES1", "at_least": 2}


@pytest.fixture(name="shipped", scope="module")
def _shipped(edition: Edition) -> dict[str, Any]:
    return dict(schemas(edition))


def schema_of(file: str) -> str:
    if file.startswith("catalogue/"):
        return "catalogue"
    return "rules" if file.startswith("rules/") and file != "rules/limits.yaml" else Path(file).stem


def as_json(data: Any) -> Any:
    """The data of a YAML file as an editor sees it: dates are texts."""
    return json.loads(json.dumps(data, default=datetime.date.isoformat))


def refused(schema: dict[str, Any], data: Any) -> bool:
    return not Draft202012Validator(schema).is_valid(as_json(data))


def test_there_is_a_schema_for_every_kind_of_file(shipped: dict[str, Any]):
    assert set(shipped) == {
        "edition",
        "project",
        "organisation",
        "doors",
        "placement",
        "levers",
        "needs",
        "programme",
        "teaching",
        "interview",
        "funding",
        "rules",
        "limits",
        "examples",
        "catalogue",
        "stability",
    }


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema_of_2020_12(name: str, shipped: dict[str, Any]):
    Draft202012Validator.check_schema(shipped[name])

    assert shipped[name]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize("file", WRITTEN)
def test_every_shipped_file_fits_its_schema(file: str, shipped: dict[str, Any]):
    schema = shipped[schema_of(file)]

    assert [error.message for error in Draft202012Validator(schema).iter_errors(as_json(FILES[file].text.data))] == []


@pytest.mark.parametrize(
    "change",
    [
        {"when": {"answer": "BES1"}},
        {"when": {"answer": "BES1", "at_least": 2, "at_most": 3}},
        {"when": {"answer": "BES99", "at_least": 2}},
        {"when": {"any": [DEFAULT, {"stage": "reached", "is": "diffusion"}]}},
        {"when": {"not": {"stage": "atteinte", "is": "conception"}}},
        {"when": {"type": ["association", "ong"]}},
        {"when": {"count": ["O1", "O33"], "at_least": 2, "how_many": 1}},
        {"when": {"count": "dimensions", "at_least": 2, "how_many": 1}},
        {"when": {"recommended": "livre"}},
        {"when": DEFAULT, "recommand": ["M17"]},
        {"when": DEFAULT, "recommend": ["M77"]},
        {"when": DEFAULT, "levers": ["argent"]},
        {"when": DEFAULT, "hold_back": {"kinds": ["livre"]}},
        {"when": DEFAULT, "precedence": 4},
        {"when": DEFAULT, "fires": {"BES1": 9}},
        {"when": DEFAULT, "silent": {"BES99": 1}},
        {"when": DEFAULT, "source": "choix de conception", "reason": None, "without": "reason"},
    ],
    ids=str,
)
def test_a_rule_with_a_mistake_does_not_fit(change: dict[str, Any], shipped: dict[str, Any]):
    change = dict(change)
    without = change.pop("without", None)
    rule = {"id": "R999", "when": DEFAULT, "recommend": ["M17"], "because": "…", "source": "000", "reason": "…"}
    wrong = {key: value for key, value in {**rule, **change}.items() if key != without}

    assert [refused(shipped["rules"], {"rules": [each]}) for each in (rule, wrong)] == [False, True]


@pytest.mark.parametrize(
    ("file", "path", "value"),
    [
        ("project.yaml", ("questions", 0, "screen"), "contexe"),
        ("project.yaml", ("questions", 0, "id"), "bes1"),
        ("project.yaml", ("questions", 0, "choices"), []),
        ("placement.yaml", ("gates", 0, "to"), "prototype"),
        ("placement.yaml", ("zones", 0, "signs", 0, "when"), "toujours"),
        ("levers.yaml", ("levers", 0, "doses", 0, "weight"), "++++"),
        ("levers.yaml", ("levers", 0, "why", "phase", "ailleurs"), "…"),
        ("needs.yaml", ("needs", 0, "dimension"), "XYZ"),
        ("edition.yaml", ("published",), "hier"),
        ("catalogue/modules.yaml", ("items", 0, "kind"), "livre"),
        ("catalogue/centres.yaml", ("items", 0, "sections", "fenetre"), "…"),
        ("examples.yaml", ("examples", 0, "given", "project", "answers", "BES1"), 12),
        ("rules/limits.yaml", ("groups", 0, "at_most"), 0),
    ],
)
def test_a_file_with_a_mistake_does_not_fit(file: str, path: tuple[Any, ...], value: Any, shipped: dict[str, Any]):
    data = copy.deepcopy(as_json(FILES[file].text.data))
    here = data
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    schema = shipped[schema_of(file)]

    dates = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert not dates.is_valid(data)


def test_a_condition_is_any_of_the_tests_that_there_are(shipped: dict[str, Any]):
    known = [{"$ref": f"#/$defs/{kind.__name__}"} for kind in SUBJECTS.values()]

    assert [shipped[name]["$defs"]["Condition"]["anyOf"] for name in ("rules", "placement", "project")] == [known] * 3


def test_no_part_of_a_file_takes_a_key_that_we_do_not_know(shipped: dict[str, Any]):
    models = {kind.__name__ for kind in _below(Written)}
    open_ended = [
        name
        for schema in shipped.values()
        for name, part in {"": schema, **schema["$defs"]}.items()
        if (name in models or not name) and part["additionalProperties"] is not False
    ]

    assert open_ended == []


def test_the_names_offered_are_those_that_the_check_knows(edition: Edition):
    names = Names(tuple(FILES.values()))

    offered = {kind: frozenset(words) for kind, words in vocabulary(edition, "project.yaml").items()}
    project = names.models["project.yaml"]
    assert offered == {
        **names.sets,
        "kind_or_item": names.sets["kind"] | names.sets["item"],
        "screen": frozenset(screen.id for screen in project.screens),
        "definition": frozenset(definition.id for definition in project.definitions),
    }


def test_every_key_has_its_french_words():
    """A new key goes to assessment/content/glossary.py, unless it is French already."""
    english = {
        key
        for kind in _below(Written)
        for key in keys(kind)
        if title_of(kind, key) == key and key not in SAME_IN_FRENCH
    }

    assert english == set()


def test_schemas_are_written_side_by_side_and_alike_twice(edition: Edition, tmp_path: Path):
    written = write_schemas(edition, tmp_path / "schemas")
    first = [path.read_bytes() for path in written]

    assert [path.name for path in written] == [f"{name}.schema.json" for name in SCHEMAS]
    assert [path.read_bytes() for path in write_schemas(edition, tmp_path / "schemas")] == first


#: Keys whose French words are the key itself.
SAME_IN_FRENCH = {
    "modules",
    "parcours",
    "pause",
    "jargon",
    "verbatim",
    "source",
    "question",
    "questions",
    "dimension",
    "phase",
    "phases",
    "zone",
    "zones",
    "type",
    "organisation",
    "licence",
    "qualification",
    "provenance",
    "message",
    "publications",
    "date",
}


def _below(kind: type[Written]) -> list[type[Written]]:
    return [found for below in kind.__subclasses__() for found in (below, *_below(below))]
