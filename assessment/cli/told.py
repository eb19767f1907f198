"""Problems told on the terminal, or as a JSON line."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import typer

from assessment.errors import AssessmentError, Problem


def tell(path: Path, error: AssessmentError, *, as_json: bool) -> None:
    """Say what is wrong with one file of several."""
    if as_json:
        told = [{"where": each.where, "what": each.what, "remedy": each.remedy} for each in error.problems]
        typer.echo(json.dumps({"file": str(path), "problems": told}, ensure_ascii=False))
        return
    typer.echo("\n".join(f"{path} : {problem}" for problem in error.problems), err=True)


def stop(problems: Iterable[Problem]) -> NoReturn:
    """Say what is wrong and leave with exit code 2."""
    typer.echo("\n".join(str(problem) for problem in problems), err=True)
    raise typer.Exit(2)
