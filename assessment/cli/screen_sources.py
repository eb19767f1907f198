"""What `jalons screen` is given: tables, lines of JSON, answer files and reports, each read as it may be.

Tables and lines are read by blocks when they are worked out; single files, which a child reads one by one, at once.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import typer

from assessment.cli import wording_of_screen as wording
from assessment.content.edition import Edition
from assessment.content.shelf import current, open_edition
from assessment.engine.reading import read_answers
from assessment.errors import AssessmentError, Problem
from assessment.intake.limited import AT_ONCE
from assessment.portfolio.rows import Flaw, Row, read_rows
from assessment.portfolio.table import Table

TABLES = (".csv", ".xlsx", ".parquet")
FILES = (".pdf", ".json", ".yaml", ".yml")
LINES = ".jsonl"
#: Rows that are read at a time.
BLOCK = 1_000
#: The line of a file that holds one project only.
ONLY = 1


@dataclass(frozen=True, slots=True)
class Single:
    """The one project of the file called *name*."""

    name: str
    row: Row


#: A table in memory, a file of lines left where it is, or a single project.
Source = Table | Path | Single


@dataclass
class Taken:
    """What was read so far. *flaws* refuse rows or files, *notes* nothing; *tables*: the rows that were refused."""

    files: tuple[str, ...] = ()
    sources: list[Source] = field(default_factory=list)
    count: int = 0
    flaws: list[Flaw] = field(default_factory=list)
    notes: list[Flaw] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @property
    def told(self) -> list[Flaw]:
        """Flaws in the order of the files, then of their lines."""
        place = {name: number for number, name in reversed([*enumerate(self.files)])}
        return sorted(self.flaws, key=lambda flaw: (place.get(flaw.source, len(place)), flaw.line))

    @property
    def edition(self) -> Edition:
        """The edition of tables and lines, else that of most of the files."""
        singles = [each.row.answers.edition for each in self.sources if isinstance(each, Single)]
        if len(singles) < len(self.sources) or not singles:
            return open_edition(current())
        return open_edition(Counter(singles).most_common(1)[0][0])


def take(sources: Iterable[Path]) -> Taken:
    """Open every file; what is wrong with one never keeps the others from being read."""
    paths = list(_files(sources))
    taken = Taken(tuple(path.name for path in paths))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        opened = pool.map(_opened, paths)
        with typer.progressbar(opened, length=len(paths), label=wording.FILES, file=_stderr()) as shown:
            for found in shown:
                taken.flaws.extend(each for each in found if isinstance(each, Flaw))
                kept = [each for each in found if not isinstance(each, Flaw)]
                taken.sources.extend(kept)
                taken.count += sum(_size(each) for each in kept)
    return taken


def rows_of(taken: Taken, edition: Edition) -> Iterator[Row]:
    """Every row that can be read, in order; flaws and notes are noted in *taken* on the way."""
    for source in taken.sources:
        match source:
            case Table():
                yield from _of_table(source, taken, edition)
            case Path():
                yield from _of_lines(source, taken, edition)
            case Single() if source.row.answers.edition == edition.id:
                yield source.row
            case Single():
                taken.flaws.append(_of_another_edition(source, edition))


def _files(sources: Iterable[Path]) -> Iterator[Path]:
    """Each file, those of a folder in the order of their names."""
    for source in sources:
        if source.is_dir():
            yield from (path for path in sorted(source.iterdir()) if path.suffix.lower() in (*TABLES, *FILES, LINES))
        else:
            yield source


def _opened(path: Path) -> list[Source | Flaw]:
    kind = path.suffix.lower()
    try:
        if kind == LINES:
            path.open("rb").close()
            return [path]
        if kind not in (*TABLES, *FILES):
            known = wording.KNOWN.format(known=", ".join((*TABLES, LINES, *FILES)))
            return [Flaw(path.name, 0, None, None, wording.UNKNOWN_KIND, known)]
        return [_table(path) if kind in TABLES else _single(path)]
    except AssessmentError as error:
        return _told(error, path.name, 0)
    except OSError:
        return [Flaw(path.name, 0, None, None, wording.NOT_OPENED, wording.CHECK_NAME)]


def _table(path: Path) -> Table:
    from assessment.intake.tables import read_table

    return read_table(path.read_bytes(), path.name)


def _single(path: Path) -> Single:
    from assessment.intake.dropped import read_dropped

    return Single(path.name, Row(ONLY, read_dropped(path.read_bytes(), path.name).answers))


def _size(source: Source) -> int:
    if isinstance(source, Table):
        return len(source.rows)
    if isinstance(source, Single):
        return 1
    with source.open("rb") as file:
        return sum(1 for line in file if line.strip())


def _of_table(table: Table, taken: Taken, edition: Edition) -> Iterator[Row]:
    head = read_rows(table.only(()), edition)  # what is wrong with columns is told once
    taken.flaws.extend(head.flaws)
    taken.notes.extend(head.notes)
    if head.flaws:
        return
    for block in table.blocks(BLOCK):
        read = read_rows(block, edition)
        taken.flaws.extend(read.flaws)
        wrong = {flaw.line for flaw in read.flaws}
        if wrong:
            taken.tables.append(block.only(place for place, line in enumerate(block.lines) if line in wrong))
        yield from read.rows


def _of_lines(path: Path, taken: Taken, edition: Edition) -> Iterator[Row]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                yield Row(number, read_answers(json.loads(line.decode("utf-8", "replace")), edition))
            except AssessmentError as error:
                taken.flaws.extend(_told(error, path.name, number))
            except (ValueError, RecursionError):
                taken.flaws.append(Flaw(path.name, number, None, None, wording.NOT_JSON, wording.ONE_OBJECT))


def _of_another_edition(source: Single, edition: Edition) -> Flaw:
    reason = wording.ANOTHER_EDITION.format(theirs=source.row.answers.edition, ours=edition.id)
    return Flaw(source.name, 0, None, None, reason, wording.APART)


def _told(error: AssessmentError, source: str, line: int) -> list[Flaw]:
    return [_flaw(problem, source, line) for problem in error.problems]


def _flaw(problem: Problem, source: str, line: int) -> Flaw:
    what = problem.what if problem.where == source else f"{problem.where} : {problem.what}"
    return Flaw(source, line, None, None, what, problem.remedy)


def _stderr() -> IO[str]:
    return typer.get_text_stream("stderr")
