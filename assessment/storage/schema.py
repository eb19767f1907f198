"""A database in, the same with the tables of this version out: every step or none."""

from pathlib import Path
from typing import TYPE_CHECKING

from assessment.errors import Problem, StorageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: The last step of migrations/versions.
HEAD = "0002"
#: The lock that PostgreSQL gives to one process at a time: any number of ours.
TURN = 20_26_11
STEPS = Path(__file__).parent / "migrations"


def bring_up_to_date(connection: "Connection") -> None:
    """Apply the steps that are missing, in the transaction of *connection*.

    Raises StorageError for a database that a newer Jalons has changed.
    """
    from sqlalchemy import text  # who only asks for HEAD never needs it

    if connection.dialect.name == "postgresql":  # of several processes that start at once, one makes the tables
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})
    found = version(connection)
    if found == HEAD:
        return
    from alembic import command  # a database that is up to date never needs it
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StorageError(
            [
                Problem(
                    "newer-database",
                    "base de données",
                    f"elle est d'une version de Jalons que celle-ci ne connaît pas ({found}).",
                    "Mettez Jalons à jour, ou restaurez une sauvegarde de cette version.",
                )
            ]
        ) from error


def version(connection: "Connection") -> str | None:
    """The last step applied; None for an empty database."""
    from sqlalchemy import inspect, text

    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
