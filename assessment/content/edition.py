"""A folder in, an Edition out: everything the tool asks, knows and says, read once, checked whole, never changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from pydantic import Field

from assessment.content.catalogue import Catalogue, Item
from assessment.content.conditions import RecommendedTest, Written
from assessment.content.examples import Example, Examples
from assessment.content.funding import Funding
from assessment.content.interview import InterviewMethod
from assessment.content.levers import DoorsQuestionnaire, Lever, Levers, Needs
from assessment.content.links import Links
from assessment.content.placement import Placement
from assessment.content.programme import ProgrammeMethod
from assessment.content.questionnaire import PartId, Question, Questionnaire, Sourced
from assessment.content.reading import parts
from assessment.content.rules import Limits, Rule, RuleFile
from assessment.content.stability import Stability
from assessment.content.teaching import Teaching


class Card(Sourced):
    """What an edition says of itself."""

    title: str
    published: date
    licence: str
    presentation: str = Field(min_length=1)  #: what this edition is, for people
    limits: tuple[str, ...]  #: what the method cannot say, for people
    equity: str  #: the sentence for whoever reads several projects
    plain: str  #: what no result is, in the plainest words
    notice: tuple[str, ...]  #: what happens to the answers, before the first question


@dataclass(frozen=True)
class Edition:
    """One edition: its questionnaires, method, rules, catalogue and worked cases."""

    id: str
    card: Card
    project: Questionnaire
    organisation: Questionnaire
    doors: DoorsQuestionnaire
    placement: Placement
    levers: Levers
    needs: Needs
    programme: ProgrammeMethod
    teaching: Teaching
    interview: InterviewMethod
    funding: Funding
    rules: tuple[Rule, ...]
    limits: Limits
    catalogue: Catalogue
    examples: tuple[Example, ...]
    stability: Stability
    links: Links

    @property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """The parts, in the order in which they are answered."""
        return (self.project, self.organisation, self.doors)

    def questionnaire(self, part: PartId) -> Questionnaire:
        """The questionnaire of one part."""
        return next(found for found in self.questionnaires if found.part == part)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by id, in order."""
        return {question.id: question for part in self.questionnaires for question in part.questions}

    @cached_property
    def part_of(self) -> Mapping[str, PartId]:
        """The part each question belongs to."""
        return {question.id: part.part for part in self.questionnaires for question in part.questions}

    @cached_property
    def key_questions(self) -> tuple[str, ...]:
        """Questions of the gates, in the order of the questionnaire."""
        named = {
            requirement.question for gate in self.placement.gates for requirement in (*gate.deeds, *gate.prerequisites)
        }
        return tuple(question.id for question in self.project.questions if question.id in named)

    @cached_property
    def deed_questions(self) -> tuple[str, ...]:
        """Questions whose deeds name the stage, in the order of the questionnaire."""
        named = {deed.question for gate in self.placement.gates for deed in gate.deeds}
        return tuple(question.id for question in self.project.questions if question.id in named)

    @cached_property
    def stage_index(self) -> Mapping[str, int]:
        """Place of each stage, from 0."""
        return {stage.id: index for index, stage in enumerate(self.placement.stages)}

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every catalogue item by id, in catalogue order."""
        return {item.id: item for item in self.catalogue.items}

    @cached_property
    def lever(self) -> Mapping[str, Lever]:
        """Every lever by id, in the order of the matrix."""
        return {lever.id: lever for lever in self.levers.levers}

    @cached_property
    def rule_steps(self) -> tuple[tuple[Rule, ...], ...]:
        """Rules in the steps in which they are weighed: those that ask what was recommended come after all others.

        Among these, a rule comes in the step of the kind it recommends itself, kinds in the order of the limits.
        """
        kinds = [kind for group in self.limits.groups for kind in group.kinds]
        rules = sorted((rule for rule in self.rules if not rule.presentation), key=lambda rule: rule.place)
        asking = [rule for rule in rules if any(isinstance(part, RecommendedTest) for _, part in parts(rule))]
        last = {
            rule.id: max((kinds.index(self.items[name].kind) for name in rule.recommend), default=len(kinds))
            for rule in asking
        }
        return (
            tuple(rule for rule in rules if rule not in asking),
            *(tuple(rule for rule in asking if last[rule.id] == place) for place in range(len(kinds) + 1)),
        )

    def dimension_of(self, question: str) -> str:
        """The screen of a scored question, which is its dimension."""
        return self.questions[question].screen


#: File of an edition -> model, the rules apart; stability.yaml may be left out.
FILES: dict[str, type[Written]] = {
    "edition.yaml": Card,
    "project.yaml": Questionnaire,
    "organisation.yaml": Questionnaire,
    "doors.yaml": DoorsQuestionnaire,
    "placement.yaml": Placement,
    "levers.yaml": Levers,
    "needs.yaml": Needs,
    "programme.yaml": ProgrammeMethod,
    "teaching.yaml": Teaching,
    "interview.yaml": InterviewMethod,
    "funding.yaml": Funding,
    "examples.yaml": Examples,
    "rules/limits.yaml": Limits,
}


def rule_files(folder: Path) -> Iterator[Path]:
    """The files of rules of an edition, in a fixed order."""
    return (path for path in sorted((folder / "rules").glob("*.yaml")) if path.name != "limits.yaml")


RULE_FILE = RuleFile
