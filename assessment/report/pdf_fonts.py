"""The PDF's typeface: Source Sans Pro from its own package, embedded whole-heartedly and never replaced by another."""

from functools import lru_cache
from pathlib import Path

import font_source_sans_pro
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "Jalons-Regular"
SEMIBOLD = "Jalons-Semibold"
BOLD = "Jalons-Bold"
ITALIC = "Jalons-Italic"

_FILES = {
    REGULAR: "SourceSansPro-Regular.ttf",
    SEMIBOLD: "SourceSansPro-Semibold.ttf",
    BOLD: "SourceSansPro-Bold.ttf",
    ITALIC: "SourceSansPro-It.ttf",
}


@lru_cache
def register() -> frozenset[str]:
    """Register the four faces, once; the signs that all of them can draw."""
    folder = Path(font_source_sans_pro.font_directory)
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))
    glyphs = (set(pdfmetrics.getFont(name).face.charToGlyph) for name in _FILES)
    return frozenset(chr(code) for code in set.intersection(*glyphs))


def width(text: str, font: str, size: float) -> float:
    """Width of *text* in points."""
    register()
    return pdfmetrics.stringWidth(text, font, size)


def fitted(text: str, font: str, size: float, room: float, cut: str) -> str:
    """*text*, cut to *room* points with the sign *cut* at its end."""
    if width(text, font, size) <= room:
        return text
    kept = text[: int(room)]  # no sign is narrower than a point
    while kept and width(kept + cut, font, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + cut
