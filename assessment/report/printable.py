"""Any text in, text that every medium can show out: no control sign, French typography, no word without end."""

import re

from assessment.engine.answers import clean
from assessment.report.typography import french

#: A run of signs without a space that is longer breaks the line.
LONGEST_WORD = 60

_LONG = re.compile(rf"(\S{{{LONGEST_WORD}}})(?=\S)")


def printable(text: str) -> str:
    """*text* as people read it.

    >>> printable("Ah\\x1b[31m !") == "Ah[31m\\u202f!"
    True
    """
    return french(_LONG.sub(r"\1 ", plain(text)))


def plain(text: str) -> str:
    """*text* without control signs, its spaces made single; an address stays as it is."""
    return clean(text, longest=2 * len(text))
