"""What one part of the content offers and no other takes up is told."""

from dataclasses import replace

from assessment.content.catalogue import Family, Tag
from assessment.content.levers import Call
from assessment.content.questionnaire import Definition
from assessment.proofs.coherence import orphans
from assessment.proofs.places import Places

NOWHERE = Places()


def added(edition, told, changed):
    """What is told of a changed copy and was not told of the edition itself."""
    before = told(orphans(edition, NOWHERE))
    return [each for each in told(orphans(changed, NOWHERE)) if each not in before]


def test_an_item_that_no_rule_recommends(edition, told):
    rules = tuple(rule for rule in edition.rules if "CRN-NUM" not in rule.recommend)

    assert added(edition, told, replace(edition, rules=rules)) == [
        (
            "never-recommended",
            "CRN-NUM : aucune règle ne conseille CRN-NUM. Écrivez une règle qui le conseille, ou retirez-le.",
        )
    ]


def test_a_lever_that_no_missing_answer_calls(edition, told):
    calls = tuple(
        call.model_copy(
            update={"levers": tuple(name for name in call.levers if name != "financement") or ("evaluation",)}
        )
        for call in edition.levers.calls
    )
    changed = replace(edition, levers=edition.levers.model_copy(update={"calls": calls}))

    assert added(edition, told, changed) == [
        (
            "lever-never-called",
            "financement : aucune réponse qui manque n'appelle le levier financement. "
            "Nommez-le sous « calls », ou dans une option de C6.",
        )
    ]


def test_a_call_for_a_question_that_stands_in_no_gate(edition, told):
    call = Call(question="C3", levers=("evaluation",), source="002")
    changed = replace(edition, levers=edition.levers.model_copy(update={"calls": (*edition.levers.calls, call)}))

    assert added(edition, told, changed) == [
        ("call-without-effect", "C3 : C3 n'est dans aucune porte : sa réponse ne manque jamais. Retirez cet appel.")
    ]


def test_a_gate_question_that_calls_for_nothing(edition, told):
    calls = tuple(call for call in edition.levers.calls if call.question != "BES1")
    changed = replace(edition, levers=edition.levers.model_copy(update={"calls": calls}))

    assert added(edition, told, changed) == [
        (
            "gap-without-lever",
            "Levers › calls : la question BES1 est dans une porte et n'appelle aucun levier. "
            "Ajoutez un appel pour elle.",
        )
    ]


def test_a_family_a_tag_and_a_definition_without_use(edition, told):
    family = Family(id="F9", title="Vide", summary="Vide.", source="002")
    tag = Tag(id="seul", meaning="Rien.")
    catalogue = edition.catalogue.model_copy(
        update={"families": (*edition.catalogue.families, family), "tags": (*edition.catalogue.tags, tag)}
    )
    word = Definition(id="mot", term="mot", text="Un mot.")
    project = edition.project.model_copy(update={"definitions": (*edition.project.definitions, word)})

    assert added(edition, told, replace(edition, catalogue=catalogue, project=project)) == [
        ("unused-part", "F9 : rien n'a besoin de F9. Retirez-le."),
        (
            "unused-definition",
            "mot : aucune question ne renvoie à « mot ». Nommez-la sous « terms » d'une question, ou retirez-la.",
        ),
        ("unused-tag", "seul : rien ne porte l'étiquette seul. Utilisez-la, ou retirez-la."),
    ]


def test_a_tag_that_no_guard_rail_looks_for(edition, told):
    rules = tuple(rule for rule in edition.rules if not rule.hold_back or "nouveaux_lieux" not in rule.hold_back.tags)

    assert added(edition, told, replace(edition, rules=rules)) == [
        (
            "unused-tag",
            "nouveaux_lieux : aucun garde-fou ne cherche l'étiquette nouveaux_lieux. Utilisez-la, ou retirez-la.",
        )
    ]


def test_a_rule_of_layout_that_would_recommend(edition, a_rule, told):
    acting = a_rule("R900", presentation=True, recommend=["M01"])

    assert added(edition, told, replace(edition, rules=(*edition.rules, acting))) == [
        (
            "layout-that-acts",
            "R900 › recommend : R900 est une règle de présentation : recommend n'y sert à rien. "
            "Retirez « recommend », ou « presentation ».",
        )
    ]
