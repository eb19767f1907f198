"""A profile in, its dot plot and the same data as a table out."""

import altair as alt
import pandas as pd
import streamlit as st

from assessment.pages import wording
from assessment.pages import wording_of_result as words
from assessment.pages.dimensions import beside_stage
from assessment.pages.escaped import markdown, markup
from assessment.report.document import Profile, ProfileRow
from assessment.report.typography import french
from assessment.report.wording import LEGEND_AT_LEAST, LEGEND_BELOW, LEGEND_WANTED, capital

BLUE, WARM, BAND, INK, RULE = "#2347a5", "#b5480c", "#dfe7f8", "#1d2733", "#c9c5b8"
FONT = "Source Sans, sans-serif"
ROW = 46
#: Names of the stages stand aslant where they would touch.
NARROW = "width < 560"


def show_profile(profile: Profile, stations: tuple[str, ...]) -> None:
    """One row for each dimension: a dot where it stands, a band at the stage of the project."""
    st.altair_chart(_plot(profile, stations), width="stretch", theme=None, alt=french(profile.alt), key="profile_plot")
    words = (("dot", LEGEND_AT_LEAST), ("ring", LEGEND_BELOW), ("band", LEGEND_WANTED))
    told = "".join(f'<li><i class="{mark}"></i>{markup(capital(word))}</li>' for mark, word in words)
    st.html(f'<ul class="legend">{told}</ul>')
    with st.expander(markdown(wording.PROFILE_TABLE), type="compact"):
        st.table(_table(profile, stations), hide_index=True, border="horizontal")


def _plot(profile: Profile, stations: tuple[str, ...]) -> alt.LayerChart:
    wanted, lowest = profile.rows[0].wanted, len(profile.rows) - 0.4
    across = {"scale": alt.Scale(domain=[0.5, profile.highest + 0.5], nice=False), "axis": _axis(stations)}
    down = {"scale": alt.Scale(domain=[lowest, -0.75], nice=False, zero=False), "axis": None}
    rows = alt.Chart(pd.DataFrame(_point(place, row) for place, row in enumerate(profile.rows)))
    line = {"y": alt.Y("row:Q", **down)}
    band = alt.Chart(pd.DataFrame([{"low": wanted - 0.5, "high": wanted + 0.5}])).mark_rect(color=BAND, aria=False)
    name = rows.mark_text(align="left", baseline="middle", fontSize=13.5, fontWeight=600, color=INK, aria=False)
    dot = rows.transform_filter("datum.level != null").mark_point(size=150, strokeWidth=2.5, opacity=1, aria=False)
    plot = alt.layer(
        band.encode(x=alt.X("low:Q", **across), x2="high:Q"),
        rows.mark_rule(color=RULE, aria=False).encode(x=alt.value(0), x2=alt.value("width"), **line),
        name.encode(text="label:N", x=alt.value(2), y=alt.Y("above:Q", **down)),
        dot.encode(
            x=alt.X("level:Q", **across),
            fill=alt.condition("datum.below", alt.value("white"), alt.value(BLUE)),
            stroke=alt.condition("datum.below", alt.value(WARM), alt.value(BLUE)),
            **line,
        ),
    )
    view = alt.ViewConfig(stroke="transparent")
    return plot.properties(height=ROW * len(profile.rows)).configure(font=FONT, background="transparent", view=view)


def _axis(stations: tuple[str, ...]) -> alt.Axis:
    names = [french(each) for each in stations]
    return alt.Axis(
        orient="top",
        title=None,
        values=list(range(1, len(names) + 1)),
        labelExpr=f"{names}[datum.value - 1]",
        labelAngle=alt.ExprRef(f"{NARROW} ? -38 : 0"),
        labelAlign=alt.ExprRef(f"{NARROW} ? 'left' : 'center'"),
        labelColor=INK,
        labelFontSize=13,
        labelOverlap=False,
        gridColor=RULE,
        gridDash=[2, 3],
        ticks=False,
        domain=False,
        aria=False,
    )


def _point(place: int, row: ProfileRow) -> dict[str, object]:
    """*row* is where the line of a dimension runs, *above* where its name stands."""
    known = wording.UNKNOWN_ROW.format(label=row.label) if row.level is None else row.label
    below = row.level is not None and row.level < row.wanted
    return {"label": french(known), "row": place, "above": place - 0.45, "level": row.level, "below": below}


def _table(profile: Profile, stations: tuple[str, ...]) -> pd.DataFrame:
    levels = [wording.UNKNOWN_LEVEL if row.level is None else stations[row.level - 1] for row in profile.rows]
    notes = [wording.ON_ONE_ANSWER if row.on_one_answer else "" for row in profile.rows]
    told = [wording.UNKNOWN_LEVEL if row.level is None else beside_stage(row) for row in profile.rows]
    columns = {
        wording.PROFILE_COLUMNS["label"]: [row.label for row in profile.rows],
        wording.PROFILE_COLUMNS["level"]: levels,
        words.BESIDE_STAGE: told,
    } | ({wording.PROFILE_COLUMNS["note"]: notes} if any(notes) else {})
    return pd.DataFrame({name: [markdown(each) for each in column] for name, column in columns.items()})
