"""A git revision in, the questionnaires folder as it was then out, in a folder of its own."""

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from assessment.errors import AssessmentError, ContentError, Problem

SECONDS = 60


@contextmanager
def questionnaires_at(revision: str, folder: Path) -> Iterator[Path]:
    """*folder* as it was at *revision*; removed afterwards. Raises ContentError without git or without the revision."""
    content = _archive(revision, folder)
    with TemporaryDirectory(prefix="jalons-") as place:
        _unpack(content, Path(place))
        yield Path(place)


def dated(error: AssessmentError, name: str) -> ContentError:
    """Problems of old content, told as such: today's models may not read it."""
    return ContentError(
        Problem(
            each.code, f"{name}, {each.where}", each.what, f"L'ancien contenu ne s'ouvre plus. {each.remedy}".strip()
        )
        for each in error.problems
    )


def _unpack(content: bytes, place: Path) -> None:
    """Write the plain files of a tar below *place*; git puts no others into a folder of questionnaires."""
    with tarfile.open(fileobj=BytesIO(content)) as archive:
        for member in archive:
            path = place / member.name
            if member.isfile() and path.resolve().is_relative_to(place.resolve()):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(archive.extractfile(member).read())


def _archive(revision: str, folder: Path) -> bytes:
    """A tar of the folder; what git refuses becomes a Problem."""
    # The folder's tree is looked up first, since « git archive » takes paths from the top only; a revision may begin
    # with a dash, which git would take for an option.
    top = _git(folder, "rev-parse", "--show-toplevel")
    tree = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}:./")
    content = (
        _git(Path(top.decode().strip()), "archive", "--format=tar", tree.decode().strip()) if top and tree else None
    )
    if content is None:
        raise ContentError(
            [
                _missing(
                    f"ni édition ni révision git ne s'appelle « {revision} ».",
                    "Essayez HEAD~1, le nom d'une branche ou celui d'une édition.",
                )
            ]
        )
    return content


def _git(folder: Path, *words: str) -> bytes | None:
    """What git prints, or None when it refuses."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ContentError([_missing("git ne répond pas ici.", "Installez git, ou nommez une édition.")]) from error
    return None if done.returncode else done.stdout


def _missing(what: str, remedy: str) -> Problem:
    return Problem("unknown-revision", "--against", what, remedy)
