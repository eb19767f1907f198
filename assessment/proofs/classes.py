"""An edition in, the classes into which its thresholds cut each question's options out.

Two options of one class are the same to every condition and every gate: a proof that tries one of each has tried all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations

from assessment.content import conditions as written
from assessment.content.edition import Edition
from assessment.content.placement import Requirement
from assessment.content.questionnaire import Question, Questionnaire
from assessment.content.reading import parts
from assessment.engine.answers import Answers, Value
from assessment.engine.facts import Facts
from assessment.engine.verdicts import weigh


@dataclass(frozen=True)
class Classes:
    """The classes of the questions of one edition; thresholds of conditions that are not in it can be *added*."""

    edition: Edition
    added: tuple[written.Written, ...] = ()

    @cached_property
    def tests(self) -> tuple[written.Written, ...]:
        """Every test and requirement of the method, the rules and the questionnaires."""
        edition = self.edition
        read = (edition.placement, edition.levers, edition.rules, edition.questionnaires, self.added)
        return tuple(part for part in _all_parts(read) if isinstance(part, written.Leaf | Requirement))

    @cached_property
    def named(self) -> dict[str, tuple[written.AnswerTest, ...]]:
        """Question -> the tests on its answer."""
        found: dict[str, list[written.AnswerTest]] = {name: [] for name in self.edition.questions}
        for test in self.tests:
            if isinstance(test, written.AnswerTest):
                found[test.answer].append(test)
        return {name: tuple(tests) for name, tests in found.items()}

    @cached_property
    def cuts(self) -> dict[str, frozenset[int]]:
        """Question -> the levels at which something other than a test on its answer begins to hold."""
        found: dict[str, set[int]] = {name: set() for name in self.edition.questions}
        for test in self.tests:
            for name in _scaled_by(test, self.edition):
                found[name].update(_thresholds(test, self.edition))
        return {name: frozenset(cut) for name, cut in found.items()}

    def of(self, name: str) -> tuple[Value, ...]:
        """One value of each class, in the order of the options; of several options, every choice of their classes."""
        question = self.edition.questions[name]
        numbers = range(1, len(question.choices) + 1)
        if question.kind == "one":
            return self._one_of_each(question, numbers)
        single = self._one_of_each(question, ((number,) for number in numbers))
        most = min(question.at_most or len(single), len(single))
        chosen = (each for size in range(2, most + 1) for each in combinations(single, size))
        return ((), *single, *(tuple(chain(*each)) for each in chosen))

    def signature(self, question: Question, value: Value) -> tuple[object, ...]:
        """What the edition can tell about an answer: the same for all answers of one class."""
        part = self.edition.part_of[question.id]
        facts = Facts(self.edition, Answers(self.edition.id, frozenset({part}), {question.id: value}))
        numbers = value if isinstance(value, tuple) else (value,)
        level = question.level(value) if isinstance(value, int) else None
        return (
            tuple(weigh(test, facts).verdict for test in self.named[question.id]),
            tuple(level is not None and level >= cut for cut in sorted(self.cuts[question.id])),
            tuple(self.meaning(question, number) for number in numbers),
        )

    def meaning(self, question: Question, number: int) -> tuple[object, ...]:
        """What an option stands for besides its level: a type, a door, levers."""
        choice, edition = question.choices[number - 1], self.edition
        used = question.id in edition.placement.type_asked_by or edition.part_of[question.id] == "doors"
        return (choice.id if used else None, choice.levers)

    def _one_of_each(self, question: Question, values: Iterator[Value] | range) -> tuple[Value, ...]:
        first: dict[tuple[object, ...], Value] = {}
        for value in values:
            first.setdefault(self.signature(question, value), value)
        return tuple(first.values())


def scored(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """The questions that stand on a scored screen."""
    screens = {screen.id for screen in questionnaire.screens if screen.scored}
    return tuple(question for question in questionnaire.questions if question.screen in screens)


def _all_parts(models: tuple[object, ...]) -> Iterator[written.Written]:
    for model in models:
        if isinstance(model, tuple):
            yield from _all_parts(model)
        else:
            yield from (part for _, part in parts(model))


def _scaled_by(test: written.Written, edition: Edition) -> tuple[str, ...]:
    """The questions whose levels a test or a requirement compares."""
    match test:
        case Requirement():
            return (test.question,)
        case written.CountTest(count=tuple() as names):
            return names
        case written.DimensionTest():
            return tuple(question.id for question in edition.project.on_screen(test.dimension))
        case written.PracticeTest():
            return tuple(question.id for question in edition.organisation.on_screen(test.practice))
        case written.BodyTest() | written.CountTest():
            return tuple(question.id for question in scored(edition.organisation))
    return ()


def _thresholds(test: written.Written, edition: Edition) -> Iterator[int]:
    if getattr(test, "below", None):
        yield from range(2, len(edition.placement.stages) + 1)
    if (least := getattr(test, "at_least", None)) is not None:
        yield least
    if (most := getattr(test, "at_most", None)) is not None:
        yield most + 1
