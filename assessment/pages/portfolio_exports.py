"""The projects that filters keep in, files to take away out: made when asked for, with a bar that a button stops.

A file is kept on disk, where nobody else finds it, until another is made or the visit ends. This is no fragment: what
is asked of one does not cut its own run short, and nobody could stop it.
"""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import IO

import streamlit as st

from assessment.content.shelf import in_use
from assessment.pages import portfolio_sheet, saved
from assessment.pages import wording_of_exports as wording
from assessment.pages import wording_of_portfolio as words
from assessment.pages.escaped import markdown, markup
from assessment.pages.making import Making
from assessment.pages.portfolio_opened import OpenPortfolio
from assessment.pages.thousands import grouped
from assessment.portfolio.archive import safe_name
from assessment.portfolio.blindness import blindness
from assessment.portfolio.exports import LINES_WORTH_A_POOL, sharing, with_lines, write_documents, write_table
from assessment.portfolio.offer import read_offer
from assessment.portfolio.projects import Project
from assessment.portfolio.synthesis import Heading, synthesis

#: Documents made in one go: what a zip in a browser may weigh. The command line makes more.
MOST = 500
#: The ids of the projects that filters keep, in the order looked at.
Chosen = Callable[[OpenPortfolio], Sequence[str]]
_STATE = "portfolio_export"


@dataclass(frozen=True)
class Made:
    """A file that is ready: of which gathering and kind, for how many projects, and how many have nothing in it.

    *blind*: whether names were hidden when it was made; a file that no longer tells them as the page does is gone.
    """

    gathering: str
    blind: bool
    kind: str
    file: IO[bytes]
    name: str
    count: int
    left: int


def offer(opened: OpenPortfolio, chosen: Chosen) -> None:
    """Offer the files, at the end of the page: making one takes long; *chosen* tells what filters keep now."""
    with st.container(key="exports"):
        st.header(markdown(wording.TITLE), anchor="emporter")
        blind = f'<p class="note">{markup(wording.BLIND)}</p>' if blindness(opened.journal).on else ""
        st.html(f'<p class="prose">{markup(wording.TEXT)}</p>{blind}')
        _offer(opened, chosen)


def _offer(opened: OpenPortfolio, chosen: Chosen) -> None:
    places = {}
    for about, kinds in wording.GROUPS:
        st.html(f'<p class="prose">{markup(about)}</p>')
        with st.container(horizontal=True):
            for kind in kinds:
                key = f"export_{kind.strip('.')}"
                st.button(markdown(wording.KINDS[kind]), key=key, on_click=_ask, args=(kind,))
        places |= dict.fromkeys(kinds, st.empty())  # what comes of a click stands under what was clicked
    if asked := st.session_state.get("export_asked"):
        with places[asked].container():
            _make(opened, asked, chosen)
        del st.session_state["export_asked"]
    last = st.session_state.get("export_last")
    if last in places:
        with places[last].container():
            _tell(opened)


def _ask(kind: str) -> None:
    """What was made before is gone; the new one is made in the run that follows, and again if that one is cut short."""
    st.session_state["export_asked"] = st.session_state["export_last"] = kind
    st.session_state.pop(_STATE, None)  # whoever still holds the file may read it; then it is gone


def _stop() -> None:
    st.session_state.pop("export_asked", None)
    st.session_state[_STATE] = wording.STOPPED


def _make(opened: OpenPortfolio, kind: str, chosen: Chosen) -> None:
    projects = [each for name in chosen(opened) if (each := opened.project(name))]
    told, left = sharing(projects) if kind in ("reports", "guides") else (projects, [])
    if wrong := _wrong(kind, projects, told):
        st.session_state[_STATE] = wrong
        return
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it stays until it is taken
    try:
        _write(opened, kind, projects, len(told), file)
    except BaseException:  # the person stopped it, or left: nobody will ask for half a file
        file.close()
        raise
    name = wording.FILES[kind].format(name=safe_name(opened.gathering.terms.title), day=saved.today().isoformat())
    blind = blindness(opened.journal).on
    st.session_state[_STATE] = Made(opened.gathering.id, blind, kind, file, name, len(told), len(left))


def _wrong(kind: str, projects: Sequence[Project], told: Sequence[Project]) -> str | None:
    """Why there is nothing to make, in a sentence."""
    if not projects:
        return wording.NOBODY
    if not told:
        return wording.NOTHING_SHARED
    if kind in ("reports", "guides") and len(told) > MOST:
        return wording.TOO_MANY.format(count=grouped(len(told)), most=MOST)
    return None


def _write(opened: OpenPortfolio, kind: str, projects: list[Project], total: int, file: IO[bytes]) -> None:
    """Write the file, and tell how far it came."""
    watched = Making("export", _stop).watched
    if kind == "synthesis":
        with st.spinner(markdown(wording.MAKING_ONE)):
            file.write(_synthesis(opened, projects))
    elif kind in ("reports", "guides"):
        from assessment.report import portfolio_documents  # reportlab takes a tenth of a second

        make = getattr(portfolio_documents, kind)
        title = opened.gathering.terms.title
        if kind == "guides":
            make = partial(make, gathering=title, day=saved.today())
        documents = write_documents(file, projects, opened.edition, in_use(), make, saved.today())
        for _ in watched(documents, total, at_once=True):
            pass
    else:
        told = with_lines(projects, opened.edition, in_use())
        write_table(kind, file, watched(told, total, at_once=total >= LINES_WORTH_A_POOL), opened.edition)


def _synthesis(opened: OpenPortfolio, projects: Sequence[Project]) -> bytes:
    from assessment.report.portfolio_pdf import render

    screened = {project.id: each for project, each in zip(opened.projects, opened.worked.screened, strict=True)}
    kept = next((each.value for each in reversed(opened.journal) if each.kind == "offer"), None)
    facets = opened.worked.counting.facets
    picked = portfolio_sheet.looked_at(opened).filters.ordered(facets)
    narrowed = tuple(words.CHIP.format(facet=facets[name].label, value=facets[name].values[of]) for name, of in picked)
    heading = Heading(opened.gathering.terms.title, saved.today(), len(opened.projects), narrowed)
    offered = read_offer(kept, opened.edition)
    return render(synthesis(heading, projects, [screened[each.id] for each in projects], offered, opened.edition))


def _tell(opened: OpenPortfolio) -> None:
    """What was made, ready to be taken, or why it was not."""
    made = st.session_state.get(_STATE)
    if isinstance(made, Made) and made.blind != blindness(opened.journal).on:
        del st.session_state[_STATE]
        return
    if isinstance(made, str):
        st.html(f'<p class="aside" role="status">{markup(made)}</p>')
    elif isinstance(made, Made) and made.gathering == opened.gathering.id:
        label = wording.KINDS[made.kind]
        left = f" {wording.LEFT_OUT.format(count=made.left)}" if made.left else ""
        ready = wording.READY.format(label=label, count=grouped(made.count))
        st.html(f'<p class="aside" role="status">{markup(ready + left)}</p>')
        st.download_button(
            markdown(wording.DOWNLOAD.format(name=made.name)),
            data=lambda: _read(made.file),
            file_name=made.name,
            mime=wording.MIMES[made.kind],
            type="primary",
            on_click="ignore",
            key="export_download",
        )


def _read(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()
