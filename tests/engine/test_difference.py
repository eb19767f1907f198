"""What moves between two results: nothing forgotten, nothing invented."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from solid import SOLID
from test_properties import EDITION, answers, value

from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, assess
from assessment.engine.difference import AnswerMove, Difference, Move, difference, what_if


def labels(move: Move) -> tuple:
    return (move.before.label, move.after.label)


def test_one_answer_more_moves_the_stage_and_says_where(assessing: Callable[..., Assessment]):
    found = what_if(assessing(**SOLID), {"DEP1": 4})

    assert found.answers == (AnswerMove("DEP1", 3, 4),)
    assert labels(found.stage) == ("Modélisation", "Essaimage")
    assert labels(found.consolidated) == ("Modélisation", "Essaimage")
    assert [each.label for each in found.stage_range.after] == ["Essaimage", "Essaimage"]
    assert (found.level, found.type, found.dropped) == (None, None, ())


def test_the_first_step_towards_the_next_stage_is_told_though_the_stage_stays(assessing: Callable[..., Assessment]):
    trial = assessing(**SOLID | {"EXP1": 2, "SOL1": 2, "DEP1": 2})
    found = what_if(trial, {"EXP1": 3})

    assert (found.stage, found.opened, found.moves_nothing) == (None, (), False)
    assert [(each.stage, each.requirement.question, each.requirement.at_least) for each in found.filled] == [
        (2, "EXP1", 3)
    ]
    assert difference(found.after, found.before).opened == found.filled


def test_what_a_stage_left_behind_asked_is_not_said_to_be_in_place(assessing: Callable[..., Assessment]):
    found = what_if(assessing(**SOLID), {"EXP1": 1})

    assert found.stage.after.id == "conception"
    assert found.filled == ()


def test_zones_that_come_and_go_are_told(assessing: Callable[..., Assessment]):
    found = what_if(assessing(**SOLID), {"DEP1": 4})

    assert {each.zone.id: (each.before is None, each.after is None) for each in found.zones} == {
        "vallee_de_la_mort": (False, True),
        "crise_de_croissance": (True, False),
    }


def test_what_blocks_moves_the_levers_only(assessing: Callable[..., Assessment]):
    found = what_if(assessing(**SOLID), {"C6": (1,)})

    assert (found.stage, found.zones) == (None, ())
    assert found.levers.after[0].id == "financement" != found.levers.before[0].id


def test_opening_a_part_moves_from_nothing_to_something(assessing: Callable[..., Assessment]):
    found = what_if(assessing(T0=1, O1=2, O3=1, O14=1), {"EXP1": 2})

    assert (found.stage.before, found.stage.after.id, found.levers.before) == (None, "experimentation", None)


def test_another_type_drops_answers_and_is_told(assessing: Callable[..., Assessment]):
    found = what_if(assessing(T0=1, AS1=2, O1=2, O3=1, O14=1), {"T0": 2})

    assert (found.type, found.dropped) == (Move("association", "fondation"), ("AS1",))
    assert found.answers == (AnswerMove("T0", 1, 2), AnswerMove("AS1", 2, None))


def test_the_level_and_its_range_are_told(assessing: Callable[..., Assessment]):
    found = what_if(assessing(T0=1, O1=2, O3=1), {"O1": 1})

    assert labels(found.level) == ("Actifs", "Premiers pas")


def test_an_answer_taken_away_is_told(assessing: Callable[..., Assessment]):
    found = what_if(assessing(**SOLID), {"SOL1": None})

    assert found.answers == (AnswerMove("SOL1", 3, None),)
    assert found.stage_range is not None


def test_messages_come_and_go(assessing: Callable[..., Assessment]):
    found = what_if(assessing(**SOLID, C5=1), {"C5": 3})

    assert [each.id for each in found.said] == ["R73"]
    assert found.unsaid == ()


@given(answers())
@settings(max_examples=15, deadline=None)
def test_nothing_moves_when_nothing_changes(given: Answers):
    found = assess(given, EDITION)

    assert what_if(found, {}).moves_nothing
    assert what_if(found, dict(given.values)).moves_nothing


@given(answers(), st.data())
@settings(max_examples=20, deadline=None)
def test_what_was_shown_less_what_goes_and_with_what_comes_is_what_is_shown(given: Answers, data: st.DataObject):
    names = data.draw(st.sets(st.sampled_from(list(given.values) or ["BES1"]), max_size=4))
    changes = {name: data.draw(st.none() | value(EDITION.questions[name])) for name in sorted(names)}

    found = what_if(assess(given, EDITION), changes)

    assert ids(found.before) - {each.item.id for each in found.left_out} | {
        each.item.id for each in found.brought_in
    } == ids(found.after)
    assert turned(difference(found.after, found.before)) == moves(found)


def ids(found: Assessment) -> set[str]:
    return {each.item.id for each in found.advice.recommendations}


def moves(found: Difference) -> list:
    single = (found.stage, found.consolidated, found.levers, found.type, found.level)
    return [(each.before, each.after) if each else None for each in single] + [found.said, found.unsaid]


def turned(found: Difference) -> list:
    single = (found.stage, found.consolidated, found.levers, found.type, found.level)
    return [(each.after, each.before) if each else None for each in single] + [found.unsaid, found.said]
