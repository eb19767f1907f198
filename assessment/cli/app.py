"""The command `jalons`: every command joined, and the promise that a trace never reaches a person.

Exit codes: 0 all well, 2 bad input or usage, 1 anything unexpected (with an error number).
"""

import os
import sys
from collections.abc import Callable, Iterable
from importlib import import_module

import typer

from assessment.cli import server
from assessment.errors import AssessmentError

UNEXPECTED = "Une erreur imprévue est arrivée. Son numéro : {number}. Vos fichiers n'ont pas changé."

#: The modules whose commands are joined.
FAMILIES = ("answers", "explain", "screen", "programme", "content", "authoring", "links", "keeping", "server")


def joined(families: Iterable[str] = FAMILIES) -> typer.Typer:
    """The command line with the commands of some *families*."""
    app = typer.Typer(
        name="jalons",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help="Où en est un projet d'innovation sociale, ce qui lui manque, et que faire ensuite.",
    )
    for family in families:
        module = import_module(f"assessment.cli.{family}")
        for name, command in module.COMMANDS.items():
            app.command(name)(command)
        for name, group in getattr(module, "groups", dict)().items():
            app.add_typer(group, name=name)
    return app


def main() -> None:
    """Run `jalons` and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    # Whoever starts a server waits for it: the other commands take as long to load as its first page.
    families = ("server",) if sys.argv[1:2] and sys.argv[1] in server.COMMANDS else FAMILIES
    sys.exit(guarded(lambda: joined(families)()))


def guarded(run: Callable[[], None]) -> int:
    """Exit code of *run*; whatever is unexpected becomes a number, its trace goes to a file of the data folder."""
    try:
        run()
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0
    except AssessmentError as error:
        typer.echo(str(error), err=True)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us has gone: nothing to say
        return 0
    except Exception as error:
        from assessment.serving.traces import keep

        typer.echo(UNEXPECTED.format(number=keep(error)), err=True)
        return 1
    return 0
