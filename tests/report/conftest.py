"""Reports that the tests of this folder share, all told from real answers to the shipped edition."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from assessment.content.edition import Edition
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.report.document import Report
from assessment.report.sections import tell

DAY = datetime.date(2026, 11, 22)

#: A project with its organisation and its doors, everything answered.
ORGANISATION = {
    "T0": 1,
    "T1": 2,
    "T2": 3,
    "T3": 2,
    "T4": 2,
    "T5": 2,
    **dict.fromkeys(("O1", "O2", "O3", "O4", "O6", "O9", "O10", "O12", "O13", "O14", "AS1"), 2),
    **dict.fromkeys(("O5", "O7", "O11", "AS2"), 1),
    "O8": "x",
}
DOORS = {"L1": 2, "L2": 3, "L3": 2, "L4": 2, "L5": 2}
CONTEXT = {"C1": 1, "C2": 1, "C3": 3, "C4": 2, "C5": 1, "C6": [3, 8], "C7": [1], "F1": [2, 4], "F2": 1}


@pytest.fixture(name="given", scope="session")
def _given(edition: Edition) -> Callable[[str], dict[str, Any]]:
    """The answers of a worked case, « F03 »; or of « complete », which has every part."""

    def given(name: str) -> dict[str, Any]:
        wanted = "F07" if name == "complete" else name
        found = next(example.given for example in edition.examples if example.name.startswith(wanted))
        if name != "complete":
            return found
        return {
            "subject": {"name": "Le Jardin des possibles", "date": DAY.isoformat()},
            "project": {
                "answers": {**found["project"]["answers"], **CONTEXT},
                "shown": {"EXP1": "document", "DEP1": "outside", "MOD1": "no"},
            },
            "organisation": {"answers": ORGANISATION},
            "doors": {"answers": DOORS},
        }

    return given


@pytest.fixture(name="telling", scope="session")
def _telling(edition: Edition) -> Callable[..., Report]:
    """The report of an answer file's data."""
    return lambda data, short=False: tell(assess(read_answers(data, edition), edition, short=short), DAY)


@pytest.fixture(name="report", scope="session")
def _report(given: Callable[[str], dict[str, Any]], telling: Callable[..., Report]) -> Report:
    """The complete report."""
    return telling(given("complete"))
