"""What a click or a word changes among the next actions of this visit: at most three, each saved at once, as answers.

An action stands under a key of its own as long as it is to be done. Done, it leaves its key free and stays as « done ».
"""

import datetime
import textwrap

import streamlit as st

from assessment.engine.actions import LONGEST, Action, action_data, actions_of
from assessment.engine.answers import clean
from assessment.pages import keeping
from assessment.pages import wording_of_actions as wording
from assessment.pages.saved import today
from assessment.report.typography import french
from assessment.storage.kept import ACTION_KEYS


def held() -> dict[str, Action]:
    """Key -> action, in order."""
    return {key: actions_of([value])[0] for key, value in sorted(st.session_state["actions"].items())}


def free() -> str | None:
    """The first key without action; None when all are taken."""
    return next((key for key in ACTION_KEYS if key not in st.session_state["actions"]), None)


def is_taken(about: str) -> bool:
    """Whether an action was made of this line of the result."""
    return any(each.about == about for each in held().values())


def take(what: str, about: str) -> None:
    """Make an action of a line; when there are three, remember that it was asked."""
    keeping.follow()  # what another tab took meanwhile has its key
    if is_taken(about):
        return
    key, state = free(), st.session_state
    if key is None:
        state["full_at"] = about
        return
    state["undo"] = None
    what = textwrap.shorten(clean(french(what), 2 * LONGEST), LONGEST, placeholder="…")
    keeping.record(("action", key, action_data(Action(what, about=about))))
    keeping.redraw()  # fields with words that were never saved give way


def write(key: str, what: str, who: str, by: str) -> None:
    """Keep what the fields of an action say; what cannot be kept stays as it was, and is told."""
    if key not in ACTION_KEYS:
        return
    before, state = held().get(key), st.session_state
    found, trouble = written(before, (what, who, by), today())
    state["trouble_of_action"] = trouble and (key, trouble)
    if found is None or found == before:
        return
    state["undo"] = None
    keeping.record(("action", key, action_data(found)))


def reconcile(key: str, what: str, who: str, by: str) -> None:
    """Take up what the fields of an action show and this tab does not hold: it outlived its server."""
    before = held().get(key)
    found, _ = written(before, (what, who, by), today())
    if before and found:
        keeping.reconcile("action", key, action_data(found))


def written(
    before: Action | None, fields: tuple[str, str, str], day: datetime.date
) -> tuple[Action | None, str | None]:
    """The action that fields say on some *day*, and why one of them was left as it was.

    >>> written(None, ("Appeler", "", "2026-01-02"), datetime.date(2026, 5, 1))[1] == wording.PAST
    True
    """
    what, who, by = clean(fields[0], LONGEST), clean(fields[1]) or None, _day(fields[2])
    if not what:
        return before, wording.NO_WORDS if before else None
    kept = before.by if before else None
    past = by is not None and by < day and by != kept
    return Action(what, who, kept if past else by, before and before.about), wording.PAST if past else None


def finish(key: str, place: str) -> None:
    """Take an action out of the list, and keep that it was done; *place*: the page where it is told."""
    numbers = [int(each.partition(".")[2]) for each in st.session_state["done"] if each.startswith(f"{key}.")]
    _leave(key, f"{key}.{max(numbers, default=0) + 1}", place)


def remove(key: str, place: str) -> None:
    """Take an action out of the list."""
    _leave(key, None, place)


def undo() -> None:
    """Put back the action that left the list last."""
    state = st.session_state
    if state["undo"] is None:  # a second press, before the page was drawn without the button
        return
    (done, value, _), key = state["undo"], free()
    state["undo"] = None
    if key is not None:
        keeping.record(("action", key, value), *((("done", done, None),) if done else ()))
        keeping.redraw()


def _leave(key: str, done: str | None, place: str) -> None:
    """Take an action out of the list, unless another tab has just changed it: that is told, and the person looks."""
    state, seen = st.session_state, st.session_state["actions"].get(key)
    keeping.follow()
    if seen is None or state["actions"].get(key) != seen or ("action", key) in state["conflicts"]:
        return
    keeping.record(("action", key, None), *((("done", done, seen),) if done else ()))
    state["undo"], state["arrive_at_actions"] = (done, seen, place), True
    keeping.redraw()


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
