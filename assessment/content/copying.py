"""An edition in, a copy to change or a seal out: an edition that was answered never changes."""

import re
import shutil
from datetime import date
from pathlib import Path

from assessment.content.folder import folder_of
from assessment.content.shelf import SHIPPED, digest, open_edition
from assessment.errors import ContentError, Problem

#: How an edition is called.
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
#: Folders beside the editions.
TAKEN = ("catalogue", "schemas")
PUBLISHED = re.compile(r"^(published:[ \t]*)[^\s#]*", re.MULTILINE)


def copy_edition(source: str, new: str, today: date, root: Path = SHIPPED) -> Path:
    """The folder of the new edition, published *today* and not sealed.

    Raises EditionMissing for a source that is not there, ContentError for a name that cannot be taken.
    """
    folder, copied = folder_of(source, root), root / new
    wrong = name_problem(new)
    if not wrong and copied.exists():
        wrong = [Problem("edition-exists", str(copied), "ce dossier existe déjà.", "Choisissez un autre nom.")]
    if wrong:
        raise ContentError(wrong)
    shutil.copytree(folder, copied, ignore=shutil.ignore_patterns("sealed.yaml"))
    card = copied / "edition.yaml"
    text = card.read_bytes().decode("utf-8")
    card.write_bytes(PUBLISHED.sub(lambda found: f"{found[1]}{today.isoformat()}", text, count=1).encode())
    return copied


def seal(name: str, root: Path = SHIPPED) -> Path:
    """The file that closes an edition: from now on a changed one is refused.

    The edition is opened first, so that none is closed with a mistake in it; sealing it again changes nothing.
    """
    open_edition(name, root)
    path = folder_of(name, root) / "sealed.yaml"
    path.write_text(f'sha256: "{digest(path.parent)}"\n', encoding="ascii")
    return path


def name_problem(name: str) -> list[Problem]:
    """What is wrong with the name of a new edition, if anything."""
    if NAME.fullmatch(name) and name not in TAKEN:
        return []
    remedy = "Écrivez des lettres minuscules sans accent, des chiffres et des tirets bas : innovation_sociale_2027."
    return [Problem("edition-name", f"« {name} »", "ce n'est pas un nom d'édition.", remedy)]
