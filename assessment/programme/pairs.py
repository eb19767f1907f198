"""A group in, who could help whom out: proposed pairs, and trios for co-development, each with its reason.

Somebody far along on a dimension could help somebody who begins on it: nobody helps more people than the content says,
and nobody helps a second time while another could. Of all trios, first those where most members give and receive; those
who are left work with peers who have the same need. The same group always gets the same proposals.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from assessment.programme.group import Group, Participant
from assessment.programme.portrait import FIRST_LEVERS


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
    """Three who could work on each other's questions, and why: who could help whom, or what they all need, in words."""

    members: tuple[str, str, str]
    pairs: tuple[Pair, ...]
    shared: tuple[str, ...] = ()

    @property
    def because(self) -> tuple[str, ...]:
        """The reasons, one after the other."""
        return (*(pair.because for pair in self.pairs), *self.shared)


def possible_pairs(group: Group) -> tuple[Pair, ...]:
    """Everybody who could help somebody, on the dimension that the helped one most needs."""
    people = group.participants
    found = (_best(helper, helped, group) for helped in people for helper in people if helper is not helped)
    return tuple(pair for pair in found if pair is not None)


def pairs(group: Group) -> tuple[Pair, ...]:
    """A pair for as many as helpers have room for, who begins most first; in the order of who is helped.

    Nobody helps more than the content says, nor more than needed.
    """
    choice: dict[str, list[Pair]] = {}
    for pair in possible_pairs(group):
        choice.setdefault(pair.helped, []).append(pair)
    in_need = sorted(choice, key=lambda name: min(pair.helped_level for pair in choice[name]))
    by: dict[str, Pair] = {}
    for most in range(1, group.edition.programme.help.helps_at_most + 1):
        for helped in in_need:
            if helped not in by:
                _find_helper(helped, choice, by, most, set())
    return tuple(by[each.name] for each in group.participants if each.name in by)


def unpaired(group: Group, proposed: Iterable[Pair]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of those who could be helped and are in no *proposed* pair, then of who could help them."""
    paired = {pair.helped for pair in proposed}
    left = [pair for pair in possible_pairs(group) if pair.helped not in paired]
    return tuple(dict.fromkeys(pair.helped for pair in left)), tuple(dict.fromkeys(pair.helper for pair in left))


def trios(group: Group) -> tuple[Trio, ...]:
    """Trios where somebody could help somebody, or where all have a need in common, nobody in two.

    Members in the order of the group.
    """
    helps = {(pair.helper, pair.helped): pair for pair in possible_pairs(group)}
    names = [each.name for each in group.participants]
    helping = [Trio(members, tuple(_within(members, helps))) for members in combinations(names, 3)]
    kept = _apart(sorted((each for each in helping if each.pairs), key=_worth, reverse=True))
    for reasons in _alike(group):
        left = combinations(alone(group, kept), 3)
        peers = [Trio(members, (), _shared(members, reasons)) for members in left]
        kept += _apart(sorted((each for each in peers if each.shared), key=lambda each: len(each.shared), reverse=True))
    return tuple(sorted(kept, key=lambda trio: names.index(trio.members[0])))


def _apart(formed: Iterable[Trio]) -> list[Trio]:
    """The first trios, nobody in two."""
    placed: set[str] = set()
    kept = []
    for trio in formed:
        if placed.isdisjoint(trio.members):
            kept.append(trio)
            placed.update(trio.members)
    return kept


def _alike(group: Group) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    """What peers may have in common, each as (name: sentences): needs, else modules, else the first levers."""
    said, people = group.edition.programme.help, group.participants
    needs = {
        each.name: tuple(
            said.same_need.format(need=found.need.text.rstrip("."))
            for found in (each.found.project.needs if each.found.project else ())
        )
        for each in people
    }
    modules = {
        each.name: tuple(said.same_module.format(module=found.item.title) for found in each.modules) for each in people
    }
    levers = {each.name: tuple(said.same_lever.format(lever=title) for title in _levers(each)) for each in people}
    return needs, modules, levers


def _levers(participant: Participant) -> tuple[str, ...]:
    project = participant.found.project
    if project is None or participant.found.facts.stage.value is None:
        return ()
    return tuple(each.lever.title for each in project.levers if each.rank <= FIRST_LEVERS)


def _shared(members: Iterable[str], reasons: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The sentences that hold for all."""
    first, *others = (reasons[name] for name in members)
    return tuple(each for each in first if all(each in other for other in others))


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
