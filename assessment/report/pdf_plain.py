"""A Report in, one page in the plainest words and large letters out, which anyone can read."""

from reportlab.platypus import Flowable, KeepInFrame

from assessment.engine.actions import AT_MOST, Action
from assessment.report import wording
from assessment.report import wording_of_pdf as words_of_pdf
from assessment.report.document import Report
from assessment.report.pdf_blocks import Box, Pen
from assessment.report.pdf_charts import StageDrawing
from assessment.report.pdf_style import HEIGHT, WIDTH
from assessment.report.pdf_tables import columns, gap
from assessment.report.pdf_wall import Rule

_BOX = 28


def plain(report: Report, pen: Pen, contact: str | None) -> list[Flowable]:
    """The page; whatever it holds, it is one page."""
    told: list[Flowable] = [pen.write(report.subject or report.title, "plain_title", "H1")]
    about = (
        wording.told_day(report.day) if report.day else None,
        words_of_pdf.CONTACT.format(contact=contact) if contact else None,
    )
    told.append(pen.write(" · ".join(filter(None, about)), "date"))
    if report.stage_line:
        told += [gap(10), StageDrawing(report.stage_line, pen.element, size=14)]
    told.append(pen.write(words_of_pdf.PLAIN, "plain_head", "H2"))
    told += [pen.write(sentence, "plain") for sentence in report.plain]
    told += _actions(report, pen)
    return [KeepInFrame(WIDTH, HEIGHT, told, mode="shrink")]


def _actions(report: Report, pen: Pen) -> list[Flowable]:
    listed = pen.inside("Sect")
    told: list[Flowable] = [listed.write(words_of_pdf.ACTIONS, "plain_head", "H2")]
    listed = listed.inside("L")
    for action in [*report.actions, *[None] * AT_MOST][:AT_MOST]:
        body = listed.inside("LI").inside("LBody")
        said = [body.write(_said(action), "plain")] if action else [Rule(WIDTH - _BOX, 22)]
        told.append(columns([[[gap(3), Box(side=15)], said]], (_BOX, WIDTH - _BOX), 1, 4))
    return told


def _said(action: Action) -> str:
    by = wording.told_day(action.by) if action.by else None
    about = ", ".join(filter(None, (action.who, by)))
    return f"{action.what} ({about})" if about else action.what
