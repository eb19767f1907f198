"""A table that somebody handed in (CSV, XLSX, Parquet), its cells as texts out; read in a limited child."""

from collections.abc import Mapping
from pathlib import Path, PurePath

from assessment.engine.answers import clean
from assessment.errors import AnswersError, Problem
from assessment.intake import wording
from assessment.intake.limited import Limits, Stopped, read_in_child
from assessment.portfolio.table import Table

MIB = 1024 * 1024
LARGEST = 20 * MIB
#: A workbook of 5,000 rows and 80 columns takes six seconds, twice that on a busy machine.
LIMITS = Limits(seconds=40, processor=30, memory=1024 * MIB, largest=LARGEST, answer=200 * MIB)
#: Arrow reserves far more addresses than it uses.
OF_COLUMNS = Limits(seconds=20, processor=15, memory=4096 * MIB, largest=LARGEST, answer=200 * MIB)
#: Ending of a name -> the reader of this folder, and what it may use.
READERS: Mapping[str, tuple[str, Limits]] = {
    ".csv": ("separated_rows.py", LIMITS),
    ".xlsx": ("sheet_rows.py", LIMITS),
    ".parquet": ("stored_columns.py", OF_COLUMNS),
}


def read_table(content: bytes, name: str) -> Table:
    """The table in the file called *name*; raises AnswersError when it is none, or more than this machine will read."""
    where = clean(PurePath(name).name, 60) or wording.FILE
    reader, limits = READERS[PurePath(name).suffix.lower()]
    try:
        found = read_in_child(Path(__file__).with_name(reader), content, limits)
    except Stopped as stopped:
        found = {"wrong": stopped.why}
    if "wrong" in found:
        what, remedy = wording.REFUSED_TABLES[found["wrong"]]
        raise AnswersError([Problem(found["wrong"], where, what, remedy)])
    rows = tuple(tuple(row) for row in found["rows"])
    return Table(where, tuple(found["columns"]), rows, tuple(found["lines"]))
