"""A Report in, the flowables of its PDF out, in reading order."""

from collections.abc import Iterator
from itertools import groupby

from reportlab.platypus import Flowable, KeepTogether, Paragraph

from assessment.report import wording
from assessment.report.document import Reason, Report, Section, SectionId
from assessment.report.pdf_blocks import Cell, Heading, Place, columns, gap, panel
from assessment.report.pdf_charts import ProfileDrawing, StageDrawing
from assessment.report.pdf_lines import Styles, blocks
from assessment.report.pdf_style import WIDTH
from assessment.report.pdf_words import anchor, inner_link, markup, shortened

#: Names of subjects with more signs than this are set smaller.
_LONG_NAME = 60
#: What the first page shows of a long sentence; the whole stands in its section.
_ESSENTIAL_SIGNS = 240
_ESSENTIAL_LINES = 3


def story(report: Report, styles: Styles, *, attached: bool) -> Iterator[Flowable]:
    """The whole report; *attached*: whether the answers travel in the file."""
    listed = frozenset(reason.question for reason in report.answers)
    yield from _opening(report, styles)
    for section in report.sections:
        yield from _section(section, report, styles, listed)
    if report.answers:
        yield from _answers(report.answers, styles, attached=attached)


def _opening(report: Report, styles: Styles) -> Iterator[Flowable]:
    name = report.subject or report.title
    if report.subject:
        yield Paragraph(markup(report.title), styles["kicker"])
    yield Paragraph(markup(name), styles["title" if len(name) <= _LONG_NAME else "long_title"])
    about = (wording.told_day(report.day) if report.day else None, report.edition)
    yield Paragraph(markup(" · ".join(each for each in about if each)), styles["date"])
    yield Paragraph(markup(report.headline), styles["headline"])
    if report.summary:
        yield Paragraph(markup(report.summary), styles["summary"])
    if report.stage_line:
        yield gap(12)
        yield StageDrawing(report.stage_line)
    rows = list(_essentials(report, styles))
    if rows:
        yield gap(16)
        yield panel(rows, (104, WIDTH - 104))
    for notice in report.notices:
        yield Paragraph(markup(notice), styles["notice"])


def _essentials(report: Report, styles: Styles) -> Iterator[list[Cell]]:
    """The gist of the sections, each leading there; what the next stage asks stands here only if all is firm."""
    for name, label in wording.ESSENTIALS.items():
        section = report.section(name)
        if not section or not section.lines or (name == "to_next" and report.section("to_consolidate")):
            continue
        told = [shortened(each, _ESSENTIAL_SIGNS, wording.CUT) for each in _gist(name, section)]
        if told:
            leading = inner_link(f"section-{name}", label)
            said = [Paragraph(markup(each), styles["essential"]) for each in told]
            yield [[Paragraph(leading, styles["essential_label"])], said]


def _gist(name: SectionId, section: Section) -> list[str]:
    first = section.lines[0]
    match name:
        case "stage":
            told = _first([each.text for line in section.lines if line.badge for each in line.because])
        case "contradictions":
            told = _first([line.text for line in section.lines], 1)
        case "to_consolidate" | "to_next":
            told = _first([line.text for line in (*section.lines, *section.more)])
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


def _section(section: Section, report: Report, styles: Styles, listed: frozenset[str]) -> Iterator[Flowable]:
    head: Cell = [Heading(section.title, styles["section"], f"section-{section.id}")]
    head += [Paragraph(markup(section.intro), styles["intro"])] if section.intro else []
    if section.id == "profile" and report.profile:
        stations = report.stage_line.stations if report.stage_line else ()
        yield KeepTogether([*head, ProfileDrawing(report.profile, stations), gap(6)])
        head = []
    for block in blocks(section, styles, listed):
        yield KeepTogether([*head, *block])
        head = []


def _answers(given: tuple[Reason, ...], styles: Styles, *, attached: bool) -> Iterator[Flowable]:
    head: Cell = [Heading(wording.ANSWERS, styles["section"], "section-answers")]
    note = wording.ATTACHED.format(name=wording.ATTACHMENT_NAME)
    head += [Paragraph(markup(note), styles["intro"])] if attached else []
    for screen, members in groupby(given, key=lambda reason: reason.screen):
        head += [Paragraph(markup(screen), styles["group"])] if screen else []
        rows = columns([_row(reason, styles) for reason in members], (36, 232, WIDTH - 268), 2)
        yield KeepTogether([*head, rows])
        head = []


def _row(reason: Reason, styles: Styles) -> list[Cell]:
    shown = [f"{wording.COULD_SHOW} : {reason.shown}"] if reason.shown else []
    return [
        [Place(anchor(reason.question)), Paragraph(markup(reason.question), styles["code"])],
        [Paragraph(markup(reason.text), styles["question"])],
        [
            Paragraph(markup(reason.answer), styles["answer"]),
            *(Paragraph(markup(each), styles["question"]) for each in shown),
        ],
    ]
