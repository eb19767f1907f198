"""What a coach reads of a group: counts with names, what divides it, what is advised, how modules are practised."""

from collections.abc import Callable

import pytest

from assessment.content.edition import Edition
from assessment.engine.assess import Assessment
from assessment.programme.clock import clock
from assessment.programme.composition import advised, apart
from assessment.programme.division import divides
from assessment.programme.group import EVERYTHING, Group, gather, named
from assessment.programme.portrait import portrait
from assessment.programme.practice import practice
from assessment.programme.timetable import Slot


def test_everybody_is_counted_once_or_told_as_unknown(twelve: Group):
    found, everybody = portrait(twelve), sorted(each.name for each in twelve.participants)

    for counted in (found.levels, found.stages, found.doors, found.types):
        counts = [name for count in counted.counts for name in count.participants]
        assert sorted((*counts, *counted.unknown)) == everybody


def test_stages_stand_in_the_order_of_the_method_and_needs_with_the_most_shared_first(twelve: Group, edition: Edition):
    found = portrait(twelve)

    order = [each.id for each in edition.placement.stages]
    assert [count.id for count in found.stages.counts] == [
        name for name in order if name in {each.id for each in found.stages.counts}
    ]
    shared = [len(count.participants) for count in found.needs.counts]
    assert shared == sorted(shared, reverse=True)


def test_what_blocks_is_an_answer_and_told_of_those_who_share_it(twelve: Group):
    found = portrait(twelve)

    assert found.blocks.kept == ("P21",)
    assert "P21" not in {name for count in found.blocks.counts for name in count.participants}
    assert "P21" in {name for count in found.stages.counts for name in count.participants}


def test_a_stage_that_nothing_tells_is_unknown(grouping: Callable[..., Group], results: list[Assessment]):
    unknown = [place for place, each in enumerate(results) if each.project and each.facts.stage.value is None]
    group = grouping([*unknown, 3])

    assert portrait(group).stages.unknown == tuple(f"P{place}" for place in unknown)


def test_a_group_divided_on_a_dimension_says_who_is_on_each_side(grouping: Callable[..., Group]):
    found = divides(grouping([16, 17, 19, 20, 21]))

    first = found[0]
    assert (first.about, first.id, first.begins, first.ahead) == (
        "dimension",
        "ECO",
        ("P16", "P17"),
        ("P19", "P20", "P21"),
    )


def test_one_person_apart_divides_no_group(grouping: Callable[..., Group]):
    assert [each for each in divides(grouping([16, 19, 20, 21])) if each.id == "ECO"] == []


def test_answers_that_are_not_shared_divide_nothing(grouping: Callable[..., Group]):
    places = [16, 17, 19, 20, 21]

    assert [each for each in divides(grouping(places, quiet=tuple(places))) if each.about == "question"] == []


def test_close_levels_make_one_group_and_distant_ones_two(results: list[Assessment], edition: Edition):
    by_level = {each.organisation.level: each for each in results if each.organisation and each.facts.level.because}
    close = gather(named([("A", by_level[0], EVERYTHING), ("B", by_level[1], EVERYTHING)]), edition)
    people = [("A", by_level[0], EVERYTHING), ("B", by_level[0], EVERYTHING), ("C", by_level[2], EVERYTHING)]
    distant = gather(named(people), edition)

    assert next(each.about for each in advised(close)) == "one_group"
    assert (advised(distant)[0].about, advised(distant)[0].participants, apart(distant)) == (
        "two_groups",
        ("C",),
        ("C",),
    )


def test_those_whose_result_is_unsure_are_named_and_offered_nothing_long(grouping: Callable[..., Group], results):
    unsure = [place for place, each in enumerate(results) if each.project.placement.confidence.level == "faible"]
    group = grouping([*unsure, 3])

    told = next(each for each in advised(group) if each.about == "unsure")
    assert told.participants == tuple(f"P{place}" for place in unsure)
    assert "journée découverte" in " ".join(told.text.split())


def test_names_that_are_the_same_are_told_apart(results: list[Assessment]):
    people = named([(name, results[0], EVERYTHING) for name in ("Élan", "Élan (2)", "Élan", "Élan")])

    assert len({each.name for each in people}) == 4


def test_a_practice_works_on_the_answers_of_those_who_share_them(twelve: Group, edition: Edition):
    found = practice("M05", twelve)

    taught = next(each for each in edition.programme.modules if each.id == "M05")
    assert (found.what, found.together, found.material) == (taught.practice, taught.together, taught.material)
    assert found.kept == ("P21",)
    assert {each.question for each in found.answers} == set(taught.works_on)
    assert "P21" not in {each.participant for each in found.answers}


@pytest.mark.parametrize(
    ("lengths", "meal"),
    [([30, 120, 75, 120, 30], (765, 825)), ([30, 180, -15, 120], (750, 810)), ([60, 60], None), ([], None)],
)
def test_the_meal_stands_nearest_its_hour_and_takes_the_place_of_a_pause(edition: Edition, lengths, meal):
    day = [Slot("pause" if minutes < 0 else "libre", "…", abs(minutes)) for minutes in lengths]

    timed = clock(day, edition.programme)

    assert [(each.begins, each.ends) for each in timed if each.is_meal] == ([meal] if meal else [])
    assert [each.begins for each in timed[1:]] == [each.ends for each in timed[:-1]]
    assert [each.slot for each in timed if each.slot] == day
