"""Whatever the method names and no answers can bring out is told."""

from dataclasses import replace

import pytest

from assessment.content.conditions import All, AnswerTest, StageTest
from assessment.proofs.places import Places
from assessment.proofs.reachability import goals, unreachable
from assessment.proofs.search import find
from assessment.proofs.witnesses import Witnesses

NEVER = All(all_=(AnswerTest(answer="EXP1", at_least=4), AnswerTest(answer="EXP1", at_most=2)))
WHY = "car aucune réponse trouvée n'y mène. Corrigez la condition, ou retirez-le."


def found_in(changed):
    """What is told of a copy; its own worked examples stay the witnesses, without the rules'."""
    return [str(each) for each in unreachable(changed, Witnesses(replace(changed, rules=())), Places())]


def last_changed(parts, **update):
    return (*parts[:-1], parts[-1].model_copy(update=update))


def test_everything_of_the_shipped_method_can_happen(edition, witnesses, places):
    assert unreachable(edition, witnesses, places) == []


def test_there_is_a_goal_for_everything_the_method_names(edition):
    placement = edition.placement
    named = (
        *placement.stages,
        *placement.patterns,
        *placement.contradictions,
        *placement.qualification,
        *placement.zones,
        *(sign for zone in placement.zones for sign in zone.signs),
        *placement.levels,
        *placement.flags,
        *placement.pairings,
        *edition.needs.needs,
    )

    assert {id(goal.part) for goal in goals(edition)} == {id(part) for part in named}


def test_a_pattern_whose_answers_exclude_each_other(edition, with_placement):
    patterns = last_changed(edition.placement.patterns, when=NEVER)

    assert found_in(with_placement(patterns=patterns)) == [
        f"locale_par_choix : le profil « Locale par choix » ne peut pas apparaître, {WHY}"
    ]


def test_a_zone_of_a_stage_that_its_signs_exclude_and_the_signs_with_it(edition, with_placement):
    zone = edition.placement.zones[0]
    signs = tuple(sign.model_copy(update={"when": NEVER}) if sign.main else sign for sign in zone.signs)
    zones = (zone.model_copy(update={"signs": signs}), *edition.placement.zones[1:])

    assert found_in(with_placement(zones=zones)) == [
        f"passage_a_l_acte : on ne peut pas être dans la zone « Passage à l'acte », {WHY}",
        *(
            f"{sign.id} : le signe « {sign.id} » de la zone « Passage à l'acte » ne peut pas apparaître, {WHY}"
            for sign in signs
            if sign.main
        ),
    ]


def test_a_contradiction_that_no_one_can_have(edition, with_placement):
    contradictions = last_changed(edition.placement.contradictions, when=NEVER)

    assert found_in(with_placement(contradictions=contradictions)) == [
        f"EXP1_O13 : la contradiction entre EXP1 et O13 ne peut pas apparaître, {WHY}"
    ]


def test_a_qualification_that_the_one_before_always_takes(edition, with_placement):
    first, second, last = edition.placement.qualification
    greedy = first.model_copy(update={"when": second.when})

    assert found_in(with_placement(qualification=(greedy, second, last))) == [
        f"{second.id} : la qualification « {second.label} » ne peut pas apparaître, {WHY}"
    ]


def test_a_level_that_asks_too_much(edition, with_placement):
    levels = last_changed(edition.placement.levels, when=NEVER)

    assert found_in(with_placement(levels=levels))[0] == (
        f"pionniers : le niveau « Pionniers » ne peut pas être atteint, {WHY}"
    )


def test_a_stage_whose_deeds_exclude_each_other_is_not_found(edition):
    """The gates ask for DEP1 at 5 to reach the last stage."""
    impossible = All(
        all_=(StageTest(stage="reached", is_="industrialisation"), AnswerTest(answer="DEP1", at_most=4)),
    )

    assert find(impossible, edition) is None


@pytest.mark.parametrize("stage", ["conception", "experimentation", "modelisation", "essaimage", "industrialisation"])
def test_answers_are_found_for_every_stage(edition, assessing, stage):
    found = find(StageTest(stage="reached", is_=stage), edition)

    assert assessing(**found.values).facts.stage.value == edition.stage_index[stage]
