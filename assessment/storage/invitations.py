"""A gathering and the key of this installation in, its invitation out: a link, and a code that can be read aloud.

Both are computed from the key, which is in no database: the owner sees them again whenever they want, and whoever
steals the database learns neither. What is kept of them only recognises them: the SHA-256 of the link's 192 bits, and
a keyed hash of the code, whose 52 bits could be tried one by one without the key.
"""

import base64
import datetime
import hashlib
import hmac

from sqlalchemy import Connection, Row, delete, insert, select, update

from assessment.errors import Problem
from assessment.storage.links import GATHERING, TOKEN, LinkRefused, hashed, new_id, row_opened_by
from assessment.storage.rights import Reach
from assessment.storage.tables import GATHERING_LINKS, GATHERING_VISITS, GATHERINGS

#: No two of these look alike (0 and O, 1 and I, 2 and Z, 5 and S, 8 and B); few sound alike (no B, D, G, N, P, V).
ALPHABET = "2346789AFHJKLMRTUWXY"
#: Signs of a code, 52 bits, and how many are read in one breath.
SIGNS, BREATH = 12, 4


def invite(connection: Connection, key: bytes, gathering: str, now: datetime.datetime) -> None:
    """A new invitation, in place of the one before."""
    revoke(connection, gathering, now)
    mine = GATHERINGS.c.id == gathering
    serial = connection.execute(select(GATHERINGS.c.serial).where(mine)).scalar_one()
    while True:
        serial += 1
        marked = code_mark(key, code_of(key, gathering, serial))
        if connection.execute(select(GATHERING_LINKS.c.id).where(GATHERING_LINKS.c.code == marked)).first() is None:
            break
    row = {
        "id": new_id(),
        "gathering": gathering,
        "hash": hashed(token_of(key, gathering, serial)),
        "code": marked,
        "right": Reach.TAKE_PART.value,
        "label": "",
        "created": now,
    }
    connection.execute(insert(GATHERING_LINKS).values(row))
    connection.execute(update(GATHERINGS).where(mine).values(serial=serial))


def revoke(connection: Connection, gathering: str, now: datetime.datetime) -> None:
    """Close the invitation at once, and what it let in."""
    live = live_of(connection, gathering)
    if live is not None:
        connection.execute(update(GATHERING_LINKS).where(GATHERING_LINKS.c.id == live.id).values(revoked=now))
        connection.execute(delete(GATHERING_VISITS).where(GATHERING_VISITS.c.link == live.id))


def live_of(connection: Connection, gathering: str) -> Row | None:
    """The invitation of a gathering that stands; None when it was revoked."""
    table = GATHERING_LINKS
    live = (table.c.gathering == gathering, table.c.right == Reach.TAKE_PART.value, table.c.revoked.is_(None))
    return connection.execute(select(table).where(*live)).one_or_none()


def told_to_owner(connection: Connection, key: bytes, gathering: Row) -> tuple[str, str]:
    """The code and the token of the invitation; empty when it was revoked, or made by another installation's key."""
    live = live_of(connection, gathering.id)
    token = token_of(key, gathering.id, gathering.serial)
    if live is None or not hmac.compare_digest(live.hash, hashed(token)):
        return "", ""
    return code_of(key, gathering.id, gathering.serial), token


def row_opened_by_code(connection: Connection, key: bytes, typed: str, now: datetime.datetime) -> Row | None:
    """The invitation whose code was typed, with any case, spaces or dashes; None when there is none."""
    code = "".join(sign for sign in typed[: 4 * SIGNS].upper() if sign.isalnum())
    if len(code) != SIGNS or not set(code) <= set(ALPHABET):
        return None
    return row_opened_by(connection, code_mark(key, code), now, GATHERING, "code")


def unknown() -> LinkRefused:
    """What is said of a code that opens nothing, whatever the reason."""
    what = "ce code n'ouvre rien : il est mal copié, ou il a été annulé."
    return LinkRefused([Problem("no-code", "code", what, "Relisez-le signe par signe, ou demandez le lien.")])


def code_of(key: bytes, gathering: str, serial: int) -> str:
    """The code of an invitation, as it is read: XXXX-XXXX-XXXX."""
    number, signs = int.from_bytes(_derived(key, "code", gathering, str(serial))), []
    for _ in range(SIGNS):
        number, left = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[left])
    return "-".join("".join(signs[start : start + BREATH]) for start in range(0, SIGNS, BREATH))


def token_of(key: bytes, gathering: str, serial: int) -> str:
    """The secret of an invitation's link."""
    return base64.urlsafe_b64encode(_derived(key, "link", gathering, str(serial))[:TOKEN]).decode()


def code_mark(key: bytes, code: str) -> str:
    """How a code is kept."""
    return _derived(key, "typed", code.replace("-", "")).hex()


def _derived(key: bytes, *said: str) -> bytes:
    return hmac.new(key, "\0".join(("jalons gathering", *said)).encode(), hashlib.sha256).digest()
