"""Answers and the placement in, how firm it is out, always with its reasons."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assessment.content.edition import Edition
from assessment.engine.answers import Answers
from assessment.engine.stage import Levels, StageRange, met, reached

ConfidenceId = Literal["faible", "moyenne", "elevee"]


@dataclass(frozen=True, slots=True)
class Confidence:
    """A level and the sentences that give its reasons."""

    level: ConfidenceId
    because: tuple[str, ...]


def project_confidence(
    edition: Edition,
    answers: Answers,
    levels: Levels,
    stage: StageRange,
    contradictions: int,
) -> Confidence:
    """How firm the placement of the project is, from coverage, what can be shown, coherence and stability."""
    limits, say = edition.placement.confidence.project, edition.placement.confidence.sentences
    total = len(levels)
    answered = sum(level is not None for level in levels.values())
    held = list(_held(edition, levels))
    shown = sum(answers.can_be_shown(question) for question in held)
    wide = stage.highest - stage.lowest >= limits.low_from_range
    stable = is_stable(edition, answers, levels)
    enough = bool(held) and 100 * shown >= limits.high_shown_percent * len(held)
    low = answered < limits.low_below_answered or contradictions >= limits.low_from_contradictions or wide
    high = answered == total and enough and not contradictions and stable
    because = [
        (say.all_answered if answered == total else say.some_answered).format(answered=answered, total=total),
        *([say.wide_range] if wide else []),
    ]
    if answered:  # nothing can be said of answers that are not there
        because += [
            say.contradictions.format(count=contradictions) if contradictions else say.no_contradiction,
            _about_proofs(edition, shown, len(held), enough),
            say.stable if stable else say.unstable,
        ]
    return Confidence("faible" if low else "elevee" if high else "moyenne", tuple(because))


def _about_proofs(edition: Edition, shown: int, held: int, enough: bool) -> str:
    say = edition.placement.confidence.sentences
    sentence = say.nothing_shown if not shown else say.enough_shown if enough else say.some_shown
    return sentence.format(shown=shown, held=held)


def _held(edition: Edition, levels: Levels) -> Iterator[str]:
    for gate in edition.placement.gates:
        for requirement in (*gate.deeds, *gate.prerequisites):
            if met(requirement, levels):
                yield requirement.question


def is_stable(edition: Edition, answers: Answers, levels: Levels) -> bool:
    """Whether the stage stays when any single deed answer that cannot be shown is lowered by one level."""
    gates, here = edition.placement.gates, reached(edition.placement.gates, levels)
    return all(
        reached(gates, {**levels, name: level - 1}) == here
        for name in edition.deed_questions
        if (level := levels[name]) is not None and level > 1 and not answers.can_be_shown(name)
    )


def organisation_confidence(
    edition: Edition,
    *,
    answered: int,
    total: int,
    key_unknown: tuple[str, ...],
) -> Confidence:
    """How firm the level of the organisation is; never high: that takes a second reader, who is not asked yet."""
    limits, say = edition.placement.confidence.organisation, edition.placement.confidence.sentences
    because = [say.organisation_answered.format(answered=answered, total=total)]
    if key_unknown:
        because.append(say.organisation_key_unknown.format(questions=", ".join(key_unknown)))
    if key_unknown or answered < limits.low_below_answered:
        return Confidence("faible", tuple(because))
    return Confidence("moyenne", (*because, say.organisation_not_confirmed))
