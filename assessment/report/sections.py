"""An Assessment in, the Report out: every sentence in the order a person needs. Pure.

The sentences come from the content, the labels from wording.py; each family of sections has its module.
"""

import datetime
from collections.abc import Iterator

from assessment.engine.assess import Assessment, Project
from assessment.report import advice, organisation, pictures, standing, wording
from assessment.report.citation import cite
from assessment.report.document import Line, Report, Section
from assessment.report.plain import plainly, sentences
from assessment.report.reasons import all_answers
from assessment.report.sources import sources
from assessment.report.terms import terms


def tell(assessment: Assessment, day: datetime.date | None = None) -> Report:
    """The report of an assessment, made on *day*."""
    title, headline, summary = _opening(assessment)
    project, edition = assessment.project, assessment.edition
    told = tuple(section for section in _sections(assessment) if section.lines)
    return Report(
        title=title,
        subject=assessment.answers.subject.name,
        day=day,
        edition=assessment.edition.card.title,
        headline=headline,
        summary=summary,
        stage_line=pictures.stage_line(assessment, project.placement) if project else None,
        profile=pictures.profile(assessment, project.placement) if project else None,
        sections=told,
        answers=all_answers(assessment),
        notices=(*_short(assessment), *((assessment.edition.card.equity,) if project else ())),
        actions=assessment.answers.actions,
        terms=terms(edition, told, stages=project is not None),
        sources=sources(told, edition.catalogue),
        plain=sentences(plainly(assessment)),
    )


def _short(assessment: Assessment) -> Iterator[str]:
    """What a result of the short version leaves out."""
    if assessment.answers.short:
        yield wording.SHORT_VERSION.format(count=len(assessment.edition.key_questions))


def _opening(assessment: Assessment) -> tuple[str, str, str]:
    """Title, headline and summary: of the project if there is one, else of the organisation, else of the doors."""
    if assessment.project:
        placement = assessment.project.placement
        return (
            wording.ABOUT_PROJECT,
            standing.headline(assessment, placement),
            standing.summary(assessment, placement),
        )
    if found := assessment.organisation:
        return (
            wording.ABOUT_ORGANISATION,
            organisation.level_headline(assessment, found),
            organisation.level_summary(assessment, found),
        )
    if doors := assessment.doors:
        return (
            wording.ABOUT_DOORS,
            organisation.doors_headline(assessment, doors),
            organisation.doors_summary(assessment, doors),
        )
    return wording.ABOUT_DOORS, wording.DOORS_OPEN, ""


def _sections(assessment: Assessment) -> Iterator[Section]:
    project = assessment.project
    if project:
        placement = project.placement
        yield standing.stage_section(assessment, placement)
        if placement.contradictions:
            yield standing.contradictions_section(assessment, placement)
        if standing.stage_known(assessment):
            yield from _next_steps(assessment, project)
    yield advice.recommendations_section(assessment)
    yield advice.messages_section(assessment)
    if assessment.organisation:
        yield organisation.organisation_section(assessment, assessment.organisation)
    if assessment.doors:
        yield organisation.doors_section(assessment, assessment.doors)
    if project:
        yield standing.confidence_section(assessment, project.placement)
        if pictures.profile(assessment, project.placement):
            yield pictures.profile_section(assessment, project.placement)
    yield _method(assessment)


def _next_steps(assessment: Assessment, project: Project) -> Iterator[Section]:
    """What follows from the stage: nothing of it makes sense while the stage is unknown."""
    placement = project.placement
    yield standing.to_consolidate_section(assessment, placement)
    yield standing.to_next_section(assessment, placement)
    yield standing.zones_section(assessment, placement)
    yield advice.levers_section(assessment, project)
    yield advice.needs_section(assessment, project)


def _method(assessment: Assessment) -> Section:
    """What the method cannot say, and what is ours in it."""
    edition = assessment.edition
    source = cite(edition.card.source, edition.catalogue)
    lines = [Line(limit, source=source, group=wording.LIMITS) for limit in edition.card.limits]
    if assessment.project:
        cells = " ; ".join(dict.fromkeys(cell.source for lever in edition.levers.levers for cell in lever.doses))
        lines.append(Line(edition.levers.note, source=cite(cells, edition.catalogue), group=wording.MATRIX))
    if advice.anything_to_check(assessment):
        items = " ; ".join(dict.fromkeys(each.item.source for each in assessment.advice.recommendations))
        lines.append(Line(edition.catalogue.offers_notice, source=cite(items, edition.catalogue), group=wording.OFFERS))
    return Section("method", wording.TITLES["method"], edition.card.presentation, tuple(lines))
