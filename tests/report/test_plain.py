"""The gist of a report in the plainest words."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from assessment.content.coherence import PLAIN_WORDS
from assessment.content.edition import Edition
from assessment.report import wording_of_gist as wording
from assessment.report.document import Report

Telling = Callable[..., Report]
Given = Callable[[str], dict[str, Any]]


@pytest.fixture(name="cases", scope="module")
def _cases(edition: Edition, telling: Telling) -> dict[str, tuple[str, ...]]:
    return {example.name: telling(example.given).plain for example in edition.examples}


def test_a_project_is_told_in_six_to_ten_sentences(cases: dict[str, tuple[str, ...]]):
    assert {name: len(told) for name, told in cases.items() if not 6 <= len(told) <= 10} == {}


def test_a_sentence_is_one_short_idea(cases: dict[str, tuple[str, ...]]):
    told = {sentence for each in cases.values() for sentence in each}
    written = {value for name, value in vars(wording).items() if name.startswith("PLAIN_")}

    one_sentence = re.compile(r"[^.!?;:]+\.")
    assert [each for each in told | written if not one_sentence.fullmatch(each)] == []
    assert [each for each in told | written if len(each.split()) > PLAIN_WORDS] == []


def test_no_name_of_the_method_is_told(cases: dict[str, tuple[str, ...]], edition: Edition):
    placement = edition.placement
    names = [each.label.lower() for each in (*placement.stages, *placement.zones, *placement.phases)]
    names += ["levier", "essaim", "modélis", "consolid", "gouvernance", "évaluation", "territoire", "alliance"]

    told = " ".join(sentence for each in cases.values() for sentence in each).lower()
    assert [name for name in names if name in told] == []


def test_an_unwritten_trial_is_told_from_where_it_stands_to_whom_to_ask(given: Given, telling: Telling):
    assert telling(given("F03")).plain == (
        "Vous avez fini un essai.",
        "C'est le moment d'écrire ce qui marche.",
        "Vous apprenez de vos essais.",
        "Il manque encore des choses pour que cela tienne.",
        "Ce que l'essai vous a appris n'est pas écrit.",
        "Écrivez ce qui a marché et ce qui a raté.",
        "Demandez de l'aide pour voir ce qui change.",
        "Vous pouvez aussi suivre une formation.",
        "Ce résultat n'est pas une note.",
    )


def test_what_is_not_known_is_never_told_as_missing(given: Given, telling: Telling):
    told = telling(given("F15")).plain

    assert wording.PLAIN_OPEN in told
    assert [each for each in told if "manque" in each] == [wording.PLAIN_OPEN]


def test_who_stays_by_choice_is_asked_for_nothing(given: Given, telling: Telling):
    told = telling(given("F12")).plain

    assert wording.PLAIN_STAYS_HERE in told
    assert [each for each in told if "manque" in each or "pas encore" in each] == []


@pytest.mark.parametrize(
    ("data", "first"),
    [
        ({"project": {"answers": {"BES2": 2}}}, wording.PLAIN_STAGE_UNKNOWN),
        (
            {"organisation": {"answers": {"O1": 2, "O3": 2, "O14": 2}}},
            "Votre organisation agit déjà avec d'autres.",
        ),
        ({"organisation": {"answers": {"T0": 1}}}, wording.PLAIN_LEVEL_UNKNOWN),
        ({"doors": {"answers": {"L1": 2}}}, "Commencez par l'histoire d'une autre équipe."),
        ({"doors": {"answers": {"L1": "x"}}}, wording.PLAIN_ALL_DOORS),
    ],
)
def test_a_part_alone_is_told_too(data: dict, first: str, telling: Telling, edition: Edition):
    told = telling(data).plain

    assert (told[0], told[-1]) == (first, edition.card.plain)
