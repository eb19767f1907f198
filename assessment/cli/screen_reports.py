"""Rows in, a PDF report of each out, in a folder or in a zip; made by several processes when there are many."""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import tee
from pathlib import Path

from assessment.content.edition import Edition
from assessment.content.shelf import SHIPPED
from assessment.engine.assess import assess
from assessment.engine.contract import answer_file
from assessment.portfolio.archive import file_names, zipped
from assessment.portfolio.processes import spread
from assessment.portfolio.rows import Row

#: Reports that one process makes at a time, and fewer than that many are made here.
BLOCK, WORTH_A_POOL = 8, 40


def write_reports(path: Path, rows: Iterable[Row], count: int, edition: Edition) -> Iterator[object]:
    """Write the reports and yield one thing for each that is there; *count*: how many there may be."""
    first, second = tee(rows)
    names = file_names((row.answers.subject.name for row in first), ".pdf")
    documents = zip(names, _reports(second, count, edition), strict=True)
    if path.suffix.lower() == ".zip":
        with path.open("wb") as file:
            yield from zipped(file, documents, date.today())
        return
    path.mkdir(parents=True, exist_ok=True)
    for name, content in documents:
        (path / name).write_bytes(content)
        yield name


def _reports(rows: Iterable[Row], count: int, edition: Edition) -> Iterator[bytes]:
    if count < WORTH_A_POOL:
        yield from (report(row, edition) for row in rows)
    else:
        processes = min(4, os.cpu_count() or 1)
        yield from spread(_block, rows, edition.id, SHIPPED, processes=processes, block=BLOCK)


def report(row: Row, edition: Edition) -> bytes:
    """The PDF of one row; its answers travel in it, and say nothing of where they come from."""
    from assessment.report import pdf, sections  # reportlab takes a tenth of a second that tables do not need

    found = assess(row.answers, edition)
    attachment = json.dumps(answer_file(row.answers, edition), ensure_ascii=False).encode()
    return pdf.render(sections.tell(found, row.answers.subject.date or date.today()), attachment)


def _block(rows: list[Row], edition: Edition) -> list[bytes]:
    return [report(row, edition) for row in rows]
