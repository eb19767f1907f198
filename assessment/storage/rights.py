"""A principal and an act in, allowed or refused out: the only place that decides. What is not listed is refused."""

import datetime
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from assessment.errors import Problem, StorageError
from assessment.storage.principals import Anyone, Guest, Holder, Operator, Owner, Principal

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select


class Right(StrEnum):
    """What a private link allows."""

    ANSWER = "answer"
    READ = "read"


class Reach(StrEnum):
    """What a private link of a gathering allows: all of it, looking only, or taking part."""

    OWN = "own"
    LOOK = "look"
    TAKE_PART = "take_part"


class Action(StrEnum):
    """Every act on what is kept."""

    CREATE = "create"
    ENTER = "enter"
    RETURN = "return"
    READ = "read"
    SAVE = "save"
    EXPORT = "export"
    SEE_ACCESS = "see_access"
    SHARE = "share"
    RENEW = "renew"
    REVOKE = "revoke"
    LEAVE = "leave"
    DEPOSIT = "deposit"
    WITHDRAW = "withdraw"
    DELETE = "delete"
    PURGE = "purge"
    COUNT = "count"
    VERIFY = "verify"
    BACK_UP = "back_up"
    RESTORE = "restore"
    GATHER = "gather"
    SEE_INVITATION = "see_invitation"
    SEE_GATHERING = "see_gathering"
    LEAVE_GATHERING = "leave_gathering"
    GIVE = "give"
    CHANGE_GATHERING = "change_gathering"
    INVITE = "invite"
    SEE_OWNERS = "see_owners"
    SHARE_GATHERING = "share_gathering"
    RENEW_OWNER = "renew_owner"
    REVOKE_OWNER = "revoke_owner"
    ADD = "add"
    REMOVE = "remove"
    NOTE = "note"
    TAKE_AWAY = "take_away"
    DELETE_GATHERING = "delete_gathering"


class Standing(StrEnum):
    """What a principal is to one dossier, or to one gathering, at this moment."""

    ANYONE = "anyone"
    WRITER = "writer"
    READER = "reader"
    OWNER = "owner"
    OBSERVER = "observer"
    GUEST = "guest"
    OPERATOR = "operator"
    ELSEWHERE = "elsewhere"
    REVOKED = "revoked"
    EXPIRED = "expired"


#: Standing -> acts. The operator looks after what is kept and never reads it.
ALLOWED: Mapping[Standing, frozenset[Action]] = {
    Standing.ANYONE: frozenset({Action.CREATE, Action.ENTER, Action.RETURN, Action.GATHER}),
    Standing.WRITER: frozenset(
        {
            Action.READ,
            Action.SAVE,
            Action.EXPORT,
            Action.SEE_ACCESS,
            Action.SHARE,
            Action.RENEW,
            Action.REVOKE,
            Action.LEAVE,
            Action.DEPOSIT,
            Action.WITHDRAW,
            Action.DELETE,
        }
    ),
    Standing.READER: frozenset({Action.READ, Action.LEAVE}),
    Standing.OWNER: frozenset(
        {
            Action.SEE_INVITATION,
            Action.SEE_GATHERING,
            Action.LEAVE_GATHERING,
            Action.CHANGE_GATHERING,
            Action.INVITE,
            Action.SEE_OWNERS,
            Action.SHARE_GATHERING,
            Action.RENEW_OWNER,
            Action.REVOKE_OWNER,
            Action.ADD,
            Action.REMOVE,
            Action.NOTE,
            Action.TAKE_AWAY,
            Action.DELETE_GATHERING,
        }
    ),
    Standing.OBSERVER: frozenset({Action.SEE_INVITATION, Action.SEE_GATHERING, Action.LEAVE_GATHERING}),
    Standing.GUEST: frozenset({Action.SEE_INVITATION, Action.LEAVE_GATHERING, Action.GIVE}),
    Standing.OPERATOR: frozenset({Action.PURGE, Action.COUNT, Action.VERIFY, Action.BACK_UP, Action.RESTORE}),
}
#: What a live link makes of who came by it.
BY_RIGHT: Mapping[str, Standing] = {
    Right.ANSWER: Standing.WRITER,
    Right.READ: Standing.READER,
    Reach.OWN: Standing.OWNER,
    Reach.LOOK: Standing.OBSERVER,
    Reach.TAKE_PART: Standing.GUEST,
}
REASONS = {
    Standing.READER: ("ce lien permet seulement de lire.", "Demandez un lien qui permet de répondre."),
    Standing.OBSERVER: ("ce lien permet seulement de regarder.", "Demandez un lien à qui a créé cette collecte."),
    Standing.GUEST: ("ce lien permet seulement de déposer un projet.", "Ouvrez la collecte par son lien privé."),
    Standing.REVOKED: ("ce lien a été annulé.", "Demandez-en un nouveau à la personne qui vous l'avait donné."),
    Standing.EXPIRED: ("ce lien n'est plus valable.", "Demandez-en un nouveau à la personne qui vous l'avait donné."),
}
OTHERWISE = ("vous n'y avez pas accès.", "Ouvrez-le par son lien privé.")
OTHERWISE_GATHERING = ("vous n'y avez pas accès.", "Ouvrez-la par son lien privé.")
#: What is done in a gathering; the rest is done in a dossier, or to everything.
OF_GATHERINGS = (
    ALLOWED[Standing.OWNER] | ALLOWED[Standing.OBSERVER] | ALLOWED[Standing.GUEST] | frozenset({Action.GATHER})
)


class Refused(StorageError):
    """The principal may not do that."""


def require(
    connection: "Connection", principal: Principal, action: Action, place: str | None, now: datetime.datetime
) -> Standing:
    """The standing that allows *action* in one dossier or gathering; raises Refused, with the reason, when none does.

    No name is both: an act on dossiers allows nothing to those who stand in a gathering, nor the other way round.
    """
    standing = standing_of(connection, principal, place, now)
    if action in ALLOWED.get(standing, frozenset()):
        return standing
    of_gatherings = action in OF_GATHERINGS
    what, remedy = REASONS.get(standing, OTHERWISE_GATHERING if of_gatherings else OTHERWISE)
    raise Refused([Problem(f"refused-{standing}", "collecte" if of_gatherings else "dossier", what, remedy)])


def standing_of(connection: "Connection", principal: Principal, place: str | None, now: datetime.datetime) -> Standing:
    """What *principal* is to one dossier or gathering now, as the links kept say."""
    match principal:
        case Anyone():
            return Standing.ANYONE
        case Operator():
            return Standing.OPERATOR
        case Holder():
            return _by_link(connection, principal.dossier, principal.link, place, now)
        case Owner() | Guest():
            standing = _by_link(connection, principal.gathering, principal.link, place, now, of_gathering=True)
            is_guest = isinstance(principal, Guest)
            belongs = standing not in ((Standing.OWNER, Standing.OBSERVER) if is_guest else (Standing.GUEST,))
            return standing if belongs else Standing.ELSEWHERE
    return Standing.ELSEWHERE


def _by_link(
    connection: "Connection",
    own: str,
    name: str,
    place: str | None,
    now: datetime.datetime,
    *,
    of_gathering: bool = False,
) -> Standing:
    """What the link *name* of one dossier or gathering allows in *place*."""
    if own != place:
        return Standing.ELSEWHERE
    link = connection.execute(_link(of_gathering=of_gathering), {"name": name, "of": place}).one_or_none()
    if link is None:
        return Standing.ELSEWHERE
    if link.revoked is not None:
        return Standing.REVOKED
    if link.expires is not None and link.expires <= now:
        return Standing.EXPIRED
    return BY_RIGHT.get(link.right, Standing.ELSEWHERE)


@cache
def _link(*, of_gathering: bool) -> "Select":
    """One link *name* of one dossier or gathering."""
    from sqlalchemy import bindparam, select  # pages read this module's words before they ask the database anything

    from assessment.storage.tables import GATHERING_LINKS, LINKS

    table = GATHERING_LINKS if of_gathering else LINKS
    where = table.c.gathering if of_gathering else table.c.dossier
    return select(table).where(table.c.id == bindparam("name"), where == bindparam("of"))
