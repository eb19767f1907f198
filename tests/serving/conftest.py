"""Servers that many tests share, each started once."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from servers import PUBLIC, ROOT, SERVE, Server, running, with_cache


@pytest.fixture(name="server", scope="session")
def _server(tmp_path_factory) -> Iterator[Server]:
    """A server for this machine only."""
    with running(SERVE, tmp_path_factory.mktemp("served")) as server:
        yield server


@pytest.fixture(name="public", scope="session")
def _public(server: Server, tmp_path_factory) -> Iterator[Server]:
    """A server behind a proxy, at https://jalons.example.org."""
    folder = with_cache(tmp_path_factory.mktemp("public"), server)
    settings = {"JALONS_ADDRESS": f"https://{PUBLIC}", "JALONS_CONTROLLER": "Nous", "JALONS_PROXY": "1"}
    with running(SERVE, folder, environment=settings) as public:
        yield public


@pytest.fixture(name="copied", scope="session")
def _copied(tmp_path_factory) -> Callable[[], Path]:
    """A way to have the whole tool elsewhere, to change something in it."""

    def copied() -> Path:
        target = tmp_path_factory.mktemp("copied")
        for name in ("assessment", "questionnaires", ".streamlit"):
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "streamlit_app.py", target)
        return target

    return copied
