"""Paths: what consolidates the stage and what reaches the next, proved by placing the project again."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from test_properties import EDITION, answers

from assessment.content.edition import Edition
from assessment.content.placement import Requirement
from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, assess
from assessment.engine.changes import change
from assessment.engine.path import Path, Step, path_to_consolidate, path_to_next
from assessment.engine.reading import read_answers

SOME = settings(max_examples=15, deadline=None)


@pytest.fixture(name="case")
def _case(edition: Edition) -> Callable[[str], Assessment]:
    """The assessment of the archetype whose name begins so."""

    def found(name: str) -> Assessment:
        example = next(each for each in edition.examples if each.name.startswith(name))
        return assess(read_answers(example.given, edition), edition)

    return found


def told(steps: tuple[Step, ...]) -> set[tuple[str, int]]:
    return {(step.question, step.option) for step in steps}


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("F03", {("EXP2", 3), ("MOD1", 3)}),
        ("F04", set()),
        ("F07", {("EXP2", 3), ("EVA1", 2), ("EVA2", 3)}),
        ("F13", {("ECO3", 3), ("MOD2", 3), ("EVA2", 3)}),
        ("F16", {("EXP2", 3), ("EVA1", 2), ("ALL1", 4), ("EVA2", 4)}),
    ],
)
def test_consolidating_takes_what_is_missing_up_to_the_stage(
    name: str,
    steps: set[tuple[str, int]],
    case: Callable[[str], Assessment],
):
    found = path_to_consolidate(case(name))

    assert told(found.steps) == steps
    assert found.after.project.placement.consolidated == found.stage


@pytest.mark.parametrize(
    ("name", "steps", "then"),
    [
        ("F01", {("EXP1", 2)}, set()),
        ("F02", {("EXP1", 3), ("SOL1", 3)}, {("EXP2", 3), ("MOD1", 3), ("EVA1", 2)}),
        ("F04", {("DEP1", 4)}, set()),
        ("F05", {("DEP1", 4)}, {("ECO3", 3)}),
        ("F06", {("DEP1", 5), ("DEP2", 5)}, {("ECO3", 4), ("EVA2", 4)}),
    ],
)
def test_the_next_stage_takes_its_deeds_and_then_asks_for_the_rest(
    name: str,
    steps: set[tuple[str, int]],
    then: set[tuple[str, int]],
    case: Callable[[str], Assessment],
):
    found = path_to_next(case(name))

    assert (told(found.steps), told(found.then)) == (steps, then)


def test_there_is_nothing_after_the_last_stage(case: Callable[[str], Assessment]):
    assert path_to_next(case("F08")) is None


def test_there_is_no_path_without_a_project(assessing: Callable[..., Assessment]):
    found = assessing(T0=1, O1=2)

    assert (path_to_consolidate(found), path_to_next(found)) == (None, None)


def test_a_deed_that_may_be_passed_over_is_not_asked_for(assessing: Callable[..., Assessment]):
    found = path_to_next(assessing(EXP1=2, MOD1=3, DEP1=4))

    assert told(found.steps) == {("EXP1", 3)}
    assert found.after.project.placement.stage.reached > found.stage


def test_a_stage_that_moves_on_the_way_is_seen(case: Callable[[str], Assessment]):
    found = path_to_consolidate(case("F11"))

    placement = found.after.project.placement
    assert (found.stage, placement.consolidated >= found.stage, placement.stage.reached) == (2, True, 4)


@given(answers())
@SOME
def test_the_path_consolidates_and_no_smaller_one_does(given: Answers):
    assume("project" in given.parts)
    here = assess(given, EDITION).project.placement
    found = path_to_consolidate(assess(given, EDITION))

    assert found.stage == here.stage.reached
    assert is_consolidated(found.after, found.stage)
    assert [less for less in smaller(given, found) if is_consolidated(less, found.stage)] == []


@given(answers())
@SOME
def test_the_path_reaches_the_next_stage_and_no_smaller_one_does(given: Answers):
    assume("project" in given.parts)
    found = path_to_next(assess(given, EDITION))
    assume(found is not None)

    assert found.after.project.placement.stage.reached >= found.stage
    assert [less for less in smaller(given, found) if less.project.placement.stage.reached >= found.stage] == []


def is_consolidated(found: Assessment, stage: int) -> bool:
    """Whether *stage* and those below hold in full, and the stage reached as well unless it moved further."""
    placement = found.project.placement
    return placement.consolidated >= stage and placement.stage.reached >= stage


def smaller(given: Answers, path: Path) -> list[Assessment]:
    """What every set of one step fewer gives."""
    sets = combinations(path.steps, len(path.steps) - 1) if path.steps else ()
    return [
        assess(change(given, {step.question: step.option for step in steps}, EDITION).answers, EDITION)
        for steps in sets
    ]


class Weighed(Requirement):
    """A requirement that says its effort."""

    effort: int = 0


def test_the_least_effort_comes_first_once_content_says_it(edition: Edition, answering: Callable[..., Answers]):
    efforts = {"EXP2": 3, "MOD1": 2, "EVA1": 1}

    def weighed(asked: Requirement) -> Weighed:
        return Weighed.model_validate({**asked.model_dump(), "effort": efforts.get(asked.question, 2)})

    gates = tuple(
        gate.model_copy(update={"prerequisites": tuple(map(weighed, gate.prerequisites))})
        for gate in edition.placement.gates
    )
    changed = replace(edition, placement=edition.placement.model_copy(update={"gates": gates}))
    found = path_to_consolidate(assess(answering(BES1=2, EXP1=3, SOL1=3, EXP2=1, MOD1=1, EVA1=1), changed))

    assert [(step.question, step.effort) for step in found.steps] == [("EVA1", 1), ("MOD1", 2), ("EXP2", 3)]
