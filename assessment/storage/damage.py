"""All that is kept in, what is damaged of it out: the engine's own check, every digest, and entries that are gone."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select
from sqlalchemy.exc import DBAPIError

from assessment.errors import Problem, StorageError
from assessment.storage import deposits, journal, notes, projects
from assessment.storage.tables import (
    DEPOSITS,
    DOSSIERS,
    GATHERING_JOURNAL,
    GATHERINGS,
    JOURNAL,
    METADATA,
    PROJECTS,
)

Row = dict[str, Any]
#: Table -> whether one of its rows still says what was saved.
INTACT: Mapping[str, Callable[[Mapping[str, object]], bool]] = {
    JOURNAL.name: journal.is_intact,
    DEPOSITS.name: deposits.is_intact,
    GATHERING_JOURNAL.name: notes.is_intact,
    PROJECTS.name: projects.is_intact,
}
#: What keeps a journal, the journal, how it is told: as many rows as the first says.
COUNTED = ((DOSSIERS, JOURNAL, "dossier"), (GATHERINGS, GATHERING_JOURNAL, "collecte"))
#: Rows held in memory at once.
BLOCK = 1000
#: Problems told at once: past that, the remedy is the same.
MOST = 100
DAMAGED = "Restaurez la dernière sauvegarde : jalons restore FICHIER --replace."


def problems(connection: Connection) -> tuple[Problem, ...]:
    """What is damaged, the first MOST of it."""
    with closing(_damage(connection)) as found:
        return tuple(islice(found, MOST))


def is_intact(table: Table, row: Mapping[str, object]) -> bool:
    """Whether a row is what was saved, as far as its table can tell."""
    return table.name not in INTACT or INTACT[table.name](row)


def altered(table: Table, row: Mapping[str, object]) -> Problem:
    """A row that no longer is what was saved."""
    owner = f"collecte {row['gathering']}" if "gathering" in row else f"dossier {row['dossier']}"
    where = f"{owner}, {table.name} {row.get('id', row.get('seq'))}"
    return Problem("altered", where, "ce n'est plus ce qui avait été enregistré.", DAMAGED)


@contextmanager
def rows_of(connection: Connection, table: Table) -> Iterator[Iterator[Row]]:
    """Every row of a table in the order of its key, a block at a time."""
    wanted = select(*columns_of(table)).order_by(*table.primary_key.columns).execution_options(yield_per=BLOCK)
    with connection.execute(wanted) as result:
        yield (dict(row._mapping) for row in result)


@cache
def columns_of(table: Table) -> tuple[Column, ...]:
    """All but the number that each engine gives by itself, and would give twice."""
    return tuple(column for column in table.columns if column is not table.autoincrement_column)


def _damage(connection: Connection) -> Iterator[Problem]:
    try:
        if connection.dialect.name == "sqlite":
            for pragma in ("integrity_check", "foreign_key_check"):
                found = connection.exec_driver_sql(f"PRAGMA {pragma}").all()
                yield from (Problem("damaged", pragma, f"{row[0]}.", DAMAGED) for row in found if row[0] != "ok")
        for name in INTACT:
            table = METADATA.tables[name]
            with rows_of(connection, table) as rows:
                yield from (altered(table, row) for row in rows if not is_intact(table, row))
        for owner, counted, told in COUNTED:
            whole = select(owner.c.id).outerjoin(counted).group_by(owner.c.id)
            for row in connection.execute(whole.having(func.count(counted.c.seq) != owner.c.seq)):
                yield Problem("missing", f"{told} {row.id}", "il lui manque des enregistrements.", DAMAGED)
    except DBAPIError as error:
        yield Problem("unreadable", "base de données", f"elle ne se lit pas jusqu'au bout ({error.orig}).", DAMAGED)
    except StorageError as error:
        yield from error.problems
