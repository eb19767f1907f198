"""Private links: a token in, the dossier that it opens out. Only hashes are kept; a token is told once.

192 random bits need no slow hash: SHA-256, looked up by its value. Sources: W3C TAG, Good Practices for Capability
URLs; OWASP ASVS 5.0.
"""

import datetime
import secrets
from hashlib import sha256

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from assessment.engine.answers import clean
from assessment.errors import Problem, StorageError
from assessment.storage.journal import Altered
from assessment.storage.kept import Link, Shared
from assessment.storage.principals import Holder
from assessment.storage.rights import Right
from assessment.storage.tables import ATTEMPTS, LINKS, VISITS

#: Bytes of a token: 192 bits, 32 signs.
TOKEN = 24
#: Links that did not open, from one address, before it has to wait, and how long they count.
TRIES, WINDOW = 10, datetime.timedelta(minutes=5)
#: Live links of one dossier: a team and its advisers, not a mailing.
MOST = 50


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
    dossier: str,
    right: Right,
    label: str,
    now: datetime.datetime,
    expires: datetime.datetime | None = None,
) -> Shared:
    """A new link and its token."""
    lasts = or_(LINKS.c.expires.is_(None), LINKS.c.expires > now)
    live = select(func.count()).where(LINKS.c.dossier == dossier, LINKS.c.revoked.is_(None), lasts)
    if connection.execute(live).scalar_one() >= MOST:
        raise StorageError(
            [Problem("too-many-links", "liens", f"il y a déjà {MOST} liens.", "Annulez ceux qui ne servent plus.")]
        )
    token = secrets.token_urlsafe(TOKEN)
    link = Link(new_id(), right, clean(label), now, expires, None, None)
    row = {
        "id": link.id,
        "dossier": dossier,
        "hash": hashed(token),
        "right": right.value,
        "label": link.label,
        "created": now,
        "expires": expires,
    }
    connection.execute(insert(LINKS).values(row))
    return Shared(link, token)


def links_of(connection: Connection, dossier: str) -> tuple[Link, ...]:
    """Every link of a dossier, the oldest first, the revoked ones too."""
    wanted = select(LINKS).where(LINKS.c.dossier == dossier).order_by(LINKS.c.created, LINKS.c.id)
    return tuple(_link(row) for row in connection.execute(wanted))


def revoke(connection: Connection, dossier: str, link: str, now: datetime.datetime) -> Link:
    """Close a link and every browser that it let in; raises LinkRefused when it is not a live link of the dossier."""
    here = (LINKS.c.id == link, LINKS.c.dossier == dossier, LINKS.c.revoked.is_(None))
    row = connection.execute(select(LINKS).where(*here)).one_or_none()
    if row is None:
        raise unknown()
    connection.execute(update(LINKS).where(LINKS.c.id == link).values(revoked=now))
    connection.execute(delete(VISITS).where(VISITS.c.link == link))
    return _link(row)


def opened_by(connection: Connection, token: str, now: datetime.datetime) -> Holder | None:
    """The dossier that a token opens; None when no live link has it."""
    live = or_(LINKS.c.expires.is_(None), LINKS.c.expires > now)
    wanted = select(LINKS).where(LINKS.c.hash == hashed(token), LINKS.c.revoked.is_(None), live)
    row = connection.execute(wanted).one_or_none()
    return None if row is None else Holder(row.dossier, row.id)


def move_visits(connection: Connection, before: str, session: str) -> None:
    """What a browser may come back to follows its new cookie: the old one, which may not be its own, opens nothing."""
    connection.execute(update(VISITS).where(VISITS.c.session == hashed(before)).values(session=hashed(session)))


def let_in(connection: Connection, holder: Holder, session: str, now: datetime.datetime, hours: int) -> None:
    """Let a browser come back to a dossier for some *hours*, and note the day on its link."""
    here = (VISITS.c.session == hashed(session), VISITS.c.dossier == holder.dossier)
    ends = now + datetime.timedelta(hours=hours)
    connection.execute(delete(VISITS).where(*here))
    row = {"session": hashed(session), "dossier": holder.dossier, "link": holder.link, "ends": ends}
    connection.execute(insert(VISITS).values(row))
    connection.execute(update(LINKS).where(LINKS.c.id == holder.link).values(last_used=now.date().isoformat()))


def visits_of(connection: Connection, session: str, now: datetime.datetime) -> tuple[Holder, ...]:
    """The dossiers that a browser may come back to, the last one first."""
    wanted = (
        select(VISITS)
        .where(VISITS.c.session == hashed(session), VISITS.c.ends > now)
        .order_by(VISITS.c.ends.desc(), VISITS.c.dossier)
    )
    return tuple(Holder(row.dossier, row.link) for row in connection.execute(wanted))


def forget(connection: Connection, dossier: str, session: str) -> None:
    """Let a browser no longer come back."""
    connection.execute(delete(VISITS).where(VISITS.c.session == hashed(session), VISITS.c.dossier == dossier))


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


def _link(row: Row) -> Link:
    try:
        last = None if row.last_used is None else datetime.date.fromisoformat(row.last_used)
        return Link(row.id, Right(row.right), row.label, row.created, row.expires, last, row.revoked)
    except (ValueError, TypeError) as error:
        what, remedy = "un lien gardé a été abîmé.", "Prévenez qui s'occupe de cette installation."
        raise Altered([Problem("altered", f"lien {row.id}", what, remedy)]) from error
