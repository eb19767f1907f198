"""A report or an answer file that was dropped in, its answers taken up or its problems told out."""

import streamlit as st

from assessment.content.shelf import in_use
from assessment.errors import AssessmentError
from assessment.pages import changes, paths, problems, returning
from assessment.pages import wording as words
from assessment.pages import wording_of_resuming as wording
from assessment.pages.escaped import markdown, markup


def offer() -> None:
    """Offer to take up a file, and say what came of the last one."""
    st.header(markdown(wording.RESUME), anchor=False)
    st.html(f"<p>{markup(wording.RESUME_TEXT)}</p>")
    # Any type of file is let in: what is wrong with it is told in French, by us.
    st.file_uploader(
        markdown(wording.RESUME_LABEL), key="file_dropped", on_change=_take_up, label_visibility="collapsed"
    )
    if st.session_state["file_dropped"] is None:
        return
    if error := st.session_state.get("not_resumed"):
        problems.show(error, wording.NOT_RESUMED)
        return
    if not st.session_state["resumed"]:  # erased since
        return
    st.html(f'<p class="aside" role="status">{"<br>".join(map(markup, (wording.RESUMED, *_origin())))}</p>')
    with st.container(horizontal=True):
        if st.button(markdown(words.CONTINUE), type="primary", key="resumed_continue"):
            returning.go(paths.ANSWER)
        from assessment.pages import rereading  # whoever only arrives never needs it

        rereading.offer_result("resumed_result")


def tell_origin() -> None:
    """Say where the answers come from, as long as they are those of a report."""
    for sentence in _origin():
        st.html(f'<p class="note">{markup(sentence)}</p>')


def _origin() -> tuple[str, ...]:
    """What is known of the report behind the answers of this tab; nothing once they are no longer the same."""
    sentence, answers = st.session_state.get("origin", (None, None))
    return (sentence,) if sentence and answers == _answers() else ()


def _answers() -> tuple[object, ...]:
    return tuple(repr(st.session_state[each]) for each in ("answers", "shown", "notes", "name"))


def _take_up() -> None:
    """Read the file once, when it arrives."""
    st.session_state.update(not_resumed=None, origin=(None, None))
    dropped = st.session_state["file_dropped"]
    if dropped is None:
        return
    from assessment.intake.dropped import read_dropped  # whoever only arrives never needs it
    from assessment.storage.installation import is_ours

    try:
        found = read_dropped(dropped.getvalue(), dropped.name, in_use())
        sentence = wording.OURS if found.in_report and is_ours(found.data) else wording.UNVERIFIED
        changes.resume(found.answers)
    except AssessmentError as error:
        st.session_state["not_resumed"] = error
        return
    st.session_state["resumed"] = True
    if found.in_report:
        st.session_state["origin"] = (sentence, _answers())
