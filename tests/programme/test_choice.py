"""The choice of modules is the best of all subsets, by brute force; a programme keeps its time and its pauses."""

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


def needing(group: Group, wanted: list[tuple[str, int]]) -> Group:
    """The same people, with other needs: modules and what they are worth."""
    return replace(group, needs=tuple(Need("p", module, 0, worth, "…") for module, worth in wanted))


def brute_force(group: Group, time: Time) -> int:
    """What the best subset is worth, trying every one."""
    names = [each.id for each in group.edition.programme.modules if group.worth.get(each.id) and suits(each, group)]
    most = min(len(names), group.edition.programme.modules_a_day * time.days)
    return max(
        sum(group.worth[name] for name in subset)
        for size in range(most + 1)
        for subset in combinations(names, size)
        if lay_out(subset, group.worth, time, group.edition.programme) is not None
    )


@settings(max_examples=40, deadline=None)
@given(data=st.data(), time=TIMES)
def test_no_other_choice_serves_more_needs(group: Group, data: st.DataObject, time: Time):
    names = [each.id for each in group.edition.programme.modules]
    wanted = data.draw(st.lists(st.tuples(st.sampled_from(names), st.integers(1, 9)), max_size=9))
    drawn = needing(group, wanted)

    chosen = choose(drawn, time, (), ())

    assert sum(drawn.worth[name] for name in chosen.modules) == brute_force(drawn, time)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), time=TIMES)
def test_a_day_never_exceeds_its_time_and_never_lacks_a_pause(group: Group, data: st.DataObject, time: Time):
    method = group.edition.programme
    names = data.draw(st.lists(st.sampled_from([each.id for each in method.modules]), unique=True, max_size=9))

    days = lay_out(names, dict.fromkeys(names, 1), time, method) or ()

    assert len(days) <= time.days
    for day in days:
        assert sum(slot.minutes for slot in day) <= time.minutes
        assert [day[0].kind, day[-1].kind] == ["ouverture", "cloture"]
        without = 0
        for slot in day:
            without = 0 if slot.kind == "pause" else without + slot.minutes
            assert without <= method.longest_without_pause


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
