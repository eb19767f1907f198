"""Counts of a portfolio are about sets of projects: what a bar says is what a click keeps."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.content.edition import Edition
from assessment.content.shelf import open_edition
from assessment.engine.answers import Answers
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.portfolio.counting import Counting, counting, places_in
from assessment.portfolio.facets import COVERED, facets
from assessment.portfolio.filters import Filters, read_filters
from assessment.portfolio.offer import Offered, met, offer_data, read_offer, unsuited
from assessment.portfolio.traits import Traits, traits

EDITION = open_edition()
FACETS = facets(EDITION)
EXCLUSIVE = [facet for facet in FACETS.values() if facet.exclusive and facet.id != "decision"]
PICKS = [(name, value) for name, facet in FACETS.items() for value in facet.values]
#: Traits of worked cases, of a few answers, of the organisation alone, of doors alone, shared or not.
FOUND = [
    *(traits(assess(read_answers(each.given, EDITION), EDITION), shared=True) for each in EDITION.examples),
    *(traits(assess(read_answers(each.given, EDITION), EDITION), shared=False) for each in EDITION.examples[:3]),
    *(
        traits(assess(Answers(EDITION.id, frozenset({part}), values), EDITION), shared=True)
        for part, values in (
            ("project", {}),
            ("project", {"EXP1": 2}),
            ("project", {"C7": ()}),
            ("organisation", {"T0": 1, "O1": 1}),
            ("doors", {"L1": 2}),
        )
    ),
]

projects = st.lists(st.sampled_from(FOUND), max_size=40)
picked = st.frozensets(st.sampled_from(PICKS), max_size=6).map(Filters)
needs = st.frozensets(st.sampled_from(list(FACETS["lever_at"].values)))


def kept(count: Counting, filters: Filters) -> list[int]:
    return list(places_in(count.kept_by(filters)))


def has(found: Traits, filters: Filters) -> bool:
    """Whether a project has one of the values picked of every facet that something is picked of."""
    names = {name for name, _ in filters.picks}
    return all(any(filters.has(name, value) for value in found.get(name, ())) for name in names)


@pytest.mark.parametrize("facet", EXCLUSIVE, ids=lambda facet: facet.id)
@settings(deadline=None)
@given(projects, needs)
def test_every_project_stands_in_exactly_one_bar_of_an_exclusive_facet(facet, found: list[Traits], covered):
    count = counting(found, FACETS).covering(covered)

    bars = Counter(place for value in facet.values for place in places_in(count.projects(facet.id, value)))

    assert bars == Counter(range(len(found)))


@pytest.mark.parametrize("facet", [each for each in FACETS.values() if not each.exclusive], ids=lambda facet: facet.id)
@settings(deadline=None)
@given(projects)
def test_every_project_stands_somewhere_in_every_other_facet(facet, found: list[Traits]):
    count = counting(found, FACETS)

    assert {place for value in facet.values for place in places_in(count.projects(facet.id, value))} == set(
        range(len(found))
    )


@settings(deadline=None)
@given(projects, picked)
def test_filters_keep_the_projects_that_have_something_picked_of_every_facet(found: list[Traits], filters: Filters):
    own = Filters(frozenset(pick for pick in filters.picks if pick[0] not in (COVERED, "decision")))

    assert kept(counting(found, FACETS), own) == [place for place, each in enumerate(found) if has(each, own)]


@settings(deadline=None)
@given(projects, picked)
def test_a_count_says_what_a_click_on_it_alone_would_keep(found: list[Traits], filters: Filters):
    count = counting(found, FACETS)
    counts = count.counts(filters)

    for name, value in PICKS[::7]:
        alone = Filters(filters.without(name).picks | {(name, value)})
        assert counts[name, value] == count.kept_by(alone).bit_count()


@settings(deadline=None)
@given(projects, picked, st.randoms())
def test_the_order_of_deposits_does_not_matter(found: list[Traits], filters: Filters, chance):
    other = list(found)
    chance.shuffle(other)

    assert counting(found, FACETS).counts(filters) == counting(other, FACETS).counts(filters)


@settings(deadline=None)
@given(picked)
def test_filters_and_their_json_say_the_same(filters: Filters):
    assert read_filters(filters.to_json(), FACETS) == filters
    assert set(filters.ordered(FACETS)) == filters.picks


@settings(deadline=None)
@given(picked, st.sampled_from(PICKS))
def test_what_is_picked_twice_is_not_picked(filters: Filters, pick):
    assert filters.toggled(pick).toggled(pick) == filters
    assert filters.toggled(pick).has(*pick) is not filters.has(*pick)


@pytest.mark.parametrize(
    "data", [None, 3, [], {"stage": "conception"}, {"stage": [3, None, "x"]}, {"gone": ["x"]}, {"stage": [["x"]]}]
)
def test_filters_that_are_not_known_any_more_are_left_out(data):
    assert read_filters(data, FACETS) == Filters()


def test_no_facet_orders_projects_by_merit_and_none_is_a_number():
    assert [name for name in FACETS if {"rank", "score", "total", "mean"} & set(name.split("_"))] == []


def test_an_unknown_stage_is_counted_as_unknown_and_nothing_is_needed_from_it():
    found = traits(assess(Answers(EDITION.id, frozenset({"project"}), {"BES1": 2}), EDITION), shared=True)

    assert {found[name] for name in ("stage", "phase", "firmness", "standing", "lever", "lever_at", "zone")} == {
        ("unknown",)
    }


def test_a_project_is_covered_when_all_that_it_needs_is_offered_at_its_stage(edition: Edition):
    case = next(each for each in edition.examples if each.name.startswith("F03"))
    found = traits(assess(read_answers(case.given, edition), edition), shared=True)
    first, second = found["lever_at"]
    count = counting([found], FACETS)

    told = {
        offered: [value for value in FACETS[COVERED].values if count.covering(offered).projects(COVERED, value)]
        for offered in (frozenset(), frozenset({first}), frozenset({second}), frozenset({first, second}))
    }

    assert list(told.values()) == [["uncovered"], ["partly"], ["partly"], ["covered"]]


def test_an_offer_and_its_json_say_the_same(edition: Edition):
    lines = (
        Offered("financement", ("conception", "experimentation"), "subvention", 5_000, 20_000),
        Offered("evaluation", ("essaimage",), "appui_evaluation"),
    )

    assert read_offer(offer_data(lines), edition) == lines
    assert met(lines) == {"financement.conception", "financement.experimentation", "evaluation.essaimage"}


@pytest.mark.parametrize(
    "line",
    [
        None,
        {},
        {"lever": "financement", "stages": [], "kind": "subvention"},
        {"lever": "evaluation", "stages": ["conception"], "kind": "subvention"},
        {"lever": "financement", "stages": ["ailleurs"], "kind": "subvention"},
        {"lever": "financement", "stages": "conception", "kind": "subvention"},
        {"lever": "financement", "stages": ["conception"], "kind": "gone"},
    ],
)
def test_a_line_of_an_offer_that_makes_no_sense_is_left_out(edition: Edition, line):
    assert read_offer([line], edition) == ()


@pytest.mark.parametrize("amount", [True, -1, 10**12, "5", 2.5, None])
def test_an_amount_that_makes_no_sense_is_not_said(edition: Edition, amount):
    line = {"lever": "financement", "stages": ["conception"], "kind": "pret", "least": amount, "most": 4}

    assert read_offer([line], edition) == (Offered("financement", ("conception",), "pret", None, 4),)


def test_a_loan_before_there_is_revenue_is_told_once_with_its_reason_and_source(edition: Edition):
    lines = (
        Offered("financement", ("experimentation", "essaimage"), "pret"),
        Offered("financement", ("experimentation",), "subvention"),
        Offered("financement", ("conception",), "pret", 5_000),
    )

    (found,) = unsuited(lines, edition)

    assert (found.support.id, found.stages) == ("pret", ("conception", "experimentation"))
    assert "recettes" in found.support.caution
    assert found.support.source.startswith("002 ")
