"""A workbook in, the files of an edition out: checked whole before a single one is written.

Files that say the same keep every byte; in the others, what did not change keeps its lines and comments, taken from the
edition itself or from the one that the workbook was made from.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assessment.content.copying import name_problem
from assessment.content.edition import FILES
from assessment.content.folder import kind_of, place_of
from assessment.content.names import File
from assessment.content.reading import read
from assessment.content.references import problems
from assessment.content.rewriting import rewritten, written
from assessment.content.shelf import editions, files_of
from assessment.content.workbook_content import SheetText, texts_of
from assessment.content.workbook_reading import read_book
from assessment.errors import AssessmentError, ContentError, Problem

HEADING = "# Écrit depuis un classeur, par « jalons import xlsx ».\n"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the files that it wrote, and those that say the same as before."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]


def import_workbook(path: Path, edition: str, root: Path, *, replace: bool = False) -> Imported:
    """Write the workbook at *path* as the edition called *edition* under *root*.

    Raises ContentError with every problem, and then writes nothing; without *replace*, nothing that is there changes.
    """
    if wrong := name_problem(edition) or _sealed(root / edition):
        raise ContentError(wrong)
    try:
        book = read_book(path.read_bytes(), path.name)
    except OSError as error:
        raise ContentError(
            [Problem("no-file", path.name, "ce fichier ne s'ouvre pas.", "Vérifiez son nom.")]
        ) from error
    texts, wrong = texts_of(book)
    new = _texts(_checked(texts, wrong), (edition, book.edition), root)
    same = {name for name, text in new.items() if _there(place_of(name, edition, root)) == text.encode()}
    if wrong := list(_in_the_way(new, same, edition, root, replace=replace)):
        raise ContentError(wrong)
    for name in new.keys() - same:
        place = place_of(name, edition, root)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(new[name].encode())
    return Imported(tuple(name for name in new if name not in same), tuple(name for name in new if name in same))


def _sealed(folder: Path) -> list[Problem]:
    if not (folder / "sealed.yaml").is_file():
        return []
    what = "cette édition a déjà servi : elle ne peut plus changer."
    return [Problem("sealed-edition", folder.name, what, "Importez sous un autre nom.")]


def _checked(texts: tuple[SheetText, ...], wrong: list[Problem]) -> tuple[File, ...]:
    """The files of the workbook, read and checked together; raises ContentError with every problem."""
    files: list[File] = []
    for text in texts:
        try:
            files.append(File(text.name, text, read(text, kind_of(text.name))))
        except AssessmentError as error:
            wrong.extend(error.problems)
    if not wrong:
        missing = [name for name in FILES if name not in {file.name for file in files}]
        what = "aucune feuille du sommaire ne tient ce fichier."
        wrong.extend(Problem("missing-file", name, what, "Reprenez-la d'un autre classeur.") for name in missing)
    if wrong := wrong or problems(files):
        raise ContentError(wrong)
    return tuple(files)


def _texts(files: tuple[File, ...], names: tuple[str, ...], root: Path) -> dict[str, str]:
    """The YAML of each file, with the lines and comments of the same file in the first of the *names* that has it."""
    here = [name for name in names if name in editions(root)]
    there = {file.name: file for name in reversed(here) for file in files_of(name, root)}
    new: dict[str, str] = {}
    wrong: list[Problem] = []
    for file in files:
        try:
            old = there.get(file.name)
            new[file.name] = rewritten(old.text, file.model) if old else written(HEADING, file.name, file.model)
        except ContentError as error:
            wrong.extend(error.problems)
    if wrong:
        raise ContentError(wrong)
    return new


def _there(place: Path) -> bytes | None:
    return place.read_bytes() if place.is_file() else None


def _in_the_way(new: dict[str, str], same: set[str], edition: str, root: Path, *, replace: bool) -> Iterator[Problem]:
    """What forbids to write: files that would change, files that would stay behind."""
    folder = root / edition
    changing = [name for name in new if name not in same and place_of(name, edition, root).exists()]
    if changing and not replace:
        what = f"des fichiers sont déjà là et changeraient : {', '.join(changing)}."
        yield Problem("would-replace", str(folder), what, "Importez sous un autre nom, ou ajoutez --replace.")
    for place in sorted((*folder.glob("rules/*.yaml"), *(root / "catalogue").glob("*.yaml"))):
        name = place.relative_to(folder if place.is_relative_to(folder) else root).as_posix()
        if name not in new:
            yield Problem("left-over", name, "ce fichier est là, mais pas dans le classeur.", "Retirez-le d'abord.")
