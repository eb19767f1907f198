"""Lines of a Report in, flowables out: each kind of section has its way of showing a line."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, Paragraph

from assessment.report import wording
from assessment.report.document import Line, Reason, Section
from assessment.report.pdf_blocks import Box, Cell, columns, gap, item
from assessment.report.pdf_fonts import SEMIBOLD
from assessment.report.pdf_style import GREY, LABELS, RULE, WIDTH
from assessment.report.pdf_words import is_address, link, markup, to_answers
from assessment.report.typography import NO_BREAK

Styles = dict[str, ParagraphStyle]

#: Sections whose lines are boxes to tick, and those that show the answers behind them in words.
TO_TICK = frozenset({"to_consolidate", "to_next"})
ANSWERS_IN_FULL = frozenset({"stage", "contradictions"})
#: Short facts that read well one after the other, in a single paragraph.
PRACTICAL = frozenset(
    {
        wording.HOW_LONG,
        wording.FOR_WHOM,
        wording.GROUP,
        wording.OBLIGATIONS,
        wording.WITH_WHOM,
        wording.TRIED,
        wording.CENTRE_SECTIONS,
        wording.REMARK,
        wording.KNOWN_STATUS,
    }
)
_CODE = 34
#: A column of labels is wide when every value beside it is shorter than this.
_SHORT_VALUE = 30


def blocks(section: Section, styles: Styles, listed: frozenset[str]) -> Iterator[Cell]:
    """What a section says below its introduction, block by block; each block stands on one page if it can.

    *listed*: the questions whose answers stand at the end, where links lead.
    """
    if section.id == "needs":
        yield [_needs(section.lines, styles)]
    else:
        yield from _told(section.lines, section, styles, listed)
    more = _told(section.more, section, styles, listed)
    if section.after:
        mark = " :" if section.more else ""
        yield [gap(4), Paragraph(markup(section.after + mark), styles["body"]), *next(more, ())]
    yield from more


def answer(reason: Reason, styles: Styles) -> Cell:
    """The question and what was answered, in words."""
    shown = f" ({wording.COULD_SHOW} : {reason.shown})" if reason.shown else ""
    return [
        Paragraph(markup(reason.text), styles["question"]),
        Paragraph(markup(f"→ {reason.answer}{shown}"), styles["answer"]),
    ]


def _told(given: Iterable[Line], section: Section, styles: Styles, listed: frozenset[str]) -> Iterator[Cell]:
    for group, members in groupby(given, key=lambda line: line.group):
        for index, line in enumerate(members):
            heading = [Paragraph(markup(group), styles["group"])] if group and index == 0 else []
            rule = [_rule()] if index > 0 and line.facts else []
            yield [*heading, *rule, *_line(line, section, styles, listed)]


def _line(line: Line, section: Section, styles: Styles, listed: frozenset[str]) -> Iterator[Flowable]:
    if section.id in TO_TICK:
        yield _box(line, styles)
        return
    if not (line.detail or line.facts or line.badge):
        style = styles["bullet_item"] if section.id == "contradictions" else styles["bullet"]
        yield Paragraph(markup(line.text), style, bulletText="•")
    else:
        yield item(line.text, line.badge, styles["item"])
    if line.detail:
        yield Paragraph(markup(line.detail), styles["body"])
    if line.facts or line.address:
        yield _facts(line, styles)
    if section.id in ANSWERS_IN_FULL and line.because:
        yield answers(line.because, styles)
    yield from _foot(line, styles, listed, in_full=section.id in ANSWERS_IN_FULL)
    yield gap(4)


def answers(reasons: Iterable[Reason], styles: Styles) -> Flowable:
    """Questions with their answers, their names in a column of their own."""
    rows = [[[Paragraph(markup(each.question), styles["code"])], answer(each, styles)] for each in reasons]
    return columns(rows, (_CODE, WIDTH - _CODE), 1.5)


def _box(line: Line, styles: Styles) -> Flowable:
    said: Cell = [Paragraph(markup(line.text), styles["item"])]
    said += [Paragraph(markup(line.detail), styles["small"])] if line.detail else []
    said += [each for reason in line.because for each in answer(reason, styles)]
    return columns([[[gap(2), Box(unknown=line.badge is not None)], said]], (20, WIDTH - 20), 3)


def _needs(given: Iterable[Line], styles: Styles) -> Flowable:
    rows = [
        [[Paragraph(markup(line.badge or ""), styles["label"])], [Paragraph(markup(line.text), styles["fact"])]]
        for line in given
    ]
    return columns(rows, (150, WIDTH - 150), 1.5)


def _facts(line: Line, styles: Styles) -> Flowable:
    practical = [_named(label, value) for label, value in line.facts if label in PRACTICAL]
    told = [(label, _value(value)) for label, value in line.facts if label not in PRACTICAL]
    told += [(wording.WHERE, link(line.address))] if line.address else []
    told += [(wording.IN_PRACTICE, " · ".join(practical))] if practical else []
    short = len(told) > 1 and all(len(value) < _SHORT_VALUE for _, value in told)
    room = 168 if short else LABELS
    rows, before = [], None
    for label, value in told:
        name = markup("" if label == before else label)
        rows.append([[Paragraph(name, styles["label"])], [Paragraph(value, styles["fact"])]])
        before = label
    return columns(rows, (room, WIDTH - room))


def _named(label: str, value: str) -> str:
    """A label and its value in a running paragraph; the label never ends a line, nor breaks over two."""
    whole = markup(f"{label} :").replace(" ", NO_BREAK)
    name = f"<font name={SEMIBOLD!r} color={GREY.hexval()!r}>{whole}</font>"
    return f"{name}{NO_BREAK}{markup(value.removesuffix('.'))}"


def _value(value: str) -> str:
    return link(value) if is_address(value) else markup(value)


def _foot(line: Line, styles: Styles, listed: frozenset[str], *, in_full: bool) -> Iterator[Flowable]:
    told = []
    if line.because and not in_full:
        told.append(f"{markup(wording.YOUR_ANSWERS + ' :')} {to_answers(line.because, listed)}")
    if line.rule:
        told.append(markup(wording.RULE.format(rule=line.rule)))
    if line.source:
        told.append(markup(f"{wording.SOURCE} : {line.source}"))
    if told:
        yield gap(1.5)
        plain = not (line.detail or line.facts or line.badge)
        yield Paragraph(" · ".join(told), styles["small_bullet" if plain else "small"])


def _rule() -> Flowable:
    return HRFlowable(width="100%", thickness=0.4, color=RULE, spaceBefore=3, spaceAfter=6)
