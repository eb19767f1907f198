"""What an owner noted in, the journal of a gathering out, which only grows; every row carries its own digest.

One thing is ever taken from it: when a project goes, what was said of it goes too. Its rows stay in their place, so
that none can be missing unseen, without a word in them.
"""

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import get_args

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from assessment.engine.answers import LONGEST_NAME, clean
from assessment.errors import Problem, StorageError
from assessment.storage.gathered import Kind, Noted, Saying
from assessment.storage.journal import Altered
from assessment.storage.kept import Conflict
from assessment.storage.tables import GATHERING_JOURNAL as JOURNAL
from assessment.storage.tables import PROJECTS

#: Signs of one value as JSON: a long note, an offer, a programme.
LONGEST = 20_000
#: Rows of one gathering: forty acts on each of five thousand projects.
MOST = 200_000
#: Projects that are looked up by name; past that, all those of the gathering are.
FEW = 100
KINDS = frozenset(get_args(Kind))
#: What a digest is made of, in this order.
SAID = ("gathering", "seq", "project", "kind", "key", "value", "at", "link")


def written(value: object) -> str:
    """A value as it is kept: JSON in ASCII; raises StorageError when it is too long."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    if len(text) > LONGEST and len(json.dumps(value, ensure_ascii=False)) > LONGEST:
        raise StorageError([Problem("too-long", "note", "ce texte est trop long.", "Raccourcissez-le.")])
    return text


def append(
    connection: Connection,
    gathering: str,
    sayings: Sequence[Saying],
    *,
    after: int,
    at: datetime.datetime,
    link: str,
) -> int:
    """Write *sayings* behind the entry *after*, and give the last seq; raises StorageError, and writes nothing."""
    if after + len(sayings) > MOST:
        what = "cette collecte a trop d'enregistrements."
        raise StorageError([Problem("too-many", "collecte", what, "Commencez une nouvelle collecte.")])
    _refuse_strange(connection, gathering, sayings)
    said = [
        (gathering, seq, project, kind, clean(key, LONGEST_NAME), written(value), at, link)
        for seq, (project, kind, key, value) in enumerate(sayings, start=after + 1)
    ]
    if said:
        rows = [dict(zip(SAID, each, strict=True), digest=_digest(*each)) for each in said]
        connection.execute(insert(JOURNAL), rows)
    return after + len(said)


def noted_of(connection: Connection, gathering: str, after: int = 0) -> tuple[Noted, ...]:
    """Every entry behind *after*, in order; raises Altered when one is not what was noted."""
    wanted = select(JOURNAL).where(JOURNAL.c.gathering == gathering, JOURNAL.c.seq > after).order_by(JOURNAL.c.seq)
    return tuple(_noted(row) for row in connection.execute(wanted))


def refuse_conflicts(newer: Iterable[Noted], sayings: Sequence[Saying]) -> None:
    """Raise Conflict when one of *newer* says otherwise than *sayings* about the same thing."""
    wanted = {(project, kind, clean(key, LONGEST_NAME)): written(value) for project, kind, key, value in sayings}
    last = {(each.project, each.kind, each.key): each for each in newer}
    others = tuple(
        each for place, each in sorted(last.items()) if wanted.get(place, said := written(each.value)) != said
    )
    if others:
        what = "cela a été changé ailleurs entre-temps."
        raise Conflict((Problem("conflict", "collecte", what, "Relisez, puis choisissez ce que vous gardez."),), others)


def forget(connection: Connection, projects: Iterable[str]) -> None:
    """Leave nothing of what was said of some projects, but that something was said."""
    wanted = select(JOURNAL).where(JOURNAL.c.project.in_(list(projects)))
    rows = [{**row, "key": "", "value": "null"} for row in (dict(each._mapping) for each in connection.execute(wanted))]
    if not rows:
        return
    here = (JOURNAL.c.gathering == bindparam("of"), JOURNAL.c.seq == bindparam("number"))
    blank = update(JOURNAL).where(*here).values(key="", value="null", digest=bindparam("made"))
    said = [
        {"of": row["gathering"], "number": row["seq"], "made": _digest(*(row[name] for name in SAID))} for row in rows
    ]
    connection.execute(blank, said)


def is_intact(row: Mapping[str, object]) -> bool:
    """Whether a row of the journal still says what its digest was made of."""
    try:
        return row["digest"] == _digest(*(row[name] for name in SAID))
    except (TypeError, ValueError, AttributeError):  # a text, a number or a moment that is no longer one
        return False


def _refuse_strange(connection: Connection, gathering: str, sayings: Sequence[Saying]) -> None:
    """Raise StorageError for a kind that does not exist, or a project that is not in the gathering."""
    if any(kind not in KINDS for _, kind, _, _ in sayings):
        raise StorageError([Problem("unknown-kind", "collecte", "cela ne se note pas.", "Rechargez la page.")])
    wanted = {project for project, *_ in sayings if project}
    if not wanted:
        return
    here = select(PROJECTS.c.id).where(PROJECTS.c.gathering == gathering)
    if len(wanted) <= FEW:
        here = here.where(PROJECTS.c.id.in_(sorted(wanted)))
    if wanted - set(connection.execute(here).scalars()):
        what = "ce projet n'est plus dans la collecte : il a été retiré."
        raise StorageError([Problem("no-project", "projet", what, "Rechargez la page.")])


def _noted(row: Row) -> Noted:
    if not is_intact(row._mapping):
        what = "une note gardée a été abîmée."
        remedy = "Prévenez qui s'occupe de cette installation : une sauvegarde permet de la retrouver."
        raise Altered([Problem("altered", f"collecte, enregistrement {row.seq}", what, remedy)])
    return Noted(row.seq, row.project, row.kind, row.key, json.loads(row.value), row.at, row.link)


def _digest(
    gathering: str, seq: int, project: str, kind: str, key: str, value: str, at: datetime.datetime, link: str
) -> str:
    said = (gathering, f"{seq:d}", project, kind, key, value, str(at.timestamp()), link)
    return sha256("\0".join(said).encode()).hexdigest()
