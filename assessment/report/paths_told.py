"""The steps of a path in, the same in words out: what is missing, the answer that has it, about how long it takes."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.engine.assess import Assessment
from assessment.engine.path import Step
from assessment.report import wording
from assessment.report.explained import answer_words

#: Effort of a requirement -> about how long it takes.
EFFORTS = {1: "quelques heures", 2: "quelques semaines", 3: "quelques mois"}


@dataclass(frozen=True, slots=True)
class StepTold:
    """One thing to have: *answer* is the option that says it is there, *now* the present answer."""

    missing: str
    effort: str
    question: str
    answer: str
    now: str


def steps_told(steps: Iterable[Step], assessment: Assessment) -> tuple[StepTold, ...]:
    """The steps of a path, or what comes then, in the words of the questionnaire."""
    return tuple(_told(step, assessment) for step in steps)


def _told(step: Step, assessment: Assessment) -> StepTold:
    name, edition = step.question, assessment.edition
    return StepTold(
        missing=wording.capital(step.gap.requirement.missing),
        effort=EFFORTS[step.effort],
        question=edition.questions[name].text,
        answer=answer_words(name, step.option, edition),
        now=answer_words(name, assessment.answers.values.get(name), edition),
    )
