"""A question with several answers in, its boxes out; where it counts, the first one ticked is the most important."""

import streamlit as st

from assessment.content.questionnaire import UNKNOWN, Question, Questionnaire
from assessment.pages import changes, wording
from assessment.pages.escaped import markdown, markup


def tick_options(question: Question, part: Questionnaire, *, ranked: bool) -> None:
    """Boxes for every option; *ranked*: the first one ticked is the most important."""
    kept = st.session_state["answers"].get(question.id)
    chosen = kept if isinstance(kept, list) else []
    full = question.at_most is not None and len(chosen) >= question.at_most
    with st.container(key=f"ticks_{question.id}"):
        for number, choice in enumerate(question.choices, start=1):
            _box(question, number, choice.label, ticked=number in chosen, closed=full and number not in chosen)
        if question.at_most is None:
            _box(question, None, wording.NONE_OF_THESE, ticked=kept == [])
        _box(question, UNKNOWN, part.unknown_label, ticked=kept == UNKNOWN)
    if full:
        st.html(f'<p class="note" role="status">{markup(wording.ENOUGH.format(count=len(chosen)))}</p>')
    if ranked and len(chosen) > 1:
        _order(question, chosen)


def _box(question: Question, value: int | str | None, label: str, *, ticked: bool, closed: bool = False) -> None:
    widget = f"tick_{question.id}_{value}"
    st.session_state[widget] = ticked
    st.checkbox(
        markdown(label), key=widget, on_change=changes.tick, args=(question.id, value), disabled=closed, width="stretch"
    )


def _order(question: Question, chosen: list[int]) -> None:
    told = "".join(f"<li>{markup(question.choices[number - 1].label)}</li>" for number in chosen)
    with st.container(key=f"order_{question.id}"):
        st.html(f"<p>{markup(wording.ORDER)}</p><ol>{told}</ol>")
        st.button(markdown(wording.SWAP), key=f"swap_{question.id}", on_click=changes.swap, args=(question.id,))
