"""The address of a page in, the group that it names out, with what each participant lets its coach see.

A group is worked out once for this process and kept while nothing that it rests on changes; the choices of the coach
are no part of it.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.shelf import in_use, open_edition
from assessment.engine.assess import assess
from assessment.pages import gathering_opened
from assessment.pages import wording_of_gatherings as words
from assessment.portfolio.projects import Project, projects_of
from assessment.programme.division import Divide, divides
from assessment.programme.group import Group, gather, named
from assessment.programme.pairs import Pair, Trio, pairs, trios
from assessment.programme.portrait import Portrait, portrait
from assessment.storage.gathered import Gathering, Noted
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import Owner

#: Kinds of notes that change what a group is.
TELLING = frozenset({"reading", "choice", "blind"})
#: Groups that are kept, those looked at last.
KEPT = 8


@dataclass(frozen=True)
class Known:
    """A group and all that follows from it alone, worked out when it is first asked for.

    *ids*: of the projects of a gathering, in the order of the participants; none without a gathering.
    """

    group: Group
    ids: tuple[str, ...] = ()

    @property
    def names(self) -> Mapping[str, str]:
        """Id of a project -> how its participant is called in the group; empty without a gathering."""
        return {name: each.name for name, each in zip(self.ids, self.group.participants, strict=False)}

    @cached_property
    def portrait(self) -> Portrait:
        """How many stand where."""
        return portrait(self.group)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Who could help whom."""
        return pairs(self.group)

    @cached_property
    def trios(self) -> tuple[Trio, ...]:
        """Who could work on each other's questions."""
        return trios(self.group)

    @cached_property
    def divides(self) -> tuple[Divide, ...]:
        """What divides it."""
        return divides(self.group)


@dataclass(frozen=True)
class OpenGroup:
    """A group on the page. *owner*, *gathering* and *journal* are those of its gathering, None and empty without one.

    *key* is the same as long as the group is.
    """

    key: tuple
    known: Known
    owner: Owner | None = None
    gathering: Gathering | None = None
    journal: tuple[Noted, ...] = ()

    @property
    def group(self) -> Group:
        """The group itself."""
        return self.known.group

    @property
    def id(self) -> str:
        """The id of the gathering, empty without one."""
        return self.gathering.id if self.gathering else ""

    @property
    def edition(self) -> Edition:
        """The edition that everybody answered."""
        return self.group.edition

    @property
    def is_kept(self) -> bool:
        """Whether what the coach chooses is saved."""
        return self.gathering is not None and not self.gathering.looks_only


_LOCK = Lock()
_GROUPS: "OrderedDict[tuple, Known]" = OrderedDict()


def open_group(name: str) -> OpenGroup:
    """The group of the gathering called *name*; raises StorageError when this browser was not let in."""
    owner, service = gathering_opened.owner_of(name), the_gatherings()
    gathering = service.read(owner, name)
    held: OpenGroup | None = st.session_state.get("programme_group")
    if held and held.gathering and (held.id, held.gathering.version) == (name, gathering.version):
        return held
    journal, deposited = service.noted(owner, name), service.projects(owner, name)
    told = max((each.seq for each in journal if each.kind in TELLING), default=0)
    key = (name, gathering.edition, told, tuple(each.id for each in deposited))
    known = _kept(key)
    if known is None:
        edition = open_edition(gathering.edition, in_use())
        projects = projects_of(deposited, journal, edition)
        known = _keep(key, Known(group_of(projects, edition), tuple(each.id for each in projects)))
    found = OpenGroup(key, known, owner, gathering, journal)
    st.session_state["programme_group"] = found
    return found


def group_of(projects: Iterable[Project], edition: Edition) -> Group:
    """The group of so many projects, under names that differ."""
    found = ((each.name or words.UNNAMED, assess(each.answers, edition), each.shares) for each in projects)
    return gather(named(found), edition)


def _kept(key: tuple) -> Known | None:
    with _LOCK:
        if key in _GROUPS:
            _GROUPS.move_to_end(key)
        return _GROUPS.get(key)


def _keep(key: tuple, known: Known) -> Known:
    with _LOCK:
        _GROUPS[key] = known
        while len(_GROUPS) > KEPT:
            _GROUPS.popitem(last=False)
    return known
