"""Whatever stands at whatever key, what is said is ours: in French, at the key, with a remedy."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from assessment.content.conditions import Written
from assessment.content.reading import EITHER, WORDS, one_of, parts, read, shown
from assessment.content.shelf import current, files_of
from assessment.content.yaml_text import YamlText
from assessment.errors import ContentError, Problem

ODD = (None, "", "x", 0, -1, 99, 1.5, float("inf"), True, [], {}, ["x"], [[1]], [None], {"a": 1}, {"a": None})
MOMENTS = (datetime.date(2026, 11, 22), datetime.datetime(2026, 11, 22, 10, 0))
#: Words of pydantic's own sentences.
ENGLISH = re.compile(r"\b(should|valid|must|input|field|error|or|than|least|required|permitted)\b", re.IGNORECASE)
#: What is quoted, and names of keys, are the author's.
QUOTED = re.compile(r"« .*? »|\w+_\w+|(parmi|possibles) : .*|: \w+, \w+.*")
#: Told apart from the table of words.
APART = {"extra_forbidden", "missing", "value_error", "condition"}


@pytest.fixture(name="models", scope="module")
def _models() -> dict[type[Written], dict[str, Any]]:
    """One model of each class the shipped files hold, as data."""
    return {
        type(part): part.model_dump(by_alias=True, exclude_unset=True)
        for file in files_of(current())
        for _, part in parts(file.model)
    }


def refusals(models: dict[type[Written], dict[str, Any]]) -> Iterator[tuple[str, ValidationError, tuple[Problem, ...]]]:
    """Every odd value at every key: the key, what pydantic says and what we say; once for each way to be refused."""
    seen = set()
    for model, data in models.items():
        for key in [field.alias or name for name, field in model.model_fields.items()]:
            for value in (*ODD, *MOMENTS):
                changed = {**data, key: value}
                try:
                    model.model_validate(changed)
                except ValidationError as error:
                    way = (model, key, type(value), *(each["type"] for each in error.errors()))
                    if way not in seen:
                        yield key, error, told(changed, model)
                    seen.add(way)


def told(data: dict[str, Any], model: type[Written]) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        read(YamlText("fichier.yaml", "a: 1", data), model)
    return caught.value.problems


def test_nothing_that_pydantic_says_reaches_a_person(models: dict[type[Written], dict[str, Any]]):
    said, types = set(), set()
    for key, error, problems in refusals(models):
        said |= {(each.what, each.remedy) for each in problems}
        types |= {each["type"] for each in error.errors() if key not in EITHER}

    assert [what for what, remedy in said if ENGLISH.search(QUOTED.sub("", f"{what} {remedy}"))] == []
    assert types - set(WORDS) - APART == set()
    assert len(said) > 100


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (None, ""),
        ([1], ""),
        ({"a": 1}, ""),
        ("deux\n  lignes", "deux lignes"),
        ("x" * 41, "x" * 39 + "…"),
        (datetime.date(2026, 11, 22), "2026-11-22"),
    ],
)
def test_a_value_is_shown_as_it_was_written(value: object, text: str):
    assert shown(value) == text


def test_the_nearest_name_is_proposed_then_all_when_they_are_few_then_none():
    names = ["association", "fondation"]

    assert [one_of("asociation", names), one_of("zzz", names), one_of("zzz", names, most=1)] == [
        "Vouliez-vous dire « association » ?",
        "Choisissez parmi : association, fondation.",
        "",
    ]
