"""The choice of modules is the best of all subsets, by brute force; a programme keeps its time and its pauses."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.content.edition import Edition
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.errors import AnswersError
from assessment.programme.choice import choose, suits
from assessment.programme.clock import clock, worked
from assessment.programme.contract import result
from assessment.programme.group import Group, Need, Participant, gather
from assessment.programme.plan import make_programme
from assessment.programme.timetable import Time, lay_out

TIMES = st.builds(Time, st.integers(1, 3), st.sampled_from([240, 300, 360, 420, 480]))


@pytest.fixture(name="group", scope="module")
def _group(edition: Edition) -> Group:
    """The worked cases as one group."""
    found = [Participant(each.name, assess(read_answers(each.given, edition), edition)) for each in edition.examples]
    return gather(found, edition)


def needing(group: Group, wanted: list[tuple[str, int, int]]) -> Group:
    """The same people, with other needs: modules, what they are worth, and the place of who needs them."""
    people = group.participants
    return replace(
        group,
        needs=tuple(Need(people[who % len(people)].name, module, 0, worth, "…") for module, worth, who in wanted),
    )


def offered(group: Group) -> tuple[list[str], list[str]]:
    """Modules that two people and a fifth of the group need, or else all that somebody needs; then all of them."""
    needed = Counter(need.module for need in group.needs)
    known = [each.id for each in group.edition.programme.modules if needed[each.id] and suits(each, group)]
    shared = [name for name in known if needed[name] >= 2 and 5 * needed[name] >= len(group.participants)]
    return shared or known, known


def brute_force(group: Group, names: list[str], time: Time) -> int:
    """What the best subset is worth, trying every one of *names*."""
    most = min(len(names), group.edition.programme.modules_a_day * time.days)
    return max(
        sum(group.worth[name] for name in subset)
        for size in range(most + 1)
        for subset in combinations(names, size)
        if lay_out(subset, group.worth, time, group.edition.programme) is not None
    )


def best_added(group: Group, mine: list[str], names: list[str], time: Time) -> int:
    """What the best of *names* is worth that fits beside *mine*, trying every subset."""
    order = [each.id for each in group.edition.programme.modules]
    return max(
        sum(group.worth[name] for name in subset)
        for size in range(min(len(names), 9) + 1)
        for subset in combinations(names, size)
        if lay_out(sorted((*mine, *subset), key=order.index), group.worth, time, group.edition.programme) is not None
    )


@settings(max_examples=40, deadline=None)
@given(data=st.data(), time=TIMES)
def test_no_other_choice_serves_more_needs(group: Group, data: st.DataObject, time: Time):
    names = [each.id for each in group.edition.programme.modules]
    few = replace(group, participants=group.participants[: data.draw(st.integers(3, 12))])
    needs = st.tuples(st.sampled_from(names), st.integers(1, 9), st.integers(0, 11))
    drawn = needing(few, data.draw(st.lists(needs, max_size=24)))

    chosen = choose(drawn, time, (), ())

    shared, known = offered(drawn)
    mine = [name for name in chosen.modules if name in shared]
    assert sum(drawn.worth[name] for name in mine) == brute_force(drawn, shared, time)
    if set(mine) != set(chosen.modules) or len(chosen.days) < time.days:
        assert len(lay_out(mine, drawn.worth, time, drawn.edition.programme)) < time.days
        others = sum(drawn.worth[name] for name in chosen.modules if name not in shared)
        assert others == best_added(drawn, mine, [name for name in known if name not in shared], time)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), time=TIMES)
def test_a_day_never_exceeds_its_time_and_never_lacks_a_pause(group: Group, data: st.DataObject, time: Time):
    method = group.edition.programme
    names = data.draw(st.lists(st.sampled_from([each.id for each in method.modules]), unique=True, max_size=9))

    days = lay_out(names, dict.fromkeys(names, 1), time, method) or ()

    assert len(days) <= time.days
    for day in days:
        assert worked(day, method) <= time.minutes
        assert [day[0].kind, day[-1].kind] == ["ouverture", "cloture"]
        without = 0
        for slot in day:
            without = 0 if slot.kind == "pause" else without + slot.minutes
            assert without <= method.longest_without_pause


@settings(max_examples=60, deadline=None)
@given(data=st.data(), time=st.builds(Time, st.integers(1, 3), st.sampled_from([360, 390, 420, 450, 480])))
def test_the_meal_is_near_its_hour_and_a_module_keeps_its_length_whatever_pause_cuts_it(
    group: Group, data: st.DataObject, time: Time
):
    method = group.edition.programme
    names = data.draw(st.lists(st.sampled_from([each.id for each in method.modules]), unique=True, max_size=9))
    lengths = {each.id: (each.minutes, each.theory) for each in method.durations}

    days = lay_out(names, dict.fromkeys(names, 1), time, method) or ()

    for day in days:
        meals = [each for each in clock(day, method) if each.is_meal]
        assert [abs(each.begins - method.meal_at) <= 45 for each in meals] == [True] * len(meals)
        assert len(meals) == (worked(day, method) > 270)
    slots = [slot for day in days for slot in day if slot.module]
    for name in names if days else ():
        parts = [slot for slot in slots if slot.module == name]
        told = (sum(slot.minutes for slot in parts), sum(slot.theory for slot in parts))
        assert told == lengths[parts[0].duration]


def test_nobody_works_two_hours_and_a_half_before_the_first_pause(group: Group):
    (day,) = lay_out(["M05"], {"M05": 1}, Time(1, 420, discovery=True), group.edition.programme)

    assert [(slot.kind, slot.minutes, slot.theory) for slot in day] == [
        ("ouverture", 30, 0),
        ("module", 45, 45),
        ("pause", 15, 0),
        ("module", 75, 0),
        ("cloture", 30, 0),
    ]


def test_what_one_person_alone_needs_does_not_gather_everybody_and_says_so(group: Group):
    people, said = replace(group, participants=group.participants[:6]), group.edition.programme.left_out
    drawn = needing(people, [("M05", 4, 0), ("M06", 1, 1), ("M06", 1, 2)])

    made = make_programme(drawn, Time(1, 420))

    assert {slot.module for day in made.days for slot in day if slot.module} == {"M06"}
    assert {each.module for each in made.left_out if each.because == said.few} == {"M05"}
    asked = make_programme(drawn, Time(1, 420), imposed=["M05"])
    longer = make_programme(drawn, Time(2, 420))
    assert {slot.module for day in longer.days for slot in day if slot.module} == {"M05", "M06"}
    assert {slot.module for day in asked.days for slot in day if slot.module} == {"M05", "M06"}
    alone = needing(people, [("M05", 4, 0)])
    assert {slot.module for day in make_programme(alone, Time(1, 420)).days for slot in day if slot.module} == {"M05"}


def test_the_days_between_open_and_close_in_their_own_words(group: Group):
    method, days = group.edition.programme, make_programme(group, Time(3, 420)).days

    assert [(day[0].title, day[-1].title) for day in days] == [
        (method.opening.title, method.closing_for_now.title),
        (method.opening_again.title, method.closing_for_now.title),
        (method.opening_again.title, method.closing.title),
    ]


def test_modules_are_taught_in_the_method_s_order_and_once(group: Group):
    method = group.edition.programme
    order = [each.id for each in method.modules]

    taught = [slot.module for day in make_programme(group, Time(3, 420)).days for slot in day if slot.module]

    assert list(dict.fromkeys(taught)) == sorted(set(taught), key=order.index)


def test_what_comes_before_another_module_stands_before_it(edition: Edition):
    order = [each.id for each in edition.programme.modules]

    assert [
        each.id
        for each in edition.programme.modules
        if any(order.index(one) > order.index(each.id) for one in each.after)
    ] == []
    assert sorted(order) == sorted(item.id for item in edition.catalogue.items if item.kind == "module")


def test_the_same_group_gets_the_same_programme(group: Group):
    assert make_programme(group, Time(2, 420)) == make_programme(group, Time(2, 420))


def test_every_need_is_either_covered_or_missed(group: Group):
    made = make_programme(group, Time(1, 420))

    assert sorted((*made.covered, *made.missed), key=repr) == sorted(group.needs, key=repr)


def test_an_imposed_module_is_there_and_an_excluded_one_is_not_and_both_say_so(group: Group):
    said = group.edition.programme.left_out

    made = make_programme(group, Time(1, 420), imposed=["M09"], excluded=["M03"])

    kept = {slot.module for day in made.days for slot in day if slot.module}
    left = {each.module: each.because for each in made.left_out}
    assert ("M09" in kept, "M03" in kept, left["M03"]) == (True, False, said.imposed_out)
    assert kept | set(left) == {each.id for each in group.edition.programme.modules}


def test_a_module_above_somebody_s_level_is_told_with_their_name(group: Group):
    made = make_programme(group, Time(1, 420), imposed=["M13"])

    below = group.below("M13")
    assert [line for line in made.advice if all(name in line for name in below)] != []


@pytest.mark.parametrize(
    ("time", "imposed", "excluded", "codes"),
    [
        (Time(4, 420), (), (), {"wrong-days"}),
        (Time(1, 60), (), (), {"wrong-hours"}),
        (Time(1, 420), ("M99",), ("M01",), {"unknown-module"}),
        (Time(1, 420), ("M01",), ("M01",), {"imposed-and-excluded"}),
        (Time(1, 240), ("M01", "M02", "M03", "M05"), (), {"no-room"}),
        (Time(0, 1), ("M99",), (), {"wrong-days", "wrong-hours", "unknown-module"}),
    ],
)
def test_wishes_that_cannot_be_are_told_all_at_once(group: Group, time, imposed, excluded, codes):
    with pytest.raises(AnswersError) as refused:
        make_programme(group, time, imposed, excluded)

    assert {each.code for each in refused.value.problems} == codes


def test_a_group_without_any_need_gets_its_opening_and_closing_and_is_told(group: Group):
    made = make_programme(replace(group, needs=()), Time(1, 420))

    assert [[slot.kind for slot in day] for day in made.days] == [["ouverture", "cloture"]]
    assert group.edition.programme.advice.nothing in made.advice


def test_the_json_adds_up(group: Group):
    told = result(make_programme(group, Time(2, 420)))

    sequences = [each for day in told["days"] for each in day["sequences"]]
    modules = [each for each in sequences if each["kind"] == "module"]
    assert [each["theory_minutes"] + each["practice_minutes"] - each["minutes"] for each in modules] == [0] * len(
        modules
    )
    assert [len(each["serves"]) - len(each["because"]) for each in sequences] == [0] * len(sequences)
    assert {(need["participant"], need["module"]) for need in told["needs_covered"]} == {
        (name, each["module"]) for each in modules for name in each["serves"]
    }
    assert [day["between"] is None for day in told["days"]] == [False, True]
