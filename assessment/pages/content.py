"""The edition that the pages show, opened once for everybody."""

import os
from functools import lru_cache
from pathlib import Path

import streamlit as st

from assessment.content.edition import Edition
from assessment.content.shelf import edition_of, fingerprint, in_use, open_edition


def in_preview() -> bool:
    """Whether this is content that somebody is writing."""
    return bool(os.environ.get("JALONS_CONTENT"))


def opened() -> Edition:
    """The edition of this visit's answers, or the current one; raises ContentError with every problem."""
    # Only content that somebody writes changes while it is shown; looking at 25 files costs more than drawing a page.
    files = fingerprint(in_use()) if in_preview() else None
    return _opened(st.session_state.get("edition"), in_use(), files)


def opened_for(data: object) -> Edition:
    """The edition that an answer file's data names; raises like `opened`."""
    return edition_of(data, in_use())


@lru_cache(maxsize=4)
def _opened(name: str | None, folder: Path, files: object) -> Edition:
    """Opened again when *files* changes."""
    return open_edition(name, folder)
