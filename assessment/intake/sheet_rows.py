"""The reader of workbooks (XLSX), for a limited child: the cells of the first sheet, as texts.

A workbook is a zip of XML: a small one can unpack to gigabytes, or claim a million columns. What the zip says of
itself is looked at before anything is unpacked, and rows are read one at a time.
"""

import datetime
import encodings.cp437  # noqa: F401 - the child can open no file later, not even this one
import zipfile
from io import BytesIO
from typing import Any

import openpyxl

MEMBERS, UNPACKED, RATIO = 200, 100_000_000, 100
ROWS, COLUMNS, SIGNS = 5_000, 300, 5_000
#: Empty rows in a row after which the sheet is over.
EMPTY = 50

Json = dict[str, Any]


class _Refused(Exception):
    """Why the file is not taken, in one word."""


def read(content: bytes) -> Json:
    """{"columns": […], "rows": [[…]], "lines": […]} or {"wrong": why there is none, in one word}."""
    try:
        _look_at_zip(content)
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        return _table(book.worksheets[0])
    except _Refused as refused:
        return {"wrong": str(refused)}
    except MemoryError:
        raise
    except Exception:  # a file made to break its reader may break it in any way
        return {"wrong": "not-a-workbook"}


def _look_at_zip(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as file:
        members = file.infolist()
    unpacked = sum(each.file_size for each in members)
    packed = max(1, sum(each.compress_size for each in members))
    if len(members) > MEMBERS or unpacked > UNPACKED or unpacked / packed > RATIO:
        raise _Refused("too-much")


def _table(sheet: Any) -> Json:  # noqa: ANN401 - openpyxl's own
    head, columns = _head(sheet)
    rows, lines, empty = [], [], 0
    # What the sheet claims to hold is not believed, nor what stands beyond the columns that have a name.
    given = sheet.iter_rows(min_row=head + 1, max_col=len(columns), values_only=True) if columns else ()
    for line, cells in enumerate(given, start=head + 1):
        told = [None if cell is None else _text(cell) for cell in cells]
        if not any(told):
            empty += 1
            if empty > EMPTY:
                break
            continue
        empty = 0
        if len(rows) == ROWS:
            raise _Refused("too-many-rows")
        rows.append(told)
        lines.append(line)
    return {"columns": columns, "rows": rows, "lines": lines}


def _head(sheet: Any) -> tuple[int, list[str]]:  # noqa: ANN401 - openpyxl's own
    """The line that names the columns, the first that is not empty, and their names; 0 and none when there is none."""
    for line, cells in enumerate(sheet.iter_rows(max_row=EMPTY + 1, max_col=COLUMNS + 1, values_only=True), start=1):
        told = [None if cell is None else _text(cell) for cell in cells]
        if any(told):
            return line, _named(told)
    return 0, []


def _named(told: list[str | None]) -> list[str]:
    while told and told[-1] is None:
        told.pop()
    if len(told) > COLUMNS:
        raise _Refused("too-many-columns")
    return [name or "" for name in told]


def _text(cell: Any) -> str | None:  # noqa: ANN401 - openpyxl's own
    if isinstance(cell, str):
        return cell[:SIGNS] or None
    match cell:
        case bool():
            return str(cell)
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime.datetime():
            return cell.date().isoformat()
        case datetime.date():
            return cell.isoformat()
    return str(cell)[:SIGNS]
