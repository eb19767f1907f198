"""A Report in, its first page out: whom it is about, the line of stages, the essentials, and more if there is room."""

from collections.abc import Iterable, Iterator

from reportlab.platypus import Flowable, Spacer

from assessment.report import wording
from assessment.report import wording_of_pdf as words_of_pdf
from assessment.report.document import Report, Section, SectionId
from assessment.report.essentials import sure
from assessment.report.pdf_blocks import Pen
from assessment.report.pdf_charts import StageDrawing
from assessment.report.pdf_lines import lines
from assessment.report.pdf_room import height, spread
from assessment.report.pdf_style import HEIGHT, WIDTH
from assessment.report.pdf_tables import Cell, gap, halves, panel
from assessment.report.pdf_words import inner_link, section_place, shortened

#: Names of subjects with more signs than this are set smaller.
_LONG_NAME = 60
#: What the first page shows of a long sentence; the whole stands in its section.
_ESSENTIAL_SIGNS = 240
_ESSENTIAL_LINES = 3
_LABELS = 104
_ABOVE_HALVES = 14
#: Sections that explain what the first page says, for the left and the right half below it.
_LEFT: tuple[SectionId, ...] = ("stage",)
_RIGHT: tuple[SectionId, ...] = ("contradictions", "confidence")


def cover(report: Report, pen: Pen, contact: str | None) -> tuple[list[Flowable], frozenset[SectionId]]:
    """The first page, and the sections that found room on it."""
    airs = [gap(0), gap(0), gap(_ABOVE_HALVES)]
    told = [*heading(report, pen, contact, airs[0]), airs[1], *_essentials_panel(report, pen)]
    told += [pen.write(notice, "notice") for notice in report.notices]
    placed: frozenset[SectionId] = frozenset()
    for right in (_RIGHT, _RIGHT[-1:]):
        found = [section for name in (*_LEFT, *right) if (section := report.section(name))]
        below = [airs[2], halves(*_halves(found, pen))]
        if found and height([*told, *below], WIDTH) <= HEIGHT:
            told, placed = [*told, *below], frozenset(section.id for section in found)
            break
        pen.element.drop(len(found))
    spread(airs, HEIGHT - height(told, WIDTH))
    return told, placed


def heading(report: Report, pen: Pen, contact: str | None, air: Spacer | None = None) -> Iterator[Flowable]:
    """Title, name, date, contact; the result in a sentence and as a picture. *air*: room between the two."""
    name = report.subject or report.title
    if report.subject:
        yield pen.write(report.title, "kicker")
    yield pen.write(name, "title" if len(name) <= _LONG_NAME else "long_title", "H1")
    about = (
        wording.told_day(report.day) if report.day else None,
        report.edition,
        words_of_pdf.CONTACT.format(contact=contact) if contact else None,
    )
    yield pen.write(" · ".join(each for each in about if each), "date")
    yield from filter(None, [air])
    yield pen.write(report.headline, "headline")
    if report.summary:
        yield pen.write(report.summary, "summary")
    if report.stage_line:
        yield gap(10)
        yield StageDrawing(report.stage_line, pen.element)


def section_of(section: Section, pen: Pen) -> Cell:
    """A whole section: its title, its introduction, its lines."""
    told: Cell = [pen.section(section.title)]
    told += [pen.write(section.intro, "intro")] if section.intro else []
    return [*told, *lines(section, pen)]


def _halves(found: Iterable[Section], pen: Pen) -> tuple[Cell, Cell]:
    told = {section.id: section_of(section, pen.inside("Sect")) for section in found}
    left = [each for name in _LEFT for each in told.get(name, [])]
    return left, [each for name in _RIGHT for each in told.get(name, [])]


def _essentials_panel(report: Report, pen: Pen) -> Cell:
    rows = list(_essentials(report, pen))
    return [gap(14), panel(rows, (_LABELS, WIDTH - _LABELS))] if rows else []


def _essentials(report: Report, pen: Pen) -> Iterator[list[Cell]]:
    """The gist of the sections, each leading there; what the next stage asks stands here only if all is firm."""
    for name, label in wording.ESSENTIALS.items():
        section = report.section(name)
        if not section or not section.lines or (name == "to_next" and report.section("to_consolidate")):
            continue
        told = [shortened(each, _ESSENTIAL_SIGNS, wording.CUT) for each in _gist(name, section)]
        if told:
            leading = pen.set(inner_link(section_place(section.title), label), "essential_label")
            yield [[leading], [pen.write(each, "essential") for each in told]]


def _gist(name: SectionId, section: Section) -> list[str]:
    first = section.lines[0]
    match name:
        case "stage":
            told = _first([each.text for line in section.lines if line.badge for each in line.because])
        case "contradictions":
            told = _first([line.text for line in section.lines], 1)
        case "to_consolidate" | "to_next":
            told = _first([sure(line) for line in (*section.lines, *section.more)])
        case "levers":
            told = [wording.THEN.join([first.text, *(wording.small(line.text) for line in section.lines[1:2])])]
        case "zones":
            told = [f"{first.text} : {first.badge}" if first.badge else first.text]
        case "recommendations":
            told = [first.text]
        case "confidence":
            told = [f"{first.text}. {first.detail or ''}"]
        case _:
            told = [section.intro] if section.intro else []
    return told


def _first(told: list[str], most: int = _ESSENTIAL_LINES) -> list[str]:
    left = len(told) - most
    return told[:most] + ([wording.capital(wording.others(left))] if left > 0 else [])
