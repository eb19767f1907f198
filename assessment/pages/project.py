"""Page: one project as the owner of a gathering reads it: what is declared, what is shown, what it needs, what next."""

import streamlit as st

from assessment.engine.assess import Assessment, assess
from assessment.errors import StorageError
from assessment.pages import (
    blind,
    gathering_opened,
    look_of_project,
    paths,
    project_guide,
    project_kept,
    project_order,
    project_reading,
    state,
)
from assessment.pages import project_drawn as drawn
from assessment.pages import project_needs as needs
from assessment.pages import wording_of_project as words
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.pages.portfolio_opened import PARAMETER, OpenPortfolio, opened_portfolio
from assessment.pages.project_saying import note_what_is_seen
from assessment.pages.saved import local
from assessment.portfolio.projects import Project
from assessment.report.wording import told_day

#: The project that the page shows, in its address.
WHICH = "p"


def show() -> None:
    """Show the project that the address names, or why it does not open here."""
    state.begin()
    try:
        gathering_opened.named()
        opened = opened_portfolio()
        if opened:
            read = opened.project(st.query_params.get(WHICH, ""))
            if read:
                _show(opened, read)
            else:
                _tell_gone(opened)
    except StorageError as error:
        gathering_opened.tell_closed(error)


def _tell_gone(opened: OpenPortfolio) -> None:
    """The project is not there, or none is named: lead back to where they all are."""
    head(words.GONE, place="project gone")
    st.html(f"<p>{markup(words.GONE_TEXT)}</p>")
    if st.button(markdown(words.BACK), key="to_portfolio", type="primary"):
        st.switch_page(paths.PORTFOLIO, query_params={PARAMETER: opened.gathering.id})


def _show(opened: OpenPortfolio, read: Project) -> None:
    st.html(look_of_project.WIDE + look_of_project.LOOK)
    order = _show_way(opened, read)
    _show_opening(opened, read, order)
    blind.offer(opened)
    found = assess(read.answers, opened.edition)
    st.html(_pieces(opened, read, found))
    if read.shows_answers:
        project_guide.show(opened, read)
        if not opened.gathering.looks_only:
            project_reading.show(opened, read)
    project_kept.show(opened, read)
    note_what_is_seen(opened, read.id)


def _show_way(opened: OpenPortfolio, read: Project) -> tuple[str, ...]:
    """Back to the portfolio, and to the neighbours in the order of the page that led here, which is given back."""
    order = project_order.order(opened.gathering.id, (each.id for each in opened.projects))
    order = order if read.id in order else tuple(each.id for each in opened.projects)
    place, address = order.index(read.id), {PARAMETER: opened.gathering.id}
    with st.container(horizontal=True, key="way"):
        if st.button(markdown(words.BACK), key="to_portfolio", type="tertiary"):
            st.switch_page(paths.PORTFOLIO, query_params=address)
        for label, at in ((words.PREVIOUS, place - 1), (words.NEXT, place + 1)):
            if 0 <= at < len(order):
                st.button(markdown(label), key=f"go_{at - place}", type="tertiary", on_click=_go, args=(order[at],))
        if len(order) > 1 and st.button(markdown(words.COMPARE_THIS), key="compare_this", type="tertiary"):
            st.switch_page(paths.COMPARE, query_params={**address, WHICH: read.id})
    return order


def _show_opening(opened: OpenPortfolio, read: Project, order: tuple[str, ...]) -> None:
    """The name, where the answers come from, and the sentence of equity."""
    place = words.PLACE.format(place=order.index(read.id) + 1, total=len(order))
    st.html(f'<p class="eyebrow">{markup(f"{opened.gathering.terms.title} · {place}")}</p>')
    head(read.name or words.NO_NAME, place=f"project_{read.id}")
    day = told_day(local(read.at).date())
    told = [words.ORIGINS.get(read.origin, words.ORIGINS["unverified"]).format(day=day)]
    told += [words.SOURCE.format(source=read.source)] if read.source else []
    if read.given_on and read.given_on != local(read.at).date():
        told.insert(0, words.GIVEN_ON.format(day=told_day(read.given_on)))
    told += [words.SHORT] if read.first.short else []
    shared = "notes" if read.shows_notes else "answers" if read.shows_answers else "result"
    if read.origin == "deposit":  # whoever imports a file has it whole
        told.append(words.SHARED[shared])
    decided = read.decision
    pill = f'<p><span class="pill">{markup(project_kept.decided(decided))}</span></p>' if decided else ""
    note = f'<p class="note">{markup(opened.edition.card.equity)}</p>'
    st.html(f'{pill}<p class="prose">{markup(" ".join(told))}</p>{note}{_contents(read)}')


def _pieces(opened: OpenPortfolio, read: Project, found: Assessment) -> str:
    """Everything that is only read, as one piece of HTML: it costs the browser little."""
    project, quoting, edition = found.project, read.shows_answers, opened.edition
    pieces = []
    if project:
        inside = drawn.standing(found, project, quoting=quoting) + project_reading.told_effect(read, edition)
        pieces.append(drawn.piece(words.STANDING, inside, anchor="etape"))
        if quoting:
            pieces.append(drawn.piece(words.SHOWING, drawn.showing(found, read.readings), anchor="montre"))
            if doubts := drawn.contradictions(found, project, read.readings):
                pieces.append(drawn.piece(words.CONTRADICTIONS, doubts, anchor="eclaircir"))
            pieces.append(drawn.piece(words.BLOCKING, drawn.blocking(found, project, read.readings), anchor="manque"))
        helping = needs.helping(found, project, read.readings, quoting=quoting)
        pieces.append(drawn.piece(words.HELPING, helping, anchor="aide"))
    advice = needs.advising(found, quoting=quoting)
    pieces.append(_folded(words.ADVICE.format(count=len(found.advice.recommendations)), advice))
    if quoting:
        count = len(set(read.first.values) | set(read.readings))
        told = needs.answers(read, edition, read.given_on or local(read.at).date())
        pieces.append(_folded(words.ANSWERS.format(count=count), told))
    else:
        pieces.append(f'<p class="aside">{markup(words.HIDDEN)}</p>')
    return "".join(pieces)


def _folded(title: str, inside: str) -> str:
    return f'<section class="piece whole">{drawn.folded(title, inside)}</section>'


def _contents(read: Project) -> str:
    """Links to the parts below: the page is long."""
    parts = {"etape": words.STANDING, "montre": words.SHOWING, "manque": words.BLOCKING, "aide": words.HELPING}
    parts |= {"guide": words.GUIDE, "relire": words.READING, "travail": words.YOURS}
    quoting = ("montre", "manque", "guide", "relire")
    links = "".join(
        f'<li><a href="#{anchor}">{markup(title)}</a></li>'
        for anchor, title in parts.items()
        if read.shows_answers or anchor not in quoting
    )
    return f'<nav class="contents" aria-label="{markup(words.CONTENTS)}"><ul>{links}</ul></nav>'


def _go(project: str) -> None:
    st.query_params[WHICH] = project


show()
