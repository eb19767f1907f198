"""An Assessment in; other answers are tried, and what would move is shown. The person's answers stay as they are."""

from collections.abc import Collection

import streamlit as st

from assessment.content.questionnaire import Question
from assessment.engine import difference
from assessment.engine.assess import Assessment
from assessment.engine.changes import is_asked
from assessment.pages import suppositions, wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.supposing import ask
from assessment.report.moves_told import Moved, MovesTold, tell_moves
from assessment.report.typography import french


def show(assessment: Assessment) -> None:
    """Ask for other answers, and show what moves."""
    with st.container(key="section_what_if"):
        st.header(markdown(wording.WHAT_IF), anchor=False)
        st.html(f"<p>{markup(wording.WHAT_IF_TEXT)}</p>")
        kept = st.session_state["supposed"]
        supposed = {name: value for name, value in kept.items() if name in assessment.edition.questions}
        found = difference.what_if(assessment, supposed)
        question = _chosen(found.after, supposed)
        if question is not None:
            ask(question, assessment, supposed)
        moves = tell_moves(found)
        _show_supposed(moves)
        if moves.answers:
            _show_moves(moves, nothing=found.moves_nothing)


def _chosen(after: Assessment, supposed: Collection[str]) -> Question | None:
    edition = after.edition
    screens = {(part.part, each.id): each.label for part in edition.questionnaires for each in part.screens}
    asked = [name for name, each in edition.questions.items() if name in supposed or is_asked(each, after.facts)]
    label = {name: f"{screens[edition.part_of[name], edition.questions[name].screen]} : " for name in asked}
    name = st.selectbox(
        markdown(wording.WHAT_IF_QUESTION),
        asked,
        index=None,
        format_func=lambda each: french(label.get(each, "") + edition.questions[each].text),
        placeholder=wording.WHAT_IF_PLACEHOLDER,
        filter_mode="contains",
        key="what_if_question",
    )
    return edition.questions.get(name)


def _show_supposed(moves: MovesTold) -> None:
    st.subheader(markdown(wording.SUPPOSED), anchor=False)
    if not moves.answers:
        st.html(f'<p class="note">{markup(wording.WHAT_IF_NOTHING_YET)}</p>')
        return
    for name, moved in moves.answers:
        with st.container(key=f"trial_{name}"):
            st.html(_drawn([moved]))
            st.button(
                markdown(wording.TAKE_BACK),
                key=f"take_back_{name}",
                type="tertiary",
                on_click=suppositions.take_back,
                args=(name,),
            )
    st.button(markdown(wording.RESTORE), key="restore", on_click=suppositions.restore)


def _show_moves(moves: MovesTold, *, nothing: bool) -> None:
    with st.container(key="moved"):
        st.subheader(markdown(wording.MOVES), anchor=False)
        if moves.dropped:
            gone = ", ".join(f"« {text} »" for text in moves.dropped)
            st.html(f'<p class="note">{markup(wording.WOULD_DROP.format(questions=gone))}</p>')
        if nothing:
            st.html(f'<p role="status">{markup(wording.MOVES_NOTHING)}</p>')
        if moves.standing:
            st.html(_drawn(moves.standing))
        for title, lines in moves.advice:
            st.html(f"<h4>{markup(title)}</h4><ul>{''.join(f'<li>{markup(line)}</li>' for line in lines)}</ul>")


def _drawn(moved: Collection[Moved]) -> str:
    told = "".join(
        f"<dt>{markup(each.label)}</dt><dd>{markup(each.before)} <span aria-hidden='true'>→</span>"
        f"<span class='unseen'> devient </span> <strong>{markup(each.after)}</strong></dd>"
        for each in moved
    )
    return f'<dl class="moved">{told}</dl>'
