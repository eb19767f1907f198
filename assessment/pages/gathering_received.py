"""A gathering in, what it received out: what is there, set aside, or looks like the same project twice.

What thousands of projects say is worked out once for each version of a gathering, and shared by all who look at it.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from assessment.pages import wording_of_gatherings as wording
from assessment.portfolio.blindness import blindness, neutral_names
from assessment.portfolio.duplicates import alike
from assessment.portfolio.projects import set_aside
from assessment.storage.gathered import Deposited, Gathering
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import Owner

#: Gatherings that are kept, those looked at last: five thousand projects take some twenty megabytes.
KEPT = 4


@dataclass(frozen=True, slots=True)
class Received:
    """Everything received; never changed, shared between visits.

    Those *there*, those *aside* with the id of the one kept instead, those *alike* that the owner has not settled yet,
    what each is called (*names*), and whether names are hidden (*blind*).
    """

    there: tuple[Deposited, ...]
    aside: tuple[tuple[Deposited, str], ...]
    alike: tuple[tuple[Deposited, ...], ...]
    names: Mapping[str, str]
    blind: bool

    def name(self, project: str) -> str:
        """What a project is called here; an empty text for one that is no longer there."""
        return self.names.get(project, "")


_LOCK = Lock()
_KEPT: "OrderedDict[tuple[str, int], Received]" = OrderedDict()


def received(owner: Owner, gathering: Gathering) -> Received:
    """What was received, as the journal says it in this version; raises StorageError."""
    key = gathering.id, gathering.version
    with _LOCK:
        if key in _KEPT:
            _KEPT.move_to_end(key)
            return _KEPT[key]
    found = _read(owner, gathering)
    with _LOCK:
        for old in [each for each in _KEPT if each[0] == gathering.id]:
            del _KEPT[old]
        _KEPT[key] = found
        while len(_KEPT) > KEPT:
            _KEPT.popitem(last=False)
    return found


def _read(owner: Owner, gathering: Gathering) -> Received:
    every, noted = the_gatherings().projects(owner, gathering.id), the_gatherings().noted(owner, gathering.id)
    aside, blind = set_aside(noted), blindness(noted).on
    there = tuple(each for each in every if each.id not in aside)
    names = {each.id: each.name or wording.UNNAMED for each in every}
    if blind:
        names = {each.id: wording.UNNAMED for each in every} | dict(neutral_names(each.id for each in there))
    put_aside = tuple((each, aside[each.id]) for each in every if each.id in aside)
    return Received(there, put_aside, alike(there, noted), names, blind)
