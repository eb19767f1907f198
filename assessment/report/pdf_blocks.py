"""The building blocks of the PDF: headings with their bookmark, items with their badge, columns, panels."""

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from assessment.report import pdf_fonts, wording
from assessment.report.pdf_fonts import REGULAR, SEMIBOLD, fitted
from assessment.report.pdf_style import BLUE, GREY, PALE, PAPER, RULE, WARM, WIDTH
from assessment.report.pdf_words import markup, words

Cell = list[Flowable]

#: A title with more signs than this may not stand on one page, so it must be able to break.
_LONG_TITLE = 300
_BADGE_ROOM = 150
_BADGE_SIZE = 8


class Heading(Paragraph):
    """A section's title under a rule, with its bookmark. Blocks keep it with what follows."""

    def __init__(self, text: str, style: ParagraphStyle, key: str | None = None, **parts: object) -> None:
        # ReportLab makes the two halves of a broken paragraph by calling the class with its parts.
        super().__init__(markup(text) if text is not None else None, style, **parts)
        self.key = key
        self.label = text

    def split(self, width: float, height: float) -> list[Paragraph]:
        """The parts of a title too long for the page; the first one keeps the bookmark."""
        parts = super().split(width, height)
        for part in parts[:1]:
            part.key, part.label = self.key, self.label
        return parts

    def draw(self) -> None:
        """Draw the rule and the title, and set the bookmark."""
        canvas = self.canv
        if self.key:
            canvas.bookmarkHorizontal(self.key, 0, self.height + 20)
            canvas.addOutlineEntry(words(self.label), self.key, 0, 0)
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.6)
            canvas.line(0, self.height + 6, WIDTH, self.height + 6)
            canvas.setStrokeColor(BLUE)
            canvas.setLineWidth(2.4)
            canvas.line(0, self.height + 6, 30, self.height + 6)
        super().draw()


class Place(Flowable):
    """A named place that links lead to; it takes no room."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room."""
        return 0, 0

    def draw(self) -> None:
        """Set the place."""
        self.canv.bookmarkHorizontal(self.key, 0, 14)


class Item(Flowable):
    """A title with a badge at its right."""

    def __init__(self, title: Paragraph, badge: str) -> None:
        super().__init__()
        self.title = title
        self.badge = fitted(words(badge), SEMIBOLD, _BADGE_SIZE, _BADGE_ROOM, wording.CUT)
        self.color = _color(badge)
        self.badge_width = pdf_fonts.width(self.badge, SEMIBOLD, _BADGE_SIZE) + 14

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """The room it takes."""
        _, self.height = self.title.wrap(available - self.badge_width - 14, height)
        self.width = available
        return self.width, self.height

    def draw(self) -> None:
        """Draw the title, then the badge on its first line."""
        canvas = self.canv
        self.title.drawOn(canvas, 0, 0)
        left, bottom = self.width - self.badge_width, self.height - 14
        canvas.setStrokeColor(self.color)
        canvas.setFillColor(PAPER if self.color is GREY else PALE)
        canvas.setLineWidth(0.7)
        canvas.setDash(*((2, 1.5) if self.color is WARM else ()))
        canvas.roundRect(left, bottom, self.badge_width, 13, 6.5, stroke=1, fill=1)
        canvas.setDash()
        canvas.setFont(SEMIBOLD, _BADGE_SIZE)
        canvas.setFillColor(self.color)
        canvas.drawCentredString(left + self.badge_width / 2, bottom + 3.9, self.badge)


class Box(Flowable):
    """A box to tick, with a question mark inside while the answer is not known."""

    def __init__(self, *, unknown: bool) -> None:
        super().__init__()
        self.unknown = unknown

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        return 12, 14

    def draw(self) -> None:
        """Draw the box."""
        canvas = self.canv
        canvas.setStrokeColor(WARM if self.unknown else BLUE)
        canvas.setLineWidth(1.1)
        canvas.setDash(*((2, 1.5) if self.unknown else ()))
        canvas.roundRect(0, 1, 10, 10, 1.8, stroke=1, fill=0)
        canvas.setDash()
        if self.unknown:
            canvas.setFillColor(WARM)
            canvas.setFont(SEMIBOLD, 8.6)
            canvas.drawCentredString(5, 3, "?")


def item(title: str, badge: str | None, style: ParagraphStyle) -> Flowable:
    """The title of an item with its badge; a title that may not stand on one page carries its badge inside."""
    if not badge or len(title) > _LONG_TITLE:
        return Paragraph(markup(f"{title} [{badge}]" if badge else title), style)
    return Item(Paragraph(markup(title), style), badge)


def columns(rows: Sequence[Sequence[Cell]], widths: Sequence[float], space: float = 1.0) -> Table:
    """Cells side by side, without lines; any row may break over pages."""
    # The font of an empty cell is written too, and ReportLab's own is not embedded.
    padding = [
        ("FONT", (0, 0), (-1, -1), REGULAR),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ]
    around = [("TOPPADDING", (0, 0), (-1, -1), space), ("BOTTOMPADDING", (0, 0), (-1, -1), space)]
    style = [*padding, *around, ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return Table(rows, colWidths=widths, style=style, hAlign="LEFT", splitInRow=1)


def panel(rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> Table:
    """Columns on a pale ground."""
    table = Table(rows, colWidths=widths, hAlign="LEFT", splitInRow=1)
    last = len(rows) - 1
    table.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), REGULAR),
            ("BACKGROUND", (0, 0), (-1, -1), PALE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (0, -1), 14),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 14),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, 0), 12),
            ("BOTTOMPADDING", (0, last), (-1, last), 12),
            ("ROUNDEDCORNERS", [6, 6, 6, 6]),
        ]
    )
    return table


def gap(height: float) -> Spacer:
    """Empty room."""
    return Spacer(1, height)


def _color(badge: str) -> Color:
    return {wording.TO_CHECK: GREY, wording.NOT_KNOWN: WARM}.get(badge, BLUE)
