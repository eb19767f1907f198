"""The reader of CSV, for a limited child: cells as texts, whatever the separator and the encoding of spreadsheets."""

import codecs
import csv
import encodings.cp1252  # noqa: F401 - the child can open no file later, not even this one
import io
from typing import Any

from assessment.cells import written_in

ROWS, COLUMNS, SIGNS = 100_000, 300, 5_000
SEPARATORS = ";,\t"

Json = dict[str, Any]


def read(content: bytes) -> Json:
    """{"columns": […], "rows": [[…]], "lines": […]} or {"wrong": why there is none, in one word}."""
    if b"\0" in content:
        return {"wrong": "not-text"}
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")  # as a spreadsheet of a French office writes it
    csv.field_size_limit(SIGNS)
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(SEPARATORS, key=first.count), strict=True)
    try:
        return _table(reader)
    except csv.Error:
        return {"wrong": "not-separated"}


def _table(reader: Any) -> Json:  # noqa: ANN401 - csv's own
    columns = [name.strip() for name in next(reader, [])]
    while columns and not columns[-1]:
        columns.pop()
    if len(columns) > COLUMNS:
        return {"wrong": "too-many-columns"}
    rows, lines, line = [], [], reader.line_num + 1
    for cells in reader:
        told: list[str | None] = [written_in(cell.strip()) or None for cell in cells]
        if any(told):
            if len(rows) == ROWS:
                return {"wrong": "too-many-rows"}
            if any(told[len(columns) :]):
                return {"wrong": "not-separated"}
            rows.append((told + [None] * len(columns))[: len(columns)])
            lines.append(line)
        line = reader.line_num + 1
    return {"columns": columns, "rows": rows, "lines": lines}
