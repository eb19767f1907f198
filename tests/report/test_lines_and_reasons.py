"""Every line of every report can be opened to its answers, its rule or its source, and each of them exists."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assessment.content.edition import Edition
from assessment.content.questionnaire import Sourced
from assessment.content.reading import parts
from assessment.report import wording_of_voices as voices
from assessment.report.citation import cite
from assessment.report.document import Line, Report, SectionId

Telling = Callable[..., Report]
Given = Callable[[str], dict[str, Any]]

ALONE = (
    {"organisation": {"answers": {"T0": 2, "O1": 2, "O3": 2, "O14": 2, "FO1": 1}}},
    {"organisation": {"answers": {"T0": 1, "O3": 3, "O14": "x"}}},
    {"doors": {"answers": {"L1": 2}}},
    {"project": {"answers": {"BES2": 2}}},
)


@pytest.fixture(name="reports", scope="session")
def _reports(edition: Edition, given: Given, telling: Telling) -> list[Report]:
    """Every worked case, whole and short; every part alone; a project with its organisation and its doors."""
    cases = [example.given for example in edition.examples]
    short = [case for case in cases if "project" in case]
    return [
        *map(telling, (*cases, *ALONE, given("complete"))),
        *(telling(case, short=True) for case in short),
    ]


def lines(reports: list[Report]) -> Iterator[tuple[SectionId, Line]]:
    for report in reports:
        for section in report.sections:
            yield from ((section.id, line) for line in (*section.lines, *section.more))


def test_every_line_says_why(reports: list[Report]):
    assert [(name, line.text) for name, line in lines(reports) if not (line.because or line.rule or line.source)] == []


def test_every_line_but_a_question_of_ours_names_its_source(reports: list[Report]):
    without = {name for name, line in lines(reports) if not line.source}

    assert without <= {"stage", "organisation", "profile"}  # what is not known yet, and what stands out in a profile


def test_every_reason_is_a_question_in_the_words_of_its_questionnaire(reports: list[Report], edition: Edition):
    told = {reason for _, line in lines(reports) for reason in line.because}
    told |= {reason for report in reports if report.profile for row in report.profile.rows for reason in row.because}

    assert {(each.question, each.text) for each in told} <= {
        (name, question.text) for name, question in edition.questions.items()
    }


def test_every_rule_is_one_of_the_edition(reports: list[Report], edition: Edition):
    assert {line.rule for _, line in lines(reports) if line.rule} <= {rule.id for rule in edition.rules}


def test_every_source_is_told_in_the_words_of_the_catalogue(reports: list[Report], edition: Edition):
    models = (edition.card, edition.placement, edition.levers, edition.needs, edition.doors, edition.catalogue)
    rules = tuple(edition.rules)
    written = {
        cite(part.source, edition.catalogue)
        for model in (*models, *edition.questionnaires, *rules)
        for _, part in parts(model)
        if isinstance(part, Sourced)
    }
    joined = {line.source for name, line in lines(reports) if name == "method"}  # several sources, told together

    assert {line.source for _, line in lines(reports) if line.source} - joined <= written
    assert all(source and " 00" not in source and "WEB " not in source for source in joined)


def test_every_known_row_of_a_profile_has_its_answers(reports: list[Report], edition: Edition):
    rows = [row for report in reports if report.profile for row in report.profile.rows]

    assert {bool(row.because) for row in rows if row.level is not None} == {True}
    assert {edition.dimension_of(reason.question) == row.id for row in rows for reason in row.because} == {True}


def test_a_lever_is_told_by_up_to_three_voices_with_the_answers_of_each(report: Report):
    told = {line.text: (dict(line.facts).get(voices.VOICES), line.because) for line in report.section("levers").lines}

    said = {text: value for text, (value, _) in told.items()}
    assert said == {
        "Stratégie et gouvernance": "Vos réponses le montrent ; vous dites que cela bloque",
        "Expertises et réseau": "Vos réponses le montrent ; vous dites que cela bloque",
        "Financement": "Vous dites que cela bloque ; vous cherchez cette aide",
        "Évaluation": "Vos réponses le montrent",
    }
    assert {"C6", "C7"} == {reason.question for reason in told["Financement"][1]}
    assert {"C6"} < {reason.question for reason in told["Expertises et réseau"][1]}


def test_the_organisation_is_set_beside_the_project(report: Report, telling: Telling, edition: Edition, given: Given):
    (line,) = (each for each in report.section("organisation").lines if each.group == voices.TOGETHER)
    pairing = next(each for each in edition.placement.pairings if each.id == "deploiement_et_actifs")
    assert (line.text, line.detail) == (pairing.label, pairing.text)
    assert {"DEP1", "O1"} <= {reason.question for reason in line.because}

    data = given("complete")
    unsure = {**data, "organisation": {"answers": {**data["organisation"]["answers"], "O1": "x"}}}
    (line,) = (each for each in telling(unsure).section("organisation").lines if each.group == voices.TOGETHER)
    assert (line.text, [reason.question for reason in line.because]) == (voices.TOGETHER_UNKNOWN, ["O1"])


def test_all_four_doors_of_a_centre_are_told_the_preferred_one_first(reports: list[Report], edition: Edition):
    names = {door.section for door in edition.doors.doors}
    told = {
        value.split(", puis ")[0]: set(value.split(", puis "))
        for _, line in lines(reports)
        for label, value in line.facts
        if label == "Par où entrer"
    }

    assert set(map(frozenset, told.values())) == {frozenset(names)}
    assert len(told) > 1
