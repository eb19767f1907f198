"""An answer file's data in, Answers out: every answer checked against its question, nothing guessed."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, PartId, Question
from assessment.engine.actions import LONGEST, Action, actions_of, problems_of
from assessment.engine.answers import PARTS, Answers, Shown, Subject, Value, clean, known_types, organisation_type
from assessment.engine.evidence import KEYS as ABOUT_EVIDENCE
from assessment.engine.evidence import read_evidence
from assessment.errors import AnswersError, Problem, nearest

#: The version of the answer file that we read.
VERSION = 1
KEYS = ("version", "edition", "subject", "short", *PARTS, "actions", "issued")


def read_answers(data: Any, edition: Edition) -> Answers:  # noqa: ANN401 - raw file
    """Answers from an answer file's data (contract, version 1); raises AnswersError with every problem."""
    if not isinstance(data, dict):
        raise AnswersError(
            [
                Problem(
                    "not-an-answer-file",
                    "fichier",
                    "ce n'est pas un fichier de réponses.",
                    "Il commence par « project: », « organisation: » ou « doors: ».",
                )
            ]
        )
    reader = _Reader(edition, list(_envelope(data)))
    subject = reader.subject(data.get("subject"))
    for part in PARTS:
        if part in data:
            reader.part(part, data[part])
    reader.found.extend(_of_another_type(reader.values, edition))
    reader.found.extend(problems_of(data.get("actions", [])))
    if reader.found:
        raise AnswersError(reader.found)
    parts = frozenset(part for part in PARTS if part in data)
    actions, short = _actions(data.get("actions", [])), data.get("short", False)
    return Answers(edition.id, parts, reader.values, reader.shown, subject, actions, short, reader.notes)


def _actions(data: list[dict[str, Any]]) -> tuple[Action, ...]:
    """Actions whose texts are safe to keep; one that says nothing readable is none."""
    found = (
        Action(clean(each.what, LONGEST), clean(each.who or "") or None, each.by, clean(each.about or "") or None)
        for each in actions_of(data)
    )
    return tuple(each for each in found if each.what)


def _envelope(data: dict[str, Any]) -> Iterator[Problem]:
    for key in data:
        if key not in KEYS:
            yield Problem("unknown-key", str(key), f"la clé « {key} » n'existe pas.", nearest(str(key), KEYS))
    version = data.get("version", VERSION)
    if version != VERSION or isinstance(version, bool | float):
        yield Problem(
            "unknown-version", "version", f"version {version} inconnue.", f"Écrivez version: {VERSION}, ou rien."
        )
    if not isinstance(data.get("short", False), bool):
        yield Problem("wrong-short", "short", "on attend true ou false.", "Corrigez, ou retirez la ligne.")
    if data.get("short") is True and "project" not in data:
        yield Problem("short-without-project", "short", "la version courte ne lit que le projet.", "Retirez la ligne.")
    if not any(part in data for part in PARTS):
        yield Problem(
            "no-part",
            "fichier",
            "aucune réponse : il manque project, organisation ou doors.",
            "Ajoutez au moins une partie.",
        )


@dataclass
class _Reader:
    """What was read of one file so far, and what was wrong with it."""

    edition: Edition
    found: list[Problem]
    values: dict[str, Value] = field(default_factory=dict)
    shown: dict[str, Shown] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def wrong(self, code: str, where: str, what: str, remedy: str) -> None:
        self.found.append(Problem(code, where, what, remedy))

    def subject(self, data: Any) -> Subject:  # noqa: ANN401 - raw file
        if data is None:
            return Subject()
        if not isinstance(data, dict) or set(data) - {"name", "date"}:
            self.wrong("wrong-subject", "subject", "on attend name et date, rien d'autre.", "Retirez le reste.")
            return Subject()
        name = data.get("name")
        if name is not None and not isinstance(name, str):
            self.wrong("wrong-subject", "subject › name", "le nom doit être un texte.", "Mettez-le entre guillemets.")
            name = None
        return Subject(clean(name) if name else None, self.day(data.get("date")))

    def day(self, given: Any) -> datetime.date | None:  # noqa: ANN401 - raw file
        if given is None or type(given) is datetime.date:
            return given
        try:
            return datetime.date.fromisoformat(given)
        except (TypeError, ValueError):
            self.wrong("wrong-date", "subject › date", f"« {given} » n'est pas une date.", "Écrivez 2026-11-22.")
            return None

    def part(self, part: PartId, data: Any) -> None:  # noqa: ANN401 - raw file
        if not isinstance(data, dict):
            self.wrong(
                "wrong-part",
                part,
                "on attend « answers: » suivi des réponses.",
                "Écrivez « answers: », puis une réponse par ligne.",
            )
            return
        evidence = ABOUT_EVIDENCE if self.edition.questionnaire(part).evidence else ()
        allowed = ("answers", *evidence)
        for key in data:
            if key not in allowed:
                hint = nearest(str(key), allowed)
                self.wrong("unknown-key", f"{part} › {key}", f"la clé « {key} » n'existe pas ici.", hint)
        self.answers(part, data.get("answers"))
        if evidence:
            self.evidence(part, data)

    def answers(self, part: PartId, given: Any) -> None:  # noqa: ANN401 - raw file
        if given is None:
            return
        if not isinstance(given, dict):
            self.wrong("wrong-part", f"{part} › answers", "on attend une réponse par ligne.", "Écrivez « BES1: 2 ».")
            return
        for name, raw in given.items():
            if raw is None and name in self.edition.questions:
                continue  # a line left empty, as templates have them
            try:
                self.values[str(name)] = _value(_question(str(name), part, self.edition), raw, f"{part} › {name}")
            except AnswersError as error:
                self.found.extend(error.problems)

    def evidence(self, part: PartId, data: dict[str, Any]) -> None:
        read = read_evidence(part, data, self.edition)
        self.found.extend(read.problems)
        self.shown |= read.shown
        self.notes |= read.notes


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


def _of_another_type(values: Mapping[str, Value], edition: Edition) -> Iterator[Problem]:
    found, told_by = organisation_type(values, edition)
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
