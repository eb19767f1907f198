"""Conditions told in French: one table, every subject with every comparison and its contrary."""

import pytest
from pydantic import TypeAdapter

from assessment.content import conditions as written
from assessment.content.conditions import COMPARISONS, SUBJECTS, Condition
from assessment.content.edition import Edition
from assessment.content.reading import parts
from assessment.report.conditions_told import told

CONDITION = TypeAdapter(Condition)
#: condition, how it is told, how its contrary is told; {BES1} is the text of a question, {BES1.2} of its option.
ROWS: list[tuple[dict, str, str]] = [
    ({"answer": "BES1", "at_least": 3}, "« {BES1} » : au moins « {BES1.3} »", "« {BES1} » : au plus « {BES1.2} »"),
    ({"answer": "BES1", "at_least": 5}, "« {BES1} » : « {BES1.5} »", "« {BES1} » : au plus « {BES1.4} »"),
    ({"answer": "ECO3", "at_most": 2}, "« {ECO3} » : au plus « {ECO3.2} »", "« {ECO3} » : au moins « {ECO3.3} »"),
    ({"answer": "ECO3", "at_most": 1}, "« {ECO3} » : « {ECO3.1} »", "« {ECO3} » : au moins « {ECO3.2} »"),
    ({"answer": "C5", "is": 3}, "« {C5} » : « {C5.3} »", "« {C5} » : une autre réponse que « {C5.3} »"),
    (
        {"answer": "T1", "in": [1, 4]},
        "« {T1} » : « {T1.1} » ou « {T1.4} »",
        "« {T1} » : une autre réponse que « {T1.1} » ou « {T1.4} »",
    ),
    (
        {"answer": "T1", "in": [1, 2, 3, 4]},
        "« {T1} » : une autre réponse que « {T1.5} »",
        "« {T1} » : une autre réponse que « {T1.1} » ou « {T1.2} » ou « {T1.3} » ou « {T1.4} »",
    ),
    (
        {"answer": "C6", "includes": [1, 3]},
        "« {C6} » : parmi les réponses, « {C6.1} » ou « {C6.3} »",
        "« {C6} » : sans « {C6.1} » ni « {C6.3} »",
    ),
    ({"answer": "F1", "empty": True}, "« {F1} » : rien n'est coché", "« {F1} » : au moins une réponse cochée"),
    ({"answer": "F1", "empty": False}, "« {F1} » : au moins une réponse cochée", "« {F1} » : rien n'est coché"),
    (
        {"dimension": "ALL", "at_least": 3},
        "Dimension « {project.ALL} » : niveau 3 sur 5 au moins",
        "Dimension « {project.ALL} » : niveau 2 sur 5 au plus",
    ),
    (
        {"dimension": "ALL", "at_most": 4},
        "Dimension « {project.ALL} » : niveau 4 sur 5 au plus",
        "Dimension « {project.ALL} » : niveau 5 sur 5",
    ),
    (
        {"dimension": "ALL", "below": "reached"},
        "Dimension « {project.ALL} » : en deçà de l'étape atteinte",
        "Dimension « {project.ALL} » : au moins au niveau de l'étape atteinte",
    ),
    (
        {"stage": "reached", "is": "modelisation"},
        "Étape atteinte : « Modélisation »",
        "Étape atteinte : « Conception », « Expérimentation », « Essaimage » ou « Industrialisation »",
    ),
    (
        {"stage": "reached", "in": ["conception", "experimentation"]},
        "Étape atteinte : « Conception » ou « Expérimentation »",
        "Étape atteinte : « Modélisation », « Essaimage » ou « Industrialisation »",
    ),
    (
        {"stage": "consolidated", "at_least": "essaimage"},
        "Étape consolidée : « Essaimage » ou « Industrialisation »",
        "Étape consolidée : « Conception », « Expérimentation » ou « Modélisation »",
    ),
    (
        {"stage": "reached", "at_most": "conception"},
        "Étape atteinte : « Conception »",
        "Étape atteinte : « Expérimentation », « Modélisation », « Essaimage » ou « Industrialisation »",
    ),
    (
        {"stage": "reached", "above": "consolidated"},
        "L'étape atteinte est en avance sur ses preuves",
        "L'étape atteinte est consolidée",
    ),
    (
        {"missing": "EVA2", "towards": "next"},
        "« {EVA2} » : ce point manque pour passer à l'étape suivante",
        "« {EVA2} » : ce point ne manque pas pour passer à l'étape suivante",
    ),
    (
        {"missing": "EVA2"},
        "« {EVA2} » : ce point manque pour consolider l'étape atteinte ou passer à la suivante",
        "« {EVA2} » : ce point ne manque pas pour consolider l'étape atteinte ou passer à la suivante",
    ),
    (
        {"type": ["association", "aucun"]},
        "Type d'organisation : « Association », « Pas encore de structure » ou « Une autre structure »",
        "Type d'organisation : autre que « Association », « Pas encore de structure » ou « Une autre structure »",
    ),
    (
        {"level": ["actifs", "pionniers"]},
        "Niveau de l'organisation : « Actifs » ou « Pionniers »",
        "Niveau de l'organisation : autre que « Actifs » ou « Pionniers »",
    ),
    (
        {"practice": "NUM", "at_least": 2},
        "Pratique « {organisation.NUM} » : niveau 2 sur 3 au moins",
        "Pratique « {organisation.NUM} » : niveau 1 sur 3",
    ),
    (
        {"practice": "NUM", "at_most": 2},
        "Pratique « {organisation.NUM} » : niveau 2 sur 3 au plus",
        "Pratique « {organisation.NUM} » : niveau 3 sur 3",
    ),
    (
        {"body": "organisation", "at_least": 2},
        "Ensemble des pratiques de l'organisation : niveau 2 sur 3 au moins",
        "Ensemble des pratiques de l'organisation : niveau 1 sur 3",
    ),
    (
        {"body": "organisation", "at_most": 1},
        "Ensemble des pratiques de l'organisation : niveau 1 sur 3",
        "Ensemble des pratiques de l'organisation : niveau 2 sur 3 au moins",
    ),
    (
        {"count": "practices", "how_many": 2, "at_most": 1},
        "Au moins 2 pratiques de l'organisation : niveau 1 sur 3",
        "Moins de 2 pratiques de l'organisation : niveau 1 sur 3",
    ),
    (
        {"count": ["O1", "O3"], "how_many": 1, "at_least": 2},
        "Au moins 1 de ces réponses : niveau 2 sur 3 au moins (« {O1} » ; « {O3} »)",
        "Moins de 1 de ces réponses : niveau 2 sur 3 au moins (« {O1} » ; « {O3} »)",
    ),
    (
        {"confidence": "project", "is": "faible"},
        "Confiance dans le résultat sur le projet : faible",
        "Confiance dans le résultat sur le projet : autre que faible",
    ),
    (
        {"pattern": "croissance_interne"},
        "Profil particulier « Croissance interne »",
        "Pas de profil particulier « Croissance interne »",
    ),
    (
        {"zone": "vallee_de_la_mort", "is": "dedans"},
        "Passage délicat « Vallée de la mort » : « vous y êtes »",
        "Passage délicat « Vallée de la mort » : autre chose que « vous y êtes »",
    ),
    (
        {"lever": "evaluation", "at_most": 2},
        "Aide « {lever.evaluation} » : parmi les 2 premières",
        "Aide « {lever.evaluation} » : à la place 3 ou après",
    ),
    (
        {"lever": "evaluation", "at_least": 2},
        "Aide « {lever.evaluation} » : à la place 2 ou après",
        "Aide « {lever.evaluation} » : en premier",
    ),
    (
        {"need": "ECO"},
        "Un besoin dans la dimension « {project.ECO} »",
        "Pas de besoin dans la dimension « {project.ECO} »",
    ),
    ({"known": "project"}, "Des réponses sur le projet", "Aucune réponse sur le projet"),
    ({"known": "organisation"}, "Des réponses sur l'organisation", "Aucune réponse sur l'organisation"),
    ({"known": "type"}, "Le type de l'organisation est connu", "Le type de l'organisation n'est pas connu"),
    ({"known": "level"}, "Le niveau de l'organisation est connu", "Le niveau de l'organisation n'est pas connu"),
    ({"recommended": "M16"}, "« {item.M16} » est proposé", "« {item.M16} » n'est pas proposé"),
    (
        {"recommended": "parcours"},
        "Quelque chose de cette sorte est proposé : parcours d'expérience",
        "Rien de cette sorte n'est proposé : parcours d'expérience",
    ),
    (
        {"all": [{"known": "type"}, {"any": [{"known": "level"}, {"known": "project"}]}]},
        "Le type de l'organisation est connu ; et "
        "(Le niveau de l'organisation est connu ; ou Des réponses sur le projet)",
        "Le type de l'organisation n'est pas connu ; ou "
        "(Le niveau de l'organisation n'est pas connu ; et Aucune réponse sur le projet)",
    ),
    ({"any": [{"known": "type"}]}, "Le type de l'organisation est connu", "Le type de l'organisation n'est pas connu"),
    ({"not": {"known": "type"}}, "Le type de l'organisation n'est pas connu", "Le type de l'organisation est connu"),
]


def filled(phrase: str, edition: Edition) -> str:
    """*phrase* with the words of the content in place of their names."""
    names = {name: question.text for name, question in edition.questions.items()}
    for name, question in edition.questions.items():
        names |= {f"{name}.{number}": each.label.removesuffix(".") for number, each in enumerate(question.choices, 1)}
    names |= {f"{part.part}.{screen.id}": screen.label for part in edition.questionnaires for screen in part.screens}
    names |= {f"lever.{name}": lever.title for name, lever in edition.lever.items()}
    names |= {f"item.{name}": item.title for name, item in edition.items.items()}
    for name, words in names.items():
        phrase = phrase.replace(f"{{{name}}}", words)
    return phrase


@pytest.mark.parametrize(("condition", "phrase", "contrary"), ROWS, ids=[str(row[0]) for row in ROWS])
def test_a_condition_and_its_contrary_are_told_in_french(condition: dict, phrase: str, contrary: str, edition: Edition):
    read = CONDITION.validate_python(condition)

    assert told(read, edition) == filled(phrase, edition)
    assert told(written.Not(not_=read), edition) == filled(contrary, edition)


def test_the_table_has_every_comparison_of_every_subject():
    possible = {
        (subject, alias)
        for subject, model in SUBJECTS.items()
        for name, field in model.model_fields.items()
        if (alias := field.alias or name) in COMPARISONS
    }
    shown = {(subject, key) for row, _, _ in ROWS for subject in row if subject in SUBJECTS for key in row}

    assert possible - shown == set()
    assert SUBJECTS.keys() - {subject for row, _, _ in ROWS for subject in row} == set()


def test_every_condition_of_the_content_can_be_told(edition: Edition):
    whens = [rule.when for rule in edition.rules if rule.when]
    phrases = [told(each, edition) for each in whens] + [told(each, edition, denied=True) for each in whens]
    signs = [part.when for _, part in parts(edition.placement) if getattr(part, "when", None)]

    assert [phrase for phrase in [*phrases, *(told(each, edition) for each in signs)] if "None" in phrase] == []
