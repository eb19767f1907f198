"""An edition in, every worked example that does not come out as its author wrote out, as Problems.

Worked examples are the tests an author writes: `fires` and `silent` beside each rule and each pair of answers to be
reread, and whole cases in examples.yaml.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.content.edition import Edition
from assessment.content.examples import Example
from assessment.content.placement import Contradiction
from assessment.content.rules import Rule
from assessment.engine import contract
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.engine.verdicts import Verdict
from assessment.errors import AnswersError, Problem
from assessment.proofs.places import Places
from assessment.proofs.witnesses import Witnesses, answer_data

__all__ = ["answer_data", "differences", "disagreements"]

#: Verdicts in French.
TOLD = {Verdict.HOLDS: "vraie", Verdict.FAILS: "fausse", Verdict.UNKNOWN: "inconnue"}


def disagreements(edition: Edition, witnesses: Witnesses | None = None, places: Places | None = None) -> list[Problem]:
    """Everything that does not come out as written, the pairs to reread and the rules first."""
    witnesses, places = witnesses or Witnesses(edition), places or Places()
    told = (*edition.placement.contradictions, *witnesses.rules)
    rules = (problem for rule in told for problem in _rule(rule, witnesses, places))
    return [*rules, *(problem for case in edition.examples for problem in _case(case, edition, places))]


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


def _rule(rule: Rule | Contradiction, witnesses: Witnesses, places: Places) -> Iterator[Problem]:
    for key, wanted in (("fires", Verdict.HOLDS), ("silent", Verdict.FAILS)):
        try:
            found = witnesses.verdict(rule, getattr(rule, key))
        except AnswersError as error:
            yield from _unreadable(error, places.where(rule, key))
            continue
        if found is not wanted:
            yield Problem(
                "rule-example",
                places.where(rule, key),
                f"la condition est « {TOLD[found]} », et non « {TOLD[wanted]} ».",
                "Corrigez l'exemple ou la condition.",
            )


def _case(case: Example, edition: Edition, places: Places) -> Iterator[Problem]:
    try:
        found = contract.result(assess(read_answers(case.given, edition), edition))
    except AnswersError as error:
        yield from _unreadable(error, places.where(case, "given"))
        return
    for difference in differences(case.expect, found):
        yield Problem("case", places.where(case, "expect"), f"{difference}.", "Corrigez le cas, ou la méthode.")


def _unreadable(error: AnswersError, where: str) -> Iterator[Problem]:
    for each in error.problems:
        yield Problem(each.code, f"{where}, {each.where}", each.what, each.remedy)
