"""The command that tries every address of the catalogue and keeps what came back beside it."""

import datetime
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from assessment.cli.told import stop
from assessment.cli.visits import Visit, visit_all
from assessment.content.links import Link
from assessment.content.shelf import SHIPPED, open_edition
from assessment.errors import Problem
from assessment.proofs.freshness import addresses

FILE = "links.yaml"
HEAD = """\
# Ce que chaque adresse du catalogue a répondu, et quel jour. Écrit par « jalons links » : ne le corrigez pas à la main.
# « answered » : une page est revenue, que personne n'a lue. « checked » d'une ressource reste à remplir à la main.
"""
TRIED = "{count} adresses essayées : {answered} répondent, {silent} non. Écrit dans {path}."


def links(
    folder: Annotated[Path, typer.Option(metavar="DOSSIER", help="Le dossier des questionnaires.")] = SHIPPED,
    timeout: Annotated[float, typer.Option(metavar="SECONDES", min=0.1, max=60, help="Attente par adresse.")] = 10,
) -> None:
    """Essayer chaque adresse du catalogue et noter ce qui répond, s'il y a un réseau."""
    asked = addresses(open_edition(root=folder))
    visits = visit_all(asked, timeout)
    if asked and not any(visit.found for visit in visits):
        stop(
            [Problem("no-network", "réseau", "aucun site n'a pu être trouvé.", "Rien n'est écrit ; essayez ailleurs.")]
        )
    today = datetime.date.today()
    path = folder / FILE
    try:
        path.write_text(written(visits, today), encoding="utf-8")
    except OSError:
        stop([Problem("not-written", str(path), "ce fichier ne s'écrit pas.", "Donnez-vous le droit d'y écrire.")])
    silent = [visit for visit in visits if not visit.answered]
    typer.echo(TRIED.format(count=len(visits), answered=len(visits) - len(silent), silent=len(silent), path=path))
    for visit in silent:
        typer.echo(f"  {visit.address} : {visit.result}")


COMMANDS = {"links": links}


def written(visits: Iterable[Visit], today: datetime.date) -> str:
    """The file that reads back as Links."""
    return HEAD + "\n".join(["links:", *_lines(visits, today)]) + "\n" if visits else HEAD + "links: []\n"


def _lines(visits: Iterable[Visit], today: datetime.date) -> Iterator[str]:
    for visit in visits:
        link = Link(address=visit.address, checked=today, answered=visit.answered, result=visit.result)
        # What JSON quotes, YAML reads.
        yield f"  - address: {json.dumps(link.address, ensure_ascii=False)}"
        yield f"    checked: {link.checked.isoformat()}"
        yield f"    answered: {str(link.answered).lower()}"
        yield f"    result: {json.dumps(link.result, ensure_ascii=False)}"
