"""A table in, the rows that can be read and every problem of the others out.

Columns are read by their distinct values: a thousand rows say few different things. A bad cell refuses its row only,
and all that is wrong with a row is told at once.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, Question
from assessment.engine.answers import PARTS, Answers, Shown, Subject, Value, clean, known_types, organisation_type
from assessment.engine.evidence import LONGEST_NOTE
from assessment.engine.evidence import SHOWN as PROOFS
from assessment.errors import nearest
from assessment.portfolio import wording
from assessment.portfolio.columns import ABOUT, HANDED_BACK, NOTE, PICKED, SHOWN, answer_columns
from assessment.portfolio.table import Cell, Table

#: Nothing ticked, where several options may be.
NOTHING = "0"
#: A day as people write it, and as a spreadsheet in French saves it.
_WRITTEN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a cell (*column*) or with a whole row (None); *line* 0: with the whole table."""

    source: str
    line: int
    column: str | None
    value: str | None
    reason: str
    remedy: str

    @property
    def where(self) -> str:
        """File, line and column in French."""
        if not self.line:
            return self.source
        told = wording.CELL if self.column else wording.ROW
        return told.format(source=self.source, line=self.line, column=self.column)

    def __str__(self) -> str:
        return f"{self.where} : {self.reason} {self.remedy}".strip()


@dataclass(frozen=True, slots=True)
class Row:
    """One row that could be read: its line in the file and its answers."""

    line: int
    answers: Answers


@dataclass(frozen=True, slots=True)
class Read:
    """What a table gave: *rows*, the *flaws* that refuse rows or the whole table, and *notes* that refuse nothing."""

    rows: tuple[Row, ...]
    flaws: tuple[Flaw, ...]
    notes: tuple[Flaw, ...] = ()


class _Wrong(Exception):
    """A cell that cannot be read: why, and the remedy."""


def read_rows(table: Table, edition: Edition) -> Read:
    """Every row of *table* that can be read as answers to *edition*; all problems at once, in order of lines."""
    known = answer_columns(edition)
    table = replace(table, columns=tuple(map(_picked, table.columns)))
    flaws, notes = list(_columns_flawed(table)), list(_columns_unknown(table, known))
    if not set(table.columns) & set(edition.questions):
        flaws.append(Flaw(table.source, 0, None, None, wording.NO_COLUMN, wording.NO_COLUMN_REMEDY))
    if flaws:
        return Read((), tuple(flaws), tuple(notes))
    found, wrong = _columns_read(table, edition, [name for name in table.columns if name in known])
    rows = []
    for place in range(len(table.rows)):
        line = table.lines[place]
        told = {name: cells[place] for name, cells in found.items() if cells[place] is not None}
        answers = _answers(told, edition)
        amiss = list(wrong.get(place, ()))
        amiss += _notes_of_nothing(answers, table.source, line, {each.column for each in amiss})
        amiss += _of_another_type(answers, table.source, line, edition)
        if not answers.values and not amiss:
            amiss = [Flaw(table.source, line, None, None, wording.NOTHING_ANSWERED, wording.ANSWER_OR_REMOVE)]
        flaws.extend(amiss)
        if not amiss:
            rows.append(Row(line, answers))
    return Read(tuple(rows), tuple(flaws), tuple(notes))


def _columns_flawed(table: Table) -> Iterator[Flaw]:
    for name in dict.fromkeys(table.columns):
        if name and table.columns.count(name) > 1:
            yield Flaw(table.source, 1, name, None, wording.REPEATED_COLUMN.format(column=name[:40]), wording.KEEP_ONE)


def _columns_unknown(table: Table, known: tuple[str, ...]) -> Iterator[Flaw]:
    for name in table.columns:
        if name and name not in known and name not in HANDED_BACK:
            reason = wording.UNKNOWN_COLUMN.format(column=name[:40])
            yield Flaw(table.source, 1, name[:40], None, reason, nearest(name[:40], known))


def _columns_read(
    table: Table, edition: Edition, names: list[str]
) -> tuple[dict[str, tuple[Any, ...]], dict[int, list[Flaw]]]:
    """Column -> what each row says in it (None: nothing), and the flaws of each row by its place."""
    found: dict[str, tuple[Any, ...]] = {}
    wrong: dict[int, list[Flaw]] = {}
    for name in names:
        read, cells = _reader(name, edition), table.column(name)
        values: dict[Cell, Any] = {}
        refused: dict[Cell, tuple[str, str]] = {}
        for cell in set(cells):
            try:
                values[cell] = read(cell.strip()) if cell and cell.strip() else None
            except _Wrong as error:
                values[cell], refused[cell] = None, error.args
        found[name] = tuple(map(values.__getitem__, cells))
        for place in (place for place, cell in enumerate(cells) if cell in refused) if refused else ():
            reason, remedy = refused[cells[place]]
            flaw = Flaw(table.source, table.lines[place], name, cells[place], reason, remedy)
            wrong.setdefault(place, []).append(flaw)
    return found, wrong


def _reader(name: str, edition: Edition) -> Callable[[str], Any]:
    """What reads the cells of one column; it raises _Wrong."""
    if name in edition.questions:
        question = edition.questions[name]
        return lambda cell: (_one if question.kind == "one" else _several)(_picked(cell), question)
    if name.endswith(SHOWN):
        return lambda cell: _proof(_picked(cell))
    if name.endswith(NOTE):
        return _note
    return {"name": lambda cell: clean(cell) or None, "date": _day, "edition": lambda cell: _edition(cell, edition)}[
        name
    ]


def _picked(cell: str) -> str:
    """What was picked from the list of a template, without the words behind it."""
    return cell.partition(PICKED)[0]


def _one(cell: str, question: Question) -> Value:
    if cell == UNKNOWN:
        return UNKNOWN
    number = _number(cell)
    if number is None or not 1 <= number <= len(question.choices):
        raise _Wrong(_not_an_option(cell, question), wording.NUMBERS.format(last=len(question.choices)))
    return number


def _several(cell: str, question: Question) -> Value:
    if cell == UNKNOWN:
        return UNKNOWN
    if cell == NOTHING:
        return ()
    numbers = tuple(_number(each) or 0 for each in cell.split())
    if not all(1 <= each <= len(question.choices) for each in numbers):
        raise _Wrong(_not_an_option(cell, question), wording.SEVERAL.format(last=len(question.choices)))
    if len(set(numbers)) != len(numbers):
        raise _Wrong(_not_an_option(cell, question), wording.REPEATED_OPTION)
    if question.at_most is not None and len(numbers) > question.at_most:
        raise _Wrong(_not_an_option(cell, question), wording.TOO_MANY.format(most=question.at_most))
    return numbers


def _number(text: str) -> int | None:
    """A small whole number; spreadsheets write 2 as 2.0."""
    text = text.removesuffix(".0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None


def _not_an_option(cell: str, question: Question) -> str:
    return wording.NOT_AN_OPTION.format(value=cell[:40], question=question.id)


def _proof(cell: str) -> Shown:
    if cell not in PROOFS:
        raise _Wrong(wording.NOT_A_PROOF.format(value=cell[:40]), wording.PROOFS.format(words=", ".join(PROOFS)))
    return cell


def _note(cell: str) -> str | None:
    if (signs := len(text := clean(cell, None))) > LONGEST_NOTE:
        raise _Wrong(wording.LONG_NOTE.format(signs=signs, most=LONGEST_NOTE), wording.SHORTEN_IT)
    return text or None


def _day(cell: str) -> datetime.date:
    """A day as the template writes it, or as a French spreadsheet saves it."""
    try:
        if written := _WRITTEN.fullmatch(cell):
            day, month, year = map(int, written.groups())
            return datetime.date(year, month, day)
        return datetime.date.fromisoformat(cell[:10] if cell[10:] in ("", " 00:00:00", "T00:00:00") else cell)
    except ValueError:
        raise _Wrong(wording.NOT_A_DAY.format(value=cell[:40]), wording.DAY) from None


def _edition(cell: str, edition: Edition) -> str:
    if cell != edition.id:
        raise _Wrong(wording.UNKNOWN_EDITION.format(value=cell[:40]), nearest(cell, [edition.id]))
    return cell


def _answers(told: Mapping[str, Any], edition: Edition) -> Answers:
    """The answers of one row, without the columns that are no question."""
    values = {name: value for name, value in told.items() if name in edition.part_of}
    shown = {name.removesuffix(SHOWN): word for name, word in told.items() if name.endswith(SHOWN)}
    notes = {name.removesuffix(NOTE): text for name, text in told.items() if name.endswith(NOTE)}
    parts = frozenset(part for part in PARTS if any(edition.part_of[name] == part for name in values))
    return Answers(edition.id, parts, values, shown, Subject(*(told.get(name) for name in ABOUT[:2])), notes=notes)


def _notes_of_nothing(answers: Answers, source: str, line: int, wrong: set[str | None]) -> Iterator[Flaw]:
    """Notes on what nothing shows; *wrong*: columns where this row is refused already."""
    for name, text in answers.notes.items():
        if not answers.can_be_shown(name) and f"{name}{SHOWN}" not in wrong:
            reason = wording.NOTE_OF_NOTHING.format(question=name)
            yield Flaw(source, line, f"{name}{NOTE}", text, reason, wording.FILL_SHOWN.format(column=f"{name}{SHOWN}"))


def _of_another_type(answers: Answers, source: str, line: int, edition: Edition) -> Iterator[Flaw]:
    """Answers to questions that another type of organisation is asked."""
    kind, told_by = organisation_type(answers.values, edition)
    if kind not in known_types(edition.placement):
        return
    for name, value in answers.values.items():
        wanted = edition.questions[name].type
        if wanted and wanted != kind:
            label = next(each.label for each in edition.placement.types if each.id == wanted)
            reason = wording.ANOTHER_TYPE.format(question=name, label=label)
            yield Flaw(source, line, name, str(value), reason, wording.EMPTY_IT.format(told_by=told_by))
