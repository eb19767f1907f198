"""An answer file's data in, Answers out: every answer checked against its question, nothing guessed."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, PartId, Question
from assessment.engine.answers import PARTS, Answers, Shown, Subject, Value, clean, known_types, organisation_type
from assessment.errors import AnswersError, Problem, nearest

#: The version of the answer file that we read.
VERSION = 1
KEYS = ("version", "edition", "subject", *PARTS, "issued")


def read_answers(data: Any, edition: Edition) -> Answers:  # noqa: ANN401 - raw file
    """Answers from an answer file's data (contract, version 1); raises AnswersError with every problem."""
    if not isinstance(data, dict):
        raise AnswersError(
            [
                Problem(
                    "not-an-answer-file",
                    "fichier",
                    "ce n'est pas un fichier de réponses.",
                    "Partez de « jalons template project ».",
                )
            ]
        )
    found: list[Problem] = list(_envelope(data))
    subject = _subject(data.get("subject"), found)
    values: dict[str, Value] = {}
    shown: dict[str, Shown] = {}
    for part in PARTS:
        if part in data:
            _read_part(part, data[part], edition, values, shown, found)
    kind = organisation_type(values, edition)
    found.extend(_of_another_type(values, kind, edition))
    if found:
        raise AnswersError(found)
    return Answers(edition.id, frozenset(part for part in PARTS if part in data), values, shown, subject)


def _envelope(data: dict[str, Any]) -> Iterator[Problem]:
    for key in data:
        if key not in KEYS:
            yield Problem("unknown-key", str(key), f"la clé « {key} » n'existe pas.", nearest(str(key), KEYS))
    version = data.get("version", VERSION)
    if version != VERSION or isinstance(version, bool):
        yield Problem(
            "unknown-version",
            "version",
            f"version {version} inconnue.",
            f"Écrivez version: {VERSION}, ou rien.",
        )
    if not any(part in data for part in PARTS):
        yield Problem(
            "no-part",
            "fichier",
            "aucune réponse : il manque project, organisation ou doors.",
            "Ajoutez au moins une partie.",
        )


def _subject(data: Any, found: list[Problem]) -> Subject:  # noqa: ANN401 - raw file
    if data is None:
        return Subject()
    if not isinstance(data, dict) or set(data) - {"name", "date"}:
        found.append(Problem("wrong-subject", "subject", "on attend name et date, rien d'autre.", "Retirez le reste."))
        return Subject()
    name, day = data.get("name"), data.get("date")
    if name is not None and not isinstance(name, str):
        found.append(
            Problem("wrong-subject", "subject › name", "le nom doit être un texte.", "Mettez-le entre guillemets.")
        )
        name = None
    if isinstance(day, str):
        try:
            day = datetime.date.fromisoformat(day)
        except ValueError:
            found.append(
                Problem("wrong-date", "subject › date", f"« {day} » n'est pas une date.", "Écrivez 2026-11-22.")
            )
            day = None
    elif day is not None and type(day) is not datetime.date:
        found.append(Problem("wrong-date", "subject › date", f"« {day} » n'est pas une date.", "Écrivez 2026-11-22."))
        day = None
    return Subject(clean(name) if name else None, day)


def _read_part(
    part: PartId,
    data: Any,  # noqa: ANN401 - raw file
    edition: Edition,
    values: dict[str, Value],
    shown: dict[str, Shown],
    found: list[Problem],
) -> None:
    if not isinstance(data, dict):
        found.append(
            Problem("wrong-part", part, "on attend « answers: » suivi des réponses.", "Voyez « jalons template ».")
        )
        return
    allowed = ("answers", "shown") if part == "project" else ("answers",)
    for key in data:
        if key not in allowed:
            found.append(
                Problem(
                    "unknown-key", f"{part} › {key}", f"la clé « {key} » n'existe pas ici.", nearest(str(key), allowed)
                )
            )
    given = data.get("answers")
    if given is None:
        given = {}
    if not isinstance(given, dict):
        found.append(
            Problem("wrong-part", f"{part} › answers", "on attend une réponse par ligne.", "Écrivez « BES1: 2 ».")
        )
        given = {}
    for name, raw in given.items():
        if raw is None and name in edition.questions:
            continue  # a line left empty, as templates have them
        try:
            values[str(name)] = _value(_question(str(name), part, edition), raw, f"{part} › {name}")
        except AnswersError as error:
            found.extend(error.problems)
    if "shown" in allowed and data.get("shown") is not None:
        _read_shown(data["shown"], edition, shown, found)


def _question(name: str, part: PartId, edition: Edition) -> Question:
    where = f"{part} › {name}"
    question = edition.questions.get(name)
    if question is None:
        here = [each.id for each in edition.questionnaire(part).questions]
        raise AnswersError(
            [Problem("unknown-question", where, f"aucune question ne s'appelle « {name} ».", nearest(name, here))]
        )
    if edition.part_of[name] != part:
        raise AnswersError(
            [
                Problem(
                    "wrong-part",
                    where,
                    f"la question {name} est de la partie {edition.part_of[name]}.",
                    "Déplacez-la.",
                )
            ]
        )
    return question


def _value(question: Question, raw: Any, where: str) -> Value:  # noqa: ANN401 - raw file
    if raw == UNKNOWN:
        return UNKNOWN
    if question.kind == "one":
        return _option(question, raw, where)
    if not isinstance(raw, list):
        raise AnswersError([Problem("not-a-list", where, "on attend une liste.", "Écrivez [1, 4], ou [] pour rien.")])
    options = tuple(_option(question, each, where) for each in raw)
    if len(set(options)) != len(options):
        raise AnswersError(
            [Problem("repeated-option", where, "une option est donnée deux fois.", "Gardez-la une fois.")]
        )
    if question.at_most is not None and len(options) > question.at_most:
        raise AnswersError(
            [
                Problem(
                    "too-many-options",
                    where,
                    f"{len(options)} options données, {question.at_most} au plus.",
                    "Gardez les plus importantes.",
                )
            ]
        )
    return options


def _option(question: Question, raw: Any, where: str) -> int:  # noqa: ANN401 - raw file
    last = len(question.choices)
    remedy = f"Écrivez un nombre de 1 à {last}, ou {UNKNOWN} pour « ne sait pas »."
    text = str(raw)
    if isinstance(raw, bool | float) or not (isinstance(raw, int) or (isinstance(raw, str) and _is_number(raw))):
        raise AnswersError([Problem("not-an-option", where, f"« {text[:40]} » n'est pas un numéro d'option.", remedy)])
    if not 1 <= int(raw) <= last:
        raise AnswersError([Problem("not-an-option", where, f"il n'y a pas d'option {text[:40]}.", remedy)])
    return int(raw)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4


def _read_shown(data: Any, edition: Edition, shown: dict[str, Shown], found: list[Problem]) -> None:  # noqa: ANN401
    words = ("no", "document", "outside")
    if not isinstance(data, dict):
        found.append(
            Problem("wrong-part", "project › shown", "on attend « BES1: document » par ligne.", "Corrigez-le.")
        )
        return
    for name, word in data.items():
        where = f"project › shown › {name}"
        if word is None and name in edition.key_questions:
            continue
        if name not in edition.key_questions:
            found.append(
                Problem(
                    "not-a-key-question",
                    where,
                    f"« {name} » n'est pas une question clé.",
                    f"Questions clés : {', '.join(edition.key_questions)}.",
                )
            )
        elif word not in words:
            found.append(Problem("not-a-proof", where, f"« {word} » n'est pas admis.", f"Écrivez {', '.join(words)}."))
        else:
            shown[name] = word


def _of_another_type(
    values: Mapping[str, Value],
    kind: tuple[str | None, str | None],
    edition: Edition,
) -> Iterator[Problem]:
    found, told_by = kind
    if found not in known_types(edition.placement):
        return
    for name in values:
        wanted = edition.questions[name].type
        if wanted and wanted != found:
            label = next(each.label for each in edition.placement.types if each.id == wanted)
            yield Problem(
                "question-of-another-type",
                f"organisation › {name}",
                f"la question {name} est posée à un autre type d'organisation ({label}), d'après {told_by}.",
                f"Retirez {name}, ou corrigez {told_by}.",
            )
