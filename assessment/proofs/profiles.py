"""An edition in, every combination of parts, stage, type and level that answers can reach out.

Each has Facts in which only that combination is known: what a rule weighs there, it weighs for all answers of the
combination, since Kleene's logic keeps what holds when more becomes known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from assessment.content.edition import Edition
from assessment.content.questionnaire import UNKNOWN, PartId, Question
from assessment.engine.answers import Answers, Value
from assessment.engine.assess import assess
from assessment.engine.facts import Fact, Facts
from assessment.engine.organisation import asked_questions, assess_organisation

PARTS: tuple[frozenset[PartId], ...] = (
    frozenset({"project"}),
    frozenset({"organisation"}),
    frozenset({"project", "organisation"}),
)
#: The confidence that guard-rails on weak results look for.
LOW = "faible"


@dataclass(frozen=True)
class LevelClass:
    """A level, or a range still open, as the set of possible ids.

    *because*: the answers behind it in any case; *levels*: the levels that each answer deciding it may have, None when
    unknown; *values*: answers that give it and leave as little open as can be; *confidence*: how firm it is then.
    """

    possible: frozenset[str]
    because: frozenset[str]
    levels: dict[str, frozenset[int | None]]
    values: dict[str, Value]
    confidence: str


@dataclass(frozen=True)
class Profile:
    """A combination. *stage* is an index, None without a project or without any deed answered."""

    parts: frozenset[PartId]
    stage: int | None
    type: str | None
    level: LevelClass | None
    confidence: tuple[tuple[str, str], ...]  #: part and how firm its result is, where that follows already

    @property
    def is_known(self) -> bool:
        """Whether an answer stands behind anything of it."""
        return self.stage is not None or self.type is not None or bool(self.level and self.level.because)


def profiles(edition: Edition) -> tuple[Profile, ...]:
    """Every combination that can be reached."""
    levels, stages = level_classes(edition), range(len(edition.placement.stages))
    low = _without_deeds(edition)
    return tuple(
        Profile(parts, stage, kind, level, tuple(_confidence(parts, stage, level, low)))
        for parts in PARTS
        for stage in ((None, *stages) if "project" in parts else (None,))
        for kind in (None, *_types(parts, edition))
        for level in (levels if "organisation" in parts else (None,))
    )


def facts_of(profile: Profile, edition: Edition) -> Facts:
    """Facts in which the combination is known and nothing else."""
    told_by = next((name for name in edition.placement.type_asked_by if edition.part_of[name] in profile.parts), "")
    return Facts(
        edition=edition,
        answers=Answers(edition.id, profile.parts),
        type=Fact(profile.type, frozenset({told_by})) if profile.type else Fact(),
        stage=Fact() if profile.stage is None else Fact(profile.stage, frozenset(edition.deed_questions[:1])),
        level=Fact(profile.level.possible, profile.level.because) if profile.level else Fact(),
        confidence={part: Fact(level) for part, level in profile.confidence},
    )


def told(profile: Profile, edition: Edition) -> str:
    """« étape Modélisation, type association, niveau actifs » for people."""
    stages, words = edition.placement.stages, []
    if "project" in profile.parts:
        words.append("étape inconnue" if profile.stage is None else f"étape {stages[profile.stage].label}")
    words.append(f"type {profile.type or 'inconnu'}")
    if profile.level:
        names = [level.id for level in edition.placement.levels if level.id in profile.level.possible]
        words.append(f"niveau {' ou '.join(names)}")
    return ", ".join(words)


def option_at(question: Question, level: int) -> int:
    """The option whose level is nearest to *level*, the lower one first."""
    numbers = range(1, len(question.choices) + 1)
    return min(numbers, key=lambda number: (abs((question.level(number) or 0) - level), number))


def level_classes(edition: Edition) -> tuple[LevelClass, ...]:
    """Every level and open range, over the answers that decide it and a body that is unknown or all of one level."""
    found: dict[frozenset[str], list[LevelClass]] = {}
    for values in _organisations(edition):
        answers = Answers(edition.id, PARTS[1], values)
        organisation, facts = assess_organisation(Facts(edition, answers))
        key = edition.placement.level_decided_by
        levels = {name: frozenset({answers.level(edition.questions[name])}) for name in key}
        level = LevelClass(facts.level.value, facts.level.because, levels, values, organisation.confidence.level)
        found.setdefault(level.possible, []).append(level)
    return tuple(_joined(same, edition) for same in found.values())


def _joined(same: list[LevelClass], edition: Edition) -> LevelClass:
    """One class of those that leave the same levels possible."""
    firmness = [level.id for level in edition.placement.confidence.levels]
    return replace(
        max(same, key=lambda each: (firmness.index(each.confidence), len(each.values))),
        because=frozenset.intersection(*(each.because for each in same)),
        levels={name: frozenset().union(*(each.levels[name] for each in same)) for name in same[0].levels},
    )


def _organisations(edition: Edition) -> Iterator[dict[str, Value]]:
    key = edition.placement.level_decided_by
    asked = [question for question in asked_questions(edition, None) if question.id not in key]
    options = (
        (*(option_at(question, level) for level in question.levels), UNKNOWN)
        for question in map(edition.questions.get, key)
    )
    for given in product(*options):
        for body in (None, *range(1, len(edition.placement.levels) + 1)):
            rest = {question.id: option_at(question, body) for question in asked} if body else {}
            yield {**rest, **dict(zip(key, given, strict=True))}


def _types(parts: frozenset[PartId], edition: Edition) -> tuple[str, ...]:
    asked = [name for name in edition.placement.type_asked_by if edition.part_of[name] in parts]
    return tuple(dict.fromkeys(choice.id for name in asked for choice in edition.questions[name].choices if choice.id))


def _without_deeds(edition: Edition) -> str:
    """How firm a project is when every key question but the deeds is answered, all at one level."""
    middle = 3
    values = {
        name: option_at(edition.questions[name], middle)
        for name in edition.key_questions
        if name not in edition.deed_questions
    }
    return assess(Answers(edition.id, frozenset({"project"}), values), edition).project.placement.confidence.level


def _confidence(
    parts: frozenset[PartId], stage: int | None, level: LevelClass | None, without_deeds: str
) -> Iterator[tuple[str, str]]:
    if "project" in parts and stage is None and without_deeds == LOW:
        yield "project", LOW
    if level and level.confidence == LOW:
        yield "organisation", LOW
