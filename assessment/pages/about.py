"""Page: what Jalons is, what it cannot say, where everything comes from."""

from collections.abc import Iterable

import streamlit as st

from assessment.content.catalogue import Catalogue, Figure, Reference
from assessment.pages import wording
from assessment.pages.content import opened
from assessment.pages.escaped import link, markdown, markup
from assessment.pages.heading import head
from assessment.report.citation import cite
from assessment.report.wording import told_day


def show() -> None:
    """Show what the edition says of itself."""
    edition = opened()
    card, catalogue = edition.card, edition.catalogue
    head(wording.ABOUT_TITLE, place="about")
    st.html(f'<p class="lead">{markup(card.presentation)}</p>')
    st.html(f'<p class="aside">{markup(card.equity)}</p>')
    _list(wording.LIMITS, map(markup, card.limits))
    st.header(markdown(wording.OFFERS), anchor=False)
    st.html(f"<p>{markup(catalogue.offers_notice)}</p>")
    _list(wording.NOT_FOUND, map(markup, catalogue.not_found))
    _list(wording.FIGURES, (_figure(each, catalogue) for each in catalogue.figures))
    _show_references(catalogue)
    st.header(markdown(wording.LICENCE), anchor=False)
    published = wording.EDITION.format(title=card.title, day=told_day(card.published))
    st.html(f"<p>{markup(published)} {markup(wording.LICENCE_TEXT.format(licence=card.licence))}</p>")


def _list(title: str, items: Iterable[str]) -> None:
    st.header(markdown(title), anchor=False)
    st.html("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")


def _figure(figure: Figure, catalogue: Catalogue) -> str:
    source = wording.FIGURE_BASE.format(base=figure.base, source=cite(figure.source, catalogue))
    return f'{markup(figure.text)}<br><span class="note">{markup(source)}</span>'


def _show_references(catalogue: Catalogue) -> None:
    st.header(markdown(wording.REFERENCES), anchor=False)
    with st.expander(markdown(wording.ALL_REFERENCES.format(count=len(catalogue.references)))):
        st.html("<ul>" + "".join(f"<li>{_reference(each)}</li>" for each in catalogue.references) + "</ul>")


def _reference(reference: Reference) -> str:
    told = markup(", ".join(filter(None, (reference.title, reference.publisher, reference.date))))
    address = f"<br>{link(reference.address)}" if reference.address else ""
    note = f'<br><span class="note">{markup(reference.note)}</span>' if reference.note else ""
    return told + address + note


show()
