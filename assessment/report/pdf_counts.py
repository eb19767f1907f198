"""Counts in, bars of several kinds out, as native vectors. Kinds are told apart by their pattern, never by a colour.

Every number is written beside its bar, and in the alternative text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from assessment.report import wording
from assessment.report import wording_of_portfolio as words_here
from assessment.report.pdf_charts import LEGEND_SIZE, figure
from assessment.report.pdf_fonts import REGULAR, SEMIBOLD, fitted, width
from assessment.report.pdf_structure import Element
from assessment.report.pdf_style import BLUE, GREY, INK, RULE, WHITE, WIDTH
from assessment.report.pdf_words import words
from assessment.report.printable import printable

#: Letters of names and numbers, and the room that a number takes.
SIZE, _NUMBER = 9, 34
NAMES = 152
#: Patterns, from the fullest to the emptiest.
PATTERNS = ("full", "hatched", "dotted", "empty")


@dataclass(frozen=True, slots=True)
class Counted:
    """A row: its *label*, and how many projects of each kind."""

    label: str
    counts: tuple[int, ...]


class BarsDrawing(Flowable):
    """A bar for each row, cut by kinds, with the number of each kind beside it."""

    ROW, BAR, HEAD = 19, 11, 16

    def __init__(self, kinds: Sequence[str], rows: Sequence[Counted], parent: Element) -> None:
        """*kinds*: what the counts of a row stand for, at most as many as PATTERNS."""
        super().__init__()
        self.kinds, self.rows = kinds, rows
        self.element = parent.inside("Figure", alt=printable(told(kinds, rows)))
        self.most = max((sum(row.counts) for row in rows), default=0)
        #: A single kind needs no key.
        self.legend = list(_lines_of_legend(kinds)) if len(kinds) > 1 else []

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        self.width = WIDTH
        self.height = self._head + self.ROW * len(self.rows) + 13 * len(self.legend) + 4
        return self.width, self.height

    def draw(self) -> None:
        """Draw on the canvas that ReportLab gave."""
        with figure(self.canv, self.element, self.width, self.height):
            top = self.height - self._head
            self._heads(self.canv, top + 4)
            for place, row in enumerate(self.rows):
                self._row(self.canv, top - self.ROW * (place + 1), row)
            self._legend(self.canv)

    @property
    def _head(self) -> float:
        return self.HEAD if self.legend else 0

    def _heads(self, canvas: Canvas, y: float) -> None:
        """The pattern of each column of numbers."""
        for kind in range(len(self.kinds)) if self.legend else ():
            _patterned(canvas, PATTERNS[kind], self._number(kind) - 14, y, 14, 9)

    def _row(self, canvas: Canvas, y: float, row: Counted) -> None:
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.4)
        canvas.line(0, y, WIDTH, y)
        canvas.setFont(REGULAR, SIZE)
        canvas.setFillColor(INK)
        canvas.drawString(0, y + 5.5, fitted(words(row.label), REGULAR, SIZE, NAMES - 6, wording.CUT))
        room = self._number(0) - 26 - NAMES
        left = float(NAMES)
        for kind, count in enumerate(row.counts):
            if count:
                long = room * count / max(self.most, 1)
                _patterned(canvas, PATTERNS[kind], left, y + 4, long, self.BAR)
                left += long
        for kind, count in enumerate(row.counts):
            canvas.setFont(SEMIBOLD if count else REGULAR, SIZE)
            canvas.setFillColor(INK if count else GREY)
            canvas.drawRightString(self._number(kind), y + 5.5, str(count))

    def _number(self, kind: int) -> float:
        """Where the numbers of a kind end."""
        return WIDTH - _NUMBER * (len(self.kinds) - 1 - kind)

    def _legend(self, canvas: Canvas) -> None:
        for place, line in enumerate(self.legend):
            y, x = 13 * (len(self.legend) - 1 - place) + 3, 0.0
            for kind in line:
                _patterned(canvas, PATTERNS[kind], x, y - 1, 14, 9)
                x = said(canvas, x + 19, y, self.kinds[kind])


def told(kinds: Sequence[str], rows: Iterable[Counted]) -> str:
    """Every number of bars, in words."""
    shown = (
        words_here.ALT_ROW.format(
            label=row.label,
            counts=", ".join(f"{kind} {count}" for kind, count in zip(kinds, row.counts, strict=True)),
        )
        for row in rows
    )
    return " ".join(shown)


def _patterned(canvas: Canvas, pattern: str, x: float, y: float, long: float, high: float) -> None:
    canvas.saveState()
    canvas.setLineWidth(0.8)
    canvas.setStrokeColor(BLUE)
    canvas.setFillColor(BLUE if pattern == "full" else WHITE)
    canvas.rect(x, y, long, high, stroke=1, fill=1)
    if pattern in ("hatched", "dotted"):
        path = canvas.beginPath()
        path.rect(x, y, long, high)
        canvas.clipPath(path, stroke=0, fill=0)
        if pattern == "hatched":
            canvas.setLineWidth(1.5)
            canvas.lines([(x + at, y, x + at + high, y + high) for at in _steps(-high, long, 4)])
        else:
            canvas.setFillColor(BLUE)
            for at in _steps(2, long, 4):
                for up in (0.25, 0.75):
                    canvas.circle(x + at, y + high * up, 0.8, stroke=0, fill=1)
    canvas.restoreState()


def _steps(first: float, last: float, step: float) -> Iterable[float]:
    return (first + step * place for place in range(int((last - first) / step) + 1))


def _lines_of_legend(kinds: Sequence[str]) -> Iterable[list[int]]:
    """The kinds of each line of a legend."""
    line, used = [], 0.0
    for kind, label in enumerate(kinds):
        long = width(words(label), REGULAR, LEGEND_SIZE) + 35
        if line and used + long > WIDTH:
            yield line
            line, used = [], 0.0
        line.append(kind)
        used += long
    if line:
        yield line


def said(canvas: Canvas, x: float, y: float, text: str) -> float:
    """Write a word of a legend; where the next one begins."""
    canvas.setFont(REGULAR, LEGEND_SIZE)
    canvas.setFillColor(GREY)
    canvas.drawString(x, y, words(text))
    return x + width(words(text), REGULAR, LEGEND_SIZE) + 16
