"""How the PDF about a form'action looks: the styles of the reports, and those that only it has, at any size."""

from functools import lru_cache

from reportlab.lib.styles import ParagraphStyle

from assessment.report.pdf_fonts import BOLD, ITALIC, REGULAR, SEMIBOLD
from assessment.report.pdf_style import BLUE, GREY, INK, WARM, WHITE, scaled, styles

_BODY = {"fontName": REGULAR, "fontSize": 9.8, "leading": 13, "textColor": INK}
_OWN = {
    "sheet_lead": {**_BODY, "fontSize": 13, "leading": 17.5, "spaceBefore": 8, "spaceAfter": 4},
    "sheet_caution": {**_BODY, "fontName": SEMIBOLD, "textColor": WARM, "fontSize": 9.6},
    "sheet_intro": {**_BODY, "textColor": GREY, "fontSize": 9.4, "spaceAfter": 4, "keepWithNext": True},
    "sheet_text": {**_BODY, "spaceBefore": 2, "spaceAfter": 3},
    "sheet_point": {**_BODY, "spaceAfter": 1.6, "leftIndent": 10, "bulletIndent": 1},
    "sheet_box": {**_BODY, "spaceAfter": 0},
    "sheet_sources": {**_BODY, "fontSize": 8.4, "leading": 10.8},
    "figure": {"fontName": BOLD, "fontSize": 22, "leading": 26, "textColor": BLUE},
    "head_cell": {"fontName": SEMIBOLD, "fontSize": 8.4, "leading": 10.6, "textColor": WHITE},
    "hours": {**_BODY, "fontName": SEMIBOLD, "fontSize": 9.2, "leading": 12, "textColor": BLUE},
    "row_title": {**_BODY, "fontName": SEMIBOLD, "fontSize": 10.2, "leading": 12.8},
    "row_quiet": {**_BODY, "textColor": GREY, "fontSize": 9.2, "leading": 11.6},
    "row_detail": {**_BODY, "fontSize": 9, "leading": 11.6},
    "row_beside": {**_BODY, "fontName": ITALIC, "fontSize": 9, "leading": 11.6},
    "cell": {**_BODY, "fontSize": 9.2, "leading": 11.8},
    "cell_name": {**_BODY, "fontName": SEMIBOLD, "fontSize": 9.2, "leading": 11.8},
    "card": {**_BODY, "fontName": BOLD, "fontSize": 11.4, "leading": 14, "spaceBefore": 12, "spaceAfter": 3},
    "card_label": {**_BODY, "fontName": SEMIBOLD, "fontSize": 9, "leading": 12, "textColor": GREY},
    "card_text": {**_BODY, "fontSize": 9.4, "leading": 12},
    "card_point": {**_BODY, "fontSize": 9.4, "leading": 12, "spaceAfter": 1, "leftIndent": 9, "bulletIndent": 1},
}


@lru_cache
def styles_at(scale: float) -> dict[str, ParagraphStyle]:
    """Paragraph styles by name, letters and lines *scale* times as large."""
    told = {**styles(), **{name: _style(name, look) for name, look in _OWN.items()}}
    return told if scale == 1 else {name: scaled(style, scale) for name, style in told.items()}


def _style(name: str, look: dict[str, object]) -> ParagraphStyle:
    font = {"bulletFontName": look["fontName"], "bulletFontSize": look["fontSize"], "bulletColor": look["textColor"]}
    kept = {"keepWithNext": name == "card"}
    return ParagraphStyle(name, splitLongWords=1, allowWidows=0, allowOrphans=0, **{**kept, **font, **look})
