"""The reader of Parquet, for a limited child: cells as texts."""

import datetime
from io import BytesIO
from typing import Any

from pyarrow import parquet

ROWS, COLUMNS, SIGNS = 100_000, 300, 5_000

Json = dict[str, Any]


def read(content: bytes) -> Json:
    """{"columns": […], "rows": [[…]], "lines": […]} or {"wrong": why there is none, in one word}."""
    try:
        file = parquet.ParquetFile(BytesIO(content))
        if file.metadata.num_rows > ROWS:
            return {"wrong": "too-many-rows"}
        if file.metadata.num_columns > COLUMNS:
            return {"wrong": "too-many-columns"}
        table = file.read(use_threads=False)
        columns = table.column_names
        cells = [[_text(cell) for cell in table.column(place).to_pylist()] for place in range(len(columns))]
    except MemoryError:
        raise
    except Exception:  # a file made to break its reader may break it in any way
        return {"wrong": "not-a-parquet"}
    rows = [list(row) for row in zip(*cells, strict=True)]
    return {"columns": columns, "rows": rows, "lines": list(range(1, len(rows) + 1))}


def _text(cell: Any) -> str | None:  # noqa: ANN401 - pyarrow's own
    match cell:
        case None | "":
            return None
        case list():
            return " ".join(str(each) for each in cell) or "0"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime.datetime():
            return cell.date().isoformat()
    return str(cell)[:SIGNS]
