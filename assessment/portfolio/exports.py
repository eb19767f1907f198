"""Projects and their lines in, the files that are exported out, written as they come; how far it came is yielded.

Tables hold every project; documents only those that share their answers, and a note says which ones are left out.
"""

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from assessment.content.edition import Edition
from assessment.portfolio import wording_of_exports as wording
from assessment.portfolio.archive import file_names, zipped
from assessment.portfolio.columns import of_projects
from assessment.portfolio.exported import exported
from assessment.portfolio.processes import spread
from assessment.portfolio.projects import Project
from assessment.portfolio.screened import whole_line, whole_lines
from assessment.portfolio.screening import Line
from assessment.portfolio.writing import WRITERS

#: What makes the documents of some projects: a function of a module.
Make = Callable[[list[Project], Edition], list[bytes]]
#: Documents that one process makes at a time, and fewer than that many are made here.
BLOCK, WORTH_A_POOL = 1, 12
#: Lines that one process works out at a time, and fewer than that many are worked out here.
LINES, LINES_WORTH_A_POOL = 20, 150


def write_table(kind: str, file: BinaryIO, told: Iterable[tuple[Project, Line]], edition: Edition) -> None:
    """Write a table (*kind*: an ending of WRITERS) of projects, each *told* with its line of results.

    To tell how far it came, watch *told*: they are asked for one by one.
    """
    WRITERS[kind](file, exported(told), of_projects(edition), edition)


def with_lines(projects: Sequence[Project], edition: Edition, root: Path) -> Iterator[tuple[Project, Line]]:
    """Each project with its line of results, recommendations included; many are worked out by other processes.

    *root*: the folder that the edition was opened from.
    """
    if len(projects) < LINES_WORTH_A_POOL:
        lines: Iterable[Line] = (whole_line(each, edition) for each in projects)
    else:
        count = min(os.cpu_count() or 2, 4)
        lines = spread(whole_lines, projects, edition.id, root, processes=count, block=LINES)
    yield from zip(projects, lines, strict=True)


def write_documents(
    file: BinaryIO, projects: Sequence[Project], edition: Edition, root: Path, make: Make, day: datetime.date
) -> Iterator[str]:
    """Write a zip with a PDF of each project that shares its answers, and yield the name of each once it is there.

    *root*: the folder that the edition was opened from.
    """
    told, left = sharing(projects)
    names = file_names((project.name for project in told), ".pdf")
    documents = zip(names, _made(told, edition, root, make), strict=True)
    yield from zipped(file, _with_note(documents, left), day)


def sharing(projects: Iterable[Project]) -> tuple[list[Project], list[Project]]:
    """The projects that share their answers, and those that do not."""
    found: tuple[list[Project], list[Project]] = ([], [])
    for project in projects:
        found[not project.shows_answers].append(project)
    return found


def _made(projects: list[Project], edition: Edition, root: Path, make: Make) -> Iterator[bytes]:
    if len(projects) < WORTH_A_POOL:
        for project in projects:
            yield from make([project], edition)
    else:
        yield from spread(make, projects, edition.id, root, processes=2, block=BLOCK)


def _with_note(documents: Iterable[tuple[str, bytes]], left: Sequence[Project]) -> Iterator[tuple[str, bytes]]:
    """The documents, after a text that tells which projects have none."""
    if left:
        named = (f"- {project.name or wording.UNNAMED}" for project in left)
        yield wording.LEFT_OUT, "\r\n".join([wording.LEFT_OUT_INTRO, *named, ""]).encode("utf-8", "replace")
    yield from documents
