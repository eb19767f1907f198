"""Page: what the tool is for, three ways in, what becomes of the answers, and dossiers to come back to."""

from collections.abc import Mapping

import streamlit as st

from assessment.content.edition import Edition
from assessment.pages import changes, erasing, found, keeping, paths, privacy, resuming, returning, state, wording
from assessment.pages import wording_of_answering as words
from assessment.pages import wording_of_dossier as told
from assessment.pages.asking import minutes_of
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head


def show() -> None:
    """Show the way in."""
    edition = opened()
    state.begin()
    head(wording.TITLE, place="home")
    st.html(f'<p class="lead">{markup(wording.PURPOSE)}</p>')
    erasing.tell()
    if st.session_state["answers"]:
        _tell_underway()
        from assessment.pages import actions  # whoever only arrives has none

        actions.remind()
    else:
        found.offer()
    if st.session_state["right"] != "read":
        _invite_innovator(edition)
    st.header(markdown(wording.WHO_ELSE), anchor=False)
    with st.grid(min_column_width=260, key="others"):
        _tell_others(wording.FUNDER, wording.FUNDER_TEXT, {wording.FUNDER_START: (paths.GATHERINGS, "appel")})
        starts = {wording.COACH_START: (paths.GATHERINGS, "groupe"), wording.COACH_FILES: (paths.PROGRAMME, None)}
        _tell_others(wording.COACH, wording.COACH_TEXT, starts)
    st.page_link(paths.GATHERINGS, label=markdown(wording.HAVE_A_CODE))
    resuming.offer()


def _tell_underway() -> None:
    count = len(st.session_state["answers"])
    counted = wording.UNDERWAY_ONE if count == 1 else wording.UNDERWAY_MANY.format(count=count)
    with st.container(key="underway", border=True):
        st.html(f"<p><strong>{markup(wording.UNDERWAY)}.</strong> {markup(counted)}</p>")
        with st.container(horizontal=True):
            if st.button(markdown(wording.CONTINUE), type="primary"):
                returning.go(paths.ANSWER)
            _offer_result()
            if st.session_state["right"] != "read":
                erasing.offer()
        if keeping.holder():
            st.page_link(paths.DOSSIER, label=markdown(told.LINK_HERE))


def _offer_result() -> None:
    """The way to the result: to the first one by what is to be reread; before each it would come at each visit."""
    if st.session_state["result_seen"]:
        st.page_link(paths.RESULT, label=markdown(wording.SEE_RESULT), query_params=returning.address())
        return
    from assessment.pages import rereading  # whoever only arrives never needs it

    rereading.offer_result("underway_result")


def _invite_innovator(edition: Edition) -> None:
    minutes = {name: minutes_of(edition, parts) for name, parts in state.CHOICES.items()}
    st.session_state.setdefault("parts_chosen", state.choice_made())
    with st.container(key="card_innovator", border=True):
        st.header(markdown(wording.INNOVATOR), anchor=False)
        name = st.radio(
            markdown(wording.PARTS),
            list(state.CHOICES),
            format_func=lambda each: markdown(words.PART_CHOICES[each].format(minutes=minutes[each])),
            key="parts_chosen",
            width="stretch",
        )
        if st.session_state["answers"] and keeping.holder():
            st.html(f'<p class="note">{markup(told.STAYS)}</p>')
        privacy.notify(edition)
        st.session_state["notified"] = True
        start = st.button(markdown(wording.START), type="primary", width="stretch")
        traceless = privacy.offer_no_trace()
        if start or traceless:
            privacy.begin(traceless=traceless)
            changes.choose(state.CHOICES[name])
            returning.go(paths.ANSWER)


def _tell_others(title: str, text: str, starts: Mapping[str, tuple[str, str | None]]) -> None:
    """What they find here; *starts*: words -> the page where they begin, and what for."""
    with st.container(border=True, height="stretch"):
        st.subheader(markdown(title), anchor=False)
        st.html(f"<p>{markup(text)}</p>")
        for label, (page, purpose) in starts.items():
            st.page_link(page, label=markdown(label), query_params={paths.PURPOSE: purpose} if purpose else None)


show()
