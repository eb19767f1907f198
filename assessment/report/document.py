"""What a report is made of, whoever shows it: frozen values in French, ready for the page, the PDF and the terminal.

`sections.tell` builds a Report from an Assessment; the renderers never look behind it. Texts carry ordinary spaces and
straight apostrophes; each renderer passes them through `typography.french` and escapes them for its medium.
"""

import datetime
from dataclasses import dataclass
from typing import Literal

from assessment.engine.actions import Action


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer behind a line: the question's id and text, and the words of the answer.

    *shown*: what could be shown for it, in words; *screen*: the label of the screen that asks it; *note*: which
    document or outside look that is, in the person's own words, where every answer is listed.
    """

    question: str
    text: str
    answer: str
    shown: str | None = None
    screen: str | None = None
    note: str | None = None

    @property
    def backed_by(self) -> str | None:
        """What could be shown for it, and which that is."""
        return f"{self.shown}, « {self.note} »" if self.shown and self.note else self.shown


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said, with everything needed to trust it.

    *facts* are label and value pairs (how to begin, how long, for whom, …); *badge* is a word or two set apart
    (« prioritaire », « à vérifier », « pas encore su »); *source* is told in words, *rule* is the id of the rule.
    Consecutive lines of one *group* stand under that heading (« Modules de formation »). *about*: the id of what the
    line tells of (a catalogue item, a lever, a question), for whoever makes an action of it. *part*: for a line that no
    rule made, the part of the method that did, by its kind and its name (« passage « Vallée de la mort » »).
    """

    text: str
    detail: str | None = None
    badge: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    address: str | None = None
    because: tuple[Reason, ...] = ()
    rule: str | None = None
    source: str | None = None
    group: str | None = None
    about: str | None = None
    part: str | None = None


SectionId = Literal[
    "stage",
    "contradictions",
    "to_consolidate",
    "to_next",
    "zones",
    "levers",
    "needs",
    "recommendations",
    "messages",
    "organisation",
    "doors",
    "confidence",
    "profile",
    "method",
]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list of lines; *after* is said below them (« et 2 autres », a note of method).

    *more*: lines past the edition's limit; a page may fold them, the PDF and the terminal print them.
    """

    id: SectionId
    title: str
    intro: str | None = None
    lines: tuple[Line, ...] = ()
    after: str | None = None
    more: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class StageLine:
    """The line of stations: labels in order; indexes from 0 of the stage reached, consolidated, lowest and highest.

    *alt* says the whole picture in one or two sentences.
    """

    stations: tuple[str, ...]
    reached: int
    consolidated: int
    lowest: int
    highest: int
    alt: str


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A dimension: its level from 1 (None: unknown), the level of the stage reached, whether it rests on one answer.

    *because*: the answers behind its level.
    """

    id: str
    label: str
    level: int | None
    wanted: int
    on_one_answer: bool
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """All dimensions in order, of *highest* possible levels, and the picture said in words."""

    rows: tuple[ProfileRow, ...]
    highest: int
    alt: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. *headline* is the stage or level in one sentence; *answers* lists everything answered.

    *actions*: what the person decided to do next; *terms*: a word and what it means, in alphabetical order; *sources*:
    the texts that this report cites; *plain*: the gist in the plainest sentences, for people who know nothing of it.
    """

    title: str
    subject: str | None
    day: datetime.date | None
    edition: str
    headline: str
    summary: str
    stage_line: StageLine | None
    profile: Profile | None
    sections: tuple[Section, ...]
    answers: tuple[Reason, ...]
    notices: tuple[str, ...]
    actions: tuple[Action, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()

    def section(self, name: SectionId) -> Section | None:
        """The section called *name*, if the report has it."""
        return next((section for section in self.sections if section.id == name), None)
