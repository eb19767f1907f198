"""Content that somebody is writing: the page follows every save, and what is wrong with it is listed on top.

Proofs take seconds: they run beside the page, the quick ones first, once for each state of the files that lasts.
"""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from threading import Thread

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.names import File
from assessment.content.shelf import files_of, fingerprint, in_use
from assessment.errors import AssessmentError, Problem
from assessment.pages import wording
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.problems import listed
from assessment.proofs.places import Places
from assessment.proofs.review import review
from assessment.proofs.worked_examples import disagreements

#: An edition and its files -> everything that is wrong with it.
Proof = Callable[[Edition, tuple[File, ...]], Iterable[Problem]]
#: One for each proof, in their order.
Found = tuple[Future[tuple[Problem, ...]], ...]
EVERY = 1  # seconds between two looks at the files
QUIET = 1  # seconds without a save before the proofs begin


def _examples(edition: Edition, files: tuple[File, ...]) -> Iterable[Problem]:
    return disagreements(edition, places=Places(files))


def _everything(edition: Edition, files: tuple[File, ...]) -> Iterable[Problem]:
    return review(edition, files).problems


#: The quick proof first; the last one tells everything.
PROOFS: tuple[Proof, ...] = (_examples, _everything)


def follow() -> None:
    """Show the page again whenever a file is saved, and what the proofs find."""
    with st.container(key="preview"):
        st.html(f'<p class="note">{markup(wording.PREVIEW)}</p>')
        _follow(fingerprint(in_use()))


@st.fragment(run_every=EVERY)
def _follow(shown: object) -> None:
    if fingerprint(in_use()) != shown:
        st.rerun(scope="app")
    try:
        edition = opened()
    except AssessmentError:
        return  # the page itself tells it
    _show(_proving(edition.id, shown, edition))


@st.cache_resource(show_spinner=False, max_entries=2)
def _proving(name: str, shown: object, _edition: Edition) -> Found:
    """The proofs of one state of the files, under way. A daemon makes them, so that the server can always stop."""
    found: Found = tuple(Future() for _ in PROOFS)

    def prove() -> None:
        time.sleep(QUIET)
        for proof, future in zip(PROOFS, found, strict=True):
            if fingerprint(in_use()) != shown:
                return
            try:
                future.set_result(tuple(proof(_edition, files_of(name, in_use()))))
            except Exception as error:  # told where the result is asked for
                future.set_exception(error)

    Thread(target=prove, daemon=True).start()
    return found


def _show(found: Found) -> None:
    done = [each.result() for each in found if each.done()]
    problems, under_way = (done[-1] if done else ()), len(done) < len(found)
    if problems:
        count = len(problems)
        title = wording.PREVIEW_PROBLEM if count == 1 else wording.PREVIEW_PROBLEMS.format(count=count)
        with st.expander(markdown(title), key="preview_problems"):
            st.html(listed(problems))
    if under_way or not problems:
        told = wording.PREVIEW_PROVING if under_way else wording.PREVIEW_NO_PROBLEM
        st.html(f'<p class="note" role="status">{markup(told)}</p>')
