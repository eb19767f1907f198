"""A line of results in, the same in words for people out: labels for ids, one cell for what goes together."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from assessment.content.edition import Edition
from assessment.content.placement import Contradiction
from assessment.portfolio import wording
from assessment.portfolio import wording_of_comparison as comparing
from assessment.portfolio import wording_of_exports as words
from assessment.portfolio.columns import RECOMMENDATIONS
from assessment.portfolio.wording_of_decisions import told

Line = Mapping[str, Any]
#: Heads that quote answers.
QUOTING = ("help_asked", "declared", "shown", "contradictions")


class Labels:
    """What the ids of an edition are called."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Id -> label of stages, zones, statuses, levels, levers, items, screens; ids of these never meet."""
        edition = self.edition
        placement = edition.placement
        labelled = (*placement.stages, *placement.zones, *placement.zone_statuses, *placement.levels)
        return {
            **{each.id: each.label for each in labelled},
            **{name: lever.title for name, lever in edition.lever.items()},
            **{name: item.title for name, item in edition.items.items()},
        }

    @cached_property
    def _pairs(self) -> Mapping[str, Contradiction]:
        """Pairs of answers that do not go together, by id."""
        return {each.id: each for each in self.edition.placement.contradictions}

    def ids(self) -> Iterator[tuple[str, str]]:
        """Every id that cells of a table of results hold, with its label."""
        return iter(self.names.items())

    def told(self, line: Line) -> dict[str, str | date]:
        """Head of a column of the sheet to read -> its text; what is not shared says so."""
        shares = (line.get("shares") or "").split()
        hidden = dict.fromkeys(QUOTING, words.NOT_SHARED) if shares and "answers" not in shares else {}
        return {**self._told(line), **self._gathered(line), **hidden}

    def _gathered(self, line: Line) -> dict[str, str | date]:
        """What the gathering knows of a project, where there is one."""
        if "project" not in line:
            return {}
        return {
            "received": _day(line["received"]),
            "origin": words.ORIGINS.get(line["origin"], line["origin"] or ""),
            "decision": told(line["decision"]) if line["decision"] else "",
            "decision_reason": line["decision_reason"] or "",
            "notes": line["notes"] or "",
        }

    def _told(self, line: Line) -> dict[str, str | date]:
        read = _read_again(line)
        helps = self.edition.levers.help_asked_by
        return {
            "name": line["name"] or "",
            "date": _day(line["date"]),
            "stage": self._named(line["stage"]) or (wording.UNKNOWN if line["stage_low"] else ""),
            "range": self._range(line["stage_low"], line["stage_high"]),
            "consolidated": self._named(line["consolidated"]),
            "zone": self._zone(line),
            "levers": _lines(self._ranked(line, "lever", len(self.edition.levers.levers))),
            "help_asked": _lines(_whose(self._named(each), helps, read) for each in _ids(line["help_asked"])),
            "declared": _lines(_whose(self._asked(each), each, read) for each in _ids(line["declared"])),
            "shown": _lines(_whose(self._asked(each), each, read) for each in _ids(line["shown"])),
            "contradictions": _lines(self._pair(each, read) for each in _ids(line["contradictions"])),
            "recommendations": _lines(self._ranked(line, "recommendation", RECOMMENDATIONS)),
            "level": self._level(line),
        }

    def _named(self, name: str | None) -> str:
        return self.names.get(name, name) if name else ""

    def _range(self, lowest: str | None, highest: str | None) -> str:
        if not lowest or lowest == highest:
            return ""
        return wording.RANGE.format(lowest=self._named(lowest), highest=self._named(highest))

    def _zone(self, line: Line) -> str:
        if not line["zone"]:
            return ""
        status = comparing.STATUSES.get(line["zone_status"], "")
        return wording.ZONE.format(zone=self._named(line["zone"]), status=status)

    def _ranked(self, line: Line, family: str, most: int) -> Iterator[str]:
        return (self._named(line[f"{family}_{rank}"]) for rank in range(1, most + 1) if line[f"{family}_{rank}"])

    def _pair(self, name: str, read: Collection[str]) -> str:
        """What to ask about a pair that the project said; one that comes of a second reading is said to."""
        pair = self._pairs.get(name)
        if pair is None:
            return name
        if not set(pair.questions) & set(read):
            return comparing.QUOTED.format(words=pair.ask)
        told = (_whose(self._asked(each), each, read) for each in pair.questions)
        return comparing.CONTRADICTION_READ.format(answers=" ; ".join(told))

    def _asked(self, question: str) -> str:
        return f"{question} {self.edition.questions[question].text}"

    def _level(self, line: Line) -> str:
        open_ = self._range(line["level_low"], line["level_high"])
        return open_ or self._named(line["level"])


def _day(written: str | None) -> date | str:
    """A day as a spreadsheet has one, so that it reads in French and can be sorted."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return written or ""


def _ids(cell: str | None) -> Sequence[str]:
    return (cell or "").split()


def _read_again(line: Line) -> Collection[str]:
    """The questions whose answer the owner reads otherwise, where there is an owner."""
    told = (line.get("read_again") or "").split(" ; ")
    return {name for name, sign, _ in (each.partition("=") for each in told) if sign}


def _whose(text: str, question: str, read: Collection[str]) -> str:
    """What an answer says, as the owner's reading where it is theirs."""
    return comparing.READ_SO.format(line=text) if question in read else text


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
