"""A gathering in, all that it holds in one JSON file out: at once, or made with a bar that a button stops."""

import secrets
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import IO

import streamlit as st

from assessment.content.shelf import editions, in_use, open_edition
from assessment.errors import StorageError
from assessment.pages import problems, saved
from assessment.pages import wording_of_exports as words
from assessment.pages import wording_of_gatherings as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.making import Making
from assessment.pages.thousands import grouped
from assessment.storage.gathered import Gathering
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import Owner

#: Projects whose file is made while it is asked for: half a second's work at most, when only results are shared.
AT_ONCE = 60
#: The gathering whose file is being made; what came of it.
_ASKED, _MADE = "everything_asked", "everything_made"


@dataclass(frozen=True)
class Made:
    """The file of a gathering, of one of its versions: once something changes, it is no longer all. None: stopped."""

    gathering: str
    version: int = 0
    file: IO[bytes] | None = None


def offer(owner: Owner, gathering: Gathering, *, blind: bool) -> None:
    """The section of the owner's page; *blind*: nothing that names a project goes out."""
    st.header(markdown(wording.TAKE_AWAY), anchor=False)
    if blind:
        st.html(f"<p>{markup(wording.TAKE_AWAY_BLIND)}</p>")
        return
    st.html(f"<p>{markup(wording.TAKE_AWAY_TEXT)}</p>")
    if gathering.projects <= AT_ONCE:
        st.download_button(
            markdown(wording.TAKE_AWAY_NOW),
            data=lambda: b"".join(_pieces(owner)),
            file_name=_name(gathering),
            mime="application/json",
            on_click="ignore",
            key="everything",
        )
        return
    label = wording.TAKE_AWAY_MANY.format(count=grouped(gathering.projects))
    st.button(markdown(label), key="everything_ask", on_click=_ask, args=(gathering.id,))
    if st.session_state.get(_ASKED) == gathering.id:
        _make(owner, gathering)
        del st.session_state[_ASKED]
    _tell(gathering)


def _ask(gathering: str) -> None:
    """Made in the run that follows, and again if that one is cut short."""
    st.session_state[_ASKED] = gathering
    st.session_state.pop(_MADE, None)  # whoever still holds the file may read it; then it is gone


def _stop(gathering: str) -> None:
    st.session_state.pop(_ASKED, None)
    st.session_state[_MADE] = Made(gathering)


def _pieces(owner: Owner) -> Iterator[bytes]:
    """UTF-8 JSON of all that is kept but for secrets and what was not shared, project by project.

    It is read once the first piece is asked for. Raises StorageError.
    """
    from assessment.storage.gathering_export import export_pieces

    found = the_gatherings().everything(owner, owner.gathering)
    named = {each.edition for each in found.projects} & set(editions(in_use()))
    yield from export_pieces(found, {name: open_edition(name, in_use()) for name in named})


def _make(owner: Owner, gathering: Gathering) -> None:
    """Write the file where nobody else finds it, and tell how far it came."""
    making = Making("everything", partial(_stop, gathering.id))
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it stays until it is taken
    try:
        for piece in making.watched(_pieces(owner), gathering.projects, at_once=True):
            file.write(piece)
    except StorageError as error:
        file.close()
        problems.show(error, wording.NOT_DONE)
    except BaseException:  # the person stopped it, or left: nobody will ask for half a file
        file.close()
        raise
    else:
        st.session_state[_MADE] = Made(gathering.id, gathering.version, file)


def _tell(gathering: Gathering) -> None:
    """What was made, ready to be taken, or that it was stopped."""
    made = st.session_state.get(_MADE)
    if made is None or made.gathering != gathering.id:
        return
    file = made.file
    if file is None:
        st.html(f'<p class="aside" role="status">{markup(words.STOPPED)}</p>')
    elif made.version == gathering.version:
        st.html(f'<p class="aside" role="status">{markup(wording.TAKE_AWAY_READY)}</p>')
        st.download_button(
            markdown(wording.TAKE_AWAY_NOW),
            data=lambda: _read(file),
            file_name=_name(gathering),
            mime="application/json",
            type="primary",
            on_click="ignore",
            key="everything",
        )


def _name(gathering: Gathering) -> str:
    """Streamlit names a large file by a part of what it holds, and by its name: the mark keeps two apart."""
    mark = st.session_state.setdefault("everything_mark", secrets.token_hex(4))
    return wording.FILE.format(day=saved.today().isoformat(), mark=f"{mark}{gathering.version}")


def _read(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()
