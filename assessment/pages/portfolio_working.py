"""Projects in, what is shown of each out: kept one by one, with a bar that can be stopped when it takes long."""

import os
import time
from collections import OrderedDict
from collections.abc import Hashable, Iterator, Sequence
from threading import Lock

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.shelf import in_use
from assessment.pages import wording_of_portfolio as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.pages.thousands import grouped
from assessment.portfolio.projects import Project
from assessment.portfolio.screened import Pooled, Screened, screened, screened_many

#: Projects kept, those asked for last: about 1 KiB each.
KEPT = 20_000
#: Fewer are worked out before another process has started.
WORTH_A_POOL = 1_500
#: Seconds without a word, and between two words.
PATIENCE, PACE = 0.7, 0.3

_LOCK, _POOLED = Lock(), Pooled()
#: The edition is kept beside what it gave, so that its identity stays its own.
_KEPT: "OrderedDict[Hashable, tuple[Edition, Screened]]" = OrderedDict()


def work_out(projects: Sequence[Project], edition: Edition) -> tuple[Screened, ...] | None:
    """What is shown of every project; None when the person stopped it, and was told."""
    keys = [_key(each, edition) for each in projects]
    left = [(key, each) for key, each in zip(keys, projects, strict=True) if key not in _KEPT]
    if left and st.session_state.get("working_stopped"):
        _tell_stopped(len(projects) - len(left), len(projects))
        return None
    fresh = _work(left, len(projects), edition) if left else {}
    with _LOCK:
        found = [_KEPT.get(key) or (edition, fresh[key]) for key in keys]
        for key, each in zip(keys, found, strict=True):
            _KEPT[key] = each
            _KEPT.move_to_end(key)
        while len(_KEPT) > max(KEPT, len(keys)):
            _KEPT.popitem(last=False)
    return tuple(each for _, each in found)


def _key(project: Project, edition: Edition) -> Hashable:
    """Deposits never change: only what the owner did since, and how it is shown, tell two states of one apart."""
    readings = tuple((question, repr(each.value)) for question, each in sorted(project.readings.items()))
    return id(edition), project.id, project.name, project.shares, readings


def _work(left: Sequence[tuple[Hashable, Project]], total: int, edition: Edition) -> dict[Hashable, Screened]:
    """Each of those left, kept as soon as it is found."""
    fresh: dict[Hashable, Screened] = {}
    here, began = st.empty(), time.monotonic()
    bar, told = None, began + PATIENCE
    for (key, _), each in zip(left, _found([project for _, project in left], edition), strict=True):
        fresh[key] = _POOLED.again(each)
        with _LOCK:
            _KEPT[key] = edition, fresh[key]
        if time.monotonic() >= told and len(fresh) < len(left):
            done = total - len(left) + len(fresh)
            text = wording.WORKING.format(done=grouped(done), total=grouped(total))
            bar = bar or _bar(here)
            bar.progress(done / total, text=markdown(text))  # where the run ends, when the person stops it
            told = time.monotonic() + PACE
    here.empty()
    return fresh


def _found(projects: list[Project], edition: Edition) -> Iterator[Screened]:
    if len(projects) < WORTH_A_POOL:
        yield from (screened(each, edition) for each in projects)
    else:
        yield from screened_many(projects, edition, min(os.cpu_count() or 1, 4), in_use())


def _bar(here: "st.delta_generator.DeltaGenerator") -> "st.delta_generator.DeltaGenerator":
    with here.container(key="working"):
        st.title(markdown(wording.WORKING_TITLE), anchor=False)  # the page that comes arrives at its own
        bar = st.progress(0.0)
        st.button(markdown(wording.STOP_WORKING), key="stop_working", on_click=_stop)
    return bar


def _tell_stopped(done: int, total: int) -> None:
    head(wording.WORKING_TITLE, place="working")
    told = wording.WORK_STOPPED.format(done=grouped(done), total=grouped(total))
    st.html(f'<p class="aside" role="status">{markup(told)}</p>')
    st.button(markdown(wording.GO_ON_WORKING), key="go_on_working", type="primary", on_click=_go_on)


def _stop() -> None:
    st.session_state["working_stopped"] = True


def _go_on() -> None:
    st.session_state["working_stopped"] = False
