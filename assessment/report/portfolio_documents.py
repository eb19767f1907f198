"""Projects of a gathering in, a document of each out: its report, or the guide of an interview.

Functions of a module, so that several processes can share the work; nothing of what a project does not share is told.
"""

import datetime
from dataclasses import replace

from assessment.content.edition import Edition
from assessment.engine.assess import assess
from assessment.portfolio.interview import interview
from assessment.portfolio.projects import Project
from assessment.report import wording_of_portfolio as words_here
from assessment.report.interview_pdf import interview_pdf
from assessment.report.pdf import render
from assessment.report.sections import tell


def reports(projects: list[Project], edition: Edition) -> list[bytes]:
    """The PDF report of each, with the owner's second readings; the answers do not travel in it."""
    return [report(each, edition) for each in projects]


def guides(
    projects: list[Project], edition: Edition, gathering: str = "", day: datetime.date | None = None
) -> list[bytes]:
    """The interview guide of each, as PDF made on *day* for the *gathering* of that title."""
    return [interview_pdf(interview(each.answers, edition, each.first), gathering, day) for each in projects]


def report(project: Project, edition: Edition) -> bytes:
    """The PDF report of a project that shares its answers."""
    told = tell(assess(project.answers, edition), project.answers.subject.date or project.at.date())
    if project.readings:
        again = words_here.READ_AGAIN_HERE.format(questions=", ".join(project.readings))
        told = replace(told, notices=(*told.notices, again))
    return render(told)
