"""The command that explains one item of the catalogue: why it is proposed, or what keeps it out and what would do."""

import json
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from assessment.cli.answers import assessed
from assessment.cli.told import stop, tell
from assessment.content.conditions import Condition
from assessment.content.edition import Edition
from assessment.engine.answers import Value
from assessment.engine.assess import Assessment
from assessment.engine.explanation import Explanation, explain
from assessment.engine.remedies import Remedy
from assessment.errors import AssessmentError, Problem, nearest
from assessment.report import explained
from assessment.report.conditions_told import told
from assessment.report.printable import printable
from assessment.report.reasons import reason

WIDTH = 80
SAYS_THE_SAME = "Ces autres réponses n'y changent rien : {questions}."
WOULD_TELL = "{condition} (à dire en {questions})"
DROPPED = "il faudrait alors retirer : {questions}"


def explain_item(
    file: Annotated[Path, typer.Argument(metavar="FICHIER", help="Fichier de réponses, YAML ou JSON.")],
    item: Annotated[str, typer.Option("--item", metavar="ID", help="Identifiant dans le catalogue, par exemple M16.")],
    as_json: Annotated[bool, typer.Option("--json", help="Un objet JSON.")] = False,
) -> None:
    """Dire pourquoi une piste est proposée, ou ce qui l'écarte et ce qui suffirait."""
    try:
        found = assessed(file)
    except AssessmentError as error:
        tell(file, error, as_json=as_json)
        raise typer.Exit(2) from error
    if item not in found.edition.items:
        stop([_unknown(item, found.edition)])
    explanation = explain(found, item)
    if as_json:
        typer.echo(json.dumps(_json(explanation, found), ensure_ascii=False))
    else:
        typer.echo("\n".join(_text(explanation, found)))


COMMANDS = {"explain": explain_item}


def _unknown(item: str, edition: Edition) -> Problem:
    hint = nearest(item, edition.items) or nearest(item.upper(), edition.items)
    remedy = hint or "Cherchez l'identifiant dans le dossier catalogue."
    return Problem("unknown-item", "--item", f"aucune ressource ne s'appelle « {item} ».", remedy)


def _json(explanation: Explanation, found: Assessment) -> dict[str, Any]:
    edition, shown = found.edition, explanation.recommendation
    needed = explanation.reasons.needed if explanation.reasons else ()
    return {
        "item": explanation.item.id,
        "recommended": shown is not None,
        "rule": shown.rule.id if shown else None,
        "because": [{"question": name, "answer": _plain(found.answers.values[name])} for name in needed],
        "kept_out_by": [
            {
                "rule": each.rule.id,
                "failing": [{"condition": _written(part), "text": f"{told(part, edition)}."} for part in each.failing],
                "unknown": list(found.in_order(name for part in each.unknown for name in part.questions)),
                "held_back_by": [rule.id for rule in each.held_back_by],
                "crowded_out_by": [other.item.id for other in each.crowded_out_by],
            }
            for each in explanation.kept_out
        ],
        "would_bring_in": [pair for each in explanation.would_bring_in for pair in _pairs(each)],
        "would_bring_in_together": [_pairs(each) for each in explanation.would_bring_in_together],
    }


def _written(condition: Condition) -> dict[str, Any]:
    return condition.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_unset=True)


def _pairs(remedy: Remedy) -> list[dict[str, Any]]:
    return [{"question": name, "answer": _plain(value)} for name, value in remedy.answers]


def _plain(value: Value) -> int | str | list[int]:
    return list(value) if isinstance(value, tuple) else value


def _text(explanation: Explanation, found: Assessment) -> Iterator[str]:
    yield from _wrapped(f"{explanation.item.id} · {explanation.item.title}")
    shown, why = explanation.recommendation, explanation.reasons
    if shown and why:
        yield from _wrapped(explained.proposed(shown))
        yield from ("", *_wrapped(explained.FROM_ANSWERS))
        for name in why.needed:
            each = reason(found, name)
            yield from (*_wrapped(f"{name}. {each.text}", "- "), *_wrapped(f"→ {each.answer}", "  "))
        if why.aside:
            yield from ("", *_wrapped(SAYS_THE_SAME.format(questions=", ".join(why.aside))))
        return
    yield from _wrapped(explained.NOT_PROPOSED)
    obstacles = explained.obstacles(explanation.kept_out, found.edition, lambda item: f"{item.id} {item.title}")
    yield from (line for rail in obstacles.rails for line in _wrapped(rail))
    yield from ("", *_wrapped(obstacles.intro))
    for each in obstacles.rules:
        yield from _obstacle(each)
    yield from ("", *_remedies(explanation, found.edition))


def _obstacle(each: explained.Obstacle) -> Iterator[str]:
    yield from _wrapped(each.rule, "- ")
    for intro, conditions in each.wanted:
        yield from _wrapped(intro, "    ")
        yield from (line for wanted in conditions for line in _wrapped(_condition(wanted), "      - "))
    yield from (line for note in each.notes for line in _wrapped(note, "    "))


def _condition(wanted: explained.Wanted) -> str:
    questions = wanted.told_by
    if not questions:
        return wanted.text
    either = " ou ".join(filter(None, (", ".join(questions[:-1]), *questions[-1:])))
    return WOULD_TELL.format(condition=wanted.text, questions=either)


def _remedies(explanation: Explanation, edition: Edition) -> Iterator[str]:
    intro, ways = explained.ways(explanation.remedies, edition)
    yield from _wrapped(intro)
    asked: set[str] = set()
    for way in ways:
        for index, each in enumerate(way.changes):
            text = "" if each.question in asked else f" {each.text}"
            asked.add(each.question)
            line = f"{each.question}: {_plain(each.value)}.{text} → {each.answer}"
            yield from _wrapped(line, "  " if index else "- ")
        if way.dropped:
            yield from _wrapped(DROPPED.format(questions=", ".join(way.dropped)), "    ")


def _wrapped(text: str, first: str = "") -> list[str]:
    return textwrap.wrap(
        printable(text), WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False
    )
