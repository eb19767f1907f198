"""What the first visitors would wait for, loaded while nobody waits."""

import gc
import importlib
import os
import threading
from contextlib import suppress

#: Libraries that the first page needs: Streamlit takes pandas up for its first list of options.
NEEDED = ("pandas", "PIL.Image")
#: Libraries that some later page or act needs, and that take long to load.
HEAVY = ("pandas", "altair", "assessment.report.pdf", "assessment.storage.export")
#: Seconds after the start: whoever waited for it has the first page by then, and loading would only slow it down.
LATER = 3.0


def warm() -> None:
    """Open what the first page shows now; load what is heavy a little later, in a thread that ends with the process."""
    _import(NEEDED)
    _open_content()
    timer = threading.Timer(LATER, _load)
    timer.daemon = True
    timer.start()


def _open_content() -> None:
    if os.environ.get("JALONS_CONTENT"):  # somebody is writing it: the pages open it again at each change
        return
    from assessment.content.shelf import open_edition

    with suppress(Exception):  # the pages tell what is wrong, or its number
        open_edition()  # kept by the shelf


def _import(names: tuple[str, ...]) -> None:
    for name in names:
        importlib.import_module(name)


def _load() -> None:
    _import(HEAVY)
    gc.collect()
    gc.freeze()  # what stays for good is not looked at again by each collection
