"""A question in, its options to try out; and one click that tries several answers at once."""

from collections.abc import Mapping

import streamlit as st

from assessment.content.questionnaire import UNKNOWN, Question
from assessment.engine.answers import Value
from assessment.engine.assess import Assessment
from assessment.pages import suppositions, wording
from assessment.pages.escaped import markdown, markup


def offer_trial(answers: Mapping[str, Value], key: str) -> None:
    """Offer to try *answers* in « Et si … ? »."""
    st.button(
        markdown(wording.TRY), key=f"try_{key}", type="tertiary", on_click=suppositions.try_out, args=(dict(answers),)
    )


def ask(question: Question, assessment: Assessment, supposed: Mapping[str, Value | None]) -> None:
    """The options, the one that is supposed chosen; several may be ticked where several may be answered."""
    name, present = question.id, assessment.answers.values.get(question.id)
    now = supposed.get(name, present)
    labels = {number: each.label for number, each in enumerate(question.choices, start=1)}
    labels[UNKNOWN] = assessment.edition.questionnaire(assessment.edition.part_of[name]).unknown_label
    with st.container(key=f"supposed_{name}"):
        if question.kind == "one":
            widget = f"suppose_{name}"
            st.session_state[widget] = now
            st.radio(
                markdown(question.text),
                list(labels),
                index=None,
                format_func=lambda option: markdown(labels[option]),
                key=widget,
                on_change=suppositions.suppose_chosen,
                args=(name, widget, present),
                width="stretch",
            )
            return
        st.html(f"<p><strong>{markup(question.text)}</strong></p>")
        chosen = now if isinstance(now, tuple) else (now,)
        full = question.at_most is not None and len(chosen) >= question.at_most and isinstance(now, tuple)
        for value, label in labels.items():
            _box(name, value, label, present, ticked=value in chosen, closed=full and value not in (*chosen, UNKNOWN))


def _box(name: str, value: int | str, label: str, present: Value | None, *, ticked: bool, closed: bool) -> None:
    widget = f"suppose_{name}_{value}"
    st.session_state[widget] = ticked
    change, arguments = suppositions.suppose_ticked, (name, value, present)
    st.checkbox(markdown(label), key=widget, on_change=change, args=arguments, disabled=closed, width="stretch")
