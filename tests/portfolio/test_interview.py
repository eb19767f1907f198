"""A guide for an interview: only what would move the result, and what it says would move does."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from any_answers import EDITION, answers
from hypothesis import given, settings

from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, assess
from assessment.engine.changes import change
from assessment.engine.contract import result
from assessment.portfolio.interview import Asked, Guide, Would, interview
from assessment.portfolio.reading_again import read_again
from assessment.portfolio.would_move import Effect, effects_of

SOLID = dict.fromkeys(("BES1", "SOL1", "EXP1", "EXP2", "MOD1", "MOD2", "ECO3", "ALL1", "EVA1", "EVA2", "DEP1"), 3) | {
    "DEP2": 2
}
#: Nothing else of it is open: what does not count for the stage is answered.
WHOLE = {each.id: 2 for each in EDITION.project.questions if each.kind == "one"} | {
    "C6": [1],
    "C7": [1],
    "F1": [2],
    "F2": 1,
    **SOLID,
}


def shown(given: Answers, *names: str) -> Answers:
    return replace(given, shown=dict.fromkeys(names, "document"))


def about(guide: Guide, question: str) -> Asked:
    return next(each for each in (*guide.asked, *guide.rest) if question in each.questions)


def every(guide: Guide) -> list[Asked]:
    return [*guide.asked, *guide.rest]


def test_an_answer_that_nobody_knows_says_which_stages_it_would_settle(answering: Callable[..., Answers]):
    guide = interview(answering(**{**WHOLE, "EXP1": "x"}), EDITION)
    asked = about(guide, "EXP1")

    assert (asked.motive, asked.questions, asked.screen) == ("unknown", ("EXP1",), "Essais et apprentissage")
    assert asked.ask == next(each.ask for each in EDITION.interview.asks if each.question == "EXP1")
    assert [each.answer for each in asked.said] == [EDITION.project.unknown_label]
    assert asked.matters == (
        "Selon la réponse, l'étape pourrait devenir expérimentation ou modélisation (aujourd'hui : conception).",
    )


def test_a_question_without_an_open_one_is_asked_as_it_stands(answering: Callable[..., Answers]):
    bare = replace(EDITION, interview=EDITION.interview.model_copy(update={"asks": EDITION.interview.asks[:1]}))

    assert about(interview(answering(**WHOLE), bare), "EXP1").ask == EDITION.questions["EXP1"].text


def test_every_question_that_counts_has_its_open_question():
    asked = {each.question for each in EDITION.interview.asks}

    assert {name for name in EDITION.questions if EDITION.part_of[name] != "doors"} - asked == set()


def test_a_question_left_out_is_asked_when_its_answer_would_move_the_result(answering: Callable[..., Answers]):
    given = {name: value for name, value in WHOLE.items() if name != "DEP1"}

    asked = about(interview(answering(**given), EDITION), "DEP1")

    assert asked.motive == "unanswered"
    assert any(effect.after == ("Essaimage",) for each in asked.would for effect in each.effects)


def test_two_answers_that_do_not_go_together_are_asked_in_the_words_of_the_method(answering: Callable[..., Answers]):
    guide = interview(answering(**{**WHOLE, "DEP1": 4, "EXP1": 1, "EXP3": 1}), EDITION)
    asked = about(guide, "DEP1")
    pair = next(each for each in EDITION.placement.contradictions if each.id == "DEP1_EXP1")

    assert (asked.motive, asked.questions, asked.ask) == ("contradiction", ("DEP1", "EXP1"), pair.ask)
    assert asked in guide.asked
    assert len([each for each in every(guide) if "EXP1" in each.questions]) == 1


def test_what_is_only_declared_is_asked_when_a_more_cautious_answer_would_move_the_result(
    answering: Callable[..., Answers],
):
    guide = interview(answering(**WHOLE), EDITION)
    asked = about(guide, "EXP1")

    assert (asked.motive, asked.proof) == ("declared", EDITION.questions["EXP1"].proof)
    assert asked.matters[0] == (
        "Si une réponse plus prudente était plus juste, l'étape pourrait devenir expérimentation "
        "(aujourd'hui : modélisation)."
    )


def test_what_a_document_backs_is_not_asked_again(answering: Callable[..., Answers]):
    guide = interview(shown(answering(**WHOLE), "EXP1"), EDITION)

    assert [each for each in every(guide) if "EXP1" in each.questions] == []


def test_showing_one_thing_more_may_be_all_that_confidence_lacks(answering: Callable[..., Answers]):
    guide = interview(shown(answering(**WHOLE), "EXP1", "SOL1", "MOD1", "EXP2", "EVA1"), EDITION)
    asked = about(guide, "BES1")

    assert asked.matters == (
        "Si cette réponse peut être montrée, la confiance pourrait devenir élevée (aujourd'hui : moyenne).",
    )
    assert [(dict(each.changes), each.shown) for each in asked.would] == [({}, frozenset({"BES1"}))]


def test_what_showing_everything_would_bring_is_said_once(answering: Callable[..., Answers]):
    guide = interview(answering(**WHOLE), EDITION)

    assert guide.notes == (
        "Si tout ce qui est seulement déclaré pouvait être montré, la confiance pourrait devenir élevée "
        "(aujourd'hui : moyenne).",
    )


def test_two_answers_that_are_missing_together_are_both_asked(answering: Callable[..., Answers]):
    given = {name: value for name, value in WHOLE.items() if name not in ("EXP2", "EVA1")}
    guide = interview(answering(**given), EDITION)

    for name in ("EXP2", "EVA1"):
        asked = about(guide, name)
        assert asked.matters == (
            "Avec les autres réponses qui manquent, l'étape consolidée pourrait devenir modélisation "
            "(aujourd'hui : expérimentation), et l'ordre des aides utiles pourrait changer.",
        )
        assert {other for each in asked.would for other in each.changes} == {"EXP2", "EVA1"}


def test_a_second_reading_is_told_beside_the_answer_given(answering: Callable[..., Answers]):
    first = answering(**WHOLE)
    guide = interview(read_again(first, {"EXP1": 2}, EDITION), EDITION, first)
    asked = about(guide, "EXP1")
    labels = [each.label for each in EDITION.questions["EXP1"].choices]

    assert (asked.motive, asked.said[0].answer, asked.said[0].read) == ("reading", labels[2], labels[1])
    assert asked.would[0].changes == {"EXP1": 3}


def test_a_guide_with_nothing_to_move_says_so(answering: Callable[..., Answers]):
    given = answering(**WHOLE)
    guide = interview(shown(given, *EDITION.key_questions), EDITION)

    assert every(guide) == []
    assert guide.notes == (EDITION.interview.nothing,)


def test_what_comes_first_is_what_moves_the_most_told_in_the_order_of_the_questionnaire():
    guide = interview(Answers(EDITION.id, frozenset({"project", "organisation"}), {}), EDITION)
    few = replace(EDITION, interview=EDITION.interview.model_copy(update={"at_most": 3}))
    cut = interview(Answers(EDITION.id, frozenset({"project", "organisation"}), {}), few)

    assert [len(cut.asked), len(cut.rest)] == [3, len(every(guide)) - 3]
    assert {each.questions for each in every(cut)} == {each.questions for each in every(guide)}
    assert all("range" in [effect.id for one in each.would for effect in one.effects] for each in cut.asked)
    for part in (cut.asked, cut.rest, guide.asked):
        assert [each.questions[0] for each in part] == in_order(each.questions[0] for each in part)


def test_a_part_that_was_not_filled_and_the_doors_are_not_asked(answering: Callable[..., Answers]):
    parts = {EDITION.part_of[name] for each in every(interview(answering(EXP1=2), EDITION)) for name in each.questions}

    assert parts == {"project"}


def test_a_short_guide_also_asks_what_the_next_stage_wants(answering: Callable[..., Answers]):
    guide = interview(shown(answering(**WHOLE), *EDITION.key_questions), EDITION)
    gate = EDITION.placement.gates[2]
    wanted = [each for each in (*gate.deeds, *gate.prerequisites) if each.at_least > WHOLE[each.question]]

    assert [each.questions[0] for each in guide.onward] == [each.question for each in wanted]
    assert {(each.motive, each.matters, each.would) for each in guide.onward} == {
        ("missing", ("C'est demandé pour l'étape suivante, « essaimage ».",), ())
    }
    missing = wanted[0].missing[:1].upper() + wanted[0].missing[1:]
    assert guide.onward[0].ask == EDITION.interview.missing.ask.format(what=missing)
    assert guide.onward[0].said[0].answer == EDITION.questions[wanted[0].question].choices[2].label


def test_nobody_is_asked_how_they_will_spread_when_the_solution_stays_here_by_choice(
    answering: Callable[..., Answers],
):
    given = shown(answering(**{**WHOLE, "C5": 3}), *EDITION.key_questions)

    assert interview(given, EDITION).onward == ()


def test_a_guide_that_is_long_enough_is_not_completed(answering: Callable[..., Answers]):
    given = answering(**WHOLE)
    count = len(every(interview(given, EDITION)))
    filled = [
        replace(EDITION, interview=EDITION.interview.model_copy(update={"filled_to": at_least}))
        for at_least in (count, count + 1)
    ]

    assert [len(interview(given, each).onward) for each in filled] == [0, 1]


def test_a_guide_says_what_blocks_a_project_and_the_help_it_seeks_beside_the_useful_one(
    answering: Callable[..., Answers],
):
    given = answering(**{**WHOLE, "C6": [1, 3], "C7": [4]})
    now = assess(given, EDITION)
    useful = [each.lever.title for each in now.project.levers[: EDITION.limits.levers_at_most]]
    blocks = [EDITION.questions["C6"].choices[place].label.rstrip(".") for place in (0, 2)]

    assert interview(given, EDITION).facts == (
        ("Ce qui bloque, selon le projet", " ; ".join(blocks)),
        ("Aide demandée", EDITION.questions["C7"].choices[3].label),
        ("Aides utiles d'abord, d'après ses réponses", " ; ".join(useful)),
    )


def test_a_guide_says_whose_words_it_quotes_where_the_owner_reads_otherwise(answering: Callable[..., Answers]):
    first = answering(**{**WHOLE, "C6": [1], "C7": [4]})
    read = read_again(first, {"C6": (3,), "C7": (1,)}, EDITION)

    assert interview(read, EDITION, first).facts[:2] == (
        ("Ce qui bloque, d'après votre lecture", EDITION.questions["C6"].choices[2].label.rstrip(".")),
        ("Aide demandée, d'après votre lecture", EDITION.questions["C7"].choices[0].label.rstrip(".")),
    )


def test_the_project_is_not_told_that_it_said_what_only_a_second_reading_says(answering: Callable[..., Answers]):
    first = answering(**{**WHOLE, "DEP1": 4, "EXP3": 1})
    read = read_again(first, {"EXP1": 1}, EDITION)
    pairs = [each.id for each in assess(read, EDITION).project.placement.contradictions]
    guide = interview(read, EDITION, first)

    assert "DEP1_EXP1" in pairs
    assert about(guide, "EXP1").motive == "reading"
    assert [each for each in every(guide) if each.questions == ("DEP1", "EXP1")] == []


def in_order(names) -> list[str]:
    wanted = set(names)
    return [name for name in EDITION.questions if name in wanted]


def tried(given: Answers, would: Would) -> Assessment:
    """The whole result, rules and all, once what is told were so."""
    changed = change(given, would.changes, EDITION).answers
    proofs = {**changed.shown, **dict.fromkeys(would.shown, "document")}
    return assess(replace(changed, shown=proofs), EDITION)


def stage_told(found: Assessment, effect: Effect) -> tuple[str, str]:
    stages = {each.id: each.label for each in EDITION.placement.stages}
    before, after = result(found)["project"]["stage"], effect.after[0]
    return stages[before], after


@pytest.mark.parametrize("example", EDITION.examples[:70:5], ids=lambda each: each.name)
def test_what_is_said_to_move_moves_in_the_examples(example):
    from assessment.engine.reading import read_answers

    check(read_answers(dict(example.given), EDITION))


@given(answers())
@settings(max_examples=12, deadline=None)
def test_what_is_said_to_move_moves_whatever_the_answers_are(first: Answers):
    check(first)


def check(given: Answers) -> None:
    """Every claim of the guide, worked out again by the whole engine; nothing is asked that moves nothing."""
    guide, now = interview(given, EDITION), assess(given, EDITION)
    for asked in every(guide):
        assert asked.would or asked.motive == "contradiction"
        assert bool(asked.matters) == bool(asked.would)
        for would in asked.would:
            found = tried(given, would)
            assert set(would.effects) <= set(effects_of(now, found))
            for effect in would.effects:
                if effect.id == "stage":
                    assert len(set(stage_told(found, effect))) == 1
    assert [each.questions[0] for each in every(guide) if each in guide.asked] == [
        each.questions[0] for each in guide.asked
    ]
