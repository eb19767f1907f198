"""A parsed file and a model in, the model out; what pydantic refuses is told in French, by file and line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from assessment.content.conditions import SUBJECTS, Written
from assessment.content.yaml_text import Step, YamlText
from assessment.errors import ContentError, Problem, nearest

Model = TypeVar("Model", bound=Written)

A_TEXT = (
    "on attend un texte.",
    "Écrivez un texte, entre guillemets s'il ressemble à un nombre ou commence par un signe.",
)
A_NUMBER = ("on attend un nombre entier{not_value}.", "Écrivez un nombre sans virgule ni guillemets.")
TRUE_OR_FALSE = ("on attend true (oui) ou false (non){not_value}.", "Écrivez l'un des deux, sans guillemets.")
A_LIST = ("on attend une liste.", "Commencez chaque ligne par un tiret et une espace, ou écrivez [a, b].")
KEYS = ("on attend des lignes « clé: valeur ».", "Écrivez une clé par ligne, suivie d'un deux-points et d'une espace.")
A_DATE = ("on attend une date{not_value}.", "Écrivez-la ainsi : 2026-11-22.")
#: pydantic's error type -> (what, remedy); {…} are filled from the error's context.
WORDS = {
    "string_type": A_TEXT,
    "string_too_short": ("le texte est vide.", "Écrivez-le."),
    "string_pattern_mismatch": ("{quoted} n'est pas admis ici.", "{choices}"),
    "int_type": A_NUMBER,
    "int_parsing": A_NUMBER,
    "int_from_float": A_NUMBER,
    "finite_number": A_NUMBER,
    "bool_type": TRUE_OR_FALSE,
    "bool_parsing": TRUE_OR_FALSE,
    "tuple_type": A_LIST,
    "dict_type": KEYS,
    "model_type": KEYS,
    "too_short": ("il n'y en a pas assez : au moins {min_length}.", "Complétez."),
    "too_long": ("il y en a trop : au plus {max_length}.", "Retirez-en."),
    "greater_than_equal": ("« {value} » est trop petit : au moins {ge}.", "Corrigez le nombre."),
    "less_than_equal": ("« {value} » est trop grand : au plus {le}.", "Corrigez le nombre."),
    "literal_error": ("{quoted} n'est pas admis ici.", "{choices}"),
    "date_type": A_DATE,
    "date_parsing": A_DATE,
    "date_from_datetime_parsing": A_DATE,
    "date_from_datetime_inexact": A_DATE,
}
OTHERWISE = ("cette valeur n'est pas admise.", "Cherchez la clé dans questionnaires/README.md.")
#: Key that takes one kind of value or another -> what it takes.
EITHER = {
    "count": "Écrivez une liste de questions, ou le mot practices.",
    "fires": "Écrivez un numéro d'option, x, ou une liste comme [1, 4].",
    "silent": "Écrivez un numéro d'option, x, ou une liste comme [1, 4].",
}
#: Pattern of a name -> how it is written.
FORMS = {
    r"^[A-Z][A-Za-z]*\d+[a-z]?$": "Écrivez une ou plusieurs lettres, la première en majuscule, puis un nombre : BES1.",
    "^[0-9a-f]{64}$": "Écrivez les 64 signes de l'empreinte, sans rien d'autre.",
}


def read(text: YamlText, kind: type[Model]) -> Model:
    """Check a parsed file against *kind*; raises ContentError with every problem of the file."""
    try:
        return kind.model_validate(text.data)
    except ValidationError as error:
        raise ContentError(dict.fromkeys(told(text, details, kind) for details in _wrong(error, kind))) from error


def _wrong(error: ValidationError, model: type[Written]) -> Iterator[ErrorDetails]:
    """Every error, a missing key apart when it is there under a misspelt name."""
    errors = error.errors()
    meant = {_misspelt(details, model) for details in errors if details["type"] == "extra_forbidden"}
    return (each for each in errors if each["type"] != "missing" or _trace(model, each["loc"])[0] not in meant)


def _misspelt(details: ErrorDetails, model: type[Written]) -> tuple[Step, ...]:
    """The path of the key that an unknown one seems to stand for."""
    path, around = _trace(model, details["loc"][:-1])
    return (*path, *get_close_matches(str(details["loc"][-1]), sorted(_keys(around)), n=1, cutoff=0.5))


def told(text: YamlText, details: ErrorDetails, model: type[Written]) -> Problem:
    """One pydantic error as a Problem, at the line of the key that is wrong."""
    path, here = _trace(model, details["loc"])
    kind, context, given = details["type"], details.get("ctx", {}), details["input"]
    if kind == "extra_forbidden":
        _, around = _trace(model, details["loc"][:-1])
        return Problem(
            "unknown-key",
            text.where(path),
            f"la clé « {path[-1]} » n'existe pas ici.",
            one_of(str(path[-1]), _keys(around)),
        )
    if kind == "missing":
        what = "il manque un élément à la liste." if isinstance(path[-1], int) else f"il manque la clé « {path[-1]} »."
        return Problem(
            "missing-key", text.where(path[:-1]), what, "Ajoutez-le." if isinstance(path[-1], int) else "Ajoutez-la."
        )
    if kind == "value_error":
        message = str(context["error"])
        return Problem("wrong-value", text.where((*path, *_meant(message, given))), message, "")
    if kind == "condition":
        return Problem("wrong-condition", text.where(path), *_subject(given))
    if _several(here):
        key = next((step for step in reversed(path) if step in EITHER), "")
        return Problem("wrong-value", text.where(path), OTHERWISE[0], EITHER.get(key, OTHERWISE[1]))
    what, remedy = WORDS.get(kind, OTHERWISE)
    value = shown(given)
    filled = {
        **context,
        "value": value,
        "quoted": f"« {value} »" if value else "ceci",
        "not_value": f", pas « {value} »" if value else "",
        "choices": _choices(str(given), context),
    }
    said = what.format_map(filled)
    if given is None:
        said = "il n'y a rien ici." if "{quoted}" in what else f"il n'y a rien ici : {said}"
    return Problem("wrong-value", text.where(path), said, remedy.format_map(filled))


def shown(value: object) -> str:
    """A value of a file in a few signs, as the author wrote it; empty for nothing, a list or keys."""
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or isinstance(value, list | dict):
        return ""
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def one_of(name: str, known: Iterable[str], most: int = 20) -> str:
    """The hint for a name that is not *known*: the nearest, else all of them when they are few."""
    names = list(known)
    if hint := nearest(name, names):
        return hint
    return f"Choisissez parmi : {', '.join(names)}." if 0 < len(names) <= most else ""


def _choices(given: str, context: Mapping[str, Any]) -> str:
    pattern = context.get("pattern", "")
    if pattern in FORMS:
        return FORMS[pattern]
    words = re.findall(r"'([^']*)'", context.get("expected", "")) or re.findall(r"\w+", pattern)
    return f"Choisissez parmi : {', '.join(words)}." if len(words) <= 5 else one_of(given, words)


def _subject(given: object) -> tuple[str, str]:
    """What is wrong with a condition that has no known subject, or several, and the remedy."""
    if not isinstance(given, dict):
        return "on attend une condition.", "Écrivez par exemple {answer: BES1, at_least: 2}."
    if len(found := [key for key in SUBJECTS if key in given]) > 1:
        return f"cette condition a plusieurs sujets : {', '.join(found)}.", "Séparez-les sous « all: » ou « any: »."
    hint = next((hint for key in given if (hint := nearest(key, SUBJECTS))), "")
    return "cette condition n'a pas de sujet connu.", hint or f"Sujets possibles : {', '.join(SUBJECTS)}."


def _meant(message: str, given: object) -> tuple[str, ...]:
    """The key of *given* that a message of a model is about, if it names one; a missing reason is at the source."""
    named = [*re.findall(r"« (\w+) »", message), *(["source"] if "reason" in message else [])]
    return next(((key,) for key in named if isinstance(given, dict) and key in given), ())


def _trace(model: object, loc: tuple[Step, ...]) -> tuple[tuple[Step, ...], object]:
    """The path of *loc* as the author wrote it, and what is expected there; stops where several kinds are allowed."""
    path: list[Step] = []
    here = _bare(model)
    for step in loc:
        if isinstance(step, str) and step.startswith("<"):
            here = SUBJECTS[step.strip("<>")]
        elif step == "[key]" or _several(here):
            break
        else:
            path.append(step)
            here = _bare(_below(here, step))
    return tuple(path), here


def _below(here: object, step: Step) -> object:
    if isinstance(here, type) and issubclass(here, Written):
        return next(
            (field.annotation for name, field in here.model_fields.items() if (field.alias or name) == step), None
        )
    inside = get_args(here)
    if get_origin(here) is dict:
        return inside[1]
    if get_origin(here) is tuple and isinstance(step, int):
        return inside[0] if Ellipsis in inside else inside[min(step, len(inside) - 1)]
    return None


def _bare(kind: object) -> object:
    """A kind without « or nothing » and without what is said about it."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        kinds = [each for each in get_args(kind) if each is not NoneType]
        return _bare(kinds[0]) if len(kinds) == 1 else kind
    return kind


def _several(kind: object) -> bool:
    return get_origin(kind) in (Union, UnionType) and not any(get_origin(each) is Annotated for each in get_args(kind))


def _keys(kind: object) -> list[str]:
    if isinstance(kind, type) and issubclass(kind, Written):
        return [field.alias or name for name, field in kind.model_fields.items()]
    return []


def parts(model: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Written]]:  # noqa: ANN401 - any field
    """Every model inside *model* with its path of YAML keys, outermost first."""
    if isinstance(model, Written):
        yield path, model
        inside = ((key, getattr(model, name)) for name, key in _named(type(model)))
    elif isinstance(model, dict):
        inside = model.items()
    else:
        inside = enumerate(model) if isinstance(model, tuple) else ()
    for step, item in inside:
        if isinstance(item, Written | tuple | dict):
            yield from parts(item, (*path, step))


@lru_cache
def _named(kind: type[Written]) -> tuple[tuple[str, str], ...]:
    """Attribute and YAML key of each field."""
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())
