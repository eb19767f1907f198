"""The words and the texts that a report lists at its end."""

from collections.abc import Callable
from typing import Any

from assessment.content.edition import Edition
from assessment.report import wording
from assessment.report.document import Line, Report, Section
from assessment.report.sources import placed, sections_cited, sources
from assessment.report.terms import terms


def told(edition: Edition, text: str, *, stages: bool = False) -> list[str]:
    return [word for word, _ in terms(edition, [Section("messages", "À noter", lines=(Line(text),))], stages=stages)]


def test_words_that_are_used_are_explained_in_alphabetical_order(edition: Edition):
    assert told(edition, "Votre solution, deux essais, des personnes concernées.") == [
        "essai",
        "personnes concernées",
        "solution",
    ]


def test_a_word_inside_another_is_not_used(edition: Edition):
    assert told(edition, "Essayez la dissolution.") == []


def test_a_meaning_that_the_report_tells_is_not_told_again(edition: Edition):
    lever = edition.levers.levers[0]

    assert told(edition, f"{lever.title} : {lever.definition}") == []


def test_every_stage_of_the_line_is_explained(edition: Edition):
    stages = [wording.small(stage.label) for stage in edition.placement.stages]

    assert sorted(told(edition, "", stages=True)) == sorted(stages)


def test_every_source_of_every_line_is_listed(report: Report):
    lines = [line for section in report.sections for line in (*section.lines, *section.more) if line.source]

    unlisted = [line.source for line in lines if any(place is None for place, _ in placed(line.source, report.sources))]
    assert lines
    assert unlisted == []


def test_sources_are_listed_once_and_our_choices_last(report: Report):
    assert len(set(report.sources)) == len(report.sources)
    assert report.sources[-1] == wording.OUR_CHOICE


def test_a_source_keeps_its_address_and_the_parts_that_are_cited(edition: Edition):
    source = "« Rapport d'activité 2017 », Le RAMEAU, juin 2018"
    site = "« Qui sommes-nous », Le RAMEAU, 2022"
    lines = (Line("a", source=f"{source} (Annexe 4, Annexe 7) ; {site}"), Line("b", source=f"{source} (Annexe 4)"))
    section = Section("messages", "À noter", lines=lines)

    listed = sources([section], edition.catalogue)
    assert listed == (source, f"{site} · https://www.lerameau.fr/qui-sommes-nous-duplicate-5040/")
    assert sections_cited([section], listed) == {1: ("Annexe 4", "Annexe 7")}


def test_nothing_is_listed_when_nothing_is_said(edition: Edition, telling: Callable[..., Any]):
    assert (terms(edition, [], stages=False), sources([], edition.catalogue)) == ((), ())
