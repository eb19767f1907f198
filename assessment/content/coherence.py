"""Files that were read in, what they leave out or say twice out: the method must answer whatever people answer."""

from collections.abc import Callable, Iterable, Iterator
from string import Formatter
from typing import get_args

from assessment.content.catalogue import Item
from assessment.content.conditions import Written
from assessment.content.levers import Call, DoorsQuestionnaire, Lever, Levers, Need, Needs, Provenance
from assessment.content.names import File, Found, Names, missing
from assessment.content.placement import ConfidenceSentences, Contradiction, Placement
from assessment.content.questionnaire import Choice, Definition, Evidence, Questionnaire, Screen
from assessment.content.reading import parts
from assessment.content.rules import Limits
from assessment.content.teaching import Teaching
from assessment.content.yaml_text import Step
from assessment.errors import Problem

#: Words of a sentence that is said in the plainest words.
PLAIN_WORDS = 12
#: Sentence -> what is filled in between braces; the others are shown as they are.
FILLED = {
    "all_answered": ("answered", "total"),
    "some_answered": ("answered", "total"),
    "contradictions": ("count",),
    "enough_shown": ("shown", "held"),
    "some_shown": ("shown", "held"),
    "nothing_shown": ("shown", "held"),
    "organisation_answered": ("answered", "total"),
    "organisation_key_unknown": ("questions",),
    "asked_elsewhere": ("asked", "useful"),
}


def _gates(part: Placement, _names: Names) -> Found:
    wanted = [stage.id for stage in part.stages[1:]]
    if [gate.to for gate in part.gates] != wanted:
        yield (
            ("gates",),
            "gates-and-stages",
            "les portes ne mènent pas, dans l'ordre, à chaque étape après la première.",
            f"Écrivez une porte vers chacune : {', '.join(wanted)}.",
        )


def _defaults(part: Placement, _names: Names) -> Found:
    """Whatever the answers are, there is a qualification, a level and a word for the spread; patterns are asked for."""
    if part.qualification[-1].when is not None:
        yield (
            ("qualification", len(part.qualification) - 1, "when"),
            "no-default",
            "la dernière qualification vaut pour tous les autres projets.",
            "Retirez son « when ».",
        )
    if part.levels[0].when is not None:
        yield (
            ("levels", 0, "when"),
            "no-default",
            "le premier niveau vaut pour toute organisation.",
            "Retirez son « when ».",
        )
    if part.spread and min(each.from_levels for each in part.spread) > 0:
        yield (
            ("spread",),
            "no-default",
            "il n'y a pas de mot pour un profil sans écart.",
            "Donnez from_levels: 0 au premier.",
        )
    for key, what in (("patterns", "ce profil particulier"), ("pairings", "cette lecture croisée")):
        for index, each in enumerate(getattr(part, key)):
            if each.when is None:
                yield (key, index), "no-condition", f"{what} n'a pas de condition.", "Ajoutez « when »."


def _scaled(part: Questionnaire, _names: Names) -> Found:
    scored = {screen.id for screen in part.screens if screen.scored}
    for index, question in enumerate(part.questions):
        if question.screen in scored and not (question.scaled and question.kind == "one"):
            yield (
                ("questions", index),
                "not-scaled",
                f"la question {question.id} est sur un écran noté, sans être notée.",
                "Donnez un niveau (level) à chaque option, et n'écrivez pas kind: several.",
            )


def _level_questions(part: Placement, names: Names) -> Found:
    for index, name in enumerate(part.level_decided_by):
        if (question := names.questions.get(name)) and not question.scaled:
            yield (
                ("level_decided_by", index),
                "not-scaled",
                f"les options de la question {name} n'ont pas de niveau.",
                "Prenez une question d'un écran noté.",
            )


def _types(part: Questionnaire, names: Names) -> Found:
    """Options that stand for a type of organisation or for a door name one that exists."""
    for index, question in enumerate(part.questions):
        kind = "door" if isinstance(part, DoorsQuestionnaire) else "type"
        if kind == "type" and question.id not in names.placement.type_asked_by:
            continue
        for place, choice in enumerate(question.choices):
            yield from missing(kind, choice.id or (), names.sets[kind], ("questions", index, "choices", place, "id"))


def _left_out(kind: str, wanted: Iterable[str], given: Iterable[str], below: str, what: str) -> Found:
    given, remedy = set(given), "Ajoutez-la." if kind in ("phase", "kind") else "Ajoutez-le."
    for name in wanted:
        if name not in given:
            yield (below,), f"{kind}-left-out", what.format(name=name), remedy


def _evidence(part: Evidence, _names: Names) -> Found:
    yield from _left_out(
        "choice", ("no", "document", "outside"), part.choices, "choices", "il manque le choix « {name} »."
    )


def _lever_phases(part: Lever, names: Names) -> Found:
    phases, what = sorted(names.sets["phase"]), "il n'y a rien pour la phase « {name} »."
    yield from _left_out("phase", phases, (cell.phase for cell in part.doses), "doses", what)
    yield from _left_out("phase", phases, part.why.phase, "why", what)


def _provenance(part: Levers, _names: Names) -> Found:
    what = "il manque le texte « {name} »."
    yield from _left_out("text", get_args(Provenance), part.provenance_notes, "provenance_notes", what)
    yield from _braces(part.asked_elsewhere, "asked_elsewhere")


def _all_needs(part: Needs, names: Names) -> Found:
    given = {(need.dimension, need.phase) for need in part.needs}
    for dimension in sorted(names.sets["dimension"]):
        phases = (phase for phase in sorted(names.sets["phase"]) if (dimension, phase) not in given)
        for phase in phases:
            yield (
                ("needs",),
                "need-left-out",
                f"aucun besoin pour {dimension} dans la phase « {phase} ».",
                "Ajoutez-le.",
            )


def _all_kinds(part: Limits, names: Names) -> Found:
    shown = [kind for group in part.groups for kind in group.kinds]
    what = "la sorte « {name} » n'est dans aucun groupe."
    yield from _left_out("kind", sorted(names.sets["kind"]), shown, "groups", what)


def _lessons(part: Teaching, names: Names) -> Found:
    taught, what = names.models["programme.yaml"].modules, "le module « {name} » n'est pas décrit ici."
    yield from _left_out("lesson", [each.id for each in taught], [each.id for each in part.modules], "modules", what)
    told, what = [each.level for each in part.purposes], "il n'y a rien pour le niveau « {name} »."
    yield from _left_out("purpose", sorted(names.sets["level"]), told, "purposes", what)


def _status(part: Item, names: Names) -> Found:
    what = "le statut « {name} » n'a pas de texte dans catalogue/presentation.yaml."
    yield from _left_out("status", [part.status], names.catalogue.statuses, "status", what)


def _sentences(part: ConfidenceSentences, _names: Names) -> Found:
    for key in type(part).model_fields:
        yield from _braces(getattr(part, key), key)


def _braces(sentence: str, key: str) -> Found:
    """Whether what stands between braces can be filled in."""
    possible = FILLED.get(key, ())
    remedy = (
        f"Mots possibles : {', '.join(f'{{{word}}}' for word in possible)}." if possible else "Retirez les accolades."
    )
    try:
        words = [word for _, word, _, _ in Formatter().parse(sentence) if word is not None]
    except ValueError:
        yield (key,), "open-brace", "une accolade s'ouvre ou se ferme seule.", remedy
        return
    for word in words:
        if word not in possible:
            yield (key,), "unknown-word", f"« {{{word}}} » ne peut pas être rempli ici.", remedy


def _plain(part: Written, _names: Names) -> Found:
    """Plain sentences are short: one idea, few words."""
    for key in type(part).model_fields:
        said = getattr(part, key) if key.startswith("plain") else ()
        for sentence in (said,) if isinstance(said, str) else said if isinstance(said, tuple) else ():
            if len(sentence.split()) > PLAIN_WORDS:
                yield (
                    (key,),
                    "plain-too-long",
                    f"« {sentence} » est trop long pour être dit en clair.",
                    f"{PLAIN_WORDS} mots au plus, une seule idée.",
                )


def doubled(names: Names) -> Iterator[Problem]:
    """Everything that is named twice."""
    seen: dict[tuple[str, str], tuple[File, tuple[Step, ...]]] = {}
    for file in names.files:
        for path, part in parts(file.model):
            key, name = _identity(part)
            if name is None:
                continue
            kind = type(part).__name__ + (file.name if isinstance(part, Screen | Definition) else "")
            if (kind, name) in seen:
                first, below = seen[kind, name]
                yield Problem(
                    "doubled-id",
                    file.text.where((*path, key)),
                    f"« {name} » existe déjà : {first.name}, ligne {first.text.line(below)}.",
                    "Gardez-en un, ou donnez-lui un autre nom.",
                )
            seen.setdefault((kind, name), (file, (*path, key)))


def _identity(part: Written) -> tuple[str, str | None]:
    match part:
        case Choice():
            return "id", None
        case Call():
            return "question", part.question
        case Need():
            return "dimension", f"{part.dimension}, {part.phase}"
        case Contradiction():
            return "questions", part.id
    name = getattr(part, "id", None)
    return "id", name if isinstance(name, str) else None


CHECKS: tuple[tuple[type[Written], Callable[..., Found]], ...] = (
    (Questionnaire, _scaled),
    (Questionnaire, _types),
    (Evidence, _evidence),
    (Placement, _gates),
    (Placement, _defaults),
    (Placement, _level_questions),
    (ConfidenceSentences, _sentences),
    (Levers, _provenance),
    (Lever, _lever_phases),
    (Needs, _all_needs),
    (Limits, _all_kinds),
    (Item, _status),
    (Teaching, _lessons),
    (Written, _plain),
)
