"""Files of strangers in, the projects that they hold out, and every problem of what cannot be taken.

Nothing of a file is believed: tables and reports are read in a limited child, answers are checked again, and a report
says that it is ours only when its signature does.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from assessment.content.edition import Edition
from assessment.content.shelf import edition_of, in_use
from assessment.engine.answers import clean
from assessment.engine.contract import answer_file
from assessment.errors import AssessmentError, Problem
from assessment.intake.dropped import read_dropped
from assessment.intake.tables import READERS, read_table
from assessment.pages import wording_of_importing as wording
from assessment.portfolio.rows import Flaw, read_rows
from assessment.portfolio.table import Table
from assessment.portfolio.writing import handed_back
from assessment.storage.gathered import Given
from assessment.storage.installation import is_ours

#: Files of answers, beside the tables.
REPORT, ANSWERS = ".pdf", (".json", ".yaml", ".yml")
#: Turns of reading that a busy machine is asked for.
TURNS = 6
#: Signs of the name of a file, or of a cell, that are shown; signs of a cell that a reason quotes.
SHOWN, SHORT = 60, 40


@dataclass
class Taken:
    """What files gave: *given*, to add; *flaws*, which refuse rows or files; *notes*, which refuse nothing."""

    given: list[Given] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    notes: list[Flaw] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def add(self, other: "Taken") -> None:
        """Take what another file gave."""
        self.given += other.given
        self.flaws += other.flaws
        self.notes += other.notes
        self.tables += other.tables

    @property
    def refused(self) -> int:
        """How many rows and whole files are refused."""
        return len({(each.source, each.line) for each in self.flaws})

    def of_origin(self, origin: str) -> int:
        """How many projects come from there."""
        return sum(each.origin == origin for each in self.given)

    def handed_back(self) -> bytes:
        """CSV of the refused rows, to correct and import again, and of what is wrong with whole files."""
        return handed_back(self.tables, self.flaws)


def take(content: bytes, name: str, edition: Edition) -> Taken:
    """What one file gives; what is wrong with it is told in it, never raised."""
    where = clean(PurePath(name).name, SHOWN) or wording.FILE
    kind = PurePath(name).suffix.lower()
    try:
        if kind in READERS:
            return _patiently(lambda: _take_table(content, name, edition))
        if kind == REPORT or kind in ANSWERS:
            return _patiently(lambda: _take_answers(content, name, where))
    except AssessmentError as error:
        return Taken(flaws=list(_flaws(error.problems, where)))
    return Taken(flaws=[Flaw(where, 0, None, None, *wording.UNKNOWN_KIND)])


def distinct(names: Iterable[str]) -> Iterator[str]:
    """The same names, told apart where two files have the same one.

    >>> list(distinct(["a.pdf", "b.pdf", "a.pdf"]))
    ['a.pdf', 'b.pdf', 'a (2).pdf']
    """
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        path = PurePath(name)
        yield name if seen[name] == 1 else f"{path.stem} ({seen[name]}){path.suffix}"


def told(flaw: Flaw) -> tuple[str, str]:
    """Where something is wrong, with what stands there unless the reason says it, and what to do about it."""
    said = flaw.value and f"« {flaw.value[:SHORT]} »" in flaw.reason
    value = wording.VALUE.format(value=flaw.value[:SHOWN]) if flaw.value and not said else ""
    return f"{flaw.where}{value} :", f"{flaw.reason} {flaw.remedy}".strip()


def _take_table(content: bytes, name: str, edition: Edition) -> Taken:
    table = read_table(content, name)
    read = read_rows(table, edition)
    given = (
        Given(answer_file(row.answers, edition), "table", wording.LINE.format(source=table.source, line=row.line))
        for row in read.rows
    )
    return Taken(list(given), list(read.flaws), list(read.notes), [table])


def _take_answers(content: bytes, name: str, where: str) -> Taken:
    found = read_dropped(content, name, in_use())
    origin = "ours" if found.in_report and is_ours(found.data) else "unverified"
    return Taken([Given(answer_file(found.answers, edition_of(found.data, in_use())), origin, where)])


def _patiently(read: Callable[[], Taken]) -> Taken:
    """Read, and again while other files have every turn: whoever gave two hundred does not give one anew."""
    for _ in range(TURNS - 1):
        try:
            return read()
        except AssessmentError as error:
            if {each.code for each in error.problems} != {"busy"}:
                raise
    return read()


def _flaws(problems: Iterable[Problem], where: str) -> Iterator[Flaw]:
    for each in problems:
        reason = each.what if each.where == where else f"{each.where} : {each.what}"
        yield Flaw(where, 0, None, None, reason, each.remedy)
