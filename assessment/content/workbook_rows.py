"""The rows of a sheet in, the data of a list or of the settings of a file out, with the cell of each part."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from assessment.content.things import identity, thing
from assessment.content.workbook_cells import read_cell
from assessment.content.workbook_layout import NUMBER, PARENT, Column, Table, column, columns
from assessment.content.workbook_reading import Row, Sheet
from assessment.content.yaml_text import Step
from assessment.errors import ContentError, Problem, nearest

KEY, VALUE = "key", "value"

Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What was read of a file so far: its data, the cell of each part of it by path, what is wrong."""

    data: dict[str, Any]
    cells: dict[Path, str]
    wrong: list[Problem]


@dataclass(frozen=True, slots=True)
class _Element:
    """A row of a list: what it belongs to, its number, its data and the cells of its data."""

    where: str
    owner: str
    number: object
    data: dict[str, Any]
    cells: dict[Path, str]


def read_settings(sheet: Sheet, table: Table, rows: Rows) -> None:
    """Rows of keys and values; a key that takes a list may stand on several rows."""
    places = {key: place for place, key in sheet.keys.items()}
    if not {KEY, VALUE} <= places.keys():
        rows.wrong.append(Problem("no-keys", sheet.where(), "il manque la clé key ou value.", "Remettez la ligne 2."))
        return
    for row in sheet.rows:
        key = str(row.cells.get(places[KEY], "")).strip()
        found = column(table, key)
        if found is None:
            rows.wrong.append(_unknown(key, table, sheet.where(row.number)))
        elif found.sort in ("names", "lines"):
            _add_to_list(found, row, places[VALUE], sheet, rows)
        elif places[VALUE] in row.cells:
            _set(found, row, places[VALUE], sheet, rows)


def _add_to_list(found: Column, row: Row, place: int, sheet: Sheet, rows: Rows) -> None:
    steps = tuple(found.key.split("."))
    values = _put(rows.data, steps, [])
    given = _value(replace(found, sort="lines"), row, place, sheet, rows.wrong) if place in row.cells else []
    if found.sort == "names":
        given = [name for line in given or () for name in read_cell(line, found, "")]
    for value in given or ():
        rows.cells[(*steps, len(values))] = sheet.where(row.number, place)
        values.append(value)
    rows.cells.setdefault(steps, sheet.where(row.number))


def _set(found: Column, row: Row, place: int, sheet: Sheet, rows: Rows) -> None:
    steps = tuple(found.key.split("."))
    if steps in rows.cells:
        what = f"la clé « {found.key} » est déjà donnée plus haut."
        rows.wrong.append(Problem("repeated-key", sheet.where(row.number), what, "Gardez une seule de ces lignes."))
        return
    rows.cells[steps] = sheet.where(row.number, place)
    _put(rows.data, steps, _value(found, row, place, sheet, rows.wrong))


def read_list(sheet: Sheet, table: Table, rows: Rows) -> None:
    """Rows of a list; those of a list inside others go to the element they name."""
    elements = list(_elements(sheet, table, rows.wrong))
    if table.parent is None:
        _place(table.part, elements, table, rows)
        return
    owners = rows.data.get(table.part[0], [])
    names = [identity(table.parent, owner) or "" for owner in owners]
    for index, name in enumerate(names):
        own = [element for element in elements if element.owner == name]
        _place((*table.part[:-1], index, table.part[-1]), own, table, rows)
    for element in elements:
        if element.owner not in names:
            where = element.cells.get((PARENT,), element.where)
            called = f"rien ne s'appelle « {element.owner} »" if element.owner else "il manque un nom"
            what = f"{called} parmi : {thing(table.parent).several}."
            remedy = nearest(element.owner, names) or "Ajoutez sa ligne à l'autre feuille, ou corrigez le nom."
            rows.wrong.append(Problem("unknown-owner", where, what, remedy))


def _elements(sheet: Sheet, table: Table, wrong: list[Problem]) -> Iterator[_Element]:
    found = dict(_columns(sheet, table, wrong))
    for row in sheet.rows:
        data: dict[str, Any] = {}
        cells: dict[Path, str] = {(): sheet.where(row.number)}
        owner, number = "", None
        for place, each in found.items():
            if place not in row.cells:
                continue
            steps = tuple(each.key.split("."))
            cells[steps] = sheet.where(row.number, place)
            value = _value(each, row, place, sheet, wrong)
            if each.key == PARENT:
                owner = str(value)
            elif each.key == NUMBER:
                number = value
            else:
                _put(data, steps, value)
        yield _Element(sheet.where(row.number), owner, number, data, cells)


def _columns(sheet: Sheet, table: Table, wrong: list[Problem]) -> Iterator[tuple[int, Column]]:
    own = {PARENT: table.parent is not None, NUMBER: table.numbered}
    for place, key in sheet.keys.items():
        if own.get(key):
            yield place, Column(key, key, "number" if key == NUMBER else "text")
        elif (found := column(table, key)) is None:
            wrong.append(_unknown(key, table, sheet.where(2)))
        elif key in list(sheet.keys.values())[: list(sheet.keys).index(place)]:
            what = f"la clé « {key} » est déjà celle d'une autre colonne."
            wrong.append(Problem("repeated-key", sheet.where(2, place), what, "Gardez une seule de ces colonnes."))
        else:
            yield place, found
    for key in (key for key, needed in own.items() if needed and key not in sheet.keys.values()):
        what = f"il manque la colonne « {key} »."
        wrong.append(Problem("no-keys", sheet.where(2), what, "Remettez-la, avec sa clé en deuxième ligne."))


def _place(path: Path, elements: list[_Element], table: Table, rows: Rows) -> None:
    """Put *elements* at the list of *path*, in the order of their numbers if they have some."""
    if table.numbered:
        elements = _numbered(elements, rows.wrong)
    here: Any = rows.data
    for step in path[:-1]:
        here = here.setdefault(step, {}) if isinstance(here, dict) else here[step]
    here[path[-1]] = [element.data for element in elements]
    rows.cells.update(
        {
            (*path, index, *steps): where
            for index, element in enumerate(elements)
            for steps, where in element.cells.items()
        }
    )


def _numbered(elements: list[_Element], wrong: list[Problem]) -> list[_Element]:
    by_number: dict[object, _Element] = {}
    for element in elements:
        where = element.cells.get((NUMBER,), element.where)
        if element.number not in range(1, len(elements) + 1):
            what = "les numéros vont de 1 au nombre de lignes, sans trou."
            wrong.append(Problem("wrong-number", where, what, f"Écrivez un nombre de 1 à {len(elements)}."))
        elif element.number in by_number:
            what = f"le numéro {element.number} est déjà pris."
            wrong.append(Problem("wrong-number", where, what, f"Écrivez un nombre de 1 à {len(elements)}."))
        by_number.setdefault(element.number, element)
    return [by_number[number] for number in range(1, len(elements) + 1) if number in by_number]


def _value(found: Column, row: Row, place: int, sheet: Sheet, wrong: list[Problem]) -> Any:  # noqa: ANN401 - raw data
    try:
        return read_cell(row.cells[place], found, sheet.where(row.number, place))
    except ContentError as error:
        wrong.extend(error.problems)
        return None


def _put(data: dict[str, Any], steps: tuple[str, ...], value: Any) -> Any:  # noqa: ANN401 - raw data
    """Set *value* at the end of *steps*, unless a list is there already; what stands there."""
    for step in steps[:-1]:
        data = data.setdefault(step, {})
    return data.setdefault(steps[-1], value)


def _unknown(key: str, table: Table, where: str) -> Problem:
    names = [each.key for each in columns(table, {})]
    return Problem("unknown-key", where, f"la clé « {key} » n'existe pas ici.", nearest(key, names) or "Retirez-la.")
