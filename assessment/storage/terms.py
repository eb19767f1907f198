"""What an owner wrote in, terms that can be kept out; and the row of a gathering in, the Gathering out."""

import datetime
import json
import zoneinfo
from collections.abc import Iterator
from typing import get_args

from dateutil.relativedelta import relativedelta
from sqlalchemy import Connection, Row, func, select, update

from assessment.engine.answers import LONGEST_NAME, PARTS, clean
from assessment.errors import Problem, StorageError
from assessment.settings import Settings
from assessment.storage import invitations
from assessment.storage.gathered import Gathering, Invitation, Purpose, Share, Terms
from assessment.storage.rights import Standing
from assessment.storage.tables import GATHERINGS, PROJECTS

#: Signs of a notice.
LONGEST_NOTICE = 4000
SHARES: tuple[Share, ...] = get_args(Share)
#: A closing day ends when it ends here.
HERE = zoneinfo.ZoneInfo("Europe/Paris")


def kept_terms(terms: Terms) -> Terms:
    """The same terms, their texts safe to keep, without repetition; raises StorageError with every problem."""
    lines = (clean(line, LONGEST_NOTICE + 1) for line in terms.notice.splitlines())
    kept = Terms(
        clean(terms.title, LONGEST_NAME),
        terms.purpose,
        tuple(each for each in PARTS if each in terms.parts),
        terms.closes,
        tuple(each for each in SHARES if each in terms.shares),
        "\n".join(lines).strip(),
    )
    found = tuple(_problems(terms, kept))
    if found:
        raise StorageError(found)
    return kept


def _problems(given: Terms, kept: Terms) -> Iterator[Problem]:
    if not kept.title:
        yield Problem("no-title", "titre", "la collecte n'a pas de titre.", "Donnez-lui un titre.")
    if given.purpose not in get_args(Purpose):
        yield Problem("no-purpose", "but", "on ne sait pas à quoi sert la collecte.", "Choisissez : appel ou groupe.")
    if not kept.parts or set(given.parts) - set(PARTS):
        yield Problem("no-part", "parties", "la collecte ne demande rien.", "Choisissez au moins une partie.")
    if "result" not in kept.shares or set(given.shares) - set(SHARES):
        yield Problem("no-share", "partage", "le résultat est toujours partagé.", "Ajoutez le résultat.")
    if len(kept.notice) > LONGEST_NOTICE:
        what = f"ce texte dépasse {LONGEST_NOTICE} signes."
        yield Problem("too-long", "information", what, "Raccourcissez-le.")


def row_of_terms(terms: Terms) -> dict[str, object]:
    """The columns of a gathering that its owner decides."""
    return {
        "title": terms.title,
        "purpose": terms.purpose,
        "parts": json.dumps(terms.parts),
        "closes": terms.closes and terms.closes.isoformat(),
        "shares": json.dumps(terms.shares),
        "notice": terms.notice,
    }


def terms_of(row: Row) -> Terms:
    """What the owner of a gathering wrote."""
    closes = row.closes and datetime.date.fromisoformat(row.closes)
    return Terms(
        row.title, row.purpose, tuple(json.loads(row.parts)), closes, tuple(json.loads(row.shares)), row.notice
    )


def row_of(connection: Connection, gathering: str, *, hold: bool = False) -> Row:
    """The row of a gathering; *hold*: nobody else changes it until this transaction ends."""
    wanted = select(GATHERINGS).where(GATHERINGS.c.id == gathering)
    return connection.execute(wanted.with_for_update() if hold else wanted).one()


def touch(connection: Connection, gathering: str, now: datetime.datetime | None, **values: object) -> None:
    """One more change of a gathering; *now*: an act of somebody that puts its purge off."""
    active = {} if now is None else {"active": now}
    changed = update(GATHERINGS).where(GATHERINGS.c.id == gathering)
    connection.execute(changed.values(version=GATHERINGS.c.version + 1, **active, **values))


def is_open(terms: Terms, now: datetime.datetime) -> bool:
    """Whether the last day of a gathering is not over."""
    return terms.closes is None or now.astimezone(HERE).date() <= terms.closes


def gathering_of(
    connection: Connection, key: bytes, name: str, standing: Standing, settings: Settings, now: datetime.datetime
) -> Gathering:
    """A gathering as it is now, for one of its owners; whoever only looks is not told how to take part."""
    row, looks_only = row_of(connection, name), standing is Standing.OBSERVER
    code, token = ("", "") if looks_only else invitations.told_to_owner(connection, key, row)
    live = (PROJECTS.c.gathering == name, PROJECTS.c.replaced.is_(None))
    terms = terms_of(row)
    return Gathering(
        id=name,
        terms=terms,
        edition=row.edition,
        seq=row.seq,
        created=row.created,
        active=row.active,
        kept_until=(row.active + relativedelta(months=settings.gathering_months)).date(),
        code=code,
        token=token,
        projects=connection.execute(select(func.count()).select_from(PROJECTS).where(*live)).scalar_one(),
        version=row.version,
        looks_only=looks_only,
        open=is_open(terms, now) and invitations.live_of(connection, name) is not None,
    )


def invitation_of(connection: Connection, gathering: str, now: datetime.datetime) -> Invitation:
    """What a participant may know of a gathering."""
    row, live = row_of(connection, gathering), invitations.live_of(connection, gathering)
    terms = terms_of(row)
    is_live = live is not None
    return Invitation(gathering, terms, row.edition, is_live and is_open(terms, now), live.id if is_live else "")


def refuse_late(connection: Connection, invitation: Invitation, now: datetime.datetime) -> None:
    """Raise StorageError when a gathering is closed, or asks otherwise than *invitation* told whoever deposits."""
    row = row_of(connection, invitation.gathering, hold=True)
    terms = terms_of(row)
    if not is_open(terms, now):
        what = f"cette collecte est fermée depuis la fin du {terms.closes:%d/%m/%Y}."
        raise StorageError([Problem("closed", "collecte", what, "Demandez à qui vous a invité si elle peut rouvrir.")])
    if terms != invitation.terms:
        what = "ce que demande cette collecte a changé depuis que vous l'avez lu."
        raise StorageError([Problem("changed-terms", "collecte", what, "Relisez, puis déposez.")])
