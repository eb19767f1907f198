"""An edition in, every worked example that does not come out as its author wrote out, as Problems.

Worked examples are the tests an author writes: `fires` and `silent` beside each rule, and whole cases in examples.yaml.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.content.edition import Edition
from assessment.content.rules import Rule
from assessment.engine import contract
from assessment.engine.answers import PARTS
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.engine.verdicts import Verdict
from assessment.errors import AnswersError, Problem

Given = Mapping[str, Any]


def disagreements(edition: Edition) -> list[Problem]:
    """Everything that does not come out as written, the rules first."""
    return [*_rules(edition), *_cases(edition)]


def answer_data(flat: Given, edition: Edition) -> dict[str, Any]:
    """An answer file's data from question id -> answer, each answer put in its part."""
    data: dict[str, Any] = {}
    for name, value in flat.items():
        part = edition.part_of[name]
        data.setdefault(part, {"answers": {}})["answers"][name] = value
    return {part: data[part] for part in PARTS if part in data}


def verdict_on(rule: Rule, flat: Given, edition: Edition) -> Verdict:
    """What *rule* weighs for some answers."""
    found = assess(read_answers(answer_data(flat, edition), edition), edition)
    return next(each.weighed.verdict for each in found.advice.weighings if each.rule.id == rule.id)


def differences(expected: Any, found: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON values
    """Where a result differs from what is expected of it: mappings by their expected keys, everything else whole."""
    if isinstance(expected, Mapping) and isinstance(found, Mapping):
        for key, value in expected.items():
            if key not in found:
                yield f"{path}{key} n'existe pas dans le résultat"
            else:
                yield from differences(value, found[key], f"{path}{key} › ")
    elif expected != found:
        yield f"{path.removesuffix(' › ')} vaut {found!r}, et non {expected!r}"


def _rules(edition: Edition) -> Iterator[Problem]:
    for rule in edition.rules:
        if rule.presentation:
            continue
        for key, wanted in (("fires", Verdict.HOLDS), ("silent", Verdict.FAILS)):
            where = f"règle {rule.id}, {key}"
            try:
                found = verdict_on(rule, getattr(rule, key), edition)
            except AnswersError as error:
                yield from (
                    Problem(each.code, f"{where}, {each.where}", each.what, each.remedy) for each in error.problems
                )
                continue
            if found is not wanted:
                yield Problem(
                    "rule-example",
                    where,
                    f"la condition est « {TOLD[found]} », et non « {TOLD[wanted]} ».",
                    "Corrigez l'exemple ou la condition.",
                )


#: Verdicts in French.
TOLD = {Verdict.HOLDS: "vraie", Verdict.FAILS: "fausse", Verdict.UNKNOWN: "inconnue"}


def _cases(edition: Edition) -> Iterator[Problem]:
    for example in edition.examples:
        where = f"examples.yaml, {example.name}"
        try:
            found = contract.result(assess(read_answers(example.given, edition), edition))
        except AnswersError as error:
            yield from (Problem(each.code, f"{where}, {each.where}", each.what, each.remedy) for each in error.problems)
            continue
        for difference in differences(example.expect, found):
            yield Problem("case", where, f"{difference}.", "Corrigez le cas, ou la méthode.")
