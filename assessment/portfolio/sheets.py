"""Lines in, a workbook out: a sheet to read, one of data, one of definitions. Texts stay texts, whatever they hold.

Rows are written as they come: the library keeps one of each sheet, and the rest in a file of its own.
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessment.content.edition import Edition
from assessment.portfolio import wording
from assessment.portfolio.columns import Columns
from assessment.portfolio.screening import Line
from assessment.portfolio.told import Labels

#: Nothing that is written is taken for anything but a text or a number.
SAFE = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
#: What the library writes a text with several formats with.
RICH = "<r>"
#: Signs that a cell holds, a little under what the format takes.
LONGEST = 32_000
#: Characters that columns of the sheet to read are wide, and those of the other two.
WIDTH, NARROW, DATA = 34, 16, 15
NARROW_ONES = frozenset({"date", "stage", "range", "consolidated", "received", "origin", "level", "decision", "zone"})
#: Rows of the sheet to read: the sentence of equity, an empty one, the heads.
EQUITY, HEADS = 0, 2
EQUITY_COLUMNS, EQUITY_HEIGHT = 6, 34


def write_workbook(file: BinaryIO, lines: Iterable[Line], columns: Columns, edition: Edition) -> None:
    """Write XLSX into *file*."""
    labels = Labels(edition)
    with xlsxwriter.Workbook(file, SAFE) as book:
        forms = _forms(book)
        read, data = book.add_worksheet(wording.READ), book.add_worksheet(wording.DATA)
        defined = book.add_worksheet(wording.DEFINITIONS)
        _begin_read(read, columns.heads, edition.card.equity, forms)
        _begin_data(data, columns, forms)
        place = 0
        for place, line in enumerate(lines, start=1):
            told = labels.told(line)
            _row(read, HEADS + place, (told[name] for name in columns.heads), forms["wrapped"], forms["day"])
            _row(data, place, (line.get(name) for name in columns.names))
        read.autofilter(HEADS, 0, HEADS + place, len(columns.heads) - 1)
        data.autofilter(0, 0, place, len(columns.names) - 1)
        _define(defined, columns, edition, forms)


def _forms(book: xlsxwriter.Workbook) -> Mapping[str, Format]:
    top = {"text_wrap": True, "valign": "top"}
    return {
        "head": book.add_format({**top, "bold": True, "bottom": 1, "bg_color": "#eef2fb"}),
        "wrapped": book.add_format({**top, "bottom": 4, "bottom_color": "#c9c5b8"}),
        "day": book.add_format({**top, "bottom": 4, "bottom_color": "#c9c5b8", "num_format": "dd/mm/yyyy"}),
        "equity": book.add_format({**top, "italic": True}),
    }


def _begin_read(sheet: Worksheet, heads: Mapping[str, str], equity: str, forms: Mapping[str, Format]) -> None:
    for place, name in enumerate(heads):
        sheet.set_column(place, place, NARROW if name in NARROW_ONES else WIDTH)
    sheet.freeze_panes(HEADS + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADS)
    sheet.set_row(EQUITY, EQUITY_HEIGHT)
    sheet.merge_range(EQUITY, 0, EQUITY, EQUITY_COLUMNS, equity, forms["equity"])
    _row(sheet, HEADS, heads.values(), forms["head"])


def _begin_data(sheet: Worksheet, columns: Columns, forms: Mapping[str, Format]) -> None:
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, len(columns.names) - 1, DATA)
    sheet.freeze_panes(1, 1)
    _row(sheet, 0, columns.names, forms["head"])


def _define(sheet: Worksheet, columns: Columns, edition: Edition, forms: Mapping[str, Format]) -> None:
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, 1, 3 * WIDTH)
    sheet.freeze_panes(1, 0)
    _row(sheet, 0, wording.DEFINED, forms["head"])
    pairs = (*columns.definitions.items(), *Labels(edition).ids())
    for place, pair in enumerate(pairs, start=1):
        _row(sheet, place, pair, forms["wrapped"])


def _row(
    sheet: Worksheet, place: int, cells: Iterable[Any], form: Format | None = None, day: Format | None = None
) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, int):
            sheet.write_number(place, column, cell, form)
        elif isinstance(cell, datetime.date):
            sheet.write_datetime(place, column, datetime.datetime(cell.year, cell.month, cell.day), day)
        elif cell:
            sheet.write_string(place, column, _plain(str(cell))[:LONGEST], form)
        elif form:
            sheet.write_blank(place, column, None, form)


def _plain(text: str) -> str:
    """The same without halves of signs, which no file holds, and that the library does not take for its own writing.

    It copies a text that begins and ends with the marks of a rich one into the file as it is, formulas and all.
    """
    told = text.encode("utf-8", "replace").decode()
    return f" {told}" if told.startswith(RICH) else told
