"""A Report in, the flowables of its whole PDF out, in reading order.

First page, page for the wall, then two columns: the profile above them, the sections, and what stands at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable, FrameBreak, NextPageTemplate, PageBreak

from assessment.report.document import Report, SectionId
from assessment.report.pdf_annex import answers, sources, terms
from assessment.report.pdf_blocks import Pen
from assessment.report.pdf_charts import ProfileDrawing
from assessment.report.pdf_cover import cover, section_of
from assessment.report.pdf_lines import lines
from assessment.report.pdf_room import fit, height
from assessment.report.pdf_style import WIDTH, column_styles, small_styles
from assessment.report.pdf_tables import gap
from assessment.report.pdf_wall import wall

#: The order of the sections in the columns; those of the first pages stand here when they found no room there.
_ORDER: tuple[SectionId, ...] = (
    "stage",
    "contradictions",
    "to_consolidate",
    "to_next",
    "profile",
    "zones",
    "levers",
    "needs",
    "recommendations",
    "messages",
    "organisation",
    "doors",
    "confidence",
)


@dataclass(frozen=True, slots=True)
class Story:
    """What a document is made of; *above* is the height of what stands above the columns of their first page."""

    flowables: list[Flowable]
    above: float = 0


def whole(report: Report, pen: Pen, *, contact: str | None, attached: bool, fitting: bool) -> Story:
    """The whole report; *attached*: whether the answers travel in the file; *fitting*: letters may become smaller."""
    first, on_first = cover(report, pen, contact)
    second, on_second = wall(report, pen.inside("Sect"))
    above = list(_profile(report, pen.inside("Sect")))
    room = height(above, WIDTH) if above else 0
    opening = [NextPageTemplate("above" if above else "columns"), PageBreak(), *above]
    opening += [FrameBreak(), NextPageTemplate("columns")] if above else []
    left = [name for name in _ORDER if name not in on_first | on_second and (name != "profile" or not above)]
    below = replace(pen, written=[], styles=column_styles())
    rest = [*_sections(report, below, left), *_end(report, below, attached=attached)]
    if fitting:
        fit(rest, below.written, room)
    return Story([*first, NextPageTemplate("wall"), PageBreak(), *second, *opening, *rest], room)


def _profile(report: Report, pen: Pen) -> Iterator[Flowable]:
    section = report.section("profile")
    if not section or not report.profile:
        return
    yield pen.section(section.title)
    if section.intro:
        yield pen.write(section.intro, "intro")
    stations = report.stage_line.stations if report.stage_line else ()
    yield ProfileDrawing(report.profile, stations, pen.element)
    yield gap(10)


def _sections(report: Report, pen: Pen, names: list[SectionId]) -> Iterator[Flowable]:
    if report.profile and (profile := report.section("profile")):
        yield from lines(profile, pen)
    for name in names:
        if section := report.section(name):
            yield from section_of(section, pen.inside("Sect"))


def _end(report: Report, pen: Pen, *, attached: bool) -> Iterator[Flowable]:
    yield from terms(report, pen.inside("Sect"))
    if method := report.section("method"):
        yield from section_of(method, replace(pen.inside("Sect"), styles=small_styles()))
    yield from sources(report, pen.inside("Sect"))
    yield from answers(report, pen.inside("Sect"), attached=attached)
