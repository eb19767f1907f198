"""The columns of a table of answers, and those of a table of results, as the contract names them."""

from collections.abc import Mapping

from assessment.content.edition import Edition
from assessment.portfolio import wording

ABOUT = ("name", "date", "edition")
#: Added to rows that are handed back; read again, they say nothing.
HANDED_BACK = ("file", "line", "problems")
SHOWN = "_shown"
#: More recommendations than these are in the JSON result.
RECOMMENDATIONS = 8


def answer_columns(edition: Edition) -> tuple[str, ...]:
    """Every column that a table of answers may have, in the order in which it is offered."""
    shown = tuple(f"{name}{SHOWN}" for name in edition.key_questions)
    return (*ABOUT, *edition.questions, *shown)


def result_columns(edition: Edition) -> tuple[str, ...]:
    """Every column of a table of results, in order."""
    return (
        *ABOUT,
        *("stage", "stage_low", "stage_high", "consolidated", "consolidated_high", "qualification"),
        *(f"dim_{screen.id}" for screen in edition.project.screens if screen.scored),
        *("confidence", "zone", "zone_status", "patterns", "contradictions"),
        *(f"lever_{rank}" for rank in range(1, len(edition.levers.levers) + 1)),
        *("help_asked", "declared", "shown", "unknown", "missing_now", "missing_next"),
        *("type", "level", "level_low", "level_high", "organisation_confidence", "door"),
        *(f"recommendation_{rank}" for rank in range(1, RECOMMENDATIONS + 1)),
    )


def definitions(edition: Edition) -> Mapping[str, str]:
    """Column of a table of results -> what stands in it, in French."""
    dimensions = {f"dim_{screen.id}": screen.label for screen in edition.project.screens if screen.scored}
    return {name: _definition(name, dimensions) for name in result_columns(edition)}


def _definition(name: str, dimensions: Mapping[str, str]) -> str:
    if name in dimensions:
        return wording.COLUMNS["dim"].format(label=dimensions[name])
    family, _, rank = name.rpartition("_")
    return wording.COLUMNS[family].format(rank=rank) if family in wording.NUMBERED else wording.COLUMNS[name]
