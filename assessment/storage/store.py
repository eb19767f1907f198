"""A principal and an act in, what is kept out or Refused. Every act on what is kept is a method of the Store.

Each method names who asks and what for before anything is read or written, in one transaction; `rights` decides.
"""

import datetime
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import bindparam, insert, update

from assessment.errors import Problem
from assessment.storage import access, backup, damage, deposits, journal, links, retention
from assessment.storage.acts import Acts, utc_now
from assessment.storage.dossiers import dossier_of, row_of
from assessment.storage.kept import (
    Change,
    Contents,
    Deposit,
    Dossier,
    Entry,
    Everything,
    Figures,
    Link,
    Opened,
    Purged,
    Saved,
    Shared,
)
from assessment.storage.principals import Holder, Principal
from assessment.storage.rights import Action, Right
from assessment.storage.tables import DOSSIERS

__all__ = ["Store", "utc_now"]

#: Made once: building a statement takes longer than carrying it out, and every answer needs it.
_MOVED_ON = update(DOSSIERS).where(DOSSIERS.c.id == bindparam("of"))


class Store(Acts):
    """What an installation keeps of dossiers, and what is done to all that it keeps."""

    # --- Coming in

    def create(self, principal: Principal, edition: str, digest: str, changes: Sequence[Change] = ()) -> Opened:
        """A new dossier on *edition*, whose files have that *digest*, born with *changes*: all is kept, or nothing.

        Its private link lasts as long as it does. Read back before it is committed: whoever is told that this failed
        has no link, and nothing of theirs may stay.
        """
        now, name, last = self._clock(), links.new_id(), len(changes)
        with self._writing(principal, Action.CREATE) as (connection, _):
            row = {"id": name, "edition": edition, "digest": digest, "seq": last, "created": now, "active": now}
            connection.execute(insert(DOSSIERS).values(row))
            shared = links.share(connection, name, Right.ANSWER, "", now)
            holder = Holder(name, shared.link.id)
            journal.append(connection, name, changes, after=0, edition=edition, at=now, link=holder.link)
            found = journal.entries_of(connection, name)
        return Opened(holder, shared.token, Saved(last, now, found, ()))

    def enter(self, principal: Principal, token: str, session: str, who: str, before: str = "") -> Holder:
        """Open a dossier by its link, for the browser whose cookie becomes *session*, from *before*.

        *who*: the address it comes from. Raises LinkRefused; TooManyTries after ten refusals in five minutes, never for
        a link that opens, or anybody could shut a whole room out.
        """
        now, who = self._clock(), self._hidden(who)
        with self._writing(principal, Action.ENTER) as (connection, _):
            holder = links.opened_by(connection, token, now)
            if holder is None:
                links.refuse_guessing(connection, who, now)
                links.note_failure(connection, who, now)
            else:
                access.let_in(connection, holder, session, before, now, self._settings.visit_hours)
        if holder is None:
            raise links.unknown()
        return holder

    def visit(self, principal: Principal, session: str, dossier: str) -> Holder | None:
        """Who a browser is to a dossier; None when it was not let in, or no longer is."""
        return next((each for each in self.visits(principal, session) if each.dossier == dossier), None)

    def visits(self, principal: Principal, session: str) -> tuple[Holder, ...]:
        """The dossiers that a browser may come back to, the last one first."""
        with self._reading(principal, Action.RETURN) as (connection, _):
            return links.visits_of(connection, session, self._clock())

    def leave(self, principal: Principal, dossier: str, session: str) -> None:
        """Let a browser no longer come back."""
        with self._writing(principal, Action.LEAVE, dossier) as (connection, _):
            links.forget(connection, dossier, session)

    # --- Answering

    def read(self, principal: Principal, dossier: str) -> Dossier:
        """A dossier as it is now."""
        with self._reading(principal, Action.READ, dossier) as (connection, standing):
            return dossier_of(connection, dossier, standing, self._settings)

    def save(self, principal: Principal, dossier: str, changes: Sequence[Change], seen: int) -> Saved:
        """Keep *changes*, made by somebody who had seen the entries up to *seen*; read back once it is written.

        Raises Conflict, and keeps nothing, when somebody else has changed the same things meanwhile.
        """
        now = self._clock()
        with self._writing(principal, Action.SAVE, dossier) as (connection, _):
            row = row_of(connection, dossier, hold=True)
            newer = journal.entries_of(connection, dossier, seen) if row.seq > seen else ()
            journal.refuse_conflicts(newer, changes)
            last = journal.append(
                connection, dossier, changes, after=row.seq, edition=row.edition, at=now, link=principal.link
            )
            is_done = any(change.kind == "result" for change in changes)
            finished = now if row.finished is None and is_done else row.finished
            values = {"of": dossier, "seq": last, "active": now, "finished": finished}
            connection.execute(_MOVED_ON, values)
        with self.database.reading() as connection:  # who may save may see what they just saved
            found = journal.entries_of(connection, dossier, row.seq)
        return Saved(last, now, tuple(each for each in found if each.seq <= last), newer)

    def news(self, principal: Principal, dossier: str, seen: int) -> tuple[Entry, ...]:
        """What others have saved since the entry *seen*."""
        with self._reading(principal, Action.READ, dossier) as (connection, _):
            return journal.entries_of(connection, dossier, seen)

    # --- Taking away, sharing, deleting

    def everything(self, principal: Principal, dossier: str) -> Everything:
        """All that is kept of a dossier."""
        with self._reading(principal, Action.EXPORT, dossier) as (connection, standing):
            return Everything(
                dossier_of(connection, dossier, standing, self._settings),
                journal.entries_of(connection, dossier),
                links.links_of(connection, dossier),
                deposits.deposits_of(connection, dossier, whole=True),
            )

    def links(self, principal: Principal, dossier: str) -> tuple[Link, ...]:
        """Who has access: every link, the revoked ones too."""
        with self._reading(principal, Action.SEE_ACCESS, dossier) as (connection, _):
            return links.links_of(connection, dossier)

    def share(self, principal: Principal, dossier: str, right: Right, days: int | None, label: str) -> Shared:
        """A new link for somebody else, for some *days* (None: as long as the dossier)."""
        now = self._clock()
        expires = None if days is None else now + datetime.timedelta(days=days)
        with self._writing(principal, Action.SHARE, dossier) as (connection, _):
            return links.share(connection, dossier, right, label, now, expires)

    def renew(self, principal: Principal, dossier: str, link: str) -> Shared:
        """Close a link and give another one like it; raises LinkRefused when it is not a live link."""
        now = self._clock()
        with self._writing(principal, Action.RENEW, dossier) as (connection, _):
            old = links.revoke(connection, dossier, link, now)
            lasts = None if old.expires is None else now + (old.expires - old.created)
            return links.share(connection, dossier, old.right, old.label, now, lasts)

    def revoke(self, principal: Principal, dossier: str, link: str) -> None:
        """Close a link at once; raises LinkRefused when it is not a live link."""
        with self._writing(principal, Action.REVOKE, dossier) as (connection, _):
            links.revoke(connection, dossier, link, self._clock())

    def deposit(self, principal: Principal, dossier: str, receiver: str, consent: str) -> Deposit:
        """Give *receiver* a dated copy, with the sentence that was agreed to."""
        with self._writing(principal, Action.DEPOSIT, dossier) as (connection, standing):
            found = dossier_of(connection, dossier, standing, self._settings)
            return deposits.deposit(connection, found, receiver, consent, self._clock())

    def deposits(self, principal: Principal, dossier: str) -> tuple[Deposit, ...]:
        """To whom copies were given, gatherings too, but for those that a later deposit replaced there."""
        with self._reading(principal, Action.SEE_ACCESS, dossier) as (connection, _):
            return deposits.deposits_of(connection, dossier)

    def withdraw(self, principal: Principal, dossier: str, deposit: str) -> None:
        """Take a deposit back."""
        with self._writing(principal, Action.WITHDRAW, dossier) as (connection, _):
            deposits.withdraw(connection, dossier, deposit, self._clock())
        self.database.overwrite_deleted()

    def delete(self, principal: Principal, dossier: str) -> None:
        """Delete a dossier, its journal, links and deposits at once, and overwrite what they held."""
        with self._writing(principal, Action.DELETE, dossier) as (connection, _):
            retention.delete_dossier(connection, dossier, self._clock())
        self.database.overwrite_deleted()

    def purge(self, principal: Principal) -> Purged:
        """Delete what is too old to be kept."""
        with self._writing(principal, Action.PURGE) as (connection, _):
            gone = retention.purge(connection, self._settings, self._clock())
        self.database.overwrite_deleted()
        return gone

    def figures(self, principal: Principal) -> Figures:
        """How much is kept."""
        with self._reading(principal, Action.COUNT) as (connection, _):
            return retention.count(connection)

    def verify(self, principal: Principal) -> tuple[Problem, ...]:
        """What is damaged of all that is kept; nothing when all is well."""
        with self._reading(principal, Action.VERIFY) as (connection, _):
            return damage.problems(connection)

    def back_up(self, principal: Principal, path: Path) -> Contents:
        """Write all that is kept, as it is at one moment, to one file; raises StorageError."""
        with self._reading(principal, Action.BACK_UP) as (connection, _):
            return backup.write(connection, path, self._clock())

    def restore(self, principal: Principal, path: Path, replace: bool) -> Contents:
        """Keep what a backup holds, and nothing else; *replace*: what is kept now may go.

        Raises StorageError, and changes nothing, when the file is not a whole backup of this version.
        """
        with self._writing(principal, Action.RESTORE) as (connection, _):
            found = backup.restore(connection, path, replace=replace)
        self.database.overwrite_deleted()
        return found
