"""Tables of projects in, how long it takes to read, validate and screen them out, and what memory they take.

Reading a workbook is held against the bare reading of the same cells by the same library, in one process: what the
limited child costs is apart. Processor time, so that neighbours of the machine count for nothing.
"""

import csv
import io
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import xlsxwriter

from assessment.content.edition import Edition
from assessment.content.shelf import open_edition
from assessment.intake import sheet_rows
from assessment.portfolio.columns import SHOWN
from assessment.portfolio.rows import read_rows
from assessment.portfolio.table import Table
from bench.table import Row

ROWS, MORE = 5_000, 20_000
#: Reading and validating, to the bare reading; seconds of work for ROWS; KiB of memory for each row more.
RATIO_AT_MOST, SECONDS_AT_MOST, KIB_AT_MOST = 1.5, 40, 3


@dataclass(frozen=True, slots=True)
class Read:
    """Medians of milliseconds, and of the ratios of each round; how many rows could be read."""

    ours: float
    bare: float
    ratio: float
    rows: int


@dataclass(frozen=True, slots=True)
class Screened:
    """For so many *rows*: seconds of *work* of all processes together, seconds by the clock, and the largest memory
    of any process in KiB."""

    work: float
    seconds: float
    memory: int
    rows: int


def cells(count: int, edition: Edition, seed: int = 1) -> list[list[str]]:
    """Names of columns, then *count* projects with every question of the project answered, all different."""
    chance = random.Random(seed)
    questions = [each for each in edition.project.questions]
    columns = ["name", "date", *(each.id for each in questions), *(f"{name}{SHOWN}" for name in edition.key_questions)]
    found = [columns]
    for number in range(count):
        answers = [str(chance.randint(1, len(each.choices))) for each in questions]
        shown = [chance.choice(("", "no", "document", "outside")) for _ in edition.key_questions]
        found.append([f"Projet {number}", "2026-11-01", *answers, *shown])
    return found


def read(count: int = ROWS, rounds: int = 5) -> Read:
    """Read a workbook both ways in each round, after one round that does not count."""
    edition = open_edition()
    content = workbook(cells(count, edition))
    ways = (lambda: _read_and_validated(content, edition), lambda: _bare(content))
    taken = [[_milliseconds(way) for way in ways] for _ in range(rounds + 1)][1:]
    ours, bare = (statistics.median(column) for column in zip(*taken, strict=True))
    ratio = statistics.median(row[0] / row[1] for row in taken)
    return Read(ours, bare, ratio, _read_and_validated(content, edition))


def screened(count: int) -> Screened:
    """Screen a CSV of so many rows into a CSV by the command, as people do."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "in.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(cells(count, open_edition()))
        started_as = "from assessment.cli.app import main; main()"
        command = [sys.executable, "-c", started_as, "screen", "in.csv", "-o", "out.csv"]
        started = time.monotonic()
        path = os.pathsep.join(filter(None, (str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH"))))
        child = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": path}, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - started
        with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = sum(1 for _ in csv.reader(file, delimiter=";")) - 1
    return Screened(used.ru_utime + used.ru_stime, seconds, used.ru_maxrss, rows)


def rows(short: bool) -> list[Row]:
    """The figures, and whether they hold."""
    less, more = (200, 600) if short else (ROWS, MORE)
    found = read(less, rounds=1) if short else read()
    few, many = screened(less), screened(more)
    each = (many.memory - few.memory) / (more - less)
    return [
        Row(
            f"XLSX of {found.rows:,} rows, read and validated; the same cells read by the same library",
            f"{found.ratio:.2f} times ({found.ours:.0f} to {found.bare:.0f} ms)",
            f"at most {RATIO_AT_MOST} times",
            found.ratio <= RATIO_AT_MOST,
        ),
        Row(
            f"`jalons screen` of {few.rows:,} rows, CSV to CSV: work of all its processes",
            f"{few.work:.0f} s, {few.seconds:.0f} s by the clock",
            f"at most {SECONDS_AT_MOST} s of work",
            few.rows == less and few.work <= SECONDS_AT_MOST,
        ),
        Row(
            f"its memory for each further row, from {less:,} to {more:,}",
            f"{each:.1f} KiB ({few.memory / 1024:.0f} to {many.memory / 1024:.0f} MiB)",
            f"at most {KIB_AT_MOST} KiB",
            many.rows == more and each <= KIB_AT_MOST,
        ),
    ]


def workbook(told: list[list[str]]) -> bytes:
    """XLSX with the same cells, numbers as numbers."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"strings_to_numbers": True}) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate(told):
            sheet.write_row(place, 0, row)
    return file.getvalue()


def _read_and_validated(content: bytes, edition: Edition) -> int:
    found = sheet_rows.read(content)
    told = tuple(tuple(row) for row in found["rows"])
    table = Table("in.xlsx", tuple(found["columns"]), told, tuple(found["lines"]))
    return len(read_rows(table, edition).rows)


def _bare(content: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    return len([list(row) for row in book.worksheets[0].iter_rows(values_only=True)])


def _milliseconds(work: Callable[[], int]) -> float:
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000
