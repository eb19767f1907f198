"""What a person picked in, the text that the browser draws a portfolio from out: numbers, chips and a page of rows.

Lines of fields; no sign that parts them can stand in one. The frame is `portfolio_frame`, the drawing `portfolio.js`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assessment.pages import saved
from assessment.pages import wording_of_portfolio as wording
from assessment.pages.portfolio_opened import Worked
from assessment.pages.thousands import grouped
from assessment.portfolio import traits as each_trait
from assessment.portfolio.counting import Bits, Counting, places_in
from assessment.portfolio.facets import DECISION, Facets
from assessment.portfolio.filters import EVERYTHING, Filters, Pick
from assessment.portfolio.projects import Project
from assessment.portfolio.screened import Screened
from assessment.portfolio.traits import NONE, UNKNOWN, Traits
from assessment.report.typography import french
from assessment.report.wording import told_day

#: Rows of a page.
ROWS = 25
#: Orders that say nothing of merit: the only ones there are.
SORTS = ("arrival", "name")


@dataclass(frozen=True, slots=True)
class Sight:
    """What a person looks at: filters, order, page from 1."""

    filters: Filters = EVERYTHING
    sort: str = SORTS[0]
    page: int = 1


def numbers(facets: Facets) -> tuple[Pick, ...]:
    """Every value of every facet, by the number that frame and browser know it by."""
    return tuple((name, value) for name, facet in facets.items() for value in facet.values)


def sight_told(data: Any, before: Sight, facets: Facets) -> Sight:  # noqa: ANN401 - what a browser says
    """What the browser says is wanted; what makes no sense changes nothing."""
    if not isinstance(data, dict):
        return before
    known, picks, sort, page = numbers(facets), data.get("picks"), data.get("sort"), data.get("page")
    is_list = isinstance(picks, list) and all(type(each) is int and 0 <= each < len(known) for each in picks)
    return Sight(
        Filters(frozenset(known[each] for each in picks)) if is_list else before.filters,
        sort if sort in SORTS else before.sort,
        page if type(page) is int and page > 0 else before.page,
    )


def told(worked: Worked, counting: Counting, sight: Sight, visit: str) -> str:
    """Everything that a filter changes; *visit*: what tells a server that started anew."""
    kept, known = counting.kept_by(sight.filters), numbers(counting.facets)
    many = kept.bit_count()
    pages = max(1, -(-many // ROWS))
    sight = replace(sight, page=min(sight.page, pages))
    counts = counting.counts(sight.filters)
    picked = [number for number, pick in enumerate(known) if pick in sight.filters.picks]
    lines = [
        (visit, _status(many, counting.size), _paged(sight.page, many), sight.sort, str(sight.page), str(pages)),
        (",".join(str(counts[pick]) for pick in known),),
        (",".join(map(str, picked)),),
        *(("chip", str(number), french(_chip(known[number], counting.facets))) for number in picked),
    ]
    shown = places(worked, kept, sight.sort)[(sight.page - 1) * ROWS : sight.page * ROWS]
    rows = (_row(worked.projects[place], worked.screened[place], counting.facets) for place in shown)
    return "\n".join("\t".join(map(_field, each)) for each in (*lines, *rows))


def _status(many: int, total: int) -> str:
    return french(wording.KEPT_ONE if many == 1 else wording.KEPT).format(many=grouped(many), total=grouped(total))


def _paged(page: int, many: int) -> str:
    first = (page - 1) * ROWS + 1
    first, last = (grouped(min(each, many)) for each in (first, page * ROWS))
    return french(wording.PAGED).format(first=first, last=last, many=grouped(many))


def _chip(pick: Pick, facets: Facets) -> str:
    facet = facets[pick[0]]
    return wording.CHIP.format(facet=facet.label, value=facet.values[pick[1]])


def places(worked: Worked, kept: Bits, sort: str) -> Sequence[int]:
    """The places of the projects kept, in an order."""
    found = tuple(places_in(kept))
    return sorted(found, key=worked.name_order.__getitem__) if sort == "name" else found


def _row(project: Project, one: Screened, facets: Facets) -> tuple[str, ...]:
    line, found = one.line, one.traits
    declared, shown = ((line[name] or "").split() for name in ("declared", "shown"))
    decision = project.decision.status if project.decision else NONE
    return (
        "row",
        project.id,
        project.name or french(wording.NAMELESS),
        french(_stage(line["stage_low"], line["stage_high"], found, facets)),
        french("|".join(_values("lever", found, facets))),
        french("|".join(_values("zone", found, facets))),
        french(_proofs(len(shown), len(declared), found, facets)),
        french(facets[DECISION].values.get(decision, decision)) if decision != NONE else "",
        french(told_day(project.given_on or saved.local(project.at).date())),
    )


def _stage(low: str | None, high: str | None, found: Traits, facets: Facets) -> str:
    """The stage, and below how firm it is."""
    stages = facets["stage"].values
    (stage,), (firmness,) = found["stage"], found["firmness"]
    if firmness == each_trait.OPEN and low and high:
        return f"{stages[stage]}|{wording.RANGE.format(low=stages[low], high=stages[high])}"
    told = (
        [stages[stage]]
        if firmness in (UNKNOWN, each_trait.ABSENT)
        else [stages[stage], facets["firmness"].values[firmness]]
    )
    return "|".join(told)


def _values(facet: str, found: Traits, facets: Facets) -> Iterator[str]:
    """Labels of what there is; what is not known yet is said by the stage already."""
    silent = (NONE, UNKNOWN, each_trait.ABSENT)
    return (facets[facet].values[value] for value in found[facet] if value not in silent)


def _proofs(shown: int, declared: int, found: Traits, facets: Facets) -> str:
    (proof,) = found["proof"]
    if proof in (each_trait.PRIVATE, each_trait.ABSENT, each_trait.NOTHING_YET):
        return facets["proof"].values[proof]
    return wording.PROOFS.format(shown=shown, declared=declared)


def _field(text: str) -> str:
    """Without a sign that parts lines or fields."""
    return text.translate({9: " ", 10: " ", 13: " "})
