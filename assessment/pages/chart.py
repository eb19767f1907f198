"""A profile in, its dot plot and the same data as a table out, in HTML.

The plot is made of boxes, as the line of stages is: its words are those of the page, they grow and wrap with it, and
Streamlit lets no vector picture into a page.
"""

from collections.abc import Iterable, Sequence

from assessment.pages import wording
from assessment.pages import wording_of_result as words
from assessment.pages.dimensions import beside_stage
from assessment.pages.escaped import markup
from assessment.report.document import Profile, ProfileRow
from assessment.report.wording import LEGEND_AT_LEAST, LEGEND_BELOW, LEGEND_WANTED, capital


def drawn(profile: Profile, stations: Sequence[str]) -> str:
    """One row for each dimension: a dot where it stands, a band at the stage of the project."""
    marks = (("dot", LEGEND_AT_LEAST), ("ring", LEGEND_BELOW), ("band", LEGEND_WANTED))
    legend = "".join(f'<li><i class="{mark}"></i>{markup(capital(word))}</li>' for mark, word in marks)
    return f'{_plot(profile, stations)}<ul class="legend">{legend}</ul>{_table(profile, stations)}'


def _plot(profile: Profile, stations: Sequence[str]) -> str:
    names = "".join(f"<span>{markup(each)}</span>" for each in stations)
    band = f'<i class="band" style="{_left(profile.rows[0].wanted, profile.highest)}"></i>'
    rows = "".join(_row(row, profile.highest) for row in profile.rows)
    inside = f'<div class="over"><p>{names}</p></div><div class="rows">{band}{rows}</div>'
    style = f"--columns:{profile.highest}"
    return f'<div class="plot" style="{style}" role="img" aria-label="{markup(profile.alt)}">{inside}</div>'


def _row(row: ProfileRow, highest: int) -> str:
    label = wording.UNKNOWN_ROW.format(label=row.label) if row.level is None else row.label
    below = row.level is not None and row.level < row.wanted
    dot = f'<i class="{"ring" if below else "dot"}" style="{_left(row.level, highest)}"></i>' if row.level else ""
    return f"<p><b>{markup(label)}</b><span>{dot}</span></p>"


def _left(level: int, highest: int) -> str:
    """Where the column of a level is, from the left."""
    return f"left:{100 * (level - 0.5) / highest:g}%"


def _table(profile: Profile, stations: Sequence[str]) -> str:
    noted = any(row.on_one_answer for row in profile.rows)
    columns = [wording.PROFILE_COLUMNS["label"], wording.PROFILE_COLUMNS["level"], words.BESIDE_STAGE]
    columns += [wording.PROFILE_COLUMNS["note"]] if noted else []
    head = "".join(f'<th scope="col">{markup(each)}</th>' for each in columns)
    rows = "".join(_cells(_told(row, stations, noted=noted)) for row in profile.rows)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<details><summary>{markup(wording.PROFILE_TABLE)}</summary>{table}</details>"


def _told(row: ProfileRow, stations: Sequence[str], *, noted: bool) -> Iterable[str]:
    known = row.level is not None
    yield row.label
    yield stations[row.level - 1] if known else wording.UNKNOWN_LEVEL
    yield beside_stage(row) if known else wording.UNKNOWN_LEVEL
    if noted:
        yield wording.ON_ONE_ANSWER if row.on_one_answer else ""


def _cells(told: Iterable[str]) -> str:
    first, *others = map(markup, told)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{each}</td>" for each in others)}</tr>'
