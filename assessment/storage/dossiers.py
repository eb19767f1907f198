"""The name of a dossier in, its row or the whole Dossier as it is now out."""

from sqlalchemy import Connection, Row, bindparam, select

from assessment.settings import Settings
from assessment.storage import journal, retention
from assessment.storage.kept import Dossier
from assessment.storage.rights import Right, Standing
from assessment.storage.tables import DOSSIERS

_ROW = select(DOSSIERS).where(DOSSIERS.c.id == bindparam("of"))
_ROW_HELD = _ROW.with_for_update()


def dossier_of(connection: Connection, name: str, standing: Standing, settings: Settings) -> Dossier:
    """A dossier, for somebody of that *standing*."""
    row = row_of(connection, name)
    is_draft = row.finished is None
    until = retention.kept_until(row.active, settings, is_draft=is_draft)
    right = Right.ANSWER if standing is Standing.WRITER else Right.READ
    entries = journal.current(journal.entries_of(connection, name))
    return Dossier(name, row.edition, row.digest, row.seq, row.created, row.active, until, is_draft, right, entries)


def row_of(connection: Connection, name: str, *, hold: bool = False) -> Row:
    """The row of a dossier; *hold*: nobody else changes it until this transaction ends."""
    return connection.execute(_ROW_HELD if hold else _ROW, {"of": name}).one()
