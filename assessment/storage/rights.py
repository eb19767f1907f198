"""A principal and an act in, allowed or refused out: the only place that decides. What is not listed is refused."""

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from assessment.errors import Problem, StorageError
from assessment.storage.principals import Anyone, Holder, Operator, Principal

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Right(StrEnum):
    """What a private link allows."""

    ANSWER = "answer"
    READ = "read"


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


class Standing(StrEnum):
    """What a principal is to one dossier at this moment."""

    ANYONE = "anyone"
    WRITER = "writer"
    READER = "reader"
    OPERATOR = "operator"
    ELSEWHERE = "elsewhere"
    REVOKED = "revoked"
    EXPIRED = "expired"


#: Standing -> acts. The operator looks after what is kept and never reads it.
ALLOWED: Mapping[Standing, frozenset[Action]] = {
    Standing.ANYONE: frozenset({Action.CREATE, Action.ENTER, Action.RETURN}),
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
    Standing.OPERATOR: frozenset({Action.PURGE, Action.COUNT, Action.VERIFY, Action.BACK_UP, Action.RESTORE}),
}
REASONS = {
    Standing.READER: ("ce lien permet seulement de lire.", "Demandez un lien qui permet de répondre."),
    Standing.REVOKED: ("ce lien a été annulé.", "Demandez-en un nouveau à la personne qui vous l'avait donné."),
    Standing.EXPIRED: ("ce lien n'est plus valable.", "Demandez-en un nouveau à la personne qui vous l'avait donné."),
}
OTHERWISE = ("vous n'y avez pas accès.", "Ouvrez-le par son lien privé.")


class Refused(StorageError):
    """The principal may not do that."""


def require(
    connection: "Connection", principal: Principal, action: Action, dossier: str | None, now: datetime.datetime
) -> Standing:
    """The standing that allows *action*; raises Refused, with the reason, when none does."""
    standing = standing_of(connection, principal, dossier, now)
    if action in ALLOWED.get(standing, frozenset()):
        return standing
    what, remedy = REASONS.get(standing, OTHERWISE)
    raise Refused([Problem(f"refused-{standing}", "dossier", what, remedy)])


def standing_of(
    connection: "Connection", principal: Principal, dossier: str | None, now: datetime.datetime
) -> Standing:
    """What *principal* is to *dossier* now, as the links kept say."""
    match principal:
        case Anyone():
            return Standing.ANYONE
        case Operator():
            return Standing.OPERATOR
        case Holder() if principal.dossier != dossier:
            return Standing.ELSEWHERE
    from sqlalchemy import select  # pages read the words of this module before anything is asked of the database

    from assessment.storage.tables import LINKS

    wanted = select(LINKS).where(LINKS.c.id == principal.link, LINKS.c.dossier == dossier)
    link = connection.execute(wanted).one_or_none()
    if link is None:
        return Standing.ELSEWHERE
    if link.revoked is not None:
        return Standing.REVOKED
    if link.expires is not None and link.expires <= now:
        return Standing.EXPIRED
    return Standing.WRITER if link.right == Right.ANSWER else Standing.READER
