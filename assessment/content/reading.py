"""A parsed file and a model in, the model out; what pydantic refuses is told in French, by file and line."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from assessment.content.conditions import Written
from assessment.content.yaml_text import YamlText
from assessment.errors import ContentError, Problem, nearest

Model = TypeVar("Model", bound=Written)

#: pydantic's error type -> (what, remedy); {…} are filled from the error's context.
WORDS = {
    "string_type": ("on attend un texte.", "Écrivez un texte, entre guillemets s'il ressemble à un nombre."),
    "string_too_short": ("le texte est vide.", "Écrivez-le."),
    "string_pattern_mismatch": ("« {value} » n'a pas la forme attendue.", "Voyez questionnaires/README.md."),
    "int_type": ("on attend un nombre entier.", "Écrivez un nombre, sans guillemets."),
    "int_parsing": ("on attend un nombre entier, pas « {value} ».", "Écrivez un nombre, sans guillemets."),
    "int_from_float": ("on attend un nombre entier, pas « {value} ».", "Écrivez un nombre sans virgule."),
    "bool_type": ("on attend true ou false.", "Écrivez l'un des deux, sans guillemets."),
    "bool_parsing": ("on attend true ou false, pas « {value} ».", "Écrivez l'un des deux, sans guillemets."),
    "tuple_type": ("on attend une liste.", "Commencez chaque ligne par un tiret, ou écrivez [a, b]."),
    "dict_type": ("on attend des lignes « clé: valeur ».", "Écrivez une clé par ligne."),
    "model_type": ("on attend des lignes « clé: valeur ».", "Écrivez une clé par ligne."),
    "too_short": ("il en manque : au moins {min_length}.", "Complétez la liste."),
    "too_long": ("il y en a trop : au plus {max_length}.", "Raccourcissez la liste."),
    "greater_than_equal": ("« {value} » est trop petit : au moins {ge}.", "Corrigez le nombre."),
    "less_than_equal": ("« {value} » est trop grand : au plus {le}.", "Corrigez le nombre."),
    "literal_error": ("« {value} » n'est pas admis ici.", "Choisissez parmi : {expected}."),
    "date_type": ("on attend une date.", "Écrivez-la ainsi : 2026-11-22."),
    "date_from_datetime_parsing": ("« {value} » n'est pas une date.", "Écrivez-la ainsi : 2026-11-22."),
}


def read(text: YamlText, kind: type[Model]) -> Model:
    """Check a parsed file against *kind*; raises ContentError with every problem of the file."""
    try:
        return kind.model_validate(text.data)
    except ValidationError as error:
        raise ContentError(told(text, details) for details in error.errors()) from error


def told(text: YamlText, details: ErrorDetails) -> Problem:
    """One pydantic error as a Problem, at the line of the key that is wrong."""
    path = tuple(step for step in details["loc"] if not (isinstance(step, str) and step.startswith("<")))
    kind, context = details["type"], details.get("ctx", {})
    where = text.where(path)
    if kind == "extra_forbidden":
        return Problem("unknown-key", where, f"la clé « {path[-1]} » n'existe pas ici.", nearest(str(path[-1]), _keys()))
    if kind == "missing":
        return Problem("missing-key", text.where(path[:-1]), f"il manque la clé « {path[-1]} ».", "Ajoutez-la.")
    if kind == "value_error":
        return Problem("wrong-value", where, str(context["error"]), "")
    if kind == "condition":
        found = details["input"]
        hint = nearest(next(iter(found), ""), _keys()) if isinstance(found, dict) else ""
        return Problem("wrong-condition", where, details["msg"], hint)
    what, remedy = WORDS.get(kind, ("cette valeur n'est pas admise.", "Voyez questionnaires/README.md."))
    filled = {**context, "value": details["input"]}
    return Problem("wrong-value", where, what.format_map(filled), remedy.format_map(filled))


def _keys() -> set[str]:
    return {field.alias or name for kind in _kinds(Written) for name, field in kind.model_fields.items()}


def _kinds(kind: type[Written]) -> Iterator[type[Written]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _kinds(child)


Step = str | int


def parts(model: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Written]]:  # noqa: ANN401 - any field
    """Every model inside *model* with its path of YAML keys, outermost first."""
    if isinstance(model, Written):
        yield path, model
        for name, field in type(model).model_fields.items():
            yield from parts(getattr(model, name), (*path, field.alias or name))
    elif isinstance(model, tuple):
        for index, item in enumerate(model):
            yield from parts(item, (*path, index))
    elif isinstance(model, dict):
        for key, item in model.items():
            yield from parts(item, (*path, key))
