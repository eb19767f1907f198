"""A principal and an act in, what is kept of gatherings out or Refused. Every act on one is a method of Gatherings.

As in the Store, each method names who asks and what for before anything is read or written, in one transaction.
"""

import datetime
from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert

from assessment.storage import access, invitations, links, notes, projects, terms
from assessment.storage.acts import Acts
from assessment.storage.dossiers import dossier_of
from assessment.storage.gathered import (
    Deposited,
    Gathering,
    Given,
    Invitation,
    Noted,
    OpenedGathering,
    Saying,
    Share,
    Terms,
    WholeGathering,
)
from assessment.storage.kept import Link, Shared
from assessment.storage.links import GATHERING
from assessment.storage.principals import Guest, Owner, Principal
from assessment.storage.rights import Action, Reach, Standing, require
from assessment.storage.snapshot import kept_shares, snapshot
from assessment.storage.tables import DELETIONS, GATHERINGS


class Gatherings(Acts):
    """The gatherings of an installation, whose key makes their invitations."""

    # --- Coming in

    def create(self, principal: Principal, wanted: Terms, edition: str) -> OpenedGathering:
        """A new gathering on *edition*, its invitation, and its owner's link; raises StorageError for terms that lack
        something.
        """
        now, name, kept = self._clock(), links.new_id(), terms.kept_terms(wanted)
        with self._writing(principal, Action.GATHER) as (connection, _):
            row = {"id": name, **terms.row_of_terms(kept), "edition": edition, "created": now, "active": now}
            connection.execute(insert(GATHERINGS).values(**row, seq=0, serial=0, arrived=0, version=0))
            invitations.invite(connection, self._key, name, now)
            shared = links.share(connection, name, Reach.OWN, "", now, place=GATHERING)
            return OpenedGathering(
                Owner(name, shared.link.id), shared.token, self._gathering(connection, name, Standing.OWNER)
            )

    def enter(self, principal: Principal, token: str, session: str, who: str, before: str = "") -> access.Entered:
        """Open whatever a private link opens (a dossier too), or the code of an invitation, for one more browser.

        *session*, *who*, *before* and what is raised: as `Store.enter`.
        """
        who = self._hidden(who)
        with self._writing(principal, Action.ENTER) as (connection, _):
            found = access.entered(connection, self._key, token, who, self._clock())
            if found is not None:
                access.let_in(connection, found, session, before, self._clock(), self._settings.visit_hours)
        if found is None:
            raise links.unknown()
        return found

    def invited(self, principal: Principal, code: str, who: str) -> Invitation:
        """The invitation whose code somebody typed, from the address *who*; raises LinkRefused, or TooManyTries."""
        who, now = self._hidden(who), self._clock()
        with self._writing(principal, Action.ENTER) as (connection, _):
            row = access.invited(connection, self._key, code, who, now)
            if row is not None:
                return terms.invitation_of(connection, row.gathering, now)
        raise invitations.unknown()

    def visit(self, principal: Principal, session: str, gathering: str) -> Owner | Guest | None:
        """Who a browser is to a gathering, its owner rather than a guest; None when it was not let in."""
        return next((each for each in self.visits(principal, session) if each.gathering == gathering), None)

    def visits(self, principal: Principal, session: str) -> tuple[Owner | Guest, ...]:
        """What a browser may come back to: as an owner first, the last one first."""
        with self._reading(principal, Action.RETURN) as (connection, _):
            return access.visits_of(connection, session, self._clock())

    def leave(self, principal: Principal, gathering: str, session: str) -> None:
        """Let a browser no longer come back, as an owner or as a guest."""
        with self._writing(principal, Action.LEAVE_GATHERING, gathering) as (connection, _):
            links.forget(connection, gathering, session, GATHERING)

    # --- Inviting and taking part

    def invitation(self, principal: Principal, gathering: str) -> Invitation:
        """What a participant may know of a gathering."""
        with self._reading(principal, Action.SEE_INVITATION, gathering) as (connection, _):
            return terms.invitation_of(connection, gathering, self._clock())

    def renew_invitation(self, principal: Principal, gathering: str) -> Gathering:
        """Another link and another code; the ones before open nothing more."""
        with self._writing(principal, Action.INVITE, gathering) as (connection, standing):
            invitations.invite(connection, self._key, gathering, self._clock())
            terms.touch(connection, gathering, self._clock())
            return self._gathering(connection, gathering, standing)

    def revoke_invitation(self, principal: Principal, gathering: str) -> Gathering:
        """Nobody is invited any more."""
        with self._writing(principal, Action.INVITE, gathering) as (connection, standing):
            invitations.revoke(connection, gathering, self._clock())
            terms.touch(connection, gathering, self._clock())
            return self._gathering(connection, gathering, standing)

    def deposit(
        self, principal: Principal, dossier: str, invitation: Invitation, shares: Sequence[Share], consent: str
    ) -> Deposited:
        """Give a gathering a copy of what a dossier answers now to what it asks, with the sentence agreed to.

        It takes the place of an earlier deposit of the same dossier. Raises StorageError when the gathering is closed,
        revoked, or asks something else than *invitation* told.
        """
        now, place = self._clock(), invitation.gathering
        with self._writing(principal, Action.DEPOSIT, dossier) as (connection, standing):
            require(connection, invitation.guest, Action.GIVE, place, now)
            terms.refuse_late(connection, invitation, now)
            found = dossier_of(connection, dossier, standing, self._settings)
            kept = kept_shares(tuple(shares), invitation.terms)
            given = snapshot(found, invitation.terms, kept)
            return projects.deposit(connection, place, found, given, kept, consent, now)

    # --- Working on what was received

    def read(self, principal: Principal, gathering: str) -> Gathering:
        """A gathering as it is now."""
        with self._reading(principal, Action.SEE_GATHERING, gathering) as (connection, standing):
            return self._gathering(connection, gathering, standing)

    def change(self, principal: Principal, gathering: str, wanted: Terms) -> Gathering:
        """Ask something else, or otherwise; what was deposited stays as it was given."""
        kept = terms.kept_terms(wanted)
        with self._writing(principal, Action.CHANGE_GATHERING, gathering) as (connection, standing):
            terms.touch(connection, gathering, self._clock(), **terms.row_of_terms(kept))
            return self._gathering(connection, gathering, standing)

    def add(self, principal: Principal, gathering: str, given: Sequence[Given]) -> tuple[Deposited, ...]:
        """Import projects, all of them or none, in this order; raises StorageError when they are too many."""
        with self._writing(principal, Action.ADD, gathering) as (connection, _):
            rows = projects.imported(given, terms.row_of(connection, gathering).edition)
            return projects.arrive(connection, gathering, rows, self._clock())

    def remove(self, principal: Principal, gathering: str, project: str) -> None:
        """Take an import away, and overwrite it; a deposit is withdrawn by who gave it, or set aside by a note."""
        with self._writing(principal, Action.REMOVE, gathering) as (connection, _):
            projects.remove(connection, gathering, project, self._clock())
        self.database.overwrite_deleted()

    def projects(self, principal: Principal, gathering: str) -> tuple[Deposited, ...]:
        """The projects that are there now, in order of arrival."""
        with self._reading(principal, Action.SEE_GATHERING, gathering) as (connection, _):
            return projects.projects_of(connection, gathering)

    def note(self, principal: Principal, gathering: str, changes: Sequence[Saying], seen: int) -> tuple[Noted, ...]:
        """Keep what an owner, who had seen the entries up to *seen*, says; read back once it is written.

        Raises Conflict, and keeps nothing, when somebody else has changed the same things meanwhile.
        """
        now = self._clock()
        with self._writing(principal, Action.NOTE, gathering) as (connection, _):
            row = terms.row_of(connection, gathering, hold=True)
            if row.seq > seen:
                notes.refuse_conflicts(notes.noted_of(connection, gathering, seen), changes)
            last = notes.append(connection, gathering, changes, after=row.seq, at=now, link=principal.link)
            terms.touch(connection, gathering, now, seq=last)
        with self._reading(principal, Action.SEE_GATHERING, gathering) as (connection, _):
            found = notes.noted_of(connection, gathering, row.seq)
        return tuple(each for each in found if each.seq <= last)

    def noted(self, principal: Principal, gathering: str, after: int = 0) -> tuple[Noted, ...]:
        """What owners have said since the entry *after*."""
        with self._reading(principal, Action.SEE_GATHERING, gathering) as (connection, _):
            return notes.noted_of(connection, gathering, after)

    # --- Its owners, taking away, deleting

    def links(self, principal: Principal, gathering: str) -> tuple[Link, ...]:
        """Who may open it: the links of owners and of those who only look, the revoked ones too; not the invitation."""
        with self._reading(principal, Action.SEE_OWNERS, gathering) as (connection, _):
            found = links.links_of(connection, gathering, GATHERING)
            return tuple(each for each in found if each.right is not Reach.TAKE_PART)

    def share(self, principal: Principal, gathering: str, reach: Reach, days: int | None, label: str) -> Shared:
        """A link for a colleague, to work (OWN) or only to look (LOOK), for some *days* (None: as long as it is)."""
        now = self._clock()
        expires = None if days is None else now + datetime.timedelta(days=days)
        with self._writing(principal, Action.SHARE_GATHERING, gathering) as (connection, _):
            return links.share(connection, gathering, access.of_owners(reach), label, now, expires, place=GATHERING)

    def renew(self, principal: Principal, gathering: str, link: str) -> Shared:
        """Close an owner's link and give another one like it; raises LinkRefused when it is not a live one."""
        with self._writing(principal, Action.RENEW_OWNER, gathering) as (connection, _):
            return access.renew(connection, gathering, link, self._clock())

    def revoke(self, principal: Principal, gathering: str, link: str) -> None:
        """Close an owner's link at once; raises LinkRefused when it is not a live one, or is the last that works."""
        with self._writing(principal, Action.REVOKE_OWNER, gathering) as (connection, _):
            access.revoke(connection, gathering, link, self._clock())

    def everything(self, principal: Principal, gathering: str) -> WholeGathering:
        """All that is kept of a gathering, to take away."""
        with self._reading(principal, Action.TAKE_AWAY, gathering) as (connection, standing):
            found = links.links_of(connection, gathering, GATHERING)
            return WholeGathering(
                self._gathering(connection, gathering, standing),
                tuple(each for each in found if each.right is not Reach.TAKE_PART),
                projects.projects_of(connection, gathering, whole=True),
                notes.noted_of(connection, gathering),
            )

    def delete(self, principal: Principal, gathering: str) -> None:
        """Delete a gathering and all that it holds at once, and overwrite it; the dossiers stay."""
        with self._writing(principal, Action.DELETE_GATHERING, gathering) as (connection, _):
            connection.execute(delete(GATHERINGS).where(GATHERINGS.c.id == gathering))
            connection.execute(insert(DELETIONS).values(at=self._clock(), why="gathering"))
        self.database.overwrite_deleted()

    def _gathering(self, connection: Connection, name: str, standing: Standing) -> Gathering:
        return terms.gathering_of(connection, self._key, name, standing, self._settings, self._clock())
