"""Projects and what is counted of them in, what a board is told of them out: numbers of projects, never a rank. Pure.

Nothing in it names a project: a synthesis can be handed round.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.portfolio.counting import Counting, counting
from assessment.portfolio.facets import facets
from assessment.portfolio.filters import Filters
from assessment.portfolio.offer import Offered, met
from assessment.portfolio.projects import Project
from assessment.portfolio.screened import Screened
from assessment.portfolio.traits import at


@dataclass(frozen=True, slots=True)
class Collected:
    """What was collected: how many projects of how many, from the *first* day to the *last*, and how they came.

    *answers*, *notes*: how many share their answers, their free texts; *read_again*: how many the owner read again;
    *narrowed*: what keeps these projects among all, in words.
    """

    count: int
    total: int
    first: datetime.date | None
    last: datetime.date | None
    origins: Mapping[str, int]
    answers: int
    notes: int
    read_again: int
    narrowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """A lever at a stage: so many projects need it there, and whether the offer covers it."""

    lever: str
    stage: str
    count: int
    met: bool


@dataclass(frozen=True, slots=True)
class Synthesis:
    """What a board is told. *counted*: how many projects have each value of each facet, by its facet and value."""

    title: str
    day: datetime.date
    edition: Edition
    collected: Collected
    counting: Counting
    counted: Mapping[tuple[str, str], int]
    offer: tuple[Offered, ...]

    def count(self, facet: str, value: str) -> int:
        """How many projects have that value."""
        return self.counted.get((facet, value), 0)

    @property
    def needs(self) -> Iterator[Need]:
        """Every lever at every stage, in the order of the matrix."""
        covered = met(self.offer)
        for lever in self.edition.lever:
            for stage in self.edition.stage_index:
                value = at(lever, stage)
                yield Need(lever, stage, self.count("lever_at", value), value in covered)


@dataclass(frozen=True, slots=True)
class Heading:
    """What only the gathering knows: its *title*, the *day* of the synthesis, how many projects there are in *total*.

    *narrowed*: what keeps the projects of the synthesis among all, in words.
    """

    title: str
    day: datetime.date
    total: int
    narrowed: tuple[str, ...] = ()


def synthesis(
    heading: Heading,
    projects: Sequence[Project],
    screened: Sequence[Screened],
    offer: Sequence[Offered],
    edition: Edition,
) -> Synthesis:
    """The synthesis of *projects*; *screened*: what is counted of each, in the same order."""
    found = counting([each.traits for each in screened], facets(edition)).covering(met(offer))
    counted = found.counts(Filters())
    return Synthesis(heading.title, heading.day, edition, _collected(heading, projects), found, counted, tuple(offer))


def _collected(heading: Heading, projects: Sequence[Project]) -> Collected:
    days = [project.at.date() for project in projects]
    return Collected(
        count=len(projects),
        total=heading.total,
        first=min(days, default=None),
        last=max(days, default=None),
        origins=dict(Counter(project.origin for project in projects)),
        answers=sum(project.shows_answers for project in projects),
        notes=sum(project.shows_notes for project in projects),
        read_again=sum(bool(project.readings) for project in projects),
        narrowed=heading.narrowed,
    )
