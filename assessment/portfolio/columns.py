"""The columns of a table of answers, and those of a table of results, as the contract names them."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.portfolio import wording
from assessment.portfolio import wording_of_exports as words

ABOUT = ("name", "date", "edition")
#: Added to rows that are handed back; read again, they say nothing.
HANDED_BACK = ("file", "line", "problems")
SHOWN, NOTE = "_shown", "_note"
#: Between what is picked from a list, or the name of a column, and its words for people.
PICKED = " · "
#: More recommendations than these are in the JSON result.
RECOMMENDATIONS = 8


@dataclass(frozen=True, slots=True)
class Columns:
    """What a table that is written has: *definitions* of its columns by name, in order, which of them are *numbers*.

    *heads*: those of the sheet to read, by what stands under each.
    """

    definitions: Mapping[str, str]
    numbers: frozenset[str]
    heads: Mapping[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """Names, in order."""
        return tuple(self.definitions)


def answer_columns(edition: Edition) -> tuple[str, ...]:
    """Every column that a table of answers may have, in the order in which it is offered."""
    evidence = (f"{name}{end}" for end in (SHOWN, NOTE) for name in edition.key_questions)
    return (*ABOUT, *edition.questions, *evidence)


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


def of_results(edition: Edition) -> Columns:
    """The columns of results alone."""
    told = definitions(edition)
    return Columns(told, _numbers(told), wording.HEADS)


def of_projects(edition: Edition) -> Columns:
    """The columns of the projects of a gathering: results, what the gathering knows, and the answers as given."""
    results = definitions(edition)
    answers = {name: words.ANSWER.format(question=name, text=each.text) for name, each in edition.questions.items()}
    shown = {f"{name}{SHOWN}": words.ANSWER_SHOWN.format(question=name) for name in edition.key_questions}
    notes = {f"{name}{NOTE}": words.ANSWER_NOTE.format(question=name) for name in edition.key_questions}
    first = ("name", "date", "received", "origin")
    named = {**wording.HEADS, **words.HEADS}
    heads = {name: named[name] for name in (*first, *(each for each in named if each not in first))}
    return Columns({**results, **words.COLUMNS, **answers, **shown, **notes}, _numbers(results), heads)


def _numbers(names: Mapping[str, str]) -> frozenset[str]:
    return frozenset(name for name in names if name.startswith("dim_") or name == "unknown")


def _definition(name: str, dimensions: Mapping[str, str]) -> str:
    if name in dimensions:
        return wording.COLUMNS["dim"].format(label=dimensions[name])
    family, _, rank = name.rpartition("_")
    return wording.COLUMNS[family].format(rank=rank) if family in wording.NUMBERED else wording.COLUMNS[name]
