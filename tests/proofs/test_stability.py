"""What moves when a number moves by one must be accepted by name, and what is accepted must move."""

from dataclasses import replace

import pytest

from assessment.content.stability import Accepted, Move, Stability
from assessment.proofs.places import Places
from assessment.proofs.stability import doses, table, thresholds, told, unstable

CHANGE = "porte essaimage, ECO3 : 3 → 4"
CASE = "F06 Essaimage établi"


@pytest.fixture(name="found", scope="module")
def _found(edition, witnesses):
    return unstable(edition, witnesses)


def accepting(edition, *moves):
    return replace(edition, stability=Stability(accepted=(Accepted(reason="Pour voir.", moves=moves),)))


def all_moves(found):
    return [Move(change=each.change.name, cases=tuple(each.cases)) for each in found]


def test_what_moves_in_the_shipped_edition_is_accepted_and_nothing_else(edition, found, places):
    assert told(found, edition, places) == []


def test_every_threshold_and_every_dose_that_was_not_read_is_moved_both_ways(edition):
    names = {change.name for change in (*thresholds(edition), *doses(edition))}

    assert {"porte experimentation, EXP1 : 2 → 1", "porte experimentation, EXP1 : 2 → 3"} <= names
    assert {"levier financement, deploiement : + → ++", "levier expertise_reseau, deploiement : +++ → ++"} <= names
    assert not any(name.startswith("levier evaluation") for name in names)
    assert "porte industrialisation, DEP2 : 5 → 6" not in names


def test_a_move_that_is_not_accepted_is_told(edition, found):
    moves = [move for move in all_moves(found) if move.change != CHANGE]

    assert [str(each) for each in told(found, accepting(edition, *moves), Places())] == [
        f"ECO3 : « {CHANGE} » déplace {CASE} (consolidée Essaimage → Modélisation). "
        "Revoyez ce nombre, ou acceptez-le dans stability.yaml avec sa raison."
    ]


def test_a_case_accepted_for_a_change_that_does_not_move_it_is_told(edition, found):
    more = Move(change=CHANGE, cases=("F08 Porté par une politique publique",))

    assert [str(each) for each in told(found, accepting(edition, *all_moves(found), more), Places())] == [
        f"{CHANGE} › cases : « {CHANGE} » ne déplace pas « F08 Porté par une politique publique ». Retirez cette ligne."
    ]


def test_a_change_that_moves_nothing_any_more_is_told_with_the_nearest_one_that_does(edition, found):
    misspelt = Move(change="porte essaimage, ECO3 : 3 → 5", cases=(CASE,))

    assert [str(each) for each in told(found, accepting(edition, *all_moves(found), misspelt), Places())] == [
        f"{misspelt.change} › cases : « {misspelt.change} » ne déplace aucun cas. Vouliez-vous dire « {CHANGE} » ?"
    ]


def test_the_table_tells_what_each_change_does(found):
    assert f"{CHANGE} : {CASE} (consolidée Essaimage → Modélisation)" in table(found)
