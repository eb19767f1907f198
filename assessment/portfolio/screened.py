"""Projects in, what a portfolio shows of each out: its line of results and what charts count. Pure.

What quotes answers that are not shared is left out of both, once and for all. Recommendations take seven eighths of an
assessment and no chart counts them: they are worked out where a line is written. Thousands are kept by a server: cells
stand in tuples, and texts that say the same are the same text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from sys import intern
from typing import Any

from assessment.content.edition import Edition
from assessment.content.shelf import SHIPPED
from assessment.engine.assess import Assessment, assess
from assessment.portfolio.processes import spread
from assessment.portfolio.projects import Project
from assessment.portfolio.screening import Line, flat
from assessment.portfolio.traits import Traits, traits

#: Columns of a line that quote answers.
QUOTING = (
    "contradictions",
    "help_asked",
    "declared",
    "shown",
    "unknown",
    "missing_now",
    "missing_next",
)
#: Projects that one process takes at a time: few, so that it soon says how far it came.
BLOCK = 100
#: Editions that are remembered without their rules.
EDITIONS = 4


@dataclass(frozen=True, slots=True)
class Screened:
    """What is shown and counted of one project."""

    columns: tuple[str, ...]
    cells: tuple[Any, ...]
    facets: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]

    @property
    def line(self) -> Line:
        """Its line of results, a copy, without recommendations; what it does not share is None."""
        return dict(zip(self.columns, self.cells, strict=True))

    @property
    def traits(self) -> Traits:
        """What charts count of it."""
        return dict(zip(self.facets, self.values, strict=True))


def screened(project: Project, edition: Edition) -> Screened:
    """The result of a project, second readings included, without recommendations."""
    found = assess(project.answers, _without_rules(edition))
    line, told = _line(found, project), traits(found, shared=project.shows_answers)
    return Screened(tuple(line), tuple(line.values()), tuple(told), tuple(told.values()))


def whole_line(project: Project, edition: Edition) -> Line:
    """The line of results of a project, recommendations included; what it does not share is None."""
    return _line(assess(project.answers, edition), project)


def whole_lines(projects: list[Project], edition: Edition) -> list[Line]:
    """The line of each; a function of a module, so that several processes can share the work."""
    return [whole_line(each, edition) for each in projects]


def screened_many(
    projects: Iterable[Project], edition: Edition, processes: int, root: Path = SHIPPED
) -> Iterator[Screened]:
    """The same by several processes, in the same order; *root*: the folder that the edition was opened from."""
    yield from spread(_screened, projects, edition.id, root, processes=processes, block=BLOCK)


class Pooled:
    """Equal texts and equal tuples become the same ones."""

    def __init__(self) -> None:
        self._seen: dict[Any, Any] = {}

    def again(self, one: Screened) -> Screened:
        """The same, made of what was seen before where it can be."""
        return Screened(
            self._same(one.columns),
            tuple(intern(each) if isinstance(each, str) else each for each in one.cells),
            self._same(one.facets),
            tuple(self._same(each) for each in one.values),
        )

    def _same(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return self._seen.setdefault(texts, texts)


def _line(found: Assessment, project: Project) -> Line:
    hidden = {} if project.shows_answers else dict.fromkeys(QUOTING)
    return {**flat(found), **hidden, "name": project.name or None}


#: Editions in use, each with the same one that recommends nothing; identities stay their own as long as they are here.
_BARE: dict[int, tuple[Edition, Edition]] = {}


def _without_rules(edition: Edition) -> Edition:
    if id(edition) not in _BARE:
        if len(_BARE) >= EDITIONS:
            _BARE.clear()
        _BARE[id(edition)] = edition, replace(edition, rules=())
    return _BARE[id(edition)][1]


def _screened(projects: list[Project], edition: Edition) -> list[Screened]:
    return [screened(each, edition) for each in projects]
