"""A value in, what its cell shows out; and back: the content of a cell in, the value as an author would write it out.

A blank cell says nothing: the key is left out. What a spreadsheet makes of a text by itself (a number, a line end) is
undone where that is certain, and told otherwise.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from assessment.content.conditions import Written
from assessment.content.workbook_layout import Column
from assessment.content.writing import dump, keys, one_line, plain
from assessment.content.yaml_reading import parse
from assessment.errors import ContentError, Problem

Cell = str | int | float | bool | date | None

YES, NO = "oui", "non"
SAID = {"oui": True, "vrai": True, "true": True, "non": False, "faux": False, "false": False}
#: A worked example, question by question: {EXP1: 2, C4: x}.
ANSWERS = re.compile(r"\{[A-Z][A-Za-z]*\d+[a-z]?: (?:x|[1-9]\d?)(?:, [A-Z][A-Za-z]*\d+[a-z]?: (?:x|[1-9]\d?))*\}")
#: Signs of YAML that stay on one line in a cell.
SHORT = 60


def value_at(model: Written, dotted: str) -> Any:  # noqa: ANN401 - any field
    """What *model* holds at the dotted key of a column; None where a part of the way is missing."""
    here: Any = model
    for step in dotted.split("."):
        if isinstance(here, Written):
            here = getattr(here, keys(type(here))[step])
        else:
            here = here.get(step) if isinstance(here, Mapping) else None
    return here


def shown(value: Any, column: Column, where: str) -> Cell:  # noqa: ANN401 - any field
    """What the cell at *where* shows for *value*; raises ContentError for what a cell cannot hold."""
    if value is None or value in ((), {}, ""):
        return None
    match column.sort:
        case "yes_no":
            return YES if value else NO
        case "names":
            return ", ".join(value)
        case "lines":
            return "\n".join(_unbroken(line, where) for line in value)
        case "yaml":
            data = plain(value)
            short = one_line(data)
            return short if len(short) <= SHORT else dump(data).removesuffix("\n")
    return value


def read_cell(cell: Cell, column: Column, where: str) -> Any:  # noqa: ANN401 - raw data
    """The value of a cell that is not blank; raises ContentError for what cannot be meant."""
    match column.sort:
        case "text":
            return _text(cell, where)
        case "names":
            return [name for part in re.split(r"[,;\n]", _text(cell, where)) if (name := part.strip())]
        case "lines":
            return [line for part in _text(cell, where).split("\n") if (line := part.strip())]
        case "yaml":
            return _yaml(_text(cell, where), where)
        case "yes_no":
            return _yes_or_no(cell, where)
        case "number":
            return _number(cell)
    return cell.date() if isinstance(cell, datetime) else cell


def is_blank(cell: Cell) -> bool:
    """Whether a cell says nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _text(cell: Cell, where: str) -> str:
    if isinstance(cell, str):
        text = cell.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
        return text if "\n" in text else text.strip()
    if isinstance(cell, bool | date):
        kind = "vrai ou faux" if isinstance(cell, bool) else "une date"
        what = f"le tableur a fait de ce texte {kind}."
        raise ContentError(
            [Problem("not-a-text", where, what, "Donnez à la cellule le format « Texte » et retapez-la.")]
        )
    return str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)


def _yaml(text: str, where: str) -> Any:  # noqa: ANN401 - raw data
    """What YAML says; worked examples, which are most of it, without the time that a YAML reader takes."""
    if ANSWERS.fullmatch(text):
        pairs = [pair.split(": ") for pair in text[1:-1].split(", ")]
        data = {question: int(answer) if answer.isdigit() else answer for question, answer in pairs}
        if len(data) == len(pairs):
            return data
    return parse(text.encode(), where).data


def _number(cell: Cell) -> Cell:
    """A whole number, also when the cell is a text; anything else as it is, for the reading to tell."""
    if isinstance(cell, str):
        return int(cell) if re.fullmatch(r"\s*-?\d{1,9}\s*", cell) else cell
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _yes_or_no(cell: Cell, where: str) -> bool:
    said = cell if isinstance(cell, bool) else SAID.get(str(cell).strip().casefold())
    if said is None:
        raise ContentError(
            [Problem("not-yes-or-no", where, f"on attend oui ou non, pas « {cell} ».", "Choisissez l'un.")]
        )
    return said


def _unbroken(line: str, where: str) -> str:
    if "\n" in line or line != line.strip() or not line:
        what = "un texte de cette liste commence, finit ou se coupe par un blanc : la cellule le perdrait."
        raise ContentError([Problem("broken-line", where, what, "Écrivez-le sur une seule ligne, sans blanc au bord.")])
    return line
