"""Fixtures that many tests share: the shipped edition, and short ways to answer it."""

import os
import tempfile
from collections.abc import Callable, Iterator

import pytest

from assessment.content.edition import Edition
from assessment.content.shelf import open_edition
from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, assess
from assessment.engine.reading import read_answers
from assessment.proofs.witnesses import answer_data
from bench.postgres import Postgres, postgres


def pytest_configure(config: pytest.Config) -> None:
    """Keep what the tests make away from the person's own data; content is opened as soon as tests are collected."""
    folder = tempfile.TemporaryDirectory(prefix="jalons-tests-", ignore_cleanup_errors=True)
    os.environ["JALONS_DATA"] = folder.name
    config.add_cleanup(folder.cleanup)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate-golden", action="store_true", help="write the golden texts anew")


@pytest.fixture(name="edition", scope="session")
def _edition() -> Edition:
    return open_edition()


@pytest.fixture(name="answering", scope="session")
def _answering(edition: Edition) -> Callable[..., Answers]:
    """Answers from question=answer pairs, each put in its part."""
    return lambda **flat: read_answers(answer_data(flat, edition), edition)


@pytest.fixture(name="assessing", scope="session")
def _assessing(edition: Edition, answering: Callable[..., Answers]) -> Callable[..., Assessment]:
    """The assessment of question=answer pairs."""
    return lambda **flat: assess(answering(**flat), edition)


@pytest.fixture(name="postgres", scope="session")
def _postgres() -> Iterator[Postgres]:
    """Debian's PostgreSQL, started for these tests; without it they fail and say what to install."""
    with postgres() as server:
        yield server
