"""An edition in, one JSON Schema per content file out: an editor then completes, explains and checks what one writes.

The schemas come from the models; the names that a key may take are those of the edition. An editor checks each file by
itself; whether files agree is for `jalons check`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from assessment.content import hints
from assessment.content.catalogue import Catalogue
from assessment.content.conditions import COMPARISONS, SUBJECTS, Leaf, Written
from assessment.content.edition import FILES, Edition
from assessment.content.folder import OPTIONAL
from assessment.content.glossary import capital, title_of
from assessment.content.questionnaire import UNKNOWN, PartId, Question, Sourced
from assessment.content.rules import RuleFile
from assessment.content.vocabulary import Vocabulary, taken, vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
CONDITION = {"$ref": "#/$defs/Condition"}
ANSWERS = {"$ref": "#/$defs/Answers"}
#: Name of a schema -> the file of an edition it is for, and its model.
SCHEMAS: dict[str, tuple[str, type[Written]]] = {
    **{Path(file).stem: (file, kind) for file, kind in FILES.items()},
    "stability": ("stability.yaml", OPTIONAL["stability.yaml"]),
    "rules": ("rules/*.yaml", RuleFile),
    "catalogue": ("catalogue/*.yaml", Catalogue),
}
#: Keys that take one name or a list of them, and the names they take.
SEVERAL = {("type", "type"), ("level", "level")}

Schema = dict[str, Any]


def write_schemas(edition: Edition, folder: Path) -> tuple[Path, ...]:
    """Write every schema into *folder*, which is made if needed; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas(edition).items():
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)


def schemas(edition: Edition) -> Mapping[str, Schema]:
    """Name -> JSON Schema of every content file."""
    return {name: _schema(file, kind, edition) for name, (file, kind) in SCHEMAS.items()}


def _schema(file: str, kind: type[Written], edition: Edition) -> Schema:
    words = vocabulary(edition, file)
    schema = kind.model_json_schema(by_alias=True)
    models = {model.__name__: model for model in _models(Written)}
    definitions = schema.pop("$defs", {})
    for name, definition in definitions.items():
        if name in models:
            _finish(definition, models[name], words)
    _finish(schema, kind, words)
    if "AnswerTest" in definitions:
        title, description = hints.CONDITION
        union = [{"$ref": f"#/$defs/{model.__name__}"} for model in SUBJECTS.values()]
        definitions["Condition"] = {"title": title, "description": description, "anyOf": union}
    definitions |= {"Answers": _answers(edition), **{f"names_{name}": _names(words[name]) for name in words}}
    used = _used(schema, definitions)
    schema |= {"title": f"Jalons, {file}", "$defs": {name: definitions[name] for name in sorted(used)}}
    return {"$schema": DIALECT, **schema}


def _models(kind: type[Written]) -> Iterator[type[Written]]:
    for below in kind.__subclasses__():
        yield below
        yield from _models(below)


def _finish(schema: Schema, model: type[Written], words: Vocabulary) -> None:
    """Make the schema of *model* French, name what its keys may take, and say what only its validators know."""
    title, description = hints.HINTS.get(model.__name__, ("", ""))
    schema.pop("description", None)
    schema.pop("title", None)
    schema |= {"title": title, "description": description} if title else {}
    for key, given in schema.get("properties", {}).items():
        schema["properties"][key] = _property(given, model, key, words)
    if issubclass(model, Leaf):
        comparisons = [key for key in schema["properties"] if key in COMPARISONS]
        schema |= {"oneOf": [{"required": [key]} for key in comparisons]} if comparisons else {}
    if issubclass(model, Sourced):
        schema["properties"]["source"]["description"] = hints.SOURCED
        schema["properties"]["reason"]["description"] = hints.REASON
        choice = {"properties": {"source": {"pattern": "conception"}}, "required": ["source"]}
        schema |= {"if": choice, "then": {"required": ["reason"]}}


def _property(schema: Schema, model: type[Written], key: str, words: Vocabulary) -> Schema:
    schema = _plain(schema)
    schema["title"] = capital(title_of(model, key))
    if schema.get("default", ...) in (None, [], "", {}):
        del schema["default"]
    name = taken(model, key)
    if name in words:
        schema = _taking(schema, {"$ref": f"#/$defs/names_{name}"}, several=(key, name) in SEVERAL)
    elif (name := taken(model, f"keys of {key}")) == "question":
        schema = {"title": schema["title"], "anyOf": [ANSWERS, {"type": "null"}]}
    elif name in words:
        schema["properties"] = dict.fromkeys(words[name], schema["additionalProperties"])
        schema["additionalProperties"] = False
    if key == "given":
        schema["properties"] = {part: {"properties": {"answers": ANSWERS}} for part in get_args(PartId)}
    return schema


def _plain(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """The same schema, with unions told simply: conditions by their name, « or nothing » in the type, words listed."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if {"$ref": "#/$defs/AnswerTest"} in schema.get("oneOf", []):
        return {**{key: value for key, value in schema.items() if key not in ("oneOf", "title")}, **CONDITION}
    schema = {key: _plain(value) for key, value in schema.items()}
    if listed := re.fullmatch(r"\^\(?([\w|]+)\)?\$", schema.get("pattern", "")):
        schema = {key: value for key, value in schema.items() if key not in ("pattern", "type")}
        schema["enum"] = listed[1].split("|")
    match schema.get("anyOf"):
        case [{"type": str(kind), **rest}, {"type": "null"}]:
            return {**{key: value for key, value in schema.items() if key != "anyOf"}, **rest, "type": [kind, "null"]}
    return schema


def _taking(schema: Schema, names: Schema, *, several: bool) -> Schema:
    """The same schema, its texts being some of the *names*."""
    kept = {key: schema[key] for key in ("title", "default") if key in schema}
    kinds = schema.get("type", [])
    many = {"type": "array", "items": names, "minItems": 1}
    if several and "string" not in kinds:
        return {**kept, "anyOf": [names, many]}
    if "anyOf" in schema:
        return {**kept, "anyOf": [many, {"enum": ["practices"]}]}
    if "array" in kinds:
        return {**schema, "items": names, **({"prefixItems": [names] * 2} if "prefixItems" in schema else {})}
    return {**kept, "anyOf": [names, {"type": "null"}]} if "null" in kinds else {**kept, **names}


def _names(words: Mapping[str, str]) -> Schema:
    return {"enum": list(words), "enumDescriptions": list(words.values())}


def _answers(edition: Edition) -> Schema:
    questions = {question.id: _answer(question) for question in edition.questions.values()}
    return {"description": hints.ANSWERS, "type": "object", "properties": questions, "additionalProperties": False}


def _answer(question: Question) -> Schema:
    numbers = list(range(1, len(question.choices) + 1))
    labels = [choice.label for choice in question.choices]
    one = {"enum": [*numbers, UNKNOWN], "enumDescriptions": [*labels, "Ne sait pas"]}
    if question.kind == "one":
        return {"title": question.text, **one}
    return {"title": question.text, "anyOf": [one, {"type": "array", "items": {"enum": numbers}}]}


def _used(schema: Any, definitions: Mapping[str, Schema]) -> set[str]:  # noqa: ANN401 - JSON
    """Names of the definitions that *schema* needs, and those that these need."""
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        here = waiting.pop()
        waiting.extend(here.values() if isinstance(here, dict) else here if isinstance(here, list) else ())
        if isinstance(here, dict) and isinstance(name := here.get("$ref"), str):
            name = name.removeprefix("#/$defs/")
            if name not in found:
                found.add(name)
                waiting.append(definitions[name])
    return found
