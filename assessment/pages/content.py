"""The edition that the pages show, opened once for everybody."""

import os
from pathlib import Path

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.shelf import SHIPPED, edition_of, fingerprint, open_edition


def root() -> Path:
    """The folder of the content: JALONS_CONTENT (`jalons serve --preview`), else what is shipped."""
    return Path(os.environ.get("JALONS_CONTENT") or SHIPPED)


def in_preview() -> bool:
    """Whether this is content that somebody is writing."""
    return bool(os.environ.get("JALONS_CONTENT"))


def opened() -> Edition:
    """The edition of this visit's answers, or the current one; raises ContentError with every problem."""
    return _opened(st.session_state.get("edition"), root(), fingerprint(root()))


def opened_for(data: object) -> Edition:
    """The edition that an answer file's data names; raises like `opened`."""
    return edition_of(data, root())


@st.cache_resource(show_spinner=False, max_entries=4)
def _opened(name: str | None, folder: Path, files: object) -> Edition:
    """Opened again when *files* changes; a name that begins with « _ » would not count."""
    return open_edition(name, folder)
