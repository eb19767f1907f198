"""The commands that open the web tool, and look at whether it may be opened."""

import gc
import os
import socket
from pathlib import Path
from typing import Annotated

import typer

from assessment.cli.told import stop
from assessment.errors import Problem

#: Beside it: the entry of the web tool and its configuration.
ROOT = Path(__file__).resolve().parents[2]
SERVING = "Jalons est ouvert sur http://localhost:{port} (Ctrl+C pour fermer)."
EXAMINED = "Examiné : {what}."
NOTHING_WRONG = "Rien à corriger."
#: Connections that may wait while the server starts.
WAITING = 2048

Data = Annotated[Path | None, typer.Option(metavar="DOSSIER", help="Où garder les données.")]
Database = Annotated[
    str | None, typer.Option(metavar="ADRESSE", help="Où garder les dossiers : sqlite:///… ou postgresql+psycopg://…")
]


def serve(
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65535, help="Port sur cette machine.")] = 8501,
    data: Data = None,
    database: Database = None,
    preview: Annotated[
        Path | None, typer.Option(metavar="DOSSIER", help="Montrer les questionnaires écrits dans ce dossier.")
    ] = None,
) -> None:
    """Ouvrir l'outil dans le navigateur, sur cette machine seulement."""
    if preview is not None and not preview.is_dir():
        stop([Problem("not-a-folder", str(preview), "ce dossier n'existe pas.", "Vérifiez son nom.")])
    _require_pages()
    _decide(data, database, preview)
    listening = _listen(port)
    gc.disable()  # what a start loads stays: looking it through again and again takes time; warming enables it
    from assessment.serving.process import serve as serve_on  # Streamlit takes half a second

    serve_on(listening, lambda: typer.echo(SERVING.format(port=port)))


def doctor(data: Data = None, database: Database = None) -> None:
    """Dire ce qui n'est pas sûr dans cette installation, pourquoi et comment y remédier."""
    _require_pages()
    _decide(data, database, None)
    from assessment.serving import configuration
    from assessment.serving import doctor as looking
    from assessment.storage.opening import the_store
    from assessment.storage.principals import OPERATOR

    configuration.load()
    problems = looking.examine_all() or the_store().verify(OPERATOR)
    if problems:
        stop(problems)
    typer.echo(EXAMINED.format(what=" ; ".join(looking.EXAMINED)))
    typer.echo(NOTHING_WRONG)


def _listen(port: int) -> socket.socket:
    """A socket of this machine only.

    Without its protocol's name, asyncio lets small answers wait for one another (Nagle): 40 ms for each click.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":  # a port that was just left is free at once; Windows would let two programs share one
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
        listening.listen(WAITING)
    except OSError:
        listening.close()
        remedy = f"Essayez --port {port % 65535 + 1}."
        stop([Problem("port-taken", f"port {port}", "un autre programme l'occupe.", remedy)])
    return listening


COMMANDS = {"serve": serve, "doctor": doctor}


def _require_pages() -> None:
    """Without the configuration beside the pages, Streamlit would call home."""
    if not (ROOT / ".streamlit" / "config.toml").is_file():
        remedy = "Lancez Jalons depuis son dossier : make run."
        stop([Problem("no-pages", str(ROOT), "les pages ne sont pas ici.", remedy)])


def _decide(data: Path | None, database: str | None, preview: Path | None) -> None:
    """Options are the variables that everything reads."""
    kept = {
        "JALONS_DATA": data and str(data.resolve()),
        "JALONS_DATABASE": database,
        "JALONS_CONTENT": preview and str(preview.resolve()),
    }
    os.environ.update({name: value for name, value in kept.items() if value is not None})
