"""Commands for whoever writes content: schemas for an editor, a new edition, what changed, and workbooks."""

import datetime
import json
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from assessment.cli.told import stop
from assessment.content import edition as content
from assessment.content.comparison import differences
from assessment.content.copying import copy_edition
from assessment.content.copying import seal as seal_edition
from assessment.content.folder import read_files
from assessment.content.schema import write_schemas
from assessment.content.shelf import SHIPPED, current, open_edition
from assessment.content.workbook import pages
from assessment.engine.answer_schema import answer_schema
from assessment.errors import Problem

COPIED = "{folder} : nouvelle édition, datée du {today}. Changez son titre dans edition.yaml, puis lancez jalons check."
SEALED = "{path} : édition fermée. Pour changer quoi que ce soit, copiez-la : jalons new-edition."
NO_DIFFERENCE = "Aucune différence."
SCHEMAS, ANSWERS = "schemas", "reponses.schema.json"
WROTE = "{path} : écrit."
UNCHANGED = "Inchangés : {files}."

Folder = Annotated[Path, typer.Option(metavar="DOSSIER", help="Le dossier des questionnaires.")]
Edition = Annotated[str | None, typer.Option(metavar="ÉDITION", help="Une autre édition que la dernière publiée.")]


def schema(
    output: Annotated[
        Path | None, typer.Option(metavar="DOSSIER", help="Où écrire ; sinon, à côté du contenu.")
    ] = None,
    edition: Edition = None,
    folder: Folder = SHIPPED,
) -> None:
    """Écrire les schémas JSON, qui aident un éditeur à compléter et à vérifier."""
    target = output or folder / SCHEMAS
    try:
        opened = open_edition(edition, folder)
        written = (*write_schemas(opened, target), _write_answer_schema(opened, target))
    except OSError:
        stop([Problem("not-written", str(target), "rien ne s'écrit ici.", "Choisissez un autre dossier.")])
    typer.echo("\n".join(WROTE.format(path=path) for path in written))


def _write_answer_schema(edition: content.Edition, folder: Path) -> Path:
    """The schema of answer files, beside those of the content."""
    path = folder / ANSWERS
    path.write_text(json.dumps(answer_schema(edition), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def new_edition(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="L'édition à copier.")],
    new: Annotated[str, typer.Argument(metavar="NOUVELLE", help="Le nom de la copie : innovation_sociale_2027.")],
    folder: Folder = SHIPPED,
) -> None:
    """Copier une édition sous un nouveau nom, datée d'aujourd'hui, pour la changer."""
    today = datetime.date.today()
    try:
        copied = copy_edition(source, new, today, folder)
    except OSError:
        stop([Problem("not-written", str(folder), "rien ne s'écrit ici.", "Choisissez un autre dossier.")])
    typer.echo(COPIED.format(folder=copied, today=today))


def seal(
    edition: Annotated[str, typer.Argument(metavar="ÉDITION", help="L'édition à fermer.")],
    folder: Folder = SHIPPED,
) -> None:
    """Fermer une édition à laquelle on a répondu : elle ne pourra plus changer."""
    try:
        typer.echo(SEALED.format(path=seal_edition(edition, folder)))
    except OSError:
        stop([Problem("not-written", str(folder), "rien ne s'écrit ici.", "Choisissez un autre dossier.")])


def diff(
    before: Annotated[str, typer.Argument(metavar="AVANT", help="Une édition, ou le chemin de son dossier.")],
    after: Annotated[str, typer.Argument(metavar="APRÈS", help="Une autre, ou le chemin de son dossier.")],
    folder: Folder = SHIPPED,
) -> None:
    """Dire ce qui change d'une édition à l'autre, fichier par fichier."""
    (old, old_root), (new, new_root) = _located(before, folder), _located(after, folder)
    found = differences(read_files(old, old_root), read_files(new, new_root))
    for file, changes in groupby(found, key=lambda each: each.file):
        typer.echo(file)
        typer.echo("\n".join(f"  {change.what}" for change in changes))
    if not found:
        typer.echo(NO_DIFFERENCE)


def export_xlsx(
    output: Annotated[Path, typer.Argument(metavar="CLASSEUR", help="Le classeur à écrire.")],
    edition: Edition = None,
    folder: Folder = SHIPPED,
) -> None:
    """Écrire le contenu dans un classeur, pour le modifier sans YAML."""
    from assessment.content.workbook_drawing import draw  # xlsxwriter and openpyxl take time to load

    name = edition or current(folder)
    files = read_files(name, folder)
    opened = open_edition(name, folder)
    content = draw(pages(files, opened), opened)
    try:
        output.write_bytes(content)
    except OSError:
        stop([Problem("not-written", str(output), "le classeur ne s'écrit pas ici.", "Choisissez un autre dossier.")])
    typer.echo(WROTE.format(path=output))


def import_xlsx(
    workbook: Annotated[Path, typer.Argument(metavar="CLASSEUR", help="Un classeur écrit par jalons export xlsx.")],
    edition: Annotated[str, typer.Option(metavar="ÉDITION", help="Le nom de l'édition à écrire.")],
    folder: Folder = SHIPPED,
    replace: Annotated[bool, typer.Option("--replace", help="Remplacer les fichiers déjà là.")] = False,
) -> None:
    """Relire un classeur, et écrire le contenu s'il n'a pas d'erreur."""
    from assessment.content.importing import import_workbook  # the same

    try:
        done = import_workbook(workbook, edition, folder, replace=replace)
    except OSError:
        stop([Problem("not-written", str(folder), "rien ne s'écrit ici.", "Choisissez un autre dossier.")])
    if done.written:
        typer.echo("\n".join(WROTE.format(path=name) for name in done.written))
    if done.unchanged:
        typer.echo(UNCHANGED.format(files=", ".join(done.unchanged)))


COMMANDS = {"schema": schema, "new-edition": new_edition, "seal": seal, "diff": diff}
#: Group of commands -> its help and its commands.
GROUPS = {
    "export": ("Écrire le contenu sous une autre forme.", {"xlsx": export_xlsx}),
    "import": ("Relire le contenu écrit sous une autre forme.", {"xlsx": import_xlsx}),
}


def groups() -> dict[str, typer.Typer]:
    """The groups of commands, to add to the command line."""
    found = {}
    for name, (told, commands) in GROUPS.items():
        found[name] = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=told)
        for command, run in commands.items():
            found[name].command(command)(run)
    return found


def _located(edition: str, folder: Path) -> tuple[str, Path]:
    """The name of an edition and the folder it stands in, from a name or from a path."""
    path = Path(edition)
    return (path.resolve().name, path.resolve().parent) if (path / "edition.yaml").is_file() else (edition, folder)
