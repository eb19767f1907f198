"""The tables of a Sheet in, tables of the PDF out, headers in the structure: a day, counts, names, figures."""

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table

from assessment.report import wording_of_programme as words
from assessment.report.pdf_blocks import Pen
from assessment.report.pdf_fonts import REGULAR
from assessment.report.pdf_style import BLUE, COLUMN, HEIGHT, PALE, PAPER, RULE, WHITE, WIDTH
from assessment.report.pdf_tables import Cell
from assessment.report.programme_document import Counts, Figures, Pairs, Row, Timetable
from assessment.report.programme_told import shares

#: Room for the hours, and for theory against practice.
_HOURS, _SHARES = 82, 112
_NAMES = 170
_QUIET = ("pause", "repas")
#: Left and right of a cell; a row with a cell taller than this may break over pages.
_PADDING, _TALL = 14, 220
Style = list[tuple[object, ...]]


class Share(Flowable):
    """A bar: so much of it full, the rest hatched when *hatched*, else empty. Words beside it say the same."""

    def __init__(self, share: float, room: float, *, hatched: bool = False, height: float = 5) -> None:
        super().__init__()
        self.share, self.room, self.hatched, self.bar = share, room, hatched, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        self.width, self.height = self.room, self.bar + 2
        return self.width, self.height

    def draw(self) -> None:
        """Draw the bar."""
        canvas, full = self.canv, self.room * min(max(self.share, 0), 1)
        canvas.setLineWidth(0.7)
        canvas.setStrokeColor(BLUE)
        if self.hatched:
            _hatch(canvas, full, self.room, self.bar)
            canvas.rect(0, 1, self.room, self.bar, stroke=1, fill=0)
        canvas.setFillColor(BLUE)
        canvas.rect(0, 1, full, self.bar, stroke=0, fill=1)


def _hatch(canvas: Canvas, left: float, right: float, height: float) -> None:
    canvas.setLineWidth(0.5)
    place = left + 3
    while place < right:
        canvas.line(place, 1, min(place + 3, right), height + 1)
        place += 4


def timetable(given: Timetable, pen: Pen) -> Table:
    """A day, a row for each sequence; pauses stand back."""
    table = pen.inside("Table")
    rows, style = [_head(given.head, table)], _style(BLUE)
    for place, row in enumerate(given.rows, start=1):
        rows.append(_row(row, table.inside("TR")))
        if row.kind in _QUIET:
            style.append(("BACKGROUND", (0, place), (-1, place), PAPER))
        elif row.kind == "module":
            style.append(("LINEBEFORE", (1, place), (1, place), 2, BLUE))
    return _table(rows, (_HOURS, WIDTH - _HOURS - _SHARES, _SHARES), style)


def counts(given: Counts, pen: Pen, width: float = COLUMN) -> Table:
    """How many, with a bar for each."""
    table = pen.inside("Table")
    rows = [[*_head(given.head, table), []]]
    bar = COLUMN * 0.2
    for label, count, share in given.rows:
        row = table.inside("TR")
        name = row.inside("TH", Scope="/Row").write(label, "cell")
        rows.append([[name], [row.inside("TD").write(count, "cell_name")], [Share(share, bar)]])
    return _table(rows, (width - COLUMN * 0.5, COLUMN * 0.28, COLUMN * 0.22), _style(BLUE))


def named(given: Pairs, pen: Pen) -> Table:
    """Names, and what is said of each."""
    table = pen.inside("Table")
    rows = [_head(given.head, table)]
    for name, told in given.rows:
        row = table.inside("TR")
        first = row.inside("TH", Scope="/Row").write(name, "cell_name")
        rows.append([[first], [row.inside("TD").write(told, "cell")]])
    return _table(rows, (_NAMES, WIDTH - _NAMES), _style(BLUE))


def figures(given: Figures, pen: Pen) -> Table:
    """Numbers side by side, each above what it counts."""
    listed, told = pen.inside("L"), []
    for number, label in given.figures:
        body = listed.inside("LI").inside("LBody")
        told.append([body.write(number, "figure"), body.write(label, "row_quiet")])
    style = [
        ("BACKGROUND", (0, 0), (-1, -1), PALE),
        ("ROUNDEDCORNERS", [6, 6, 6, 6]),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
    ]
    return _table([told], [WIDTH / max(1, len(told))] * len(told), style)


def _row(row: Row, pen: Pen) -> list[Cell]:
    quiet = row.kind in _QUIET
    hours = pen.inside("TH", Scope="/Row").write(row.hours, "row_quiet" if quiet else "hours")
    body = pen.inside("TD")
    said: Cell = [body.write(row.title, "row_quiet" if quiet else "row_title")]
    said += [body.write(each, "row_quiet" if quiet else "row_detail") for each in row.details]
    said += [body.write(each, "row_beside") for each in row.beside]
    last = pen.inside("TD")
    split = list(shares(row.theory, row.practice)) or [words.length(row.minutes)]
    about: Cell = [last.write(each, "row_quiet" if quiet else "row_detail") for each in split]
    if row.theory and row.practice:
        about.insert(0, Share(row.theory / (row.theory + row.practice), _SHARES - 16, hatched=True))
    return [[hours], said, about]


def _head(titles: tuple[str, ...], pen: Pen) -> list[Cell]:
    row = pen.inside("TR")
    return [[row.inside("TH", Scope="/Column").write(each, "head_cell")] for each in titles]


def _style(color: Color) -> Style:
    return [
        ("BACKGROUND", (0, 0), (-1, 0), color),
        ("NOSPLIT", (0, 0), (-1, 1)),  # the names of the columns stay with the first row
        ("TEXTCOLOR", (0, 0), (-1, 0), WHITE),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, RULE),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LEFTPADDING", (0, 0), (-1, -1), 7),
        ("RIGHTPADDING", (0, 0), (-1, -1), 7),
    ]


def _table(rows: list[list[Cell]], widths: list[float] | tuple[float, ...], style: Style) -> Table:
    # The font of an empty cell is written too, and ReportLab's own is not embedded.
    common = [("FONT", (0, 0), (-1, -1), REGULAR), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    breaks = any(_height(cell, width) > _TALL for row in rows for cell, width in zip(row, widths, strict=True))
    return Table(rows, colWidths=widths, style=[*common, *style], hAlign="LEFT", splitInRow=int(breaks))


def _height(cell: Cell, width: float) -> float:
    return sum(each.wrap(max(1, width - _PADDING), HEIGHT)[1] for each in cell)
