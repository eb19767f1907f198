"""A group in, what its composition calls for out: one group or two, a parcours rather than that, whom to spare.

Sentences are the content's; the people they are about are named beside them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assessment.programme.group import Group
from assessment.programme.names import listed

#: What a piece of advice is about.
About = Literal["one_group", "two_groups", "parcours", "unsure", "nothing"]


@dataclass(frozen=True, slots=True)
class Advised:
    """A sentence about the group, and whom it is about; nobody in particular when empty."""

    about: About
    text: str
    participants: tuple[str, ...] = ()


def advised(group: Group) -> tuple[Advised, ...]:
    """All that the method says of this composition, in its order."""
    return tuple(_advised(group))


def apart(group: Group) -> tuple[str, ...]:
    """Names of those whose level is more than one away from the level of the group."""
    return tuple(
        each.name for each in group.participants if each.level is not None and abs(each.level - group.level) > 1
    )


def _advised(group: Group) -> Iterator[Advised]:
    said, people = group.edition.programme.advice, group.participants
    far = apart(group)
    if far:
        yield _about("two_groups", said.two_groups, far)
    elif sum(each.level is not None for each in people) > 1:
        yield Advised("one_group", said.one_group)
    ready = tuple(each.name for each in people if each.is_offered_parcours)
    if 2 * len(ready) > len(people):
        yield _about("parcours", said.parcours, ready)
    if unsure := tuple(each.name for each in people if each.is_unsure):
        yield _about("unsure", said.unsure, unsure)
    if not group.needs:
        yield Advised("nothing", said.nothing)


def _about(about: About, text: str, names: tuple[str, ...]) -> Advised:
    return Advised(about, text.format(participants=listed(names)), names)
