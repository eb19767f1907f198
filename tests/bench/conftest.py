"""Servers to try the instruments on."""

from collections.abc import Iterator

import pytest

from bench.served import Server, hello


@pytest.fixture(name="world", scope="session")
def _world() -> Iterator[Server]:
    """The hello world, without heavy imports."""
    with hello("light", stock=False) as server:
        yield server
