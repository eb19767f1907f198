"""What files gave in, the same in words out: how many projects and from where, and every line to correct."""

import streamlit as st

from assessment.pages import wording_of_importing as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.gathering_twice import ANCHOR as TWICE_ANCHOR
from assessment.pages.importing_files import Taken, told
from assessment.portfolio.rows import Flaw

#: Problems on the page; all of them are in the file to download.
SHOWN = 40
#: The id of what became of an import, where the page arrives.
OUTCOME = "import_outcome"


def tell_found(taken: Taken, same: int) -> None:
    """How many projects can enter, how many are there already, and what is known of where they come from."""
    count = len(taken.given)
    sentences = [wording.FOUND_NONE]
    if count:
        sentences = [wording.FOUND_ONE if count == 1 else wording.FOUND_MANY.format(count=count)]
    for origin, words in (("ours", wording.OURS), ("unverified", wording.UNVERIFIED)):
        if found := taken.of_origin(origin):
            sentences.append(words.format(count=found))
    if same:
        sentences.insert(1, wording.SAME_ONE if same == 1 else wording.SAME_MANY.format(count=same))
    st.html(f'<p class="aside" role="status" id="{OUTCOME}">{"<br>".join(map(markup, sentences))}</p>')


def tell_added(said: str, alike: int) -> None:
    """What became of an import; *alike*: cases of the same project twice that are to be settled."""
    more = wording.ALIKE_ONE if alike == 1 else wording.ALIKE_MANY.format(count=alike)
    link = f' <a href="#{TWICE_ANCHOR}">{markup(more)}</a>' if alike else ""
    st.html(f'<p class="aside" role="status" id="{OUTCOME}">{markup(said)}{link}</p>')


def tell_refused(taken: Taken, mark: str) -> None:
    """Every row and file that cannot enter, and the file to correct; *mark* tells this import from another."""
    if taken.flaws:
        count = taken.refused
        title = wording.REFUSED_ONE if count == 1 else wording.REFUSED_MANY.format(count=count)
        st.html(
            f'<section class="problems" role="alert"><h2>{markup(title)}</h2><p>{markup(wording.REFUSED_TEXT)}</p>'
            f"{_listed(taken.flaws)}</section>"
        )
        st.download_button(
            markdown(wording.HAND_BACK),
            data=taken.handed_back,
            file_name=wording.HAND_BACK_FILE.format(mark=mark),
            mime="text/csv",
            on_click="ignore",
            key="hand_back",
        )
    if taken.notes:
        with st.expander(markdown(wording.NOTES.format(count=len(taken.notes))), key="import_notes"):
            st.html(_listed(taken.notes))


def _listed(flaws: list[Flaw]) -> str:
    lines = "".join(
        f"<li><strong>{markup(where)}</strong> {markup(what)}</li>" for where, what in map(told, flaws[:SHOWN])
    )
    left = len(flaws) - SHOWN
    more = f"<p>{markup(wording.MORE.format(count=left))}</p>" if left > 0 else ""
    return f"<ul>{lines}</ul>{more}"
