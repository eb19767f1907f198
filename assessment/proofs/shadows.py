"""An edition in, the rules that never bring their item in because another always does it first out, as Problems.

A rule wins an item when the result shows the item for its sake. Worked examples show it for most rules; for the others
answers are tried that differ from the rule's own example by a few of the answers that it or its rivals look at.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product

from assessment.content.conditions import RecommendedTest
from assessment.content.edition import Edition
from assessment.content.reading import parts
from assessment.content.rules import Rule
from assessment.engine.answers import Answers, Value, organisation_type
from assessment.engine.assess import Assessment, assess
from assessment.engine.verdicts import Verdict
from assessment.errors import Problem
from assessment.proofs.asking import questions_of
from assessment.proofs.classes import Classes
from assessment.proofs.places import Places
from assessment.proofs.witnesses import Witnesses

#: Answer sets tried for one rule and item before it counts as shadowed, and how many answers they change at most.
TRIED, CHANGED = 800, 3


def shadowed(edition: Edition, witnesses: Witnesses, places: Places) -> list[Problem]:
    """Every rule and item for which another rule gives the same item whenever it holds, and ranks at least as well."""
    won = {pair for each in witnesses.all for pair in wins(each)}
    return [
        Problem(
            "shadowed-rule",
            places.where(rule, "recommend"),
            f"{item} est toujours donné par une autre règle ({', '.join(rivals)}) quand {rule.id} s'applique.",
            "Retirez cette règle, donnez-lui une meilleure « precedence » ou précisez sa condition.",
        )
        for rule in witnesses.rules
        for item in rule.recommend
        if (rule.id, item) not in won and rule.id in witnesses.fires
        for rivals in _rivals(rule, item, witnesses)
    ]


def wins(found: Assessment) -> Iterator[tuple[str, str]]:
    """Each item shown with the rule for whose sake it is."""
    return ((each.rule.id, each.item.id) for each in found.advice.recommendations)


def holds(rule: Rule, found: Assessment) -> bool:
    """Whether a rule holds in a result, held back or not."""
    weighings = found.advice.weighings
    return any(each.rule.id == rule.id and each.weighed.verdict is Verdict.HOLDS for each in weighings)


def _rivals(rule: Rule, item: str, witnesses: Witnesses) -> Iterator[tuple[str, ...]]:
    """The rules that give *item* instead of *rule*, once, when nothing is found that makes it win."""
    start = witnesses.fires[rule.id]
    if not holds(rule, start):
        return  # its own example is told by worked_examples
    first = next((name for name, shown in wins(start) if shown == item), None)
    search = _Search(rule, item, witnesses, {first} if first else set())
    if not search.finds(start.answers):
        yield tuple(sorted(search.rivals)) or (rule.id,)


@dataclass
class _Search:
    rule: Rule
    item: str
    witnesses: Witnesses
    rivals: set[str]
    tried: int = 0

    def __post_init__(self) -> None:
        every = self.witnesses.open_edition.rules
        alone = not any(isinstance(part, RecommendedTest) for _, part in parts(self.rule))
        # Rules that give other items cannot come in its way: leaving them out saves most of the time.
        rules = tuple(each for each in every if self.item in each.recommend) if alone else every
        self.edition = replace(self.witnesses.open_edition, rules=rules)
        self.classes = Classes(self.witnesses.edition)

    def finds(self, start: Answers) -> bool:
        """Whether the rule wins its item for *start* with a few answers changed, added or left out."""
        return any(self.is_won(replace(start, parts=present, values=values)) for values, present in self.near(start))

    def near(self, start: Answers) -> Iterator[tuple[Mapping[str, Value], frozenset[str]]]:
        """Answers that differ from *start*, by one answer first, then by more."""
        for changed in range(1, CHANGED + 1):
            for names in combinations(self.questions(), changed):
                present = start.parts | {self.edition.part_of[name] for name in names}
                for values in product(*((None, *self.classes.of(name)) for name in names)):
                    if self.tried >= TRIED:
                        return
                    given = {**start.values, **dict(zip(names, values, strict=True))}
                    yield {name: value for name, value in given.items() if value is not None}, present

    def questions(self) -> tuple[str, ...]:
        """Those that the rivals look at, then those of the rule itself."""
        rivals = (rule for rule in self.edition.rules if rule.id in self.rivals)
        asked = (name for rule in (*rivals, self.rule) for name in questions_of(rule.when, self.edition))
        return tuple(dict.fromkeys(asked))

    def is_won(self, answers: Answers) -> bool:
        kind, _ = organisation_type(answers.values, self.edition)
        if kind and any(self.edition.questions[name].type not in (None, kind) for name in answers.values):
            return False
        self.tried += 1
        found = assess(answers, self.edition)
        winner = next((name for name, shown in wins(found) if shown == self.item), None)
        if winner is not None and holds(self.rule, found):
            self.rivals.add(winner)
        return winner == self.rule.id
