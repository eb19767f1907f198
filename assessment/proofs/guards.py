"""A guard-rail in, whether it is one on low confidence out: outside those, everyone is promised something."""

from assessment.content import conditions as written
from assessment.content.edition import Edition
from assessment.content.reading import parts
from assessment.content.rules import Rule
from assessment.engine.answers import Answers
from assessment.engine.facts import Fact, Facts
from assessment.engine.verdicts import Verdict, weigh
from assessment.proofs.profiles import PARTS


def is_guard(rule: Rule, edition: Edition) -> bool:
    """Whether a guard-rail holds for nobody whose results are firmer than the least."""
    _, *firmer = (level.id for level in edition.placement.confidence.levels)
    firm = (
        Facts(edition, Answers(edition.id, present), confidence={"project": Fact(level), "organisation": Fact(level)})
        for present in PARTS
        for level in firmer
    )
    fails = all(weigh(rule.when, facts).verdict is Verdict.FAILS for facts in firm)
    return fails and asks(rule, written.ConfidenceTest)


def asks(rule: Rule, kind: type[written.Leaf]) -> bool:
    """Whether a rule looks at tests of this kind."""
    return any(isinstance(part, kind) for _, part in parts(rule.when))
