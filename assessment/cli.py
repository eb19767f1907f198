"""`jalons`, the command line: answer files in; readable French, JSON lines or PDF out.

Exit codes: 0 all well, 2 bad input or usage, 1 anything unexpected (with an error number, and no trace on screen).
"""

import datetime
import json
import os
import secrets
import socket
import sys
import traceback
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from assessment.content.shelf import SHIPPED, edition_of, editions, open_edition
from assessment.content.yaml_text import parse
from assessment.engine import contract
from assessment.engine.assess import Assessment, assess
from assessment.engine.reading import read_answers
from assessment.errors import AnswersError, AssessmentError, Problem
from assessment.report import sections, text
from assessment.report.template import template as template_of

CHECKED = "{edition} : {rules} règles, {items} ressources et {examples} cas d'école relus."
SERVING = "Jalons est ouvert sur http://localhost:{port} (Ctrl+C pour fermer)."
UNEXPECTED = "Une erreur imprévue est arrivée. Son numéro : {number}. Vos fichiers n'ont pas changé."

#: The entry of the web tool.
APP = Path(__file__).resolve().parents[1] / "streamlit_app.py"

app = typer.Typer(
    name="jalons",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Où en est un projet d'innovation sociale, ce qui lui manque, et que faire ensuite.",
)


class Part(str, Enum):
    """A questionnaire."""

    project = "project"
    organisation = "organisation"
    doors = "doors"


@app.command("assess")
def assess_files(
    files: Annotated[list[Path], typer.Argument(metavar="FICHIER…", help="Fichiers de réponses, YAML ou JSON.")],
    as_json: Annotated[bool, typer.Option("--json", help="Une ligne JSON par fichier.")] = False,
    pdf: Annotated[
        Path | None, typer.Option(metavar="CHEMIN", help="Rapport PDF : un fichier, ou un dossier pour plusieurs.")
    ] = None,
    short: Annotated[bool, typer.Option("--short", help="Ne lire que les douze questions clés.")] = False,
) -> None:
    """Situer chaque fichier de réponses, dire ce qui manque et quoi faire."""
    if pdf is not None and len(files) > 1 and pdf.is_file():
        _stop([Problem("not-a-folder", str(pdf), "c'est un fichier.", "Donnez un dossier pour plusieurs rapports.")])
    bad = False
    for path in files:
        try:
            found = _assessed(path, short=short)
            if pdf is not None:
                _write_pdf(found, path, pdf, several=len(files) > 1)
            shown = (
                json.dumps({"file": str(path), **contract.result(found)}, ensure_ascii=False)
                if as_json
                else (text.render(sections.tell(found, found.answers.subject.date)))
            )
            typer.echo(shown)
        except AssessmentError as error:
            bad = True
            _tell(path, error, as_json=as_json)
    raise typer.Exit(2 if bad else 0)


@app.command()
def template(part: Annotated[Part, typer.Argument(metavar="project|organisation|doors", help="La partie.")]) -> None:
    """Écrire un fichier de réponses à remplir, avec toutes les questions et leurs options."""
    typer.echo(template_of(open_edition(), part.value), nl=False)


@app.command()
def check(
    folder: Annotated[Path, typer.Argument(metavar="DOSSIER", help="Le dossier des questionnaires.")] = SHIPPED,
) -> None:
    """Relire tout le contenu d'un dossier : liens, exemples des règles, cas d'école."""
    from assessment.proofs.worked_examples import disagreements

    names = editions(folder)
    if not names:
        _stop(
            [
                Problem(
                    "no-edition",
                    str(folder),
                    "aucune édition dans ce dossier.",
                    "Il y faut un dossier avec un edition.yaml.",
                )
            ]
        )
    found: list[Problem] = []
    for name in names:
        try:
            edition = open_edition(name, folder)
            found.extend(disagreements(edition))
            typer.echo(
                CHECKED.format(
                    edition=name, rules=len(edition.rules), items=len(edition.items), examples=len(edition.examples)
                )
            )
        except AssessmentError as error:
            found.extend(error.problems)
    if found:
        _stop(found)


@app.command()
def serve(
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65535, help="Port sur cette machine.")] = 8501,
    data: Annotated[Path | None, typer.Option(metavar="DOSSIER", help="Où garder les données.")] = None,
    preview: Annotated[
        Path | None, typer.Option(metavar="DOSSIER", help="Montrer les questionnaires de ce dossier.")
    ] = None,
) -> None:
    """Ouvrir l'outil dans le navigateur, sur cette machine seulement."""
    if preview is not None and not preview.is_dir():
        _stop([Problem("not-a-folder", str(preview), "ce dossier n'existe pas.", "Vérifiez son nom.")])
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            _stop(
                [
                    Problem(
                        "port-taken",
                        f"port {port}",
                        "un autre programme l'occupe.",
                        f"Essayez --port {port % 65535 + 1}.",
                    )
                ]
            )
    kept = {"JALONS_DATA": data, "JALONS_CONTENT": preview}
    os.environ.update({name: str(path.resolve()) for name, path in kept.items() if path is not None})
    typer.echo(SERVING.format(port=port))
    sys.stdout.flush()
    os.chdir(APP.parent)
    command = [sys.executable, "-m", "streamlit", "run", str(APP), "--server.port", str(port)]
    os.execv(sys.executable, command)


def _assessed(path: Path, *, short: bool) -> Assessment:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AnswersError(
            [Problem("no-file", path.name, "ce fichier ne s'ouvre pas.", "Vérifiez son nom.")]
        ) from error
    data = parse(content, path.name).data
    edition = edition_of(data)
    return assess(read_answers(data, edition), edition, short=short)


def _write_pdf(found: Assessment, source: Path, target: Path, *, several: bool) -> None:
    from assessment.report import pdf
    from assessment.storage.installation import issue

    path = target / f"{source.stem}.pdf" if several or target.is_dir() else target
    now = datetime.datetime.now(datetime.UTC)
    attachment = issue(contract.answer_file(found.answers, found.edition), now, found.edition.id)
    content = pdf.render(sections.tell(found, found.answers.subject.date or now.date()), attachment)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise AnswersError(
            [
                Problem(
                    "not-written",
                    str(path),
                    "le rapport ne peut pas être écrit ici.",
                    "Choisissez un autre dossier.",
                )
            ]
        ) from error


def _tell(path: Path, error: AssessmentError, *, as_json: bool) -> None:
    if as_json:
        told = [{"where": each.where, "what": each.what, "remedy": each.remedy} for each in error.problems]
        typer.echo(json.dumps({"file": str(path), "problems": told}, ensure_ascii=False))
        return
    typer.echo("\n".join(f"{path} : {line}" for line in _lines(error)), err=True)


def _lines(error: AssessmentError) -> Iterator[str]:
    return (str(problem) for problem in error.problems)


def _stop(problems: list[Problem]) -> None:
    typer.echo("\n".join(str(problem) for problem in problems), err=True)
    raise typer.Exit(2)


def main() -> None:
    """Run `jalons`; whatever is unexpected becomes a number, its trace goes to a file of the data folder."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except AssessmentError as error:
        typer.echo("\n".join(_lines(error)), err=True)
        sys.exit(2)
    except Exception:
        typer.echo(UNEXPECTED.format(number=_kept_trace()), err=True)
        sys.exit(1)


def _kept_trace() -> str:
    from assessment.storage.installation import data_folder

    number = secrets.token_hex(4)
    try:
        folder = data_folder() / "errors"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}.txt").write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return f"{number} (trace non gardée)"
    return number
