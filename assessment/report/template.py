"""A part of an edition in, an answer file to fill in out: every question with its options, in order."""

import textwrap
from collections.abc import Iterator

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, PartId, Question
from assessment.report.typography import french

WIDTH = 100


def template(edition: Edition, part: PartId) -> str:
    """YAML that reads as an empty answer file, its comments saying what each number means."""
    return "\n".join([*_head(edition, part), *_body(edition, part)]) + "\n"


def _head(edition: Edition, part: PartId) -> Iterator[str]:
    questionnaire = edition.questionnaire(part)
    yield from _comment(f"{questionnaire.title} ({questionnaire.minutes} minutes)")
    yield from _comment(questionnaire.instruction)
    yield from _comment(
        f"Écrivez le numéro de l'option, ou {UNKNOWN} pour « {questionnaire.unknown_label.lower()} ». "
        "Laissez vide ce qui n'a pas de réponse."
    )
    yield "version: 1"
    yield f"edition: {edition.id}"
    yield "subject:"
    yield "  name:"
    yield "  date:"
    yield f"{part}:"


def _body(edition: Edition, part: PartId) -> Iterator[str]:
    questionnaire = edition.questionnaire(part)
    yield "  answers:"
    for screen in questionnaire.screens:
        yield ""
        yield from _comment(screen.label.upper(), "    ")
        for question in questionnaire.on_screen(screen.id):
            yield from _question(question, edition)
    if questionnaire.evidence:
        words = ", ".join(f"{word} ({label})" for word, label in questionnaire.evidence.choices.items())
        yield ""
        yield from _comment(f"{questionnaire.evidence.question} Pour les questions clés : {words}.", "  ")
        yield "  shown:"
        yield from (f"    {name}:" for name in edition.key_questions)
        if note := questionnaire.evidence.note:
            yield ""
            yield from _comment(f"{note.label} Par exemple : {note.example}.", "  ")
            yield "  notes:"
            yield from (f"    {name}:" for name in edition.key_questions)


def _question(question: Question, edition: Edition) -> Iterator[str]:
    key = " (question clé)" if question.id in edition.key_questions else ""
    kind = next((each.label for each in edition.placement.types if each.id == question.type), None)
    several = f" Plusieurs réponses, {question.at_most} au plus." if question.at_most else ""
    several = several or (" Plusieurs réponses." if question.kind == "several" else "")
    yield from _comment(f"{question.id}{key}{f' ({kind} seulement)' if kind else ''} {question.text}{several}", "    ")
    for number, choice in enumerate(question.choices, start=1):
        yield from _comment(f"  {number}. {choice.label}", "    ")
    yield f"    {question.id}:"


def _comment(text: str, indent: str = "") -> Iterator[str]:
    yield from textwrap.wrap(french(text), WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}#     ")
