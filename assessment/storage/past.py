"""The journal of a dossier in, its earlier assessments out, with the answers as they were. Pure.

An assessment is a result that somebody who may answer has seen: an entry of kind `result`. It is kept again each time
the result is seen while an answer has changed since it last was, so that nothing seen goes unkept. They are told by
day, the last one of each: somebody who corrects three answers in one evening made one assessment, not three.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.content.edition import Edition
from assessment.engine.carrying import carry
from assessment.storage.kept import Dossier, Entry

#: What a result rests on; a name changes none.
RESTS_ON = frozenset({"answer", "shown", "parts"})


@dataclass(frozen=True, slots=True)
class Past:
    """*results*: each time that the result was seen, in order; *changed*: seq of the last entry that it rests on."""

    results: tuple[Entry, ...]
    changed: int

    @property
    def is_to_keep(self) -> bool:
        """Whether the result that is shown now is another one than the last one seen."""
        return not self.results or self.changed > self.results[-1].seq

    def followed_by(self, entries: Sequence[Entry]) -> "Past":
        """The same, and the *entries* that came after, in order."""
        rests = (each.seq for each in entries if each.kind in RESTS_ON)
        results = (each for each in entries if each.kind == "result")
        return Past((*self.results, *results), max(rests, default=self.changed))

    def days(
        self, day_of: Callable[[datetime.datetime], datetime.date], before: datetime.date
    ) -> Mapping[datetime.date, Entry]:
        """Each day *before* one on which the result was seen, in order -> the last time; *day_of*: where people are."""
        found = {day_of(each.at): each for each in self.results}
        return {day: found[day] for day in sorted(found) if day < before}


#: Of a dossier without an entry.
NO_PAST = Past((), 0)


@dataclass(frozen=True, slots=True)
class Readable:
    """*dossier* without the answers that an edition cannot read, and these answers: question -> as it was given."""

    dossier: Dossier
    left: Mapping[str, object]


def as_it_was(dossier: Dossier, journal: Sequence[Entry], seq: int) -> Dossier:
    """*dossier* as it was once its *seq*-th entry was kept: answers, parts, name, edition; *journal*: all of it."""
    from assessment.storage.journal import current  # SQLAlchemy comes with it: who has no dossier never needs it

    entries = tuple(each for each in journal if each.seq <= seq)
    if not entries:
        return replace(dossier, seq=0, active=dossier.created, entries=())
    last = entries[-1]
    return replace(dossier, edition=last.edition, seq=last.seq, active=last.at, entries=current(entries))


def readable(dossier: Dossier, edition: Edition) -> Readable:
    """What *edition* can read of a dossier that may have been answered with another one."""
    left = carry(dossier.values("answer"), edition).left
    entries = tuple(each for each in dossier.entries if each.kind != "answer" or each.key not in left)
    return Readable(replace(dossier, entries=entries), left)
