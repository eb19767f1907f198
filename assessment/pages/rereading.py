"""Answers that do not go together in, the last screen before the result out: change one of them, or leave them.

A pair stays on the screen once it is there, also when its answers go together again: nothing moves away under the hand
or the keyboard of whoever is choosing.
"""

from collections.abc import Iterable, Sequence

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.placement import Contradiction
from assessment.engine.assess import Assessment, contradictions_of
from assessment.pages import assessed, changes, paths, returning, saved
from assessment.pages import wording as words
from assessment.pages import wording_of_answering as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.options import hear
from assessment.pages.questions import show_options
from assessment.report.reasons import reason

#: The name of this screen, which no part of a questionnaire has.
SCREEN = "rereading"


def is_due() -> bool:
    """Whether something is to be reread: a pair that the person has not left as it is."""
    found = assessed.of_this_visit()
    return found is not None and any(not _is_left(each) for each in contradictions_of(found.answers, found.edition))


def offer_result(key: str) -> None:
    """The way to the result from a page that changes no answer.

    When nothing is to be reread the browser goes there by itself, in half the time of a button, and finds it ready.
    """
    if st.session_state["right"] == "read" or not is_due():
        assessed.prepare()
        st.page_link(paths.RESULT, label=markdown(words.SEE_RESULT), query_params=returning.address())
    elif st.button(markdown(words.SEE_RESULT), key=key):
        lead_to_result()


def lead_to_result() -> None:
    """Go to the result, by what is to be reread if there is any; whoever only reads has nothing to reread."""
    if st.session_state["right"] != "read" and is_due():
        changes.go(SCREEN)
        returning.go(paths.ANSWER)
    returning.go(paths.RESULT)


def show(edition: Edition) -> None:
    """Each pair as a question, both answers, and a box to leave them as they are."""
    assessment = _assessed()
    now = _found(assessment)
    shown = {*st.session_state["reread"], *(each.id for each in now)}
    pairs = [each for each in edition.placement.contradictions if each.id in shown]
    st.session_state["reread"] = tuple(each.id for each in pairs)
    st.html(f'<p class="lead">{markup(wording.REREAD_TEXT if pairs else wording.REREAD_NOTHING)}</p>')
    if assessment:
        for group in grouped(pairs):
            _show_group(group, [each for each in group if each in now], assessment)
    hear(("answer", name) for pair in pairs for name in pair.questions)


def grouped(pairs: Iterable[Contradiction]) -> list[list[Contradiction]]:
    """Pairs that share a question together: a question is asked once on a screen."""
    groups: list[list[Contradiction]] = []
    for pair in pairs:
        near = [group for group in groups if any(set(pair.questions) & set(each.questions) for each in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(each for group in near for each in group), pair])
    return groups


def _assessed() -> Assessment | None:
    """The result of this visit's answers; None when there is none."""
    found = assessed.of_this_visit()
    return found.assessment if found else None


def _found(assessment: Assessment | None) -> tuple[Contradiction, ...]:
    """Every pair of answers that does not go together, as the result says it."""
    return assessment.project.placement.contradictions if assessment and assessment.project else ()


def _show_group(group: Sequence[Contradiction], still: Sequence[Contradiction], assessment: Assessment) -> None:
    key = "_".join(each.id for each in group)
    with st.container(key=f"reread_{key}", border=True):
        st.html("".join(f"<h2>{markup(each.ask)}</h2>" for each in group))
        for name in dict.fromkeys(name for each in group for name in each.questions):
            _show_answer(name, assessment)
        _tell(still)
        if still:
            _offer_to_leave(still, key)


def _show_answer(name: str, assessment: Assessment) -> None:
    """A question and its answer; its options are folded, for they would push the other answer out of sight."""
    told = reason(assessment, name)
    with st.container(key=f"question_{name}"):
        st.html(f'<h3>{markup(told.text)}</h3><p class="answered">{markup(told.answer)}</p>')
        with st.expander(markdown(wording.CHANGE), key=f"change_{name}", type="compact"):
            show_options(assessment.edition.questions[name], assessment.edition)
        st.html(saved.slot(("answer", name)))


def _tell(still: Sequence[Contradiction]) -> None:
    """Where the pair stands; the same element from run to run, so that a screen reader hears it change."""
    told = wording.TOGETHER
    if still:
        told = wording.LEFT if all(map(_is_left, still)) else wording.STILL
    st.markdown(f'<p class="standing" role="status" aria-live="polite">{markup(told)}</p>', unsafe_allow_html=True)


def _offer_to_leave(still: Sequence[Contradiction], key: str) -> None:
    widget = f"left_{key}"
    st.session_state[widget] = all(map(_is_left, still))
    st.checkbox(markdown(wording.LEAVE_AS_IS), key=widget, on_change=_leave, args=(widget, still), width="stretch")


def _leave(widget: str, pairs: Sequence[Contradiction]) -> None:
    left = st.session_state["left"]
    for pair in pairs:
        left[pair.id] = _answers(pair) if st.session_state[widget] else None


def _is_left(pair: Contradiction) -> bool:
    return st.session_state["left"].get(pair.id) == _answers(pair)


def _answers(pair: Contradiction) -> tuple[object, ...]:
    return tuple(st.session_state["answers"].get(name) for name in pair.questions)
