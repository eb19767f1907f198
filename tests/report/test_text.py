"""The report on a terminal. Golden texts are written anew with `pytest --regenerate-golden`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.content.edition import Edition
from assessment.report import text
from assessment.report.document import Report

GOLDEN = Path(__file__).parent / "golden"

Telling = Callable[..., Report]
Given = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize("case", ["F03", "F15", "complete"])
def test_the_text_is_the_golden_one(case: str, given: Given, telling: Telling, request: pytest.FixtureRequest):
    path = GOLDEN / f"{case}.txt"
    told = text.render(telling(given(case)))

    if request.config.getoption("--regenerate-golden"):
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")


def test_no_line_is_longer_than_the_terminal_but_for_an_address(telling: Telling, edition: Edition):
    long = [
        line
        for example in edition.examples
        for line in text.render(telling(example.given)).splitlines()
        if len(line) > text.WIDTH and "http" not in line
    ]

    assert long == []


def test_a_name_from_a_stranger_cannot_drive_the_terminal(telling: Telling):
    told = text.render(telling({"subject": {"name": "Le\x1b[2J jardin\u202e"}, "doors": {"answers": {"L1": 1}}}))

    assert "Le[2J jardin" in told
    assert not {"\x1b", "\u202e"} & set(told)
