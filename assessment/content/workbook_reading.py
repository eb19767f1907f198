"""The bytes of a workbook in, the text of every cell out, sheet by sheet; whatever is no workbook is refused.

openpyxl reads values only, row by row; sizes are bounded before anything is read.
"""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from assessment.content.workbook_cells import Cell, is_blank
from assessment.errors import ContentError, Problem

#: Bytes of the file, bytes of what it unfolds to, rows and columns of a sheet.
LARGEST, UNFOLDED, ROWS, COLUMNS = 20_000_000, 200_000_000, 20_000, 200
#: What reading a damaged file can raise.
DAMAGED = (BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, OSError, EOFError)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that says something: its number as people count, and its cells by column, from 0."""

    number: int
    cells: dict[int, Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its title, its keys by column (row 2), its rows."""

    title: str
    keys: dict[int, str]
    rows: tuple[Row, ...]

    def where(self, row: int | None = None, place: int | None = None) -> str:
        """« feuille « Projet options », ligne 12, colonne C (label) »."""
        told = f"feuille « {self.title} »"
        told += "" if row is None else f", ligne {row}"
        if place is None:
            return told
        return f"{told}, colonne {get_column_letter(place + 1)} ({self.keys[place].strip('()')})"


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: the edition it was made from, if it says so, its sheets, and the cells that cannot be read."""

    edition: str
    sheets: dict[str, Sheet]
    wrong: tuple[Problem, ...]


def read_book(content: bytes, name: str) -> Book:
    """The workbook; raises ContentError when the file called *name* is none."""
    try:
        if len(content) > LARGEST or sum(part.file_size for part in ZipFile(BytesIO(content)).infolist()) > UNFOLDED:
            raise ContentError(
                [Problem("workbook-too-large", name, "ce classeur est trop gros.", "Retirez le superflu.")]
            )
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # what openpyxl does not keep (charts, rules of colour) does not matter here
            book = load_workbook(BytesIO(content), read_only=True, data_only=False)
            wrong: list[Problem] = []
            sheets = {sheet.title: _sheet(sheet, wrong) for sheet in book.worksheets}
            return Book(book.properties.subject or "", sheets, tuple(wrong))
    except DAMAGED as error:
        remedy = "Donnez un classeur « .xlsx » écrit par « jalons export xlsx »."
        raise ContentError([Problem("not-a-workbook", name, "ce fichier ne se lit pas.", remedy)]) from error


def _sheet(sheet: Any, wrong: list[Problem]) -> Sheet:  # noqa: ANN401 - openpyxl has no type for it
    sheet.reset_dimensions()
    keys: dict[int, str] = {}
    found = Sheet(sheet.title, keys, ())
    rows = []
    for number, cells in enumerate(sheet.iter_rows(max_row=ROWS + 1, max_col=COLUMNS), 1):
        if number == 2:
            keys.update(
                {place: str(cell.value).strip() for place, cell in enumerate(cells) if not is_blank(cell.value)}
            )
        if number > ROWS:
            wrong.append(Problem("too-many-rows", found.where(), f"il y a plus de {ROWS} lignes.", "Retirez-en."))
        elif number > 2 and (said := dict(_said(found, number, cells, wrong))):
            rows.append(Row(number, said))
    return Sheet(sheet.title, keys, tuple(rows))


def _said(sheet: Sheet, row: int, cells: tuple[Any, ...], wrong: list[Problem]) -> Iterator[tuple[int, Cell]]:
    """What the cells below a key say; formulas and their errors are refused."""
    for place, cell in enumerate(cells):
        if place not in sheet.keys or is_blank(cell.value):
            continue
        if cell.data_type in ("f", "e"):
            what = (
                "cette cellule contient une formule." if cell.data_type == "f" else "cette cellule contient une erreur."
            )
            remedy = "Écrivez le texte lui-même, dans une cellule au format « Texte »."
            wrong.append(Problem("formula", sheet.where(row, place), what, remedy))
            continue
        yield place, cell.value
