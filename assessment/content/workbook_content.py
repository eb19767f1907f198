"""The sheets of a workbook in, the data of content files out, each part knowing the cell it comes from.

The summary says which list of which file a sheet holds. Nothing is checked here of what the content means: the data
goes through the same reading as YAML does, and a mistake is told at its cell instead of its line.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assessment.content.folder import kind_of
from assessment.content.workbook_drawing import CONTENTS, HELP, LISTS, SUMMARY
from assessment.content.workbook_layout import Table, tables
from assessment.content.workbook_reading import Book, Sheet
from assessment.content.workbook_rows import Rows, read_list, read_settings
from assessment.content.yaml_text import Step, YamlText
from assessment.errors import Problem, nearest


@dataclass(frozen=True)
class SheetText(YamlText):
    """The data of a file with the cell of each part, in the place of a text with lines."""

    cells: Mapping[tuple[Step, ...], str] = field(default_factory=dict)

    def where(self, path: Sequence[Step]) -> str:
        """The cell, row or sheet of the deepest part of *path* that has one."""
        steps = tuple(path)
        found = (steps[:end] for end in range(len(steps), -1, -1) if steps[:end] in self.cells)
        return next((self.cells[part] for part in found), self.name)


def texts_of(book: Book) -> tuple[tuple[SheetText, ...], list[Problem]]:
    """Every file whose cells can be read, in the order of the summary, and every problem of the sheets."""
    wrong = list(book.wrong)
    named = list(_summary(book, wrong))
    files = {file: Rows({}, {}, []) for _, file, _ in named}
    for sheet, file, table in sorted(named, key=lambda each: len(each[2].part)):
        files[file].cells.setdefault((), sheet.where())
        read = read_list if table.part else read_settings
        read(sheet, table, files[file])
    for title in sorted(book.sheets.keys() - {HELP, CONTENTS, LISTS, *(sheet.title for sheet, _, _ in named)}):
        if any(sheet.title == title for sheet in book.sheets.values() if sheet.keys):
            what = "cette feuille n'est pas au sommaire, elle ne serait pas lue."
            remedy = "Ajoutez-la au sommaire, ou retirez-la."
            wrong.append(Problem("unlisted-sheet", f"feuille « {title} »", what, remedy))
    wrong.extend(problem for rows in files.values() for problem in rows.wrong)
    return tuple(SheetText(file, "", rows.data, rows.cells) for file, rows in files.items() if not rows.wrong), wrong


def _summary(book: Book, wrong: list[Problem]) -> Iterator[tuple[Sheet, str, Table]]:
    """Each sheet of the summary, with the file and the list it holds."""
    summary = book.sheets.get(CONTENTS)
    if summary is None or not {each.key for each in SUMMARY} <= set(summary.keys.values()):
        what = "cette feuille manque, ou n'a plus ses clés en deuxième ligne."
        remedy = "Reprenez-la d'un classeur écrit par « jalons export xlsx »."
        wrong.append(Problem("no-summary", f"feuille « {CONTENTS} »", what, remedy))
        return
    for row in summary.rows:
        said: dict[str, Any] = {summary.keys[place]: str(cell).strip() for place, cell in row.cells.items()}
        title, file, part = (said.get(each.key, "") for each in SUMMARY)
        problem, table = _listed(title, file, part, book)
        if table is None:
            wrong.append(Problem("wrong-summary", summary.where(row.number), *problem))
        else:
            yield book.sheets[title], file, table


def _listed(title: str, file: str, part: str, book: Book) -> tuple[tuple[str, str], Table | None]:
    """The list that a line of the summary names, or what is wrong with the line."""
    kind = kind_of(file)
    if kind is None:
        return (f"« {file} » n'est pas un fichier de contenu.", "Écrivez par exemple rules/modules.yaml."), None
    known = {".".join(table.part): table for table in tables(kind)}
    if part not in known:
        return (f"{file} n'a pas de liste « {part} ».", nearest(part, known) or "Vérifiez son nom."), None
    if title not in book.sheets:
        return (f"la feuille « {title} » manque.", nearest(title, book.sheets) or "Retirez cette ligne."), None
    return ("", ""), known[part]
