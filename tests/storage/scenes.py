"""Everybody who could ask for something, and everything they could ask it of: theirs, and somebody else's."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from stores import DIGEST, EDITION, TERMS, Clock, answer, gatherings_beside, opened_at, rows_of

from assessment.storage.gathered import Given, Invitation, OpenedGathering
from assessment.storage.gatherings import Gatherings
from assessment.storage.kept import Opened
from assessment.storage.links import new_id
from assessment.storage.principals import ANYONE, OPERATOR, Guest, Holder, Owner, Principal
from assessment.storage.rights import Reach, Refused, Right
from assessment.storage.store import Store

#: Those whom no dossier and no gathering concerns: the same on any.
WITHOUT_PLACE = {"anyone", "operator"}
#: Those for whom what is somebody else's is their own, and who they are there.
ELSEWHERE = {
    "holder of another dossier": "writer",
    "owner of another gathering": "owner",
    "guest of another gathering": "guest",
}
PRINCIPALS = (
    "anyone",
    "operator",
    "writer",
    "reader",
    "revoked writer",
    "revoked reader",
    "expired writer",
    "expired reader",
    "holder with the link of another dossier",
    "holder with an invented link",
    "holder with the link of a gathering",
    "holder of a deleted dossier",
    "holder of no dossier",
    "owner",
    "observer",
    "guest",
    "revoked owner",
    "revoked observer",
    "revoked guest",
    "expired owner",
    "expired observer",
    "owner with the link of a guest",
    "guest with the link of an owner",
    "owner with the link of another gathering",
    "owner with an invented link",
    "owner with the link of a dossier",
    "owner of a deleted gathering",
    "guest of a deleted gathering",
    "owner of no gathering",
    "guest of no gathering",
    *ELSEWHERE,
)


@dataclass(frozen=True)
class Place:
    """A dossier with a deposit for somebody, a gathering that it was deposited in, an import, and an owner's link."""

    opened: Opened
    given: str
    gathered: OpenedGathering
    uninvited: Guest
    invitation: Invitation
    imported: str
    colleague: str

    @property
    def dossier(self) -> str:
        return self.opened.holder.dossier

    @property
    def gathering(self) -> str:
        return self.gathered.owner.gathering


@dataclass(frozen=True)
class Scene:
    """Two places, every kind of principal, and a backup of it all."""

    store: Store
    gatherings: Gatherings
    own: Place
    other: Place
    principals: Mapping[str, Principal]
    backup: Path
    whole: dict[str, list] = field(default_factory=dict)

    def found(self, call: Callable[[Principal, Place], object], principal: str) -> dict[str, str]:
        """What is answered to somebody on what is theirs and on what is not; the scene is then as it was."""
        found = {}
        for name, place in (("own", self.own), ("other", self.other)):
            try:
                call(self.principals[principal], place)
                found[name] = "allowed"
            except Refused:
                found[name] = "refused" if rows_of(self.store) == self.whole else "refused, yet something was written"
            if rows_of(self.store) != self.whole:
                self.remember()
        return found

    def remember(self) -> None:
        """Put the backup back."""
        self.store.restore(OPERATOR, self.backup, True)
        self.whole.clear()
        self.whole.update(rows_of(self.store))


def expected(may: set[str], principal: str) -> dict[str, str]:
    """What should be answered to somebody, when *may* are those who may on what is theirs."""
    on_other = principal in may & WITHOUT_PLACE or ELSEWHERE.get(principal) in may
    told = {True: "allowed", False: "refused"}
    return {"own": told[principal in may], "other": told[on_other]}


@contextmanager
def opened_scene(request: pytest.FixtureRequest, folder: Path) -> Iterator[Scene]:
    """One scene on the engine that a fixture asks for, for all the cases."""
    clock, address = Clock(), f"sqlite:///{folder / 'dossiers.db'}"
    if request.param == "postgres":
        address = request.getfixturevalue("postgres").fresh_database()
    with opened_at(address, clock) as store:
        gatherings = gatherings_beside(store, clock)
        own, other = (_place(store, gatherings) for _ in range(2))
        principals = {**_of_dossiers(store, own, other), **_of_gatherings(gatherings, own, other)}
        clock.move(days=2)
        scene = Scene(store, gatherings, own, other, principals, folder / "backup")
        store.back_up(OPERATOR, scene.backup)
        scene.remember()
        yield scene


def _place(store: Store, gatherings: Gatherings) -> Place:
    opened = store.create(ANYONE, EDITION, DIGEST, (answer("BES1", 3),))
    holder = opened.holder
    given = store.deposit(holder, holder.dossier, "Fondation", "Oui.").id
    gathered = gatherings.create(ANYONE, TERMS, EDITION)
    owner = gathered.owner
    uninvited = gatherings.invitation(owner, owner.gathering).guest
    gatherings.renew_invitation(owner, owner.gathering)
    invitation = gatherings.invitation(owner, owner.gathering)
    deposited = gatherings.deposit(holder, holder.dossier, invitation, ("result",), "Oui.")
    (imported,) = gatherings.add(owner, owner.gathering, [Given(deposited.content, "table", "a.csv ligne 2")])
    colleague = gatherings.share(owner, owner.gathering, Reach.OWN, None, "").link.id
    return Place(opened, given, gathered, uninvited, invitation, imported.id, colleague)


def _of_dossiers(store: Store, own: Place, other: Place) -> dict[str, Principal]:
    holder, gone = own.opened.holder, store.create(ANYONE, EDITION, DIGEST).holder
    store.delete(gone, gone.dossier)

    def guest(right: Right, days: int | None, *, revoked: bool = False) -> Holder:
        link = store.share(holder, holder.dossier, right, days, "").link.id
        if revoked:
            store.revoke(holder, holder.dossier, link)
        return Holder(holder.dossier, link)

    return {
        "anyone": ANYONE,
        "operator": OPERATOR,
        "writer": holder,
        "reader": guest(Right.READ, None),
        "revoked writer": guest(Right.ANSWER, None, revoked=True),
        "revoked reader": guest(Right.READ, None, revoked=True),
        "expired writer": guest(Right.ANSWER, 1),
        "expired reader": guest(Right.READ, 1),
        "holder of another dossier": other.opened.holder,
        "holder with the link of another dossier": Holder(own.dossier, other.opened.holder.link),
        "holder with an invented link": Holder(own.dossier, new_id()),
        "holder with the link of a gathering": Holder(own.dossier, own.gathered.owner.link),
        "holder of a deleted dossier": gone,
        "holder of no dossier": Holder("", ""),
    }


def _of_gatherings(gatherings: Gatherings, own: Place, other: Place) -> dict[str, Principal]:
    owner, name = own.gathered.owner, own.gathering
    gone = gatherings.create(ANYONE, TERMS, EDITION).owner
    gone_guest = gatherings.invitation(gone, gone.gathering).guest
    gatherings.delete(gone, gone.gathering)

    def colleague(reach: Reach, days: int | None, *, revoked: bool = False) -> Owner:
        link = gatherings.share(owner, name, reach, days, "").link.id
        if revoked:
            gatherings.revoke(owner, name, link)
        return Owner(name, link)

    return {
        "owner": owner,
        "observer": colleague(Reach.LOOK, None),
        "guest": own.invitation.guest,
        "revoked owner": colleague(Reach.OWN, None, revoked=True),
        "revoked observer": colleague(Reach.LOOK, None, revoked=True),
        "revoked guest": own.uninvited,
        "expired owner": colleague(Reach.OWN, 1),
        "expired observer": colleague(Reach.LOOK, 1),
        "owner of another gathering": other.gathered.owner,
        "guest of another gathering": other.invitation.guest,
        "owner with the link of a guest": Owner(name, own.invitation.link),
        "guest with the link of an owner": Guest(name, owner.link),
        "owner with the link of another gathering": Owner(name, other.gathered.owner.link),
        "owner with an invented link": Owner(name, new_id()),
        "owner with the link of a dossier": Owner(name, own.opened.holder.link),
        "owner of a deleted gathering": gone,
        "guest of a deleted gathering": gone_guest,
        "owner of no gathering": Owner("", ""),
        "guest of no gathering": Guest("", ""),
    }
