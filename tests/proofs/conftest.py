"""The shipped edition's witnesses and places, and short ways to break a copy of the edition."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from assessment.content.edition import Edition
from assessment.content.rules import Rule
from assessment.content.shelf import files_of
from assessment.errors import Problem
from assessment.proofs.places import Places
from assessment.proofs.witnesses import Witnesses


@pytest.fixture(name="places", scope="session")
def _places(edition: Edition) -> Places:
    return Places(files_of(edition.id))


@pytest.fixture(name="witnesses", scope="session")
def _witnesses(edition: Edition) -> Witnesses:
    return Witnesses(edition)


@pytest.fixture(name="a_rule", scope="session")
def _a_rule() -> Callable[..., Rule]:
    """A rule from its id and what an author would write."""

    def write(name: str, **written: object) -> Rule:
        given = {"because": "il le faut", "source": "002", "fires": {}, "silent": {}} | written
        return Rule.model_validate({"id": name, **given})

    return write


@pytest.fixture(name="with_placement", scope="session")
def _with_placement(edition: Edition) -> Callable[..., Edition]:
    """The shipped edition with some keys of its placement method written anew."""
    return lambda **update: replace(edition, placement=edition.placement.model_copy(update=update))


@pytest.fixture(name="told", scope="session")
def _told() -> Callable[[list[Problem]], list[tuple[str, str]]]:
    """Code and text of problems."""
    return lambda problems: [(problem.code, str(problem)) for problem in problems]
