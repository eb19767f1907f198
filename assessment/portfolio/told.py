"""A line of results in, the same in words for people out: labels for ids, one cell for what goes together."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from assessment.content.edition import Edition
from assessment.portfolio import wording
from assessment.portfolio.columns import RECOMMENDATIONS

Line = Mapping[str, Any]


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

    def told(self, line: Line) -> dict[str, str]:
        """Head of a column (key of wording.HEADS) -> its text."""
        return {
            "name": line["name"] or "",
            "stage": self._named(line["stage"]) or (wording.UNKNOWN if line["stage_low"] else ""),
            "range": self._range(line["stage_low"], line["stage_high"]),
            "consolidated": self._named(line["consolidated"]),
            "zone": self._zone(line),
            "levers": _lines(self._ranked(line, "lever", len(self.edition.levers.levers))),
            "help_asked": _lines(self._named(each) for each in (line["help_asked"] or "").split()),
            "declared": _lines(self._asked(each) for each in (line["declared"] or "").split()),
            "shown": _lines(self._asked(each) for each in (line["shown"] or "").split()),
            "contradictions": _lines((line["contradictions"] or "").replace("_", " / ").split(" ")),
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
        return wording.ZONE.format(zone=self._named(line["zone"]), status=self._named(line["zone_status"]))

    def _ranked(self, line: Line, family: str, most: int) -> Iterator[str]:
        return (self._named(line[f"{family}_{rank}"]) for rank in range(1, most + 1) if line[f"{family}_{rank}"])

    def _asked(self, question: str) -> str:
        return f"{question} {self.edition.questions[question].text}"

    def _level(self, line: Line) -> str:
        open_ = self._range(line["level_low"], line["level_high"])
        return open_ or self._named(line["level"])


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
