"""Commands about answers: assess files, and write files to fill in."""

import datetime
import json
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from assessment.cli.told import stop, tell
from assessment.content.shelf import edition_of, open_edition
from assessment.content.yaml_reading import parse
from assessment.engine import contract
from assessment.engine.assess import Assessment, assess
from assessment.engine.reading import read_answers
from assessment.errors import AnswersError, AssessmentError, Problem
from assessment.report import sections, text
from assessment.report.template import template as template_of


class Part(str, Enum):
    """A questionnaire."""

    project = "project"
    organisation = "organisation"
    doors = "doors"


def assess_files(
    files: Annotated[list[Path], typer.Argument(metavar="FICHIER…", help="Fichiers de réponses, YAML ou JSON.")],
    as_json: Annotated[bool, typer.Option("--json", help="Une ligne JSON par fichier.")] = False,
    pdf: Annotated[
        Path | None,
        typer.Option(metavar="CHEMIN", help="Rapport PDF : un fichier, ou un dossier pour plusieurs."),
    ] = None,
    short: Annotated[bool, typer.Option("--short", help="Ne lire que les douze questions clés.")] = False,
) -> None:
    """Situer chaque fichier de réponses, dire ce qui manque et quoi faire."""
    if pdf is not None and len(files) > 1 and pdf.is_file():
        stop([Problem("not-a-folder", str(pdf), "c'est un fichier.", "Donnez un dossier pour plusieurs rapports.")])
    bad = False
    for path in files:
        try:
            found = assessed(path, short=short)
            if pdf is not None:
                _write_pdf(found, path, pdf, several=len(files) > 1)
            typer.echo(_shown(found, path, as_json=as_json))
        except AssessmentError as error:
            bad = True
            tell(path, error, as_json=as_json)
    raise typer.Exit(2 if bad else 0)


def template(
    part: Annotated[
        Part, typer.Argument(metavar="[project|organisation|doors]", help="La partie à remplir.")
    ] = Part.project,
    xlsx: Annotated[
        Path | None,
        typer.Option(metavar="CHEMIN", help="Plutôt un classeur : une ligne par projet, toutes les parties."),
    ] = None,
) -> None:
    """Écrire un fichier de réponses à remplir, avec toutes les questions et leurs options."""
    if xlsx is None:
        typer.echo(template_of(open_edition(), part.value), nl=False)
        return
    from assessment.portfolio.template import template as workbook  # only this needs what writes workbooks

    try:
        xlsx.write_bytes(workbook(open_edition()))
    except OSError:
        stop([Problem("not-written", str(xlsx), "ce fichier ne s'écrit pas ici.", "Choisissez un autre dossier.")])
    typer.echo(f"Classeur à remplir : {xlsx}", err=True)


COMMANDS = {"assess": assess_files, "template": template}


def assessed(path: Path, *, short: bool = False) -> Assessment:
    """The assessment of one answer file, with the edition that it names."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AnswersError([Problem("no-file", "fichier", "il ne s'ouvre pas.", "Vérifiez son nom.")]) from error
    data = parse(content, path.name).data
    edition = edition_of(data)
    answers = read_answers(data, edition)
    if short and "project" not in answers.parts:
        raise AnswersError([Problem("no-project", "project", "--short ne lit que le projet.", "Retirez --short.")])
    return assess(answers, edition, short=short)


def _shown(found: Assessment, path: Path, *, as_json: bool) -> str:
    if as_json:
        return json.dumps({"file": str(path), **contract.result(found)}, ensure_ascii=False)
    return text.render(sections.tell(found, found.answers.subject.date))


def _write_pdf(found: Assessment, source: Path, target: Path, *, several: bool) -> None:
    from assessment.report import pdf  # reportlab takes a tenth of a second that other outputs do not need
    from assessment.storage.installation import issue

    path = target / f"{source.stem}.pdf" if several or target.is_dir() else target
    now = datetime.datetime.now(datetime.UTC)
    attachment = issue(contract.answer_file(found.answers, found.edition), now, found.edition.id)
    content = pdf.render(sections.tell(found, found.answers.subject.date or now.date()), attachment)
    try:
        if several:
            target.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise AnswersError(
            [Problem("not-written", str(path), "le rapport ne s'écrit pas ici.", "Choisissez un autre dossier.")]
        ) from error
