"""Files of participants in, a group for this tab only out: nothing is kept, and nothing leaves this visit."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Protocol

import streamlit as st

from assessment.content.shelf import editions, in_use, open_edition
from assessment.engine.answers import Answers
from assessment.engine.assess import assess
from assessment.errors import AnswersError, Problem
from assessment.pages import paths, problems
from assessment.pages import wording_of_programme as wording
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.importing_files import Taken, take
from assessment.pages.programme_opened import Known, OpenGroup
from assessment.portfolio.projects import read_content
from assessment.programme.group import EVERYTHING, gather, named
from assessment.report.typography import french

#: Participants of one programme, and files at once.
MOST = 60


class Dropped(Protocol):
    """A file that the browser sent."""

    name: str
    file_id: str

    def getvalue(self) -> bytes:
        """All of it."""


def open_dropped() -> OpenGroup | None:
    """The group that the dropped files make; None while there is none, everything being said."""
    st.html(f'<p class="lead">{markup(wording.DROP_TEXT)}</p>')
    files = st.file_uploader(markdown(wording.DROP), accept_multiple_files=True, key="programme_dropped")
    if not files:
        st.html(f"<p>{markup(wording.DROP_OR)}</p>")
        if st.button(markdown(wording.TO_GATHERINGS), key="to_gatherings"):
            st.switch_page(paths.GATHERINGS)
        return None
    if len(files) > MOST:
        what, remedy = wording.TOO_MANY
        problems.show(
            AnswersError([Problem("too-many-files", wording.FILES_WHERE, what.format(most=MOST), remedy)]),
            wording.NOT_READ,
        )
        return None
    taken = _read(files)
    if taken.flaws:
        found = [Problem("refused", each.where, each.reason, each.remedy) for each in taken.flaws]
        problems.show(AnswersError(found), wording.NOT_READ)
    return _group(taken)


def _read(files: Iterable[Dropped]) -> Taken:
    """What the files give; each is read once in a visit, with a bar while that goes on."""
    known: dict[str, Taken] = st.session_state.setdefault("programme_files", {})
    files = list(files)
    new = [each for each in files if each.file_id not in known]
    if new:
        bar = st.progress(0.0, text=french(wording.READING))
        for place, each in enumerate(new, start=1):
            known[each.file_id] = take(each.getvalue(), each.name, opened())
            bar.progress(place / len(new), text=french(wording.READING))
        bar.empty()
    whole = Taken()
    for each in files:
        whole.add(known[each.file_id])
    return whole


def _group(taken: Taken) -> OpenGroup | None:
    """The group of what was read; tells when it comes from several editions."""
    if not taken.given:
        return None
    names = {str(each.content.get("edition") or opened().id) for each in taken.given}
    if len(names) > 1 or not names <= set(editions(in_use())):
        what, remedy = wording.SEVERAL_EDITIONS
        problems.show(AnswersError([Problem("several-editions", wording.FILES_WHERE, what, remedy)]), wording.NOT_READ)
        return None
    edition = open_edition(names.pop(), in_use())
    key = ("dropped", sha256(repr([each.content for each in taken.given]).encode()).hexdigest())
    held: OpenGroup | None = st.session_state.get("programme_group")
    if held and held.key == key:
        return held
    found = [read_content(each.content, edition) for each in taken.given]
    sources = [each.source for each in taken.given]
    people = (
        (_name(each, source), assess(each, edition), EVERYTHING) for each, source in zip(found, sources, strict=True)
    )
    st.session_state["programme_group"] = OpenGroup(key, Known(gather(named(people), edition)))
    return st.session_state["programme_group"]


def _name(answers: Answers, source: str) -> str:
    """How a participant is called: as they said, else by their file."""
    return answers.subject.name or source.rpartition(".")[0] or source
