"""Two editions in, every worked case that gets something else with the new one out, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.content.conditions import Written
from assessment.content.edition import Edition
from assessment.content.placement import Requirement
from assessment.content.rules import Rule
from assessment.engine.assess import Assessment, assess
from assessment.engine.reading import read_answers
from assessment.engine.stage import levels_of, met
from assessment.errors import AnswersError
from assessment.proofs.shadows import holds

#: What a result is compared by, in French; each is told as a list of words.
Traits = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Difference:
    """A case with *what* is different and *why*, one French line each."""

    case: str
    what: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """A part of the content that is not the same any more: the *trait* it can touch, and both versions of it."""

    trait: str
    told: str
    old: Written | None
    new: Written | None


def compare(old: Edition, new: Edition) -> tuple[Difference, ...]:
    """Every case of either edition whose result is not the same, those of the new one first."""
    cases = {case.name: case.given for case in (*old.examples, *new.examples)}
    names = dict.fromkeys([case.name for case in new.examples] + [case.name for case in old.examples])
    changed = changes(old, new)
    found = (_difference(name, cases[name], (old, new), changed) for name in names)
    return tuple(each for each in found if each is not None)


def _difference(
    name: str, given: Mapping[str, Any], editions: tuple[Edition, Edition], changed: Sequence[Change]
) -> Difference | None:
    results: list[Assessment] = []
    flat = {key: value for key, value in given.items() if key != "edition"}
    for word, edition in zip(("l'ancien contenu", "le nouveau contenu"), editions, strict=True):
        try:
            results.append(assess(read_answers(flat, edition), edition))
        except AnswersError as error:
            why = tuple(str(problem) for problem in error.problems)
            return Difference(name, (f"ses réponses ne se lisent pas avec {word}",), why)
    before, after = results
    old, new = _traits(before), _traits(after)
    different = [trait for trait in old if old[trait] != new[trait]]
    if not different:
        return None
    what = tuple(line for trait in different for line in _told(trait, old[trait], new[trait]))
    return Difference(name, what, _why(different, before, after, changed))


def _traits(found: Assessment) -> Traits:
    """What people notice of a result."""
    edition, project = found.edition, found.project
    stages = [stage.label for stage in edition.placement.stages]
    placement = project.placement if project else None
    levels = [level.label for level in edition.placement.levels]
    first = project.levers[: edition.limits.levers_at_most] if project else ()
    return {
        "étape": (stages[placement.stage.reached],) if placement else (),
        "étape consolidée": (stages[placement.consolidated],) if placement else (),
        "zones": tuple(f"{each.zone.label} ({each.status})" for each in placement.zones) if placement else (),
        "premiers leviers": tuple(each.lever.title for each in first),
        "niveau": (levels[found.organisation.level],) if found.organisation else (),
        "conseils": tuple(each.item.id for each in found.advice.recommendations),
    }


def _told(trait: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[str]:
    if trait != "conseils":
        yield f"{trait} : {', '.join(old) or 'rien'} → {', '.join(new) or 'rien'}"
        return
    entered, left = [each for each in new if each not in old], [each for each in old if each not in new]
    if entered:
        yield f"conseils en plus : {', '.join(entered)}"
    if left:
        yield f"conseils en moins : {', '.join(left)}"
    if not entered and not left:
        yield f"ordre des conseils : {', '.join(old)} → {', '.join(new)}"


def _why(different: Sequence[str], before: Assessment, after: Assessment, changed: Sequence[Change]) -> tuple[str, ...]:
    told = dict.fromkeys(each.told for each in changed if _concerns(each, different, before, after))
    return tuple(told) or ("une autre partie du contenu a changé",)


def _concerns(change: Change, different: Sequence[str], before: Assessment, after: Assessment) -> bool:
    """Whether a change can be a reason: for a rule or a threshold, whether this case sees it."""
    if change.trait == "règle":
        return _seen(change.old, before) or _seen(change.new, after)
    if change.trait == "seuil":
        return _met(change.old, before) is not _met(change.new, after)
    return change.trait in different


def _seen(rule: Written | None, found: Assessment) -> bool:
    return isinstance(rule, Rule) and holds(rule, found)


def _met(asked: Written | None, found: Assessment) -> bool | None:
    """Whether the case has what a gate asks for; a gate that asks for nothing has it."""
    return met(asked, levels_of(found.edition, found.answers)) if isinstance(asked, Requirement) else True


def changes(old: Edition, new: Edition) -> tuple[Change, ...]:
    """Everything of the content that acts on a result and is not the same, rules and thresholds first."""
    return tuple(
        Change(trait, f"{name} {_verb(before, after, trait)}", before, after)
        for trait, kind in _KINDS.items()
        for name, before, after in _pairs(kind(old), kind(new))
        if _acts(before) != _acts(after)
    )


def _verb(before: Written | None, after: Written | None, trait: str) -> str:
    if before is None:
        return "ajouté" if trait == "seuil" else "ajoutée" if trait == "règle" else "en plus"
    if after is None:
        return "retiré" if trait == "seuil" else "retirée" if trait == "règle" else "en moins"
    if isinstance(before, Requirement) and isinstance(after, Requirement):
        return f": {before.at_least} → {after.at_least}"
    return "changée" if trait == "règle" else "changé"


def _acts(part: Written | None) -> object:
    """A part without its words: a sentence that was mended changes nothing."""
    words = {"because", "reason", "source", "missing", "label", "text", "title", "definition", "why", "advice", "note"}
    silent = {*words, "fires", "silent", "summary", "how_to_begin", "sentence", "caption", "provenance", "ask"}
    return None if part is None else part.model_dump(exclude=silent)


def _pairs(
    old: Mapping[str, Written], new: Mapping[str, Written]
) -> Iterator[tuple[str, Written | None, Written | None]]:
    for name in dict.fromkeys([*old, *new]):
        yield name, old.get(name), new.get(name)


def _rules(edition: Edition) -> Mapping[str, Written]:
    return {f"règle {rule.id}": rule for rule in edition.rules}


def _thresholds(edition: Edition) -> Mapping[str, Written]:
    return {
        f"seuil de {asked.question}, porte {gate.to}": asked
        for gate in edition.placement.gates
        for asked in (*gate.deeds, *gate.prerequisites)
    }


def _zones(edition: Edition) -> Mapping[str, Written]:
    return {f"zone « {zone.label} »": zone for zone in edition.placement.zones}


def _levers(edition: Edition) -> Mapping[str, Written]:
    blocks = edition.questions[edition.levers.blocks_asked_by]
    return {
        **{f"appel de {call.question}": call for call in edition.levers.calls},
        **{f"dose de {lever.id}, {cell.phase}": cell for lever in edition.levers.levers for cell in lever.doses},
        **{f"option {number} de {blocks.id}": choice for number, choice in enumerate(blocks.choices, start=1)},
    }


def _levels(edition: Edition) -> Mapping[str, Written]:
    return {f"niveau « {level.label} »": level for level in edition.placement.levels}


def _advice(edition: Edition) -> Mapping[str, Written]:
    groups = {f"limite {', '.join(group.kinds)}": group for group in edition.limits.groups}
    confidence = {"seuils de confiance": edition.placement.confidence.project}
    return {
        **groups,
        **confidence,
        **{f"étiquettes de {item.id}": _Worn.of(item.tags) for item in edition.catalogue.items},
    }


class _Worn(Written):
    """The tags of an item, by which guard-rails hold it back."""

    tags: tuple[str, ...] = ()

    @classmethod
    def of(cls, tags: tuple[str, ...]) -> "_Worn | None":
        return cls(tags=tags) if tags else None


#: The trait that a kind of content touches -> its parts by name; « règle » and « seuil » touch several.
_KINDS = {
    "règle": _rules,
    "seuil": _thresholds,
    "zones": _zones,
    "premiers leviers": _levers,
    "niveau": _levels,
    "conseils": _advice,
}
