"""Commands about content: what is proved of it before anyone answers it, and what a change changes."""

import datetime
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from assessment.cli.told import stop
from assessment.content.edition import Edition
from assessment.content.shelf import SHIPPED, current, editions, files_of, open_edition
from assessment.errors import AssessmentError, Problem
from assessment.proofs import freshness as freshness_of
from assessment.proofs.personas import compare
from assessment.proofs.review import Review, review
from assessment.proofs.revisions import dated, questionnaires_at

CHECKED = """\
{edition} : {rules} règles, {items} ressources et {cases} cas d'école relus.
  Couverture : {profiles} profils, en {splits} cas. Atteignable : {goals} éléments de la méthode.
  Sans recul : {moves} changements d'une réponse, sur {classes} classes qui valent pour {answers} réponses.
  Stabilité : {moving} nombres sur {changes} déplacent un cas d'école quand ils bougent d'un cran.
  Fraîcheur : {never} ressources jamais vérifiées, {old} depuis plus de {months} mois ; {silent} adresses muettes."""
LASTED = "Relu en {seconds} s."
TITLES = {
    "moving": "Nombres qui déplacent un cas d'école :",
    "shown_by": "Règles par lesquelles un exemple montre chaque ressource :",
    "never": "Jamais vérifiées :",
    "old": "Vérifiées il y a plus de {months} mois :",
    "silent": "Adresses muettes :",
}
SAME = "{name} face à « {against} » : chaque cas d'école donne le même résultat."
DIFFERENT = "{name} face à « {against} » : {count} cas d'école donnent un autre résultat."


def check(
    folder: Annotated[Path, typer.Argument(metavar="DOSSIER", help="Le dossier des questionnaires.")] = SHIPPED,
    details: Annotated[bool, typer.Option("--details", help="Montrer aussi les tableaux.")] = False,
    against: Annotated[
        str | None,
        typer.Option(metavar="ÉDITION|RÉVISION", help="Comparer les cas d'école à une autre édition ou révision git."),
    ] = None,
) -> None:
    """Relire tout le contenu d'un dossier et prouver ce qu'il promet."""
    names = editions(folder)
    if not names:
        stop([Problem("no-edition", str(folder), "aucune édition ici.", "Il y faut un dossier avec un edition.yaml.")])
    started, found = time.perf_counter(), []
    for name in names:
        try:
            edition = open_edition(name, folder)
            reviewed = review(edition, files_of(name, folder))
            typer.echo("\n".join(_told(edition, reviewed, details=details)))
            found.extend(reviewed.problems)
            if against is not None:
                typer.echo("\n".join(_compared(edition, folder, against)))
        except AssessmentError as error:
            found.extend(error.problems)
    if found:
        stop(found)
    typer.echo(LASTED.format(seconds=_number(round(time.perf_counter() - started, 1))))


COMMANDS = {"check": check}


def _told(edition: Edition, reviewed: Review, *, details: bool) -> Iterator[str]:
    fresh = freshness_of.freshness(edition, datetime.date.today())
    counts = {
        **dict(reviewed.counts),
        "never": len(fresh.never),
        "old": len(fresh.old),
        "silent": len(fresh.unanswered),
    }
    shown = {name: _number(count) for name, count in counts.items()}
    yield CHECKED.format(edition=edition.id, months=freshness_of.MONTHS, **shown)
    if not details:
        return
    for title, lines in (
        *reviewed.tables,
        ("never", (", ".join(fresh.never),) if fresh.never else ()),
        ("old", tuple(f"{name} : {day.isoformat()}" for name, day in fresh.old)),
        ("silent", tuple(f"{address} : {result}" for address, result in fresh.unanswered)),
    ):
        if lines:
            yield f"\n{TITLES[title].format(months=freshness_of.MONTHS)}"
            yield from (f"  {line}" for line in lines)


def _compared(edition: Edition, folder: Path, against: str) -> Iterator[str]:
    with _other(edition.id, folder, against) as old:
        differences = compare(old, edition)
    if not differences:
        yield SAME.format(name=edition.id, against=against)
        return
    yield DIFFERENT.format(name=edition.id, against=against, count=len(differences))
    for each in differences:
        yield f"  {each.case}"
        yield from (f"    {line}" for line in each.what)
        yield f"    parce que : {' ; '.join(each.why)}"


@contextmanager
def _other(name: str, folder: Path, against: str) -> Iterator[Edition]:
    """The edition called *against*, or the one of this *name*, else the current one, at a git revision."""
    if against in editions(folder):
        yield open_edition(against, folder)
        return
    with questionnaires_at(against, folder) as then:
        try:
            yield open_edition(name if name in editions(then) else current(then), then)
        except AssessmentError as error:
            raise dated(error, against) from error


def _number(number: float) -> str:
    """A number as French people write it: thin spaces between thousands, a comma.

    >>> _number(2239488), _number(8.5)
    ('2\\u202f239\\u202f488', '8,5')
    """
    return f"{number:,}".replace(",", "\u202f").replace(".", ",")
