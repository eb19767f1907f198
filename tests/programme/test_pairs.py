"""Who could help whom: everybody once before anybody twice, always the same, with the reason; and trios."""

from collections import Counter
from collections.abc import Callable
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.content.edition import Edition
from assessment.programme.group import Group
from assessment.programme.pairs import alone, pairs, possible_pairs, trios

PLACES = st.lists(st.integers(0, 21), unique=True, max_size=9)


def least_load(group: Group) -> int:
    """The smallest number of people that the busiest helper could have, trying every way of helping everybody."""
    choice: dict[str, list[str]] = {}
    for pair in possible_pairs(group):
        choice.setdefault(pair.helped, []).append(pair.helper)
    return min((max(Counter(way).values(), default=0) for way in product(*choice.values())), default=0)


@settings(max_examples=60, deadline=None)
@given(places=PLACES)
def test_everybody_who_can_be_helped_is_once_and_no_helper_has_more_than_needed(
    grouping: Callable[..., Group], places: list[int]
):
    group = grouping(places[:6])
    found = pairs(group)

    assert [pair.helped for pair in found] == list(
        dict.fromkeys(
            each.name for each in group.participants if each.name in {p.helped for p in possible_pairs(group)}
        )
    )
    assert max(Counter(pair.helper for pair in found).values(), default=0) == least_load(group)


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
    assert [trio.pairs for trio in found if not trio.pairs] == []
    left = alone(group, found)
    helping = {frozenset((pair.helper, pair.helped)) for pair in possible_pairs(group)}
    assert [
        three for three in combinations(left, 3) if any(frozenset(two) in helping for two in combinations(three, 2))
    ] == []


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
