"""A moment in, what is too old to be kept out: drafts, dossiers, dead links, ended visits."""

import datetime

from dateutil.relativedelta import relativedelta
from sqlalchemy import Connection, delete, func, insert, select

from assessment.settings import Settings
from assessment.storage.kept import Figures, Purged
from assessment.storage.links import WINDOW
from assessment.storage.tables import ATTEMPTS, DELETIONS, DEPOSITS, DOSSIERS, JOURNAL, LINKS, VISITS

#: A dead link is shown to the holder for a while, then forgotten.
DEAD_LINKS = relativedelta(months=1)


def kept_until(active: datetime.datetime, settings: Settings, *, is_draft: bool) -> datetime.date:
    """The last day of a dossier that nobody opens again."""
    months = settings.draft_months if is_draft else settings.dossier_months
    return (active + relativedelta(months=months)).date()


def purge(connection: Connection, settings: Settings, now: datetime.datetime) -> Purged:
    """Delete what is too old."""
    draft, whole = DOSSIERS.c.finished.is_(None), DOSSIERS.c.finished.is_not(None)
    drafts = _delete(connection, (draft, DOSSIERS.c.active < _first_kept(now, settings.draft_months)))
    dossiers = _delete(connection, (whole, DOSSIERS.c.active < _first_kept(now, settings.dossier_months)))
    for why, count in (("draft", drafts), ("dossier", dossiers)):
        if count:
            connection.execute(insert(DELETIONS), [{"at": now, "why": why}] * count)
    gone = now - DEAD_LINKS
    links = connection.execute(delete(LINKS).where((LINKS.c.revoked < gone) | (LINKS.c.expires < gone))).rowcount
    connection.execute(delete(VISITS).where(VISITS.c.ends <= now))
    connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.at <= now - WINDOW))
    return Purged(drafts, dossiers, links)


def delete_dossier(connection: Connection, dossier: str, now: datetime.datetime) -> None:
    """Delete one dossier because its holder asked for it."""
    connection.execute(delete(DOSSIERS).where(DOSSIERS.c.id == dossier))
    connection.execute(insert(DELETIONS).values(at=now, why="asked"))


def count(connection: Connection) -> Figures:
    """How much is kept, without reading any of it."""

    def rows(table: object, *where: object) -> int:
        return connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()

    return Figures(
        rows(DOSSIERS),
        rows(DOSSIERS, DOSSIERS.c.finished.is_(None)),
        rows(JOURNAL),
        rows(LINKS, LINKS.c.revoked.is_(None)),
        rows(DEPOSITS),
    )


def _first_kept(now: datetime.datetime, months: int) -> datetime.datetime:
    """The first moment whose last day, the one that was shown, is not over; months are not all as long."""
    first = now.replace(hour=0, minute=0, second=0, microsecond=0) - relativedelta(months=months)
    while (first + relativedelta(months=months)).date() < now.date():
        first += datetime.timedelta(days=1)
    return first


def _delete(connection: Connection, where: tuple[object, ...]) -> int:
    return connection.execute(delete(DOSSIERS).where(*where)).rowcount
