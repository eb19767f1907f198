"""Page: what the projects of a gathering need together, for its owner: counts that filter, and never a rank."""

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import blind, gathering_opened, paths, portfolio_offer, portfolio_sheet, portfolio_views, state
from assessment.pages import wording_of_portfolio as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.pages.portfolio_exports import offer as offer_exports
from assessment.pages.portfolio_frame import Frame
from assessment.pages.portfolio_opened import PARAMETER, OpenPortfolio, opened_portfolio
from assessment.pages.project_saying import note_what_is_seen
from assessment.pages.wording_of_project import COMPARE
from assessment.portfolio.offer import met


def show() -> None:
    """Show the portfolio that the address names, or why it does not open here."""
    state.begin()
    try:
        gathering_opened.named()
        opened = opened_portfolio()
        if opened:
            _show(opened)
    except StorageError as error:
        gathering_opened.tell_closed(error)


def _show(opened: OpenPortfolio) -> None:
    with st.container(key="portfolio"):
        _show_opening(opened)
        if not opened.projects:
            _show_empty(opened)
            return
        portfolio_views.offer(opened)
        lines = portfolio_offer.lines(opened)
        frame = Frame(opened.edition, opened.worked.counting.facets, met(lines) if lines else None)
        st.html(frame.drawn(opened.gathering.id))
        portfolio_offer.show(opened, lines)
        portfolio_sheet.listen()
        note_what_is_seen(opened, portfolio_views.PLACE)
        offer_exports(opened, portfolio_sheet.kept)


def _show_opening(opened: OpenPortfolio) -> None:
    """The name of the gathering, the sentence of equity, and what is hidden."""
    if st.button(markdown(wording.TO_GATHERING), key="to_gathering", type="tertiary"):
        st.switch_page(paths.GATHERING, query_params={PARAMETER: opened.gathering.id})
    st.html(f'<p class="eyebrow">{markup(wording.PORTFOLIO)}</p>')
    head(opened.gathering.terms.title, place=f"portfolio {opened.gathering.id}")
    equity = f"<strong>{markup(wording.EQUITY)}</strong> {markup(opened.edition.card.equity)}"
    lead = f'<p class="lead prose">{markup(wording.LEAD)}</p>' if opened.projects else ""
    partly = any(not each.shows_answers for each in opened.projects)
    note = f'<p class="note">{markup(wording.PARTLY_SHARED)}</p>' if partly else ""
    ways = "".join(
        f'<a href="#{anchor}">{markup(label)}</a>'
        for anchor, label in (("emporter", wording.TO_EXPORTS), ("offre", wording.TO_OFFER))
    )
    nav = f'<p class="ways">{ways}</p>' if opened.projects else ""
    st.html(f'{lead}<p class="aside equity">{equity}</p>{note}{nav}')
    if opened.projects:
        blind.offer(opened)
        if len(opened.projects) > 1 and st.button(markdown(COMPARE), key="to_compare", type="tertiary"):
            st.switch_page(paths.COMPARE, query_params={PARAMETER: opened.gathering.id})


def _show_empty(opened: OpenPortfolio) -> None:
    st.html(f"<p><strong>{markup(wording.EMPTY)}</strong> {markup(wording.EMPTY_TEXT)}</p>")
    if st.button(markdown(wording.TO_GATHERING), key="to_gathering_first", type="primary"):
        st.switch_page(paths.GATHERING, query_params={PARAMETER: opened.gathering.id})


show()
