"""A project in, its owner's second reading of one answer out: tried first, with what it changes, then kept."""

from collections.abc import Iterable, Mapping

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, Question
from assessment.engine.answers import Value
from assessment.engine.assess import assess
from assessment.engine.changes import is_asked
from assessment.engine.difference import Difference, difference
from assessment.pages import wording_of_project as words
from assessment.pages.escaped import markdown, markup
from assessment.pages.portfolio_opened import OpenPortfolio
from assessment.pages.project_needs import told_twice
from assessment.pages.project_saying import LONGEST_REASON, cleaned, draw_again, fresh, say
from assessment.pages.saved import local
from assessment.portfolio.projects import Project
from assessment.portfolio.reading_again import effect, read_again
from assessment.portfolio.wording_of_comparison import STATUSES
from assessment.report.moves_told import NONE, STAGE, STAGES, ZONE, Moved, tell_moves
from assessment.report.typography import french


def show(opened: OpenPortfolio, read: Project) -> None:
    """Choose a question, try another option, keep it with a reason, or take it back."""
    edition = opened.edition
    with st.container(key="reading"):
        st.header(markdown(words.READING), anchor="relire")
        st.html(f"<p>{markup(words.READING_TEXT)}</p>")
        asked = list(_asked(read, edition))
        name = st.selectbox(
            markdown(words.QUESTION),
            asked,
            index=None,
            format_func=lambda each: french(_label(each, edition)),
            placeholder=words.QUESTION_PLACEHOLDER,
            filter_mode="contains",
            key=f"read_question_{read.id}",
        )
        if name is not None:
            _ask(opened, read, edition.questions[name])


def told_effect(read: Project, edition: Edition) -> str:
    """What all second readings change in the first result; nothing when there is none."""
    if not read.readings:
        return ""
    readings = {name: each.value for name, each in read.readings.items()}
    return f"<h3>{markup(words.EFFECTS)}</h3>{drawn_effect(effect(read.first, readings, edition))}"


def drawn_effect(found: Difference) -> str:
    """What moves between two results, thing by thing."""
    told_elsewhere = {ZONE.format(zone=each.zone.label) for each in found.zones}
    moves = [each for each in tell_moves(found).standing if each.label not in told_elsewhere]
    moves = [each for each in moves if each.label != STAGES or not _says_the_same(each, moves)]
    moves += [
        Moved(ZONE.format(zone=each.zone.label), *(STATUSES.get(status, NONE) for status in (each.before, each.after)))
        for each in found.zones
    ]
    told = "".join(
        f"<dt>{markup(each.label)}</dt><dd>{markup(each.before)} <span aria-hidden='true'>→</span>"
        f"<span class='unseen'> {markup(words.BECOMES)} </span> <strong>{markup(each.after)}</strong></dd>"
        for each in moves
    )
    dropped = ", ".join(found.before.edition.questions[name].text for name in found.dropped)
    note = f'<p class="note">{markup(words.DROPPED.format(questions=dropped))}</p>' if dropped else ""
    if not told:
        return f"<p>{markup(words.EFFECT_NOTHING)}</p>{note}"
    return f'<dl class="moved">{told}</dl>{note}'


def _says_the_same(possible: Moved, moves: Iterable[Moved]) -> bool:
    """Whether the possible stages only say again what is said of the stage."""
    return any((each.before, each.after) == (possible.before, possible.after) for each in moves if each.label == STAGE)


def _asked(read: Project, edition: Edition) -> list[str]:
    facts = assess(read.answers, edition).facts
    return [
        name
        for name, question in edition.questions.items()
        if edition.part_of[name] in read.first.parts - {"doors"}
        and (name in read.first.values or name in read.readings or is_asked(question, facts))
    ]


def _label(name: str, edition: Edition) -> str:
    question = edition.questions[name]
    screens = edition.questionnaire(edition.part_of[name]).screens
    return f"{next(each.label for each in screens if each.id == question.screen)} : {question.text}"


def _ask(opened: OpenPortfolio, read: Project, question: Question) -> None:
    edition, name = opened.edition, question.id
    st.html(told_twice(read, name, edition, read.given_on or local(read.at).date()))
    value = _choose(read, question, edition)
    if value is not None and value != read.answers.values.get(name):
        readings = {each: one.value for each, one in read.readings.items()}
        with st.container(key="effect"):
            now, after = read.answers, read_again(read.first, {**readings, name: value}, edition)
            told = drawn_effect(difference(assess(now, edition), assess(after, edition)))
            st.html(f'<p role="status"><strong>{markup(words.EFFECT)}</strong></p>{told}')
    with st.form(f"reading_form_{read.id}_{name}", border=False):
        reason = st.text_area(
            markdown(words.YOUR_REASON),
            placeholder=french(words.REASON_EXAMPLE),
            max_chars=LONGEST_REASON,
            key=fresh(f"read_reason_{read.id}_{name}"),
            height=90,
        )
        kept = st.form_submit_button(french(words.KEEP_READING), type="primary")
    if name in read.readings and st.button(markdown(words.TAKE_BACK), key=f"take_back_{name}"):
        _take_back(opened, read, name)
    if kept:
        _keep(opened, read, name, value, cleaned(reason, LONGEST_REASON))


def _choose(read: Project, question: Question, edition: Edition) -> Value | None:
    """The options, the answer as it is read now chosen."""
    now, key = read.answers.values.get(question.id), fresh(f"read_{read.id}_{question.id}")
    labels: Mapping[int | str, str] = {
        **{number: each.label for number, each in enumerate(question.choices, start=1)},
        UNKNOWN: edition.questionnaire(edition.part_of[question.id]).unknown_label,
    }
    if question.kind == "one":
        options = list(labels)
        return st.radio(
            markdown(words.YOUR_READING),
            options,
            index=options.index(now) if now in options else None,
            format_func=lambda option: markdown(labels[option]),
            key=key,
            width="stretch",
        )
    st.html(f'<p class="asked">{markup(words.YOUR_READING)}</p>')
    return _tick(question, labels, now, key)


def _tick(question: Question, labels: Mapping[int | str, str], now: Value | None, key: str) -> Value:
    """Several options; once as many are ticked as may be, the others wait for one to be taken back."""
    given = now if isinstance(now, tuple) else (now,)
    held = [value for value in labels if st.session_state.get(f"{key}_{value}", value in given)]
    full = question.at_most is not None and len([each for each in held if each != UNKNOWN]) >= question.at_most
    ticked = []
    for value, label in labels.items():
        closed = full and value not in (*held, UNKNOWN)
        box = f"{key}_{value}"
        if st.checkbox(markdown(label), value=value in given, key=box, disabled=closed, width="stretch"):
            ticked.append(value)
    return UNKNOWN if UNKNOWN in ticked else _in_order(ticked, now)


def _in_order(ticked: list[int | str], now: Value | None) -> tuple[int, ...]:
    """Options that were ticked already stay in their order, which may count; others come behind."""
    before = [each for each in now if each in ticked] if isinstance(now, tuple) else []
    return (*before, *(each for each in ticked if isinstance(each, int) and each not in before))


def _keep(opened: OpenPortfolio, read: Project, name: str, value: Value | None, reason: str) -> None:
    if value is None or value == read.answers.values.get(name):
        st.html(f'<p role="alert">{markup(words.SAME_ANSWER)}</p>')
    elif not reason:
        st.html(f'<p role="alert">{markup(words.NEEDS_REASON)}</p>')
    elif value == read.first.values.get(name):
        _take_back(opened, read, name)
    else:
        kept = list(value) if isinstance(value, tuple) else value
        if say(opened, read.id, (read.id, "reading", name, {"value": kept, "reason": reason})):
            draw_again(f"read_reason_{read.id}_{name}")


def _take_back(opened: OpenPortfolio, read: Project, name: str) -> None:
    if say(opened, read.id, (read.id, "reading", name, None)):
        draw_again(f"read_{read.id}_{name}", f"read_reason_{read.id}_{name}")
