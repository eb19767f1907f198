"""How the PDF looks: page, palette and paragraph styles. Sizes in points."""

from dataclasses import dataclass
from functools import lru_cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from assessment.report.pdf_fonts import BOLD, ITALIC, REGULAR, SEMIBOLD

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE = 62
TOP = 64
BOTTOM = 62
WIDTH = PAGE_WIDTH - 2 * SIDE
#: Column of the labels beside the facts.
LABELS = 104

INK = HexColor("#1d2733")
BLUE = HexColor("#2347a5")
PALE = HexColor("#eef2fb")
WARM = HexColor("#b5480c")
PAPER = HexColor("#fbfaf7")
RULE = HexColor("#c9c5b8")
GREY = HexColor("#5b6472")
WHITE = HexColor("#ffffff")


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph style as written below: spaces before and after it, and the indent of its left side."""

    font: str
    size: float
    leading: float
    color: Color = INK
    before: float = 0
    after: float = 0
    indent: float = 0


_LOOKS = {
    "kicker": _Look(SEMIBOLD, 10.5, 14, BLUE, after=2),
    "title": _Look(BOLD, 25, 29, after=4),
    "long_title": _Look(BOLD, 15, 19, after=4),
    "date": _Look(REGULAR, 10, 14, GREY),
    "headline": _Look(SEMIBOLD, 17, 22, before=20, after=4),
    "summary": _Look(REGULAR, 11.5, 16.5, after=4),
    "notice": _Look(ITALIC, 9.5, 13.5, GREY, before=8),
    "essential_label": _Look(SEMIBOLD, 9.4, 13.4, BLUE),
    "essential": _Look(REGULAR, 10.2, 13.8),
    "section": _Look(BOLD, 15, 19, BLUE, before=26, after=5),
    "group": _Look(SEMIBOLD, 9, 12, BLUE, before=9, after=3),
    "intro": _Look(REGULAR, 10.2, 14.4, after=5),
    "item": _Look(SEMIBOLD, 11, 14.4),
    "body": _Look(REGULAR, 9.8, 13.6, after=2),
    "bullet": _Look(REGULAR, 9.8, 13.6, after=1, indent=12),
    "bullet_item": _Look(SEMIBOLD, 10.4, 14.2, after=2, indent=12),
    "label": _Look(SEMIBOLD, 8.6, 13.2, GREY),
    "fact": _Look(REGULAR, 9.4, 13.2),
    "small": _Look(REGULAR, 8, 10.8, GREY),
    "small_bullet": _Look(REGULAR, 8, 10.8, GREY, indent=12),
    "question": _Look(REGULAR, 8.6, 11.4, GREY),
    "answer": _Look(REGULAR, 8.6, 11.4),
    "code": _Look(SEMIBOLD, 8, 11.4, BLUE),
}


@lru_cache
def styles(air: float = 1.0) -> dict[str, ParagraphStyle]:
    """Paragraph styles by name, the spaces between paragraphs multiplied by *air*."""
    return {name: _style(name, look, air) for name, look in _LOOKS.items()}


def _style(name: str, look: _Look, air: float) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=look.font,
        fontSize=look.size,
        leading=look.leading,
        textColor=look.color,
        bulletFontName=look.font,
        bulletFontSize=look.size,
        bulletColor=look.color,
        spaceBefore=look.before * air,
        spaceAfter=look.after * air,
        leftIndent=look.indent,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )
