"""A project in, its interview guide out: on the page, and as a PDF made when it is asked for."""

import re
import unicodedata

import streamlit as st

from assessment.pages import saved
from assessment.pages import wording_of_project as words
from assessment.pages.escaped import markdown, markup
from assessment.pages.portfolio_opened import OpenPortfolio
from assessment.pages.project_drawn import folded, piece
from assessment.portfolio.interview import Asked, Guide, interview
from assessment.portfolio.projects import Project


def show(opened: OpenPortfolio, read: Project) -> None:
    """The questions whose answers would change the result, and the same to take along."""
    guide = _guide(opened, read)
    with st.container(key="guide"):
        st.html(drawn(guide))
        day = saved.today()

        def made() -> bytes:
            from assessment.report.interview_pdf import interview_pdf  # reportlab takes a tenth of a second

            return interview_pdf(guide, opened.gathering.terms.title, day)

        name = words.GUIDE_FILE.format(name=_file_name(read.name), day=day.isoformat())
        st.download_button(
            markdown(words.GUIDE_PDF), data=made, file_name=name, mime="application/pdf", on_click="ignore"
        )


def drawn(guide: Guide) -> str:
    """The guide in HTML: what comes first at once, the rest folded."""
    notes = "".join(f'<p class="note">{markup(each)}</p>' for each in guide.notes)
    parts = [f'<p class="prose">{markup(words.GUIDE_TEXT)} {markup(guide.opening)}</p>', notes]
    parts.append(f'<ol class="asking">{"".join(map(_asked, (*guide.asked, *guide.onward)))}</ol>')
    if guide.rest:
        count = len(guide.rest)
        title = words.GUIDE_MORE_ONE if count == 1 else words.GUIDE_MORE.format(count=count)
        parts.append(folded(title, f'<ol class="asking">{"".join(map(_asked, guide.rest))}</ol>'))
    parts.append(f'<p class="note">{markup(guide.closing)}</p>')
    return piece(words.GUIDE, *parts, anchor="guide")


def _guide(opened: OpenPortfolio, read: Project) -> Guide:
    """Worked out once for each version of the gathering: some hundred answers are tried."""
    key = opened.gathering.id, opened.gathering.version, read.id
    kept = st.session_state.get("guide")
    if not kept or kept[0] != key:
        kept = key, interview(read.answers, opened.edition, read.first)
        st.session_state["guide"] = kept
    return kept[1]


def _asked(asked: Asked) -> str:
    said = "".join(
        f'<p class="reason">{markup(each.text)} <strong>{markup(each.answer)}</strong>'
        + (f'<span class="note">{markup(each.shown)}</span>' if each.shown else "")
        + (f'<span class="note">{markup(f"{words.GUIDE_READ} : {each.read}")}</span>' if each.read else "")
        + "</p>"
        for each in asked.said
    )
    proof = f"<p>{markup(words.GUIDE_PROOF.format(proof=asked.proof))}</p>" if asked.proof else ""
    matters = "".join(f"<p>{markup(each)}</p>" for each in asked.matters)
    inside = f'<p class="note">{markup(asked.text)}</p>{said}{proof}'
    return (
        f'<li><p class="ask">{markup(asked.ask)}</p><p><span class="badge">{markup(asked.label)}</span> '
        f'<span class="note">{markup(asked.screen)}</span></p>{matters}{folded(words.GUIDE_WHY, inside)}</li>'
    )


def _file_name(name: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60] or "projet"
