"""The command that screens many projects: tables and files of answers in, one table of results out."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from assessment.cli.told import stop
from assessment.content.edition import Edition
from assessment.content.shelf import current, open_edition
from assessment.engine.reading import read_answers
from assessment.errors import AssessmentError, EditionMissing, Problem
from assessment.portfolio.rows import Flaw, Read, Row, read_rows
from assessment.portfolio.screening import WORTH_A_POOL, screen, screen_many
from assessment.portfolio.table import Table
from assessment.portfolio.writing import WRITERS, Result, handed_back

TABLES = (".csv", ".xlsx", ".parquet")
FILES = (".pdf", ".json", ".yaml", ".yml")
LINES = ".jsonl"
PROGRESS = "Lecture des projets"
DONE = "Projets lus : {count}. Refusés : {refused}. Résultats : {path}"


@dataclass
class _Taken:
    """What was read so far: *rows* by the name of their edition, *flaws*, notes, and the tables they came from."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)
    notes: list[Flaw] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def screen_files(
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="ENTRÉE…", help="CSV, XLSX, Parquet, JSON par lignes, réponses, rapports, ou un dossier."
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="SORTIE", help="CSV, XLSX, Parquet ou JSONL.")],
    problems: Annotated[
        Path | None, typer.Option(metavar="CHEMIN", help="CSV des lignes refusées, à corriger et à redonner.")
    ] = None,
) -> None:
    """Situer beaucoup de projets à la fois : ce qui manque à chacun, jamais de classement."""
    write = WRITERS.get(output.suffix.lower())
    if write is None:
        known = ", ".join(WRITERS)
        stop([Problem("unknown-kind", str(output), "cette sorte de fichier n'est pas connue.", f"Au choix : {known}.")])
    taken = _Taken()
    for path in _files(sources):
        _take(path, taken)
    edition = _the_edition(taken)
    rows = taken.rows.get(edition.id, [])
    results = list(_with_progress(rows, edition))
    _save(output, write(results, edition))
    if problems is not None:
        _save(problems, handed_back(taken.tables, taken.flaws))
    for each in (*taken.notes, *taken.flaws):
        typer.echo(str(each), err=True)
    refused = len({(each.source, each.line) for each in taken.flaws})
    typer.echo(DONE.format(count=len(rows), refused=refused, path=output), err=True)
    raise typer.Exit(2 if taken.flaws else 0)


COMMANDS = {"screen": screen_files}


def _files(sources: Iterable[Path]) -> Iterator[Path]:
    """Each file, those of a folder in the order of their names."""
    for source in sources:
        if source.is_dir():
            yield from (path for path in sorted(source.iterdir()) if path.suffix.lower() in (*TABLES, *FILES, LINES))
        else:
            yield source


def _take(path: Path, taken: _Taken) -> None:
    """Read one file; what is wrong with it never keeps the others from being read."""
    kind = path.suffix.lower()
    try:
        content = path.read_bytes()
        if kind in TABLES:
            _take_table(content, path, taken)
        elif kind == LINES:
            _take_lines(content, path, taken)
        elif kind in FILES:
            _take_answers(content, path, taken)
        else:
            known = ", ".join((*TABLES, LINES, *FILES))
            taken.flaws.append(Flaw(path.name, 0, None, None, "cette sorte de fichier n'est pas connue.", known))
    except AssessmentError as error:
        taken.flaws.extend(
            Flaw(path.name, 0, None, None, f"{each.where} : {each.what}", each.remedy) for each in error.problems
        )
    except OSError:
        taken.flaws.append(Flaw(path.name, 0, None, None, "ce fichier ne s'ouvre pas.", "Vérifiez son nom."))


def _take_table(content: bytes, path: Path, taken: _Taken) -> None:
    from assessment.intake.tables import read_table

    table = read_table(content, path.name)
    read: Read = read_rows(table, open_edition(current()))
    taken.tables.append(table)
    taken.flaws.extend(read.flaws)
    taken.notes.extend(read.notes)
    _keep(read.rows, taken)


def _take_lines(content: bytes, path: Path, taken: _Taken) -> None:
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            answers = read_answers(json.loads(line), open_edition(current()))
            _keep([Row(number, answers)], taken)
        except AssessmentError as error:
            taken.flaws.extend(
                Flaw(path.name, number, None, None, f"{each.where} : {each.what}", each.remedy)
                for each in error.problems
            )
        except ValueError:
            taken.flaws.append(Flaw(path.name, number, None, None, "ce n'est pas du JSON.", "Un objet par ligne."))


def _take_answers(content: bytes, path: Path, taken: _Taken) -> None:
    from assessment.intake.dropped import read_dropped

    _keep([Row(1, read_dropped(content, path.name).answers)], taken)


def _keep(rows: Iterable[Row], taken: _Taken) -> None:
    for row in rows:
        taken.rows.setdefault(row.answers.edition, []).append(row)


def _the_edition(taken: _Taken) -> Edition:
    """The edition of all the rows; several in one table of results would compare what cannot be compared."""
    names = list(taken.rows) or [current()]
    if len(names) > 1:
        raise EditionMissing(
            [
                Problem(
                    "several-editions",
                    "edition",
                    f"ces réponses viennent de plusieurs éditions : {', '.join(names)}.",
                    "Lisez chaque édition à part.",
                )
            ]
        )
    return open_edition(names[0])


def _with_progress(rows: list[Row], edition: Edition) -> Iterator[Result]:
    processes = min(4, os.cpu_count() or 1)
    pooled = len(rows) >= WORTH_A_POOL and processes > 1
    results = screen_many(rows, edition, processes) if pooled else screen(rows, edition)
    with typer.progressbar(results, length=len(rows), label=PROGRESS, file=typer.get_text_stream("stderr")) as shown:
        yield from shown


def _save(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError:
        stop([Problem("not-written", str(path), "ce fichier ne s'écrit pas ici.", "Choisissez un autre dossier.")])
