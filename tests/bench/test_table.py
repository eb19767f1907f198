"""The table tells what does not hold, and stands in the README where it stood before."""

import pytest

from bench.table import MarksMissing, Row, machine, put, table

ROWS = [Row("kills", "0 lost", "0 lost", True), Row("clicks", "3.10 times", "at most 2.5 times", False)]


def test_a_figure_that_does_not_hold_says_non():
    assert table(ROWS, "two cores").splitlines() == [
        "| what | measured | wanted | holds |",
        "| --- | --- | --- | --- |",
        "| kills | 0 lost | 0 lost | oui |",
        "| clicks | 3.10 times | at most 2.5 times | **non** |",
        "",
        "Taken on two cores.",
    ]


def test_a_new_table_takes_the_place_of_the_old_one():
    text = "Before.\n<!-- figures -->\nold\n<!-- /figures -->\nAfter."

    assert put(text, "new") == "Before.\n<!-- figures -->\nnew\n<!-- /figures -->\nAfter."


@pytest.mark.parametrize("text", ["", "<!-- figures -->", "<!-- /figures --> then <!-- figures -->"])
def test_a_text_without_both_marks_is_left_alone(text: str):
    with pytest.raises(MarksMissing, match=r"<!-- figures --> … <!-- /figures -->"):
        put(text, "new")


def test_the_machine_has_versions_and_no_day():
    assert machine() == machine()
    assert {"Python", "SQLite", "cores,"} <= set(machine().split())
