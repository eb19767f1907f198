"""An item that is not proposed in, the smallest sets of answers that would bring it in, searched on a click."""

from collections.abc import Collection

import streamlit as st

from assessment.content.catalogue import Item
from assessment.content.edition import Edition
from assessment.content.shelf import fingerprint, in_use
from assessment.engine.assess import Assessment
from assessment.engine.remedies import Remedies, remedies
from assessment.pages import wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.supposing import offer_trial
from assessment.report import explained
from assessment.report.typography import french


def offer_search(item: Item, assessment: Assessment) -> None:
    """Search on a click, once for the same answers, item and content; then show what was found."""
    kept = st.session_state["searched"]
    asked = (item.id, repr(assessment.answers), fingerprint(in_use()))
    if asked not in kept:
        with st.container(key="search"):
            pressed = st.button(markdown(wording.SEARCH), key="search_remedies")
            st.html(f'<p class="note">{markup(wording.SEARCH_TEXT)}</p>')
        if not pressed:
            return
        with st.spinner(french(wording.SEARCHING)):
            kept[asked] = remedies(assessment, item)
        st.rerun()
    _show(kept[asked], assessment.edition)


def _show(found: Remedies, edition: Edition) -> None:
    intro, ways = explained.ways(found, edition)
    st.subheader(markdown(wording.WOULD_BRING_IN), anchor=False)
    shared = _shared(ways)
    together = wording.ENOUGH_TOGETHER if any(len(way.changes) > 1 for way in ways) else intro
    st.html(f'<p role="status">{markup(together)}</p>')
    if shared:
        st.html(f"<p>{markup(wording.IN_ALL_CASES)}</p>{_drawn(shared)}<p>{markup(wording.AND_ONE_OF)}</p>")
    for index, way in enumerate(ways):
        _show_way(way, [each for each in way.changes if each not in shared], edition, index)
    if ways and not found.complete:
        st.html(f'<p class="note">{markup(wording.OTHERS_EXIST)}</p>')


def _shared(ways: Collection[explained.Way]) -> tuple[explained.Change, ...]:
    """Changes that every way asks for, when there are several ways."""
    first = next(iter(ways)).changes if len(ways) > 1 else ()
    return tuple(each for each in first if all(each in way.changes for way in ways))


def _show_way(way: explained.Way, own: Collection[explained.Change], edition: Edition, index: int) -> None:
    with st.container(key=f"way_{index}"):
        st.html(_drawn(own))
        if way.dropped:
            gone = ", ".join(f"« {edition.questions[name].text} »" for name in way.dropped)
            st.html(f'<p class="note">{markup(wording.WOULD_DROP.format(questions=gone))}</p>')
        answers = {each.question: each.value for each in way.changes}
        offer_trial(answers, f"way_{index}")


def _drawn(changes: Collection[explained.Change]) -> str:
    told = (f"<p>{markup(each.text)}<br><strong>→ {markup(each.answer)}</strong></p>" for each in changes)
    return f'<div class="reason">{"".join(told)}</div>'
