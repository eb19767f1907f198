"""What a report says, and in which order."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assessment.content.edition import Edition
from assessment.report import wording
from assessment.report.document import Report, SectionId

Telling = Callable[..., Report]
Given = Callable[[str], dict[str, Any]]


def ids(report: Report) -> list[SectionId]:
    return [section.id for section in report.sections]


def texts(value: object) -> Iterator[str]:
    """Every text of a report, the answers' own words apart."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name not in {"because", "answers"}:
                yield from texts(getattr(value, field.name))


def test_a_complete_report_says_first_what_matters_first(report: Report):
    assert ids(report) == [
        "stage",
        "to_consolidate",
        "to_next",
        "zones",
        "levers",
        "needs",
        "recommendations",
        "messages",
        "organisation",
        "doors",
        "confidence",
        "profile",
        "method",
    ]


@pytest.mark.parametrize(
    ("data", "title", "sections"),
    [
        (
            {"organisation": {"answers": {"T0": 2, "O1": 2, "O3": 2, "O14": 2, "FO1": 1}}},
            wording.ABOUT_ORGANISATION,
            ["recommendations", "messages", "organisation", "method"],
        ),
        ({"doors": {"answers": {"L1": 2}}}, wording.ABOUT_DOORS, ["messages", "doors", "method"]),
        (
            {"project": {"answers": {"BES2": 2}}},
            wording.ABOUT_PROJECT,
            ["stage", "messages", "confidence", "method"],
        ),
    ],
)
def test_a_part_alone_makes_a_report(data: dict, title: str, sections: list[SectionId], telling: Telling):
    told = telling(data)

    assert (told.title, ids(told)) == (title, sections)


def test_while_nothing_tells_the_stage_the_report_asks_instead_of_naming_one(telling: Telling, edition: Edition):
    told = telling({"project": {"answers": {"BES2": 2}}})

    (line,) = told.section("stage").lines
    assert (told.headline, told.stage_line, told.profile) == (wording.STAGE_UNKNOWN, None, None)
    assert [reason.question for reason in line.because] == list(edition.deed_questions)
    assert {reason.answer for reason in line.because} == {wording.NOT_ANSWERED}


def test_an_open_stage_gives_its_range_and_what_would_decide(given: Given, telling: Telling):
    told = telling(given("F15"))

    line = told.section("stage").lines[0]
    assert told.summary == wording.RANGE.format(lowest="expérimentation", highest="essaimage")
    assert [(reason.question, reason.answer) for reason in line.because] == [
        ("SOL1", "Je ne sais pas"),
        ("MOD1", "Je ne sais pas"),
    ]


def test_the_stage_line_says_the_whole_picture_in_words(given: Given, telling: Telling):
    line = telling(given("F03")).stage_line

    assert (line.reached, line.consolidated, line.lowest, line.highest) == (2, 1, 2, 2)
    assert line.alt == wording.STAGE_LINE.format(
        stages="conception, expérimentation, modélisation, essaimage, industrialisation",
        reached="modélisation",
        consolidated="expérimentation",
    )


def test_what_is_missing_for_the_next_stage_is_limited_and_nothing_is_lost(
    given: Given, telling: Telling, edition: Edition
):
    section = telling(given("F03")).section("to_next")

    assert (len(section.lines), section.after, len(section.more)) == (edition.limits.missing_at_most, "Et 3 autres", 3)


def test_an_unknown_condition_is_marked_and_a_missing_one_is_not(given: Given, telling: Telling):
    section = telling(given("F16")).section("to_consolidate")

    marked = [(line.because[0].question, line.badge) for line in section.lines]
    assert marked == [
        ("EXP2", wording.NOT_KNOWN),
        ("EVA1", wording.NOT_KNOWN),
        ("ALL1", wording.NOT_KNOWN),
        ("EVA2", None),
        ("ALL1", wording.NOT_KNOWN),
    ]


def test_contradictions_come_back_as_questions_with_both_answers(given: Given, telling: Telling):
    section = telling(given("F14")).section("contradictions")

    assert all(line.text.endswith("?") for line in section.lines)
    assert {len(line.because) for line in section.lines} == {2}


def test_a_project_that_chose_to_stay_is_expected_to_do_nothing_more(given: Given, telling: Telling):
    section = telling(given("F12")).section("to_next")

    assert section.title == wording.TO_NEXT_BY_CHOICE
    assert section.intro.startswith(wording.NOTHING_EXPECTED)


def test_only_the_first_levers_are_told_in_full(report: Report, edition: Edition):
    full = [wording.HOW_TO_BEGIN in dict(line.facts) for line in report.section("levers").lines]

    assert full == [place < edition.limits.levers_at_most for place in range(len(full))]


def test_help_that_was_asked_for_is_set_beside_help_that_would_be_useful(report: Report, edition: Edition):
    assert report.section("levers").after == edition.levers.asked_elsewhere.format(
        asked="financement", useful="stratégie et gouvernance, expertises et réseau"
    )


def test_every_recommendation_says_why_how_to_begin_and_where_it_comes_from(report: Report):
    for line in report.section("recommendations").lines:
        facts = dict(line.facts)
        assert line.detail.startswith("Parce qu")
        assert {wording.WHAT, wording.HOW_TO_BEGIN, wording.FOR_WHOM, wording.KNOWN_STATUS} <= set(facts)
        assert all((line.because, line.rule, line.source, line.group))


def test_what_nobody_confirmed_is_to_be_checked_and_this_is_explained_once(report: Report, edition: Edition):
    section = report.section("recommendations")

    assert {line.badge for line in section.lines} == {wording.TO_CHECK}
    assert section.after == edition.catalogue.to_check
    assert list(texts(report)).count(edition.catalogue.offers_notice) == 1


def test_the_sections_of_a_centre_follow_the_preferred_door(report: Report):
    told = [dict(line.facts).get(wording.CENTRE_SECTIONS) for line in report.section("recommendations").lines]

    assert {each.split(wording.THEN)[0] for each in told if each} == {"Illustrations"}


def test_the_short_version_gives_a_stage_and_no_profile(given: Given, telling: Telling):
    told = telling(given("F03"), short=True)

    assert (told.headline, told.profile, "profile" in ids(told)) == ("Votre projet est en modélisation.", None, False)


def test_the_answers_say_what_could_be_shown(report: Report):
    shown = {reason.question: reason.shown for reason in report.answers if reason.shown}

    assert shown == {"EXP1": wording.SHOWN["document"], "DEP1": wording.SHOWN["outside"]}


def test_every_answer_stands_in_the_report(report: Report, given: Given):
    data = given("complete")

    answered = [name for part in ("project", "organisation", "doors") for name in data[part]["answers"]]
    assert sorted(reason.question for reason in report.answers) == sorted(answered)


def test_no_report_gives_a_score_or_a_share(given: Given, telling: Telling, edition: Edition):
    for example in edition.examples:
        told = " ".join(texts(telling(example.given)))
        assert "%" not in told
        assert "score" not in told.lower()
