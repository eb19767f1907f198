"""Who could help whom: everybody once before anybody twice, always the same, with the reason; and trios."""

from collections import Counter
from collections.abc import Callable
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.content.edition import Edition
from assessment.programme.group import Group
from assessment.programme.pairs import alone, pairs, possible_pairs, trios, unpaired

PLACES = st.lists(st.integers(0, 21), unique=True, max_size=9)


def best_way(group: Group) -> tuple[int, int]:
    """How many can be helped, and then how busy the busiest helper is at least: every way of helping is tried."""
    choice: dict[str, list[str | None]] = {}
    for pair in possible_pairs(group):
        choice.setdefault(pair.helped, [None]).append(pair.helper)
    most, found = group.edition.programme.help.helps_at_most, []
    for way in product(*choice.values()):
        busy = Counter(helper for helper in way if helper)
        if max(busy.values(), default=0) <= most:
            found.append((busy.total(), -max(busy.values(), default=0)))
    helped, load = max(found, default=(0, 0))
    return helped, -load


@settings(max_examples=60, deadline=None)
@given(places=PLACES)
def test_as_many_as_can_be_are_helped_once_and_no_helper_has_more_than_needed(
    grouping: Callable[..., Group], places: list[int]
):
    group = grouping(places[:6])
    found = pairs(group)

    helped = [pair.helped for pair in found]
    assert helped == [each.name for each in group.participants if each.name in helped]
    assert (len(helped), max(Counter(pair.helper for pair in found).values(), default=0)) == best_way(group)
    able = {pair.helped for pair in possible_pairs(group)}
    assert able - set(helped) == set(unpaired(group, found)[0])


def test_one_person_far_along_does_not_carry_a_whole_group(grouping: Callable[..., Group]):
    group = grouping([7, 0, 22, 44, 66, 88])
    most = group.edition.programme.help.helps_at_most

    assert Counter(pair.helper for pair in pairs(group)) == {"P7": most}
    assert unpaired(group, pairs(group)) == (("P44", "P66", "P88"), ("P7",))


@settings(max_examples=60, deadline=None)
@given(places=PLACES)
def test_a_pair_joins_somebody_far_along_with_somebody_who_begins(grouping: Callable[..., Group], places: list[int]):
    group = grouping(places)
    method = group.edition.programme.help
    levels = {each.name: each.found.project.placement.profile.dimensions for each in group.participants}

    for pair in pairs(group):
        told = (levels[pair.helper][pair.dimension], levels[pair.helped][pair.dimension])
        assert told == (pair.helper_level, pair.helped_level)
        assert (pair.helper_level >= method.gives_from, pair.helped_level <= method.needs_up_to) == (True, True)


@settings(max_examples=60, deadline=None)
@given(places=PLACES)
def test_nobody_is_in_two_trios_and_none_is_left_that_could_help_itself(
    grouping: Callable[..., Group], places: list[int]
):
    group = grouping(places)
    found = trios(group)
    placed = [name for trio in found for name in trio.members]

    assert len(placed) == len(set(placed))
    assert [trio for trio in found if not trio.because] == []
    left = alone(group, found)
    helping = {frozenset((pair.helper, pair.helped)) for pair in possible_pairs(group)}
    assert [
        three for three in combinations(left, 3) if any(frozenset(two) in helping for two in combinations(three, 2))
    ] == []


def test_those_whom_nobody_could_help_work_with_peers_who_have_the_same_need(grouping: Callable[..., Group]):
    group = grouping([3, 25, 47])

    (trio,) = trios(group)

    assert (trio.members, trio.pairs) == (("P3", "P25", "P47"), ())
    needs = [found.need.text.rstrip(".") for found in group.participants[0].found.project.needs]
    assert trio.because == tuple(f"Un même besoin : « {need} »." for need in needs)


def test_the_same_group_gets_the_same_pairs_and_trios(grouping: Callable[..., Group]):
    places = list(range(22))

    assert (pairs(grouping(places)), trios(grouping(places))) == (pairs(grouping(places)), trios(grouping(places)))


def test_the_reason_says_the_dimension_and_both_levels_in_words(grouping: Callable[..., Group], edition: Edition):
    group = grouping([16, 19])

    (pair,) = pairs(group)

    assert pair.because == "Modèle socio-économique : bien en place pour P19, au tout début pour P16."


@pytest.mark.parametrize("places", [[], [3]])
def test_nobody_is_paired_alone(grouping: Callable[..., Group], places: list[int]):
    assert (pairs(grouping(places)), trios(grouping(places))) == ((), ())
