"""Changes in, entries out: the journal of a dossier, which only grows. Every row carries the digest of what it says."""

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from sqlalchemy import Connection, Row, bindparam, insert, select

from assessment.errors import Problem, StorageError
from assessment.storage.kept import Change, Conflict, Entry
from assessment.storage.tables import JOURNAL

#: Signs of one value as JSON, its quotes apart; the longest that pages give is a name of 200.
LONGEST = 4000
#: Rows of one dossier: a year of patient typing stays under it, a script that fills the disk does not.
MOST = 50_000
#: What a digest is made of, in this order.
SAID = ("dossier", "seq", "kind", "key", "value", "edition", "at", "link")
# Made once: building a statement takes longer than carrying it out, and every answer needs them.
_ADDED = insert(JOURNAL)
_BEHIND = (
    select(JOURNAL)
    .where(JOURNAL.c.dossier == bindparam("of"), JOURNAL.c.seq > bindparam("after"))
    .order_by(JOURNAL.c.seq)
)
_ENCODER = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"), check_circular=False)


class Altered(StorageError):
    """What is kept is no longer what was saved."""


def written(value: object) -> str:
    """A value as it is kept: JSON in ASCII, so that any text can be kept by any engine; raises StorageError."""
    text, most = _ENCODER.encode(value), LONGEST + len('""')
    # In ASCII an accent takes six signs: a text that looks too long is counted again as people read it.
    if len(text) > most and len(json.dumps(value, ensure_ascii=False, separators=(",", ":"))) > most:
        raise StorageError([Problem("too-long", "réponse", "ce texte est trop long.", "Raccourcissez-le.")])
    return text


def append(
    connection: Connection,
    dossier: str,
    changes: Sequence[Change],
    *,
    after: int,
    edition: str,
    at: datetime.datetime,
    link: str,
) -> int:
    """Write *changes* behind the entry *after*, and give the last seq."""
    if after + len(changes) > MOST:
        raise StorageError(
            [Problem("too-many", "dossier", "ce dossier a trop d'enregistrements.", "Commencez un nouveau dossier.")]
        )
    said = [
        (dossier, seq, change.kind, change.key, written(change.value), edition, at, link)
        for seq, change in enumerate(changes, start=after + 1)
    ]
    if said:
        connection.execute(_ADDED, [dict(zip(SAID, each, strict=True), digest=_digest(*each)) for each in said])
    return after + len(said)


def entries_of(connection: Connection, dossier: str, after: int = 0) -> tuple[Entry, ...]:
    """Every entry behind *after*, in order; raises Altered when one is not what was saved."""
    return tuple(_entry(row) for row in connection.execute(_BEHIND, {"of": dossier, "after": after}))


def current(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The last entry for each kind and key, in order of seq."""
    last = {(each.kind, each.key): each for each in entries}
    return tuple(sorted(last.values(), key=lambda each: each.seq))


def refuse_conflicts(newer: Iterable[Entry], changes: Sequence[Change]) -> None:
    """Raise Conflict when one of *newer* says otherwise than *changes* about the same thing.

    The same value is no conflict: two tabs agree, or a save comes again whose first answer was lost.
    """
    newer = tuple(newer)
    if not newer:
        return
    wanted = {(change.kind, change.key): written(change.value) for change in changes}
    found = ((each, written(each.value)) for each in current(newer))
    others = tuple(each for each, said in found if wanted.get((each.kind, each.key), said) != said)
    if others:
        what = "cette réponse a été changée ailleurs entre-temps."
        raise Conflict((Problem("conflict", "dossier", what, "Choisissez celle que vous gardez."),), others)


def is_intact(row: Mapping[str, object]) -> bool:
    """Whether a row of the journal still says what its digest was made of."""
    try:
        return row["digest"] == _digest(*(row[name] for name in SAID))
    except (TypeError, ValueError, AttributeError):  # a text, a number or a moment that is no longer one
        return False


def _entry(row: Row) -> Entry:
    if not is_intact(row._mapping):
        what = "une réponse gardée a été abîmée."
        remedy = "Prévenez qui s'occupe de cette installation : une sauvegarde permet de la retrouver."
        raise Altered([Problem("altered", f"dossier, enregistrement {row.seq}", what, remedy)])
    return Entry(row.seq, row.kind, row.key, json.loads(row.value), row.edition, row.at, row.link)


def _digest(
    dossier: str, seq: int, kind: str, key: str, value: str, edition: str, at: datetime.datetime, link: str
) -> str:
    """SHA-256 of one row; SQLite's own checks see one flipped bit in four."""
    said = (dossier, f"{seq:d}", kind, key, value, edition, str(at.timestamp()), link)
    return sha256("\0".join(said).encode()).hexdigest()
