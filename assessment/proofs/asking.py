"""A condition in, the questions whose answers can change it out, those that name the stage first."""

from collections.abc import Iterable, Iterator

from assessment.content import conditions as written
from assessment.content.edition import Edition
from assessment.content.reading import parts
from assessment.proofs.classes import scored


def questions_of(condition: written.Condition, edition: Edition) -> tuple[str, ...]:
    """Every question that *condition* looks at, itself or through what is worked out from it."""
    asked = dict.fromkeys(_of_all(_leaves(condition), edition, frozenset()))
    deeds = [name for name in edition.deed_questions if name in asked]
    return (*deeds, *(name for name in asked if name not in deeds))


def _leaves(condition: written.Condition) -> Iterator[written.Leaf]:
    return (part for _, part in parts(condition) if isinstance(part, written.Leaf))


def _of_all(leaves: Iterable[written.Leaf], edition: Edition, met: frozenset[str]) -> Iterator[str]:
    for leaf in leaves:
        yield from _of(leaf, edition, met)


def _of(leaf: written.Leaf, edition: Edition, met: frozenset[str]) -> Iterator[str]:  # noqa: C901 - one line per test
    placement = edition.placement
    match leaf:
        case written.AnswerTest():
            yield leaf.answer
        case written.CountTest(count=tuple() as names):
            yield from names
        case written.DimensionTest():
            yield from edition.deed_questions if leaf.below else ()
            yield from (question.id for question in edition.project.on_screen(leaf.dimension))
        case written.StageTest():
            yield from edition.key_questions if leaf.above or leaf.stage == "consolidated" else edition.deed_questions
        case written.MissingTest():
            yield from (*edition.deed_questions, leaf.missing)
        case written.TypeTest():
            yield from placement.type_asked_by
        case written.LevelTest():
            yield from placement.level_decided_by
        case written.PracticeTest():
            yield from (question.id for question in edition.organisation.on_screen(leaf.practice))
        case written.BodyTest() | written.CountTest():
            yield from (question.id for question in scored(edition.organisation))
        case written.ConfidenceTest(confidence=part):
            yield from edition.key_questions if part == "project" else (q.id for q in scored(edition.organisation))
        case written.NeedTest():
            yield from edition.deed_questions
            yield from (question.id for question in edition.project.on_screen(leaf.need))
        case written.LeverTest():
            yield from (edition.levers.blocks_asked_by, *edition.key_questions)
        case written.KnownTest():
            yield from {"type": placement.type_asked_by, "level": placement.level_decided_by}.get(leaf.known, ())
        case _:
            yield from _through(leaf, edition, met)


def _through(leaf: written.Leaf, edition: Edition, met: frozenset[str]) -> Iterator[str]:
    """The questions of a pattern, of a zone, or of the rules that recommend something."""
    if (name := next(iter(leaf.model_dump().values()))) in met:
        return
    match leaf:
        case written.PatternTest():
            conditions = [each.when for each in edition.placement.patterns if each.id == name]
        case written.ZoneTest():
            zone = next(each for each in edition.placement.zones if each.id == name)
            yield from edition.key_questions
            conditions = [zone.also_when, zone.unless, *(sign.when for sign in zone.signs)]
        case _:
            kinds = {item.id: item.kind for item in edition.catalogue.items}
            rules = [rule for rule in edition.rules if any(name in (each, kinds[each]) for each in rule.recommend)]
            conditions = [rule.when for rule in rules]
    for condition in conditions:
        if condition is not None:
            yield from _of_all(_leaves(condition), edition, met | {name})
