"""Why an item is recommended, what keeps it out and what would bring it in: each said thing tried out on the engine."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from test_properties import EDITION, answers

from assessment.content.catalogue import Kind
from assessment.content.edition import Edition
from assessment.content.rules import Rule
from assessment.engine import remedies as search
from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, assess
from assessment.engine.changes import change
from assessment.engine.explanation import Explanation, explain
from assessment.engine.reading import read_answers
from assessment.engine.reasons import Reasons, gives, reasons
from assessment.engine.remedies import Remedy

#: Every key answer given, so that no guard-rail speaks of a result that is not sure.
SURE = {
    "BES1": 2,
    "SOL1": 2,
    "EXP1": 2,
    "EXP2": 2,
    "MOD1": 2,
    "MOD2": 2,
    "ECO3": 2,
    "ALL1": 2,
    "EVA1": 2,
    "EVA2": 2,
    "DEP1": 2,
    "DEP2": 2,
}
FEW = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def rule(name: str, when: dict, recommend: tuple[str, ...] = (), **more: object) -> Rule:
    return Rule(
        id=name, when=when, recommend=recommend, because="c'est un essai", source="002", fires={}, silent={}, **more
    )


@pytest.fixture(name="explaining")
def _explaining(edition: Edition, answering: Callable[..., Answers]) -> Callable[..., Explanation]:
    """The explanation of an item by a few rules of one's own, given question=answer pairs."""
    return lambda item, rules, **flat: explain(assess(answering(**flat), replace(edition, rules=tuple(rules))), item)


def kept_out(found: Explanation) -> list[tuple]:
    return [
        (
            each.rule.id,
            [part.model_dump(by_alias=True, exclude_unset=True) for part in each.failing],
            [(part.condition.model_dump(by_alias=True, exclude_unset=True), part.questions) for part in each.unknown],
            [rail.id for rail in each.held_back_by],
            [other.item.id for other in each.crowded_out_by],
            each.unanswered,
        )
        for each in found.kept_out
    ]


def test_failing_and_unknown_conditions_are_told_apart(explaining: Callable[..., Explanation]):
    asked = {"all": [{"answer": "BES1", "at_least": 3}, {"answer": "SOL1", "at_least": 2}, {"level": "pionniers"}]}

    found = explaining("M01", [rule("R1", asked, ("M01",))], BES1=2, SOL1=3)

    level = ({"level": ("pionniers",)}, ("O1", "O3", "O14"))
    assert kept_out(found) == [("R1", [{"answer": "BES1", "at_least": 3}], [level], [], [], False)]


def test_a_choice_that_fails_is_told_as_a_choice_and_what_holds_is_left_out(explaining: Callable[..., Explanation]):
    asked = {
        "any": [
            {"all": [{"answer": "BES1", "at_least": 2}, {"answer": "SOL1", "at_least": 3}]},
            {"not": {"answer": "BES1", "at_least": 2}},
        ]
    }

    found = explaining("M01", [rule("R1", asked, ("M01",))], BES1=2, SOL1=2)

    told = {"any": ({"answer": "SOL1", "at_least": 3}, {"not": {"answer": "BES1", "at_least": 2}})}
    assert kept_out(found) == [("R1", [told], [], [], [], False)]


def test_the_rule_nearest_to_holding_comes_first(explaining: Callable[..., Explanation]):
    far = {"all": [{"answer": "BES1", "at_least": 3}, {"answer": "SOL1", "at_least": 3}]}
    rules = [rule("R1", far, ("M01",)), rule("R2", {"answer": "BES1", "at_least": 4}, ("M01",))]

    found = explaining("M01", rules, BES1=2, SOL1=2)

    assert [each.rule.id for each in found.kept_out] == ["R2", "R1"]


def test_a_guard_rail_is_named_whether_or_not_the_rule_holds(explaining: Callable[..., Explanation]):
    rails = [
        rule("R3", {"answer": "C5", "is": 3}, hold_back={"tags": ("diffusion",)}),
        rule("R4", {"answer": "C5", "is": 3}, hold_back={"items": ("M01",)}),
    ]
    rules = [
        rule("R1", {"answer": "BES1", "at_least": 2}, ("M01",), tags=("diffusion",)),
        rule("R2", {"answer": "BES1", "at_least": 3}, ("M01",)),
    ]

    found = explaining("M01", [*rules, *rails], BES1=2, C5=3)

    assert [(each.rule.id, [rail.id for rail in each.held_back_by]) for each in found.kept_out] == [
        ("R1", ["R3", "R4"]),
        ("R2", ["R4"]),
    ]
    assert found.single_answers == (("C5", 1), ("C5", 2))


def test_what_the_limits_show_first_is_named(explaining: Callable[..., Explanation]):
    asked = {"answer": "BES1", "at_least": 2}
    rules = [rule(f"R{place}", asked, (name,)) for place, name in enumerate(("M01", "M02", "M03", "M04"), 1)]

    found = explaining("M04", rules, BES1=2)

    assert kept_out(found) == [("R4", [], [], [], ["M01", "M02", "M03"], False)]


def test_a_rule_that_holds_on_no_answer_says_so(explaining: Callable[..., Explanation]):
    found = explaining("M01", [rule("R1", {"not": {"known": "type"}}, ("M01",))], BES1=2)

    assert kept_out(found) == [("R1", [], [], [], [], True)]


def test_an_item_that_no_rule_names_has_nothing_to_bring_it_in(explaining: Callable[..., Explanation]):
    found = explaining("M01", [rule("R1", {"answer": "BES1", "at_least": 2}, ("M02",))], BES1=2)

    assert (found.kept_out, found.remedies.sets, found.remedies.complete) == ((), (), True)


def test_the_nearest_answer_of_each_way_is_enough(explaining: Callable[..., Explanation]):
    apart = {"any": [{"answer": "BES1", "at_least": 4}, {"answer": "BES1", "at_most": 1}]}
    middle = {"answer": "BES1", "at_least": 5}

    found = explaining("M01", [rule("R1", apart, ("M01",)), rule("R2", middle, ("M02",))], BES1=3)

    assert found.single_answers == (("BES1", 4), ("BES1", 1))


def test_several_answers_are_given_when_no_single_one_is_enough(explaining: Callable[..., Explanation]):
    asked = {"all": [{"stage": "reached", "at_least": "modelisation"}, {"answer": "C6", "includes": [3]}]}

    found = explaining("M01", [rule("R1", asked, ("M01",))], **{**SURE, "EXP1": 3}, C6=[1, 4])

    assert (found.single_answers, found.would_bring_in_together) == (
        (),
        (Remedy((("SOL1", 3), ("C6", (1, 3))), ()), Remedy((("SOL1", 3), ("C6", (3,))), ())),
    )


def test_a_question_that_is_not_asked_comes_with_the_answer_that_opens_it(explaining: Callable[..., Explanation]):
    found = explaining("K5", [rule("R57", {"answer": "T5", "is": 1}, ("K5",))], T0=1, O1=2)

    assert found.would_bring_in_together == (Remedy((("T0", 3), ("T5", 1)), ()),)


def test_another_type_drops_the_answers_that_it_is_not_asked(explaining: Callable[..., Explanation]):
    found = explaining("M09", [rule("R1", {"type": "fondation"}, ("M09",))], T0=1, AS1=2, O1=2)

    assert found.would_bring_in == (Remedy((("T0", 2),), ("AS1",)),)


def test_more_than_three_answers_are_not_looked_for(explaining: Callable[..., Explanation]):
    asked = {"all": [{"answer": name, "at_least": 3} for name in ("BES1", "SOL1", "EXP1", "MOD1")]}

    found = explaining("M01", [rule("R1", asked, ("M01",))], **SURE)

    assert (found.remedies.sets, found.remedies.complete, found.remedies.assessments) == ((), True, 0)


def test_fewer_shown_by_a_guard_rail_crowd_an_item_out_too(explaining: Callable[..., Explanation]):
    asked = {"answer": "BES1", "at_least": 2}
    few = rule("R3", {"answer": "C5", "is": 3}, hold_back={"at_most": {"module": 1}})
    rules = [rule("R1", asked, ("M01",)), rule("R2", asked, ("M02",)), few]

    found = explaining("M02", rules, BES1=2, C5=3)

    assert kept_out(found) == [("R2", [], [], [], ["M01"], False)]
    assert {("C5", 1), ("C5", 2)} <= set(found.single_answers)


@pytest.mark.parametrize(
    ("asked", "given", "expected"),
    [
        ({"answer": "BES1", "at_least": 2}, {"BES1": 3, "SOL1": 2}, Reasons(("BES1",), ())),
        (
            {"any": [{"answer": "BES1", "at_least": 2}, {"answer": "SOL1", "at_least": 2}]},
            {"BES1": 3, "SOL1": 2},
            Reasons(("BES1",), ("SOL1",)),
        ),
        (
            {"stage": "reached", "at_least": "modelisation"},
            {"EXP1": 3, "SOL1": 3, "MOD1": 3, "DEP1": 4, "DEP2": 1},
            Reasons(("SOL1", "EXP1"), ("MOD1", "DEP1", "DEP2")),
        ),
        (
            {
                "any": [
                    {"type": "association"},
                    {"all": [{"not": {"known": "type"}}, {"answer": "BES1", "at_least": 2}]},
                ]
            },
            {"C2": 1, "BES1": 2},
            Reasons(("BES1",), ("C2",)),
        ),
    ],
)
def test_reasons_are_enough_and_none_is_to_spare(
    asked: dict,
    given: dict,
    expected: Reasons,
    explaining: Callable[..., Explanation],
):
    assert explaining("M01", [rule("R1", asked, ("M01",))], **given).reasons == expected


@pytest.mark.parametrize("case", EDITION.examples, ids=lambda case: case.name)
def test_taking_a_reason_away_stops_the_rule_in_every_worked_case(case: object):
    assert reasons_to_spare(assess(read_answers(case.given, EDITION), EDITION)) == []


@given(answers())
@settings(FEW, max_examples=12)
def test_taking_a_reason_away_stops_the_rule(given: Answers):
    assert reasons_to_spare(assess(given, EDITION)) == []


def reasons_to_spare(found: Assessment) -> list[tuple[str, str]]:
    """Reasons without which the rule still gives its item, those that say the same thing over again set aside."""
    spared = []
    for shown in found.advice.recommendations:
        why = reasons(found, shown)
        kept = change(found.answers, dict.fromkeys(why.aside), EDITION).answers
        assert why.needed
        assert rule_gives(shown.rule, kept)
        without = {name: change(kept, {name: None}, EDITION).answers for name in why.needed}
        spared.extend((shown.item.id, name) for name, left in without.items() if rule_gives(shown.rule, left))
    return spared


def rule_gives(asked: Rule, given: Answers) -> bool:
    weighings = assess(given, replace(EDITION, rules=(asked,))).advice.weighings
    return gives(weighings[0].weighed)


@given(answers(), st.sampled_from(["module", "centre", "community", "format", "method", "parcours"]), st.data())
@FEW
def test_every_set_that_would_bring_an_item_in_does(given: Answers, kind: Kind, data: st.DataObject):
    found = assess(given, EDITION)
    shown = {each.item.id for each in found.advice.recommendations}
    item = data.draw(st.sampled_from([each for each in EDITION.items.values() if each.kind == kind]))
    assume(item.id not in shown)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(search, "MOST_ASSESSMENTS", 120)
        sets = search.remedies(found, item).sets

    tried = [assess(change(given, dict(each.answers), EDITION).answers, EDITION) for each in sets]

    assert [item.id in {each.item.id for each in after.advice.recommendations} for after in tried] == [True] * len(sets)
    assert len({len(each.answers) for each in sets}) <= 1


@given(answers(), st.data())
@settings(FEW, max_examples=3)
def test_an_answer_that_brings_an_item_in_is_among_those_told(given: Answers, data: st.DataObject):
    name = data.draw(st.sampled_from([name for name, part in EDITION.part_of.items() if part in given.parts]))
    question = EDITION.questions[name]
    assume(question.kind == "one" and question.type is None and question.asked_when is None)
    value = data.draw(st.integers(1, len(question.choices)))
    before, after = assess(given, EDITION), assess(change(given, {name: value}, EDITION).answers, EDITION)
    shown = {each.item.id for each in before.advice.recommendations}
    brought = [each.item for each in after.advice.recommendations if each.item.id not in shown]
    assume(brought)

    found = search.remedies(before, brought[0])

    assert name in {asked for each in found.sets if len(each.answers) == 1 for asked, _ in each.answers}
