"""What stands on the first screen of a result."""

from collections.abc import Callable
from typing import Any

import pytest

from assessment.content.edition import Edition
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.report import wording_of_gist as words
from assessment.report.essentials import Essential, essentials
from assessment.report.sections import tell

Seen = Callable[[dict[str, Any]], tuple[Essential, ...]]
Given = Callable[[str], dict[str, Any]]


@pytest.fixture(name="seen")
def _seen(edition: Edition) -> Seen:
    """The first screen of an answer file's data."""

    def seen(data: dict[str, Any]) -> tuple[Essential, ...]:
        assessment = assess(read_answers(data, edition), edition)
        return essentials(assessment, tell(assessment).sections)

    return seen


def test_a_trial_that_is_not_written_down(given: Given, seen: Seen):
    told = seen(given("F03"))

    assert told[:3] == (
        Essential(
            "to_consolidate",
            "À consolider",
            ("Les leçons de l'essai, écrites", "Une description complète de la solution"),
        ),
        Essential(
            "to_next",
            "Pour l'étape suivante",
            ("Un fonctionnement dans plusieurs lieux", "Une description complète de la solution", "Et 4 autres"),
        ),
        Essential(
            "zones",
            "Passage délicat",
            ("L'essai est fait et les aides d'essai s'arrêtent, alors que le modèle durable n'est pas prêt.",),
            "devant vous",
        ),
    )
    assert [each.section for each in told[3:]] == ["levers", "recommendations"]


def test_everything_on_the_first_screen_leads_to_a_section_that_is_there(edition: Edition, seen: Seen):
    for example in edition.examples:
        assessment = assess(read_answers(example.given, edition), edition)
        there = {section.id for section in tell(assessment).sections if section.lines}
        assert {each.section for each in essentials(assessment, tell(assessment).sections)} <= there


def test_what_would_settle_an_open_stage_comes_before_all(given: Given, seen: Seen):
    told = seen(given("F15"))

    assert (told[0].section, len(told[0].told)) == ("stage", 2)


def test_who_stays_by_choice_sees_the_next_stage_as_an_if(given: Given, seen: Seen):
    (told,) = (each for each in seen(given("F12")) if each.section == "to_next")

    assert told.label == words.NEXT_IF_WANTED


def test_the_organisation_stands_beside_the_project(given: Given, seen: Seen):
    (told,) = (each for each in seen(given("complete")) if each.section == "organisation")

    assert told.told == ("Votre organisation est déjà active dans les alliances.",)
