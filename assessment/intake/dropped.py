"""A file that somebody dropped in, its answers out: a report (PDF), or an answer file (JSON, YAML).

Whatever is more than a little JSON is read in a limited child. Answers are checked here against their edition, and
nothing else in the file counts: results are always computed again. Who made a report is not known here:
`storage.installation.is_ours` tells.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from assessment.content.shelf import SHIPPED, edition_of
from assessment.engine.answers import Answers, clean
from assessment.engine.reading import read_answers
from assessment.errors import AnswersError, EditionMissing, Problem
from assessment.intake import wording
from assessment.intake.limited import Limits, Stopped, read_in_child
from assessment.intake.strict_json import NotTaken, load

MIB = 1024 * 1024
#: As much as the pages let in (server.maxUploadSize).
LARGEST = 5 * MIB
#: A file that is made to take long is refused after a second of work. The clock leaves room for a machine that is busy:
#: an honest report takes a fifth of a second.
REPORT = Limits(seconds=6, processor=1, memory=512 * MIB, largest=LARGEST, answer=LARGEST)
#: Reading YAML in Python is slow work; the fullest answer file takes a tenth of it.
TEXT = Limits(seconds=8, processor=2, memory=512 * MIB, largest=LARGEST, answer=LARGEST)
#: Bytes of JSON that are read here, without a child.
AT_ONCE = 100_000
#: Problems told at once, and signs of the name of a file or an edition that are shown.
MOST, SHOWN = 10, 60

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a file says: *answers*, the *data* they were read from, and whether it came in a report."""

    answers: Answers
    data: Json
    in_report: bool


def read_dropped(content: bytes, name: str, root: Path = SHIPPED) -> Dropped:
    """What the file called *name* says; *root* holds the editions.

    Raises AnswersError with every problem, at most ten and how many more; EditionMissing; ContentError of our own.
    """
    in_report = is_report(content, name)
    where = clean(name, SHOWN) or wording.FILE
    data = _data(content, where, in_report=in_report)
    try:
        answers = read_answers(data, edition_of(data, root))
    except EditionMissing as error:
        raise _edition_missing(data) from error
    except AnswersError as error:
        raise AnswersError(_first(error.problems)) from error
    return Dropped(answers, data, in_report)


def is_report(content: bytes, name: str) -> bool:
    """Whether to read it as a PDF: it begins as one, or its name says so."""
    return content.lstrip().startswith(b"%PDF-") or name.lower().endswith(".pdf")


def _data(content: bytes, where: str, *, in_report: bool) -> Any:  # noqa: ANN401 - raw file
    if in_report:
        return _found_by("attached_answers.py", content, REPORT, where)["data"]
    if len(content) <= AT_ONCE:
        # Most are JSON, as we gave them, which is read in no time; what is wrong is told below.
        with suppress(NotTaken):
            return load(content)
    found = _found_by("answer_text.py", content, TEXT, where)
    if "problems" in found:
        told = (Problem(code, place.replace(wording.FILE, where, 1), *rest) for code, place, *rest in found["problems"])
        raise AnswersError(told)
    return found["data"]


def _found_by(reader: str, content: bytes, limits: Limits, where: str) -> Json:
    """What a reader of this folder says of the file, when it does not refuse it."""
    try:
        found = read_in_child(Path(__file__).with_name(reader), content, limits)
    except Stopped as stopped:
        _refuse(stopped.why, where)
    if "wrong" in found:
        _refuse(found["wrong"], where)
    return found


def _refuse(code: str, where: str) -> NoReturn:
    what, remedy = wording.REFUSED[code]
    raise AnswersError([Problem(code, where, what, remedy)])


def _edition_missing(data: Json) -> EditionMissing:
    name = clean(str(data.get("edition")), SHOWN)
    what = wording.EDITION.format(name=name)
    return EditionMissing([Problem("unknown-edition", "edition", what, wording.EDITION_REMEDY)])


def _first(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems, and how many more there are."""
    left = iter(problems)
    yield from islice(left, MOST)
    if count := sum(1 for _ in left):
        yield Problem("more", wording.FILE, wording.MORE.format(count=count), wording.MORE_REMEDY)
