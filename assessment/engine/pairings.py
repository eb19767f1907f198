"""Facts about a project and its organisation in, what one says about the other out, with the answers behind it."""

from dataclasses import dataclass

from assessment.content.placement import Named
from assessment.engine.facts import Facts
from assessment.engine.verdicts import Verdict, weigh


@dataclass(frozen=True, slots=True)
class PairingFound:
    """The first pairing that holds and the answers behind it; None while answers that would tell are *missing*."""

    pairing: Named | None
    because: frozenset[str]
    missing: frozenset[str]


def pair(facts: Facts) -> PairingFound:
    """Read a project and its organisation together; both must have been placed."""
    missing: frozenset[str] = frozenset()
    for each in facts.edition.placement.pairings:
        weighed = weigh(each.when, facts)
        if weighed.verdict is Verdict.HOLDS:
            return PairingFound(each, weighed.because, frozenset())
        if weighed.verdict is Verdict.UNKNOWN:
            missing |= weighed.missing
    return PairingFound(None, frozenset(), missing)
