"""What a click changes in what this visit keeps; widgets call these functions before the page is drawn again.

Every change is saved by these functions, so that it is safe before anything shows it.
"""

from collections.abc import Collection

import streamlit as st

from assessment.content.questionnaire import UNKNOWN, PartId
from assessment.engine.actions import action_data
from assessment.engine.answers import PARTS, Answers, clean
from assessment.pages import keeping
from assessment.pages.state import CHOICES, choice_made, nothing_yet, parts_of
from assessment.storage.kept import ACTION_KEYS


def tick(name: str, value: int | str | None) -> None:
    """Tick or untick an option. No tick, no answer."""
    keeping.record(("answer", name, ticked(st.session_state["answers"].get(name), value)))


def ticked(before: list[int] | str | None, value: int | str | None) -> list[int] | str | None:
    """*before* with *value* ticked or unticked; « ne sait pas » and « aucune » (None) stand alone."""
    if value in (UNKNOWN, None):
        after = UNKNOWN if value == UNKNOWN else []
        return None if before == after else after
    chosen = before if isinstance(before, list) else []
    after = [each for each in chosen if each != value] if value in chosen else [*chosen, value]
    return after or None


def swap(name: str) -> None:
    """Put the options ticked in the opposite order."""
    keeping.record(("answer", name, st.session_state["answers"][name][::-1]))


def rename(widget: str) -> None:
    """Keep the name that a widget holds."""
    keeping.record(("name", "", clean(st.session_state[widget]) or None))


def go(screen: str | None, target: str | None = None) -> None:
    """Show a screen, at the question *target* if there is one."""
    st.session_state.update(screen=screen, target=target, came_from=None, reread=())


def review(screen: str, question: str, line: str) -> None:
    """Show the question behind a reason, and remember the key of the *line* of the result to come back to."""
    go(screen, question)
    st.session_state["came_from"] = line


def choose(parts: Collection[PartId]) -> None:
    """Answer *parts* from their first screen on. Whoever only reads changes nothing."""
    go(None)
    if st.session_state["right"] == "read":
        return
    chosen = tuple(part for part in PARTS if part in parts)
    if chosen != st.session_state["parts"]:
        st.session_state["parts"] = chosen
        if keeping.holder():
            keeping.record(("parts", "", list(chosen)))


def go_whole() -> None:
    """Go on from the short version to the whole one; every answer stays."""
    choose(CHOICES["project"])
    st.session_state["parts_chosen"] = choice_made()


def resume(found: Answers) -> None:
    """Take up answers that were read from a file, as a new dossier: one that was open stays as it is.

    Raises StorageError while something of the open one could not be saved.
    """
    keeping.flush()
    if st.session_state["unsaved"] and st.session_state["not_saved"]:
        raise st.session_state["not_saved"]
    forget()
    st.session_state["edition"] = found.edition
    choose(parts_of(found))
    st.session_state["parts_chosen"] = choice_made()
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in found.values.items()}
    keeping.record(
        *(("answer", name, value) for name, value in values.items()),
        *(("shown", name, word) for name, word in found.shown.items()),
        *(("note", name, text) for name, text in found.notes.items()),
        *(("action", key, action_data(each)) for key, each in zip(ACTION_KEYS, found.actions, strict=False)),
        *((("name", "", found.subject.name),) if found.subject.name else ()),
    )


def forget() -> None:
    """Forget in this tab everything of this visit; what is saved stays saved."""
    st.session_state.update(nothing_yet())
    keeping.let_go()
