"""The questionnaires folder in, editions out: the only place that opens content.

An edition is a folder and is never changed once it was answered: `sealed.yaml` then holds its digest, and a folder that
no longer matches is refused. The catalogue stands beside the editions and is shared by them.
"""

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from pydantic import Field

from assessment.content.cache import examined, parsed
from assessment.content.catalogue import Catalogue, merge
from assessment.content.conditions import Written
from assessment.content.edition import FILES, Card, Edition, rule_files
from assessment.content.kept_edition import opened
from assessment.content.links import Links
from assessment.content.names import File
from assessment.content.reading import read
from assessment.content.references import problems
from assessment.content.rules import RuleFile
from assessment.content.stability import Stability
from assessment.errors import AssessmentError, ContentError, EditionMissing, Problem, nearest

#: The content shipped beside the package.
SHIPPED = Path(__file__).resolve().parents[2] / "questionnaires"


class Seal(Written):
    """The digest of an edition that people have answered."""

    sha256: str = Field(pattern="^[0-9a-f]{64}$")


def in_use() -> Path:
    """The folder of the content that this installation shows: JALONS_CONTENT (`jalons serve --preview`), else ours."""
    return Path(os.environ.get("JALONS_CONTENT") or SHIPPED)


def editions(root: Path = SHIPPED) -> tuple[str, ...]:
    """Names of the editions under *root*, the folders that hold an edition.yaml."""
    return tuple(sorted(path.parent.name for path in root.glob("*/edition.yaml")))


def current(root: Path = SHIPPED) -> str:
    """The edition published last."""
    names = editions(root)
    if not names:
        raise EditionMissing(
            [
                Problem(
                    "no-edition",
                    str(root),
                    "aucune édition dans ce dossier.",
                    "Il y faut un dossier avec un edition.yaml.",
                )
            ]
        )
    if len(names) == 1:
        return names[0]
    return max(names, key=lambda name: (_card(root / name, root).published, name))


def open_edition(name: str | None = None, root: Path = SHIPPED) -> Edition:
    """The edition called *name*, or the current one.

    Raises EditionMissing for a name that is not there, ContentError with every problem of the content.
    """
    known = editions(root)
    if name is not None and name not in known:
        raise EditionMissing(
            [
                Problem(
                    "unknown-edition",
                    "edition",
                    f"l'édition « {name} » n'est pas ici.",
                    nearest(name, known) or f"Éditions présentes : {', '.join(known) or 'aucune'}.",
                )
            ]
        )
    return _open(root, name or current(root), fingerprint(root))


def edition_of(data: object, root: Path = SHIPPED) -> Edition:
    """The edition that an answer file's data names, or the current one; raises like `open_edition`."""
    name = data.get("edition") if isinstance(data, dict) else None
    if name is not None and not isinstance(name, str):
        raise EditionMissing(
            [
                Problem(
                    "unknown-edition",
                    "edition",
                    f"« {name} » n'est pas un nom d'édition.",
                    f"Éditions présentes : {', '.join(editions(root)) or 'aucune'}.",
                )
            ]
        )
    return open_edition(name, root)


def fingerprint(root: Path = SHIPPED) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of every content file: changes when any of them does."""
    files = sorted(root.rglob("*.y*ml"))
    return tuple((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files)


def digest(folder: Path) -> str:
    """SHA-256 of an edition's files, names included, its examples, what they accept and its seal apart."""
    total = sha256()
    for path in sorted(folder.rglob("*.yaml")):
        if path.name not in {"sealed.yaml", "examples.yaml", "stability.yaml"}:
            content = path.read_bytes()
            total.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            total.update(content)
    return total.hexdigest()


@lru_cache(maxsize=8)
def _open(root: Path, name: str, _fingerprint: object) -> Edition:
    # Elsewhere somebody is writing it, and each save would be kept.
    return opened(root, name, lambda: _built(root, name)) if root == SHIPPED else _built(root, name)


def _built(root: Path, name: str) -> Edition:
    """An edition from its files; raises ContentError with every problem."""
    folder = root / name
    files, wrong = _files(root, folder)
    if not wrong:
        wrong = examined(((file.name, file.text.text) for file in files), lambda: problems(files))
    if wrong := [*wrong, *_strays(root, folder), *_seal_problems(root, folder)]:
        raise ContentError(wrong)
    return assemble(name, files)


def files_of(name: str, root: Path = SHIPPED) -> tuple[File, ...]:
    """The files of an edition and of the catalogue that can be read, as problems are located in them."""
    return _files(root, root / name)[0]


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
        programme=by_name["programme.yaml"],
        teaching=by_name["teaching.yaml"],
        interview=by_name["interview.yaml"],
        funding=by_name["funding.yaml"],
        rules=tuple(rule for file in files if isinstance(file.model, RuleFile) for rule in file.model.rules),
        limits=by_name["rules/limits.yaml"],
        catalogue=merge(file.model for file in files if isinstance(file.model, Catalogue)),
        examples=by_name["examples.yaml"].examples,
        stability=by_name.get("stability.yaml", Stability()),
        links=by_name.get("links.yaml", Links()),
    )


def _files(root: Path, folder: Path) -> tuple[tuple[File, ...], list[Problem]]:
    """Every file of an edition and of the catalogue that can be read, and what is wrong with the others."""
    found: list[File] = []
    wrong: list[Problem] = []
    for path, name, kind in _expected(root, folder):
        shown = path.relative_to(root).as_posix()
        try:
            found.append(_file(_content(path, shown), shown, name, kind))
        except AssessmentError as error:
            wrong.extend(error.problems)
    return tuple(found), wrong


def _expected(root: Path, folder: Path) -> Iterator[tuple[Path, str, type[Written]]]:
    yield from ((folder / name, name, kind) for name, kind in FILES.items())
    yield from ((path, path.relative_to(folder).as_posix(), RuleFile) for path in rule_files(folder))
    yield from ((path, f"catalogue/{path.name}", Catalogue) for path in sorted((root / "catalogue").glob("*.yaml")))
    optional = ((folder / "stability.yaml", Stability), (root / "links.yaml", Links))
    yield from ((path, path.name, kind) for path, kind in optional if path.is_file())


def _content(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ContentError(
            [
                Problem(
                    "missing-file",
                    shown,
                    "ce fichier manque ou ne s'ouvre pas.",
                    "Copiez-le d'une autre édition.",
                )
            ]
        ) from error


@lru_cache(maxsize=64)
def _file(content: bytes, shown: str, name: str, kind: type[Written]) -> File:
    """One file, read again only when its content changes: most of the time goes into parsing."""
    text = parsed(content, shown)
    return File(name, text, read(text, kind))


def _card(folder: Path, root: Path) -> Card:
    path = folder / "edition.yaml"
    shown = path.relative_to(root).as_posix()
    return _file(_content(path, shown), shown, path.name, Card).model


def _strays(root: Path, folder: Path) -> Iterator[Problem]:
    """Files that look like content and would never be read."""
    read_here = {path for path, *_ in _expected(root, folder)} | {folder / "sealed.yaml"}
    for place in (folder, root / "catalogue"):
        known = [path.relative_to(place).as_posix() for path in read_here if path.is_relative_to(place)]
        for path in sorted({*place.rglob("*.yaml"), *place.rglob("*.yml")} - read_here):
            shown, here = path.relative_to(root).as_posix(), path.relative_to(place).as_posix()
            remedy = "Son nom doit finir par « .yaml »." if path.suffix == ".yml" else nearest(here, known)
            remedy = remedy or "Renommez-le, déplacez-le ou retirez-le."
            yield Problem("stray-file", shown, "ce fichier n'est jamais lu à cet endroit.", remedy)


def _seal_problems(root: Path, folder: Path) -> list[Problem]:
    path = folder / "sealed.yaml"
    if not path.is_file():
        return []
    shown = path.relative_to(root).as_posix()
    try:
        seal = _file(_content(path, shown), shown, path.name, Seal)
    except AssessmentError as error:
        return list(error.problems)
    if seal.model.sha256 == digest(folder):
        return []
    return [
        Problem(
            "sealed-edition",
            seal.text.where(("sha256",)),
            "cette édition a déjà servi : elle ne peut plus changer.",
            "Remettez-la comme elle était, et écrivez vos changements dans un nouveau dossier.",
        )
    ]
