"""A moment in, what is too old to be kept out: drafts, dossiers, gatherings, dead links, ended visits.

What was deposited in a gathering is kept as long as the gathering, even when its dossier is purged: both ends are told
to whoever deposits. Who deletes a dossier, or withdraws a deposit, deletes it there too.
"""

import datetime

from dateutil.relativedelta import relativedelta
from sqlalchemy import Connection, Table, delete, func, insert, select

from assessment.settings import Settings
from assessment.storage import projects
from assessment.storage.kept import Figures, Purged
from assessment.storage.links import WINDOW
from assessment.storage.tables import (
    ATTEMPTS,
    DELETIONS,
    DEPOSITS,
    DOSSIERS,
    GATHERING_LINKS,
    GATHERING_VISITS,
    GATHERINGS,
    JOURNAL,
    LINKS,
    PROJECTS,
    VISITS,
)

#: A dead link is shown to the holder for a while, then forgotten.
DEAD_LINKS = relativedelta(months=1)


def kept_until(active: datetime.datetime, settings: Settings, *, is_draft: bool) -> datetime.date:
    """The last day of a dossier that nobody opens again."""
    months = settings.draft_months if is_draft else settings.dossier_months
    return (active + relativedelta(months=months)).date()


def purge(connection: Connection, settings: Settings, now: datetime.datetime) -> Purged:
    """Delete what is too old."""
    draft, whole = DOSSIERS.c.finished.is_(None), DOSSIERS.c.finished.is_not(None)
    old, late, ended = (
        _first_kept(now, months)
        for months in (settings.draft_months, settings.dossier_months, settings.gathering_months)
    )
    drafts = _delete(connection, DOSSIERS, draft, DOSSIERS.c.active < old)
    dossiers = _delete(connection, DOSSIERS, whole, DOSSIERS.c.active < late)
    gatherings = _delete(connection, GATHERINGS, GATHERINGS.c.active < ended)
    for why, count in (("draft", drafts), ("dossier", dossiers), ("old-gathering", gatherings)):
        if count:
            connection.execute(insert(DELETIONS), [{"at": now, "why": why}] * count)
    gone = now - DEAD_LINKS
    links = sum(
        _delete(connection, table, (table.c.revoked < gone) | (table.c.expires < gone))
        for table in (LINKS, GATHERING_LINKS)
    )
    for visits in (VISITS, GATHERING_VISITS):
        _delete(connection, visits, visits.c.ends <= now)
    _delete(connection, ATTEMPTS, ATTEMPTS.c.at <= now - WINDOW)
    return Purged(drafts, dossiers, links, gatherings)


def delete_dossier(connection: Connection, dossier: str, now: datetime.datetime) -> None:
    """Delete one dossier because its holder asked for it, and what it deposited in gatherings."""
    projects.withdraw_all(connection, dossier)
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
        rows(GATHERINGS),
        rows(PROJECTS),
    )


def _first_kept(now: datetime.datetime, months: int) -> datetime.datetime:
    """The first moment whose last day, the one that was shown, is not over; months are not all as long."""
    first = now.replace(hour=0, minute=0, second=0, microsecond=0) - relativedelta(months=months)
    while (first + relativedelta(months=months)).date() < now.date():
        first += datetime.timedelta(days=1)
    return first


def _delete(connection: Connection, table: Table, *where: object) -> int:
    return connection.execute(delete(table).where(*where)).rowcount
