"""Filters in, a named view out: kept in the journal of the gathering, opened again, removed."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessment.engine.answers import clean
from assessment.pages import portfolio_sheet
from assessment.pages import wording_of_portfolio as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.portfolio_opened import OpenPortfolio
from assessment.pages.portfolio_told import SORTS, Sight
from assessment.pages.project_saying import draw_again, fresh, say
from assessment.portfolio.filters import read_filters

LONGEST = 60
#: Where views are said from.
PLACE = "portfolio"


def views(opened: OpenPortfolio) -> Mapping[str, Any]:
    """Name -> what was kept, those taken back left out; in the order of names."""
    last = {each.key: each.value for each in opened.journal if each.kind == "view" and each.key}
    return {name: last[name] for name in sorted(last, key=str.casefold) if isinstance(last[name], Mapping)}


def offer(opened: OpenPortfolio) -> None:
    """Open a view that was kept, keep what is looked at, remove one."""
    kept = views(opened)
    if opened.gathering.looks_only and not kept:
        return
    title = wording.VIEWS_KEPT.format(many=len(kept)) if kept else wording.VIEWS
    with st.expander(markdown(title), type="compact", key="views"):
        for place, (name, value) in enumerate(kept.items()):
            with st.container(horizontal=True, key=f"view_{place}", vertical_alignment="center"):
                st.button(markdown(name), key=f"view_open_{place}", on_click=_look, args=(opened, value))
                if not opened.gathering.looks_only:
                    label = markdown(wording.VIEW_REMOVE.format(name=name))
                    asked = st.button(label, key=f"view_remove_{place}", type="tertiary")
                    if asked and say(opened, PLACE, ("", "view", name, None)):
                        st.rerun()
        if not opened.gathering.looks_only:
            _keep(opened)


def _keep(opened: OpenPortfolio) -> None:
    with st.form("view_form", border=False, clear_on_submit=False):
        given = st.text_input(
            markdown(wording.VIEW_NAME),
            max_chars=LONGEST,
            key=fresh("view_name"),
            autocomplete="off",
            placeholder=wording.VIEW_EXAMPLE,
        )
        asked = st.form_submit_button(markdown(wording.VIEW_KEEP))
    if not asked:
        return
    name = clean(given, LONGEST)
    sight = portfolio_sheet.looked_at(opened)
    if not name or not sight.filters.picks:
        st.html(f'<p role="alert">{markup(wording.VIEW_NEEDS_NAME if not name else wording.VIEW_NEEDS_FILTERS)}</p>')
        return
    if say(opened, PLACE, ("", "view", name, {"filters": sight.filters.to_json(), "sort": sight.sort})):
        draw_again("view_name")


def _look(opened: OpenPortfolio, value: Mapping[str, Any]) -> None:
    facets = opened.worked.counting.facets
    sort = value.get("sort")
    sight = Sight(read_filters(value.get("filters"), facets), sort if sort in SORTS else SORTS[0])
    portfolio_sheet.look(opened.gathering.id, sight)
