"""An edition and its files in, everything that is proved about it out: problems, counts and tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.content.names import File
from assessment.errors import Problem
from assessment.proofs import coverage, monotone, stability
from assessment.proofs.coherence import orphans
from assessment.proofs.effects import without_effect
from assessment.proofs.places import Places
from assessment.proofs.reachability import goals, unreachable
from assessment.proofs.readability import unreadable
from assessment.proofs.shadows import shadowed
from assessment.proofs.witnesses import Witnesses
from assessment.proofs.worked_examples import disagreements


@dataclass(frozen=True)
class Review:
    """What a review of an edition found. *tables*: title -> lines, for whoever wants the details."""

    problems: tuple[Problem, ...]
    counts: tuple[tuple[str, int], ...]
    tables: tuple[tuple[str, tuple[str, ...]], ...]


def review(edition: Edition, files: tuple[File, ...] = ()) -> Review:
    """Prove everything about an edition; *files* let problems be told by file and line."""
    places, witnesses = Places(files), Witnesses(edition)
    covered, monotony = coverage.cover(edition), monotone.try_all(edition)
    moving = stability.unstable(edition, witnesses)
    problems = (
        *disagreements(edition, witnesses, places),
        *orphans(edition, places),
        *unreadable(edition, places),
        *without_effect(edition, places),
        *unreachable(edition, witnesses, places),
        *shadowed(edition, witnesses, places),
        *coverage.told(covered, edition, places),
        *monotone.told(monotony, edition, places),
        *stability.told(moving, edition, places),
    )
    counts = (
        ("rules", len(edition.rules)),
        ("items", len(edition.items)),
        ("cases", len(edition.examples)),
        ("goals", sum(1 for _ in goals(edition))),
        ("profiles", covered.profiles),
        ("splits", covered.cases),
        ("answers", monotony.answers),
        ("classes", monotony.classes),
        ("moves", monotony.moves),
        ("changes", sum(1 for _ in stability.thresholds(edition)) + sum(1 for _ in stability.doses(edition))),
        ("moving", len(moving)),
    )
    return Review(
        problems, counts, (("moving", stability.table(moving)), ("shown_by", tuple(_shown_by(edition, witnesses))))
    )


def _shown_by(edition: Edition, witnesses: Witnesses) -> Iterator[str]:
    """For each item, the rules for whose sake some worked example shows it."""
    won: dict[str, dict[str, None]] = {name: {} for name in edition.items}
    for each in witnesses.all:
        for found in each.advice.recommendations:
            won[found.item.id][found.rule.id] = None
    for name, rules in won.items():
        yield f"{name} : {', '.join(rules) or 'aucun exemple ne le montre'}"
