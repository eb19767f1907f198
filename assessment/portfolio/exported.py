"""Projects of a gathering and their lines in, the lines that are exported out: what is not shared is not in them. Pure.

Blind reading is kept by `projects_of`, which gives neutral names and hides texts; nothing here looks behind it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from assessment.engine.answers import Value
from assessment.portfolio.columns import NOTE, SHOWN
from assessment.portfolio.projects import Project
from assessment.portfolio.screening import JOINED, Line


def exported(told: Iterable[tuple[Project, Line]]) -> Iterator[Line]:
    """One line for each project with its line of results (columns of `of_projects`)."""
    for project, line in told:
        answers = _answers(project) if project.shows_answers else {}
        yield {**line, **_known(project), **answers}


def _known(project: Project) -> dict[str, Any]:
    """What the gathering knows of a project."""
    decision = project.decision
    read_again = [f"{name}={_told(each.value)}" for name, each in project.readings.items()]
    return {
        "project": project.id,
        "name": project.name or None,
        "received": project.at.date().isoformat(),
        "origin": project.origin,
        "source": project.source or None,
        "shares": JOINED.join(project.shares),
        "decision": decision.status if decision else None,
        "decision_reason": (decision.reason or None) if decision else None,
        "notes": "\n".join(note.text for note in project.notes if note.text) or None,
        "read_again": " ; ".join(read_again) if project.shows_answers and read_again else None,
    }


def _answers(project: Project) -> dict[str, Any]:
    """Answers as they were given, as a table of answers writes them."""
    given = {name: _told(value) for name, value in project.first.values.items()}
    shown = {f"{name}{SHOWN}": word for name, word in project.first.shown.items()}
    return given | shown | {f"{name}{NOTE}": text for name, text in project.first.notes.items()}


def _told(value: Value | None) -> str:
    """An answer as a cell: numbers with spaces between, 0 for nothing ticked, x for « ne sait pas »."""
    if isinstance(value, tuple):
        return JOINED.join(map(str, value)) or "0"
    return "x" if value is None else str(value)
