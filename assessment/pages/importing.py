"""Files that an owner received elsewhere in, projects of a gathering out: read, looked at, then added.

Nothing enters before the owner says so. Reading and adding take their time in small steps: a bar tells them, a button
stops them, and whatever draws the page again meanwhile goes on where they were.
"""

import secrets
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, field, replace

import streamlit as st

from assessment.content.shelf import in_use, open_edition
from assessment.errors import Problem, StorageError
from assessment.pages import problems
from assessment.pages import wording_of_importing as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.gathering_onward import lead_on
from assessment.pages.gathering_received import Received
from assessment.pages.importing_files import Taken, distinct, take
from assessment.pages.importing_told import OUTCOME, tell_added, tell_found, tell_refused
from assessment.portfolio.duplicates import there_already
from assessment.storage.gathered import Gathering, Given
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import Owner

#: Files at once, projects added in one step, and seconds between two looks at what is read.
MOST, STEP, PACE = 200, 250, 0.25


@dataclass
class Import:
    """One import: the *files* still to read, what was *taken*, where it is, and what became of it.

    *to_read* and *to_add* while that goes on; *added*: how many projects entered; *wrong*: why no more did.
    """

    files: list[tuple[str, bytes]] = field(default_factory=list)
    count: int = 0
    taken: Taken = field(default_factory=Taken)
    to_read: bool = False
    to_add: bool = False
    asked: bool = False
    added: int = 0
    said: str = ""
    wrong: StorageError | None = None
    mark: str = field(default_factory=lambda: secrets.token_hex(4))


def arrival(gathering: str) -> tuple[str, str | None]:
    """Where the page arrives: a mark of the last outcome of an import, and the id of where it is told."""
    now = _import_of(gathering)
    if now.said or now.asked:
        st.session_state["import_arrived"] = f" {now.mark} {now.asked} {now.said}"
        return st.session_state["import_arrived"], OUTCOME
    return st.session_state.get("import_arrived", ""), None


def show(owner: Owner, gathering: Gathering, projects: Received) -> None:
    """The section of the owner's page; *projects*: what was received before."""
    st.header(markdown(wording.IMPORT), anchor=False)
    now = _import_of(gathering.id)
    if now.to_read:
        _read(now, gathering)
    if now.to_add:
        _add(now, owner, gathering)
    if now.wrong:
        problems.show(now.wrong, wording.NOT_ADDED)
    if now.said:
        tell_added(now.said, len(projects.alike))
        if now.added:
            lead_on(gathering, "_from_import")
    if now.asked:
        _ask_to_add(now, gathering.id, projects)
    elif now.files:
        _ask_to_go_on(now, gathering.id)
    if now.taken.flaws or now.taken.notes:
        tell_refused(now.taken, now.mark)
    if not (now.asked or now.files):
        _ask_for_files(now, gathering)


def _import_of(gathering: str) -> Import:
    return st.session_state.setdefault("imports", {}).setdefault(gathering, Import())


def _ask_for_files(now: Import, gathering: Gathering) -> None:
    st.html(f"<p>{markup(wording.IMPORT_TEXT.format(most=MOST))}</p><p>{markup(wording.TEMPLATE_TEXT)}</p>")
    st.download_button(
        markdown(wording.TEMPLATE),
        data=lambda: _template(gathering),
        file_name=wording.TEMPLATE_FILE,
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        key="template",
    )
    # Any type of file is let in: what is wrong with it is told in French, by us.
    given = st.file_uploader(markdown(wording.FILES), accept_multiple_files=True, key=f"files_{now.mark}")
    if len(given) > MOST:
        what, remedy = wording.TOO_MANY
        found = Problem("too-many-files", wording.FILE, what.format(count=len(given)), remedy.format(most=MOST))
        problems.show(StorageError([found]), wording.NOT_READ)
    elif given:
        label = wording.READ_ONE if len(given) == 1 else wording.READ_MANY.format(count=len(given))
        st.button(markdown(label), type="primary", key="read_files", on_click=_begin, args=(gathering.id,))


def _template(gathering: Gathering) -> bytes:
    from assessment.portfolio.template import template  # xlsxwriter: only for whoever asks

    return template(open_edition(gathering.edition, in_use()), gathering.terms.parts)


def _begin(gathering: str) -> None:
    """Take the files as they are now: the field lets them go, and so does this once they are read."""
    mark = _import_of(gathering).mark
    given = st.session_state.get(f"files_{mark}") or ()
    files = list(zip(distinct(each.name for each in given), (each.getvalue() for each in given), strict=True))
    st.session_state["imports"][gathering] = Import(files, len(files), to_read=bool(files))


def _read(now: Import, gathering: Gathering) -> None:
    """Read one file after the other, each in a thread that is left alone when somebody stops."""
    edition = open_edition(gathering.edition, in_use())
    bar = st.progress(_share(now), markdown(_reading(now)))
    st.button(markdown(wording.STOP), key="stop_reading", on_click=_stop_reading, args=(gathering.id,))
    pool = ThreadPoolExecutor(1)
    try:
        while now.files:
            name, content = now.files[0]
            future = pool.submit(take, content, name, edition)
            while not _is_there(future):
                bar.progress(_share(now), markdown(_reading(now)))
            now.taken.add(future.result())
            now.files.pop(0)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    now.to_read, now.asked = False, True
    st.rerun()


def _is_there(future: Future[Taken]) -> bool:
    try:
        future.exception(PACE)
    except NotYet:
        return False
    return True


def _share(now: Import) -> float:
    return (now.count - len(now.files)) / now.count


def _reading(now: Import) -> str:
    return wording.READING.format(place=now.count - len(now.files) + 1, count=now.count)


def _ask_to_add(now: Import, gathering: str, projects: Received) -> None:
    """What was found, and whether it is to enter; what is there already, word for word, only when one insists."""
    given = now.taken.given
    held = [each.content for each in (*projects.there, *(each for each, _ in projects.aside))]
    fresh = [
        each for each, same in zip(given, there_already((one.content for one in given), held), strict=True) if not same
    ]
    count = len(given)
    tell_found(now.taken, count - len(fresh))
    with st.container(horizontal=True):
        if fresh:
            one, many = (
                (wording.ADD_ONE, wording.ADD_MANY) if len(fresh) == count else (wording.ADD_NEW_ONE, wording.ADD_NEW)
            )
            label = one if len(fresh) == 1 else many.format(count=len(fresh))
            st.button(markdown(label), type="primary", key="add_projects", on_click=_agree, args=(gathering, fresh))
        if len(fresh) < count:
            label = wording.ADD_ALL.format(count=count)
            st.button(markdown(label), key="add_all", on_click=_agree, args=(gathering, given))
        other = wording.ADD_NONE if count else wording.ANOTHER
        st.button(markdown(other), key="add_nothing", on_click=_end, args=(gathering, ""))


def _ask_to_go_on(now: Import, gathering: str) -> None:
    """After a stop: the files that are left are still here."""
    with st.container(horizontal=True):
        label = wording.GO_ON.format(count=len(now.files))
        st.button(markdown(label), type="primary", key="go_on_reading", on_click=_go_on, args=(gathering,))
        st.button(markdown(wording.ADD_NONE), key="add_nothing", on_click=_end, args=(gathering, ""))


def _go_on(gathering: str) -> None:
    now = _import_of(gathering)
    now.to_read, now.said = True, ""


def _stop_reading(gathering: str) -> None:
    now = _import_of(gathering)
    now.to_read, now.said = False, wording.READING_STOPPED


def _agree(gathering: str, given: list[Given]) -> None:
    now = _import_of(gathering)
    now.to_add, now.asked, now.taken.given = True, False, list(given)


def _add(now: Import, owner: Owner, gathering: Gathering) -> None:
    """Add what was read, some at a time; each step is kept whole or not at all."""
    count = now.added + len(now.taken.given)
    bar = st.progress(now.added / count, markdown(wording.ADDING.format(done=now.added, count=count)))
    st.button(markdown(wording.STOP), key="stop_adding", on_click=_end, args=(gathering.id, ""))
    try:
        while now.taken.given:
            step = now.taken.given[:STEP]
            the_gatherings().add(owner, gathering.id, step)
            del now.taken.given[: len(step)]
            now.added += len(step)
            bar.progress(now.added / count, markdown(wording.ADDING.format(done=now.added, count=count)))
    except StorageError as error:
        now.wrong = error
    now.to_add = False
    now.said = _added(now.added)
    st.rerun()


def _end(gathering: str, said: str) -> None:
    """Let go of what was not added; what was stays, and then so do the problems that were told."""
    before, after = _import_of(gathering), Import(said=said)
    if before.to_add:
        after.said = f"{wording.ADDING_STOPPED} {_added(before.added)}"
        after.taken = replace(before.taken, given=[])
    st.session_state["imports"][gathering] = after


def _added(count: int) -> str:
    return wording.ADDED_ONE if count == 1 else wording.ADDED_MANY.format(count=count)
