"""Names of figures in, the table out: `python -m bench [names…] [--short] [--write]`; 1 when one does not hold.

Each figure is a module with `rows(short)`. It is imported when it is asked for, so that a module that cannot be
imported here fails under its own name only.
"""

import argparse
import importlib
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

from bench.table import Row, machine, put, table

README = Path(__file__).resolve().parents[1] / "README.md"
#: In the order of the table: what may be lost first, how fast then.
NAMES = (
    "kills",
    "power",
    "full",
    "postgres_kills",
    "writers",
    "soak",
    "hostile",
    "handshakes",
    "backups",
    "clicks",
    "results",
    "portfolio",
    "sessions",
    "starts",
    "memory",
    "reports",
    "programmes",
    "screening",
)


def main(arguments: Sequence[str]) -> int:
    """Take the figures asked for, print each as it comes, then the table; 1 when one does not hold."""
    asked = _asked(arguments)
    rows = [row for name in asked.names or NAMES for row in taken(name, short=asked.short)]
    written = table(rows, machine())
    print(written)
    if asked.write:
        README.write_text(put(README.read_text(encoding="utf-8"), written), encoding="utf-8")
    return 0 if all(row.holds for row in rows) else 1


def taken(name: str, *, short: bool, package: str = "bench") -> list[Row]:
    """The rows of one module; what could not be measured is a row that does not hold."""
    started = time.monotonic()
    try:
        rows = importlib.import_module(f"{package}.{name}").rows(short)
    except Exception as error:  # whatever happened to one figure, the others are still taken
        traceback.print_exc()
        rows = [Row(name, f"not measured: {type(error).__name__}", "a figure", False)]
    took = time.monotonic() - started
    print(f"{name}: {took:.0f} s", *(f"  {row.what}: {row.measured}" for row in rows), sep="\n", file=sys.stderr)
    return rows


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Take the figures of Jalons on this machine.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"all of them, or some: {', '.join(NAMES)}")
    parser.add_argument("--short", action="store_true", help="a short form: whether it works, not how much")
    parser.add_argument("--write", action="store_true", help="keep the table in the README")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.names) - set(NAMES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    if asked.write and (asked.short or asked.names):
        parser.error("--write keeps the whole table, taken in full, or nothing")
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
