"""What the first visitors would wait for, loaded while nobody waits."""

import gc
import importlib
import os
import threading
from contextlib import suppress

from assessment.errors import StorageError
from assessment.storage.opening import the_store

#: Libraries that some later page or act needs, and that take long to load.
HEAVY = ("assessment.storage.store", "pandas", "assessment.report.pdf", "assessment.storage.export")
#: Seconds after the start: whoever waited for it has the first page by then, and loading would only slow it down.
LATER = 3.0


def warm() -> None:
    """Open what the first page shows now; load what is heavy a little later, in a thread that ends with the process."""
    _open_content()
    timer = threading.Timer(LATER, _settle)
    timer.daemon = True
    timer.start()


def _open_content() -> None:
    if os.environ.get("JALONS_CONTENT"):  # somebody is writing it: the pages open it again at each change
        return
    from assessment.content.shelf import open_edition

    with suppress(Exception):  # the pages tell what is wrong, or its number
        open_edition()  # kept by the shelf


def _settle() -> None:
    try:
        with suppress(StorageError):  # whoever comes is told
            the_store()
        _load()
    finally:
        gc.enable()  # `jalons serve` starts without


def _load() -> None:
    for name in HEAVY:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()  # what stays for good is not looked at again by each collection
