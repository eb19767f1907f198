"""The questionnaires folder in, editions out: the only place that opens content.

An edition is a folder and is never changed once it was answered: `sealed.yaml` then holds its digest, and a folder that
no longer matches is refused. The catalogue stands beside the editions and is shared by them.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from assessment.content.catalogue import Catalogue, merge
from assessment.content.conditions import Written
from assessment.content.edition import FILES, Card, Edition, rule_files
from assessment.content.reading import read
from assessment.content.references import File, problems
from assessment.content.rules import RuleFile
from assessment.content.yaml_text import YamlText, parse
from assessment.errors import AssessmentError, ContentError, EditionMissing, Problem, nearest

#: The content shipped beside the package.
SHIPPED = Path(__file__).resolve().parents[2] / "questionnaires"

Result = TypeVar("Result")


class Seal(Written):
    """The digest of an edition that people have answered."""

    sha256: str = Field(pattern="^[0-9a-f]{64}$")


def editions(root: Path = SHIPPED) -> tuple[str, ...]:
    """Names of the editions under *root*, the folders that hold an edition.yaml."""
    return tuple(sorted(path.parent.name for path in root.glob("*/edition.yaml")))


def current(root: Path = SHIPPED) -> str:
    """The edition published last."""
    names = editions(root)
    if not names:
        raise EditionMissing([Problem(
            "no-edition", str(root), "aucune édition dans ce dossier.", "Il y faut un dossier avec un edition.yaml.",
        )])
    return max(names, key=lambda name: (_card(root / name).published, name))


def open_edition(name: str | None = None, root: Path = SHIPPED) -> Edition:
    """The edition called *name*, or the current one.

    Raises EditionMissing for a name that is not there, ContentError with every problem of the content.
    """
    known = editions(root)
    if name is not None and name not in known:
        raise EditionMissing([Problem(
            "unknown-edition", "edition", f"l'édition « {name} » n'est pas ici.",
            nearest(name, known) or f"Éditions présentes : {', '.join(known) or 'aucune'}.",
        )])
    return _open(root, name or current(root), fingerprint(root))


def edition_of(data: object, root: Path = SHIPPED) -> Edition:
    """The edition that an answer file's data names, or the current one; raises like `open_edition`."""
    name = data.get("edition") if isinstance(data, dict) else None
    if name is not None and not isinstance(name, str):
        raise EditionMissing([Problem(
            "unknown-edition", "edition", f"« {name} » n'est pas un nom d'édition.",
            f"Éditions présentes : {', '.join(editions(root)) or 'aucune'}.",
        )])
    return open_edition(name, root)


def fingerprint(root: Path = SHIPPED) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of every content file: changes when any of them does."""
    files = sorted(root.rglob("*.yaml"))
    return tuple((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files)


def digest(folder: Path) -> str:
    """SHA-256 of an edition's files, names included, its examples and seal apart."""
    total = sha256()
    for path in sorted(folder.rglob("*.yaml")):
        if path.name not in {"sealed.yaml", "examples.yaml"}:
            content = path.read_bytes()
            total.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            total.update(content)
    return total.hexdigest()


@lru_cache(maxsize=8)
def _open(root: Path, name: str, _fingerprint: object) -> Edition:
    folder = root / name
    files = _files(root, folder)
    if found := [*problems(files), *_seal_problems(folder)]:
        raise ContentError(found)
    return assemble(name, files)


def assemble(name: str, files: Iterable[File]) -> Edition:
    """An Edition from files that were read; rules keep the order of their files."""
    files = tuple(files)
    by_name = {file.name: file.model for file in files}
    return Edition(
        id=name,
        card=by_name["edition.yaml"],
        project=by_name["project.yaml"],
        organisation=by_name["organisation.yaml"],
        doors=by_name["doors.yaml"],
        placement=by_name["placement.yaml"],
        levers=by_name["levers.yaml"],
        needs=by_name["needs.yaml"],
        rules=tuple(rule for file in files if isinstance(file.model, RuleFile) for rule in file.model.rules),
        limits=by_name["rules/limits.yaml"],
        catalogue=merge(file.model for file in files if isinstance(file.model, Catalogue)),
        examples=by_name["examples.yaml"].examples,
    )


def _files(root: Path, folder: Path) -> tuple[File, ...]:
    found: list[File] = []
    wrong: list[Problem] = []

    def keep(action: Callable[[], Iterable[File]]) -> None:
        try:
            found.extend(action())
        except AssessmentError as error:
            wrong.extend(error.problems)

    for name, kind in FILES.items():
        keep(lambda name=name, kind=kind: [File(name, text := _parse(folder / name, root), read(text, kind))])
    for path in rule_files(folder):
        name = path.relative_to(folder).as_posix()
        keep(lambda path=path, name=name: [File(name, text := _parse(path, root), read(text, RuleFile))])
    for path in sorted((root / "catalogue").glob("*.yaml")):
        keep(lambda path=path: [File(f"catalogue/{path.name}", text := _parse(path, root), read(text, Catalogue))])
    if wrong:
        raise ContentError(wrong)
    return tuple(found)


def _parse(path: Path, root: Path) -> YamlText:
    name = path.relative_to(root).as_posix()
    if not path.is_file():
        raise ContentError([Problem("missing-file", name, "ce fichier manque.", "Copiez-le d'une autre édition.")])
    return parse(path.read_bytes(), name)


def _card(folder: Path) -> Card:
    return read(_parse(folder / "edition.yaml", folder.parent), Card)


def _seal_problems(folder: Path) -> list[Problem]:
    if not (folder / "sealed.yaml").is_file():
        return []
    text = _parse(folder / "sealed.yaml", folder.parent)
    if read(text, Seal).sha256 == digest(folder):
        return []
    return [Problem(
        "sealed-edition", text.where(("sha256",)), "cette édition a déjà servi : elle ne peut plus changer.",
        "Remettez-la comme elle était, et écrivez vos changements dans un nouveau dossier.",
    )]
