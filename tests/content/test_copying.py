"""A new edition is a copy with its own date, and nothing else changed."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from assessment.content.copying import copy_edition
from assessment.content.shelf import SHIPPED, current, open_edition
from assessment.errors import ContentError, EditionMissing

EDITION = current()
TODAY = date(2031, 5, 4)


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "questionnaires"))


def texts(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def test_a_new_edition_has_the_same_files_the_date_apart(root: Path):
    before = texts(root / EDITION)
    published = next(line for line in before["edition.yaml"].splitlines() if line.startswith("published:"))

    copied = copy_edition(EDITION, "essai_2031", TODAY, root)

    card = before["edition.yaml"].replace(published, "published: 2031-05-04")
    assert (copied, texts(copied)) == (root / "essai_2031", {**before, "edition.yaml": card})
    assert texts(root / EDITION) == before


def test_a_new_edition_is_the_one_that_is_opened(root: Path):
    copy_edition(EDITION, "essai_2031", TODAY, root)

    assert (current(root), open_edition(None, root).card.published) == ("essai_2031", TODAY)


def test_a_copy_is_not_sealed(root: Path):
    (root / EDITION / "sealed.yaml").write_text(f"sha256: {'0' * 64}\n")

    copied = copy_edition(EDITION, "essai_2031", TODAY, root)

    assert not (copied / "sealed.yaml").exists()


def test_a_comment_beside_the_date_stays(root: Path):
    card = root / EDITION / "edition.yaml"
    card.write_bytes(b'title: Essai\r\npublished: "2026-01-01"  # le jour\r\n')

    copied = copy_edition(EDITION, "essai_2031", TODAY, root)

    assert (copied / "edition.yaml").read_bytes() == b"title: Essai\r\npublished: 2031-05-04  # le jour\r\n"


@pytest.mark.parametrize(
    "name", ["Essai", "essai-2031", "2031", "essai 2031", "essai_", "é", "", "..", "catalogue", "schemas"]
)
def test_a_name_that_is_none_is_refused(name: str, root: Path):
    with pytest.raises(ContentError) as told:
        copy_edition(EDITION, name, TODAY, root)

    assert str(told.value) == (
        f"« {name} » : ce n'est pas un nom d'édition. "
        "Écrivez des lettres minuscules sans accent, des chiffres et des tirets bas : innovation_sociale_2027."
    )


def test_a_folder_that_is_there_is_never_touched(root: Path):
    with pytest.raises(ContentError) as told:
        copy_edition(EDITION, EDITION, TODAY, root)

    assert str(told.value) == f"{root / EDITION} : ce dossier existe déjà. Choisissez un autre nom."


def test_an_unknown_source_is_told_with_the_nearest(root: Path):
    with pytest.raises(EditionMissing) as told:
        copy_edition(f"{EDITION}_bis", "essai_2031", TODAY, root)

    assert str(told.value) == (
        f"édition : l'édition « {EDITION}_bis » n'est pas dans {root}. Vouliez-vous dire « {EDITION} » ?"
    )
