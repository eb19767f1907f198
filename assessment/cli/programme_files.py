"""A programme in, the files about it written: PDF, DOCX, calendar; what cannot be is told before anything is made."""

import datetime
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path

from assessment.content.programme import ProgrammeMethod
from assessment.errors import AnswersError, Problem
from assessment.programme.occasion import YEARS, Occasion
from assessment.programme.plan import Programme
from assessment.programme.timetable import Time
from assessment.report.programme_document import Audience
from assessment.report.wording_of_programme import CALENDAR_FILE, FILES

_HOUR = re.compile(r"(\d{1,2})(?:[:hH](\d{2})?)?$")
_MIDNIGHT = 24 * 60
#: Whom a single PDF or text document is for when nobody says: whoever runs the command leads the form'action.
_LEADER: Audience = "animation"


class For(str, Enum):
    """Whom a document is for."""

    commanditaire = "commanditaire"
    animation = "animation"
    participants = "participants"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The files to write, and whom they are for; None: not asked."""

    pdf: Path | None
    docx: Path | None
    ics: Path | None
    audience: For | None


@dataclass(frozen=True, slots=True)
class Asked:
    """When and where it is held, as typed."""

    dates: list[str]
    at: str | None
    title: str
    place: str


def checked(
    wanted: Wanted, asked: Asked, time: Time, method: ProgrammeMethod, known: Iterable[Problem] = ()
) -> Occasion:
    """When and where it is held; raises AnswersError with every problem, before anything is worked out.

    *known*: problems found elsewhere, told with those found here.
    """
    wrong: list[Problem] = []
    days = [found for each in asked.dates if (found := _date(each, wrong))]
    starts = _hour(asked.at, wrong) if asked.at is not None else None
    wrong += _problems(wanted, asked, days, time)
    begins = method.starts_at if starts is None else starts
    if begins + time.minutes + method.meal.minutes > _MIDNIGHT:
        remedy = "Commencez plus tôt, ou raccourcissez avec --hours."
        wrong.append(Problem("too-late", "--at", "la journée finirait après minuit.", remedy))
    if wrong := [*wrong, *known]:
        raise AnswersError(wrong)
    return Occasion(title=asked.title, dates=tuple(days), starts_at=starts, place=asked.place)


def _problems(wanted: Wanted, asked: Asked, days: list[datetime.date], time: Time) -> Iterator[Problem]:
    if days != sorted(set(days)):
        remedy = "Donnez-les dans l'ordre, chacune une fois."
        yield Problem("dates", "--from", "les dates ne se suivent pas.", remedy)
    if len(days) > max(1, time.days):
        what = f"trop de dates : {len(days)}, pour {time.days} jour(s)."
        yield Problem("too-many-dates", "--from", what, "Retirez des dates, ou ajoutez des jours avec --days.")
    if time.discovery and time.days > 1:
        what = f"une découverte tient en une journée, et non en {time.days}."
        yield Problem("discovery", "--discovery", what, "Retirez --days, ou --discovery.")
    if wanted.ics is not None and not asked.dates:
        remedy = "Ajoutez --from 2027-01-12, une fois par journée si elles ne se suivent pas."
        yield Problem("no-date", "--from", "un calendrier a besoin d'une date.", remedy)


def write(wanted: Wanted, programme: Programme, held: Occasion) -> list[Path]:
    """Write everything that is wanted; the files that were written. Raises AnswersError for what cannot be."""
    written = []
    for path, content in _contents(wanted, programme, held):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            what = "ce fichier ne s'écrit pas ici."
            raise AnswersError([Problem("not-written", str(path), what, "Choisissez un autre dossier.")]) from error
        written.append(path)
    return written


def _contents(wanted: Wanted, programme: Programme, held: Occasion) -> Iterator[tuple[Path, bytes]]:
    # The libraries of documents take a tenth of a second that other outputs do not need.
    if wanted.pdf is not None:
        from assessment.report.programme_pdf import programme_pdf

        for path, audience in _pdfs(wanted.pdf, wanted.audience):
            yield path, programme_pdf(programme, held, audience)
    if wanted.docx is not None:
        from assessment.report.programme_docx import programme_docx

        audience = wanted.audience.value if wanted.audience else _LEADER
        yield _inside(wanted.docx, FILES[audience], ".docx"), programme_docx(programme, held, audience)
    if wanted.ics is not None:
        from assessment.report.programme_ics import Issue, programme_ics

        issue = Issue(_name(programme, held), datetime.datetime.now(datetime.UTC))
        each = wanted.audience is For.animation
        yield _inside(wanted.ics, CALENDAR_FILE, ".ics"), programme_ics(programme, held, issue, sequences=each)


def _pdfs(path: Path, audience: For | None) -> Iterator[tuple[Path, Audience]]:
    """A file for one audience; a folder for one, or for all of them."""
    if path.suffix.lower() == ".pdf" and not path.is_dir():
        yield path, audience.value if audience else _LEADER
        return
    for each in FILES:
        if audience is None or audience.value == each:
            yield path / f"{FILES[each]}.pdf", each


def _inside(path: Path, name: str, suffix: str) -> Path:
    """*path*, or a file called *name* in that folder."""
    return path / f"{name}{suffix}" if path.is_dir() else path


def _name(programme: Programme, held: Occasion) -> str:
    """What the events of this programme are called by: it stays the same when days and hours change."""
    people = sorted(each.name for each in programme.group.participants)
    return sha256("\n".join((held.title, programme.group.edition.id, *people)).encode("utf-8", "replace")).hexdigest()


def _date(told: str, wrong: list[Problem]) -> datetime.date | None:
    with suppress(ValueError):
        if (day := datetime.date.fromisoformat(told)).year in YEARS:
            return day
    wrong.append(Problem("date", "--from", f"« {told} » n'est pas une date possible.", "Écrivez-la comme 2027-01-12."))
    return None


def _hour(told: str, wrong: list[Problem]) -> int | None:
    found = _HOUR.fullmatch(told.strip())
    minutes = 60 * int(found[1]) + int(found[2] or 0) if found else _MIDNIGHT
    if minutes >= _MIDNIGHT or (found and int(found[2] or 0) > 59):
        wrong.append(Problem("hour", "--at", f"« {told} » n'est pas une heure.", "Écrivez-la comme 9:30."))
        return None
    return minutes
