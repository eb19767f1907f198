"""Checked rows in, their results out: one line for each, in the order given. Never a rank, a total or a mean.

`screen_table` is the whole of it, from table to table; the others are its steps, for whoever has rows already.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN
from assessment.content.shelf import SHIPPED
from assessment.engine.answers import Subject
from assessment.engine.assess import Assessment, assess
from assessment.engine.contract import result
from assessment.portfolio.columns import RECOMMENDATIONS, result_columns
from assessment.portfolio.processes import spread
from assessment.portfolio.rows import Read, Row, read_rows
from assessment.portfolio.table import Table
from assessment.portfolio.traits import key_answers_by_proof

Json = dict[str, Any]
#: A column -> a text, a number, or None for what is not known.
Line = Mapping[str, Any]
#: A line, and the contract's result object of the same row.
Result = tuple[Line, Json]
#: Rows that one process takes at a time: enough to be worth the way, few enough to keep memory flat.
BLOCK = 250
#: Fewer rows are done before a second process has started.
WORTH_A_POOL = 1_000
#: Different sets of answers whose result is remembered.
REMEMBERED = 500
JOINED = " "


def screen_table(table: Table, edition: Edition) -> tuple[Table, Read]:
    """A table of answers as a table of results (columns of `result_columns`), and what could not be read of it.

    Lines are those of the rows in the file that was handed in.
    """
    read, columns = read_rows(table, edition), result_columns(edition)
    rows = tuple(tuple(_text(line[name]) for name in columns) for line in lines(read.rows, edition))
    return Table(table.source, columns, rows, tuple(row.line for row in read.rows)), read


def screen(rows: Iterable[Row], edition: Edition) -> Iterator[Result]:
    """Each row as a flat line (columns of `result_columns`) and as the contract's result object with its name."""
    for row in rows:
        found = assess(row.answers, edition)
        told = result(found)
        yield flat(found, told), {"name": row.answers.subject.name, **told}


def lines(rows: Iterable[Row], edition: Edition) -> Iterator[Line]:
    """Each row as a flat line only; rows that say the same are worked out once."""
    known: dict[tuple[object, ...], Line] = {}
    for row in rows:
        answers = row.answers
        key = (answers.parts, answers.short, tuple(answers.values.items()), tuple(answers.shown.items()))
        if key not in known:
            if len(known) >= REMEMBERED:
                del known[next(iter(known))]
            known[key] = flat(assess(answers, edition))
        yield {**known[key], **_about(answers.subject)}


def screen_many(rows: Iterable[Row], edition: Edition, processes: int, root: Path = SHIPPED) -> Iterator[Result]:
    """`screen` by several processes, in the same order; *root*: the folder that the edition was opened from."""
    yield from spread(_screened, rows, edition.id, root, processes=processes, block=BLOCK)


def lines_of_many(rows: Iterable[Row], edition: Edition, processes: int, root: Path = SHIPPED) -> Iterator[Line]:
    """`lines` by several processes, in the same order; rows that say the same are worked out once in each block."""
    columns = result_columns(edition)
    for cells in spread(_cells, rows, edition.id, root, processes=processes, block=BLOCK):
        yield dict(zip(columns, cells, strict=True))


def flat(found: Assessment, told: Json | None = None) -> Line:
    """One line of a table of results; what is not known, or was not answered, is None. *told*: its result object."""
    empty: Json = dict.fromkeys(result_columns(found.edition))
    told = result(found) if told is None else told
    about = {
        **_about(found.answers.subject),
        "edition": found.edition.id,
        "unknown": sum(value == UNKNOWN for value in found.answers.values.values()),
        "door": told["doors"]["order"][0] if told["doors"] and told["doors"]["because"] else None,
    }
    advice = {f"recommendation_{each['rank']}": each["id"] for each in told["recommendations"][:RECOMMENDATIONS]}
    return empty | about | advice | _project(found, told["project"]) | _organisation(told["organisation"])


def _about(subject: Subject) -> Json:
    return {"name": subject.name, "date": subject.date.isoformat() if subject.date else None}


def _project(found: Assessment, told: Json | None) -> Json:
    if told is None:
        return {}
    known = found.facts.stage.value is not None
    zone = told["zones"][0] if told["zones"] and known else {"id": None, "status": None}
    return {
        "stage": told["stage"] if known else None,
        "stage_low": told["stage_range"][0],
        "stage_high": told["stage_range"][1],
        "consolidated": told["consolidated"] if known else None,
        "consolidated_high": told["consolidated_high"] if known else None,
        "qualification": told["qualification"] if known else None,
        **{f"dim_{name}": level for name, level in told["dimensions"].items()},
        "confidence": told["confidence"]["level"],
        "zone": zone["id"],
        "zone_status": zone["status"],
        "patterns": JOINED.join(told["patterns"]),
        "contradictions": JOINED.join(each["id"] for each in told["contradictions"]),
        **({f"lever_{each['rank']}": each["id"] for each in told["levers"]} if known else {}),
        "help_asked": JOINED.join(each["id"] for each in told["levers"] if each["asked"]),
        **_declared(found),
        "missing_now": JOINED.join(each["question"] for each in told["to_consolidate"]) if known else None,
        "missing_next": JOINED.join(each["question"] for each in told["to_next"]) if known else None,
    }


def _declared(found: Assessment) -> Json:
    """Key answers high enough to be shown: those that are only declared, those that something shows."""
    declared, shown = key_answers_by_proof(found)
    return {"declared": JOINED.join(declared), "shown": JOINED.join(shown)}


def _organisation(told: Json | None) -> Json:
    if told is None:
        return {}
    low, high = told["level_range"]
    return {
        "type": told["type"],
        "level": told["level"],
        "level_low": low,
        "level_high": high,
        "organisation_confidence": told["confidence"]["level"],
    }


def _text(cell: object) -> str | None:
    return None if cell is None else str(cell)


def _screened(rows: list[Row], edition: Edition) -> list[Result]:
    return list(screen(rows, edition))


def _cells(rows: list[Row], edition: Edition) -> list[tuple[Any, ...]]:
    """Cells travel between processes without their names."""
    columns = result_columns(edition)
    return [tuple(line[name] for name in columns) for line in lines(rows, edition)]
