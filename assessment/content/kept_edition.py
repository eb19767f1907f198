"""Content files in, the edition that they were opened as before out: read, checked and built once for the same bytes.

Building the models takes longer than all the rest of an opening, so the edition is kept as it is, pickled. Only our own
content models can come out of the file: whatever else it names is refused, and the edition is opened anew.
"""

import io
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from assessment.content.cache import examiner, keep, kept
from assessment.content.conditions import Written
from assessment.content.edition import Edition
from assessment.settings import data_folder

#: Where what may come out of the file is defined.
OURS = "assessment.content."
#: What a file that is not as it was written can do.
AMISS = (OSError, ValueError, LookupError, AttributeError, TypeError, EOFError, ImportError, pickle.UnpicklingError)


def opened(root: Path, name: str, make: Callable[[], Edition], folder: Path | None = None) -> Edition:
    """The edition *name* of *root*, as *make* opened it before from the same files, or as it opens it now.

    Raises what *make* raises: nothing is kept then. *folder*: by default the cache of this installation.
    """
    folder, called = folder or data_folder() / "cache", _name(root, name)
    with suppress(*AMISS):
        found = _Models(io.BytesIO(kept(folder / called))).load()
        if isinstance(found, Edition):
            return found
    made = make()
    if _name(root, name) == called:  # else a file changed meanwhile, and this may be made of either
        keep(pickle.dumps(made, protocol=5), folder / called)
    return made


def _name(root: Path, name: str) -> str:
    """Made of every file below *root*: one that is nowhere read is a mistake too."""
    total = sha256(b"edition" + examiner() + f"{sys.version} {name}".encode())
    for path in sorted(each for each in root.rglob("*.y*ml") if each.is_file()):
        content = path.read_bytes()
        total.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode() + content)
    return total.hexdigest()


class _Models(pickle.Unpickler):
    """Brings back content models, dates, and nothing else."""

    def find_class(self, module: str, name: str) -> type:
        if (module, name) == ("datetime", "date"):
            return date
        if module.startswith(OURS) and name.isidentifier():
            found = getattr(import_module(module), name)
            if isinstance(found, type) and found.__module__ == module and issubclass(found, Written | Edition):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
