"""The command that makes a form'action of a group's answers."""

import json
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from assessment.cli.answers import assessed
from assessment.cli.programme_files import Asked, For, Wanted, checked, write
from assessment.cli.told import stop, tell
from assessment.content.edition import Edition
from assessment.engine.assess import Assessment
from assessment.errors import AssessmentError, Problem
from assessment.programme import contract
from assessment.programme.group import Participant, gather
from assessment.programme.names import listed
from assessment.programme.plan import Programme, make_programme, wishes_that_cannot_be
from assessment.programme.timetable import Slot, Time
from assessment.report.printable import printable

WIDTH = 90
DAY = "Jour {number}"
LEVEL = "Niveau du groupe : {level}"
SERVES = "pour {participants}"
IMPOSED = "imposé"
LEFT_OUT, AFTER, ADVICE = "Écartés", "Ensuite", "À savoir"
MINUTES = "{minutes:>4} min"
PARTS = "{theory} min d'apports, {practice} min de pratique"
WRITTEN = "Écrit : {path}"
PDF = "PDF : un fichier pour un lecteur (voir --for), ou un dossier pour les trois documents."
DOCX = "Texte à continuer dans un traitement de texte."
ICS = "Calendrier : une entrée par jour, ou par séquence avec --for animation. Il faut --from."
DISCOVERY = "Une journée découverte : aucun module n'y dépasse deux heures."
FOR = "Pour qui : commanditaire, animation ou participants."
FROM = "La date d'un jour, comme 2027-01-12. À répéter si les jours ne se suivent pas."


def programme(
    files: Annotated[list[Path], typer.Argument(metavar="FICHIER…", help="Fichiers de réponses des participants.")],
    days: Annotated[int, typer.Option(metavar="JOURS", help="De 1 à 3 jours.")] = 1,
    hours: Annotated[
        float | None, typer.Option(metavar="HEURES", help="Heures de travail par jour, hors repas.")
    ] = None,
    discovery: Annotated[bool, typer.Option("--discovery", help=DISCOVERY)] = False,
    impose: Annotated[list[str] | None, typer.Option(metavar="ID", help="Un module à garder.")] = None,
    exclude: Annotated[list[str] | None, typer.Option(metavar="ID", help="Un module à écarter.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Un objet JSON.")] = False,
    pdf: Annotated[Path | None, typer.Option(metavar="CHEMIN", help=PDF)] = None,
    docx: Annotated[Path | None, typer.Option(metavar="CHEMIN", help=DOCX)] = None,
    ics: Annotated[Path | None, typer.Option(metavar="CHEMIN", help=ICS)] = None,
    audience: Annotated[For | None, typer.Option("--for", metavar="POUR", help=FOR)] = None,
    dates: Annotated[list[str] | None, typer.Option("--from", metavar="DATE", help=FROM)] = None,
    at: Annotated[str | None, typer.Option(metavar="HEURE", help="L'heure du début, comme 9:30.")] = None,
    title: Annotated[str, typer.Option(metavar="TITRE", help="Le titre de la form'action.")] = "",
    place: Annotated[str, typer.Option(metavar="LIEU", help="Le lieu.")] = "",
) -> None:
    """Composer une form'action à partir des réponses d'un groupe."""
    people, edition = _participants(files, as_json=as_json)
    time = Time(days, round(60 * (hours if hours is not None else edition.programme.hours)), discovery)
    wanted = Wanted(pdf, docx, ics, audience)
    wrong = wishes_that_cannot_be(time, impose or (), exclude or (), edition)
    try:
        held = checked(wanted, Asked(dates or [], at, title, place), time, edition.programme, wrong)
        made = make_programme(gather(people, edition), time, impose or (), exclude or ())
        written = write(wanted, made, held)
    except AssessmentError as error:
        stop(error.problems)
    typer.echo(json.dumps(contract.result(made), ensure_ascii=False) if as_json else "\n".join(_text(made)))
    for path in written:
        typer.echo(WRITTEN.format(path=path), err=True)


COMMANDS = {"programme": programme}


def _participants(files: list[Path], *, as_json: bool) -> tuple[list[Participant], Edition]:
    """Everybody who can be read, under names that differ; stops when somebody cannot."""
    found: list[tuple[Path, Assessment]] = []
    bad = False
    for path in files:
        try:
            found.append((path, assessed(path)))
        except AssessmentError as error:
            bad = True
            tell(path, error, as_json=as_json)
    if bad:
        raise typer.Exit(2)
    editions = {each.edition.id: each.edition for _, each in found}
    if len(editions) > 1:
        names = ", ".join(sorted(editions))
        what = f"ces réponses viennent de plusieurs éditions : {names}."
        stop([Problem("several-editions", "edition", what, "Composez un programme par édition.")])
    return list(_named(found)), next(iter(editions.values()))


def _named(found: list[tuple[Path, Assessment]]) -> Iterator[Participant]:
    used: dict[str, int] = {}
    for path, each in found:
        name = each.answers.subject.name or path.stem
        used[name] = used.get(name, 0) + 1
        yield Participant(name if used[name] == 1 else f"{name} ({used[name]})", each)


def _text(made: Programme) -> Iterator[str]:
    edition = made.group.edition
    yield LEVEL.format(level=edition.placement.levels[made.group.level].label)
    for number, day in enumerate(made.days, start=1):
        yield from ("", DAY.format(number=number))
        for slot in day:
            yield from _slot(slot, made)
    left = [f"{each.module} {edition.items[each.module].title} : {each.because}" for each in made.left_out]
    for title, lines in ((ADVICE, made.advice), (AFTER, made.after), (LEFT_OUT, left)):
        if lines:
            yield from ("", title)
            yield from (part for line in lines for part in _wrapped(line, "- "))


def _slot(slot: Slot, made: Programme) -> Iterator[str]:
    label = {each.id: each.label for each in made.group.edition.programme.durations}.get(slot.duration)
    title = f"{slot.module} {slot.title} ({label})" if slot.module else slot.title
    yield from _wrapped(f"{MINUTES.format(minutes=slot.minutes)}  {title}")
    if slot.module:
        served = listed(need.participant for need in made.group.served_by(slot.module))
        yield f"{'':10}{PARTS.format(theory=slot.theory, practice=slot.practice)}"
        yield from _wrapped(SERVES.format(participants=served) if served else IMPOSED, " " * 10)


def _wrapped(text: str, first: str = "") -> list[str]:
    return textwrap.wrap(printable(text), WIDTH, initial_indent=first, subsequent_indent=" " * max(2, len(first)))
