"""The README tells every column of a table of results, and no other."""

import re
from pathlib import Path

from assessment.content.edition import Edition
from assessment.portfolio.columns import result_columns

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_every_column_of_results_is_told_in_the_readme_and_no_other(edition: Edition):
    table = README.partition("| columns |")[2].partition("\n\n")[0].splitlines()[2:]
    names = {name for line in table for name in re.findall(r"`(\w+)`", line.split("|")[1])}
    columns = set(result_columns(edition))

    assert names - columns == set()
    assert {_family(name) for name in columns} == {_family(name) for name in names}


def _family(name: str) -> str:
    return re.sub(r"_(\d+|[A-Z]+)$", "", name)
