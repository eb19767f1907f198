"""A group in, who could help whom out: proposed pairs, and trios for co-development, each with its reason.

Somebody far along on a dimension could help somebody who begins on it. Everybody who can be helped is, before anybody
is twice; nobody helps a second time while another could. Trios: of all that could be formed, first those where most
members give and receive. The same group always gets the same proposals.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from assessment.programme.group import Group, Participant


@dataclass(frozen=True, slots=True)
class Pair:
    """*helper* could help *helped* on a dimension (its id); levels from 1 to 5, told in words by *because*."""

    helper: str
    helped: str
    dimension: str
    helper_level: int
    helped_level: int
    because: str


@dataclass(frozen=True, slots=True)
class Trio:
    """Three who could work on each other's questions, and why: who could help whom among them."""

    members: tuple[str, str, str]
    pairs: tuple[Pair, ...]


def possible_pairs(group: Group) -> tuple[Pair, ...]:
    """Everybody who could help somebody, on the dimension that the helped one most needs."""
    people = group.participants
    found = (_best(helper, helped, group) for helped in people for helper in people if helper is not helped)
    return tuple(pair for pair in found if pair is not None)


def pairs(group: Group) -> tuple[Pair, ...]:
    """One pair for everybody who can be helped, helpers as little as possible; in the order of who is helped."""
    choice: dict[str, list[Pair]] = {}
    for pair in possible_pairs(group):
        choice.setdefault(pair.helped, []).append(pair)
    by: dict[str, Pair] = {}
    most = 1
    while len(by) < len(choice):
        for helped in choice:
            if helped not in by:
                _find_helper(helped, choice, by, most, set())
        most += 1
    return tuple(by[each.name] for each in group.participants if each.name in by)


def trios(group: Group) -> tuple[Trio, ...]:
    """Trios where somebody could help somebody, nobody in two; members in the order of the group."""
    helps = {(pair.helper, pair.helped): pair for pair in possible_pairs(group)}
    names = [each.name for each in group.participants]
    formed = [Trio(members, tuple(_within(members, helps))) for members in combinations(names, 3)]
    placed: set[str] = set()
    kept = []
    for trio in sorted((each for each in formed if each.pairs), key=_worth, reverse=True):
        if placed.isdisjoint(trio.members):
            kept.append(trio)
            placed.update(trio.members)
    return tuple(sorted(kept, key=lambda trio: names.index(trio.members[0])))


def alone(group: Group, proposed: Iterable[Trio]) -> tuple[str, ...]:
    """Names of those who are in none of the *proposed* trios."""
    placed = {name for trio in proposed for name in trio.members}
    return tuple(each.name for each in group.participants if each.name not in placed)


def _best(helper: Participant, helped: Participant, group: Group) -> Pair | None:
    """Of the dimensions on which it could be: one that holds the helped back first, then the widest gap."""
    method = group.edition.programme.help
    given, needed = _levels(helper), _levels(helped)
    wanted = [
        name
        for name, level in needed.items()
        if level is not None and level <= method.needs_up_to and (given.get(name) or 0) >= method.gives_from
    ]
    if not wanted:
        return None
    project = helped.found.project
    first = [each.need.dimension for each in project.needs] if project else []
    name = min(wanted, key=lambda each: (each not in first, (needed[each] or 0) - (given[each] or 0)))
    return _told(helper.name, helped.name, name, (given[name] or 0, needed[name] or 0), group)


def _told(helper: str, helped: str, dimension: str, levels: tuple[int, int], group: Group) -> Pair:
    method, edition = group.edition.programme.help, group.edition
    label = next(screen.label for screen in edition.project.screens if screen.id == dimension)
    given, needed = (method.level_words[level - 1] for level in levels)
    because = method.pair.format(dimension=label, helper=helper, given=given, helped=helped, needed=needed)
    return Pair(helper, helped, dimension, *levels, because)


def _levels(participant: Participant) -> Mapping[str, int | None]:
    project = participant.found.project
    return project.placement.profile.dimensions if project else {}


def _find_helper(
    helped: str, choice: Mapping[str, list[Pair]], by: dict[str, Pair], most: int, tried: set[str]
) -> bool:
    """Find somebody who helps fewer than *most*, moving earlier pairs to another helper where that frees one."""
    busy = Counter(pair.helper for pair in by.values())
    for pair in choice[helped]:
        if pair.helper in tried:
            continue
        tried.add(pair.helper)
        others = [name for name, found in by.items() if found.helper == pair.helper]
        if busy[pair.helper] < most or any(_find_helper(other, choice, by, most, tried) for other in others):
            by[helped] = pair
            return True
    return False


def _within(members: tuple[str, str, str], helps: Mapping[tuple[str, str], Pair]) -> Iterator[Pair]:
    for helped in members:
        for helper in members:
            if (helper, helped) in helps:
                yield helps[helper, helped]


def _worth(trio: Trio) -> tuple[int, int, int]:
    """How many receive, how many give, on how many dimensions."""
    return (
        len({pair.helped for pair in trio.pairs}),
        len({pair.helper for pair in trio.pairs}),
        len({pair.dimension for pair in trio.pairs}),
    )
