"""Commands about content: check what was written before anyone answers it."""

from pathlib import Path
from typing import Annotated

import typer

from assessment.cli.told import stop
from assessment.content.shelf import SHIPPED, editions, open_edition
from assessment.errors import AssessmentError, Problem
from assessment.proofs.worked_examples import disagreements

CHECKED = "{edition} : {rules} règles, {items} ressources et {examples} cas d'école relus."


def check(
    folder: Annotated[Path, typer.Argument(metavar="DOSSIER", help="Le dossier des questionnaires.")] = SHIPPED,
) -> None:
    """Relire tout le contenu d'un dossier : liens, exemples des règles, cas d'école."""
    names = editions(folder)
    if not names:
        stop([Problem("no-edition", str(folder), "aucune édition ici.", "Il y faut un dossier avec un edition.yaml.")])
    found: list[Problem] = []
    for name in names:
        try:
            edition = open_edition(name, folder)
        except AssessmentError as error:
            found.extend(error.problems)
            continue
        found.extend(disagreements(edition))
        counts = {"rules": len(edition.rules), "items": len(edition.items), "examples": len(edition.examples)}
        typer.echo(CHECKED.format(edition=name, **counts))
    if found:
        stop(found)


COMMANDS = {"check": check}
