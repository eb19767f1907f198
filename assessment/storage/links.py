"""Private links: a token in, the dossier or the gathering that it opens out. Only hashes are kept; told once.

192 random bits need no slow hash: SHA-256, looked up by its value. Sources: W3C TAG, Good Practices for Capability
URLs; OWASP ASVS 5.0.
"""

import datetime
import secrets
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, func, insert, or_, select, update

from assessment.engine.answers import clean
from assessment.errors import Problem, StorageError
from assessment.storage.journal import Altered
from assessment.storage.kept import Link, Shared
from assessment.storage.principals import Holder
from assessment.storage.rights import Reach, Right
from assessment.storage.tables import ATTEMPTS, GATHERING_LINKS, GATHERING_VISITS, LINKS, VISITS

#: Bytes of a token: 192 bits, 32 signs.
TOKEN = 24
#: Links that did not open, from one address, before it has to wait, and how long they count.
TRIES, WINDOW = 10, datetime.timedelta(minutes=5)
#: Live links of one dossier: a team and its advisers, not a mailing.
MOST = 50


@dataclass(frozen=True, slots=True)
class Place:
    """What links open: their table, the browsers that they let in, the column that names it, the rights they give."""

    links: Table
    visits: Table
    column: str
    rights: type[Right] | type[Reach]

    def of(self, table: Table, name: str) -> ColumnElement[bool]:
        """Whether a row of one of its tables is about one dossier or gathering."""
        return table.c[self.column] == name


DOSSIER = Place(LINKS, VISITS, "dossier", Right)
GATHERING = Place(GATHERING_LINKS, GATHERING_VISITS, "gathering", Reach)


class LinkRefused(StorageError):
    """No live link has this token."""


class TooManyTries(StorageError):
    """Too many links from this address did not open."""


def new_id() -> str:
    """A public id: 96 random bits in 16 signs."""
    return secrets.token_urlsafe(12)


def hashed(secret: str) -> str:
    """How a token or a cookie is kept."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def share(
    connection: Connection,
    name: str,
    right: Right | Reach,
    label: str,
    now: datetime.datetime,
    expires: datetime.datetime | None = None,
    *,
    place: Place = DOSSIER,
) -> Shared:
    """A new link of a dossier or gathering, and its token."""
    table = place.links
    lasts = or_(table.c.expires.is_(None), table.c.expires > now)
    live = select(func.count()).where(place.of(table, name), table.c.revoked.is_(None), lasts)
    if connection.execute(live).scalar_one() >= MOST:
        raise StorageError(
            [Problem("too-many-links", "liens", f"il y a déjà {MOST} liens.", "Annulez ceux qui ne servent plus.")]
        )
    token = secrets.token_urlsafe(TOKEN)
    link = Link(new_id(), right, clean(label), now, expires, None, None)
    row = {
        "id": link.id,
        place.column: name,
        "hash": hashed(token),
        "right": right.value,
        "label": link.label,
        "created": now,
        "expires": expires,
    }
    connection.execute(insert(table).values(row))
    return Shared(link, token)


def links_of(connection: Connection, name: str, place: Place = DOSSIER) -> tuple[Link, ...]:
    """Every link, the oldest first, the revoked ones too."""
    table = place.links
    wanted = select(table).where(place.of(table, name)).order_by(table.c.created, table.c.id)
    return tuple(_link(row, place) for row in connection.execute(wanted))


def revoke(connection: Connection, name: str, link: str, now: datetime.datetime, place: Place = DOSSIER) -> Link:
    """Close a link and every browser that it let in; raises LinkRefused when it is not a live link of this one."""
    table = place.links
    here = (table.c.id == link, place.of(table, name), table.c.revoked.is_(None))
    row = connection.execute(select(table).where(*here)).one_or_none()
    if row is None:
        raise unknown()
    connection.execute(update(table).where(table.c.id == link).values(revoked=now))
    connection.execute(delete(place.visits).where(place.visits.c.link == link))
    return _link(row, place)


def row_opened_by(
    connection: Connection, token: str, now: datetime.datetime, place: Place = DOSSIER, by: str = "hash"
) -> Row | None:
    """The live link that a token opens, by its hash or *by* another column; None when no link has it."""
    table = place.links
    live = or_(table.c.expires.is_(None), table.c.expires > now)
    wanted = select(table).where(table.c[by] == token, table.c.revoked.is_(None), live)
    return connection.execute(wanted).one_or_none()


def opened_by(connection: Connection, token: str, now: datetime.datetime) -> Holder | None:
    """The dossier that a token opens; None when no live link has it."""
    row = row_opened_by(connection, hashed(token), now)
    return None if row is None else Holder(row.dossier, row.id)


def move_visits(connection: Connection, before: str, session: str) -> None:
    """What a browser may come back to follows its new cookie: the old one, which may not be its own, opens nothing."""
    for place in (DOSSIER, GATHERING):
        here = place.visits.c.session == hashed(before)
        connection.execute(update(place.visits).where(here).values(session=hashed(session)))


def let_in(
    connection: Connection,
    name: str,
    link: str,
    session: str,
    now: datetime.datetime,
    hours: int,
    *,
    place: Place = DOSSIER,
) -> None:
    """Let a browser come back for some *hours*, and note the day on the link.

    One link a dossier: the last one. A gathering, by each of its links: its owner may look at it as a guest.
    """
    table = place.visits
    here = [table.c.session == hashed(session), place.of(table, name)]
    if place is GATHERING:
        here.append(table.c.link == link)
    ends = now + datetime.timedelta(hours=hours)
    connection.execute(delete(table).where(*here))
    row = {"session": hashed(session), place.column: name, "link": link, "ends": ends}
    connection.execute(insert(table).values(row))
    opened = update(place.links).where(place.links.c.id == link)
    connection.execute(opened.values(last_used=now.date().isoformat()))


def visits_of(connection: Connection, session: str, now: datetime.datetime) -> tuple[Holder, ...]:
    """The dossiers that a browser may come back to, the last one first."""
    wanted = (
        select(VISITS)
        .where(VISITS.c.session == hashed(session), VISITS.c.ends > now)
        .order_by(VISITS.c.ends.desc(), VISITS.c.dossier)
    )
    return tuple(Holder(row.dossier, row.link) for row in connection.execute(wanted))


def forget(connection: Connection, name: str, session: str, place: Place = DOSSIER) -> None:
    """Let a browser no longer come back."""
    table = place.visits
    connection.execute(delete(table).where(table.c.session == hashed(session), place.of(table, name)))


def refuse_guessing(connection: Connection, who: str, now: datetime.datetime) -> None:
    """Raise TooManyTries when too many links from *who* did not open lately."""
    lately = select(func.count()).where(ATTEMPTS.c.who == who, ATTEMPTS.c.at > now - WINDOW)
    if connection.execute(lately).scalar_one() >= TRIES:
        what = "trop de liens qui ne s'ouvrent pas sont venus de chez vous."
        raise TooManyTries([Problem("too-many-tries", "lien", what, "Essayez de nouveau dans cinq minutes.")])


def note_failure(connection: Connection, who: str, now: datetime.datetime) -> None:
    """Count a link that did not open, and forget the old ones."""
    connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.at <= now - WINDOW))
    connection.execute(insert(ATTEMPTS).values(who=who, at=now))


def unknown() -> LinkRefused:
    """What is said of a link that does not open, whatever the reason: nothing that helps to guess."""
    what = "ce lien n'ouvre rien : il est incomplet, il a été annulé ou sa date est passée."
    return LinkRefused([Problem("no-link", "lien", what, "Vérifiez qu'il est entier, ou demandez-en un nouveau.")])


def _link(row: Row, place: Place) -> Link:
    try:
        last = None if row.last_used is None else datetime.date.fromisoformat(row.last_used)
        return Link(row.id, place.rights(row.right), row.label, row.created, row.expires, last, row.revoked)
    except (ValueError, TypeError) as error:
        what, remedy = "un lien gardé a été abîmé.", "Prévenez qui s'occupe de cette installation."
        raise Altered([Problem("altered", f"lien {row.id}", what, remedy)]) from error
