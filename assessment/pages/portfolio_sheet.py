"""A portfolio in, its numbers and rows on the page out: one component, in a fragment of its own, hears every click.

Nothing else of the page is drawn again when a filter changes: what goes to the browser is a few thousand signs.
"""

import json
import secrets
from dataclasses import replace

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import paths, portfolio_offer, project_order
from assessment.pages.portfolio_opened import PARAMETER, OpenPortfolio, opened_portfolio
from assessment.pages.portfolio_told import Sight, places, sight_told, told
from assessment.portfolio.counting import Counting
from assessment.portfolio.facets import COVERED
from assessment.portfolio.offer import met

_WIDGET = "portfolio_hearing"
_SCRIPT = """
export default function ({ data, setTriggerValue }) {
  window.jalonsPortfolio?.(data, (said) => setTriggerValue('told', said));
}
"""
_component = st.components.v2.component("jalons_portfolio", js=_SCRIPT)


def sight_of(gathering: str) -> Sight:
    """What this tab looks at in a portfolio."""
    return _sights().get(gathering) or Sight()


def looked_at(opened: OpenPortfolio) -> Sight:
    """What this tab looks at; what an offer covers says nothing once there is none."""
    sight = sight_of(opened.gathering.id)
    return sight if portfolio_offer.lines(opened) else replace(sight, filters=sight.filters.without(COVERED))


def look(gathering: str, sight: Sight) -> None:
    """Look at something else."""
    _sights()[gathering] = sight


def counted(opened: OpenPortfolio) -> Counting:
    """Who has what, and what the owner's offer covers."""
    return opened.worked.counting.covering(met(portfolio_offer.lines(opened)))


def kept(opened: OpenPortfolio) -> tuple[str, ...]:
    """The projects that the filters keep, in the order looked at."""
    sight = looked_at(opened)
    found = counted(opened).kept_by(sight.filters)
    return tuple(opened.projects[place].id for place in places(opened.worked, found, sight.sort))


@st.fragment
def listen() -> None:
    """Draw what is looked at, and take what is clicked: the frame must be on the page."""
    opened = opened_again()
    if opened is None:
        return
    name = opened.gathering.id
    counting = counted(opened)
    wanted = st.session_state.pop("portfolio_open", None)
    if wanted and opened.project(wanted):
        project_order.remember(name, kept(opened))
        st.switch_page(paths.PROJECT, query_params={PARAMETER: name, "p": wanted})
    visit = st.session_state.setdefault("portfolio_visit", secrets.token_hex(4))
    with st.container(key="unseen_portfolio"):
        # A flat text: Streamlit looks for tables in anything else, at each run.
        text = told(opened.worked, counting, looked_at(opened), visit)
        _component(data=text, key=_WIDGET, on_told_change=_take)


def opened_again() -> OpenPortfolio | None:
    """The portfolio, for a part that is drawn again alone; what keeps it closed is told by the whole page."""
    try:
        return opened_portfolio()
    except StorageError:
        st.rerun()


def _take() -> None:
    """Look at what the browser wants to look at."""
    said = st.session_state[_WIDGET].get("told")
    try:
        data = json.loads(said)
    except (TypeError, ValueError, RecursionError):
        return
    try:
        opened = opened_portfolio()
    except StorageError:  # the page that comes says why
        return
    if opened is None or not isinstance(data, dict) or data.get("of") != opened.gathering.id:
        return
    look(opened.gathering.id, sight_told(data, sight_of(opened.gathering.id), opened.worked.counting.facets))
    if isinstance(data.get("open"), str):
        st.session_state["portfolio_open"] = data["open"]


def _sights() -> dict[str, Sight]:
    return st.session_state.setdefault("portfolio_sights", {})
