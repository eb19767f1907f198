"""A Report in, the page to keep on the wall out: three actions with boxes to tick, how to begin, what is asked."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame

from assessment.engine.actions import AT_MOST, Action
from assessment.report import wording
from assessment.report import wording_of_pdf as words_of_pdf
from assessment.report.document import Line, Report, SectionId
from assessment.report.pdf_blocks import Box, Pen
from assessment.report.pdf_lines import ticks
from assessment.report.pdf_room import height, spread
from assessment.report.pdf_style import GREY, HEIGHT, RULE, WIDTH
from assessment.report.pdf_tables import Cell, columns, gap, halves

_BOX = 30
#: A card with more in it than anybody writes sets it smaller.
_TALLEST = 200
#: The most room that is added between cards, and above what follows.
_AIR = 20
#: Room for « Qui », « Pour le » and « Fait le ».
_FACTS = (0.44, 0.28, 0.28)


class Rule(Flowable):
    """A line to write on by hand."""

    def __init__(self, width: float, room: float) -> None:
        super().__init__()
        self.width, self.height = width, room

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line."""
        self.canv.setStrokeColor(GREY)
        self.canv.setLineWidth(0.6)
        self.canv.setDash(1, 2)
        self.canv.line(0, 2, self.width, 2)
        self.canv.setDash()


class Card(Flowable):
    """A frame around what it holds."""

    PADDING = 9

    def __init__(self, held: Flowable) -> None:
        super().__init__()
        self.held = KeepInFrame(0, _TALLEST, [held], mode="shrink")

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """The room it takes."""
        self.held.canv = getattr(self, "canv", None)  # none while it is only measured
        _, inner = self.held.wrap(width - 2 * self.PADDING, room)
        self.width, self.height = width, inner + 2 * self.PADDING
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame and what it holds."""
        _frame(self.canv, self.width, self.height)
        self.held.drawOn(self.canv, self.PADDING, self.PADDING)


def wall(report: Report, pen: Pen) -> tuple[list[Flowable], frozenset[SectionId]]:
    """The page, and the sections that found room on it."""
    told = [pen.section(words_of_pdf.WALL, "wall"), pen.write(words_of_pdf.WALL_INTRO, "wall_intro")]
    airs = [gap(9) for _ in range(AT_MOST)]
    told += [each for pair in zip(cards(report.actions, pen), airs, strict=True) for each in pair]
    if len(report.actions) < AT_MOST:
        told += first_steps(report, pen)
    placed: set[SectionId] = set()
    for names in _in_order(report):
        below = _asked(report, names, pen)
        if below and height([*told, *below], WIDTH) <= HEIGHT:
            airs.append(below[0])
            told += below
            placed |= set(names)
        elif below:
            pen.element.drop(len([name for name in names if report.section(name)]))
    spread(airs, HEIGHT - height(told, WIDTH), _AIR)
    return told, frozenset(placed)


def _in_order(report: Report) -> tuple[tuple[SectionId, ...], ...]:
    """The sections that find room together; what nobody expects of a project that stays here comes last."""
    following = report.section("to_next")
    if following and following.title == wording.TO_NEXT_BY_CHOICE:
        return ("to_consolidate",), ("needs",), ("to_next",)
    return ("to_consolidate", "to_next"), ("needs",)


def cards(actions: Iterable[Action], pen: Pen, rules: int = 2) -> Iterator[Card]:
    """The actions that were chosen, then up to three empty ones, each with *rules* to write on."""
    chosen = [*actions, *[None] * AT_MOST][:AT_MOST]
    listed = pen.inside("L")
    for number, action in enumerate(chosen, start=1):
        yield _card(number, action, listed.inside("LI").inside("LBody"), rules)


def first_steps(report: Report, pen: Pen) -> Cell:
    """How to begin, as the first recommendation and the first lever say."""
    found = [
        (title, section.lines[0])
        for name, title in (
            ("recommendations", words_of_pdf.FROM_ADVICE),
            ("levers", words_of_pdf.FROM_LEVER),
        )
        if (section := report.section(name)) and dict(section.lines[0].facts).get(wording.HOW_TO_BEGIN)
    ]
    if not found:
        return []
    head = pen.section(words_of_pdf.FIRST_STEPS)
    told = [_step(title, line, pen) for title, line in found]
    return [head, halves(told[0], told[1] if len(told) > 1 else [])]


def _card(number: int, action: Action | None, pen: Pen, rules: int) -> Card:
    room = WIDTH - 2 * Card.PADDING - _BOX
    if action:
        title: Cell = [pen.write(action.what, "action")]
    else:
        title = [pen.write(words_of_pdf.ACTION.format(number=number), "action_label"), *_rules(room, rules)]
    by = wording.told_day(action.by) if action and action.by else None
    said = (
        (words_of_pdf.WHO, action.who if action else None),
        (words_of_pdf.BY, by),
        (words_of_pdf.DONE, None),
    )
    facts = [_fact(label, value, pen, room * share) for (label, value), share in zip(said, _FACTS, strict=True)]
    below = columns([facts], [room * share for share in _FACTS], 0, 14)
    return Card(columns([[[Box(side=17)], [*title, below]]], (_BOX, room), 0, 4))


def _rules(room: float, count: int) -> Cell:
    return [Rule(room, 17 if index == 0 else 21) for index in range(count)]


def _fact(label: str, value: str | None, pen: Pen, room: float) -> Cell:
    told = pen.write(f"{label} :", "action_label")
    return [told, pen.write(value, "action_fact") if value else Rule(room - 14, 14)]


def _step(title: str, line: Line, pen: Pen) -> Cell:
    return [
        pen.write(title.format(title=wording.small(line.text)), "item", "H3"),
        pen.write(dict(line.facts)[wording.HOW_TO_BEGIN], "body"),
    ]


def _asked(report: Report, names: Iterable[SectionId], pen: Pen) -> Cell:
    """Some air, then sections side by side, as boxes to tick; a section alone fills both halves."""
    found = [section for name in names if (section := report.section(name))]
    halved: list[Cell] = []
    for section in found:
        inner = pen.inside("Sect")
        head: Cell = [inner.section(section.title)]
        head += [inner.write(section.intro, "body")] if section.intro else []
        given = [*section.lines, *section.more]
        if section.id == "needs":
            given = [replace(line, badge=None, detail=line.badge) for line in given]
        if len(found) == 2:
            halved.append([*head, *ticks(given, inner)])
            continue
        middle = (len(given) + 1) // 2
        return [gap(1), *head, halves(ticks(given[:middle], inner), ticks(given[middle:], inner))]
    return [gap(16), halves(*halved)] if halved else []


def _frame(canvas: Canvas, width: float, room: float) -> None:
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.9)
    canvas.roundRect(0, 0, width, room, 7, stroke=1, fill=0)
