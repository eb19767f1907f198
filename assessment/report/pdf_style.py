"""How the PDF looks: page, palette and paragraph styles. Sizes in points."""

from dataclasses import dataclass
from functools import lru_cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from assessment.report.pdf_fonts import BOLD, ITALIC, REGULAR, SEMIBOLD

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE = 46
TOP = 56
BOTTOM = 50
WIDTH = PAGE_WIDTH - 2 * SIDE
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
#: Two columns of text, and the room between them.
GUTTER = 20
COLUMN = (WIDTH - GUTTER) / 2
#: How much larger letters are there than elsewhere; a report that is long has them smaller again.
_IN_COLUMNS = 1.06

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
    """A paragraph style as written below: spaces before and after it, the indent of its left side.

    *kept*: on the same page as what follows.
    """

    font: str
    size: float
    leading: float
    color: Color = INK
    before: float = 0
    after: float = 0
    indent: float = 0
    kept: bool = False


_LOOKS = {
    # --- the first page
    "kicker": _Look(SEMIBOLD, 10.5, 14, BLUE, after=2),
    "title": _Look(BOLD, 26, 30, after=4),
    "long_title": _Look(BOLD, 15, 19, after=4),
    "date": _Look(REGULAR, 10, 14, GREY),
    "headline": _Look(SEMIBOLD, 17, 22, before=18, after=3),
    "summary": _Look(REGULAR, 11.5, 16, after=3),
    "notice": _Look(ITALIC, 9.2, 13, GREY, before=8),
    "essential_label": _Look(SEMIBOLD, 9.2, 13, BLUE),
    "essential": _Look(REGULAR, 9.8, 13),
    # --- the page for the wall
    "wall": _Look(BOLD, 22, 27, BLUE, after=3, kept=True),
    "wall_intro": _Look(REGULAR, 11, 15, after=8),
    "action": _Look(SEMIBOLD, 13, 16.5, after=4),
    "action_label": _Look(SEMIBOLD, 8.6, 12, GREY),
    "action_fact": _Look(REGULAR, 10.4, 14),
    "tick": _Look(REGULAR, 9.4, 12.2),
    "board": _Look(REGULAR, 9, 11.8, after=1),
    # --- sections
    "section": _Look(BOLD, 13, 16, BLUE, before=14, after=3, kept=True),
    "group": _Look(SEMIBOLD, 8.6, 11, BLUE, before=5, after=1, kept=True),
    "intro": _Look(REGULAR, 8.8, 11.4, after=3, kept=True),
    "item": _Look(SEMIBOLD, 9.6, 12, before=5.5, after=1.5, kept=True),
    "body": _Look(REGULAR, 8.6, 11, after=0.8),
    "fact": _Look(REGULAR, 8.4, 10.7, after=0.6),
    "bullet": _Look(REGULAR, 8.6, 11, after=1, indent=8),
    "foot": _Look(REGULAR, 7.2, 9, GREY, after=2),
    "bullet_foot": _Look(REGULAR, 7.2, 9, GREY, after=2, indent=8),
    "pair_name": _Look(SEMIBOLD, 8.2, 10.4, GREY),
    "pair": _Look(REGULAR, 8.4, 10.4),
    # --- what comes last
    "small": _Look(REGULAR, 7.6, 9.4, after=1.2),
    "small_bullet": _Look(REGULAR, 7.6, 9.4, after=0.8, indent=7),
    "small_group": _Look(SEMIBOLD, 7.6, 9.4, BLUE, before=3, after=0.6, kept=True),
    "answer": _Look(REGULAR, 7.3, 8.8, after=1),
    # --- the page in plain words
    "plain_title": _Look(BOLD, 24, 29, after=4),
    "plain_head": _Look(BOLD, 16, 21, BLUE, before=12, after=4, kept=True),
    "plain": _Look(REGULAR, 15.5, 21.5, after=6),
}


@lru_cache
def styles() -> dict[str, ParagraphStyle]:
    """Paragraph styles by name."""
    return {name: _style(name, look) for name, look in _LOOKS.items()}


@lru_cache
def column_styles() -> dict[str, ParagraphStyle]:
    """The same, a little larger: for the columns of a report."""
    return {name: scaled(style, _IN_COLUMNS) for name, style in styles().items()}


@lru_cache
def small_styles() -> dict[str, ParagraphStyle]:
    """Those of the columns, for what is told in small at the end."""
    told = column_styles()
    return {**told, "intro": told["small"], "group": told["small_group"], "bullet": told["small_bullet"]}


@lru_cache
def scaled(style: ParagraphStyle, scale: float) -> ParagraphStyle:
    """*style* with letters and lines of another size."""
    sizes = {name: getattr(style, name) * scale for name in ("fontSize", "leading", "bulletFontSize")}
    return ParagraphStyle(style.name, style, **sizes)


@lru_cache
def aired(style: ParagraphStyle, air: float) -> ParagraphStyle:
    """*style* with more room above it."""
    return ParagraphStyle(style.name, style, spaceBefore=style.spaceBefore + air)


def _style(name: str, look: _Look) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=look.font,
        fontSize=look.size,
        leading=look.leading,
        textColor=look.color,
        bulletFontName=look.font,
        bulletFontSize=look.size,
        bulletColor=look.color,
        spaceBefore=look.before,
        spaceAfter=look.after,
        leftIndent=look.indent,
        keepWithNext=look.kept,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )
