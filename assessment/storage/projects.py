"""Projects in, rows of a gathering out, and back: copies that nobody changes, each with the digest of what it says."""

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import get_args

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from assessment.engine.answers import PARTS, clean
from assessment.errors import Problem, StorageError
from assessment.storage import notes, terms
from assessment.storage.gathered import Deposited, Given, Origin, Share
from assessment.storage.journal import Altered
from assessment.storage.kept import Change, Deposit, Dossier, Json
from assessment.storage.links import new_id
from assessment.storage.tables import GATHERINGS, PROJECTS

#: Projects of one gathering, signs of one of them as JSON, and deposits of one dossier in one gathering.
MOST, LONGEST, AGAIN = 5000, 100_000, 50
#: Signs of the sentence that was agreed to.
LONGEST_CONSENT = 4000
#: Keys of an answer file that are kept; what a person decided to do next is nobody else's.
KEPT = ("version", "edition", "date", "subject", "short", *PARTS)
ALL_SHARES: tuple[Share, ...] = get_args(Share)
#: What an import may say of where it comes from.
IMPORTED = frozenset(get_args(Origin)) - {"deposit"}
#: What a digest is made of, in this order.
SAID = (
    *("id", "gathering", "number", "seq", "edition", "at"),
    *("origin", "source", "shares", "consent", "content", "replaces"),
)


def arrive(
    connection: Connection, gathering: str, rows: Sequence[Mapping[str, object]], now: datetime.datetime
) -> tuple[Deposited, ...]:
    """Keep new projects behind those that came before; raises StorageError, and keeps none, when they are too many.

    *rows*: edition, origin, source, shares, consent, content (JSON), replaces, dossier, seq.
    """
    row = terms.row_of(connection, gathering, hold=True)
    here = (PROJECTS.c.gathering == gathering, PROJECTS.c.replaced.is_(None))
    there = connection.execute(select(func.count()).select_from(PROJECTS).where(*here)).scalar_one()
    if there + len(rows) > MOST:
        what = f"une collecte reçoit au plus {MOST} projets : il y en a {there}, et {len(rows)} de plus n'entrent pas."
        raise StorageError([Problem("too-many", "collecte", what, "Créez une autre collecte pour la suite.")])
    made = []
    for number, each in enumerate(rows, start=row.arrived + 1):
        said = {"id": new_id(), "gathering": gathering, "number": number, "at": now, **each}
        made.append({**said, "digest": _digest(said)})
    if made:
        connection.execute(insert(PROJECTS), made)
        terms.touch(connection, gathering, now, arrived=row.arrived + len(made))
    return tuple(_shape({**each, "replaced": None}) for each in made)


def imported(given: Sequence[Given], edition: str) -> list[dict[str, object]]:
    """The rows of what an owner imports; raises StorageError with every problem."""
    rows, found = [], []
    for number, each in enumerate(given, start=1):
        where = each.source or f"projet {number}"
        content = {name: each.content[name] for name in KEPT if name in each.content}
        text = json.dumps(content, separators=(",", ":"), default=str)
        if each.origin not in IMPORTED or not any(part in content for part in PARTS):
            found.append(Problem("not-a-project", where, "ce n'est pas un projet.", "Retirez-le du fichier."))
        elif len(text) > LONGEST:
            found.append(Problem("too-long", where, "ce projet est trop long.", "Raccourcissez ses textes."))
        rows.append(
            {
                "edition": str(content.get("edition") or edition),
                "origin": each.origin,
                "source": clean(each.source),
                "shares": json.dumps(ALL_SHARES),
                "consent": "",
                "content": text,
                "replaces": "",
                "dossier": None,
                "seq": None,
            }
        )
    if found:
        raise StorageError(found)
    return rows


def deposit(
    connection: Connection,
    gathering: str,
    dossier: Dossier,
    content: Json,
    shares: tuple[Share, ...],
    consent: str,
    now: datetime.datetime,
) -> Deposited:
    """Keep what a dossier gives; what it had given before stays beside it, replaced, until both are withdrawn."""
    terms.row_of(connection, gathering, hold=True)
    before, count = _before(connection, gathering, dossier.id)
    if count >= AGAIN:
        what = f"ce dossier a déjà été déposé {AGAIN} fois dans cette collecte."
        raise StorageError([Problem("too-many", "dépôt", what, "Retirez-le, puis déposez-le une dernière fois.")])
    if before:
        connection.execute(update(PROJECTS).where(PROJECTS.c.id == before).values(replaced=now))
    row = {
        "edition": dossier.edition,
        "origin": "deposit",
        "source": "",
        "shares": json.dumps(shares),
        "consent": clean(consent, LONGEST_CONSENT),
        "content": json.dumps(content, separators=(",", ":")),
        "replaces": before,
        "dossier": dossier.id,
        "seq": dossier.seq,
    }
    return arrive(connection, gathering, [row], now)[0]


def projects_of(connection: Connection, gathering: str, *, whole: bool = False) -> tuple[Deposited, ...]:
    """The projects of a gathering in order of arrival, *whole*: the replaced ones too; raises Altered."""
    wanted = select(PROJECTS).where(PROJECTS.c.gathering == gathering).order_by(PROJECTS.c.number)
    if not whole:
        wanted = wanted.where(PROJECTS.c.replaced.is_(None))
    return tuple(_project(row) for row in connection.execute(wanted))


def remove(connection: Connection, gathering: str, project: str, now: datetime.datetime) -> None:
    """Take away an import, or a deposit that nobody can withdraw any more; raises StorageError for any other."""
    here = (PROJECTS.c.id == project, PROJECTS.c.gathering == gathering)
    row = connection.execute(select(PROJECTS).where(*here)).one_or_none()
    if row is None:
        raise StorageError([Problem("no-project", "projet", "ce projet n'est plus là.", "Rechargez la page.")])
    if row.dossier is not None:
        what = "ce projet a été déposé : seule la personne qui l'a déposé le retire."
        raise StorageError([Problem("deposited", "projet", what, "Mettez-le de côté.")])
    _erase(connection, [row], now)


def withdraw(connection: Connection, dossier: str, project: str, now: datetime.datetime) -> bool:
    """Take back a deposit and those that it replaced, with what was said of them; whether there was such a deposit."""
    gathering = select(PROJECTS.c.gathering).where(PROJECTS.c.id == project, PROJECTS.c.dossier == dossier)
    mine = (PROJECTS.c.dossier == dossier, PROJECTS.c.gathering == gathering.scalar_subquery())
    rows = connection.execute(select(PROJECTS).where(*mine)).all()
    _erase(connection, rows, now)
    return bool(rows)


def withdraw_all(connection: Connection, dossier: str) -> None:
    """Take back all that a dossier deposited in any gathering."""
    _erase(connection, connection.execute(select(PROJECTS).where(PROJECTS.c.dossier == dossier)).all(), None)


def deposits_of(connection: Connection, dossier: str, *, whole: bool) -> tuple[Deposit, ...]:
    """What a dossier deposited in gatherings, the oldest first, *whole*: what was replaced too."""
    joined = select(PROJECTS, GATHERINGS.c.title).join(GATHERINGS, GATHERINGS.c.id == PROJECTS.c.gathering)
    wanted = joined.where(PROJECTS.c.dossier == dossier).order_by(PROJECTS.c.at, PROJECTS.c.id)
    found = []
    for row in connection.execute(wanted if whole else wanted.where(PROJECTS.c.replaced.is_(None))):
        kept = _project(row)
        changes = tuple(_changes(kept.content))
        found.append(
            Deposit(
                kept.id, row.title, kept.consent, kept.edition, row.seq, kept.at, changes,
                row.gathering, kept.shares, row.replaced,
            )
        )  # fmt: skip
    return tuple(found)


def is_intact(row: Mapping[str, object]) -> bool:
    """Whether a project still is what was given."""
    try:
        return row["digest"] == _digest(row)
    except (TypeError, ValueError, AttributeError):  # a text, a number or a moment that is no longer one
        return False


def _before(connection: Connection, gathering: str, dossier: str) -> tuple[str, int]:
    """The id of what a dossier deposited last in a gathering ("" when there is nothing), and how often it did."""
    here = (PROJECTS.c.gathering == gathering, PROJECTS.c.dossier == dossier)
    rows = connection.execute(select(PROJECTS.c.id, PROJECTS.c.replaced).where(*here)).all()
    return next((row.id for row in rows if row.replaced is None), ""), len(rows)


def _erase(connection: Connection, rows: Iterable[Row], now: datetime.datetime | None) -> None:
    """Take rows away, and what was said of them; *now*: their gathering's purge is put off."""
    rows = list(rows)
    if not rows:
        return
    gone, places = [row.id for row in rows], sorted({row.gathering for row in rows})
    for gathering in places:
        terms.row_of(connection, gathering, hold=True)  # nobody notes anything of them meanwhile
    notes.forget(connection, gone)
    connection.execute(delete(PROJECTS).where(PROJECTS.c.id.in_(gone)))
    for gathering in places:
        terms.touch(connection, gathering, now)


def _changes(content: Mapping[str, Json]) -> Iterable[Change]:
    """An answer file, as a dossier keeps it."""
    name = content.get("subject", {}).get("name")
    if name:
        yield Change("name", "", name)
    parts = [part for part in PARTS if part in content]
    yield Change("parts", "", parts)
    for part in parts:
        for kind, key in (("answer", "answers"), ("shown", "shown"), ("note", "notes")):
            yield from (Change(kind, *each) for each in content[part].get(key, {}).items())


def _project(row: Row) -> Deposited:
    if not is_intact(row._mapping):
        what, remedy = "un projet de la collecte a été abîmé.", "Prévenez qui s'occupe de cette installation."
        raise Altered([Problem("altered", f"projet {row.id}", what, remedy)])
    return _shape(row._mapping)


def _shape(row: Mapping[str, object]) -> Deposited:
    content = json.loads(row["content"])
    subject = content.get("subject")
    name = subject.get("name") if isinstance(subject, dict) else None
    return Deposited(
        id=row["id"],
        name=clean(name) if isinstance(name, str) else "",
        edition=row["edition"],
        at=row["at"],
        origin=row["origin"],
        source=row["source"],
        shares=tuple(json.loads(row["shares"])),
        consent=row["consent"],
        content=content,
        replaces=row["replaces"],
        replaced=row["replaced"] is not None,
        withdrawable=row["dossier"] is not None,
    )


def _digest(row: Mapping[str, object]) -> str:
    said = (row[name].timestamp() if name == "at" else row[name] for name in SAID)
    return sha256("\0".join(map(str, said)).encode()).hexdigest()
