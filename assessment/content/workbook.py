"""The files of an edition in, the pages of a workbook out: what every sheet holds, before it is drawn.

Settings of a file take one row per key, a list one row per element; what a cell may name comes along as a choice. The
drawing is in assessment/content/workbook_drawing.py, the way back in assessment/content/workbook_reading.py.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from assessment.content.catalogue import Catalogue
from assessment.content.conditions import Written
from assessment.content.edition import Edition
from assessment.content.glossary import TITLES, capital
from assessment.content.names import File
from assessment.content.things import identity, thing
from assessment.content.vocabulary import Vocabulary, vocabulary
from assessment.content.workbook_cells import NO, YES, Cell, shown, value_at
from assessment.content.workbook_layout import NUMBER, PARENT, Column, Table, columns, tables
from assessment.content.writing import keys, plain

#: Files that a command writes, and no person.
LEFT_OUT = ("links.yaml",)
#: File -> how its sheets begin; see `_title` for the others.
CALLED = {
    "edition.yaml": "Édition",
    "project.yaml": "Projet",
    "organisation.yaml": "Organisation",
    "doors.yaml": "Portes",
    "placement.yaml": "Placement",
    "levers.yaml": "Leviers",
    "needs.yaml": "Besoins",
    "programme.yaml": "Programme",
    "teaching.yaml": "Animation",
    "interview.yaml": "Entretien",
    "funding.yaml": "Financement",
    "examples.yaml": "Cas d'école",
    "rules/limits.yaml": "Limites",
    "stability.yaml": "Effets acceptés",
}
SETTINGS = "réglages"
#: Signs in the name of a sheet.
LONGEST = 31
#: Columns of a sheet of settings; the first is for people only.
SETTING = (Column("", "réglage", "text"), Column("key", "clé", "text"), Column("value", "valeur", "text"))


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: its title, the file and the list it holds, its columns, its rows, and what its cells may name.

    *offered* is by row and column, from 0; without a row it is for the whole column. Names come with their meaning.
    """

    title: str
    file: str
    part: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    offered: Mapping[tuple[int | None, int], Mapping[str, str]]


def pages(files: Iterable[File], edition: Edition) -> tuple[Page, ...]:
    """Every sheet of the content, in the order of the files; raises ContentError for what a cell cannot hold."""
    found: list[Page] = []
    for file in files:
        if file.name in LEFT_OUT:
            continue
        words = vocabulary(edition, file.name)
        for table in tables(type(file.model)):
            page = _settings(file, table, words) if not table.part else _list(file, table, words)
            if page.rows or not isinstance(file.model, Catalogue):
                found.append(replace(page, title=_free(page.title, [other.title for other in found])))
    return tuple(found)


def _settings(file: File, table: Table, words: Vocabulary) -> Page:
    rows: list[tuple[Cell, ...]] = []
    offered: dict[tuple[int | None, int], Mapping[str, str]] = {}
    values = {column: value_at(file.model, column.key) for column in columns(table, words)}
    if isinstance(file.model, Catalogue) and not any(values.values()):
        values = {}
    for column, value in values.items():
        where = f"{file.name}, {column.key}"
        lines = value if column.sort == "lines" and value else (value,)
        for line in lines:
            if choices := _choices(column, words):
                offered[len(rows), 2] = choices
            single = replace(column, sort="text") if column.sort == "lines" else column
            rows.append((capital(column.title), column.key, shown(line, single, where)))
    return Page(_title(file.name, table), file.name, "", SETTING, tuple(rows), offered)


def _list(file: File, table: Table, words: Vocabulary) -> Page:
    extra = [Column(PARENT, thing(table.parent).one, "text")] if table.parent else []
    extra += [Column(NUMBER, "numéro", "number")] if table.numbered else []
    found = (*extra, *columns(table, words))
    rows = []
    for parent, number, element in _elements(file.model, table):
        where = f"{file.name}, {'.'.join(table.part)} {parent or number}"
        own = [parent] if table.parent else []
        own += [number] if table.numbered else []
        cells = (shown(value_at(element, column.key), column, where) for column in found[len(own) :])
        rows.append((*own, *cells))
    offered = {(None, place): choices for place, column in enumerate(found) if (choices := _choices(column, words))}
    if table.parent:
        offered[None, 0] = _parents(file.model, table)
    return Page(_title(file.name, table), file.name, ".".join(table.part), found, tuple(rows), offered)


def _choices(column: Column, words: Vocabulary) -> Mapping[str, str]:
    if column.sort == "yes_no":
        return {YES: "", NO: ""}
    if column.sort not in ("text", "names", "number"):
        return {}
    meanings = words.get(column.name or "", {})
    return {name: meanings.get(name, "") for name in column.choices or meanings}


def _elements(model: Written, table: Table) -> Iterator[tuple[str | None, int, Written]]:
    """Each element of a list, with the name of the one it belongs to and its number there."""
    steps = table.part if not table.parent else table.part[:-1]
    elements = _at(model, steps)
    if not table.parent:
        yield from ((None, number, element) for number, element in enumerate(elements, 1))
        return
    for owner in elements:
        name = identity(table.parent, plain(owner))
        yield from ((name, number, inside) for number, inside in enumerate(_at(owner, table.part[-1:]), 1))


def _parents(model: Written, table: Table) -> dict[str, str]:
    owners = _at(model, table.part[:-1])
    return {str(identity(str(table.parent), plain(owner))): str(getattr(owner, "text", "")) for owner in owners}


def _at(model: Written, steps: Iterable[str]) -> Any:  # noqa: ANN401 - any field
    here: Any = model
    for step in steps:
        here = getattr(here, keys(type(here))[step])
    return here


def _title(file: str, table: Table) -> str:
    """How a sheet is called: its file, then what it lists unless that goes without saying."""
    stem = PurePosixPath(file).stem
    kind = "Règles " if file.startswith("rules/") else "Cat. " if file.startswith("catalogue/") else ""
    beginning = CALLED.get(file, f"{kind}{stem}")
    listed = thing(table.part[-1]).several if table.part else SETTINGS
    if len(table.part) > 1 and not table.parent:
        listed = f"{TITLES.get(table.part[0], table.part[0])} {listed}"
    main = table.part and (table.part[-1] in ("rules", "items", stem) or listed == stem)
    return beginning if main else f"{beginning} {listed}"


def _free(title: str, taken: list[str]) -> str:
    """The title, short enough for a sheet and unlike the others whatever the capitals."""
    title, number = title[:LONGEST], 2
    while title.casefold() in (other.casefold() for other in taken):
        ending = f" {number}"
        title, number = title[: LONGEST - len(ending)].removesuffix(f" {number - 1}") + ending, number + 1
    return title
