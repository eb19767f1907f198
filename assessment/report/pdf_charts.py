"""The two pictures of a Report in, native vector drawings out. Shape and label tell everything; colour only helps."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from assessment.report import wording
from assessment.report import wording_of_pdf as words_of_pdf
from assessment.report.document import Profile, ProfileRow, StageLine
from assessment.report.pdf_canvas import marked
from assessment.report.pdf_fonts import REGULAR, SEMIBOLD, fitted, width
from assessment.report.pdf_structure import Element
from assessment.report.pdf_style import BLUE, GREY, INK, PALE, RULE, WARM, WHITE, WIDTH
from assessment.report.pdf_words import words
from assessment.report.printable import printable

LEGEND_SIZE = 8
_LEGEND_GAP = 16


class StageDrawing(Flowable):
    """The line of stations: filled up to the consolidated one, ringed at the reached one, a band over the range."""

    END = 42  #: room for half a label at both ends

    def __init__(self, line: StageLine, parent: Element, size: float = 9.6) -> None:
        """*parent* holds the picture in the structure; *size* is that of its letters."""
        super().__init__()
        self.line, self.size = line, size
        self.element = parent.inside("Figure", alt=printable(line.alt))
        self.legend = max(LEGEND_SIZE, size - 2.5)
        #: Height of the line.
        self.place = 3.2 * size + self.legend + 19.5

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        self.width, self.height = WIDTH, self.place + 2.4 * self.size + 2
        return self.width, self.height

    def draw(self) -> None:
        """Draw on the canvas that ReportLab gave."""
        with figure(self.canv, self.element, self.width, self.height):
            self._draw(self.canv, self.line)

    def _draw(self, canvas: Canvas, line: StageLine) -> None:
        step = (WIDTH - 2 * self.END) / max(1, len(line.stations) - 1)
        places = [self.END + step * index for index in range(len(line.stations))]
        if line.lowest < line.highest:
            _band(canvas, places[line.lowest] - 20, self.place - 18, places[line.highest] + 20, self.place + 18)
        _track(canvas, self.place, places, line)
        for index, place in enumerate(places):
            _station(canvas, place, self.place, filled=index <= line.consolidated, ringed=index == line.reached)
            font, color = (SEMIBOLD, INK) if index == line.reached else (REGULAR, GREY)
            canvas.setFont(font, self.size)
            canvas.setFillColor(color)
            shown = fitted(words(line.stations[index]), font, self.size, step - 4, wording.CUT)
            left = min(max(place, _half(shown, font, self.size)), WIDTH - _half(shown, font, self.size))
            canvas.drawCentredString(left, self.place - 19 - self.size, shown)
        self._legend(canvas)

    def _legend(self, canvas: Canvas) -> None:
        x, y, line = 0.0, 4.0, self.line
        together = line.reached == line.consolidated
        told = [(wording.LEGEND_REACHED, "both" if together else "reached")]
        told += [] if together else [(wording.LEGEND_CONSOLIDATED, "consolidated")]
        told += [(wording.LEGEND_RANGE, "range")] if line.lowest < line.highest else []
        for label, kind in told:
            if kind == "range":
                _band(canvas, x, y - 1.5, x + 16, y + 7.5)
            else:
                filled, ringed = kind in ("both", "consolidated"), kind in ("both", "reached")
                _station(canvas, x + 8, y + 3, filled=filled, ringed=ringed, scale=0.55)
            label = f"{label}, {words_of_pdf.CONSOLIDATED_TOO}" if kind == "both" else label
            x = _legend_text(canvas, x + 20, y, label, self.legend)


class ProfileDrawing(Flowable):
    """A dot for each dimension on the scale of the stages, against a band for the stage reached."""

    NAMES = 150
    HEAD = 20
    FOOT = 22

    def __init__(self, profile: Profile, stations: Sequence[str], parent: Element) -> None:
        """*parent* holds the picture in the structure."""
        super().__init__()
        self.element = parent.inside("Figure", alt=printable(profile.alt))
        self.profile = profile
        self.stations = stations
        self.row = min(16, 560 / max(1, len(profile.rows)))
        self.slot = 22 if any(row.level is None for row in profile.rows) else 0
        self.step = (WIDTH - self.NAMES - self.slot) / max(1, profile.highest)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        self.width, self.height = WIDTH, self.HEAD + self.FOOT + self.row * len(self.profile.rows)
        return self.width, self.height

    def draw(self) -> None:
        """Draw on the canvas that ReportLab gave."""
        with figure(self.canv, self.element, self.width, self.height):
            self._draw(self.canv, self.profile.rows)

    def _draw(self, canvas: Canvas, rows: Sequence[ProfileRow]) -> None:
        top = self.height - self.HEAD
        if rows:
            wanted = self._place(rows[0].wanted)
            canvas.setFillColor(PALE)
            canvas.rect(wanted - self.step / 2 + 3, self.FOOT, self.step - 6, top - self.FOOT + 16, stroke=0, fill=1)
        self._head(canvas, top, rows[0].wanted if rows else 0)
        for index, row in enumerate(rows):
            self._row(canvas, top - self.row * (index + 0.5), row)
        self._legend(canvas)

    def _place(self, level: int) -> float:
        return self.NAMES + self.slot + self.step * (level - 0.5)

    def _head(self, canvas: Canvas, top: float, wanted: int) -> None:
        for level, station in enumerate(self.stations[: self.profile.highest], start=1):
            font = SEMIBOLD if level == wanted else REGULAR
            canvas.setFont(font, 8)
            canvas.setFillColor(INK if level == wanted else GREY)
            shown = fitted(words(station), font, 8, self.step - 4, wording.CUT)
            canvas.drawCentredString(self._place(level), top + 6, shown)

    def _row(self, canvas: Canvas, y: float, row: ProfileRow) -> None:
        canvas.setFont(REGULAR, 9.4)
        canvas.setFillColor(INK)
        canvas.drawString(0, y - 3, fitted(words(row.label), REGULAR, 9.4, self.NAMES - 6, wording.CUT))
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.5)
        canvas.line(self._place(1) - self.step / 2, y, self._place(self.profile.highest) + self.step / 2, y)
        if row.level is None:
            _unknown(canvas, self.NAMES + 8, y)
            return
        place = self._place(row.level)
        if row.level < row.wanted:
            canvas.setStrokeColor(WARM)
            canvas.setLineWidth(1.2)
            canvas.setDash(1.5, 2.5)
            canvas.line(place, y, self._place(row.wanted) - self.step / 2 + 3, y)
            canvas.setDash()
        _dot(canvas, place, y, below=row.level < row.wanted, alone=row.on_one_answer)

    def _legend(self, canvas: Canvas) -> None:
        rows, x, y = self.profile.rows, 0.0, 3.0
        known = [row for row in rows if row.level is not None]
        for label, present, below, alone in (
            (wording.LEGEND_AT_LEAST, any(row.level >= row.wanted for row in known), False, False),
            (wording.LEGEND_BELOW, any(row.level < row.wanted for row in known), True, False),
            (wording.LEGEND_ONE_ANSWER, any(row.on_one_answer for row in known), False, True),
        ):
            if present:
                _dot(canvas, x + 6, y + 3, below=below, alone=alone)
                x = _legend_text(canvas, x + 16, y, label)
        if len(known) < len(rows):
            _unknown(canvas, x + 5, y + 3)
            x = _legend_text(canvas, x + 16, y, wording.LEGEND_UNKNOWN)
        canvas.setFillColor(PALE)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.4)
        canvas.rect(x, y - 2, 14, 10, stroke=1, fill=1)
        _legend_text(canvas, x + 19, y, wording.LEGEND_WANTED)


@contextmanager
def figure(canvas: Canvas, element: Element, width: float, height: float) -> Iterator[None]:
    """What is drawn inside is the picture *element*, of *width* and *height* from where the canvas stands."""
    corners = (*canvas.absolutePosition(0, 0), *canvas.absolutePosition(width, height))
    element.attributes |= {"BBox": f"[{' '.join(f'{corner:.1f}' for corner in corners)}]", "Placement": "/Block"}
    with marked(canvas, element):
        yield


def _half(text: str, font: str, size: float) -> float:
    return width(text, font, size) / 2


def _legend_text(canvas: Canvas, x: float, y: float, text: str, size: float = LEGEND_SIZE) -> float:
    canvas.setFont(REGULAR, size)
    canvas.setFillColor(GREY)
    canvas.drawString(x, y, words(text))
    return x + width(words(text), REGULAR, size) + _LEGEND_GAP


def _band(canvas: Canvas, left: float, bottom: float, right: float, top: float) -> None:
    canvas.setFillColor(PALE)
    canvas.setStrokeColor(BLUE)
    canvas.setLineWidth(0.8)
    canvas.setDash(3, 2)
    canvas.roundRect(left, bottom, right - left, top - bottom, min(9, (top - bottom) / 2), stroke=1, fill=1)
    canvas.setDash()


def _track(canvas: Canvas, y: float, places: Sequence[float], line: StageLine) -> None:
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(2)
    canvas.line(places[0], y, places[-1], y)
    canvas.setStrokeColor(BLUE)
    canvas.setLineWidth(3.2)
    canvas.line(places[0], y, places[line.consolidated], y)
    if line.reached > line.consolidated:
        canvas.setDash(2.5, 3)
        canvas.line(places[line.consolidated], y, places[line.reached], y)
        canvas.setDash()


def _station(canvas: Canvas, x: float, y: float, *, filled: bool, ringed: bool, scale: float = 1.0) -> None:
    if ringed:
        canvas.setFillColor(WHITE)
        canvas.setStrokeColor(BLUE)
        canvas.setLineWidth(2 * scale)
        canvas.circle(x, y, 12 * scale, stroke=1, fill=1)
    canvas.setFillColor(BLUE if filled else WHITE)
    canvas.setStrokeColor(BLUE if filled or ringed else GREY)
    canvas.setLineWidth(1.6 * scale)
    canvas.circle(x, y, 6.6 * scale, stroke=1, fill=1)


def _dot(canvas: Canvas, x: float, y: float, *, below: bool, alone: bool) -> None:
    canvas.setFillColor(WARM if below else BLUE)
    if below:
        path = canvas.beginPath()
        path.moveTo(x, y + 5)
        path.lineTo(x + 5, y)
        path.lineTo(x, y - 5)
        path.lineTo(x - 5, y)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    else:
        canvas.circle(x, y, 4.4, stroke=0, fill=1)
    if alone:
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.circle(x, y, 7, stroke=1, fill=0)


def _unknown(canvas: Canvas, x: float, y: float) -> None:
    canvas.setFont(SEMIBOLD, 10.5)
    canvas.setFillColor(GREY)
    canvas.drawCentredString(x, y - 3.5, "?")
