"""Flowables in, how much room they take out: what fits on a page, and how letters and air make pages full."""

import math
from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

from assessment.report.pdf_style import COLUMN, HEIGHT, aired
from assessment.report.pdf_text import Text

_ENDLESS = 10**6
#: Pages before the columns, and pages that a whole report should not go past.
_BEFORE, _PAGES = 2, 6
#: A last page with less of its height in use had better be saved, if letters need not become smaller than this.
_WORTH_A_PAGE, _SMALLEST = 0.05, 0.83
#: What is lost at the end of columns, where a title waits for its text: at most, and mostly.
_LOST, _MOSTLY_LOST = 1.1, 1.06
#: The most room that is added at one place of a page.
_AIR = 40
#: Parts of the room left in the columns that what is written in a style has above it, and the most of one part.
_PARTS = {"section": 4.0, "item": 3.0, "group": 2.0, "tick": 1.0, "bullet": 1.0, "fact": 0.8, "body": 0.4, "small": 0.8}
_PARTS |= {"small_group": 2.0, "small_bullet": 0.4, "answer": 0.7}
_PART = 4.5
#: Part of the room left that is given: a column may end earlier than was reckoned.
_USED = 0.85


def height(given: Sequence[Flowable], width: float) -> float:
    """The height of *given* one below the other, as a frame of that *width* places them."""
    total, after = 0.0, 0.0
    for index, each in enumerate(given):
        before = each.getSpaceBefore() if index else 0
        total += max(before - after, 0) + each.wrap(width, _ENDLESS)[1] + each.getSpaceAfter()
        after = each.getSpaceAfter()
    return total


def spread(airs: Sequence[Spacer], left: float, most: float = _AIR) -> None:
    """Give *airs* part of the room that is *left* on their page, at *most* so much each."""
    for air in airs:
        air.height += max(0, min(left / (len(airs) + 1), most))


def fit(given: Sequence[Flowable], written: Sequence[Text], above: float) -> None:
    """Set *written*, the texts of *given*, a little smaller when that saves a page of columns; *above*: see Story.

    When pages have room to spare, it goes above titles and paragraphs.
    """
    first, high = 2 * (HEIGHT - above), height(given, COLUMN)
    wanted = high * _LOST
    scale = scale_of(wanted, first)
    if scale < 1:
        for text in written:
            text.resize(scale)
        return
    pages = min(max(math.ceil((wanted - first) / (2 * HEIGHT)), 0), _PAGES - _BEFORE - 1)
    _give_air(given, first + 2 * HEIGHT * pages - high * _MOSTLY_LOST)


def _give_air(given: Sequence[Flowable], left: float) -> None:
    """Put part of the room that is *left* in the columns above titles and paragraphs."""
    texts = [found for each in given if isinstance(found := getattr(each, "title", each), Text)]
    parts = sum(_PARTS.get(text.style.name, 0) for text in texts)
    part = min(left * _USED / parts, _PART) if parts else 0
    if part > 0:
        for text in texts:
            text.style = aired(text.style, round(part * _PARTS.get(text.style.name, 0), 1))


def scale_of(wanted: float, first: float) -> float:
    """How large letters are for columns that are *wanted* high together, of which the first page holds *first*.

    >>> scale_of(2000, 1000), scale_of(1050, 1000) < 1
    (1, True)
    """
    pages = max((wanted - first) / (2 * HEIGHT), 0)
    full = min(math.floor(pages), _PAGES - _BEFORE - 1)
    if pages <= full or (pages - full >= _WORTH_A_PAGE and full < _PAGES - _BEFORE - 1):
        return 1
    # Smaller letters stand on shorter lines, and on fewer of them.
    scale = math.sqrt((first + 2 * HEIGHT * full) / wanted)
    return scale if scale >= _SMALLEST else 1
