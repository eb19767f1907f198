"""The sheet to read of a workbook: what the owner reads otherwise is never put in the project's mouth."""

import datetime
from collections.abc import Callable

from assessment.content.edition import Edition
from assessment.engine.answers import Answers
from assessment.portfolio.exported import exported
from assessment.portfolio.projects import Project, Reading
from assessment.portfolio.reading_again import read_again
from assessment.portfolio.screened import whole_line
from assessment.portfolio.told import Labels

DAY = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)


def told(first: Answers, readings: dict[str, object], edition: Edition) -> dict[str, object]:
    """The cells of a project that its owner reads so."""
    read = {name: Reading(value, "Vu sur place.", DAY) for name, value in readings.items()}
    answers = read_again(first, readings, edition)
    project = Project("a", "Le Pont", DAY, "table", "", ("result", "answers"), first, answers, read)
    (line,) = exported([(project, whole_line(project, edition))])
    return Labels(edition).told(line)


def test_a_pair_that_a_second_reading_makes_is_said_to_be_the_owners(edition: Edition, answering: Callable):
    spread, tried = (f"{name} {edition.questions[name].text}" for name in ("DEP1", "EXP1"))
    ask = next(each.ask for each in edition.placement.contradictions if each.id == "DEP1_EXP1")

    cells = [
        told(answering(DEP1=4, EXP1=2), {"EXP1": 1}, edition)["contradictions"],
        told(answering(DEP1=4, EXP1=1), {}, edition)["contradictions"],
    ]

    assert cells == [
        f"Avec votre lecture, ces réponses vont mal ensemble : {spread} ; {tried} (votre lecture)",
        f"« {ask} »",
    ]


def test_what_is_read_otherwise_is_said_to_be_read_wherever_it_is_told(edition: Edition, answering: Callable):
    tried, known = (f"{name} {edition.questions[name].text}" for name in ("EXP1", "BES1"))
    first = answering(BES1=3, EXP1=1, C7=[1])

    given, read = told(first, {}, edition), told(first, {"EXP1": 3, "C7": (2,)}, edition)

    assert (given["declared"], read["declared"]) == (known, f"{known}\n{tried} (votre lecture)")
    assert [each["help_asked"].endswith(" (votre lecture)") for each in (given, read)] == [False, True]
