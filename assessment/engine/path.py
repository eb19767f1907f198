"""An Assessment in, the smallest sets of answers that consolidate the present stage or reach the next one out.

A path names no advice: it says which answers would have to become true. Each is proved by placing the project again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from assessment.engine.assess import Assessment, assess
from assessment.engine.changes import change
from assessment.engine.stage import Gap, Levels, levels_of, reached


@dataclass(frozen=True, slots=True)
class Step:
    """An answer to reach: *gap* says what is missing, *option* the first option that has it, *effort* how far it is."""

    gap: Gap
    option: int
    effort: int

    @property
    def question(self) -> str:
        """The question to answer."""
        return self.gap.requirement.question


@dataclass(frozen=True, slots=True)
class Path:
    """The smallest set of answers that leads to *stage* (index from 0), the least effort first, and the result then.

    *then*: what the stage reached would still ask for to be consolidated. The stage may move further than *stage*.
    """

    stage: int
    steps: tuple[Step, ...]
    then: tuple[Step, ...]
    after: Assessment


def path_to_consolidate(assessment: Assessment) -> Path | None:
    """What consolidates the stage reached; without steps when it is consolidated, None without a project."""
    if assessment.project is None:
        return None
    placement = assessment.project.placement
    return _path(assessment, placement.stage.reached, _steps(assessment, placement.to_consolidate))


def path_to_next(assessment: Assessment) -> Path | None:
    """What reaches the next stage; None for the last stage and without a project."""
    if assessment.project is None:
        return None
    here = assessment.project.placement.stage.reached
    if here == len(assessment.edition.placement.gates):
        return None
    deeds = assessment.edition.placement.gates[here].deeds
    wanted = [gap for gap in assessment.project.placement.to_next if gap.requirement in deeds]
    return _path(assessment, here + 1, _smallest(assessment, _steps(assessment, wanted), here + 1))


def _smallest(assessment: Assessment, steps: Sequence[Step], stage: int) -> tuple[Step, ...]:
    """The first of the smallest sets of *steps* that reach *stage*, those of least effort in front."""
    gates, levels = assessment.edition.placement.gates, levels_of(assessment.edition, assessment.answers)
    sets = (chosen for size in range(len(steps) + 1) for chosen in combinations(steps, size))
    return next(chosen for chosen in sets if reached(gates, _raised(levels, chosen)) >= stage)


def _raised(levels: Levels, steps: Iterable[Step]) -> Levels:
    return {**levels, **{step.question: step.gap.requirement.at_least for step in steps}}


def _path(assessment: Assessment, stage: int, steps: tuple[Step, ...]) -> Path:
    changed = change(assessment.answers, {step.question: step.option for step in steps}, assessment.edition)
    after = assess(changed.answers, assessment.edition)
    return Path(stage, steps, _steps(after, after.project.placement.to_consolidate if after.project else ()), after)


def _steps(assessment: Assessment, gaps: Iterable[Gap]) -> tuple[Step, ...]:
    """One step for each question, at the highest level asked; least effort first, then the order of the gates."""
    highest: dict[str, Gap] = {}
    for gap in gaps:
        known = highest.get(gap.requirement.question)
        if known is None or gap.requirement.at_least > known.requirement.at_least:
            highest[gap.requirement.question] = gap
    return tuple(sorted((_step(assessment, gap) for gap in highest.values()), key=lambda step: step.effort))


def _step(assessment: Assessment, gap: Gap) -> Step:
    question = assessment.edition.questions[gap.requirement.question]
    level = min(level for level in question.levels if level >= gap.requirement.at_least)
    option = next(number for number, choice in enumerate(question.choices, start=1) if choice.level == level)
    #: Until content says the effort of a requirement, all are alike and the order of the gates stands.
    return Step(gap, option, gap.requirement.effort)
