"""An edition in, whatever one part offers and no other takes up out, as Problems.

Names that do not exist are told when the content is read; this is the other direction. What cannot happen is told by
assessment/proofs/reachability.py, rules in each other's way by assessment/proofs/shadows.py.
"""

from collections.abc import Iterator

from assessment.content.edition import Edition
from assessment.content.rules import Rule
from assessment.errors import Problem
from assessment.proofs.places import Places


def orphans(edition: Edition, places: Places) -> list[Problem]:
    """Items, levers, calls, families, components, definitions and tags without use, and rules of layout that act."""
    return [
        *_items(edition, places),
        *_levers(edition, places),
        *_calls(edition, places),
        *_parts_of_items(edition, places),
        *_definitions(edition, places),
        *_tags(edition, places),
        *(problem for rule in edition.rules if rule.presentation for problem in _layout(rule, places)),
    ]


def _items(edition: Edition, places: Places) -> Iterator[Problem]:
    recommended = {name for rule in edition.rules for name in rule.recommend}
    for item in edition.catalogue.items:
        if item.id not in recommended:
            yield Problem(
                "never-recommended",
                places.where(item),
                f"aucune règle ne conseille {item.id}.",
                "Écrivez une règle qui le conseille, ou retirez-le.",
            )


def _levers(edition: Edition, places: Places) -> Iterator[Problem]:
    called = {name for call in edition.levers.calls for name in call.levers}
    blocks = edition.questions[edition.levers.blocks_asked_by]
    said = {name for choice in blocks.choices for name in choice.levers}
    for lever in edition.levers.levers:
        if lever.id not in called & said:
            missing = "aucune réponse qui manque" if lever.id in said else "rien de ce qui bloque"
            yield Problem(
                "lever-never-called",
                places.where(lever),
                f"{missing} n'appelle le levier {lever.id}.",
                f"Nommez-le sous « calls », ou dans une option de {blocks.id}.",
            )


def _calls(edition: Edition, places: Places) -> Iterator[Problem]:
    for call in edition.levers.calls:
        if call.question not in edition.key_questions:
            yield Problem(
                "call-without-effect",
                places.where(call),
                f"{call.question} n'est dans aucune porte : sa réponse ne manque jamais.",
                "Retirez cet appel.",
            )
    called = {call.question for call in edition.levers.calls}
    for name in edition.key_questions:
        if name not in called:
            yield Problem(
                "gap-without-lever",
                places.where(edition.levers, "calls"),
                f"la question {name} est dans une porte et n'appelle aucun levier.",
                "Ajoutez un appel pour elle.",
            )


def _parts_of_items(edition: Edition, places: Places) -> Iterator[Problem]:
    catalogue = edition.catalogue
    families = {item.family for item in catalogue.items}
    components = {name for item in catalogue.items for name in item.components}
    for part, used in (
        *((family, family.id in families) for family in catalogue.families),
        *((component, component.id in components) for component in catalogue.components),
    ):
        if not used:
            yield Problem("unused-part", places.where(part), f"rien n'a besoin de {part.id}.", "Retirez-le.")


def _definitions(edition: Edition, places: Places) -> Iterator[Problem]:
    for part in edition.questionnaires:
        used = {term for question in part.questions for term in question.terms}
        for definition in part.definitions:
            if definition.id not in used:
                yield Problem(
                    "unused-definition",
                    places.where(definition),
                    f"aucune question ne renvoie à « {definition.term} ».",
                    "Nommez-la sous « terms » d'une question, ou retirez-la.",
                )


def _tags(edition: Edition, places: Places) -> Iterator[Problem]:
    held = {tag for rule in edition.rules if rule.hold_back for tag in rule.hold_back.tags}
    worn = {tag for part in (*edition.catalogue.items, *edition.rules) for tag in part.tags}
    for tag in edition.catalogue.tags:
        if tag.id not in held & worn:
            what = "aucun garde-fou ne cherche" if tag.id in worn else "rien ne porte"
            yield Problem(
                "unused-tag", places.where(tag), f"{what} l'étiquette {tag.id}.", "Utilisez-la, ou retirez-la."
            )


def _layout(rule: Rule, places: Places) -> Iterator[Problem]:
    for key in ("recommend", "levers", "message", "hold_back", "fires", "silent"):
        if getattr(rule, key):
            yield Problem(
                "layout-that-acts",
                places.where(rule, key),
                f"{rule.id} est une règle de présentation : {key} n'y sert à rien.",
                f"Retirez « {key} », ou « presentation ».",
            )
