"""The command `jalons`: every command joined, and the promise that a trace never reaches a person.

Exit codes: 0 all well, 2 bad input or usage, 1 anything unexpected (with an error number).
"""

import os
import sys
from collections.abc import Callable

import typer

from assessment.cli import answers, authoring, content, explain, keeping, links, server
from assessment.errors import AssessmentError
from assessment.serving.traces import keep

UNEXPECTED = "Une erreur imprévue est arrivée. Son numéro : {number}. Vos fichiers n'ont pas changé."

app = typer.Typer(
    name="jalons",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Où en est un projet d'innovation sociale, ce qui lui manque, et que faire ensuite.",
)
for _family in (answers, explain, content, authoring, links, keeping, server):
    for _name, _command in _family.COMMANDS.items():
        app.command(_name)(_command)
for _name, _group in authoring.groups().items():
    app.add_typer(_group, name=_name)


def main() -> None:
    """Run `jalons` and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(guarded(app))


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
        typer.echo(UNEXPECTED.format(number=keep(error)), err=True)
        return 1
    return 0
