"""A comparison in, its table in HTML out: side by side, or one below the other where the screen is narrow.

Roles are written out: a table that is laid out otherwise is no longer one for a screen reader.
"""

from assessment.pages import wording_of_project as words
from assessment.pages.escaped import markup
from assessment.portfolio.comparison import Cell, Comparison, Criterion

#: Criteria whose lines are a list of things alike, not a gist and its remark.
LISTS = frozenset({"zones", "outside", "document", "declared", "contradictions", "levers", "asked", "blocks", "needs"})


def table(found: Comparison) -> str:
    """Every criterion as a row, every project as a column, in the order in which they were chosen."""
    names = [name or words.NO_NAME for _, name in found.projects]
    heads = "".join(f'<th scope="col" role="columnheader">{markup(name)}</th>' for name in names)
    corner = f'<th scope="col" role="columnheader">{markup(words.CRITERION)}</th>'
    rows, group = [], None
    for each in found.criteria:
        if each.group != group:
            group = each.group
            span = f'<th scope="colgroup" role="rowheader" colspan="{len(names) + 1}">{markup(group)}</th>'
            rows.append(f'<tr class="group" role="row">{span}</tr>')
        rows.append(_row(each, names))
    return (
        f'<table class="sides" role="table"><caption>{markup(words.TABLE)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{corner}{heads}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(rows)}</tbody></table>'
    )


def _row(criterion: Criterion, names: list[str]) -> str:
    cells = "".join(_cell(criterion, cell, name) for cell, name in zip(criterion.cells, names, strict=True))
    return f'<tr role="row"><th scope="row" role="rowheader">{markup(criterion.label)}</th>{cells}</tr>'


def _cell(criterion: Criterion, cell: Cell, name: str) -> str:
    many = cell.known and criterion.id in LISTS and len(cell.lines) > 1
    look = "many" if many else "" if cell.known else "unknown"
    lines = "".join(f"<span>{markup(line)}</span>" for line in cell.lines)
    told = f'<b aria-hidden="true">{markup(name)}</b>{lines}'
    return f'<td class="{look}" role="cell">{told}</td>'
