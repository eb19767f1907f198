"""The command that explains one item of the catalogue: why it is proposed, or what keeps it out and what would do."""

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from assessment.cli.answers import assessed
from assessment.cli.told import stop, tell
from assessment.content.conditions import Condition
from assessment.content.edition import Edition
from assessment.content.rules import Rule
from assessment.engine.answers import Value
from assessment.engine.assess import Assessment
from assessment.engine.explanation import Explanation, explain
from assessment.engine.obstacles import KeptOut
from assessment.engine.remedies import Remedy
from assessment.errors import AssessmentError, Problem, nearest
from assessment.report.conditions_told import told, told_option
from assessment.report.printable import printable
from assessment.report.reasons import reason

WIDTH = 80
PROPOSED = "Cette piste est proposée, au rang {rank}, {because} (règle {rule})."
NOT_PROPOSED = "Cette piste n'est pas proposée."
FROM_ANSWERS = "D'après ces réponses, dont aucune n'est de trop :"
SAYS_THE_SAME = "Sans elles, la piste serait encore proposée par cette règle : {questions}."
WHY_NOT = "Ce qui l'écarte, règle par règle :"
NO_RULE = "Aucune règle ne la propose."
RULE = "Règle {rule}, « {because} »"
WOULD_HAVE_TO = "Il faudrait :"
NOT_KNOWN = "Il faudrait aussi, et ce n'est pas encore su :"
ONLY_NOT_KNOWN = "Il faudrait, et ce n'est pas encore su :"
WOULD_TELL = "{condition} (à dire en {questions})"
HELD_BACK = "Le garde-fou {rule} l'écarte : {because}."
CROWDED_OUT = "La règle s'applique, mais d'autres pistes passent avant : {items}."
UNANSWERED = "La règle s'applique, mais aucune réponse ne l'appuie encore."
ENOUGH = "Une seule de ces réponses suffirait :"
ENOUGH_TOGETHER = "Plusieurs réponses à la fois suffiraient ; chaque tiret est une possibilité :"
DROPPED = "il faudrait alors retirer : {questions}"
NOTHING_ENOUGH = "Aucun changement de trois réponses au plus ne suffirait."
NOTHING_FOUND = "Nous n'avons pas trouvé de changement de trois réponses au plus qui suffirait."
VOWELS = "aàeéèêiîoôuy"
NOTHING_TICKED = "rien de coché"


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
        yield from _wrapped(PROPOSED.format(rank=shown.rank, because=_because(shown.rule), rule=shown.rule.id))
        yield from ("", *_wrapped(FROM_ANSWERS))
        for name in why.needed:
            each = reason(found, name)
            yield from (*_wrapped(f"{name}. {each.text}", "- "), *_wrapped(f"→ {each.answer}", "  "))
        if why.aside:
            yield from ("", *_wrapped(SAYS_THE_SAME.format(questions=", ".join(why.aside))))
        return
    yield from _wrapped(NOT_PROPOSED)
    rails = _in_every(explanation.kept_out)
    yield from (line for rail in rails for line in _wrapped(HELD_BACK.format(rule=rail.id, because=rail.because)))
    yield from ("", *_wrapped(WHY_NOT if explanation.kept_out else NO_RULE))
    for each in explanation.kept_out:
        yield from _kept_out(each, found, [rail for rail in each.held_back_by if rail not in rails])
    yield from ("", *_remedies(explanation, found))


def _in_every(kept_out: Sequence[KeptOut]) -> list[Rule]:
    """The guard-rails that hold the item back whatever the rule: said once."""
    first = kept_out[0].held_back_by if kept_out else ()
    return [rail for rail in first if all(rail in each.held_back_by for each in kept_out)]


def _kept_out(each: KeptOut, found: Assessment, rails: Iterable[Rule]) -> Iterator[str]:
    yield from _wrapped(RULE.format(rule=each.rule.id, because=_because(each.rule)), "- ")
    if each.failing:
        yield from _wrapped(WOULD_HAVE_TO, "    ")
        yield from (line for part in each.failing for line in _wrapped(told(part, found.edition), "      - "))
    if each.unknown:
        yield from _wrapped(NOT_KNOWN if each.failing else ONLY_NOT_KNOWN, "    ")
        for part in each.unknown:
            line = WOULD_TELL.format(condition=told(part.condition, found.edition), questions=_either(part.questions))
            yield from _wrapped(line, "      - ")
    for rail in rails:
        yield from _wrapped(HELD_BACK.format(rule=rail.id, because=rail.because), "    ")
    if each.crowded_out_by:
        others = ", ".join(f"{other.item.id} {other.item.title}" for other in each.crowded_out_by)
        yield from _wrapped(CROWDED_OUT.format(items=others), "    ")
    if each.unanswered:
        yield from _wrapped(UNANSWERED, "    ")


def _remedies(explanation: Explanation, found: Assessment) -> Iterator[str]:
    single, together = explanation.would_bring_in, explanation.would_bring_in_together
    if not single and not together:
        tried = explanation.remedies and explanation.remedies.complete
        yield from _wrapped(NOTHING_ENOUGH if tried else NOTHING_FOUND)
        return
    yield from _wrapped(ENOUGH if single else ENOUGH_TOGETHER)
    asked: set[str] = set()
    for each in (*single, *together):
        for index, (name, value) in enumerate(each.answers):
            text = "" if name in asked else f" {found.edition.questions[name].text}"
            asked.add(name)
            line = f"{name}: {_plain(value)}.{text} → {_words(name, value, found.edition)}"
            yield from _wrapped(line, "  " if index else "- ")
        if each.dropped:
            yield from _wrapped(DROPPED.format(questions=", ".join(each.dropped)), "    ")


def _words(name: str, value: Value, edition: Edition) -> str:
    numbers = value if isinstance(value, tuple) else (value,)
    return " et ".join(told_option(edition.questions[name], number) for number in numbers) or NOTHING_TICKED


def _either(questions: tuple[str, ...]) -> str:
    return " ou ".join(filter(None, (", ".join(questions[:-1]), *questions[-1:])))


def _because(rule: Rule) -> str:
    elided = rule.because[:1].lower() in VOWELS
    return f"parce qu'{rule.because}" if elided else f"parce que {rule.because}"


def _wrapped(text: str, first: str = "") -> list[str]:
    return textwrap.wrap(
        printable(text), WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False
    )
