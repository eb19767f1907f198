"""A programme that the coach changes: what they chose stays, what it gains and loses is told, and what to watch."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from assessment.engine.answers import LONGEST_NAME
from assessment.programme.blocks import units
from assessment.programme.cautions import cautions, longest_without_pause
from assessment.programme.choices import Choices, from_json, renamed, to_json
from assessment.programme.clock import worked
from assessment.programme.covering import covered
from assessment.programme.editing import (
    Add,
    Assign,
    Change,
    Drop,
    Edited,
    Move,
    Rejoin,
    Resize,
    Retitle,
    Split,
    edit,
)
from assessment.programme.group import Group
from assessment.programme.occasion import Occasion
from assessment.programme.plan import Programme, make_programme
from assessment.programme.proposing import chosen, proposal
from assessment.programme.timetable import Slot, Time
from assessment.storage.notes import written

TWO_DAYS = Time(2, 420)


@pytest.fixture(name="made", scope="module")
def _made(twelve: Group) -> Programme:
    return make_programme(twelve, TWO_DAYS)


def keys(programme: Programme) -> list[list[str]]:
    return [[slot.key for slot in day] for day in programme.days]


def slot_of(programme: Programme, key: str) -> Slot:
    return next(slot for day in programme.days for slot in day if slot.key == key)


def module_at(programme: Programme, day: int, number: int = 0) -> Slot:
    """The sequence of the *number*-th module of a day."""
    return [slot for slot in programme.days[day] if slot.module][number]


@st.composite
def changes(draw: st.DrawFn, programme: Programme) -> Change:
    """Any change that a coach can make."""
    key = draw(st.sampled_from([slot.key for day in programme.days for slot in day] or ["none"]))
    modules = st.sampled_from([each.id for each in programme.group.edition.programme.modules])
    names = [each.name for each in programme.group.participants]
    kinds = st.sampled_from(["pause", "libre", "ouverture", "cloture"])
    return draw(
        st.one_of(
            st.builds(Move, st.just(key), st.sampled_from([-1, 1])),
            st.builds(Resize, st.just(key), st.integers(-10, 700)),
            st.builds(Retitle, st.just(key), st.just("À nous")),
            st.builds(Drop, st.just(key)),
            st.builds(Add, st.integers(0, 4), st.just("module"), modules),
            st.builds(Add, st.integers(0, 4), kinds, title=st.just("À nous"), minutes=st.integers(0, 90)),
            st.builds(Split, st.just(key), modules),
            st.builds(Assign, st.just(key), st.just((tuple(names[:2]), tuple(names[2:])))),
            st.builds(Rejoin, st.just(key)),
        )
    )


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_what_is_gained_and_lost_is_the_difference_of_what_is_served(made: Programme, data: st.DataObject):
    edited = Edited(made, (), (), ())
    for _ in range(data.draw(st.integers(1, 6))):
        before = edited.programme
        edited = edit(before, data.draw(changes(before)))
        after = edited.programme

        assert (after.covered, after.missed) == covered(after.days, made.group)
        assert set(edited.gained) == set(after.covered) - set(before.covered)
        assert set(edited.lost) == set(before.covered) - set(after.covered)
        assert sorted((*after.covered, *after.missed), key=repr) == sorted(made.group.needs, key=repr)
        every = [slot.key for day in after.days for slot in day]
        assert len(every) == len(set(every))
        kept = {name for day in after.days for slot in day for name in slot.modules}
        assert kept.isdisjoint(each.module for each in after.left_out)


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_day_too_long_without_pause_or_above_somebody_is_always_told(made: Programme, data: st.DataObject):
    edited, method = Edited(made, (), (), ()), made.group.edition.programme
    for _ in range(data.draw(st.integers(1, 6))):
        edited = edit(edited.programme, data.draw(changes(edited.programme)))
    days = edited.programme.days

    told = {(each.code, each.day) for each in edited.cautions if each.day is not None}
    for number, day in enumerate(days):
        assert (("over_time", number) in told) == (worked(day, method) > made.time.minutes)
        assert (("no_pause", number) in told) == (longest_without_pause(day) > method.longest_without_pause)
    above = {each.text for each in edited.cautions if each.code == "above"}
    for name in {name for day in days for slot in day for name in slot.modules}:
        present = {one for one in made.group.below(name) for day in days for slot in day if slot.is_for(one, name)}
        assert bool(present) == any(
            made.group.edition.items[name].title in text and all(one in text for one in present) for text in above
        )


def test_a_proposal_has_nothing_to_watch_about_its_days(grouping: Callable[..., Group]):
    for days in (1, 2, 3):
        programme = make_programme(grouping(list(range(22))), Time(days, 420))

        assert [
            each for each in cautions(programme.days, programme.group, programme.time) if each.day is not None
        ] == []


def test_moving_goes_past_the_end_of_a_day_into_the_next_one_and_stops_at_the_last(made: Programme):
    first_day, second_day = keys(made)

    down = edit(made, Move(first_day[-1], 1)).programme
    up = edit(made, Move(second_day[0], -1)).programme

    assert keys(down) == [first_day[:-1], [first_day[-1], *second_day]]
    assert keys(up) == [[*first_day, second_day[0]], second_day[1:]]
    assert edit(made, Move(first_day[0], -1)).programme.days == made.days
    assert edit(made, Move(second_day[-1], 1)).programme.days == made.days


def test_another_length_keeps_the_shares_of_theory_and_practice(made: Programme):
    before = module_at(made, 0)

    after = slot_of(edit(made, Resize(before.key, before.minutes * 2)).programme, before.key)

    assert (after.minutes, after.theory, after.practice) == (2 * before.minutes, 2 * before.theory, 2 * before.practice)


def test_a_module_taken_out_loses_the_needs_it_served_and_says_why_it_is_left_out(made: Programme):
    gone = next(slot for day in made.days for slot in day if slot.module and len(_parts(made, slot.module)) == 2)
    kinds = [[slot.kind for slot in day] for day in made.days]

    edited = edit(made, Drop(gone.key))

    assert edited.lost == made.group.served_by(gone.module)
    assert gone.module in {each.module for each in edited.programme.left_out}
    assert _parts(edited.programme, gone.module) == []
    day = next(number for number, day in enumerate(made.days) if gone in day)
    assert kinds[day].count("pause") - 1 == [slot.kind for slot in edited.programme.days[day]].count("pause")


def _parts(made: Programme, module: str) -> list[Slot]:
    return [slot for day in made.days for slot in day if slot.module == module]


def test_the_parts_of_a_module_on_both_sides_of_a_pause_move_and_change_together(made: Programme):
    first = module_at(made, 0)
    day = keys(made)[0]
    block = [slot.key for slot in _parts(made, first.module)]
    rest = day[day.index(block[-1]) + 1 :]
    inside = day[day.index(block[0]) : day.index(block[-1]) + 1]
    assert len(block) > 1

    down = edit(made, Move(block[-1], 1)).programme
    passed = [slot.key for slot in units(made.days[0])[2]]
    assert (passed, passed[0]) == (rest[: len(passed)], rest[0])
    assert keys(down)[0] == [day[0], *passed, *inside, *rest[len(passed) :]]
    assert keys(edit(down, Move(first.key, -1)).programme) == keys(made)
    alone = edit(made, Move(inside[1], -1)).programme
    assert keys(alone)[0] == [day[0], inside[1], inside[0], *inside[2:], *rest]
    renamed_block = edit(made, Retitle(first.key, "À nous")).programme
    assert {slot.title for slot in _parts(renamed_block, first.module)} == {"À nous"}
    split = edit(made, Split(first.key, "M13")).programme
    assert {slot.beside for slot in _parts(split, first.module)} == {slot_of(split, first.key).beside}
    assert edit(split, Rejoin(block[-1])).programme.days == made.days


def test_a_module_put_in_gains_the_needs_it_serves_and_stands_before_the_closing(made: Programme):
    missed = made.missed[0].module

    edited = edit(made, Add(1, "module", missed, "extrait"))

    new = edited.programme.days[1][-2]
    assert (new.module, new.minutes, edited.programme.days[1][-1].kind) == (missed, 60, "cloture")
    assert set(edited.gained) == set(made.group.served_by(missed))


def test_parallel_groups_serve_those_who_are_in_them_and_tell_who_is_in_none(made: Programme):
    places = {(need.participant, need.module): need.place for need in made.group.needs}
    first = {slot.module: slot for day in reversed(made.days) for slot in reversed(day) if slot.module}
    slot, other, sooner = next(
        (slot, other, sooner)
        for slot, other in product(first.values(), dict.fromkeys(need.module for need in made.missed))
        if (sooner := {one for one, name in places if name == other and _before(places, one, other, slot.module)})
    )
    split = edit(made, Split(slot.key, other)).programme
    whole = slot_of(split, slot.key)
    everybody = [each.name for each in made.group.participants]

    assert sorted((*whole.participants, *whole.beside[0].participants)) == sorted(everybody)
    assert sooner <= set(whole.beside[0].participants)

    few = edit(split, Assign(slot.key, (tuple(everybody[:3]), tuple(everybody[3:5]))))
    served = {need.participant for need in few.programme.covered if need.module == slot.module}
    assert served <= {*everybody[:3]}
    assert [each.code for each in few.cautions if each.key == slot.key and each.code == "alone"] == ["alone"]
    assert slot_of(edit(split, Rejoin(slot.key)).programme, slot.key) == slot


def _before(places: dict[tuple[str, str], int], one: str, module: str, other: str | None) -> bool:
    """Whether a module stands before another one in somebody's result."""
    return places[one, module] < places.get((one, other or ""), 99)


def test_the_same_module_twice_cuts_the_group_in_two_by_level(made: Programme):
    slot = module_at(made, 0)
    served = {need.participant for need in made.group.served_by(slot.module)}
    split = slot_of(edit(made, Split(slot.key, slot.module)).programme, slot.key)
    levels = {each.name: each.level or 0 for each in made.group.participants}

    first, second = split.participants, split.beside[0].participants
    assert abs(len(first) - len(second)) <= 1
    assert max(levels[name] for name in first) <= min(levels[name] for name in second)
    assert served <= {*first, *second}


def test_the_same_change_gives_the_same_programme(made: Programme):
    change = Split(module_at(made, 0).key, "M13")

    assert edit(made, change) == edit(made, change)


def test_choices_come_back_from_json_as_they_were(made: Programme):
    changed = edit(made, Split(module_at(made, 0).key, "M13")).programme
    choices = Choices(2, 420, False, ("M01",), ("M02",), sequences=changed.days)

    assert from_json(to_json(choices)) == choices
    assert from_json(json.loads(json.dumps(to_json(choices)))) == choices
    assert from_json(TypeAdapter(Choices).dump_python(choices, mode="json")) == choices  # as it was kept before
    assert from_json({**to_json(choices), "people": []}) is None
    assert from_json(to_json(Choices())) == Choices()


def test_three_days_of_forty_in_three_groups_under_long_titles_are_short_enough_to_be_kept(
    grouping: Callable[..., Group],
):
    made = make_programme(grouping(list(range(40))), Time(3, 420))
    for slot in [slot for day in made.days for slot in day]:
        made = edit(made, Retitle(slot.key, "é" * LONGEST_NAME)).programme
    for module in ("M12", "M13"):
        for name in dict.fromkeys(slot.module for day in made.days for slot in day if slot.module):
            first = next(slot for day in made.days for slot in day if slot.module == name)
            made = edit(made, Split(first.key, module)).programme
    names = {each.name: f"project-id-{place:05}" for place, each in enumerate(made.group.participants)}
    occasion = Occasion("é" * LONGEST_NAME, (), 540, "é" * LONGEST_NAME, "é" * LONGEST_NAME)

    kept = to_json(renamed(Choices(3, 420, occasion=occasion, sequences=made.days), names))

    assert written(kept) != ""


def test_whoever_is_no_longer_there_is_in_no_group_of_the_choices(made: Programme):
    slot = module_at(made, 0)
    split = edit(edit(made, Split(slot.key, "M13")).programme, Assign(slot.key, (("P10", "P11"), ("P12",)))).programme

    kept = renamed(Choices(sequences=split.days), {"P10": "a", "P12": "c"})

    found = next(one for day in kept.sequences for one in day if one.key == slot.key)
    assert (found.participants, found.beside[0].participants) == (("a",), ("c",))
    assert renamed(Choices(), {}) == Choices()


@pytest.mark.parametrize("value", [None, "x", [], {"days": "many"}, {"sequences": [[{"kind": "?"}]]}, {"days": None}])
def test_what_is_no_choice_is_not_understood(value: object):
    assert from_json(value) is None


def test_nothing_is_recomputed_over_the_coach_s_days_while_a_proposal_stands_apart(twelve: Group, made: Programme):
    mine = edit(made, Drop(module_at(made, 0).key)).programme.days
    choices = Choices(days=2, imposed=("M09",), sequences=mine)

    assert chosen(twelve, choices).programme.days == mine
    assert "M09" in {slot.module for day in proposal(twelve, choices).days for slot in day}
    assert chosen(twelve, replace(choices, sequences=None)).programme == proposal(twelve, choices)


def test_a_day_of_discovery_has_no_module_longer_than_the_usual(twelve: Group):
    usual = next(each.minutes for each in twelve.edition.programme.durations if each.id == "decouverte")

    made = make_programme(twelve, Time(1, 420, discovery=True), imposed=["M05"], excluded=["M06", "M11", "M17", "M03"])

    assert {slot.duration for day in made.days for slot in day if slot.module} <= {"extrait", "decouverte"}
    assert max(slot.minutes for day in made.days for slot in day if slot.module) <= usual
