"""Answers in, the Assessment out: every step of the method in order, pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assessment.content.edition import Edition
from assessment.content.placement import Contradiction
from assessment.engine.answers import Answers, organisation_type
from assessment.engine.doors import DoorOrder, order_doors
from assessment.engine.facts import Fact, Facts
from assessment.engine.levers import LeverFound, lever_facts, order_levers
from assessment.engine.needs import NeedFound, find_needs, need_facts
from assessment.engine.organisation import Organisation, assess_organisation
from assessment.engine.pairings import PairingFound, pair
from assessment.engine.placement import Placement, place
from assessment.engine.recommendations import Advice, advise


@dataclass(frozen=True, slots=True)
class Project:
    """The project part of a result."""

    placement: Placement
    levers: tuple[LeverFound, ...]
    needs: tuple[NeedFound, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A whole result: parts that were not answered are None; *facts* holds what every line rests on.

    *pairing*: what the project and the organisation say about each other, None unless both were answered.
    """

    edition: Edition
    answers: Answers
    project: Project | None
    organisation: Organisation | None
    doors: DoorOrder | None
    advice: Advice
    facts: Facts
    pairing: PairingFound | None = None

    def in_order(self, questions: Iterable[str]) -> tuple[str, ...]:
        """*questions* in the order of the questionnaires."""
        wanted = set(questions)
        return tuple(name for name in self.edition.questions if name in wanted)


def assess(answers: Answers, edition: Edition, *, short: bool = False) -> Assessment:
    """Assess *answers*; *short*, and the short version, read the key questions only and give no profile."""
    answers, organisation, placement, facts = _placed(answers, edition, short=short)
    project = None
    if placement:
        levers = order_levers(placement, facts)
        needs = find_needs(placement, facts)
        facts = replace(facts, levers=lever_facts(levers), needs=need_facts(needs))
        project = Project(placement, levers, needs)
    doors = order_doors(edition, answers) if "doors" in answers.parts else None
    pairing = pair(facts) if project and organisation else None
    return Assessment(edition, answers, project, organisation, doors, advise(facts), facts, pairing)


def contradictions_of(answers: Answers, edition: Edition) -> tuple[Contradiction, ...]:
    """What of *answers* does not go together, as `assess` finds it, without the rest of the result."""
    _, _, placement, _ = _placed(answers, edition, short=False)
    return placement.contradictions if placement else ()


def _placed(
    answers: Answers, edition: Edition, *, short: bool
) -> tuple[Answers, Organisation | None, Placement | None, Facts]:
    """The answers that count, the parts placed (None: not answered), and the facts that both give."""
    short = short or answers.short
    if short:
        answers = key_answers(answers, edition)
    kind, told_by = organisation_type(answers.values, edition)
    asked = frozenset(edition.placement.type_asked_by)
    facts = Facts(
        edition=edition,
        answers=answers,
        type=Fact(kind, frozenset({told_by})) if told_by else Fact(None, missing=asked),
        stage=Fact(None, missing=frozenset(edition.deed_questions)),
        level=Fact(None, missing=frozenset(edition.placement.level_decided_by)),
    )
    organisation, placement = None, None
    if "organisation" in answers.parts:
        organisation, facts = assess_organisation(facts)
    if "project" in answers.parts:
        placement, facts = place(facts, profile=not short)
    return answers, organisation, placement, facts


def key_answers(answers: Answers, edition: Edition) -> Answers:
    """The answers to the key questions of the project, and nothing else."""
    return replace(
        answers,
        short=True,
        parts=answers.parts & {"project"},
        values={name: value for name, value in answers.values.items() if name in edition.key_questions},
    )
