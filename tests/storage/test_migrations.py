"""Tables come to be step by step, all of them or none, on both engines."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from stores import ENGINES, NewAddress, new_address_fixture  # noqa: F401 - fixtures

from assessment.errors import StorageError
from assessment.storage.database import Unavailable, open_database
from assessment.storage.schema import HEAD, STEPS, version
from assessment.storage.tables import METADATA

ROOT = Path(__file__).parents[2]
TABLES = {"alembic_version", *METADATA.tables}
#: Opens a database and is killed just before the statement whose number is given.
KILLED = """
import os, signal, sys
from sqlalchemy import Engine, event
from assessment.storage.database import open_database

address, left = sys.argv[1], [int(sys.argv[2])]

@event.listens_for(Engine, "before_cursor_execute")
def _count(connection, cursor, statement, *_):
    if statement.lstrip().startswith(("CREATE", "INSERT INTO alembic_version")):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

open_database(address)
"""


def tables(address: str) -> set[str]:
    engine = create_engine(address)
    with engine.connect() as connection:
        found = set(inspect(connection).get_table_names())
    engine.dispose()
    return found


@pytest.fixture(name="address", params=ENGINES)
def _address(request: pytest.FixtureRequest, new_address: NewAddress) -> str:
    return new_address(request.param)


def test_an_empty_database_becomes_the_tables_that_the_store_reads(address: str):
    database = open_database(address)

    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        found, step = compare_metadata(context, METADATA), version(connection)
    database.close()
    assert (found, step) == ([], HEAD)


def test_the_last_step_is_the_one_the_store_waits_for():
    config = Config()
    config.set_main_option("script_location", str(STEPS))
    steps = ScriptDirectory.from_config(config)

    assert (steps.get_heads(), steps.get_bases()) == ([HEAD], ["0001"])


def test_opening_again_changes_nothing(address: str):
    open_database(address).close()
    database = open_database(address)
    with database.reading() as connection:
        step = version(connection)
    database.close()

    assert (step, tables(address)) == (HEAD, TABLES)


@pytest.mark.parametrize("statement", [2, 8, 14])
def test_a_step_killed_in_the_middle_leaves_nothing_and_the_next_start_does_it_all(statement: int, address: str):
    done = subprocess.run(
        [sys.executable, "-c", KILLED, address, str(statement)], cwd=ROOT, capture_output=True, text=True, check=False
    )

    before = tables(address)
    open_database(address).close()

    assert (done.returncode, done.stderr) == (-signal.SIGKILL, "")
    assert (before, tables(address)) == (set(), TABLES)


def test_a_database_with_dossiers_of_the_first_version_keeps_them(address: str):
    engine = create_engine(address)
    config = Config(attributes={})
    config.set_main_option("script_location", str(STEPS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text("INSERT INTO dossiers VALUES ('a', 'e', 'd', 0, :now, :now, NULL)"),
            {"now": "2026-11-24 14:32:05.000000"},
        )
    engine.dispose()
    first = tables(address)

    database = open_database(address)
    with database.reading() as connection:
        kept = connection.execute(text("SELECT id, edition, seq FROM dossiers")).all()
        step = version(connection)
    database.close()

    assert (kept, step, tables(address) - first) == (
        [("a", "e", 0)],
        HEAD,
        {"gatherings", "gathering_links", "gathering_visits", "gathering_journal", "projects"},
    )


def test_several_processes_that_start_at_once_make_the_tables_once(address: str):
    with ThreadPoolExecutor(4) as threads:
        for database in threads.map(open_database, [address] * 4):
            database.close()

    assert tables(address) == TABLES


def test_a_database_of_a_newer_jalons_is_refused_and_left_alone(address: str):
    database = open_database(address)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()

    with pytest.raises(StorageError) as raised:
        open_database(address)

    assert str(raised.value) == (
        "base de données : elle est d'une version de Jalons que celle-ci ne connaît pas (9999). "
        "Mettez Jalons à jour, ou restaurez une sauvegarde de cette version."
    )
    assert tables(address) == TABLES


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("sqlite:///", StorageError),
        ("sqlite:///:memory:", StorageError),
        ("postgresql+psycopg://jalons@127.0.0.1:port/jalons", StorageError),
        ("postgresql+psycopg://jalons@127.0.0.1:1/jalons", Unavailable),
    ],
)
def test_an_address_that_cannot_keep_anything_is_refused_in_a_sentence(address: str, kind: type[StorageError]):
    with pytest.raises(StorageError) as raised:
        open_database(address)

    assert (raised.type, len(raised.value.problems)) == (kind, 1)
