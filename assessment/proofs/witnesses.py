"""An edition in, its worked examples assessed out, each set of answers once.

They are the witnesses of most proofs: what one of them shows can happen. They are assessed without guard-rails and
without limits, so that every item shows the rule that brings it in; verdicts on conditions are the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from assessment.content.conditions import RecommendedTest
from assessment.content.edition import Edition
from assessment.content.placement import Contradiction
from assessment.content.reading import parts
from assessment.content.rules import Rule
from assessment.engine.answers import PARTS
from assessment.engine.assess import Assessment, assess
from assessment.engine.reading import read_answers
from assessment.engine.verdicts import Verdict, weigh
from assessment.errors import AnswersError

Given = Mapping[str, Any]
#: More than any catalogue holds.
ALL = 10_000


def answer_data(flat: Given, edition: Edition) -> dict[str, Any]:
    """An answer file's data from question id -> answer, each answer put in its part."""
    data: dict[str, Any] = {}
    for name, value in flat.items():
        part = edition.part_of[name]
        data.setdefault(part, {"answers": {}})["answers"][name] = value
    return {part: data[part] for part in PARTS if part in data}


def unlimited(edition: Edition) -> Edition:
    """The edition with nothing held back and no limit to what is shown."""
    groups = tuple(group.model_copy(update={"at_most": ALL}) for group in edition.limits.groups)
    return replace(
        edition,
        rules=tuple(rule.model_copy(update={"hold_back": None}) for rule in edition.rules),
        limits=edition.limits.model_copy(update={"groups": groups}),
    )


@dataclass(frozen=True)
class Witnesses:
    """The worked examples of one edition: those of its rules, and its cases."""

    edition: Edition
    _found: dict[str, Assessment] = field(default_factory=dict, repr=False)

    @cached_property
    def open_edition(self) -> Edition:
        """The edition as witnesses are assessed with it."""
        return unlimited(self.edition)

    @cached_property
    def _without_rules(self) -> Edition:
        return replace(self.edition, rules=())

    def assessed(self, data: Given) -> Assessment:
        """The assessment of an answer file's data; raises AnswersError when it cannot be read."""
        key = repr(data)
        if key not in self._found:
            self._found[key] = assess(read_answers(data, self.edition), self.open_edition)
        return self._found[key]

    def verdict(self, rule: Rule | Contradiction, flat: Given) -> Verdict:
        """What *rule*, or a pair to reread, weighs for some answers; raises AnswersError when they cannot be read."""
        data = answer_data(flat, self.edition)
        if repr(data) not in self._found and not any(isinstance(part, RecommendedTest) for _, part in parts(rule)):
            # Nothing this rule asks about comes from other rules: leaving them out saves most of the time.
            return weigh(rule.when, assess(read_answers(data, self.edition), self._without_rules).facts).verdict
        found = self.assessed(data).advice.weighings
        return next(each.weighed.verdict for each in found if each.rule.id == rule.id)

    @cached_property
    def fires(self) -> Mapping[str, Assessment]:
        """Rule -> the assessment of the answers that make it hold."""
        return dict(self._readable((rule.id, answer_data(rule.fires, self.edition)) for rule in self.rules))

    @cached_property
    def cases(self) -> Mapping[str, Assessment]:
        """Name -> the assessment of a worked case."""
        return dict(self._readable((case.name, case.given) for case in self.edition.examples))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that weigh something."""
        return tuple(rule for rule in self.edition.rules if not rule.presentation)

    @property
    def all(self) -> tuple[Assessment, ...]:
        """Every witness."""
        return (*self.fires.values(), *self.cases.values())

    def _readable(self, given: Iterator[tuple[str, Given]]) -> Iterator[tuple[str, Assessment]]:
        for name, data in given:
            try:
                yield name, self.assessed(data)
            except AnswersError:
                continue  # told by worked_examples, with its place
