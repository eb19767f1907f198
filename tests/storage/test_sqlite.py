"""What a server sees of its SQLite file before it starts, without the store."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from assessment.storage import opening, sqlite
from assessment.storage.database import open_database
from assessment.storage.schema import HEAD

#: Says whether a first look at the database of an installation loads SQLAlchemy.
LOOK = """
import sys
from assessment.settings import read_settings
from assessment.storage import opening
print(opening.examine(read_settings()), "sqlalchemy" in sys.modules)
"""


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    """A database that is up to date."""
    file = tmp_path / "dossiers.db"
    open_database(f"sqlite:///{file}").close()
    return file


def test_a_file_that_is_well_has_no_problem(file: Path):
    assert sqlite.examine(file, HEAD) == ()


def test_a_file_that_others_can_read_is_told(file: Path):
    file.chmod(0o644)

    assert [(each.code, each.where) for each in sqlite.examine(file, HEAD)] == [("unsafe-database", str(file))]


def test_a_setting_that_loses_answers_is_told(file: Path):
    with closing(sqlite.connect(file, reading=True)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        found = [(each.code, each.where) for each in sqlite.problems(connection, file)]

    assert found == [("unsafe-database", "SQLite synchronous")]


def test_only_the_store_judges_what_is_missing_of_another_version_or_no_database(file: Path, tmp_path: Path):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    broken = tmp_path / "broken.db"
    broken.write_text("Ceci n'est pas une base." * 100, encoding="utf-8")

    assert [sqlite.examine(each, HEAD) for each in (file, broken, tmp_path / "missing.db")] == [None, None, None]


def test_a_start_on_a_database_that_is_well_does_not_load_sqlalchemy(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JALONS_DATA", str(file.parent))
    looked = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)

    assert looked.stdout == "() False\n"


def test_threads_that_need_the_store_at_once_get_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JALONS_DATA", str(tmp_path / "data"))
    opening._opened.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        stores = {id(store): store for store in threads.map(lambda _: opening.the_store(), range(8))}
    opening._opened.cache_clear()
    for store in stores.values():
        store.database.close()

    assert len(stores) == 1
