"""The building blocks of the PDF, each with its place in the structure: headings, items with a badge, boxes, panels."""

from dataclasses import dataclass, field, replace

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from assessment.report import pdf_fonts, wording
from assessment.report.pdf_canvas import marked
from assessment.report.pdf_fonts import SEMIBOLD, fitted
from assessment.report.pdf_structure import Element
from assessment.report.pdf_style import BLUE, GREY, PALE, PAPER, RULE, WARM
from assessment.report.pdf_text import Text
from assessment.report.pdf_words import markup, section_place, words

Styles = dict[str, ParagraphStyle]

#: A title with more signs than this may not stand on one page, so it must be able to break.
_LONG_TITLE = 300
_BADGE_ROOM = 120
_BADGE_SIZE = 7.6


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes into *element*, in *styles*; links lead to the questions *listed* at the end and to the *sources*."""

    element: Element
    styles: Styles
    listed: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    #: Everything written with this pen and those that come of it.
    written: list[Text] = field(default_factory=list)

    def inside(self, tag: str, **attributes: str) -> "Pen":
        """A pen that writes into a new element."""
        return replace(self, element=self.element.inside(tag, **attributes))

    def write(self, text: str, style: str, tag: str = "P", bullet: str | None = None) -> Text:
        """A paragraph of *text*."""
        return self.set(markup(text), style, tag, bullet)

    def set(self, marked_up: str, style: str, tag: str = "P", bullet: str | None = None) -> Text:
        """A paragraph of text in ReportLab's markup."""
        text = Text(marked_up, self.styles[style], bullet, self.element.inside(tag))
        self.written.append(text)
        return text

    def section(self, title: str, style: str = "section") -> "Heading":
        """The title of a section, with its bookmark; the title names its place."""
        return Heading(markup(title), self.styles[style], element=self.element.inside("H2"), place=section_place(title))

    def item(self, title: str, badge: str | None, style: str = "item", tag: str = "H3") -> Flowable:
        """A title with its badge; a title that may not stand on one page carries its badge inside."""
        if not badge or len(title) > _LONG_TITLE:
            return self.write(f"{title} [{badge}]" if badge else title, style, tag)
        return Item(self.write(title, style, tag), badge)


class Heading(Text):
    """A section's title under a rule, with its bookmark."""

    def __init__(self, text: str | None, style: ParagraphStyle, place: str | None = None, **parts: object) -> None:
        super().__init__(text, style, **parts)
        self.place = place

    def split(self, width: float, height: float) -> list[Paragraph]:
        """The parts of a title too long for the page; the first one keeps the bookmark."""
        parts = super().split(width, height)
        for part in parts[:1]:
            part.place = self.place
        return parts

    def draw(self) -> None:
        """Draw the rule and the title, and set the bookmark."""
        canvas = self.canv
        if self.place is not None:
            canvas.bookmarkHorizontal(self.place, 0, self.height + 14)
            canvas.addOutlineEntry(self.place, self.place, 0, 0)
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.6)
            canvas.line(0, self.height + 4, self.width, self.height + 4)
            canvas.setStrokeColor(BLUE)
            canvas.setLineWidth(2.2)
            canvas.line(0, self.height + 4, 26, self.height + 4)
        super().draw()


class Place(Flowable):
    """A named place that links lead to; it takes no room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.keepWithNext = name, True

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room."""
        return 0, 0

    def draw(self) -> None:
        """Set the place."""
        self.canv.bookmarkHorizontal(self.name, 0, 12)


class Item(Flowable):
    """A title with a badge at its right."""

    def __init__(self, title: Text, badge: str) -> None:
        super().__init__()
        self.title, self.style, self.keepWithNext = title, title.style, True
        self.badge = fitted(words(badge), SEMIBOLD, _BADGE_SIZE, _BADGE_ROOM, wording.CUT)
        self.color = _color(badge)
        self.badge_width = pdf_fonts.width(self.badge, SEMIBOLD, _BADGE_SIZE) + 12

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """The room it takes."""
        _, self.height = self.title.wrap(available - self.badge_width - 8, height)
        self.width = available
        return self.width, self.height

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's own name
        """The room above."""
        return self.title.getSpaceBefore()

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's own name
        """The room below."""
        return self.title.getSpaceAfter()

    def draw(self) -> None:
        """Draw the title, then the badge on its first line."""
        canvas = self.canv
        self.title.drawOn(canvas, 0, 0)
        left, bottom = self.width - self.badge_width, self.height - 12.4
        canvas.setStrokeColor(self.color)
        canvas.setFillColor(PAPER if self.color is GREY else PALE)
        canvas.setLineWidth(0.7)
        canvas.setDash(*((2, 1.5) if self.color is WARM else ()))
        canvas.roundRect(left, bottom, self.badge_width, 12, 6, stroke=1, fill=1)
        canvas.setDash()
        canvas.setFont(SEMIBOLD, _BADGE_SIZE)
        canvas.setFillColor(self.color)
        with marked(canvas, self.title.element):
            canvas.drawCentredString(left + self.badge_width / 2, bottom + 3.5, self.badge)


class Pair(Flowable):
    """A name and what is said of it, side by side."""

    _BETWEEN = 6

    def __init__(self, name: Text, said: Text, room: float) -> None:
        super().__init__()
        self.name, self.said, self.room = name, said, room

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The room it takes."""
        _, first = self.name.wrap(self.room - self._BETWEEN, height)
        _, second = self.said.wrap(width - self.room, height)
        self.width, self.height = width, max(first, second) + 2
        return self.width, self.height

    def draw(self) -> None:
        """Draw both from the top."""
        self.name.drawOn(self.canv, 0, self.height - self.name.height)
        self.said.drawOn(self.canv, self.room, self.height - self.said.height)


class Box(Flowable):
    """A box to tick, with a question mark inside while the answer is not known."""

    def __init__(self, *, unknown: bool = False, side: float = 9) -> None:
        super().__init__()
        self.unknown, self.side = unknown, side

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        return self.side + 2, self.side + 2

    def draw(self) -> None:
        """Draw the box."""
        canvas, side = self.canv, self.side
        canvas.setStrokeColor(WARM if self.unknown else BLUE)
        canvas.setLineWidth(1.1)
        canvas.setDash(*((2, 1.5) if self.unknown else ()))
        canvas.roundRect(0, 0, side, side, 1.8, stroke=1, fill=0)
        canvas.setDash()
        if self.unknown:
            canvas.setFillColor(WARM)
            canvas.setFont(SEMIBOLD, side - 1.4)
            canvas.drawCentredString(side / 2, 1.9, "?")


def _color(badge: str) -> Color:
    return {wording.TO_CHECK: GREY, wording.NOT_KNOWN: WARM}.get(badge, BLUE)
