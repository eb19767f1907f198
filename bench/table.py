"""Figures in, one Markdown table out: printed, or kept in the README between two marks."""

import os
import platform
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

#: The table stands between these in the README.
BEGINNING, END = "<!-- figures -->", "<!-- /figures -->"
HEAD = "| what | measured | wanted | holds |\n| --- | --- | --- | --- |"
HOLDS = {True: "oui", False: "**non**"}
#: Where Debian puts PostgreSQL's programs, by version.
POSTGRES = Path("/usr/lib/postgresql")


class MarksMissing(ValueError):
    """A text without the two marks, in their order."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: *what* was measured, what was *measured*, what was *wanted*, and whether it *holds*."""

    what: str
    measured: str
    wanted: str
    holds: bool


def table(rows: Sequence[Row], machine: str) -> str:
    """The rows in Markdown, and the *machine* that they were taken on.

    >>> print(table([Row("a | b", "2", "at most 1", False)], "one core"))
    | what | measured | wanted | holds |
    | --- | --- | --- | --- |
    | a \\\\| b | 2 | at most 1 | **non** |
    <BLANKLINE>
    Taken on one core.
    """
    lines = (_line(row.what, row.measured, row.wanted, HOLDS[row.holds]) for row in rows)
    return "\n".join([HEAD, *lines, "", f"Taken on {machine}."])


def machine() -> str:
    """Cores and versions; no name, no day: the same machine writes the same text."""
    versions = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    if postgres := _postgres_version():
        versions.append(f"PostgreSQL {postgres}")
    return f"{os.cpu_count()} cores, shared by servers, browser and visitors; {', '.join(versions)}"


def put(text: str, written: str) -> str:
    """*text* with *written* between its marks, instead of what stood there. Raises MarksMissing."""
    before, beginning, rest = text.partition(BEGINNING)
    _, end, after = rest.partition(END)
    if not beginning or not end:
        raise MarksMissing(f"{BEGINNING} … {END}")
    return f"{before}{BEGINNING}\n{written}\n{END}{after}"


def _line(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _postgres_version() -> str:
    installed = sorted(POSTGRES.glob("*/bin/postgres"), key=lambda path: path.parts[-3].zfill(4))
    program = installed[-1] if installed else shutil.which("postgres")
    if program is None:
        return ""
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    return told.split()[2]
