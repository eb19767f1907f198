"""Groups made of the worked cases, as many people as a test wants."""

from collections.abc import Callable

import pytest

from assessment.content.edition import Edition
from assessment.engine.assess import Assessment, assess
from assessment.engine.reading import read_answers
from assessment.programme.group import EVERYTHING, Group, gather, named


@pytest.fixture(name="results", scope="session")
def _results(edition: Edition) -> list[Assessment]:
    """The result of every worked case."""
    return [assess(read_answers(each.given, edition), edition) for each in edition.examples]


@pytest.fixture(name="grouping", scope="session")
def _grouping(edition: Edition, results: list[Assessment]) -> Callable[..., Group]:
    """The group of some cases, by their places; those of *quiet* share their result alone."""

    def group(places: list[int], quiet: tuple[int, ...] = ()) -> Group:
        people = [
            (f"P{place}", results[place % len(results)], ("result",) if place in quiet else EVERYTHING)
            for place in places
        ]
        return gather(named(people), edition)

    return group


@pytest.fixture(name="twelve", scope="session")
def _twelve(grouping: Callable[..., Group]) -> Group:
    """Twelve people: the last twelve cases, one of whom shares the result alone."""
    return grouping(list(range(10, 22)), quiet=(21,))
