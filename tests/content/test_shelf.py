"""Folders of content in, editions out: which one is current, which is unknown, and what a seal holds."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.content.shelf import SHIPPED, current, digest, edition_of, editions, open_edition
from assessment.errors import AssessmentError, ContentError, EditionMissing

NAME = "innovation_sociale_2026"


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    """A copy of the shipped content, to write in."""
    return shutil.copytree(SHIPPED, tmp_path / "questionnaires")


def add_edition(root: Path, name: str, published: str) -> None:
    """Another edition, the same but for its name and its day."""
    shutil.copytree(root / NAME, root / name, ignore=shutil.ignore_patterns("sealed.yaml"))
    card = root / name / "edition.yaml"
    card.write_text(
        card.read_text(encoding="utf-8").replace("published: 2026-11-22", f"published: {published}"), encoding="utf-8"
    )


def seal(folder: Path) -> None:
    (folder / "sealed.yaml").write_text(f'sha256: "{digest(folder)}"\n', encoding="utf-8")


def told(error: type[AssessmentError], name: str | None, root: Path) -> list[str]:
    with pytest.raises(error) as caught:
        open_edition(name, root)
    return [str(problem) for problem in caught.value.problems]


def test_the_current_edition_is_the_one_published_last(root: Path):
    add_edition(root, "ancienne", "2025-12-31")
    add_edition(root, "nouvelle", "2027-01-01")

    assert (editions(root), current(root), open_edition(root=root).id) == (
        ("ancienne", NAME, "nouvelle"),
        "nouvelle",
        "nouvelle",
    )


def test_an_older_edition_still_opens_by_its_name(root: Path):
    add_edition(root, "nouvelle", "2027-01-01")

    assert open_edition(NAME, root) == open_edition(NAME)


def test_an_edition_holds_the_same_content_under_another_name(root: Path):
    add_edition(root, "nouvelle", "2026-11-22")

    assert open_edition("nouvelle", root) == replace(open_edition(NAME), id="nouvelle")


def test_an_unknown_edition_names_the_nearest(root: Path):
    assert told(EditionMissing, "inovation_sociale_2026", root) == [
        "edition : l'édition « inovation_sociale_2026 » n'est pas ici. Vouliez-vous dire « innovation_sociale_2026 » ?"
    ]


def test_an_edition_like_no_other_names_all_that_are_here(root: Path):
    assert told(EditionMissing, "x", root) == [
        "edition : l'édition « x » n'est pas ici. Éditions présentes : innovation_sociale_2026."
    ]


def test_a_folder_without_edition_says_what_it_needs(tmp_path: Path):
    assert told(EditionMissing, None, tmp_path) == [
        f"{tmp_path} : aucune édition dans ce dossier. Il y faut un dossier avec un edition.yaml."
    ]


@pytest.mark.parametrize("data", [{"edition": NAME}, {}, [], None, "texte"])
def test_answers_open_the_edition_they_name_or_the_current_one(data: object):
    assert edition_of(data).id == NAME


def test_answers_that_name_an_edition_by_a_number_are_told_the_names():
    with pytest.raises(EditionMissing) as caught:
        edition_of({"edition": 2026})

    assert str(caught.value) == (
        "edition : « 2026 » n'est pas un nom d'édition. Éditions présentes : innovation_sociale_2026."
    )


def test_a_broken_card_does_not_hide_the_mistakes_of_other_files(root: Path):
    (root / NAME / "edition.yaml").write_text("title: x\n", encoding="utf-8")
    (root / NAME / "needs.yaml").unlink()

    found = told(ContentError, None, root)

    assert {line.split(" : ")[0] for line in found} == {
        "innovation_sociale_2026/edition.yaml, ligne 1",
        "innovation_sociale_2026/needs.yaml",
    }


def test_a_sealed_edition_opens_as_long_as_nothing_changes(root: Path):
    seal(root / NAME)

    assert open_edition(NAME, root) == open_edition(NAME)


@pytest.mark.parametrize("file", ["levers.yaml", "rules/modules.yaml"])
def test_a_sealed_edition_that_was_changed_is_refused(root: Path, file: str):
    seal(root / NAME)
    with (root / NAME / file).open("a", encoding="utf-8") as changed:
        changed.write("# une note\n")

    assert told(ContentError, NAME, root) == [
        "innovation_sociale_2026/sealed.yaml, ligne 1, sha256 : "
        "cette édition a déjà servi : elle ne peut plus changer. "
        "Remettez-la comme elle était, et écrivez vos changements dans un nouveau dossier."
    ]


def test_worked_cases_can_be_added_to_a_sealed_edition(root: Path):
    seal(root / NAME)
    with (root / NAME / "examples.yaml").open("a", encoding="utf-8") as changed:
        changed.write("# une note\n")

    assert open_edition(NAME, root) == open_edition(NAME)


def test_a_change_on_disk_is_seen_at_the_next_opening(root: Path):
    before = open_edition(NAME, root).card.licence
    card = root / NAME / "edition.yaml"
    card.write_text(card.read_text(encoding="utf-8").replace('"CC BY 4.0"', '"CC0"'), encoding="utf-8")

    assert (before, open_edition(NAME, root).card.licence) == ("CC BY 4.0", "CC0")


def test_an_edition_that_did_not_change_is_the_same_object(root: Path):
    assert open_edition(NAME, root) is open_edition(NAME, root)
