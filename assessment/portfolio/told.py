"""A line of results in, the same in words for people out: labels for ids, one cell for what goes together."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from assessment.content.edition import Edition
from assessment.portfolio import wording
from assessment.portfolio import wording_of_exports as words
from assessment.portfolio.columns import RECOMMENDATIONS
from assessment.portfolio.wording_of_comparison import STATUSES
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
    def _pairs(self) -> Mapping[str, str]:
        """Id of a pair of answers -> what to ask about it."""
        return {each.id: each.ask for each in self.edition.placement.contradictions}

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
        return {
            "name": line["name"] or "",
            "date": _day(line["date"]),
            "stage": self._named(line["stage"]) or (wording.UNKNOWN if line["stage_low"] else ""),
            "range": self._range(line["stage_low"], line["stage_high"]),
            "consolidated": self._named(line["consolidated"]),
            "zone": self._zone(line),
            "levers": _lines(self._ranked(line, "lever", len(self.edition.levers.levers))),
            "help_asked": _lines(self._named(each) for each in (line["help_asked"] or "").split()),
            "declared": _lines(self._asked(each) for each in (line["declared"] or "").split()),
            "shown": _lines(self._asked(each) for each in (line["shown"] or "").split()),
            "contradictions": _lines(self._pairs.get(each, each) for each in (line["contradictions"] or "").split()),
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
        return wording.ZONE.format(zone=self._named(line["zone"]), status=STATUSES.get(line["zone_status"], ""))

    def _ranked(self, line: Line, family: str, most: int) -> Iterator[str]:
        return (self._named(line[f"{family}_{rank}"]) for rank in range(1, most + 1) if line[f"{family}_{rank}"])

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


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
