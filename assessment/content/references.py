"""Files that were read in, Problems out: every id that one part names must exist in another.

One function per kind of thing that names others; `parts` walks the models, so a problem is told at its own line. What
must be complete, or stand once, is checked in assessment/content/coherence.py.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from assessment.content import coherence, coherence_of_interviews
from assessment.content import conditions as c
from assessment.content.catalogue import Item
from assessment.content.funding import Economy, Support
from assessment.content.interview import OpenQuestion
from assessment.content.levers import Call, DoorsQuestionnaire, Lever, Levers, Need, Needs
from assessment.content.names import CALLED, File, Found, Names, missing
from assessment.content.placement import Contradiction, Gate, Light, Placement, Requirement, Stage, Zone
from assessment.content.programme import ParcoursStep, ProgrammeMethod, Taught
from assessment.content.questionnaire import Choice, Questionnaire, Sourced
from assessment.content.reading import parts
from assessment.content.rules import HoldBack, Rule
from assessment.content.teaching import Lesson, Purpose
from assessment.content.yaml_text import Step
from assessment.errors import Problem, nearest

__all__ = ["CALLED", "File", "Names", "problems"]

#: The source of what we decided ourselves.
OUR_CHOICE = "choix de conception"

Check = Callable[..., Found]


def problems(files: Iterable[File]) -> list[Problem]:
    """Every broken link, wrong number, doubled id and unsourced sentence, at its line."""
    names = Names(tuple(files))
    found = [
        Problem(code, file.text.where((*path, *below)), what, remedy)
        for file in names.files
        for path, part in parts(file.model)
        for check in _checks(type(part))
        for below, code, what, remedy in check(part, names)
    ]
    return [*found, *coherence.doubled(names)]


@lru_cache
def _checks(kind: type[c.Written]) -> tuple[Check, ...]:
    every = (*CHECKS, *coherence.CHECKS, *coherence_of_interviews.CHECKS)
    return tuple(check for checked, check in every if issubclass(kind, checked))


def _named(kind: str, *fields: str) -> Check:
    """The check that the names in *fields* are names of this kind."""

    def check(part: c.Written, names: Names) -> Found:
        for field in fields:
            key = type(part).model_fields[field].alias or field
            yield from missing(kind, getattr(part, field) or (), names.sets[kind], (key,))

    return check


def _screens(part: Questionnaire, names: Names) -> Found:
    screens, terms = [screen.id for screen in part.screens], [each.id for each in part.definitions]
    for index, question in enumerate(part.questions):
        yield from missing("screen", question.screen, screens, ("questions", index, "screen"))
        yield from missing("definition", question.terms, terms, ("questions", index, "terms"))
        yield from missing("type", question.type or (), names.sets["type"], ("questions", index, "type"))


def _sourced(part: Sourced, names: Names) -> Found:
    known = names.sets["reference"]
    for cited in part.source.split(" ; "):
        if cited != OUR_CHOICE and not any(cited == name or cited.startswith(f"{name} ") for name in known):
            hint = nearest(cited, [OUR_CHOICE]) or nearest(cited.split(" ")[0], known)
            add = "Sinon, ajoutez la source" if hint else "Ajoutez la source"
            yield (
                ("source",),
                "unknown-reference",
                f"« {cited} » ne commence par le nom d'aucune source.",
                f"{hint} {add} à catalogue/sources.yaml.".strip(),
            )


def _tie(part: DoorsQuestionnaire, _names: Names) -> Found:
    yield from missing("question", part.tie_broken_by, [question.id for question in part.questions], ("tie_broken_by",))


def _options(question: str, numbers: Iterable[int], names: Names, below: tuple[Step, ...]) -> Found:
    if (asked := names.questions.get(question)) is None:
        return
    for index, number in enumerate(numbers):
        if not 1 <= number <= len(asked.choices):
            yield (
                (*below, index),
                "unknown-option",
                f"la question {question} n'a pas d'option {number}.",
                f"Écrivez un nombre de 1 à {len(asked.choices)}.",
            )


def _levels(question: str, bounds: dict[str, int | None], names: Names) -> Found:
    given = {key: bound for key, bound in bounds.items() if bound is not None}
    if not given or (asked := names.questions.get(question)) is None:
        return
    for key, bound in given.items():
        if not asked.scaled:
            yield (
                (key,),
                "no-scale",
                f"les options de la question {question} n'ont pas de niveau : {key} ne s'y applique pas.",
                "Comparez avec is ou in.",
            )
        elif bound not in asked.levels:
            yield (
                (key,),
                "unknown-option-level",
                f"aucune option de la question {question} n'est de niveau {bound}.",
                f"Niveaux possibles : {', '.join(map(str, asked.levels))}.",
            )


def _answer_test(part: c.AnswerTest, names: Names) -> Found:
    yield from missing("question", part.answer, names.sets["question"], ("answer",))
    for key, numbers in (
        ("is", () if part.is_ is None else (part.is_,)),
        ("in", part.in_),
        ("includes", part.includes),
    ):
        yield from _options(part.answer, numbers or (), names, (key,))
    yield from _levels(part.answer, {"at_least": part.at_least, "at_most": part.at_most}, names)
    asked = names.questions.get(part.answer)
    given = "includes" if part.includes is not None else "empty" if part.empty is not None else None
    if asked and asked.kind == "one" and given:
        yield (
            (given,),
            "one-answer",
            f"{part.answer} n'a qu'une réponse : {given} ne s'y applique pas.",
            "Utilisez is ou in.",
        )


def _count_test(part: c.CountTest, names: Names) -> Found:
    if isinstance(part.count, str):
        return
    yield from missing("question", part.count, names.sets["question"], ("count",))
    for question in part.count:
        yield from _levels(question, {"at_least": part.at_least, "at_most": part.at_most}, names)


def _recommended_test(part: c.RecommendedTest, names: Names) -> Found:
    known = names.sets["kind"] | names.sets["item"]
    yield from missing("item", part.recommended, known, ("recommended",))


def _requirement(part: Requirement, names: Names) -> Found:
    if part.question in names.sets["question"] - names.placing:
        yield (
            ("question",),
            "not-placing",
            f"la question {part.question} ne peut pas ouvrir une porte.",
            "Prenez une question d'un écran noté de project.yaml.",
        )
        return
    yield from missing("question", part.question, names.placing, ("question",))
    yield from _levels(part.question, {"at_least": part.at_least}, names)


def _lever(part: Lever, names: Names) -> Found:
    for index, cell in enumerate(part.doses):
        yield from missing("phase", cell.phase, names.sets["phase"], ("doses", index, "phase"))
    for phase in part.why.phase:
        yield from missing("phase", phase, names.sets["phase"], ("why", "phase", phase))


def _sections(part: Item, names: Names) -> Found:
    for door in part.sections:
        yield from missing("door", door, names.sets["door"], ("sections", door))


def _worked_examples(part: Rule | Contradiction, names: Names) -> Found:
    for key in ("fires", "silent"):
        for question, given in (getattr(part, key) or {}).items():
            yield from missing("question", question, names.sets["question"], (key, question))
            numbers = given if isinstance(given, list) else [given] if isinstance(given, int) else []
            yield from _options(question, numbers, names, (key, question))


CHECKS: tuple[tuple[type[c.Written], Check], ...] = (
    (Questionnaire, _screens),
    (Sourced, _sourced),
    (Choice, _named("lever", "levers")),
    (DoorsQuestionnaire, _tie),
    (c.AnswerTest, _answer_test),
    (c.CountTest, _count_test),
    (c.StageTest, _named("stage", "is_", "in_", "at_least", "at_most")),
    (c.RecommendedTest, _recommended_test),
    (c.DimensionTest, _named("dimension", "dimension")),
    (c.MissingTest, _named("question", "missing")),
    (c.TypeTest, _named("type", "type")),
    (c.LevelTest, _named("level", "level")),
    (c.PracticeTest, _named("practice", "practice")),
    (c.PatternTest, _named("pattern", "pattern")),
    (c.ZoneTest, _named("zone", "zone")),
    (c.ZoneTest, _named("status", "is_")),
    (c.LeverTest, _named("lever", "lever")),
    (c.NeedTest, _named("dimension", "need")),
    (c.ConfidenceTest, _named("confidence", "is_")),
    (Requirement, _requirement),
    (Placement, _named("question", "type_asked_by", "level_decided_by")),
    (Gate, _named("stage", "to")),
    (Stage, _named("phase", "phase")),
    (Zone, _named("stage", "stage")),
    (Light, _named("dimension", "lowest_of")),
    (Contradiction, _named("question", "questions")),
    (Contradiction, _worked_examples),
    (Levers, _named("question", "blocks_asked_by", "help_asked_by")),
    (Lever, _lever),
    (Call, _named("question", "question")),
    (Call, _named("lever", "levers")),
    (Needs, _named("dimension", "when_nothing_is_missing")),
    (Need, _named("dimension", "dimension")),
    (Need, _named("phase", "phase")),
    (Taught, _named("item", "id", "after")),
    (Taught, _named("level", "levels")),
    (Taught, _named("question", "works_on")),
    (OpenQuestion, _named("question", "question")),
    (Economy, _named("phase", "phase")),
    (Support, _named("lever", "levers")),
    (Support, _named("phase", "unsuited_in")),
    (ProgrammeMethod, _named("level", "level_unknown")),
    (ParcoursStep, _named("component", "component")),
    (Lesson, _named("item", "id")),
    (Purpose, _named("level", "level")),
    (Item, _named("kind", "kind")),
    (Item, _named("tag", "tags")),
    (Item, _named("family", "family")),
    (Item, _named("component", "components")),
    (Item, _sections),
    (Rule, _named("item", "recommend")),
    (Rule, _named("lever", "levers")),
    (Rule, _named("tag", "tags")),
    (Rule, _worked_examples),
    (HoldBack, _named("item", "items")),
    (HoldBack, _named("tag", "tags")),
)
