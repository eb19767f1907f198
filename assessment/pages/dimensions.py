"""A profile in, each dimension with the answers behind its level out, in HTML."""

from collections.abc import Iterator, Mapping, Sequence

from assessment.pages import wording
from assessment.pages import wording_of_result as words
from assessment.pages.escaped import markup
from assessment.pages.lines import drawn_reason, review_button
from assessment.pages.pieces import folded
from assessment.report.document import Profile, ProfileRow, Report

_KEY = "profile dimension {id}"


def drawn(profile: Profile, stations: Sequence[str], screens: Mapping[str, str]) -> str:
    """Every dimension in order, folded; *screens*: question -> the screen that asks it."""
    told = "".join(_drawn(row, stations, screens) for row in profile.rows)
    return f'<details class="dimensions"><summary>{markup(words.BY_DIMENSION)}</summary>{folded(told)}</details>'


def _drawn(row: ProfileRow, stations: Sequence[str], screens: Mapping[str, str]) -> str:
    reasons = "".join(drawn_reason(each, review_button(each.question, screens)) for each in row.because)
    told = reasons or f'<p class="note">{markup(words.NO_ANSWER_YET)}</p>'
    name = f"<p><strong>{markup(row.label)}</strong> {_standing(row, stations)}</p>"
    return f'<div class="dimension" data-line="{markup(_KEY.format(id=row.id))}">{name}{told}</div>'


def keys(report: Report) -> Iterator[str]:
    """The keys of the dimensions, beside those of the lines."""
    return (_KEY.format(id=row.id) for row in (report.profile.rows if report.profile else ()))


def beside_stage(row: ProfileRow) -> str:
    """Where a dimension whose level is known stands, against the stage of the project."""
    if row.level < row.wanted:
        return words.BEHIND_STAGE
    return words.AND_BEYOND if row.level > row.wanted else words.AT_STAGE


def _standing(row: ProfileRow, stations: Sequence[str]) -> str:
    if row.level is None:
        return f'<span class="badge">{markup(wording.UNKNOWN_LEVEL)}</span>'
    like = words.LIKE_STAGE.format(stage=stations[row.level - 1].lower())
    return f'<span class="note">{markup(f"{like}, {beside_stage(row)}")}</span>'
