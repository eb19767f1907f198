"""The address and the cookie of a visit in, the dossier that they open out: taken up once, when the visit begins."""

import streamlit as st

from assessment.content.shelf import digest, in_use
from assessment.engine.answers import PARTS
from assessment.errors import Problem, StorageError
from assessment.pages import keeping, state
from assessment.pages import wording_of_dossier as wording
from assessment.pages.content import opened
from assessment.settings import VISIT_COOKIE
from assessment.storage.kept import Dossier
from assessment.storage.opening import the_store
from assessment.storage.principals import ANYONE, Holder

#: The dossier that a tab shows, in its address: a public id, no secret.
PARAMETER = "d"
#: In the address of a tab that leaves no trace: a reload, or a server that starts anew, must not forget it.
WITHOUT_TRACE = "sans-trace"


def come_back() -> None:
    """At the first run of a visit, take up the dossier that its address names, if its browser was let in."""
    if "holder" in st.session_state:
        _write_address()
        return
    keeping.let_go()
    state.begin()
    if WITHOUT_TRACE in st.query_params:
        keeping.leave_no_trace()
        return
    named = st.query_params.get(PARAMETER)
    if not named:
        return
    try:
        holder = the_store().visit(ANYONE, session(), named)
        if holder is None:  # nothing is drawn that the browser could still hold answers to
            raise StorageError([Problem("left", wording.THIS_DOSSIER, wording.LEFT, wording.LEFT_REMEDY)])
        take_up(holder)
    except StorageError as error:
        st.session_state["closed"] = error


def session() -> str:
    """The cookie of this browser; empty when no private link let it in."""
    return st.context.cookies.get(VISIT_COOKIE, "")


def take_up(holder: Holder) -> None:
    """Show a dossier in this tab, where its last answer was given; raises StorageError."""
    dossier = the_store().read(holder, holder.dossier)
    st.session_state.update(state.nothing_yet())
    keeping.let_go()
    st.session_state.update(
        holder=holder,
        right=dossier.right.value,
        seen=dossier.seq,
        edition=dossier.edition,
        answers=dict(dossier.values("answer")),
        shown=dict(dossier.values("shown")),
        notes=dict(dossier.values("note")),
        actions=dict(dossier.values("action")),
        done=dict(dossier.values("done")),
        name=dossier.values("name").get("", ""),
        parts=_parts(dossier),
        result_seen=not dossier.is_draft,
        reworded=dossier.digest != digest(in_use() / dossier.edition),
    )
    st.session_state["parts_chosen"] = state.choice_made()
    st.session_state["screen"] = _last_screen(dossier)
    _write_address()


def _last_screen(dossier: Dossier) -> str | None:
    """The screen of the last answer, where the person was; the name is asked on the last one."""
    steps = state.current_steps(opened())
    screens = {("answer", question.id): step.id for step in steps for question in step.questions}
    screens["name", ""] = steps[-1].id
    given = ((each.kind, each.key) for each in reversed(dossier.entries))
    return next((screens[each] for each in given if each in screens), None)


def _parts(dossier: Dossier) -> tuple[str, ...]:
    kept = dossier.values("parts").get("", ["project", "doors"])
    return tuple(part for part in PARTS if part in kept)


def address() -> dict[str, str]:
    """What the address of every page of this visit says; a link that says it too spares the browser to add it."""
    holder, said = keeping.holder(), {}
    if st.session_state.get("without_trace"):
        said[WITHOUT_TRACE] = "oui"
    if holder:
        said[PARAMETER] = holder.dossier
    return said


def go(page: str) -> None:
    """Go to another page in one step of the browser's history, so that its Back comes back."""
    st.switch_page(page, query_params=address())


def _write_address() -> None:
    for name, value in address().items():
        if st.query_params.get(name) != value:
            st.query_params[name] = value
