"""An unexpected error in, its number out; what is kept of it under that number holds no word of anybody's.

The message of an exception, and what its variables held, may quote an answer or a link: only the types, the places in
the code and their order are kept. So the number is that of the error, whoever meets it: what is kept stays small, and
one look shows which error comes back.
"""

import hashlib
import os
import traceback
from collections.abc import Iterator
from pathlib import Path

from assessment.settings import data_folder

ERRORS = "errors"
_NOT_KEPT = "{number} (détail non gardé)"


def keep(error: BaseException, folder: Path | None = None) -> str:
    """The number of an error, kept in the errors/ of the data *folder*; never raises."""
    told = "\n".join(tell(error)) + "\n"
    number = hashlib.blake2b(told.encode(), digest_size=4).hexdigest()
    try:
        errors = (folder or data_folder()) / ERRORS
        errors.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = os.open(errors / f"{number}.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(file, "w", encoding="utf-8") as kept:
            kept.write(told)
    except OSError:
        return _NOT_KEPT.format(number=number)
    return number


def tell(error: BaseException) -> Iterator[str]:
    """The type of an error and of what caused it, each with its places: file, line, function.

    >>> list(tell(ValueError("my answer")))
    ['ValueError']
    """
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield type(current).__name__
        for frame, line in traceback.walk_tb(current.__traceback__):
            yield f"  {frame.f_code.co_filename}:{line} {frame.f_code.co_qualname}"
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
