"""Page: two to five projects side by side, criterion by criterion; no total and no winner, in the order chosen."""

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import blind, compare_drawn, gathering_opened, look_of_project, paths, state
from assessment.pages import wording_of_project as words
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.pages.portfolio_opened import PARAMETER, OpenPortfolio, opened_portfolio
from assessment.portfolio.comparison import FEWEST, MOST, compare
from assessment.portfolio.projects import Project
from assessment.report.typography import french

#: The projects that the page shows, in its address, one after the other.
WHICH, BETWEEN = "p", ","
#: More projects than these are looked for by a part of their name.
LISTED = 200


def show() -> None:
    """Show the projects that the address names, or why their gathering does not open here."""
    state.begin()
    try:
        gathering_opened.named()
        opened = opened_portfolio()
        if opened:
            _show(opened)
    except StorageError as error:
        gathering_opened.tell_closed(error)


def _show(opened: OpenPortfolio) -> None:
    """Side by side, and let others be chosen."""
    st.html(look_of_project.WIDEST + look_of_project.LOOK)
    address = {PARAMETER: opened.gathering.id}
    if st.button(markdown(words.BACK), key="to_portfolio", type="tertiary"):
        st.switch_page(paths.PORTFOLIO, query_params=address)
    st.html(f'<p class="eyebrow">{markup(opened.gathering.terms.title)}</p>')
    head(words.COMPARE, place="compare")
    st.html(f'<p>{markup(words.COMPARE_TEXT)}</p><p class="note">{markup(opened.edition.card.equity)}</p>')
    blind.offer(opened)
    chosen = _chosen(opened)
    _choose(opened, chosen)
    if len(chosen) < FEWEST:
        st.html(f'<p class="aside" role="status">{markup(words.CHOOSE_MORE)}</p>')
        return
    st.html(compare_drawn.table(compare(chosen, opened.edition)))
    with st.container(horizontal=True):
        for each in chosen:
            if st.button(markdown(words.OPEN.format(name=_name(each))), key=f"open_{each.id}"):
                st.switch_page(paths.PROJECT, query_params={**address, WHICH: each.id})


def _chosen(opened: OpenPortfolio) -> list[Project]:
    """The projects of the address that are there, each once."""
    named = dict.fromkeys(st.query_params.get(WHICH, "").split(BETWEEN))
    found = [project for name in named if (project := opened.project(name))]
    return found[:MOST]


def _choose(opened: OpenPortfolio, chosen: list[Project]) -> None:
    """Take one away, or add one."""
    with st.container(horizontal=True, key="chosen"):
        for each in chosen:
            label = markdown(words.REMOVE.format(name=_name(each)))
            others = [one.id for one in chosen if one is not each]
            st.button(label, key=f"remove_{each.id}", type="tertiary", on_click=_name_all, args=(others,))
    if len(chosen) >= MOST:
        return
    left = [each for each in opened.projects if each not in chosen]
    if len(left) > LISTED:
        sought = st.text_input(markdown(words.SEEK), key="sought", autocomplete="off", live="300ms").casefold()
        left = [each for each in left if sought in _name(each).casefold()][:LISTED]
    names = {each.id: _name(each) for each in left}
    key = f"add_{'_'.join(each.id for each in chosen)}"
    st.selectbox(
        markdown(words.CHOOSE),
        list(names),
        index=None,
        format_func=lambda each: french(names[each]),
        placeholder=words.CHOOSE_PLACEHOLDER,
        filter_mode="contains",
        key=key,
        on_change=_add,
        args=([each.id for each in chosen], key),
    )


def _name(project: Project) -> str:
    return project.name or words.NO_NAME


def _add(chosen: list[str], widget: str) -> None:
    if added := st.session_state[widget]:
        _name_all([*chosen, added])


def _name_all(projects: list[str]) -> None:
    if projects:
        st.query_params[WHICH] = BETWEEN.join(projects)
    else:
        del st.query_params[WHICH]


show()
