"""Checked rows in, their results out: one line for each, in the order given. Never a rank, a total or a mean."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN
from assessment.content.shelf import SHIPPED, open_edition
from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, assess
from assessment.engine.contract import result
from assessment.portfolio.columns import RECOMMENDATIONS, result_columns
from assessment.portfolio.rows import Row

Json = dict[str, Any]
#: A column -> a text, a number, or None for what is not known.
Line = Mapping[str, Any]
#: Rows that one process takes at a time: enough to be worth the way, few enough to keep memory flat.
BLOCK = 250
#: Fewer rows are done before a second process has started.
WORTH_A_POOL = 1_000
JOINED = " "


def screen(rows: Iterable[Row], edition: Edition) -> Iterator[tuple[Line, Json]]:
    """Each row as a flat line (columns of `result_columns`) and as the contract's result object with its name."""
    for row in rows:
        found = assess(row.answers, edition)
        yield flat(found), {"name": row.answers.subject.name, **result(found)}


def screen_many(
    rows: Iterable[Row], edition: Edition, processes: int, root: Path = SHIPPED
) -> Iterator[tuple[Line, Json]]:
    """The same by several processes, in the same order; *root*: the folder that the edition was opened from."""
    blocks = _blocks(iter(rows), BLOCK)
    with ProcessPoolExecutor(processes, get_context("spawn"), _open, (edition.id, str(root))) as pool:
        waiting = [pool.submit(_screened, block) for block in islice(blocks, 2 * processes)]
        while waiting:
            yield from waiting.pop(0).result()
            waiting.extend(pool.submit(_screened, block) for block in islice(blocks, 1))


def flat(found: Assessment) -> Line:
    """One line of a table of results; what is not known, or was not answered, is None."""
    empty: Json = dict.fromkeys(result_columns(found.edition))
    subject, told = found.answers.subject, result(found)
    about = {
        "name": subject.name,
        "date": subject.date.isoformat() if subject.date else None,
        "edition": found.edition.id,
        "unknown": sum(value == UNKNOWN for value in found.answers.values.values()),
        "door": told["doors"]["order"][0] if told["doors"] and told["doors"]["because"] else None,
    }
    advice = {f"recommendation_{each['rank']}": each["id"] for each in told["recommendations"][:RECOMMENDATIONS]}
    return empty | about | advice | _project(found, told["project"]) | _organisation(told["organisation"])


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
        **_declared(found.answers, found.edition),
        "missing_now": JOINED.join(each["question"] for each in told["to_consolidate"]) if known else None,
        "missing_next": JOINED.join(each["question"] for each in told["to_next"]) if known else None,
    }


def _declared(answers: Answers, edition: Edition) -> Json:
    """Key answers high enough to be shown: those that are only declared, those that something shows."""
    evidence = edition.project.evidence
    least = evidence.from_level if evidence else 0
    high = [name for name in edition.key_questions if (answers.level(edition.questions[name]) or 0) >= least]
    return {
        "declared": JOINED.join(name for name in high if not answers.can_be_shown(name)),
        "shown": JOINED.join(name for name in high if answers.can_be_shown(name)),
    }


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


def _blocks(rows: Iterator[Row], size: int) -> Iterator[list[Row]]:
    while block := list(islice(rows, size)):
        yield block


_edition: Edition | None = None


def _open(name: str, root: str) -> None:
    """Open the edition once in each process."""
    global _edition
    _edition = open_edition(name, Path(root))


def _screened(rows: list[Row]) -> list[tuple[Line, Json]]:
    if _edition is None:  # pragma: no cover - the pool always opens it first
        raise RuntimeError
    return list(screen(rows, _edition))
