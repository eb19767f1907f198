"""A dossier as it is now in, a dated copy for somebody out: what is given is fixed, whatever is answered later.

What is given to a gathering is kept with its projects; it is told and withdrawn here like any other.
"""

import datetime
import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256

from sqlalchemy import Connection, Row, delete, insert, select

from assessment.engine.answers import clean
from assessment.errors import Problem, StorageError
from assessment.storage import projects
from assessment.storage.journal import LONGEST, Altered
from assessment.storage.kept import OWN, Change, Deposit, Dossier
from assessment.storage.links import new_id
from assessment.storage.tables import DEPOSITS


def deposit(connection: Connection, dossier: Dossier, receiver: str, consent: str, now: datetime.datetime) -> Deposit:
    """Copy what the dossier holds now, but for what the person decided to do next."""
    given = (each for each in dossier.entries if each.value is not None and each.kind not in OWN)
    content = tuple(Change(each.kind, each.key, each.value) for each in given)
    receiver, consent = clean(receiver), clean(consent, LONGEST)
    made = Deposit(new_id(), receiver, consent, dossier.edition, dossier.seq, now, content)
    row = {
        "id": made.id,
        "dossier": dossier.id,
        "receiver": receiver,
        "consent": consent,
        "edition": made.edition,
        "seq": made.seq,
        "at": now,
        "content": json.dumps([asdict(each) for each in content], separators=(",", ":")),
    }
    connection.execute(insert(DEPOSITS).values(**row, digest=_digest(row["content"])))
    return made


def deposits_of(connection: Connection, dossier: str, *, whole: bool = False) -> tuple[Deposit, ...]:
    """Every deposit of a dossier, the oldest first; *whole*: those that a later one replaced in a gathering too.

    Raises Altered when one is not what was given.
    """
    wanted = select(DEPOSITS).where(DEPOSITS.c.dossier == dossier).order_by(DEPOSITS.c.at, DEPOSITS.c.id)
    found = [_deposit(row) for row in connection.execute(wanted)]
    return tuple(sorted((*found, *projects.deposits_of(connection, dossier, whole=whole)), key=lambda each: each.at))


def withdraw(connection: Connection, dossier: str, name: str, now: datetime.datetime) -> None:
    """Take a deposit back; raises StorageError when the dossier has none of this id."""
    gone = connection.execute(delete(DEPOSITS).where(DEPOSITS.c.id == name, DEPOSITS.c.dossier == dossier))
    if not gone.rowcount and not projects.withdraw(connection, dossier, name, now):
        raise StorageError([Problem("no-deposit", "dépôt", "ce dépôt n'existe plus.", "Il n'y a rien à retirer.")])


def is_intact(row: Mapping[str, object]) -> bool:
    """Whether a deposit still holds what its digest was made of."""
    return row["digest"] == _digest(str(row["content"]))


def _deposit(row: Row) -> Deposit:
    if not is_intact(row._mapping):
        what, remedy = "une copie déposée a été abîmée.", "Prévenez qui s'occupe de cette installation."
        raise Altered([Problem("altered", f"dépôt {row.id}", what, remedy)])
    content = tuple(Change(**each) for each in json.loads(row.content))
    return Deposit(row.id, row.receiver, row.consent, row.edition, row.seq, row.at, content)


def _digest(content: str) -> str:
    return sha256(content.encode()).hexdigest()
