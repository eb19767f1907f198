"""What a document about a form'action is made of, whoever shows it: frozen values in French, for the PDF and the DOCX.

`programme_for_commissioner`, `programme_for_facilitator` and `programme_for_participants` build a Sheet; the renderers
never look behind it. Texts carry ordinary spaces and straight apostrophes; each renderer adds the typography and
escapes them for its medium.
"""

import datetime
from dataclasses import dataclass
from typing import Literal

Audience = Literal["commanditaire", "animation", "participants"]
#: A sequence of a day, or its « repas ».
RowKind = Literal["ouverture", "module", "pause", "cloture", "libre", "repas"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list; *boxes*: to tick."""

    points: tuple[str, ...]
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """A few numbers, each with what it counts."""

    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of the group, by label: (label, number in words, share from 0 to 1 that a bar may draw)."""

    head: tuple[str, str]
    rows: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names and what is said of each; *head* names the two columns."""

    head: tuple[str, str]
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A moment of a day: its hours in words, its title, what is said of it, minutes of theory and practice in all.

    *beside*: titles of what other groups do at the same time, with who is in them when that may be told.
    """

    kind: RowKind
    hours: str
    title: str
    minutes: int
    details: tuple[str, ...] = ()
    theory: int = 0
    practice: int = 0
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timetable:
    """A day, hour by hour; *head*: the three columns."""

    head: tuple[str, str, str]
    rows: tuple[Row, ...]


Plain = Paragraph | Points | Figures | Counts | Pairs | Timetable


@dataclass(frozen=True, slots=True)
class Card:
    """A sequence told in full: its title, its length as a badge, then named parts, each a paragraph or a list."""

    title: str
    badge: str
    parts: tuple[tuple[str, Paragraph | Points], ...]


Block = Plain | Card


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of a document.

    *fresh*: it begins on a page of its own, or high enough on one; *half*: two such parts, one after the other, may
    stand side by side.
    """

    title: str
    blocks: tuple[Block, ...]
    intro: str = ""
    fresh: bool = False
    half: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document. *kicker* says what it is, *about* its facts in a line, *lead* what it is for.

    *day*: when it is held, for the file's own date. *caution*: said first, of who may read it. *sources*: the texts it
    rests on. *shortened*: letters may become smaller where that saves a page.
    """

    audience: Audience
    kicker: str
    title: str
    about: str
    lead: str
    parts: tuple[Part, ...]
    edition: str
    day: datetime.date | None = None
    caution: str = ""
    sources: tuple[str, ...] = ()
    shortened: bool = False
