"""The frame of a portfolio in HTML: every chart is a table of buttons, and each button narrows the projects below.

Drawn once for each visit of the page: the numbers come from `portfolio_told`, by the script `portfolio.js`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.pages import wording_of_portfolio as wording
from assessment.pages.escaped import markup
from assessment.pages.portfolio_listing import listing
from assessment.pages.portfolio_told import numbers
from assessment.portfolio import traits as each
from assessment.portfolio.facets import COVERED, DECISION, Facets
from assessment.portfolio.filters import Pick
from assessment.portfolio.traits import at
from assessment.report.citation import cite

#: What a chart sets beside its table, and shows where there is some.
OTHERS = (each.NONE, each.UNANSWERED, each.UNKNOWN, each.PRIVATE, each.ABSENT)
#: How wide a chart is, when it is not a third.
SIZES = {"standing": "half", "lever_at": "half", "economies": "whole", "help": "most", "dimension": "most"}
#: From so many columns on, their heads stand upright on a narrow screen.
MANY = 4


@dataclass(frozen=True)
class Frame:
    """Draws the frame of one edition; *met*: the needs that the owner's offer covers, None without an offer."""

    edition: Edition
    facets: Facets
    met: frozenset[str] | None

    def drawn(self, gathering: str) -> str:
        """The whole frame."""
        remove = markup(wording.REMOVE)
        return (
            f'<div class="portfolio" data-portfolio="{markup(gathering)}" data-remove="{remove}">'
            f'{self._bar()}<div class="charts">{"".join(self._charts())}</div>{self._limits()}{listing()}</div>'
        )

    def _limits(self) -> str:
        """What the method cannot say, and where it comes from."""
        card = self.edition.card
        limits = "".join(f"<li>{markup(each)}</li>" for each in card.limits)
        source = markup(wording.SOURCE.format(source=cite(card.source, self.edition.catalogue)))
        return (
            f'<details class="limits"><summary>{markup(wording.LIMITS)}</summary><ul>{limits}</ul>'
            f'<p class="origin">{source} {markup(card.reason or "")}</p></details>'
        )

    def _bar(self) -> str:
        """How many projects are kept, and what keeps them."""
        return (
            '<div class="kept"><p role="status" aria-live="polite" data-status tabindex="-1"></p>'
            f'<div class="chips" data-chips role="group" aria-label="{markup(wording.ACTIVE)}"></div>'
            f'<button type="button" class="plain" data-clear hidden>{markup(wording.CLEAR)}</button></div>'
        )

    def _charts(self) -> Iterable[str]:
        levers, stages = self._values("lever"), self._values("stage")
        yield self._matrix("standing", "stage", stages, wording.FIRMNESSES, foot="firmness")
        yield self._matrix("lever_at", "lever", levers, stages)
        yield from self._economies()
        yield self._matrix("zone", None, self._rows("zone"), self._columns("zone"))
        yield self._several("help", each.HELP, levers, self._values(f"{each.HELP}{next(iter(levers))}"))
        yield self._several("dimension", each.DIMENSION, self._dimensions(), self._levels())
        yield self._without_offer() if self.met is None else self._bars(COVERED)
        for facet in ("proof", "reread", "confidence", "type", "level", DECISION):
            yield self._bars(facet)

    # --- Charts

    def _bars(self, facet: str) -> str:
        lines = "".join(
            f'<tr><th scope="row">{markup(label)}</th>{self._bar_of((facet, value), label)}</tr>'
            for value, label in self._values(facet, keep_none=facet == DECISION).items()
        )
        drawn = f'<table class="bars" aria-label="{_title(facet)}"><tbody>{lines}</tbody></table>'
        return self._chart(facet, drawn + self._others(facet))

    def _matrix(
        self,
        facet: str,
        by_row: str | None,
        rows: Mapping[str, str],
        columns: Mapping[str, str],
        *,
        foot: str | None = None,
    ) -> str:
        """A row and a column for each value of a cell; *by_row*, *foot*: the facets of whole rows and columns."""
        lines = []
        for row, label in rows.items():
            drawn = self._bar_of if foot else self._cell
            total = drawn((by_row, row), label, "total") if by_row else ""
            cells = (self._cell((facet, at(row, column)), f"{label}, {told}") for column, told in columns.items())
            lines.append(f'<tr><th scope="row">{markup(label)}</th>{total}{"".join(cells)}</tr>')
        if foot:
            cells = (self._cell((foot, column), told, "total") for column, told in columns.items())
            lines.append(f'<tr class="foot"><th scope="row">{markup(wording.ANY)}</th><td></td>{"".join(cells)}</tr>')
        heads = ([wording.TOTAL] if by_row else []) + list(columns.values())
        return self._chart(facet, _cells(facet, heads, lines) + self._others(facet))

    def _several(
        self,
        chart: str,
        prefix: str,
        rows: Mapping[str, str],
        columns: Mapping[str, str],
    ) -> str:
        """A facet for each row."""
        lines = (
            f'<tr><th scope="row">{markup(label)}</th>'
            + "".join(self._cell((f"{prefix}{row}", value), f"{label}, {told}") for value, told in columns.items())
            + "</tr>"
            for row, label in rows.items()
        )
        others = self._others(f"{prefix}{next(iter(rows))}")
        return self._chart(chart, _cells(chart, list(columns.values()), lines) + others)

    def _chart(self, name: str, inside: str) -> str:
        return _section(name, f'<p class="note">{markup(wording.CHARTS[name][1])}</p>{inside}{self._more(name)}')

    def _without_offer(self) -> str:
        """What the offer covers, before there is one: how to describe it, and no count that would read as a verdict."""
        there = f'<a href="#offre">{markup(wording.TO_OFFER)}</a>'
        return _section(COVERED, f"<p>{markup(wording.NO_OFFER)}</p><p>{there}</p>")

    def _more(self, name: str) -> str:
        """What stands below a chart: a legend, what makes projects live."""
        if name == "lever_at" and self.met:
            return f'<p class="note"><i class="met"></i>{markup(wording.MET)}</p>'
        return self._needs() if name == COVERED else ""

    def _needs(self) -> str:
        """What the offer answers to, and what nothing in it answers to."""
        cells = {value: label for value, label in self.facets["lever_at"].values.items() if value not in OTHERS}
        return "".join(
            f'<h3>{markup(title)}</h3><ul class="others needs">{self._listed(cells, is_met=is_met)}'
            f'<li class="none">{markup(wording.NO_NEED)}</li></ul>'
            for title, is_met in ((wording.UNMET, False), (wording.COVERED_NEEDS, True))
        )

    def _listed(self, cells: Mapping[str, str], *, is_met: bool) -> str:
        return "".join(
            f"<li data-other hidden>{markup(label)} {self._button(('lever_at', value), label)}</li>"
            for value, label in cells.items()
            if (value in (self.met or ())) is is_met
        )

    def _economies(self) -> Iterator[str]:
        """How the projects of each phase live, with the source, and how many there are."""
        lines = []
        for economy in self.edition.funding.economies:
            stages = [stage.label for stage in self.edition.placement.stages if stage.phase == economy.phase]
            reason = f" {markup(economy.reason)}" if economy.reason else ""
            source = cite(economy.source, self.edition.catalogue)
            lines.append(
                f"<li><h3>{markup(economy.label)}</h3>"
                f"<p>{self._button(('phase', economy.phase), economy.label)} "
                f"<small>{markup(wording.AND.join(stages))}</small></p><p>{markup(economy.text)}</p>"
                f"<details><summary>{markup(wording.WHENCE)}</summary>"
                f'<p class="origin">{markup(wording.SOURCE.format(source=source))}{reason}</p></details></li>'
            )
        if lines:
            yield self._chart("economies", f'<ul class="economies">{"".join(lines)}</ul>')

    # --- Buttons

    def _cell(self, pick: Pick, of: str, kind: str = "") -> str:
        met = " met" if pick[0] == "lever_at" and pick[1] in (self.met or ()) else ""
        return f'<td class="cell {kind}{met}">{self._button(pick, of)}</td>'

    def _bar_of(self, pick: Pick, of: str, kind: str = "") -> str:
        return f'<td class="meter {kind}">{self._button(pick, of, bar=True)}</td>'

    def _others(self, facet: str) -> str:
        """What a chart has no place for: told where there is some."""
        found = self.facets[facet].values
        told = (
            f"<li data-other hidden>{markup(label)} {self._button((facet, value), label)}</li>"
            for value, label in found.items()
            if value in OTHERS and not (facet == DECISION and value == each.NONE)
        )
        return f'<ul class="others">{"".join(told)}</ul>'

    def _button(self, pick: Pick, of: str, *, bar: bool = False) -> str:
        inside = "<i></i><b></b>" if bar else ""
        return f'<button type="button" data-n="{self._number[pick]}" data-of="{markup(of)}">{inside}</button>'

    # --- Values

    @property
    def _number(self) -> Mapping[Pick, int]:
        return {pick: number for number, pick in enumerate(numbers(self.facets))}

    def _values(self, facet: str, *, keep_none: bool = False) -> dict[str, str]:
        found = self.facets[facet].values.items()
        return {value: label for value, label in found if value not in OTHERS or (keep_none and value == each.NONE)}

    def _rows(self, facet: str) -> dict[str, str]:
        zones = {zone.id: zone.label for zone in self.edition.placement.zones}
        return {row: label for row, label in zones.items() if at(row, each.WATCHED[0]) in self.facets[facet].values}

    def _columns(self, _facet: str) -> dict[str, str]:
        return {status: wording.STATUSES[status] for status in each.WATCHED}

    def _dimensions(self) -> dict[str, str]:
        return {screen.id: screen.label for screen in self.edition.project.screens if screen.scored}

    def _levels(self) -> dict[str, str]:
        first = f"{each.DIMENSION}{next(iter(self._dimensions()))}"
        return {**self._values(first), each.UNKNOWN: wording.NOT_KNOWN}


def _section(chart: str, inside: str) -> str:
    title, size = _title(chart), SIZES.get(chart, "third")
    return f'<section class="chart {size}" data-chart="{chart}" aria-label="{title}"><h2>{title}</h2>{inside}</section>'


def _title(chart: str) -> str:
    return markup(wording.CHARTS[chart][0])


def _cells(chart: str, heads: Sequence[str], lines: Iterable[str]) -> str:
    told = "".join(f'<th scope="col"><span>{markup(head)}</span></th>' for head in heads)
    many = "cells many" if len(heads) >= MANY else "cells"
    head = f"<thead><tr><td></td>{told}</tr></thead>"
    return f'<table class="{many}" aria-label="{_title(chart)}">{head}<tbody>{"".join(lines)}</tbody></table>'
