"""What was wrong, in words for the person who can mend it.

    AssessmentError
      ContentError    what was written under questionnaires/ is wrong   -> the author of the content
      AnswersError    answers do not fit the questionnaire              -> the person who answers or hands in a file
      EditionMissing  answers name an edition that is not here          -> the same
      StorageError    what is kept cannot be reached, read or changed    -> the person who answers, or the operator

All problems are collected and raised once; each says where, what and the remedy.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake.

    *code* is a stable kebab-case word ("unknown-name"); *where* names file, line and key, or file and question;
    *what* and *remedy* are French sentences.
    """

    code: str
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where} : {self.what} {self.remedy}".strip()


class AssessmentError(Exception):
    """Anything that a person can mend; carries every *problem* found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ContentError(AssessmentError):
    """The content of an edition is wrong."""


class AnswersError(AssessmentError):
    """Answers do not fit the questionnaire."""


class EditionMissing(AnswersError):
    """Answers name an edition that is not here."""


class StorageError(AssessmentError):
    """What is kept cannot be reached, read or changed."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The French hint « Vouliez-vous dire … ? » for the closest of the *known* names, or an empty text.

    >>> nearest("M71", ["M17", "CRN-MIS"])
    'Vouliez-vous dire « M17 » ?'
    """
    folded = {each.casefold(): each for each in sorted(known, reverse=True)}
    close = get_close_matches(name.casefold(), sorted(folded), n=1, cutoff=0.5)
    return f"Vouliez-vous dire « {folded[close[0]]} » ?" if close else ""
