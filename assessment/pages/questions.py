"""A question in, its part of the screen out: what it asks, why, its options, what could be shown, when it was saved.

What a question shows never changes with its answer: the script of every page shows what is chosen, saved, and to be
shown. Only that script's component is drawn again by an answer, and the whole screen when something else on it changes.
"""

import random
from collections.abc import Callable, Collection
from dataclasses import dataclass

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, Question, Questionnaire
from assessment.pages import problems, saved, state, wording
from assessment.pages.escaped import markup
from assessment.pages.options import HEARD, Told, choose, drawn, drawn_text, hear
from assessment.pages.ticks import tick_options


@dataclass(frozen=True, slots=True)
class Around:
    """What else an answer may change on the screen.

    *drawn*: the whole screen is drawn again when it changes; *told*: the script of every page puts it in its place.
    """

    drawn: Callable[[], object]
    told: Callable[[], Told]


def ask(
    questions: Collection[Question],
    edition: Edition,
    around: Around,
    below: Callable[[str], None],
    *,
    explain_unknown: bool,
) -> None:
    """Ask the questions of a screen; *below*: what stands below each, by its id.

    *explain_unknown*: say once what « ne sait pas » does.
    """
    for place, question in enumerate(questions):
        _ask(question, edition, around, explain_unknown=explain_unknown and place == 0)
        below(question.id)
    _listen(questions, edition, around)


@st.fragment
def _listen(questions: Collection[Question], edition: Edition, around: Around) -> None:
    with problems.told():
        _draw_all_if_changed(around)
        about = (*((kind, each.id) for each in questions for kind in HEARD), ("name", ""))
        hear(about, [each.id for each in questions if state.can_be_shown(edition, each.id)], around.told())


def _draw_all_if_changed(around: Around) -> None:
    if st.session_state["around"] != around.drawn():
        st.rerun()


def _ask(question: Question, edition: Edition, around: Around, *, explain_unknown: bool) -> None:
    part = edition.questionnaire(edition.part_of[question.id])
    with st.container(key=f"question_{question.id}"):
        st.html(_asked(question, part))
        if question.kind == "several":
            _ask_several(question, edition, around)
        else:
            show_options(question, edition)
        note = f'<p class="note">{markup(unknown_told(part))}</p>' if explain_unknown else ""
        proof = _proof(question, part) if question.id in edition.key_questions and part.evidence else ""
        st.html(note + proof + saved.slot(*((kind, question.id) for kind in HEARD)))


@st.fragment
def _ask_several(question: Question, edition: Edition, around: Around) -> None:
    """Boxes are drawn again by each tick, which closes or opens others."""
    with problems.told():
        _draw_all_if_changed(around)
        show_options(question, edition)


def unknown_told(part: Questionnaire) -> str:
    """What « ne sait pas » does in a part."""
    return wording.UNKNOWN.format(label=part.unknown_label, help=part.unknown_help)


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


def _proof(question: Question, part: Questionnaire) -> str:
    """One click: could this answer be shown? Then, in a few words, what. Out of sight until an answer can be."""
    asked = part.evidence.question
    example = wording.FOR_EXAMPLE.format(proof=question.proof) if question.proof else ""
    note = f'<p class="note">{markup(example)}</p>' if example else ""
    options, which = drawn("shown", question.id, asked, part.evidence.choices), ""
    if part.evidence.note:
        for_example = wording.FOR_EXAMPLE.format(proof=part.evidence.note.example)
        which = drawn_text("note", question.id, part.evidence.note.label, for_example)
    asking = f'<p class="asked">{markup(asked)}</p>{options}{which}'
    return f'<div class="proof" data-proof="{question.id}">{note}{asking}</div>'
