"""Which report is asked for: its form, and what of the person's own words it carries."""

from dataclasses import dataclass
from typing import Literal

#: The whole report, one page for a board, one page in the plainest words.
Form = Literal["whole", "board", "plain"]


@dataclass(frozen=True, slots=True)
class Variant:
    """*contact*: a line for the cover, never kept; *people*: whether the names of who does what are told.

    *free_text*: whether what the person wrote (name of the project, actions) is told; without it the report names
    nobody, and neither does its attachment.
    """

    form: Form = "whole"
    contact: str | None = None
    people: bool = True
    free_text: bool = True
