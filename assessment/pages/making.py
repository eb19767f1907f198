"""Things that are made one by one in, the same out, with a bar that tells how far it came and a button that stops it.

What is made stays whole: whoever stops ends the run, and what was half done is let go of by whoever made it.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import streamlit as st

from assessment.pages import wording_of_exports as wording
from assessment.pages.escaped import markdown
from assessment.pages.thousands import grouped

#: Seconds without a word, and between two words.
PATIENCE, PACE = 0.7, 0.3
Each = TypeVar("Each")


@dataclass(frozen=True)
class Making:
    """What is made in one part of a page: its *key*, and what happens when somebody presses « Arrêter »."""

    key: str
    stop: Callable[[], None]

    def watched(self, given: Iterable[Each], total: int, *, at_once: bool = False) -> Iterator[Each]:
        """The same, with a bar and a button to stop once it takes long.

        *at_once*: it always does, and what comes is done already; else what comes is what is begun.
        """
        here, told = st.empty(), time.monotonic() + PATIENCE
        bar = self._bar(here, markdown(wording.MAKING_FIRST.format(total=grouped(total)))) if at_once else None
        for done, each in enumerate(given, start=int(at_once)):
            if time.monotonic() >= told:
                bar = bar or self._bar(here)
                told_done = min(done, total)  # the last thing made may be the end of the file
                text = markdown(wording.MAKING.format(done=grouped(told_done), total=grouped(total)))
                bar.progress(told_done / max(total, 1), text=text)  # where the run ends, when somebody stops it
                told = time.monotonic() + PACE
            yield each
        here.empty()

    def _bar(self, here: Any, text: str | None = None) -> Any:  # noqa: ANN401 - Streamlit's own places
        with here.container(key=f"{self.key}_making"):
            bar = st.progress(0.0, text=text)
            st.button(markdown(wording.STOP), key=f"{self.key}_stop", on_click=self.stop)
        return bar
