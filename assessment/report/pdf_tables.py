"""Flowables side by side: columns without lines, halves of a page, a panel on a pale ground."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer, Table

from assessment.report.pdf_fonts import REGULAR
from assessment.report.pdf_style import COLUMN, GUTTER, PALE, WIDTH

Cell = list[Flowable]


def columns(
    rows: Sequence[Sequence[Cell]], widths: Sequence[float | str], space: float = 1.0, between: float = 8
) -> Table:
    """Cells side by side, without lines; any row may break over pages."""
    # The font of an empty cell is written too, and ReportLab's own is not embedded.
    style = [
        ("FONT", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), between),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), space),
        ("BOTTOMPADDING", (0, 0), (-1, -1), space),
    ]
    return Table(rows, colWidths=widths, style=style, hAlign="LEFT", splitInRow=1)


def halves(left: Cell, right: Cell) -> Table:
    """Two columns of a page."""
    # Shares, not points: a page that is made smaller to hold everything gives them more room.
    shares = [f"{100 * part / WIDTH}%" for part in (COLUMN + GUTTER, COLUMN)]
    return columns([[left, right]], shares, 0, GUTTER)


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
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("TOPPADDING", (0, 0), (-1, 0), 10),
            ("BOTTOMPADDING", (0, last), (-1, last), 10),
            ("ROUNDEDCORNERS", [6, 6, 6, 6]),
        ]
    )
    return table


def gap(height: float) -> Spacer:
    """Empty room."""
    return Spacer(1, height)
