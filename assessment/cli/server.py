"""The command that opens the web tool."""

import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from assessment.cli.told import stop
from assessment.errors import Problem

#: The entry of the web tool.
ENTRY = Path(__file__).resolve().parents[2] / "streamlit_app.py"
SERVING = "Jalons est ouvert sur http://localhost:{port} (Ctrl+C pour fermer)."


def serve(
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65535, help="Port sur cette machine.")] = 8501,
    data: Annotated[Path | None, typer.Option(metavar="DOSSIER", help="Où garder les données.")] = None,
    preview: Annotated[
        Path | None, typer.Option(metavar="DOSSIER", help="Montrer les questionnaires écrits dans ce dossier.")
    ] = None,
) -> None:
    """Ouvrir l'outil dans le navigateur, sur cette machine seulement."""
    if preview is not None and not preview.is_dir():
        stop([Problem("not-a-folder", str(preview), "ce dossier n'existe pas.", "Vérifiez son nom.")])
    if not (ENTRY.parent / ".streamlit" / "config.toml").is_file():  # without it, Streamlit would call home
        stop(
            [
                Problem(
                    "no-pages",
                    str(ENTRY.parent),
                    "les pages ne sont pas ici.",
                    "Lancez Jalons depuis son dossier : make run.",
                )
            ]
        )
    if _taken(port):
        stop(
            [
                Problem(
                    "port-taken", f"port {port}", "un autre programme l'occupe.", f"Essayez --port {port % 65535 + 1}."
                )
            ]
        )
    kept = {"JALONS_DATA": data, "JALONS_CONTENT": preview}
    os.environ.update({name: str(path.resolve()) for name, path in kept.items() if path is not None})
    typer.echo(SERVING.format(port=port))
    sys.stdout.flush()
    os.chdir(ENTRY.parent)  # Streamlit reads its configuration from here
    command = [sys.executable, "-m", "streamlit", "run", str(ENTRY), "--server.port", str(port)]
    os.execv(sys.executable, command)


COMMANDS = {"serve": serve}


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
