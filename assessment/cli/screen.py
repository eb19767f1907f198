"""The command that screens many projects: tables and files of answers in, one table of results or reports out."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from assessment.cli import wording_of_screen as wording
from assessment.cli.screen_reports import write_reports
from assessment.cli.screen_sources import LINES, Taken, rows_of, take
from assessment.cli.told import stop
from assessment.content.edition import Edition
from assessment.errors import Problem
from assessment.portfolio.columns import of_results
from assessment.portfolio.screening import WORTH_A_POOL, lines, lines_of_many, screen, screen_many
from assessment.portfolio.writing import WRITERS, handed_back, write_json_lines

ZIP = ".zip"


def screen_files(
    sources: Annotated[list[Path], typer.Argument(metavar="ENTRÉE…", help=wording.HELP_IN)],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="SORTIE", help=wording.HELP_OUT)],
    problems: Annotated[Path | None, typer.Option(metavar="CHEMIN", help=wording.HELP_PROBLEMS)] = None,
) -> None:
    """Situer beaucoup de projets à la fois : ce qui manque à chacun, jamais de classement."""
    _check(output)
    taken = take(sources)
    edition = taken.edition
    try:
        count = _write(output, taken, edition)
    except OSError:
        stop([Problem("not-written", str(output), wording.NOT_WRITTEN, wording.ANOTHER_FOLDER)])
    if problems is not None:
        _save(problems, handed_back(taken.tables, taken.told))
    for each in (*taken.notes, *taken.told):
        typer.echo(str(each), err=True)
    refused = len({(each.source, each.line) for each in taken.flaws})
    typer.echo(wording.DONE.format(count=count, refused=refused, path=output), err=True)
    raise typer.Exit(2 if taken.flaws else 0)


COMMANDS = {"screen": screen_files}


def _check(output: Path) -> None:
    """Refuse an output of no known kind before anything is read."""
    kind = output.suffix.lower()
    if kind in (*WRITERS, LINES, ZIP) or output.is_dir() or not kind:
        return
    known = wording.OUTPUTS.format(known=", ".join((*WRITERS, LINES, ZIP)))
    stop([Problem("unknown-kind", str(output), wording.UNKNOWN_KIND, known)])


def _write(output: Path, taken: Taken, edition: Edition) -> int:
    """Write everything as it is worked out; how many projects there are."""
    kind, rows = output.suffix.lower(), rows_of(taken, edition)
    processes = min(4, os.cpu_count() or 1)
    pooled = taken.count >= WORTH_A_POOL and processes > 1
    counted = _Counted(taken.count)
    if kind == LINES:
        results = screen_many(rows, edition, processes) if pooled else screen(rows, edition)
        with output.open("wb") as file:
            write_json_lines(file, counted.shown(results))
    elif kind in WRITERS and not output.is_dir():
        found = lines_of_many(rows, edition, processes) if pooled else lines(rows, edition)
        with output.open("wb") as file:
            WRITERS[kind](file, counted.shown(found), of_results(edition), edition)
    else:
        for _ in counted.shown(write_reports(output, rows, taken.count, edition)):
            pass
    return counted.count


class _Counted:
    """Tells how far a long work came, and counts what comes out of it."""

    def __init__(self, most: int) -> None:
        self.most, self.count = most, 0

    def shown(self, results: Iterable[Any]) -> Iterator[Any]:
        """The same, with a bar."""
        error = typer.get_text_stream("stderr")
        with typer.progressbar(results, length=self.most, label=wording.PROJECTS, file=error) as bar:
            for each in bar:
                self.count += 1
                yield each


def _save(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError:
        stop([Problem("not-written", str(path), wording.NOT_WRITTEN, wording.ANOTHER_FOLDER)])
