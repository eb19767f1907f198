"""A result in, what is worth asking about out, each with the other answers to try. Pure.

Worth asking: two answers of the project that do not go together, an answer that the owner reads otherwise, one that is
missing or not known, one that nothing shown backs. Each question comes once, in the order of the questionnaires.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.content.interview import MotiveId
from assessment.content.placement import Contradiction
from assessment.content.questionnaire import UNKNOWN, Question
from assessment.engine.answers import Answers, Value
from assessment.engine.assess import Assessment, assess
from assessment.engine.changes import change, is_asked
from assessment.engine.moves import Marks, marks_of, runs


@dataclass(frozen=True, slots=True)
class Alternative:
    """*answers* as they would be after *changes*, or once the questions in *shown* could be shown."""

    answers: Answers
    changes: Mapping[str, Value | None]
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be worth asking about: one question, or the two of a contradiction, which has its own words (*ask*)."""

    questions: tuple[str, ...]
    motive: MotiveId
    alternatives: tuple[Alternative, ...]
    ask: str = ""


def candidates(now: Assessment, first: Answers) -> tuple[Candidate, ...]:
    """Everything that may be worth asking about; *first*: the answers as they were given."""
    marks = marks_of(now.edition)
    pairs = tuple(_pairs(now, first, marks))
    taken = {name for each in pairs for name in each.questions}
    found = [*pairs, *_single(now, first, marks, taken)]
    place = {name: at for at, name in enumerate(now.edition.questions)}
    return tuple(sorted(found, key=lambda each: min(place[name] for name in each.questions)))


def show_all(now: Assessment) -> Alternative | None:
    """The answers once everything that is only declared could be shown; None when nothing is."""
    names = frozenset(name for name in now.edition.key_questions if is_declared(name, now))
    return _shown(now.answers, names) if names else None


def with_others(now: Assessment, question: str) -> tuple[Alternative, Alternative] | None:
    """The other key answers that are missing at their best, without and with the best one to *question*.

    None when no other is missing: then an answer that moves nothing alone moves nothing at all.
    """
    edition, known = now.edition, now.answers.knows
    best = {name: _best(edition.questions[name]) for name in edition.key_questions if not known(name)}
    mine = best.pop(question, None)
    if mine is None or not best:
        return None
    return tuple(
        Alternative(change(now.answers, changes, edition).answers, changes)
        for changes in (best, {**best, question: mine})
    )


def is_declared(name: str, now: Assessment) -> bool:
    """Whether an answer is high enough to be shown, and nothing shown backs it."""
    evidence = now.edition.project.evidence
    level = now.answers.level(now.edition.questions[name])
    return bool(evidence and level and level >= evidence.from_level and not now.answers.can_be_shown(name))


def _single(now: Assessment, first: Answers, marks: Marks, taken: set[str]) -> Iterator[Candidate]:
    answers, edition = now.answers, now.edition
    for name, question in edition.questions.items():
        if name in taken or edition.part_of[name] not in answers.parts - {"doors"}:
            continue
        given = answers.values.get(name)
        if given != first.values.get(name):
            yield Candidate((name,), "reading", (_changed(now, name, first.values.get(name)),))
        elif given is None and is_asked(question, now.facts):
            yield Candidate((name,), "unanswered", tuple(_others(now, question, marks)))
        elif given == UNKNOWN:
            yield Candidate((name,), "unknown", tuple(_others(now, question, marks)))
        elif name in edition.key_questions and is_declared(name, now):
            yield Candidate((name,), "declared", (*_lower(now, question), _shown(answers, frozenset({name}))))


def _pairs(now: Assessment, first: Answers, marks: Marks) -> Iterator[Candidate]:
    """Pairs that the project said itself: what comes of a second reading is asked as one."""
    if now.project is None:
        return
    for each in now.project.placement.contradictions:
        if any(now.answers.values.get(name) != first.values.get(name) for name in each.questions):
            continue
        tried = [other for name in each.questions for other in _others(now, now.edition.questions[name], marks)]
        settling = tuple(other for other in tried if not _still(each, other, now))
        yield Candidate(each.questions, "contradiction", settling, each.ask)


def _still(pair: Contradiction, other: Alternative, now: Assessment) -> bool:
    after = assess(other.answers, now.edition).project
    return after is not None and pair.id in [each.id for each in after.placement.contradictions]


def _others(now: Assessment, question: Question, marks: Marks) -> Iterator[Alternative]:
    """The other answers to a question that the method tells apart."""
    for run in runs(question, now.answers.values.get(question.id), marks):
        yield from (_changed(now, question.id, value) for value in run)


def _lower(now: Assessment, question: Question) -> Iterator[Alternative]:
    """The answer just below, which a more cautious person would give."""
    level = now.answers.level(question)
    below = [each for each in question.levels if level is not None and each < level]
    if below:
        options = range(1, len(question.choices) + 1)
        yield _changed(now, question.id, next(number for number in options if question.level(number) == below[-1]))


def _best(question: Question) -> int:
    options = range(1, len(question.choices) + 1)
    return max(options, key=lambda number: (question.level(number) or 0, -number))


def _changed(now: Assessment, name: str, value: Value | None) -> Alternative:
    return Alternative(change(now.answers, {name: value}, now.edition).answers, {name: value})


def _shown(answers: Answers, names: frozenset[str]) -> Alternative:
    return Alternative(replace(answers, shown={**answers.shown, **dict.fromkeys(names, "document")}), {}, names)
