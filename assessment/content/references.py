"""Files that were read in, Problems out: every id that one part names must exist in another, each known once.

One function per kind of thing that names others; `parts` walks the models, so a problem is told at its own line.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from assessment.content import conditions as c
from assessment.content.catalogue import Catalogue, Item, merge
from assessment.content.levers import Call, DoorsQuestionnaire, Lever, Levers, Need, Needs
from assessment.content.placement import Contradiction, Gate, Light, Placement, Requirement, Stage, Zone
from assessment.content.questionnaire import Choice, Question, Questionnaire, Sourced
from assessment.content.reading import Step, parts
from assessment.content.rules import HoldBack, Limits, Rule, RuleFile
from assessment.content.yaml_text import YamlText
from assessment.errors import Problem, nearest


@dataclass(frozen=True)
class File:
    """A content file: its name in the edition, its text and the model read from it."""

    name: str
    text: YamlText
    model: c.Written


@dataclass(frozen=True)
class Names:
    """Every id that content may name."""

    files: tuple[File, ...]
    models: dict[str, c.Written] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "models", {file.name: file.model for file in self.files})

    @cached_property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        return tuple(file.model for file in self.files if isinstance(file.model, Questionnaire))

    @cached_property
    def questions(self) -> dict[str, Question]:
        return {question.id: question for part in self.questionnaires for question in part.questions}

    @cached_property
    def placement(self) -> Placement:
        return self.models["placement.yaml"]

    @cached_property
    def catalogue(self) -> Catalogue:
        return merge(file.model for file in self.files if isinstance(file.model, Catalogue))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for file in self.files if isinstance(file.model, RuleFile) for rule in file.model.rules)

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        """Kind of name -> the names there are."""
        placement, levers, doors = self.placement, self.models["levers.yaml"], self.models["doors.yaml"]
        project, organisation = self.models["project.yaml"], self.models["organisation.yaml"]
        named = {
            "question": self.questions,
            "dimension": [screen.id for screen in project.screens if screen.scored],
            "practice": [screen.id for screen in organisation.screens if screen.scored],
            "stage": [stage.id for stage in placement.stages],
            "phase": [phase.id for phase in placement.phases],
            "type": [*(kind.id for kind in placement.types), "aucun"],
            "level": [level.id for level in placement.levels],
            "pattern": [pattern.id for pattern in placement.patterns],
            "zone": [zone.id for zone in placement.zones],
            "lever": [lever.id for lever in levers.levers],
            "door": [door.id for door in doors.doors],
            "item": [item.id for item in self.catalogue.items],
            "kind": [kind.id for kind in self.catalogue.kinds],
            "tag": [tag.id for tag in self.catalogue.tags],
            "family": [family.id for family in self.catalogue.families],
            "component": [component.id for component in self.catalogue.components],
            "reference": [reference.id for reference in self.catalogue.references],
            "confidence": [level.id for level in placement.confidence.levels],
            "status": [status.id for status in placement.zone_statuses],
        }
        return {kind: frozenset(names) for kind, names in named.items()}


#: What a missing name is called, in French.
CALLED = {
    "question": "aucune question", "dimension": "aucune dimension", "practice": "aucune pratique", "stage": "aucune étape",
    "phase": "aucune phase", "type": "aucun type", "level": "aucun niveau", "pattern": "aucun profil particulier",
    "zone": "aucune zone", "lever": "aucun levier", "door": "aucune porte", "item": "rien dans le catalogue",
    "kind": "aucun genre", "tag": "aucune étiquette", "family": "aucune famille", "component": "aucune composante",
    "reference": "aucune source", "confidence": "aucun degré de confiance", "status": "aucun statut",
    "screen": "aucun écran", "definition": "aucune définition",
}
Found = Iterator[tuple[tuple[Step, ...], str, str, str]]  #: path below the part, code, what, remedy


def problems(files: Iterable[File]) -> list[Problem]:
    """Every broken link, wrong number, doubled id and unsourced sentence, at its line."""
    names = Names(tuple(files))
    found = [
        Problem(code, file.text.where((*path, *below)), what, remedy)
        for file in names.files
        for path, part in parts(file.model)
        for kind, check in CHECKS
        if isinstance(part, kind)
        for below, code, what, remedy in check(part, names)
    ]
    return [*found, *_doubled(names)]


def _missing(names: Names, kind: str, given: Iterable[str], below: tuple[Step, ...]) -> Found:
    known = names.sets[kind]
    for name in given:
        if name not in known:
            yield below, f"unknown-{kind}", f"{CALLED[kind]} ne s'appelle « {name} ».", nearest(name, known)


def _screens(part: Questionnaire, names: Names) -> Found:
    screens, terms = {screen.id for screen in part.screens}, {each.id for each in part.definitions}
    for index, question in enumerate(part.questions):
        if question.screen not in screens:
            yield (("questions", index, "screen"), "unknown-screen",
                   f"aucun écran ne s'appelle « {question.screen} ».", nearest(question.screen, screens))
        for term in question.terms:
            if term not in terms:
                yield (("questions", index, "terms"), "unknown-definition",
                       f"aucune définition ne s'appelle « {term} ».", nearest(term, terms))
        if question.type:
            yield from _missing(names, "type", [question.type], ("questions", index, "type"))


def _sourced(part: Sourced, names: Names) -> Found:
    known = names.sets["reference"]
    for cited in part.source.split(" ; "):
        if cited != "choix de conception" and not any(cited == name or cited.startswith(f"{name} ") for name in known):
            yield (("source",), "unknown-reference", f"la source « {cited} » ne commence par aucune source connue.",
                   nearest(cited.split()[0] if cited.split() else "", known) or "Ajoutez-la à catalogue/sources.yaml.")


def _choice(part: Choice, names: Names) -> Found:
    yield from _missing(names, "lever", part.levers, ("levers",))


def _options(question: str, numbers: Iterable[int], names: Names, below: tuple[Step, ...]) -> Found:
    if (asked := names.questions.get(question)) is None:
        return
    for number in numbers:
        if not 1 <= number <= len(asked.choices):
            yield (below, "unknown-option", f"la question {question} n'a pas d'option {number}.",
                   f"Écrivez un nombre de 1 à {len(asked.choices)}.")


def _levels(question: str, bounds: Iterable[int | None], names: Names, below: tuple[Step, ...]) -> Found:
    given = [bound for bound in bounds if bound is not None]
    if not given or (asked := names.questions.get(question)) is None:
        return
    if not asked.scaled:
        yield (below, "no-scale", f"les options de {question} n'ont pas de niveau : at_least et at_most ne s'y appliquent pas.",
               "Comparez avec is ou in.")
        return
    for bound in given:
        if bound not in asked.levels:
            yield (below, "unknown-level", f"aucune option de {question} n'est de niveau {bound}.",
                   f"Niveaux possibles : {', '.join(map(str, asked.levels))}.")


def _answer_test(part: c.AnswerTest, names: Names) -> Found:
    yield from _missing(names, "question", [part.answer], ("answer",))
    numbers = [*([part.is_] if part.is_ is not None else []), *(part.in_ or ()), *(part.includes or ())]
    yield from _options(part.answer, numbers, names, ())
    yield from _levels(part.answer, (part.at_least, part.at_most), names, ())
    asked = names.questions.get(part.answer)
    if asked and asked.kind == "one" and (part.includes is not None or part.empty is not None):
        yield (), "one-answer", f"{part.answer} n'a qu'une réponse : includes et empty ne s'y appliquent pas.", "Utilisez is ou in."


def _count_test(part: c.CountTest, names: Names) -> Found:
    if not isinstance(part.count, str):
        yield from _missing(names, "question", part.count, ("count",))
        for question in part.count:
            yield from _levels(question, (part.at_least, part.at_most), names, ("count",))


def _stage_test(part: c.StageTest, names: Names) -> Found:
    given = [*(part.in_ or ()), *(each for each in (part.is_, part.at_least, part.at_most) if each is not None)]
    yield from _missing(names, "stage", given, ())


def _recommended_test(part: c.RecommendedTest, names: Names) -> Found:
    if part.recommended not in names.sets["kind"]:
        yield from _missing(names, "item", [part.recommended], ("recommended",))


def _named(kind: str, field_name: str) -> Callable[[c.Written, Names], Found]:
    def check(part: c.Written, names: Names) -> Found:
        given = getattr(part, field_name)
        yield from _missing(names, kind, (given,) if isinstance(given, str) else given or (), (field_name,))

    return check


def _requirement(part: Requirement, names: Names) -> Found:
    yield from _missing(names, "question", [part.question], ("question",))
    yield from _levels(part.question, (part.at_least,), names, ("at_least",))


def _placement(part: Placement, names: Names) -> Found:
    wanted = [stage.id for stage in part.stages[1:]]
    if [gate.to for gate in part.gates] != wanted:
        yield (("gates",), "gates-and-stages", "les portes ne mènent pas, dans l'ordre, à chaque étape après la première.",
               f"Écrivez une porte vers : {', '.join(wanted)}.")
    yield from _missing(names, "question", part.type_asked_by, ("type_asked_by",))
    yield from _missing(names, "question", part.level_decided_by, ("level_decided_by",))
    if part.qualification[-1].when is not None:
        yield (("qualification",), "no-default", "la dernière qualification doit valoir sans condition.", "Retirez son « when ».")


def _levers(part: Levers, names: Names) -> Found:
    yield from _missing(names, "question", [part.blocks_asked_by], ("blocks_asked_by",))
    yield from _missing(names, "question", [part.help_asked_by], ("help_asked_by",))


def _lever(part: Lever, names: Names) -> Found:
    phases = names.sets["phase"]
    for where, given in (("doses", {cell.phase for cell in part.doses}), ("why", set(part.why.phase))):
        yield from _missing(names, "phase", given, (where,))
        for phase in phases - given:
            yield (where,), "phase-left-out", f"rien pour la phase « {phase} ».", "Ajoutez-la."


def _needs(part: Needs, names: Names) -> Found:
    yield from _missing(names, "dimension", part.when_nothing_is_missing, ("when_nothing_is_missing",))
    given = {(need.dimension, need.phase) for need in part.needs}
    for dimension in sorted(names.sets["dimension"]):
        for phase in sorted(names.sets["phase"]):
            if (dimension, phase) not in given:
                yield ("needs",), "need-left-out", f"aucun besoin pour {dimension} en phase « {phase} ».", "Ajoutez-le."


def _item(part: Item, names: Names) -> Found:
    yield from _missing(names, "tag", part.tags, ("tags",))
    yield from _missing(names, "component", part.components, ("components",))
    yield from _missing(names, "door", part.sections, ("sections",))
    if part.family:
        yield from _missing(names, "family", [part.family], ("family",))


def _rule(part: Rule, names: Names) -> Found:
    yield from _missing(names, "item", part.recommend, ("recommend",))
    yield from _missing(names, "lever", part.levers, ("levers",))
    yield from _missing(names, "tag", part.tags, ("tags",))
    for where in ("fires", "silent"):
        for question, given in (getattr(part, where) or {}).items():
            yield from _missing(names, "question", [question], (where, question))
            numbers = given if isinstance(given, list) else [given]
            yield from _options(question, (each for each in numbers if isinstance(each, int)), names, (where, question))


def _hold_back(part: HoldBack, names: Names) -> Found:
    yield from _missing(names, "item", part.items, ("items",))
    yield from _missing(names, "tag", part.tags, ("tags",))


def _limits(part: Limits, names: Names) -> Found:
    shown = [kind for group in part.groups for kind in group.kinds]
    for kind in sorted(names.sets["kind"] - set(shown)):
        yield ("groups",), "kind-left-out", f"le genre « {kind} » n'est dans aucun groupe.", "Ajoutez-le."


def _doubled(names: Names) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for file in names.files:
        for path, part in parts(file.model):
            name = getattr(part, "id", None)
            if not isinstance(name, str) or isinstance(part, Choice | Contradiction):
                continue
            where = file.text.where((*path, "id"))
            kind = type(part).__name__ + (file.name if type(part).__name__ in {"Screen", "Definition"} else "")
            if (kind, name) in seen:
                yield Problem("doubled-id", where, f"« {name} » existe déjà ({seen[kind, name]}).", "Donnez-lui un autre nom.")
            seen.setdefault((kind, name), where)


CHECKS: tuple[tuple[type[c.Written], Callable[..., Found]], ...] = (
    (Questionnaire, _screens),
    (Sourced, _sourced),
    (Choice, _choice),
    (c.AnswerTest, _answer_test),
    (c.CountTest, _count_test),
    (c.StageTest, _stage_test),
    (c.RecommendedTest, _recommended_test),
    (c.DimensionTest, _named("dimension", "dimension")),
    (c.MissingTest, _named("question", "missing")),
    (c.TypeTest, _named("type", "type")),
    (c.LevelTest, _named("level", "level")),
    (c.PracticeTest, _named("practice", "practice")),
    (c.PatternTest, _named("pattern", "pattern")),
    (c.ZoneTest, _named("zone", "zone")),
    (c.LeverTest, _named("lever", "lever")),
    (c.NeedTest, _named("dimension", "need")),
    (c.ConfidenceTest, _named("confidence", "is_")),
    (Requirement, _requirement),
    (Placement, _placement),
    (Gate, _named("stage", "to")),
    (Stage, _named("phase", "phase")),
    (Zone, _named("stage", "stage")),
    (Light, _named("dimension", "lowest_of")),
    (Contradiction, _named("question", "questions")),
    (Levers, _levers),
    (Lever, _lever),
    (Call, _named("question", "question")),
    (Call, _named("lever", "levers")),
    (Needs, _needs),
    (Need, _named("dimension", "dimension")),
    (Need, _named("phase", "phase")),
    (DoorsQuestionnaire, _named("question", "tie_broken_by")),
    (Item, _item),
    (Rule, _rule),
    (HoldBack, _hold_back),
    (Limits, _limits),
)
