"""Counts in, a table of shades out, as native vectors: the larger a number, the darker its cell. Read without colour.

The number stands in each cell; what an offer covers is ticked, what it does not is framed in dashes.
"""

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from assessment.report import wording
from assessment.report import wording_of_portfolio as words_here
from assessment.report.pdf_charts import figure
from assessment.report.pdf_counts import NAMES, SIZE, Counted, said
from assessment.report.pdf_fonts import REGULAR, SEMIBOLD, fitted
from assessment.report.pdf_structure import Element
from assessment.report.pdf_style import BLUE, GREY, INK, PALE, RULE, WARM, WHITE, WIDTH
from assessment.report.pdf_words import words
from assessment.report.printable import printable


class HeatDrawing(Flowable):
    """A table of numbers, the larger the darker; *met*: the cells that an offer covers, None without an offer."""

    ROW, HEAD = 30, 26

    def __init__(
        self,
        columns: Sequence[str],
        rows: Sequence[Counted],
        met: Sequence[Sequence[bool]] | None,
        parent: Element,
    ) -> None:
        super().__init__()
        self.columns, self.rows, self.met = columns, rows, met
        self.most = max((count for row in rows for count in row.counts), default=0)
        self.element = parent.inside("Figure", alt=printable(self._alt()))
        self.step = (WIDTH - NAMES) / max(1, len(columns))

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        self.width, self.height = WIDTH, self.HEAD + self.ROW * len(self.rows) + (20 if self.met else 6)
        return self.width, self.height

    def draw(self) -> None:
        """Draw on the canvas that ReportLab gave."""
        with figure(self.canv, self.element, self.width, self.height):
            top = self.height - self.HEAD
            self._heads(self.canv, top)
            for place, row in enumerate(self.rows):
                self._row(self.canv, top - self.ROW * (place + 1), row, self.met[place] if self.met else None)
            if self.met:
                self._legend(self.canv)

    def _alt(self) -> str:
        covered = self.met or [[False] * len(self.columns)] * len(self.rows)
        shown = (
            words_here.ALT_ROW.format(
                label=row.label,
                counts=", ".join(
                    f"{column} {count}" + (f" ({words_here.COVERED})" if is_met else "")
                    for column, count, is_met in zip(self.columns, row.counts, met, strict=True)
                ),
            )
            for row, met in zip(self.rows, covered, strict=True)
        )
        return " ".join(shown)

    def _heads(self, canvas: Canvas, top: float) -> None:
        canvas.setFont(SEMIBOLD, 8.4)
        canvas.setFillColor(INK)
        for place, column in enumerate(self.columns):
            shown = fitted(words(column), SEMIBOLD, 8.4, self.step - 4, wording.CUT)
            canvas.drawCentredString(NAMES + self.step * (place + 0.5), top + 8, shown)

    def _row(self, canvas: Canvas, y: float, row: Counted, met: Sequence[bool] | None) -> None:
        canvas.setFont(REGULAR, SIZE)
        canvas.setFillColor(INK)
        canvas.drawString(0, y + self.ROW / 2 - 3, fitted(words(row.label), REGULAR, SIZE, NAMES - 6, wording.CUT))
        for place, count in enumerate(row.counts):
            self._cell(canvas, NAMES + self.step * place, y, count, is_met=bool(met and met[place]))

    def _cell(self, canvas: Canvas, x: float, y: float, count: int, *, is_met: bool) -> None:
        ground, ink = _shade(count, self.most)
        canvas.setFillColor(ground)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.6)
        canvas.rect(x + 1, y + 1, self.step - 2, self.ROW - 2, stroke=1, fill=1)
        uncovered = self.met is not None and count > 0 and not is_met
        if uncovered:
            _uncovered(canvas, x + 1, y + 1, self.step - 2, self.ROW - 2)
        elif is_met:
            _tick(canvas, x + self.step - 15, y + self.ROW - 14, ink)
        canvas.setFont(SEMIBOLD if count else REGULAR, 12)
        canvas.setFillColor(ink if count else GREY)
        canvas.drawCentredString(x + self.step / 2, y + self.ROW / 2 - 4, str(count))

    def _legend(self, canvas: Canvas) -> None:
        canvas.setFillColor(WHITE)
        canvas.setStrokeColor(RULE)
        canvas.rect(0, 2, 16, 11, stroke=1, fill=1)
        _tick(canvas, 4, 4, INK)
        x = said(canvas, 21, 4, words_here.COVERED_CELL)
        canvas.setFillColor(WHITE)
        canvas.rect(x, 2, 16, 11, stroke=0, fill=1)
        _uncovered(canvas, x, 2, 16, 11)
        said(canvas, x + 21, 4, words_here.UNCOVERED_CELL)


def _shade(count: int, most: int) -> tuple[Color, Color]:
    """The ground of a cell and the colour of its number: four shades, the darkest for the largest number."""
    if not count:
        return WHITE, GREY
    share = count / most
    if share > 0.75:
        return BLUE, WHITE
    if share > 0.5:
        return _mixed(0.72), WHITE
    return (_mixed(0.34), INK) if share > 0.25 else (PALE, INK)


def _mixed(share: float) -> Color:
    """Blue on white."""
    return Color(*(1 - share * (1 - part) for part in (BLUE.red, BLUE.green, BLUE.blue)))


def _uncovered(canvas: Canvas, x: float, y: float, long: float, high: float) -> None:
    canvas.setStrokeColor(WARM)
    canvas.setLineWidth(1.2)
    canvas.setDash(3, 2)
    canvas.rect(x, y, long, high, stroke=1, fill=0)
    canvas.setDash()


def _tick(canvas: Canvas, x: float, y: float, color: Color) -> None:
    canvas.setStrokeColor(color)
    canvas.setLineWidth(1.5)
    canvas.lines([(x, y + 3.5, x + 3, y + 0.5), (x + 3, y + 0.5, x + 8.5, y + 7)])
