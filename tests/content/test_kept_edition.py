"""An edition that was opened before is taken up as it was, and nothing else ever comes out of the file."""

import os
import pickle
import shutil
from pathlib import Path

import pytest

from assessment.content import cache
from assessment.content.edition import Edition
from assessment.content.kept_edition import opened
from assessment.content.shelf import SHIPPED, current


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "cache"


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return shutil.copytree(SHIPPED, tmp_path / "questionnaires")


def opening(edition: Edition, root: Path, folder: Path) -> tuple[Edition, bool]:
    """The edition found, and whether it was made anew."""
    made = []

    def make() -> Edition:
        made.append(edition)
        return edition

    return opened(root, current(), make, folder), bool(made)


def place(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def test_the_second_opening_gives_an_equal_edition_without_making_it(edition: Edition, root: Path, folder: Path):
    assert opening(edition, root, folder) == (edition, True)
    assert opening(edition, root, folder) == (edition, False)


def test_any_change_of_any_file_has_it_made_anew(edition: Edition, root: Path, folder: Path):
    opening(edition, root, folder)
    (root / "stray.yml").write_text("a: 1", encoding="utf-8")

    assert opening(edition, root, folder) == (edition, True)


@pytest.mark.parametrize("cut", [0, 1, 70, 100_000])
def test_a_file_that_was_cut_short_is_not_taken_up(cut: int, edition: Edition, root: Path, folder: Path):
    opening(edition, root, folder)
    place(folder).write_bytes(place(folder).read_bytes()[:cut])

    assert opening(edition, root, folder) == (edition, True)


class Wicked:
    """Whatever it is made of, it would run a command."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple:
        return os.system, (f"touch {self.mark}",)


def test_what_changes_while_it_is_made_is_not_kept(edition: Edition, root: Path, folder: Path):
    def make() -> Edition:
        (root / "stray.yml").write_text("a: 1", encoding="utf-8")
        return edition

    assert opened(root, current(), make, folder) == edition
    assert not folder.exists()


def test_a_module_that_is_gone_has_it_made_anew(edition: Edition, root: Path, folder: Path):
    opening(edition, root, folder)
    cache.keep(b"cassessment.content.gone\nGone\n.", place(folder))

    assert opening(edition, root, folder) == (edition, True)


@pytest.mark.parametrize("what", ["command", "text", "path"])
def test_nothing_but_models_comes_out_of_it(what: str, edition: Edition, root: Path, folder: Path, tmp_path: Path):
    opening(edition, root, folder)
    mark, there = tmp_path / "mark", place(folder)
    wicked = {"command": Wicked(mark), "text": "an edition", "path": mark}[what]
    cache.keep(pickle.dumps(wicked), there)

    assert opening(edition, root, folder) == (edition, True)
    assert not mark.exists()


def test_nobody_else_can_have_written_it(edition: Edition, root: Path, folder: Path):
    opening(edition, root, folder)
    place(folder).chmod(0o622)

    assert opening(edition, root, folder) == (edition, True)
