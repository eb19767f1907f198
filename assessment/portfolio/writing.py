"""Results in, a file written as they come out: CSV, XLSX, Parquet or JSON lines. No text of anybody becomes a formula.

Nothing is kept but the line in hand, so that a million of them take the memory of a few.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, BinaryIO

from assessment.cells import neutral
from assessment.content.edition import Edition
from assessment.portfolio.columns import HANDED_BACK, Columns
from assessment.portfolio.rows import Flaw
from assessment.portfolio.screening import Line, Result
from assessment.portfolio.table import Table

#: Writes lines of columns into a file.
Writer = Callable[[BinaryIO, Iterable[Line], Columns, Edition], None]
#: Lines that Parquet takes at a time.
GROUP = 1_000
#: A mark that spreadsheets know UTF-8 by.
MARK = b"\xef\xbb\xbf"


def write_csv(file: BinaryIO, lines: Iterable[Line], columns: Columns, _edition: Edition) -> None:
    """UTF-8 with a mark, `;` between cells, every cell quoted."""
    names = columns.names
    for piece in _csv(names, ([line.get(name) for name in names] for line in lines)):
        file.write(piece)


def write_parquet(file: BinaryIO, lines: Iterable[Line], columns: Columns, _edition: Edition) -> None:
    """Texts as texts, levels and counts as small integers."""
    import pyarrow as pa
    from pyarrow import parquet

    kinds = ((name, pa.int16() if name in columns.numbers else pa.string()) for name in columns.names)
    schema, left = pa.schema(list(kinds)), iter(lines)
    with parquet.ParquetWriter(file, schema) as writer:
        while group := list(islice(left, GROUP)):
            writer.write_table(pa.Table.from_pylist([_encodable(line) for line in group], schema=schema))


def write_workbook(file: BinaryIO, lines: Iterable[Line], columns: Columns, edition: Edition) -> None:
    """XLSX: a sheet to read, one of data, one of definitions."""
    from assessment.portfolio.sheets import write_workbook as write  # a library that a command may never need

    write(file, lines, columns, edition)


#: Ending of a file's name -> what writes lines into it.
WRITERS: Mapping[str, Writer] = {".csv": write_csv, ".xlsx": write_workbook, ".parquet": write_parquet}


def write_json_lines(file: BinaryIO, results: Iterable[Result]) -> None:
    """One result object of the contract on each line, with the name of whom it is about."""
    for _, told in results:
        file.write(f"{json.dumps(told, ensure_ascii=False)}\n".encode("utf-8", "replace"))


def written(write: Writer, lines: Iterable[Line], columns: Columns, edition: Edition) -> bytes:
    """The bytes of a file, for whoever keeps none."""
    file = io.BytesIO()
    write(file, lines, columns, edition)
    return file.getvalue()


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
    return b"".join(_csv([*HANDED_BACK, *columns], rows))


def _csv(columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> Iterator[bytes]:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    yield MARK
    for row in chain([columns], rows):
        writer.writerow(["" if cell is None else neutral(str(cell)) for cell in row])
        yield text.getvalue().encode("utf-8", "replace")
        text.seek(0)
        text.truncate()


def _encodable(line: Line) -> dict[str, Any]:
    """The same without halves of signs, which Arrow refuses."""
    return {
        name: cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell for name, cell in line.items()
    }
