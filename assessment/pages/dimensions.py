"""A profile in, each dimension with the answers behind its level out."""

from collections.abc import Mapping, Sequence

import streamlit as st

from assessment.pages import changes, paths, wording
from assessment.pages import wording_of_result as words
from assessment.pages.escaped import markdown, markup
from assessment.pages.lines import drawn_reason
from assessment.report.document import Profile, ProfileRow


def show_dimensions(profile: Profile, stations: Sequence[str], screens: Mapping[str, str]) -> None:
    """Every dimension in order, folded; *screens*: question -> the screen that asks it."""
    with st.expander(markdown(words.BY_DIMENSION), type="compact", key="by_dimension"):
        for row in profile.rows:
            _show(row, stations, screens)


def _show(row: ProfileRow, stations: Sequence[str], screens: Mapping[str, str]) -> None:
    with st.container(key=f"dimension_{row.id}"):
        st.html(
            f"<p><strong>{markup(row.label)}</strong> {_standing(row, stations)}</p>"
            + "".join(map(drawn_reason, row.because))
            + ("" if row.because else f'<p class="note">{markup(words.NO_ANSWER_YET)}</p>')
        )
        first = next((reason.question for reason in row.because if reason.question in screens), None)
        if first and st.button(markdown(wording.REVIEW), key=f"review_dimension_{row.id}", type="tertiary"):
            changes.review(screens[first], first, "profile")
            st.switch_page(paths.ANSWER)


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
