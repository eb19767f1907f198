"""A question in, its part of the screen out: what it asks, why, its options, what could be shown, when it was saved.

The questions of a screen are a fragment: answering one draws them again, and the whole screen only when something else
on it changes with the answer.
"""

import random
from collections.abc import Callable, Iterable

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, Question, Questionnaire
from assessment.pages import problems, saved, state, wording
from assessment.pages.escaped import markup
from assessment.pages.options import choose, hear
from assessment.pages.ticks import tick_options

#: What else an answer may change on the screen; the whole screen is drawn again when it does.
Around = Callable[[], object]


@st.fragment
def ask(questions: Iterable[Question], edition: Edition, around: Around, below: Callable[[str], None]) -> None:
    """Ask the questions of a screen, say once what « ne sait pas » does; *below*: what stands below each, by its id."""
    with problems.told():
        if st.session_state["around"] != around():
            st.rerun()
        for place, question in enumerate(questions):
            _ask(question, edition, explain_unknown=place == 0)
            below(question.id)
        hear()


def _ask(question: Question, edition: Edition, *, explain_unknown: bool) -> None:
    part = edition.questionnaire(edition.part_of[question.id])
    with st.container(key=f"question_{question.id}"):
        st.html(_asked(question, part))
        show_options(question, edition)
        if explain_unknown:
            told = wording.UNKNOWN.format(label=part.unknown_label, help=part.unknown_help)
            st.html(f'<p class="note">{markup(told)}</p>')
        if state.can_be_shown(edition, question.id):
            _proof(question, part)
        saved.mark(("answer", question.id), ("shown", question.id))


def _asked(question: Question, part: Questionnaire) -> str:
    words = [each for each in part.definitions if each.id in question.terms]
    terms = "".join(f"<dt>{markup(each.term)}</dt><dd>{markup(each.text)}</dd>" for each in words)
    words_told = f'<dl class="words">{terms}</dl>' if terms else ""
    note = f'<p class="note">{markup(question.note)}</p>' if question.note else ""
    return (
        f"<h2>{markup(question.text)}</h2>{note}"
        f"<details><summary>{markup(wording.WHY_AND_WORDS if words else wording.WHY)}</summary>"
        f"<p>{markup(question.why)}</p>{words_told}</details>"
    )


def show_options(question: Question, edition: Edition) -> None:
    """The options of a question, and « ne sait pas », with what is answered; `hear` takes what is chosen."""
    part = edition.questionnaire(edition.part_of[question.id])
    if question.kind == "several":
        tick_options(question, part, ranked=question.id == edition.levers.blocks_asked_by)
        return
    numbers = list(range(1, len(question.choices) + 1))
    if part.shuffled:
        random.Random(f"{st.session_state['seed']} {question.id}").shuffle(numbers)
    options = {number: question.choices[number - 1].label for number in numbers} | {UNKNOWN: part.unknown_label}
    choose("answer", question.id, question.text, options)


def _proof(question: Question, part: Questionnaire) -> None:
    """One click: could this answer be shown?"""
    asked = part.evidence.question
    example = wording.FOR_EXAMPLE.format(proof=question.proof) if question.proof else ""
    note = f'<p class="note">{markup(example)}</p>' if example else ""
    with st.container(key=f"proof_{question.id}"):
        st.html(f'{note}<p class="asked">{markup(asked)}</p>')
        choose("shown", question.id, asked, part.evidence.choices)
