"""An edition and the parts to answer in, a workbook to fill in out (XLSX): one row a project, choices to pick from.

The first sheet is filled in, the second says what stands in each column. What is picked (« 2 · Des personnes … ») and
the heads of the columns read back as `rows.read_rows` takes them. No text of the content can become a formula.
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, PartId, Question, Questionnaire
from assessment.engine.answers import PARTS, SHORT
from assessment.portfolio import wording_of_template as wording
from assessment.portfolio.columns import NOTE, PICKED, SHOWN
from assessment.portfolio.rows import NOTHING

#: Rows that offer choices: as many as the reader of workbooks takes.
ROWS = 5_000
#: Signs that Excel shows beside a cell: a title, a text.
LONGEST_TITLE, LONGEST = 32, 255
#: Characters that a column is wide, and points that the heads are high.
WIDTH, HEIGHT = 26, 96


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: its *name*, what it *asks*, *how* to fill it in, the *choices* to pick from, one or *several*."""

    name: str
    asks: str
    how: str
    choices: tuple[str, ...] = ()
    several: bool = False

    @property
    def head(self) -> str:
        return f"{self.name}{PICKED}{self.asks}"


def template(edition: Edition, parts: Iterable[PartId] = PARTS) -> bytes:
    """The workbook; a template for the short version (parts SHORT) asks the key questions only."""
    import xlsxwriter

    file, columns = io.BytesIO(), tuple(_columns(edition, tuple(parts)))
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, safe) as book:
        forms = {
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        filled, defined = book.add_worksheet(wording.FILL), book.add_worksheet(wording.DEFINITIONS)
        places = _define(defined, columns, forms)
        _offer(filled, columns, places, forms)
    return file.getvalue()


def _columns(edition: Edition, parts: tuple[PartId, ...]) -> Iterator[_Column]:
    yield _Column("name", wording.NAME, wording.NAME_HOW)
    yield _Column("date", wording.DATE, wording.DATE_HOW)
    for questionnaire in edition.questionnaires:
        if questionnaire.part in parts:
            yield from _of_part(questionnaire, edition, short=parts == SHORT)


def _of_part(questionnaire: Questionnaire, edition: Edition, *, short: bool) -> Iterator[_Column]:
    for question in questionnaire.questions:
        if short and question.id not in edition.key_questions:
            continue
        yield _asked(question, questionnaire.unknown_label)
        if questionnaire.evidence and question.id in edition.key_questions:
            words = questionnaire.evidence.choices
            choices = tuple(f"{word}{PICKED}{label}" for word, label in words.items())
            yield _Column(f"{question.id}{SHOWN}", questionnaire.evidence.question, wording.PICK_OR_NOT, choices)
            if note := questionnaire.evidence.note:
                yield _Column(f"{question.id}{NOTE}", note.label, wording.NOTE_HOW.format(example=note.example))


def _asked(question: Question, unknown: str) -> _Column:
    numbered = tuple(f"{number}{PICKED}{each.label}" for number, each in enumerate(question.choices, start=1))
    doubt = f"{UNKNOWN}{PICKED}{unknown}"
    if question.kind == "one":
        return _Column(question.id, question.text, wording.PICK, (*numbered, doubt))
    how = wording.SEVERAL_AT_MOST.format(most=question.at_most) if question.at_most else wording.SEVERAL
    nothing = f"{NOTHING}{PICKED}{wording.NOTHING_TICKED}"
    return _Column(question.id, question.text, how, (*numbered, nothing, doubt), several=True)


def _define(sheet: Any, columns: Iterable[_Column], forms: Mapping[str, Any]) -> Mapping[str, tuple[int, int]]:  # noqa: ANN401 - xlsxwriter's own
    """Write what stands in each column; column -> first and last row of its choices, from 0."""
    places, line = {}, len(wording.HOW) + 1
    for place, sentence in enumerate(wording.HOW):
        sheet.write_string(place, 0, sentence)
    for place, (head, width) in enumerate(wording.DEFINED.items()):
        sheet.set_column(place, place, width)
        sheet.write_string(line, place, head, forms["head"])
    sheet.freeze_panes(line + 1, 1)
    for column in columns:
        line += 1
        places[column.name] = line, line + len(column.choices) - 1
        for place, text in enumerate((column.name, column.asks, column.how)):
            sheet.write_string(line, place, text, forms["text"])
        for choice in column.choices:
            sheet.write_string(line, 3, choice, forms["text"])
            line += 1
        line -= bool(column.choices)
    return places


def _offer(  # one column after the other: its head, its choices, its help
    sheet: Any,  # noqa: ANN401 - xlsxwriter's own
    columns: Iterable[_Column],
    places: Mapping[str, tuple[int, int]],
    forms: Mapping[str, Any],
) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, HEIGHT)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTH, forms["day"] if column.name == "date" else None)
        sheet.write_string(0, place, column.head, forms["head"])
        help_ = {"input_title": column.name[:LONGEST_TITLE], "input_message": _short(column)}
        if column.choices and not column.several:
            first, last = (row + 1 for row in places[column.name])
            offered = {"validate": "list", "source": f"='{wording.DEFINITIONS}'!$D${first}:$D${last}"}
            told = {"error_title": wording.NOT_OFFERED[:LONGEST_TITLE], "error_message": wording.NOT_OFFERED_REMEDY}
            sheet.data_validation(1, place, ROWS, place, {**offered, **told, **help_})
        else:
            sheet.data_validation(1, place, ROWS, place, {"validate": "any", **help_})


def _short(column: _Column) -> str:
    """What Excel shows beside a cell; the whole of it is on the other sheet."""
    told = f"{column.asks}\n{column.how}"
    if column.several:
        told += "\n" + "\n".join(column.choices)
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1]}…"
