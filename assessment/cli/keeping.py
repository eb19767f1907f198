"""Commands that look after what is kept: purge, backup, restore. They say in figures what they did."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assessment.settings import read_settings
from assessment.storage.principals import OPERATOR
from assessment.storage.sqlite import claim

if TYPE_CHECKING:  # it brings SQLAlchemy, and every other command would wait for it
    from assessment.storage.store import Store

PURGED = (
    "Purge faite. Brouillons : {drafts}. Dossiers : {dossiers}. Collectes : {gatherings}. "
    "Liens qui ne servaient plus : {links}."
)
WRITTEN = "Sauvegarde écrite dans {path}, que vous seul pouvez lire. {held}"
RESTORED = """\
Sauvegarde du {at:%d/%m/%Y à %H:%M} (UTC) restaurée. {held}
Chacun rouvre son dossier par son lien privé. Ce qui avait été supprimé depuis est revenu : supprimez-le de nouveau."""
HELD = (
    "Dossiers : {dossiers}. Enregistrements : {journal}. Liens : {links}. Dépôts : {deposits}. "
    "Collectes : {gatherings}. Projets : {projects}."
)

Data = Annotated[Path | None, typer.Option("--data", metavar="DOSSIER", help="Où sont gardées les données.")]
Address = Annotated[
    str | None, typer.Option("--database", metavar="ADRESSE", help="La base, si elle n'est pas dans ce dossier.")
]


def purge(data: Data = None, database: Address = None) -> None:
    """Supprimer ce qui est trop ancien : brouillons, dossiers et collectes oubliés, liens qui ne servent plus."""
    with _store(data, database) as store:
        gone = store.purge(OPERATOR)
    typer.echo(PURGED.format(**asdict(gone)))


def backup(
    path: Annotated[Path, typer.Argument(metavar="FICHIER", help="Le fichier à écrire ; il peut déjà exister.")],
    data: Data = None,
    database: Address = None,
) -> None:
    """Écrire tout ce qui est gardé dans un seul fichier, pendant que Jalons sert."""
    with _store(data, database) as store:
        written = store.back_up(OPERATOR, path)
    typer.echo(WRITTEN.format(path=path, held=HELD.format(**asdict(written))))


def restore(
    path: Annotated[Path, typer.Argument(metavar="FICHIER", help="Une sauvegarde écrite par jalons backup.")],
    replace: Annotated[bool, typer.Option("--replace", help="Remplacer tout ce qui est gardé maintenant.")] = False,
    data: Data = None,
    database: Address = None,
) -> None:
    """Remettre ce que contient une sauvegarde, une fois qu'elle est vérifiée en entier."""
    with _store(data, database) as store:
        if store.database.file:
            claim(store.database.file)  # whoever answers meanwhile would answer to what is no longer there
        found = store.restore(OPERATOR, path, replace)
    typer.echo(RESTORED.format(at=found.at, held=HELD.format(**asdict(found))))


COMMANDS = {"purge": purge, "backup": backup, "restore": restore}


@contextmanager
def _store(data: Path | None, database: str | None) -> "Iterator[Store]":
    """The store that the options name, else the JALONS_* variables."""
    from assessment.storage.opening import open_store

    said = {"JALONS_DATA": data and str(data), "JALONS_DATABASE": database}
    store = open_store(read_settings({**os.environ, **{name: value for name, value in said.items() if value}}))
    try:
        yield store
    finally:
        store.database.close()
