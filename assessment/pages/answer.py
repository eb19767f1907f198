"""Page: the questions, one screen at a time, and what is to be reread before the result."""

from collections.abc import Sequence

import streamlit as st

from assessment.content.edition import Edition
from assessment.engine.answers import clean
from assessment.pages import (
    changes,
    continuing,
    keeping,
    paths,
    privacy,
    rereading,
    returning,
    saved,
    state,
    way_back,
    wording,
)
from assessment.pages import wording_of_answering as words
from assessment.pages import wording_of_dossier as told
from assessment.pages.asking import Step, minutes_left, settled_range
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.pages.options import Told
from assessment.pages.questions import Around, ask, unknown_told

#: What is told once no further answer can move the stage.
SETTLED = "settled"


def show() -> None:
    """Show the screen where the person is."""
    edition = opened()
    state.begin()
    if st.session_state["right"] == "read":
        _only_read()
        return
    steps = state.current_steps(edition)
    if st.session_state["screen"] == rereading.SCREEN:
        _reread(steps, edition)
        return
    place = next((index for index, step in enumerate(steps) if step.id == st.session_state["screen"]), 0)
    step, target = steps[place], st.session_state["target"]
    _tell_progress(steps, place)
    with st.container(key="about_saving"):  # what comes and goes there leaves what follows in its place
        saved.tell(edition)
    head(step.screen.label, place=f"{step.id} {target}", target=f"question_{target}" if target else None)
    st.html(f'<p class="lead">{markup(step.screen.why)}</p>')
    _tell_how(steps, step)
    with st.container(key="reminder"):
        privacy.remind(edition)
    _ask_all(steps, place, edition)
    _move(steps, place, edition)


def _ask_all(steps: Sequence[Step], place: int, edition: Edition) -> None:
    """The questions of a screen, and what an answer may change below them."""
    step = steps[place]
    last, deeds = place == len(steps) - 1, any(each.id in edition.deed_questions for each in step.questions)

    def around() -> object:
        """What an answer may change on this screen, beside its own question."""
        ahead = state.current_steps(edition)
        here = next((each for each in ahead if each.id == step.id), None)
        return saved.around(), tuple(each.id for each in ahead), here and here.questions

    def told() -> Told:
        """Whether the stage can still move, as long as there are other questions."""
        return _settled(edition) if deeds and not last else {}

    st.session_state["around"] = around()
    ask(step.questions, edition, Around(around, told), way_back.offer, explain_unknown=_begins(steps, step))
    if last:
        _ask_name()
    elif deeds:
        _make_room_for_settled(edition)


def _only_read() -> None:
    head(told.READ_ONLY, place="answer")
    st.html(f'<p class="lead">{markup(told.READ_ONLY_TEXT)}</p>')
    if st.button(markdown(wording.SEE_RESULT), type="primary"):
        returning.go(paths.RESULT)


def _reread(steps: Sequence[Step], edition: Edition) -> None:
    """The last screen before the result."""
    _draw_progress(steps[-1].part.title, words.REREAD_PLACE, 100)
    with st.container(key="about_saving"):  # what comes and goes there leaves what follows in its place
        saved.tell(edition)
    head(words.REREAD, place=rereading.SCREEN)
    rereading.show(edition)
    with st.container(key="moves", horizontal=True, horizontal_alignment="distribute"):
        st.button(markdown(wording.BACK), on_click=changes.go, args=(steps[-1].id,))
        if st.button(markdown(wording.SEE_RESULT), type="primary"):
            returning.go(paths.RESULT)


def _tell_progress(steps: Sequence[Step], place: int) -> None:
    minutes = minutes_left(steps[place:], steps)
    left = wording.PROGRESS if minutes > 1 else wording.PROGRESS_ONE
    left = left.format(screen=place + 1, screens=len(steps), minutes=minutes)
    _draw_progress(steps[place].part.title, left, 100 * (place + 1) // len(steps))


def _draw_progress(title: str, left: str, done: int) -> None:
    st.html(
        f'<div class="progress"><p><strong>{markup(title)}</strong><span>{markup(left)}</span></p>'
        f'<div class="bar" aria-hidden="true"><span style="width:{done}%"></span></div></div>'
    )


def _begins(steps: Sequence[Step], step: Step) -> bool:
    """Whether a part begins with this screen."""
    return step is next(each for each in steps if each.part is step.part)


def _tell_how(steps: Sequence[Step], step: Step) -> None:
    """How to answer: open on the first screen of a part where it matters, folded on the others.

    What « ne sait pas » does is folded there too, but for the screen that explains it below its first question.
    """
    same = [each for each in steps if each.part is step.part]
    first = next((each for each in same if each.screen.scored), same[0])
    if step is first:
        st.html(
            f'<p class="aside"><strong>{markup(wording.HOW_TO_ANSWER)}.</strong> {markup(step.part.instruction)}</p>'
        )
        return
    told = [step.part.instruction, *(() if _begins(steps, step) else (unknown_told(step.part),))]
    text = "".join(f"<p>{markup(each)}</p>" for each in told)
    st.html(f"<details><summary>{markup(wording.HOW_TO_ANSWER)}</summary>{text}</details>")


def _settled(edition: Edition) -> Told:
    """Once no further answer can move the stage, a title and a text that say so."""
    found = settled_range(edition, state.values())
    if found is None or rereading.is_due():
        return {}
    return {SETTLED: (wording.OPEN, wording.OPEN_TEXT) if found.lowest != found.highest else _settled_words()}


def _make_room_for_settled(edition: Edition) -> None:
    """Where that is told; out of sight before."""
    with st.container(key=SETTLED):
        st.html(f'<p role="status" data-said="{SETTLED}"></p>')
        _offer_result("settled_result", edition)


def _settled_words() -> tuple[str, str]:
    return wording.SETTLED, words.SETTLED_SHORT_TEXT if state.is_short() else wording.SETTLED_TEXT


def _ask_name() -> None:
    part = "project" if "project" in st.session_state["parts"] else "organisation"
    widget = state.widget("name_given")
    with st.container(key="name_asked"):
        given = st.text_input(
            markdown(wording.NAME[part]),
            value=st.session_state["name"],
            max_chars=200,
            key=widget,
            on_change=changes.rename,
            args=(widget,),
            autocomplete="off",
            live="500ms",  # saved while it is typed: whoever closes the tab has not always left the field
        )
        st.html(f'<p class="note">{markup(wording.NAME_HELP)}</p>{saved.slot(("name", ""))}')
        keeping.reconcile("name", "", clean(given) or None)


def _move(steps: Sequence[Step], place: int, edition: Edition) -> None:
    last = place == len(steps) - 1
    if last:
        continuing.offer(edition)
    with st.container(key="moves", horizontal=True, horizontal_alignment="distribute"):
        if place:
            st.button(markdown(wording.BACK), on_click=changes.go, args=(steps[place - 1].id,))
        if last:
            _offer_result("see_result", edition, kind="primary")
        else:
            st.button(markdown(wording.NEXT), type="primary", on_click=changes.go, args=(steps[place + 1].id,))


def _offer_result(key: str, edition: Edition, kind: str = "secondary") -> None:
    """The way to the result, by what is to be reread if there is any."""
    if st.button(markdown(wording.SEE_RESULT), type=kind, key=key):
        rereading.lead_to_result()


show()
