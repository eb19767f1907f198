"""What every condition weighs: one table, every subject with each verdict it can have."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from assessment.content.conditions import SUBJECTS, Condition
from assessment.content.yaml_reading import parse
from assessment.engine.assess import Assessment
from assessment.engine.verdicts import weigh

TABLE = Path(__file__).parent / "verdicts.yaml"
ROWS = parse(TABLE.read_bytes(), TABLE.name).data
CONDITION = TypeAdapter(Condition)
#: These look at what is there, never at an answer's content.
NEVER_UNKNOWN = {"known", "recommended"}
#: Nothing is recommended yet when rules are weighed one by one.
NEVER_HOLDS_HERE = {"recommended"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['when']} given {row['given']} {row['verdict']}")
def test_a_condition_weighs_as_the_table_says(row: dict, assessing: Callable[..., Assessment]):
    found = weigh(CONDITION.validate_python(row["when"]), assessing(**row["given"]).facts)

    assert {
        "verdict": found.verdict.value,
        "because": sorted(found.because),
        "missing": sorted(found.missing),
    } == {
        "verdict": row["verdict"],
        "because": sorted(row.get("because", [])),
        "missing": sorted(row.get("missing", [])),
    }


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_table_has_every_verdict_of_every_subject(subject: str):
    wanted = {"holds", "fails", "unknown"}
    wanted -= {"unknown"} if subject in NEVER_UNKNOWN else set()
    wanted -= {"holds"} if subject in NEVER_HOLDS_HERE else set()

    assert wanted - {row["verdict"] for row in ROWS if subject in row["when"]} == set()
