"""What the whole PDF tells of a report: each thing once, and nothing without what it rests on."""

import doctest
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from assessment.content.edition import Edition
from assessment.report import pdf, pdf_words, wording
from assessment.report import wording_of_pdf as told
from assessment.report.document import Line, Report, SectionId
from assessment.report.pdf_kept import kept
from assessment.report.pdf_words import to_answers
from assessment.report.typography import french
from assessment.report.wording_of_voices import VOICES

Telling = Callable[..., Report]
Given = Callable[[str], dict[str, Any]]


def lines(report: Report) -> list[tuple[SectionId, Line]]:
    return [(section.id, line) for section in report.sections for line in (*section.lines, *section.more)]


@pytest.fixture(name="reports", scope="module")
def _reports(edition: Edition, telling: Telling) -> list[Report]:
    """The report of each worked case."""
    return [telling(example.given) for example in edition.examples]


def test_the_examples_of_how_answers_are_named_hold():
    assert doctest.testmod(pdf_words).failed == 0


def test_whatever_is_printed_keeps_its_words_its_reason_its_rule_and_its_source(reports: list[Report]):
    for report in reports:
        whole = [(name, replace(line, facts=(), detail=None)) for name, line in lines(report)]
        printed = [(name, replace(line, facts=(), detail=None)) for name, line in lines(kept(report))]

        assert [each for each in printed if each not in whole] == []
        assert [name for name, line in whole if (name, line) not in printed and name != "needs"] == []


def test_a_reason_that_two_offers_share_is_told_once_and_named_by_the_second(given: Given, telling: Telling):
    report = telling(given("N4"))
    reasons = {line.text: line.detail for line in report.section("recommendations").lines}
    printed = {line.text: line.detail for line in kept(report).section("recommendations").lines}

    first, second = "Évaluer l'utilité sociale des partenariats", "Stratégie d'évaluation partenariale"
    assert reasons[first] == reasons[second] == printed[first]
    assert printed == reasons | {second: told.SAME_REASON.format(title=first)}


def test_nothing_is_asked_of_who_stays_here_by_choice_and_their_needs_are_told(given: Given, telling: Telling):
    report = telling(given("N6"))

    assert kept(report).section("needs") == report.section("needs")


def test_a_need_that_a_missing_condition_says_is_not_said_again(given: Given, telling: Telling):
    report = telling(given("N4"))
    section = kept(report).section("needs")

    assert section.title == told.OTHER_NEEDS
    assert [line.badge for line in section.lines] == ["Solution", "Équipe et compétences", "Décisions et stratégie"]
    assert len(report.section("needs").lines) > 3


def test_needs_alone_keep_their_title(given: Given, telling: Telling):
    section = kept(telling(given("F08"))).section("needs")

    assert (section.title, len(section.lines)) == (wording.TITLES["needs"], 1)


def test_levers_behind_the_first_ones_are_told_in_a_line_with_their_reason(report: Report):
    section = kept(report).section("levers")

    assert [bool(line.facts) for line in section.lines] == [True, True, False, False]
    assert [line.text for line in section.lines if not (line.detail and line.badge and line.because)] == []


def test_an_offer_says_what_how_to_begin_how_long_for_whom_and_where_it_is(reports: list[Report]):
    offers = [line for report in reports for name, line in lines(kept(report)) if name == "recommendations"]
    told_facts = {label for line in offers for label, _ in line.facts}

    wanted = {wording.WHAT, wording.HOW_TO_BEGIN, wording.FOR_WHOM, wording.KNOWN_STATUS}
    short = [line.group for line in offers if not wanted <= set(dict(line.facts))]
    assert set(short) == {wording.GROUPS["method"]}
    assert [line.text for line in offers if wording.HOW_TO_BEGIN not in dict(line.facts)] == []
    assert told_facts == wanted | {
        wording.HOW_LONG,
        wording.CENTRE_SECTIONS,
        wording.SEE_ALSO,
        wording.OBLIGATIONS,
    }


def test_that_offers_are_to_be_checked_is_said_before_them(report: Report, edition: Edition):
    section = kept(report).section("recommendations")

    assert (section.intro, section.after) == (edition.catalogue.to_check, None)


def test_what_an_offer_obliges_to_is_told_and_that_it_obliges_to_nothing_is_not(reports: list[Report]):
    told_here = {dict(line.facts).get(wording.OBLIGATIONS) for report in reports for _, line in lines(kept(report))}
    whole = {dict(line.facts).get(wording.OBLIGATIONS) for report in reports for _, line in lines(report)}

    assert all(each.startswith("Quatre sessions obligatoires") for each in told_here - {None})
    assert {"Aucune"} <= whole - told_here


def test_only_words_that_are_printed_are_explained_and_every_stage(reports: list[Report], edition: Edition):
    stages = {wording.small(stage.label) for stage in edition.placement.stages}

    assert [report.headline for report in reports if not set(kept(report).terms) <= set(report.terms)] == []
    assert [report.headline for report in reports if not stages <= {word for word, _ in kept(report).terms}] == []
    assert any(len(kept(report).terms) < len(report.terms) for report in reports)


def test_voices_stay_with_the_levers_told_in_full(report: Report):
    assert [VOICES in dict(line.facts) for line in kept(report).section("levers").lines] == [True, True, False, False]


def test_answers_that_follow_each_other_are_named_together(report: Report):
    reasons = [each for each in report.answers if each.question.startswith(("BES", "SOL"))]

    assert to_answers(reasons, frozenset()) == "BES1-3, SOL1-2"
    assert to_answers(reasons[1:4], frozenset({"BES2"})).count("<a ") == 1


def test_the_wall_of_a_project_that_stays_here_tells_needs_before_what_nobody_expects(given: Given, telling: Telling):
    page = PdfReader(BytesIO(pdf.render(telling(given("N6"))))).pages[1].extract_text()

    places = [page.find(french(title)) for title in (wording.TITLES["needs"], wording.TO_NEXT_BY_CHOICE)]
    assert -1 < places[0] < places[1]
