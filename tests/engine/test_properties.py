"""What must hold for any answers at all, tried by Hypothesis."""

import random
from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, Question
from assessment.content.shelf import open_edition
from assessment.engine import contract
from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, assess
from assessment.engine.stage import levels_of, stage_range

EDITION: Edition = open_edition()
QUESTIONS = EDITION.questions
settings.register_profile("engine", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("engine")


def value(question: Question) -> st.SearchStrategy:
    numbers = st.integers(1, len(question.choices))
    if question.kind == "several":
        most = question.at_most or len(question.choices)
        return st.just(UNKNOWN) | st.lists(numbers, max_size=most, unique=True).map(tuple)
    return st.just(UNKNOWN) | numbers


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    """Any answers: parts, questions and « ne sait pas » at will, type questions of one type only."""
    parts = draw(st.sets(st.sampled_from(["project", "organisation", "doors"]), min_size=1))
    kind = draw(st.sampled_from([each.id for each in EDITION.placement.types]))
    asked = [
        question
        for question in QUESTIONS.values()
        if EDITION.part_of[question.id] in parts and question.type in (None, kind)
    ]
    skipped = draw(st.sets(st.sampled_from([question.id for question in asked]), max_size=len(asked) // 2))
    values = {question.id: draw(value(question)) for question in asked if question.id not in skipped}
    number = 1 + [each.id for each in EDITION.placement.types].index(kind)
    if "organisation" in parts:
        values["T0"] = number
    elif "project" in parts:
        values["C2"] = min(number, 4)
    return Answers(EDITION.id, frozenset(parts), values)


def result(given: Answers, edition: Edition = EDITION) -> dict:
    return contract.result(assess(given, edition))


@given(answers(), st.randoms(use_true_random=False))
def test_the_order_of_rules_and_answers_changes_nothing(given: Answers, chance: random.Random):
    rules, values = list(EDITION.rules), list(given.values.items())
    chance.shuffle(rules)
    chance.shuffle(values)

    assert result(replace(given, values=dict(values)), replace(EDITION, rules=tuple(rules))) == result(given)


@given(answers(), st.data())
def test_raising_an_answer_never_lowers_the_stage_or_the_consolidated_stage(given: Answers, data: st.DataObject):
    scaled = [name for name in EDITION.key_questions if given.level(QUESTIONS[name]) is not None]
    assume(scaled)
    name = data.draw(st.sampled_from(scaled))
    level = given.level(QUESTIONS[name])
    higher = [number for number, choice in enumerate(QUESTIONS[name].choices, 1) if choice.level > level]
    assume(higher)
    raised = replace(given, values={**given.values, name: data.draw(st.sampled_from(higher))})

    before, after = assess(given, EDITION).project.placement, assess(raised, EDITION).project.placement

    assert after.stage.reached >= before.stage.reached
    assert after.consolidated >= before.consolidated


@given(answers(), st.data())
def test_filling_what_is_unknown_stays_inside_the_announced_range(given: Answers, data: st.DataObject):
    announced = stage_range(EDITION, levels_of(EDITION, given))
    filling = {
        name: data.draw(st.integers(1, len(QUESTIONS[name].choices)))
        for name in EDITION.deed_questions
        if not given.knows(name)
    }
    filled = stage_range(EDITION, levels_of(EDITION, replace(given, values={**given.values, **filling})))

    assert announced.lowest <= filled.reached <= announced.highest


@given(answers(), st.data())
def test_filling_a_key_answer_of_the_organisation_stays_inside_the_announced_range(
    given: Answers,
    data: st.DataObject,
):
    assume("organisation" in given.parts)
    announced = assess(given, EDITION).organisation
    filling = {
        name: data.draw(st.sampled_from([1, 2, 3]))
        for name in EDITION.placement.level_decided_by
        if not given.knows(name)
    }
    filled = assess(replace(given, values={**given.values, **filling}), EDITION).organisation

    assert announced.lowest <= filled.level <= announced.highest


@given(answers())
def test_reasons_name_answered_questions_only_and_every_line_has_one(given: Answers):
    found = assess(given, EDITION)

    assert named_without_answer(found) == set()
    assert [each.item.id for each in found.advice.recommendations if not each.because] == []


def named_without_answer(found: Assessment) -> set[str]:
    levers = found.project.levers if found.project else ()
    because = [each.because for each in (*found.advice.recommendations, *levers)]
    return {name for reasons in because for name in reasons} - found.answers.values.keys()


@given(answers())
def test_no_more_is_shown_than_the_limits_allow(given: Answers):
    shown = [each.item.kind for each in assess(given, EDITION).advice.recommendations]

    assert [
        group for group in EDITION.limits.groups if sum(kind in group.kinds for kind in shown) > group.at_most
    ] == []


@given(answers())
def test_a_question_that_could_move_the_stage_is_never_called_settled(given: Answers):
    assume("project" in given.parts)
    placement = assess(given, EDITION).project.placement

    assert (placement.stage.lowest == placement.stage.highest) == (not placement.stage.decided_by)
