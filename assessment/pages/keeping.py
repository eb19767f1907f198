"""What this visit changes in, the same saved out; and what others saved since, taken up.

A change is in the tab at once and in *unsaved* until the store has given it back: whatever happens in between, it is
saved at the next run. A visit without trace saves nothing. Conflicts are never settled here: the person chooses.
"""

import secrets
from collections.abc import Iterable
from typing import Any

import streamlit as st
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assessment.content.shelf import digest, in_use
from assessment.errors import StorageError
from assessment.pages.content import opened
from assessment.storage.kept import Change, Conflict, Entry, Kind, Saved
from assessment.storage.opening import the_store
from assessment.storage.principals import ANYONE, Holder
from assessment.storage.rights import Refused

#: What has several keys -> where this tab holds it.
KEYED: dict[Kind, str] = {
    "answer": "answers",
    "shown": "shown",
    "note": "notes",
    "action": "actions",
    "done": "done",
}
#: A kind, a key (or nothing), a value (None: taken back).
Given = tuple[Kind, str, Any]


def nothing_kept() -> dict[str, Any]:
    """What is known of the dossier at first.

    *holder*, *right*: who this visit is to its dossier, and what its link allows; *token*: the private link, known only
    to the tab where it was made; *shared_token*: the last one made for somebody else; *seen*: the last entry that this
    tab knows; *saved*: kind and key -> the entry that the store gave back to this tab; *unsaved*: kind and key -> value
    still to be given to it; *not_saved*: why it did not take them; *conflicts*: what others saved about the same;
    *news*: what changed elsewhere; *closed*: why the dossier no longer opens; *reworded*: its questions changed since.
    """
    return {
        "holder": None,
        "right": None,
        "token": None,
        "shared_token": None,
        "seen": 0,
        "saved": {},
        "unsaved": {},
        "not_saved": None,
        "conflicts": {},
        "news": (),
        "closed": None,
        "reworded": False,
    }


def holder() -> Holder | None:
    """Who this visit is to its dossier; None before the first save, and without trace."""
    return st.session_state.get("holder")


def let_go() -> None:
    """Hold no dossier any more; the one that was held stays as it is."""
    st.session_state.update(nothing_kept())


def record(*given: Given) -> None:
    """Take changes into this tab, and save them unless nothing is to be kept or the person has to choose first."""
    state = st.session_state
    for kind, key, value in given:
        _take(kind, key, value)
        if not state.get("without_trace") and (kind, key) not in state["conflicts"]:
            state["unsaved"][kind, key] = value
    flush()


def flush() -> None:
    """Save what is not saved yet; what fails stays to be saved, and says why."""
    state = st.session_state
    if not state["unsaved"] or state["closed"]:
        return
    try:
        if state["holder"] is None:
            _open()
        else:
            _save()
        state["not_saved"] = None
    except Refused as error:
        state["closed"] = error
    except StorageError as error:
        state["not_saved"] = error


def follow() -> None:
    """Save what is left, then take up what others have saved; close the tab's dossier if its link was closed."""
    state = st.session_state
    flush()
    if state["holder"] is None or state["unsaved"] or state["closed"]:
        return
    try:
        _take_up(the_store().news(state["holder"], state["holder"].dossier, state["seen"]))
        state["not_saved"] = None
    except Refused as error:
        state["closed"] = error
    except StorageError as error:  # away for a moment: the next run tries again
        state["not_saved"] = error


def choose(kind: Kind, key: str, *, mine: bool) -> None:
    """Settle a conflict: keep what this tab says, or what was saved elsewhere."""
    theirs = st.session_state["conflicts"].pop((kind, key), None)
    if theirs is None:  # a second press, before the page was drawn without the button
        return
    record((kind, key, held(kind, key) if mine else theirs.value))
    redraw()


def reconcile(kind: Kind, key: str, shown: Any) -> None:  # noqa: ANN401 - JSON
    """Take up what the browser shows and this tab does not hold: it outlived its server and was answered since.

    What was saved before may only be old: the person is asked. What never was is an answer, and is saved.
    """
    if shown is None or shown == held(kind, key):
        return
    mine = holder()
    entries = the_store().news(mine, mine.dossier, 0) if mine else ()
    past = [entry for entry in entries if (entry.kind, entry.key) == (kind, key)]
    if any(entry.value == shown for entry in past):
        _take(kind, key, shown)
        st.session_state["conflicts"][kind, key] = past[-1]
    else:
        record((kind, key, shown))
    st.rerun()


def redraw() -> None:
    """Have widgets show what this tab holds now, and no longer what they show."""
    st.session_state["redrawn"] = secrets.token_hex(4)


def leave_no_trace() -> None:
    """Keep nothing of this visit on the server from now on: not even this session, once its tab is closed."""
    context = get_script_run_ctx()
    if context is not None:
        get_instance().mark_session_nonresumable(context.session_id)
    st.session_state["without_trace"] = True
    let_go()


def _open() -> None:
    """A new dossier for this visit, born with everything that the tab holds."""
    state, edition = st.session_state, opened()
    everything: Iterable[Given] = (
        *((kind, key, value) for kind, where in KEYED.items() for key, value in state[where].items()),
        ("name", "", state["name"] or None),
        ("parts", "", list(state["parts"])),
    )
    state["unsaved"] = {(kind, key): value for kind, key, value in everything if value is not None}
    made = the_store().create(ANYONE, edition.id, digest(in_use() / edition.id), _changes())
    state.update(holder=made.holder, right="answer", token=made.token, edition=edition.id)
    _told(made.saved)


def _changes() -> list[Change]:
    """What is still to be saved."""
    return [Change(*key, value) for key, value in st.session_state["unsaved"].items()]


def _save() -> None:
    state, store = st.session_state, the_store()
    mine, dossier = state["holder"], state["holder"].dossier
    try:
        saved = store.save(mine, dossier, _changes(), state["seen"])
    except Conflict as conflict:
        _take_up(conflict.entries)
        _take_up(store.news(mine, dossier, state["seen"]))
        if state["unsaved"]:
            _save()
        return
    _take_up(saved.news)
    _told(saved)


def _told(saved: Saved) -> None:
    """What the store gave back is saved; what changed in the tab since stays to be saved."""
    state = st.session_state
    for entry in saved.entries:
        state["unsaved"].pop((entry.kind, entry.key), None)
        state["saved"][entry.kind, entry.key] = entry
    state["seen"] = saved.seq


def _take_up(entries: Iterable[Entry]) -> None:
    """Take what others saved into this tab; where the tab itself says otherwise, the person will choose."""
    state, changed = st.session_state, []
    for entry in entries:
        state["seen"] = max(state["seen"], entry.seq)
        key = entry.kind, entry.key
        if key in state["conflicts"] or state["unsaved"].get(key, entry.value) != entry.value:
            state["conflicts"][key] = entry
            state["unsaved"].pop(key, None)
            continue
        if held(*key) == entry.value:
            continue
        _take(entry.kind, entry.key, entry.value)
        changed.append(key)
    if changed:
        redraw()
        state["news"] = tuple(changed)


def held(kind: Kind, key: str) -> Any:  # noqa: ANN401 - JSON
    """What this tab says of something; None when it says nothing."""
    state = st.session_state
    match kind:
        case "answer" | "shown" | "note" | "action" | "done":
            return state[KEYED[kind]].get(key)
        case "name":
            return state["name"] or None
        case "parts":
            return list(state["parts"])
    return state.get("result_seen")


def _take(kind: Kind, key: str, value: Any) -> None:  # noqa: ANN401 - JSON
    """Hold a value in this tab; None takes it back."""
    state = st.session_state
    match kind:
        case "answer" | "shown" | "note" | "action" | "done":
            held = state[KEYED[kind]]
            if value is None:
                held.pop(key, None)
            else:
                held[key] = value
        case "name":
            state["name"] = value or ""
        case "parts":
            state["parts"] = tuple(value)
        case "result":
            state["result_seen"] = value
