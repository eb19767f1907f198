"""The journal of a gathering in, what blind reading hides out. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from assessment.portfolio import wording

if TYPE_CHECKING:
    from assessment.portfolio.projects import Noted

#: Letters and digits that are never taken for one another.
_LETTERS, _DIGITS = "ABCDEFGHJKLMNPQRTUVWXYZ", "23456789"
#: Signs of a neutral name; more of them only for a project whose first signs are taken.
_SIGNS = 4


@dataclass(frozen=True, slots=True)
class Blindness:
    """Whether names and identifying texts are hidden now, *since* which entry, and for what *reason*."""

    on: bool
    since: int = 0
    reason: str = ""

    def shows(self, seq: int) -> bool:
        """Whether a text of the journal may be read: what was written while blind cannot name a project."""
        return not self.on or seq > self.since

    def text(self, text: str, seq: int) -> str:
        """The text, or nothing while it is hidden."""
        return text if self.shows(seq) else ""


def blindness(noted: "Iterable[Noted]") -> Blindness:
    """What the last entries about blind reading say."""
    now = Blindness(on=False)
    for each in sorted((each for each in noted if each.kind == "blind"), key=lambda each: each.seq):
        value = each.value if isinstance(each.value, Mapping) else {}
        on = value.get("on") is True
        now = Blindness(on, now.since if on and now.on else each.seq, str(value.get("reason", "")))
    return now


def neutral_names(projects: Iterable[str]) -> Mapping[str, str]:
    """Project -> a name that says nothing of it, the same each time; *projects* in the order of arrival."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for project in projects:
        signs, size = _signs(project), _SIGNS
        while signs[:size] in taken:
            size += 2
        taken.add(signs[:size])
        found[project] = wording.NEUTRAL_NAME.format(signs=signs[:size])
    return found


def _signs(project: str) -> str:
    """Letters and digits in turn, drawn from the id."""
    drawn = sha256(project.encode()).digest()
    return "".join(
        (_DIGITS if place % 2 else _LETTERS)[each % (8 if place % 2 else 23)] for place, each in enumerate(drawn)
    )
