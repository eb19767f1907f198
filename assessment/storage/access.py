"""A private link or a code in, who a browser is to a gathering (or a dossier) out; and the links of its owners."""

import datetime

from sqlalchemy import Connection, Row, select, update

from assessment.errors import Problem, StorageError
from assessment.storage import invitations, links
from assessment.storage.kept import Shared
from assessment.storage.links import GATHERING
from assessment.storage.principals import Guest, Holder, Owner
from assessment.storage.rights import Reach
from assessment.storage.tables import DOSSIERS, GATHERING_LINKS, GATHERING_VISITS, GATHERINGS

Entered = Holder | Owner | Guest


def entered(connection: Connection, key: bytes, token: str, who: str, now: datetime.datetime) -> Entered | None:
    """What a private link opens, or the code of an invitation; None when it opens nothing.

    Raises TooManyTries for a code, even a right one, once the address *who* tried too many that open nothing.
    """
    holder = links.opened_by(connection, token, now)
    if holder is not None:
        return holder
    row = links.row_opened_by(connection, links.hashed(token), now, GATHERING)
    row = row or invited(connection, key, token, who, now)
    return None if row is None else _principal(row.gathering, row.id, row.right)


def invited(connection: Connection, key: bytes, code: str, who: str, now: datetime.datetime) -> Row | None:
    """The invitation whose code was typed, None when there is none, which is counted; raises TooManyTries.

    A code is short enough to be guessed at: past the limit, the right one must not be told from the others.
    """
    links.refuse_guessing(connection, who, now)
    row = invitations.row_opened_by_code(connection, key, code, now)
    if row is None:
        links.note_failure(connection, who, now)
    return row


def let_in(
    connection: Connection, found: Entered, session: str, before: str, now: datetime.datetime, hours: int
) -> None:
    """Let a browser come back for some *hours*; who comes to a dossier, or as an owner, puts the purge off."""
    links.move_visits(connection, before, session)
    if isinstance(found, Holder):
        links.let_in(connection, found.dossier, found.link, session, now, hours)
        connection.execute(update(DOSSIERS).where(DOSSIERS.c.id == found.dossier).values(active=now))
        return
    links.let_in(connection, found.gathering, found.link, session, now, hours, place=GATHERING)
    if isinstance(found, Owner):
        connection.execute(update(GATHERINGS).where(GATHERINGS.c.id == found.gathering).values(active=now))


def visits_of(connection: Connection, session: str, now: datetime.datetime) -> tuple[Owner | Guest, ...]:
    """What a browser may come back to: as an owner first, the last one first."""
    visits, table = GATHERING_VISITS, GATHERING_LINKS
    joined = select(visits, table.c.right).join(table, table.c.id == visits.c.link)
    here = (visits.c.session == links.hashed(session), visits.c.ends > now)
    ordered = joined.where(*here).order_by(visits.c.ends.desc(), visits.c.gathering, visits.c.link)
    found = [_principal(row.gathering, row.link, row.right) for row in connection.execute(ordered)]
    return tuple(sorted(found, key=lambda each: isinstance(each, Guest)))


def of_owners(reach: Reach) -> Reach:
    """The same, when an owner may give it; raises StorageError: who takes part has the invitation."""
    if reach not in (Reach.OWN, Reach.LOOK):
        what, remedy = "ce lien ne se donne pas ainsi.", "Donnez l'invitation de la collecte."
        raise StorageError([Problem("wrong-reach", "liens", what, remedy)])
    return reach


def renew(connection: Connection, gathering: str, link: str, now: datetime.datetime) -> Shared:
    """Close an owner's link and give another one like it; raises LinkRefused when it is not a live one."""
    _owner_link(connection, gathering, link)
    old = links.revoke(connection, gathering, link, now, GATHERING)
    lasts = None if old.expires is None else now + (old.expires - old.created)
    return links.share(connection, gathering, old.right, old.label, now, lasts, place=GATHERING)


def revoke(connection: Connection, gathering: str, link: str, now: datetime.datetime) -> None:
    """Close an owner's link at once; raises LinkRefused when it is not a live one.

    Raises StorageError for the last one that opens all of it and does not end: nobody could come back.
    """
    if _owner_link(connection, gathering, link).right == Reach.OWN:
        table = GATHERING_LINKS
        own = (table.c.gathering == gathering, table.c.right == Reach.OWN.value)
        lasting = (table.c.id != link, table.c.revoked.is_(None), table.c.expires.is_(None))
        if connection.execute(select(table.c.id).where(*own, *lasting)).first() is None:
            what = "c'est le dernier lien qui ouvre toute la collecte : sans lui, personne n'y reviendrait."
            raise StorageError([Problem("last-link", "liens", what, "Remplacez-le, ou supprimez la collecte.")])
    links.revoke(connection, gathering, link, now, GATHERING)


def _owner_link(connection: Connection, gathering: str, link: str) -> Row:
    table = GATHERING_LINKS
    here = (table.c.id == link, table.c.gathering == gathering, table.c.right != Reach.TAKE_PART.value)
    row = connection.execute(select(table).where(*here, table.c.revoked.is_(None))).one_or_none()
    if row is None:
        raise links.unknown()
    return row


def _principal(gathering: str, link: str, right: str) -> Owner | Guest:
    return (Guest if right == Reach.TAKE_PART else Owner)(gathering, link)
