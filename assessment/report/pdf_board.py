"""A Report in, one page for a board out: the stage, what the next one asks, three actions, levers, limits."""

from collections.abc import Iterator
from dataclasses import replace

from reportlab.platypus import Flowable, KeepInFrame

from assessment.report import wording
from assessment.report import wording_of_pdf as words_of_pdf
from assessment.report.document import Report, Section, SectionId
from assessment.report.pdf_blocks import Pen
from assessment.report.pdf_cover import heading
from assessment.report.pdf_lines import ticks
from assessment.report.pdf_style import HEIGHT, WIDTH
from assessment.report.pdf_tables import Cell, gap, halves
from assessment.report.pdf_wall import cards

#: What one page shows of a list; the whole stands in the whole report.
_CONDITIONS: dict[SectionId, int] = {"to_consolidate": 3, "to_next": 2}
_LEVERS, _LIMITS, _PAIRS = 2, 2, 2


def board(report: Report, pen: Pen, contact: str | None) -> list[Flowable]:
    """The page; whatever it holds, it is one page."""
    told = [*heading(report, pen, contact), pen.section(words_of_pdf.ACTIONS)]
    told += [each for card in cards(report.actions, pen, rules=1) for each in (card, gap(5))]
    told += [*_to_reread(report, pen), gap(7), halves([*_asked(report, pen)], [*_levers(report, pen)])]
    told += _limits(report, pen)
    return [KeepInFrame(WIDTH, HEIGHT, told, mode="shrink")]


def _to_reread(report: Report, pen: Pen) -> Iterator[Flowable]:
    """What would change the stage if it were answered otherwise: a board is not told a stage as if it were certain."""
    section = report.section("contradictions")
    if section:
        yield pen.section(section.title)
        for line in section.lines[:_PAIRS]:
            yield pen.write(line.text, "body")


def _asked(report: Report, pen: Pen) -> Iterator[Flowable]:
    """What remains to consolidate, then what the next stage asks, as far as there is room."""
    for name, most in _CONDITIONS.items():
        section = report.section(name)
        if not section:
            continue
        given = [*section.lines, *section.more]
        yield pen.section(section.title)
        yield from ticks([replace(line, detail=None, because=()) for line in given[:most]], pen)
        if len(given) > most:
            yield pen.write(f"{wording.capital(wording.others(len(given) - most))}.", "body")


def _levers(report: Report, pen: Pen) -> Cell:
    section = report.section("levers")
    if not section:
        return []
    told: Cell = [pen.section(words_of_pdf.LEVERS_FIRST)]
    for line in section.lines[:_LEVERS]:
        begin = dict(line.facts).get(wording.HOW_TO_BEGIN)
        told.append(pen.item(line.text, line.badge))
        told += [pen.write(each, "board") for each in (line.detail, begin) if each]
    return told


def _limits(report: Report, pen: Pen) -> Iterator[Flowable]:
    method: Section | None = report.section("method")
    if not method:
        return
    yield pen.section(words_of_pdf.LIMITS)
    confidence = report.section("confidence")
    for line in confidence.lines if confidence else ():
        yield pen.write(f"{line.text}. {line.detail or ''}".strip(), "body")
    listed = pen.inside("L")
    for line in method.lines[:_LIMITS]:
        yield listed.inside("LI").inside("LBody").write(line.text, "bullet", bullet="•")
    for notice in report.notices:
        yield pen.write(notice, "body")
