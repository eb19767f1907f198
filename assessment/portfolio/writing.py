"""Results in, the bytes of a file out: CSV, XLSX, Parquet or JSON lines. No text of anybody becomes a formula."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from assessment.cells import neutral
from assessment.content.edition import Edition
from assessment.portfolio import wording
from assessment.portfolio.columns import HANDED_BACK, definitions, result_columns
from assessment.portfolio.rows import Flaw
from assessment.portfolio.table import Table
from assessment.portfolio.told import Labels

Json = dict[str, Any]
#: A flat line of results, and the contract's result object of the same row.
Result = tuple[Mapping[str, Any], Json]
#: Characters that a column of the sheet to read is wide.
WIDTH = 32


def to_csv(results: Iterable[Result], edition: Edition) -> bytes:
    """UTF-8 with a mark, `;` between cells, every cell quoted."""
    columns = result_columns(edition)
    return _csv(columns, ([line[name] for name in columns] for line, _ in results))


def to_json_lines(results: Iterable[Result], _edition: Edition) -> bytes:
    """One result object of the contract on each line, with the name of whom it is about."""
    return "".join(f"{json.dumps(told, ensure_ascii=False)}\n" for _, told in results).encode("utf-8", "replace")


def to_parquet(results: Iterable[Result], edition: Edition) -> bytes:
    """The flat lines, with texts as texts and levels and counts as small integers."""
    import pyarrow as pa
    from pyarrow import parquet

    lines = [line for line, _ in results]
    numbers = {name for name in result_columns(edition) if name.startswith("dim_") or name == "unknown"}
    fields = [(name, pa.int16() if name in numbers else pa.string()) for name in result_columns(edition)]
    file = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(lines, schema=pa.schema(fields)), file)
    return file.getvalue()


def to_workbook(results: Iterable[Result], edition: Edition) -> bytes:
    """XLSX with a sheet to read, one of data, one of definitions."""
    import xlsxwriter

    file, labels = io.BytesIO(), Labels(edition)
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, safe) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        read, data = book.add_worksheet(wording.READ), book.add_worksheet(wording.DATA)
        defined = book.add_worksheet(wording.DEFINITIONS)
        read.write_string(0, 0, edition.card.equity)
        read.set_column(0, len(wording.HEADS) - 1, WIDTH)
        read.freeze_panes(3, 1)
        _row(read, 2, wording.HEADS.values(), head)
        columns = result_columns(edition)
        _row(data, 0, columns, head)
        data.freeze_panes(1, 1)
        for place, (line, _) in enumerate(results, start=1):
            told = labels.told(line)
            _row(read, place + 2, (told[name] for name in wording.HEADS), wrapped)
            _row(data, place, (line[name] for name in columns))
        _row(defined, 0, wording.DEFINED, head)
        defined.set_column(0, 1, 2 * WIDTH)
        for place, pair in enumerate(definitions(edition).items(), start=1):
            _row(defined, place, pair, wrapped)
    return file.getvalue()


#: Ending of a file's name -> what writes it.
WRITERS: Mapping[str, Callable[[Iterable[Result], Edition], bytes]] = {
    ".csv": to_csv,
    ".xlsx": to_workbook,
    ".parquet": to_parquet,
    ".jsonl": to_json_lines,
}


def handed_back(tables: Sequence[Table], flaws: Sequence[Flaw]) -> bytes:
    """CSV of what was refused, to correct and hand in again: rows as they were, with file, line and what to mend.

    What is wrong with a whole file stands on a line of its own.
    """
    told: dict[tuple[str, int], list[str]] = {}
    for flaw in flaws:
        told.setdefault((flaw.source, flaw.line), []).append(str(flaw))
    columns = list(dict.fromkeys(name for table in tables for name in table.columns if name not in HANDED_BACK))
    rows = []
    for table in tables:
        for row, line in zip(table.rows, table.lines, strict=True):
            if wrong := told.pop((table.source, line), None):
                cells = dict(zip(table.columns, row, strict=True))
                rows.append([table.source, line, "\n".join(wrong), *(cells.get(name) for name in columns)])
    rows.extend([source, line or None, "\n".join(wrong)] for (source, line), wrong in told.items())
    return _csv([*HANDED_BACK, *columns], rows)


def _csv(columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
    for row in (columns, *rows):
        writer.writerow(["" if cell is None else neutral(str(cell)) for cell in row])
    return file.getvalue().encode("utf-8-sig", "replace")


def _row(sheet: Any, place: int, cells: Iterable[Any], form: Any = None) -> None:  # noqa: ANN401 - xlsxwriter's own
    for column, cell in enumerate(cells):
        if isinstance(cell, int):
            sheet.write_number(place, column, cell, form)
        elif cell:
            sheet.write_string(place, column, str(cell)[:32_000], form)
