"""A question and its answer in, the other answers worth trying out: one for each class that conditions tell apart.

Two levels between which no condition cuts weigh the same everywhere, but for the order of what ties. So do two options
of one level, unless a condition names one by its number.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.content import conditions as written
from assessment.content.edition import Edition
from assessment.content.questionnaire import Question
from assessment.content.reading import parts
from assessment.engine.answers import Value

#: Answers in one direction, the nearest first: when one does, those behind it need not be tried.
Run = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What conditions tell apart: question -> levels at which one cuts, question -> options that one names."""

    cuts: Mapping[str, frozenset[int]]
    named: Mapping[str, frozenset[int]]


def marks_of(edition: Edition) -> Marks:
    """Every mark that the gates, patterns, zones, levels and rules of *edition* make."""
    cuts: dict[str, set[int]] = defaultdict(set)
    named: dict[str, set[int]] = defaultdict(set)
    whens = (rule.when for rule in edition.rules)
    for part in (part for model in (edition.placement, *whens) for _, part in parts(model)):
        for question in _compared(part, edition):
            cuts[question].update(_cut(part, edition))
        if isinstance(part, written.AnswerTest):
            named[part.answer].update((*([part.is_] if part.is_ else []), *(part.in_ or ()), *(part.includes or ())))
    for gate in edition.placement.gates:
        for requirement in (*gate.deeds, *gate.prerequisites):
            cuts[requirement.question].add(requirement.at_least)
    for question in edition.questions.values():
        named[question.id].update(number for number, choice in enumerate(question.choices, 1) if choice.levers)
    return Marks(
        {name: frozenset(at) for name, at in cuts.items()}, {name: frozenset(at) for name, at in named.items()}
    )


def finest(marks: Marks, edition: Edition) -> Marks:
    """*marks* with every level told apart: where the order of what ties counts, every level does."""
    levels = {question.id: frozenset(question.levels) for question in edition.questions.values() if question.scaled}
    return Marks(levels, marks.named)


def runs(question: Question, value: Value | None, marks: Marks) -> tuple[Run, ...]:
    """Other answers to *question* than *value*, in runs that go the same way."""
    if question.kind == "several":
        ticked = value if isinstance(value, tuple) else None
        return tuple((each,) for each in dict.fromkeys(_ticked(question, ticked, marks)) if each != ticked)
    given = value if isinstance(value, int) else None
    if not question.scaled:
        return tuple((number,) for number in range(1, len(question.choices) + 1) if number != given)
    return _steps(question, given, marks)


def _steps(question: Question, given: int | None, marks: Marks) -> tuple[Run, ...]:
    classes = _classes(question, marks)
    if given is None:
        return (tuple(each[0] for each in classes),)
    here = next(place for place, each in enumerate(classes) if given in each)
    beside = tuple(
        (number,) for number in classes[here] if number in marks.named.get(question.id, ()) and number != given
    )
    below = tuple(_nearest_below(question, each) for each in reversed(classes[:here]))
    return tuple(run for run in (tuple(each[0] for each in classes[here + 1 :]), below, *beside) if run)


def _nearest_below(question: Question, options: tuple[int, ...]) -> int:
    return max(options, key=lambda number: (question.level(number), -number))


def _classes(question: Question, marks: Marks) -> tuple[tuple[int, ...], ...]:
    """Options by class, lowest class and level first; within a level as they stand, those named apart."""
    cuts = set(marks.cuts.get(question.id, ()))
    for number in marks.named.get(question.id, ()):
        cuts |= {question.level(number), question.level(number) + 1}
    by_class: dict[int, list[int]] = defaultdict(list)
    for number in sorted(range(1, len(question.choices) + 1), key=lambda number: (question.level(number), number)):
        by_class[sum(cut <= question.level(number) for cut in cuts)].append(number)
    return tuple(tuple(by_class[place]) for place in sorted(by_class))


def _ticked(question: Question, ticked: tuple[int, ...] | None, marks: Marks) -> Iterator[tuple[int, ...]]:
    kept, most = ticked or (), question.at_most or len(question.choices)
    for number in range(1, len(question.choices) + 1):
        if number in marks.named.get(question.id, ()) and number not in kept:
            yield (*(kept if len(kept) < most else kept[:-1]), number)
    yield ()
    for number in range(1, len(question.choices) + 1):
        if number in marks.named.get(question.id, ()) or number in kept:
            yield (number,)


def _compared(part: written.Written, edition: Edition) -> tuple[str, ...]:
    """The questions whose levels a condition compares."""
    match part:
        case written.AnswerTest(answer=name):
            return (name,)
        case written.DimensionTest(dimension=screen):
            return tuple(question.id for question in edition.project.on_screen(screen))
        case written.PracticeTest(practice=screen):
            return tuple(question.id for question in edition.organisation.on_screen(screen))
        case written.CountTest(count=names) if not isinstance(names, str):
            return names
        case written.CountTest() | written.BodyTest():
            return tuple(question.id for question in edition.organisation.questions if question.scaled)
    return ()


def _cut(part: written.Written, edition: Edition) -> Iterator[int]:
    if getattr(part, "below", None):
        yield from range(1, len(edition.placement.stages) + 1)  # against the stage, every level counts
    if part.at_least is not None:
        yield part.at_least
    if part.at_most is not None:
        yield part.at_most + 1
