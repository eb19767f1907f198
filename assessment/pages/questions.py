"""A question in, its widgets out: what it asks, why, its options, and what could be shown for the answer."""

import random

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, Question, Questionnaire
from assessment.pages import changes, state, wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.ticks import tick_options


def ask(question: Question, edition: Edition, *, explain_unknown: bool) -> None:
    """Ask one question; *explain_unknown*: say here what « ne sait pas » does."""
    part = edition.questionnaire(edition.part_of[question.id])
    with st.container(key=f"question_{question.id}"):
        st.header(markdown(question.text), anchor=False)
        if question.note:
            st.html(f'<p class="note">{markup(question.note)}</p>')
        _explain(question, part)
        if question.kind == "one":
            _options(question, part)
        else:
            tick_options(question, part, ranked=question.id == edition.levers.blocks_asked_by)
        if explain_unknown:
            told = wording.UNKNOWN.format(label=part.unknown_label, help=part.unknown_help)
            st.html(f'<p class="note">{markup(told)}</p>')
        if state.can_be_shown(edition, question.id):
            _proof(question, part)


def _explain(question: Question, part: Questionnaire) -> None:
    words = [each for each in part.definitions if each.id in question.terms]
    with st.expander(markdown(wording.WHY_AND_WORDS if words else wording.WHY), type="compact"):
        terms = "".join(f"<dt>{markup(each.term)}</dt><dd>{markup(each.text)}</dd>" for each in words)
        st.html(f"<p>{markup(question.why)}</p>" + (f'<dl class="words">{terms}</dl>' if terms else ""))


def _options(question: Question, part: Questionnaire) -> None:
    numbers = list(range(1, len(question.choices) + 1))
    if part.shuffled:
        random.Random(f"{st.session_state['seed']} {question.id}").shuffle(numbers)
    labels = {number: question.choices[number - 1].label for number in numbers} | {UNKNOWN: part.unknown_label}
    options, kept = list(labels), st.session_state["answers"].get(question.id)
    widget = state.widget(f"answer_{question.id}")
    st.radio(
        markdown(question.text),
        options,
        index=options.index(kept) if kept in options else None,
        format_func=lambda option: markdown(labels[option]),
        key=widget,
        on_change=changes.keep,
        args=("answer", question.id, widget),
        label_visibility="collapsed",
        width="stretch",
    )


def _proof(question: Question, part: Questionnaire) -> None:
    """One click: could this answer be shown?"""
    choices, kept = part.evidence.choices, st.session_state["shown"].get(question.id)
    options, widget = list(choices), state.widget(f"shown_{question.id}")
    with st.container(key=f"proof_{question.id}"):
        if question.proof:
            st.html(f'<p class="note">{markup(wording.FOR_EXAMPLE.format(proof=question.proof))}</p>')
        st.radio(
            markdown(part.evidence.question),
            options,
            index=options.index(kept) if kept else None,
            format_func=lambda option: markdown(choices[option]),
            key=widget,
            on_change=changes.keep,
            args=("shown", question.id, widget),
            width="stretch",
        )
