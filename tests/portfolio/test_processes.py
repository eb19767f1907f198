"""Several processes work in order, say what went wrong, and end as soon as nobody listens."""

import os
from pathlib import Path

import pytest

from assessment.content.edition import Edition
from assessment.content.shelf import SHIPPED
from assessment.engine.answers import Answers
from assessment.errors import EditionMissing
from assessment.portfolio.processes import spread
from assessment.portfolio.rows import Row
from assessment.portfolio.screening import _screened, screen


def rows(edition: Edition, count: int) -> list[Row]:
    parts = frozenset({"project"})
    return [Row(line, Answers(edition.id, parts, {"EXP1": 1 + line % 4})) for line in range(count)]


def children() -> list[str]:
    """What the processes that this one started are called with."""
    started = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    names = (name for each in started for name in each.read_text(encoding="ascii").split())
    return [Path(f"/proc/{name}/cmdline").read_text(encoding="utf-8") for name in names]


def test_what_is_found_comes_in_the_order_given(edition: Edition):
    given = rows(edition, 23)

    assert list(spread(_screened, given, edition.id, SHIPPED, processes=2, block=3)) == list(screen(given, edition))
    assert list(spread(_screened, [], edition.id, SHIPPED, processes=2, block=3)) == []


def test_what_goes_wrong_in_a_process_is_raised_where_it_was_asked(edition: Edition):
    with pytest.raises(EditionMissing):
        list(spread(_screened, rows(edition, 2), "gone", SHIPPED, processes=1, block=1))


def test_the_processes_end_when_nobody_listens_any_more(edition: Edition):
    found = spread(_screened, rows(edition, 40), edition.id, SHIPPED, processes=2, block=2)
    next(found)
    assert sum("assessment.portfolio.processes" in each for each in children()) == 2

    found.close()

    assert [each for each in children() if "assessment.portfolio.processes" in each] == []
