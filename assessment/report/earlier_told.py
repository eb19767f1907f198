"""Two results of one dossier in, what changed in words out: what the answers changed, what the edition changed.

Facts only: what was then, what is now. Whether that is better is for the person to say.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN
from assessment.engine.answers import Answers, Shown
from assessment.engine.assess import Assessment
from assessment.engine.difference import AnswerMove, Difference, difference
from assessment.report import moves_told, wording
from assessment.report.explained import NOTHING_TICKED, answer_words
from assessment.report.moves_told import Moved, tell_moves
from assessment.report.wording import told_day

NAME = "Le nom"
NO_NAME = "sans nom"
PARTS = "Ce dont vous parlez"
NO_PART = "rien encore"
NO_LONGER = "Plus de réponse"
STAGE_NOW = "L'étape est maintenant « {after} »."
STAGE_THEN = "Le {day}, c'était « {before} »."
EDITION = "Édition du {day}"
WITHDRAWN = "Une question retirée depuis (repère {name})."
#: The words of its options are gone: only their numbers are left.
GAVE = "{question} Votre réponse : {answer}."
OPTION = "choix {number}"
#: What « Et si … ? » says would be -> what is.
ADVICE = {
    moves_told.FILLED: "Ce qui ne manque plus",
    moves_told.OPENED: "Ce qui manque maintenant",
    moves_told.BROUGHT_IN: "Pistes qui s'ajoutent",
    moves_told.LEFT_OUT: "Pistes qui ne sont plus proposées",
    moves_told.SAID: "Ce qui est dit en plus",
    moves_told.UNSAID: "Ce qui n'est plus dit",
}

#: A question, and what its answer was and is.
Asked = tuple[str, Moved]


@dataclass(frozen=True, slots=True)
class ResultMoved:
    """*stage*: the name of the stage; *standing*: everything else that moves; *advice*: titled lists."""

    stage: Moved | None
    standing: tuple[Moved, ...]
    advice: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def stays(self) -> bool:
        """Whether the result is the same."""
        return self.stage is None and not self.standing and not self.advice


@dataclass(frozen=True, slots=True)
class AnswersMoved:
    """*changed*: answers that became others; *given* since; *taken_back* since; *shown*: what could be shown for one;
    *about*: the name and the parts.
    """

    changed: tuple[Asked, ...]
    given: tuple[Asked, ...]
    taken_back: tuple[Asked, ...]
    shown: tuple[Asked, ...]
    about: tuple[Moved, ...]

    @property
    def stay(self) -> bool:
        """Whether every answer is the same."""
        return not any((self.changed, self.given, self.taken_back, self.shown, self.about))


@dataclass(frozen=True, slots=True)
class EditionMoved:
    """The same answers read with two editions: *left*: answers that the new one does not read, with the words of the
    old one; *reworded*: answers whose option says something else now.
    """

    left: tuple[tuple[str, str], ...]
    reworded: tuple[Moved, ...]
    result: ResultMoved


def tell_answers(before: Assessment, after: Assessment) -> AnswersMoved:
    """What changed in the answers between two assessments of one edition."""
    edition, moves = before.edition, difference(before, after).answers
    told = {each.question: Moved(edition.questions[each.question].text, *_words(each, edition)) for each in moves}

    def pick(*, given: bool, kept: bool) -> tuple[Asked, ...]:
        wanted = (each for each in moves if (each.before is None, each.after is not None) == (given, kept))
        return tuple((each.question, told[each.question]) for each in wanted)

    return AnswersMoved(
        changed=pick(given=False, kept=True),
        given=pick(given=True, kept=True),
        taken_back=pick(given=False, kept=False),
        shown=tuple(_shown(before, after)),
        about=tuple(_about(before.answers, after.answers, edition)),
    )


def tell_result(before: Assessment, after: Assessment) -> ResultMoved:
    """What moved in the result between two assessments of one edition."""
    return _result(difference(before, after))


def tell_edition(before: Assessment, after: Assessment) -> EditionMoved:
    """What the edition of *after* moves in the result of *before*; both are of the same answers."""
    found, edition = difference(before, after), before.edition
    left = (each for each in found.answers if each.after is None)
    return EditionMoved(
        left=tuple((edition.questions[each.question].text, _words(each, edition)[0]) for each in left),
        reworded=tuple(_reworded(before, after)),
        result=_result(found),
    )


def tell_left(left: Mapping[str, object], edition: Edition) -> tuple[str, ...]:
    """Answers that *edition* no longer reads: the question, by its name when it is gone, and the numbers chosen."""
    texts = {name: edition.questions[name].text if name in edition.questions else "" for name in left}
    return tuple(
        GAVE.format(question=texts[name] or WITHDRAWN.format(name=name), answer=_numbers(value, edition))
        for name, value in left.items()
    )


def tell_stage(result: ResultMoved, day: datetime.date) -> str | None:
    """The stage now, and what it was on *day*; None when it did not move, or is not known now."""
    unknown = (moves_told.NONE, moves_told.NOT_KNOWN)
    if result.stage is None or result.stage.after in unknown:
        return None
    now = STAGE_NOW.format(after=result.stage.after)
    if result.stage.before in unknown:
        return now
    return f"{now} {STAGE_THEN.format(day=told_day(day), before=result.stage.before)}"


def tell_name(edition: Edition) -> str:
    """An edition, by the day it was published."""
    return EDITION.format(day=told_day(edition.card.published))


def _result(found: Difference) -> ResultMoved:
    moves = tell_moves(found)
    by_label = {each.label: each for each in moves.standing}
    stage = by_label.pop(moves_told.STAGE, None)
    for point, ends in ((stage, moves_told.STAGES), (by_label.get(moves_told.LEVEL), moves_told.LEVELS)):
        if point and ends in by_label and _words_of(by_label[ends]) == _words_of(point):
            del by_label[ends]  # nothing is open, then or now: it would be said twice
    return ResultMoved(
        stage=stage,
        standing=tuple(by_label.values()),
        advice=tuple((ADVICE[title], lines) for title, lines in moves.advice),
    )


def _numbers(value: object, edition: Edition) -> str:
    if value == UNKNOWN:
        return f"« {edition.project.unknown_label} »"
    chosen = value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)
    return ", ".join(OPTION.format(number=number) for number in chosen) or NOTHING_TICKED


def _words_of(moved: Moved) -> tuple[str, str]:
    return moved.before, moved.after


def _words(move: AnswerMove, edition: Edition) -> tuple[str, str]:
    before, after = (answer_words(move.question, value, edition) for value in (move.before, move.after))
    return before, after if move.after is not None else NO_LONGER


def _shown(before: Assessment, after: Assessment) -> Iterator[Asked]:
    """What could be shown for an answer, where both assessments have the answer."""
    edition, was, is_ = before.edition, before.answers, after.answers
    for name in before.in_order({*was.shown, *is_.shown}):
        evidence = edition.questionnaire(edition.part_of[name]).evidence
        told = [_backed(found, name, evidence.choices) for found in (was, is_)]
        if told[0] != told[1] and name in was.values and name in is_.values:
            yield name, Moved(edition.questions[name].text, *told)


def _backed(found: Answers, name: str, choices: Mapping[Shown, str]) -> str:
    """What could be shown for an answer, and which document or outside look that is."""
    if name not in found.shown:
        return wording.NOT_ANSWERED
    note = f", « {found.notes[name]} »" if name in found.notes else ""
    return f"« {choices[found.shown[name]]} »{note}"


def _about(was: Answers, is_: Answers, edition: Edition) -> Iterator[Moved]:
    """The name, and the parts; everybody answers the doors."""
    names = [f"« {each.subject.name} »" if each.subject.name else NO_NAME for each in (was, is_)]
    if names[0] != names[1]:
        yield Moved(NAME, *names)
    parts = [
        " · ".join(part.title for part in (edition.project, edition.organisation) if part.part in each.parts) or NO_PART
        for each in (was, is_)
    ]
    if parts[0] != parts[1]:
        yield Moved(PARTS, *parts)


def _reworded(before: Assessment, after: Assessment) -> Iterator[Moved]:
    was, is_ = before.answers.values, after.answers.values
    for name in before.in_order(set(was) & set(is_)):
        words = [answer_words(name, found.answers.values[name], found.edition) for found in (before, after)]
        if words[0] != words[1]:
            yield Moved(after.edition.questions[name].text, *words)
