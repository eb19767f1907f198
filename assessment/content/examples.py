"""Worked cases as written: a story, the answers, and the result that must come out."""

from typing import Any

from pydantic import Field

from assessment.content.conditions import Written


class Example(Written):
    """A case: *given* is an answer file's content; *expect* lists parts of the result as in the JSON contract."""

    name: str
    story: str | None = None
    given: dict[str, Any]
    expect: dict[str, Any] = Field(min_length=1)


class Examples(Written):
    """All cases of an edition."""

    examples: tuple[Example, ...] = ()
