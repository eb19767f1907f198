"""A project's answers in, a guide for an interview out: what is worth asking, and what of the result it would move.

Where little would move it, what a stage still wants is asked too: nobody comes to an interview with an empty page.
Nothing is guessed: every other answer is tried and the result worked out again, without the rules, which an interview
does not turn on. That is a thousandth of a second for each of a few hundred answers at most. Pure.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.content.interview import Motive, MotiveId
from assessment.content.questionnaire import Question
from assessment.engine.answers import Answers, Value
from assessment.engine.assess import Assessment, assess
from assessment.engine.dependencies import narrowed
from assessment.engine.levers import stays_here
from assessment.engine.stage import Gap
from assessment.portfolio import wording_of_reading as wording
from assessment.portfolio.alternatives import Alternative, Candidate, candidates, show_all, with_others
from assessment.portfolio.said import Said, answer_told, said
from assessment.portfolio.would_move import STRENGTH, Effect, effects_of, tell


@dataclass(frozen=True, slots=True)
class Would:
    """What moves when answers were *changes* (question -> value), or when those in *shown* could be shown."""

    changes: Mapping[str, Value | None]
    shown: frozenset[str]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Something to ask: one open question (*ask*), why (*label*, *text*), and what it would move (*matters*).

    *questions*: one id, or the two of a contradiction; *screen*: the label of its dimension; *proof*: what could be
    shown; *would*: every answer that was tried and moves something.
    """

    questions: tuple[str, ...]
    screen: str
    motive: MotiveId
    label: str
    text: str
    ask: str
    said: tuple[Said, ...]
    proof: str | None
    matters: tuple[str, ...]
    would: tuple[Would, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide for an interview: *asked* first, then *rest*, both in the order of the questionnaires.

    *onward*: what a stage still wants, which completes a short guide. *day*: of the answers; *stage*: the stage today,
    in a sentence; *facts*: what blocks the project and which help, label by label; *notes*: what is said of the whole;
    *equity*: the sentence of equity.
    """

    name: str
    day: datetime.date | None
    stage: str
    facts: tuple[tuple[str, str], ...]
    opening: str
    asked: tuple[Asked, ...]
    rest: tuple[Asked, ...]
    onward: tuple[Asked, ...]
    notes: tuple[str, ...]
    closing: str
    equity: str


def interview(answers: Answers, edition: Edition, first: Answers | None = None) -> Guide:
    """The guide of a project; *first*: its answers as given, where *answers* has second readings laid over."""
    method, light = edition.interview, narrowed(edition, ())
    now = assess(answers, light)
    found = [_asked(each, now, edition, first or answers) for each in candidates(now, first or answers)]
    kept = [each for each in found if each.would or each.motive == "contradiction"]
    chosen = sorted(range(len(kept)), key=lambda place: (_weight(kept[place]), place))[: method.at_most]
    taken = {name for each in kept for name in each.questions}
    onward = [_still_wanted(gap, now, edition, first or answers) for gap in _gaps(now, taken)]
    return Guide(
        name=answers.subject.name or "",
        day=answers.subject.date,
        stage=_stage(now),
        facts=tuple(_facts(now, first or answers)),
        opening=method.opening,
        asked=tuple(each for place, each in enumerate(kept) if place in chosen),
        rest=tuple(each for place, each in enumerate(kept) if place not in chosen),
        onward=tuple(onward[: max(method.filled_to - len(kept), 0)]),
        notes=tuple(_notes(now, kept)),
        closing=method.closing,
        equity=edition.card.equity,
    )


def moved_by(now: Assessment, tried: Alternative) -> tuple[Effect, ...]:
    """What moves in a result when something else were answered or shown."""
    return effects_of(now, assess(tried.answers, now.edition))


def _asked(candidate: Candidate, now: Assessment, edition: Edition, first: Answers) -> Asked:
    motive = next(each for each in edition.interview.motives if each.id == candidate.motive)
    would = tuple(_would(candidate, now)) or tuple(_along(candidate, now))
    questions = [edition.questions[name] for name in candidate.questions]
    screens = edition.questionnaire(edition.part_of[candidate.questions[0]]).screens
    return Asked(
        questions=candidate.questions,
        screen=next(each.label for each in screens if each.id == questions[0].screen),
        motive=motive.id,
        label=motive.label,
        text=motive.text,
        ask=candidate.ask or _open_question(questions[0], edition),
        said=tuple(said(name, now.answers, edition, first) for name in candidate.questions),
        proof=next((each.proof for each in questions if each.proof), None),
        matters=tuple(_matters(candidate, motive, would, edition)),
        would=would,
    )


def _gaps(now: Assessment, taken: set[str]) -> Iterator[Gap]:
    """What the stage still wants, then what the next one does unless the project stays here by choice; once each."""
    if now.project is None or now.facts.stage.value is None:
        return
    placement, seen = now.project.placement, set(taken)
    for gap in (*placement.to_consolidate, *(() if stays_here(now.facts) else placement.to_next)):
        if gap.requirement.question not in seen:
            seen.add(gap.requirement.question)
            yield gap


def _still_wanted(gap: Gap, now: Assessment, edition: Edition, first: Answers) -> Asked:
    """A gap as something to ask; one whose answer is not known keeps the question and the reason of that."""
    method, question = edition.interview, edition.questions[gap.requirement.question]
    given = now.answers.values.get(question.id)
    kind: MotiveId = "missing" if gap.level is not None else "unanswered" if given is None else "unknown"
    motive, wanted = (next(each for each in method.motives if each.id == name) for name in (kind, "missing"))
    reached = now.project is not None and gap.stage <= now.project.placement.stage.reached
    stage = _small(edition.placement.stages[gap.stage].label)
    purpose = method.missing.now if reached else method.missing.next
    ask = method.missing.ask.format(what=_capital(gap.requirement.missing))
    return Asked(
        questions=(question.id,),
        screen=next(each.label for each in edition.project.screens if each.id == question.screen),
        motive=kind,
        label=motive.label,
        text=motive.text,
        ask=ask if kind == "missing" else _open_question(question, edition),
        said=(said(question.id, now.answers, edition, first),),
        proof=question.proof,
        matters=(wanted.lead.format(what=purpose.format(stage=stage)),),
        would=(),
    )


def _facts(now: Assessment, first: Answers) -> Iterator[tuple[str, str]]:
    """What the project says blocks it and which help it seeks, beside the help that its answers call for."""
    levers = now.edition.levers
    for (said_so, read_so), name in ((wording.BLOCKS, levers.blocks_asked_by), (wording.ASKED, levers.help_asked_by)):
        if now.answers.knows(name):
            value = now.answers.values[name]
            told = answer_told(name, value, now.edition)
            yield said_so if value == first.values.get(name) else read_so, told.replace(". ;", " ;").removesuffix(".")
    if now.project and now.facts.stage.value is not None:
        first = now.project.levers[: now.edition.limits.levers_at_most]
        yield wording.HELP_USEFUL, " ; ".join(each.lever.title for each in first)


def _open_question(question: Question, edition: Edition) -> str:
    """What to ask about a question; the question itself where nothing else is written."""
    return next((each.ask for each in edition.interview.asks if each.question == question.id), question.text)


def _would(candidate: Candidate, now: Assessment) -> Iterator[Would]:
    """What each other answer moves; how sure the result is counts only where it is what one asks about."""
    for tried in candidate.alternatives:
        sure = bool(tried.shown) or candidate.motive == "contradiction"
        effects = tuple(each for each in moved_by(now, tried) if sure or each.id != "confidence")
        if effects:
            yield Would(tried.changes, tried.shown, effects)


def _along(candidate: Candidate, now: Assessment) -> Iterator[Would]:
    """What an answer that is missing moves only along with the others that are: nothing would move without it."""
    pair = with_others(now, candidate.questions[0]) if candidate.motive in ("unanswered", "unknown") else None
    if pair:
        without, along = (assess(each.answers, now.edition) for each in pair)
        moving = {(each.id, each.about) for each in effects_of(without, along)}
        effects = tuple(
            each for each in effects_of(now, along) if (each.id, each.about) in moving and each.id != "confidence"
        )
        if effects:
            yield Would(pair[1].changes, frozenset(), effects)


def _matters(candidate: Candidate, motive: Motive, would: Sequence[Would], edition: Edition) -> Iterator[str]:
    single = set(candidate.questions)
    leads: dict[str, list[Effect]] = {motive.lead: [], edition.interview.with_others: [], edition.interview.shown: []}
    for each in would:
        along = edition.interview.with_others if set(each.changes) - single else motive.lead
        leads[edition.interview.shown if each.shown else along].extend(each.effects)
    return (lead.format(what=tell(effects, edition)) for lead, effects in leads.items() if effects)


def _weight(asked: Asked) -> tuple[int, int]:
    """What comes before the fold: pairs that do not go together, then what moves the most."""
    strongest = min((STRENGTH.index(each.id) for one in asked.would for each in one.effects), default=len(STRENGTH))
    return (0 if asked.motive == "contradiction" else 1, strongest)


def _notes(now: Assessment, kept: Sequence[Asked]) -> Iterator[str]:
    method = now.edition.interview
    if not kept:
        yield method.nothing
    shown = show_all(now)
    if shown:
        for each in moved_by(now, shown):
            if each.id == "confidence":
                yield method.together.format(before=each.before[0], after=each.after[0])


def _stage(now: Assessment) -> str:
    """The stage, told to whoever reads the project."""
    if now.project is None:
        return ""
    if now.facts.stage.value is None:
        return wording.STAGE_UNKNOWN
    return wording.STAGE.format(stage=now.edition.placement.stages[now.project.placement.stage.reached].label)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
