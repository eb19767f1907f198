"""The address of a page in, the portfolio of the gathering that it names out, for whoever may see it.

What is worked out is kept in this process, shared by all who look at the same gathering, and worked out once: a second
reading works out one project again. Much of it takes time, which a bar tells and a button stops; what was done stays.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.shelf import in_use, open_edition
from assessment.pages import gathering_opened, portfolio_working
from assessment.portfolio.counting import Counting, counting
from assessment.portfolio.facets import DECISION, facets
from assessment.portfolio.projects import Project, name_order
from assessment.portfolio.screened import Screened
from assessment.portfolio.traits import NONE
from assessment.portfolio.unchanged import projects_since
from assessment.portfolio.wording_of_decisions import STATUSES
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import Owner

if TYPE_CHECKING:
    from assessment.storage.gathered import Gathering, Noted

#: The gathering that a tab shows, in its address.
PARAMETER = gathering_opened.PARAMETER
#: Projects of the portfolios that are kept, those looked at last: about 5 KiB each.
KEPT = 12_000


@dataclass(frozen=True)
class Worked:
    """What is the same for all who look at a gathering; never changed, shared between visits."""

    edition: Edition
    projects: tuple[Project, ...]
    screened: tuple[Screened, ...]
    journal: "tuple[Noted, ...]"

    @cached_property
    def counting(self) -> Counting:
        """Who has what, decisions included; nothing is offered yet."""
        told = [
            {**each.traits, DECISION: (_status(project),)}
            for project, each in zip(self.projects, self.screened, strict=True)
        ]
        return counting(told, facets(self.edition))

    @cached_property
    def name_order(self) -> tuple[int, ...]:
        """Place of each project in the order of names."""
        return name_order(self.projects)

    @cached_property
    def by_id(self) -> Mapping[str, Project]:
        """Every project by its id, in the order of arrival."""
        return {project.id: project for project in self.projects}


@dataclass(frozen=True)
class OpenPortfolio:
    """A gathering as its owner sees it; second readings laid over, what is not shared left out."""

    owner: Owner
    gathering: "Gathering"
    worked: Worked

    @property
    def edition(self) -> Edition:
        """The edition of the gathering."""
        return self.worked.edition

    @property
    def projects(self) -> tuple[Project, ...]:
        """In the order of arrival."""
        return self.worked.projects

    @property
    def journal(self) -> "tuple[Noted, ...]":
        """Everything that was noted, in order."""
        return self.worked.journal

    def project(self, name: str) -> Project | None:
        """The project of that id, None when it is not there."""
        return self.worked.by_id.get(name)


def _status(project: Project) -> str:
    said = project.decision.status if project.decision else NONE
    return said if said in STATUSES else NONE


_LOCK = Lock()
_KEPT: "OrderedDict[tuple[str, int], Worked]" = OrderedDict()


def opened_portfolio() -> OpenPortfolio | None:
    """The portfolio that the address names; None when it names none, or while it is not worked out.

    Raises StorageError when this browser was not let in, or is no longer. Whoever gets None draws nothing more: what
    there is to say was said.
    """
    named = st.query_params.get(PARAMETER)
    if not named:
        return None
    owner = gathering_opened.owner_of(named)
    gathering = the_gatherings().read(owner, named)
    worked = _worked(owner, gathering)
    return OpenPortfolio(owner, gathering, worked) if worked else None


def _worked(owner: Owner, gathering: "Gathering") -> Worked | None:
    """What is kept for this version of the gathering, else worked out; None when somebody stops it."""
    key = gathering.id, gathering.version
    with _LOCK:
        if key in _KEPT:
            _KEPT.move_to_end(key)
            return _KEPT[key]
        before = next((each for (name, _), each in _KEPT.items() if name == gathering.id), None)
    edition = open_edition(gathering.edition, in_use())
    service = the_gatherings()
    journal = service.noted(owner, gathering.id)
    read, said = (before.projects, before.journal) if before else ((), ())
    projects = projects_since(read, said, service.projects(owner, gathering.id), journal, edition)
    screened = portfolio_working.work_out(projects, edition)
    if screened is None:
        return None
    worked = Worked(edition, projects, screened, journal)
    with _LOCK:
        for old in [each for each in _KEPT if each[0] == gathering.id]:
            del _KEPT[old]
        _KEPT[key] = worked
        while len(_KEPT) > 1 and sum(len(each.projects) for each in _KEPT.values()) > KEPT:
            _KEPT.popitem(last=False)
    return worked
