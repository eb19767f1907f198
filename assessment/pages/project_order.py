"""The page that leads to a project in, its neighbours in the order of that page out."""

from collections.abc import Iterable

import streamlit as st

#: Where the order is kept for this tab: gathering -> ids of projects.
_KEY = "projects_in_order"


def remember(gathering: str, projects: Iterable[str]) -> None:
    """Keep the order in which a page lists projects, for « précédent » and « suivant »."""
    st.session_state.setdefault(_KEY, {})[gathering] = tuple(projects)


def order(gathering: str, there: Iterable[str]) -> tuple[str, ...]:
    """Projects that are *there*, as the page that led here listed them; in the order of arrival without such a page."""
    there = tuple(there)
    kept = [each for each in st.session_state.get(_KEY, {}).get(gathering, ()) if each in set(there)]
    return tuple(kept) or there
