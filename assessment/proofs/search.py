"""A condition in, answers that make it hold out, or None: tried depth first, one class of thresholds at a time.

What a node has answered may still be completed, so only what no further answer can change counts against it: the rest
is unknown, and Kleene's logic drops the node as soon as the condition fails all the same. Found answers are always
judged by the engine itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations, product

from assessment.content import conditions as written
from assessment.content.edition import Edition
from assessment.content.placement import Requirement
from assessment.content.questionnaire import UNKNOWN, PartId
from assessment.content.reading import parts
from assessment.engine.answers import Answers, Value, organisation_type
from assessment.engine.assess import assess
from assessment.engine.facts import Fact, Facts
from assessment.engine.stage import levels_of, stage_range
from assessment.engine.verdicts import Verdict, weigh
from assessment.proofs.asking import questions_of
from assessment.proofs.classes import Classes, scored

Accepts = Callable[[Answers], bool]
#: How much is tried before giving up, with few answers and then with more, in nodes; asking the engine costs as much as
#: *ENGINE* of them. A few seconds.
FEW, BUDGET, ENGINE = 3_000, 5_000, 20


def find(
    condition: written.Condition,
    edition: Edition,
    *,
    accepts: Accepts = lambda _: True,
    looking_at: tuple[written.Condition, ...] = (),
) -> Answers | None:
    """Answers for which *condition* holds and that the caller *accepts*; *looking_at* adds questions to vary."""
    every = (condition, *looking_at)
    asked = tuple(dict.fromkeys(name for each in every for name in questions_of(each, edition)))
    classes = Classes(edition, every)
    for present in _parts_to_try(every, edition, asked):
        names = tuple(name for name in asked if edition.part_of[name] in present)
        search = _Search(classes, condition, names, present, accepts)
        found = search.few() or search.below({}, 0)
        if found is not None:
            return found
    return None


def _known(conditions: tuple[written.Condition, ...]) -> frozenset[str]:
    """What the conditions ask whether it is known."""
    every = (part for each in conditions for _, part in parts(each))
    return frozenset(part.known for part in every if isinstance(part, written.KnownTest))


def _parts_to_try(
    conditions: tuple[written.Condition, ...], edition: Edition, asked: tuple[str, ...]
) -> Iterator[frozenset[PartId]]:
    """The parts of the questions asked, then fewer where a condition asks whether a part is there."""
    optional = {"project", "organisation"} & _known(conditions)
    most = frozenset(edition.part_of[name] for name in asked) | optional
    yield most or frozenset({"doors"})
    yield from (most - {part} for part in sorted(optional) if most - {part})
    if optional:
        yield frozenset({"doors"})


@dataclass
class _Search:
    classes: Classes
    condition: written.Condition
    names: tuple[str, ...]
    present: frozenset[PartId]
    accepts: Accepts
    spent: int = 0
    seen: set[tuple[tuple[str, Value], ...]] = field(default_factory=set)
    ranges: dict[tuple[Value | None, ...], range] = field(default_factory=dict)

    @property
    def edition(self) -> Edition:
        return self.classes.edition

    @cached_property
    def without_rules(self) -> Edition:
        return replace(self.edition, rules=())

    @cached_property
    def values(self) -> tuple[tuple[Value, ...], ...]:
        """Values to try for each question; « ne sait pas » last, where a condition asks whether something is known."""
        placement, known = self.edition.placement, _known((self.condition, *self.classes.added))
        unknown = {*(placement.type_asked_by if "type" in known else ())}
        unknown |= {*(placement.level_decided_by if "level" in known else ())}
        return tuple((*self.classes.of(name), *((UNKNOWN,) if name in unknown else ())) for name in self.names)

    @cached_property
    def levels(self) -> tuple[tuple[frozenset[str], written.Condition], ...]:
        """At each depth, what is still open and the condition as far as that lets it be weighed."""
        still = [frozenset(self.names[depth:]) for depth in range(len(self.names) + 1)]
        return tuple((each, _veiled(self.condition, each, self.edition)) for each in still)

    def few(self) -> Answers | None:
        """The first answers found with at most two questions answered besides the deeds of a stage."""
        for size in range(3):
            for given, chosen in product(self.starts, combinations(range(len(self.names)), size)):
                for values in product(*(self.values[index] for index in chosen)):
                    more = {self.names[index]: value for index, value in zip(chosen, values, strict=True)}
                    answers = Answers(self.edition.id, self.present, {**given, **more})
                    if self.spent < FEW and self.is_found(answers):
                        return answers
        return None

    @cached_property
    def starts(self) -> tuple[dict[str, Value], ...]:
        """Nothing, and for each stage answers that are just enough for its deeds; nothing alone without deeds."""
        starts: list[dict[str, Value]] = [{}]
        if set(self.edition.deed_questions) <= set(self.names):
            for gate in self.edition.placement.gates:
                enough = {deed.question: _at_least(deed, self.edition) for deed in gate.deeds}
                starts.append(
                    starts[-1] | {name: max(starts[-1].get(name, 0), least) for name, least in enough.items()}
                )
        return tuple(starts)

    def is_found(self, answers: Answers) -> bool:
        self.spent += 1
        if self.fails(self.quick(answers, frozenset()), len(self.names)):
            return False
        self.spent += ENGINE
        facts = assess(answers, self.without_rules).facts
        return weigh(self.condition, facts).verdict is Verdict.HOLDS and self.accepts(answers)

    def below(self, given: dict[str, Value], depth: int) -> Answers | None:
        """The first answers found by answering the questions from *depth* on, or some of them."""
        self.spent += 1
        if self.spent >= FEW + BUDGET:
            return None
        answers = Answers(self.edition.id, self.present, given)
        if self.fails(self.quick(answers, self.levels[depth][0]), depth):
            return None
        if (key := tuple(sorted(given.items()))) not in self.seen:
            self.seen.add(key)
            self.spent += ENGINE
            facts = assess(answers, self.without_rules).facts
            if weigh(self.condition, facts).verdict is Verdict.HOLDS and self.accepts(answers):
                return answers
            if self.fails(settled(facts, self.levels[depth][0]), depth):
                return None
        return self.deeper(given, depth) if depth < len(self.names) else None

    def fails(self, facts: Facts, depth: int) -> bool:
        """Whether the condition fails at every stage that the deeds answered so far leave possible."""
        condition, edition = self.levels[depth][1], self.edition
        if "project" not in self.present or facts.stage.value is not None or not self.by_stage:
            return weigh(condition, facts).verdict is Verdict.FAILS
        stages = (Fact(stage, frozenset(edition.deed_questions)) for stage in self.possible(facts.answers))
        return all(weigh(condition, replace(facts, stage=stage)).verdict is Verdict.FAILS for stage in stages)

    def possible(self, answers: Answers) -> range:
        """The stages that the deeds answered so far leave possible."""
        deeds = tuple(answers.values.get(name) for name in self.edition.deed_questions)
        if deeds not in self.ranges:
            found = stage_range(self.edition, levels_of(self.edition, answers))
            self.ranges[deeds] = range(found.lowest, found.highest + 1)
        return self.ranges[deeds]

    @cached_property
    def by_stage(self) -> bool:
        return any(isinstance(part, written.StageTest | written.DimensionTest) for _, part in parts(self.condition))

    def deeper(self, given: dict[str, Value], depth: int) -> Answers | None:
        name = self.names[depth]
        wanted, kind = self.edition.questions[name].type, organisation_type(given, self.edition)[0]
        for value in self.values[depth] if wanted is None or kind in (None, wanted) else ():
            if (found := self.below({**given, name: value}, depth + 1)) is not None:
                return found
        return self.below(given, depth + 1)

    def quick(self, answers: Answers, still_open: frozenset[str]) -> Facts:
        """The answers and nothing else: weighed before the engine is asked, since most nodes fail already here."""
        kind, told_by = organisation_type(answers.values, self.edition)
        firm = told_by is not None and not still_open & set(self.edition.placement.type_asked_by)
        return Facts(self.edition, answers, Fact(kind, frozenset({told_by})) if firm else Fact())


def _at_least(deed: Requirement, edition: Edition) -> int:
    """The first option whose level is enough."""
    choices = edition.questions[deed.question].choices
    return next(number for number, choice in enumerate(choices, start=1) if choice.level >= deed.at_least)


def settled(facts: Facts, still_open: frozenset[str]) -> Facts:
    """*facts* without whatever an answer to a question that is *still_open* could change."""
    edition = facts.edition
    moving = still_open & set(edition.deed_questions)
    level = still_open & {question.id for question in scored(edition.organisation)}
    touched = {edition.questions[name].screen for name in still_open}
    facts = replace(
        facts,
        type=Fact() if still_open & set(edition.placement.type_asked_by) else facts.type,
        dimensions={name: Fact() if name in touched else fact for name, fact in facts.dimensions.items()},
        practices={name: Fact() if name in touched else fact for name, fact in facts.practices.items()},
        stage=Fact() if moving else facts.stage,
        consolidated=Fact() if still_open & set(edition.key_questions) else facts.consolidated,
        missing=None if moving else facts.missing,
        level=Fact() if level else facts.level,
        body=Fact() if level else facts.body,
    )
    if not still_open:
        return facts
    return replace(facts, patterns={}, zones={}, levers={}, needs=None, confidence={})


def _veiled(condition: written.Condition, still_open: frozenset[str], edition: Edition) -> written.Condition:
    """The condition with « is it known? » left unknown while an answer that is *still_open* could make it known."""
    match condition:
        case written.All(all_=inner):
            return written.All(all_=tuple(_veiled(each, still_open, edition) for each in inner))
        case written.Any_(any_=inner):
            return written.Any_(any_=tuple(_veiled(each, still_open, edition) for each in inner))
        case written.Not(not_=inner):
            return written.Not(not_=_veiled(inner, still_open, edition))
        case written.KnownTest():
            opening = [name for name in questions_of(condition, edition) if name in still_open]
            return written.AnswerTest(answer=opening[0], is_=1) if opening else condition
    return condition
