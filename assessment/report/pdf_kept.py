"""A Report in, what its whole PDF tells out: said once, and without what is of use on a screen only. Pure.

Nothing that a line rests on is left out: its reason, its rule and its source stay. The page and the result in JSON keep
everything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assessment.report import wording
from assessment.report import wording_of_pdf as words_of_pdf
from assessment.report.document import Line, Report, Section, SectionId
from assessment.report.terms import used

#: What is told of an offer on paper, beside what it is and how to begin.
_OF_AN_OFFER = frozenset(
    {
        wording.WHAT,
        wording.HOW_TO_BEGIN,
        wording.HOW_LONG,
        wording.FOR_WHOM,
        wording.CENTRE_SECTIONS,
        wording.SEE_ALSO,
        wording.KNOWN_STATUS,
    }
)
#: A method is a work of whoever accompanies: its reason and how to begin are enough here.
_OF_A_METHOD = frozenset({wording.HOW_TO_BEGIN, wording.SEE_ALSO, wording.KNOWN_STATUS})
#: Sections that say what is missing; a need that comes of the same answers would say it again.
_CONDITIONS: tuple[SectionId, ...] = ("to_consolidate", "to_next")  # but for who stays here by choice: nothing is asked


def kept(report: Report) -> Report:
    """*report* as it is printed; a section of which nothing is left goes."""
    found = (_section(section, report) for section in report.sections)
    sections = tuple(section for section in found if section.lines)
    stations = report.stage_line.stations if report.stage_line else ()
    return replace(
        report, sections=sections, terms=used(report.terms, sections, frozenset(map(wording.small, stations)))
    )


def _section(section: Section, report: Report) -> Section:
    match section.id:
        case "needs":
            return _needs(section, report)
        case "levers":
            return replace(section, lines=tuple(map(_lever, section.lines)))
        case "recommendations":
            return replace(section, intro=section.after, lines=tuple(_offers(section.lines)), after=None)
        case _:
            return section


def _needs(section: Section, report: Report) -> Section:
    asked = {
        reason.question
        for name in _CONDITIONS
        if (found := report.section(name)) and found.title != wording.TO_NEXT_BY_CHOICE
        for line in (*found.lines, *found.more)
        for reason in line.because
    }
    left = tuple(line for line in section.lines if not asked.intersection(reason.question for reason in line.because))
    title = words_of_pdf.OTHER_NEEDS if len(left) < len(section.lines) else section.title
    return replace(section, title=title, lines=left)


def _lever(line: Line) -> Line:
    """A lever behind the first ones is told in a line."""
    return line if dict(line.facts).get(wording.HOW_TO_BEGIN) else replace(line, facts=())


def _offers(lines: Iterable[Line]) -> Iterator[Line]:
    """Offers; a reason that an offer above has too is told there."""
    first: dict[str | None, str] = {}
    for line in map(_offer, lines):
        title = first.setdefault(line.detail, line.text)
        yield line if title == line.text else replace(line, detail=words_of_pdf.SAME_REASON.format(title=title))


def _offer(line: Line) -> Line:
    told = _OF_A_METHOD if line.group == wording.GROUPS["method"] else _OF_AN_OFFER
    return replace(line, facts=tuple(fact for fact in line.facts if fact[0] in told or _binds(fact)))


def _binds(fact: tuple[str, str]) -> bool:
    """Whether what an offer asks of people takes a sentence to say."""
    label, value = fact
    return label == wording.OBLIGATIONS and value.endswith(".")
