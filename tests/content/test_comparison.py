"""What `jalons diff` says: every kind of change in words, with its id, before → after."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from assessment.content.comparison import Difference, differences
from assessment.content.folder import kind_of, read_files
from assessment.content.names import File
from assessment.content.shelf import current
from assessment.content.writing import one_line, plain

FILES = read_files(current())
DATA = {file.name: plain(file.model) for file in FILES}
Part = Callable[[dict[str, Any]], dict[str, Any]]
PLACE = {file.name: place for place, file in enumerate(FILES)}


def changed(name: str, change: Callable[[dict[str, Any]], object]) -> tuple[File, ...]:
    """The shipped files after a change to the data of one of them."""
    data = copy.deepcopy(DATA[name])
    change(data)
    file = FILES[PLACE[name]]
    return tuple(
        File(name, file.text, type(file.model).model_validate(data)) if each.name == name else each for each in FILES
    )


def told(name: str, change: Callable[[dict[str, Any]], object]) -> list[str]:
    found = differences(FILES, changed(name, change))

    assert {each.file for each in found} == {name}
    return [each.what for each in found]


def element(elements: list[dict[str, Any]], name: str, key: str = "id") -> dict[str, Any]:
    return next(each for each in elements if each[key] == name)


def question(data: dict[str, Any], name: str) -> dict[str, Any]:
    return element(data["questions"], name)


def test_an_edition_does_not_differ_from_itself():
    assert differences(FILES, FILES) == ()


def requirement(data: dict[str, Any], to: str, kind: str, name: str) -> dict[str, Any]:
    return element(element(data["gates"], to, "to")[kind], name, "question")


#: File, the part that changes, its key, its new value, and what is said; {before} is what stands there now.
CHANGES = [
    ("edition.yaml", lambda data: data, "title", "Autre", "Titre : « {before} » → « Autre »"),
    ("edition.yaml", lambda data: data, "published", "2031-05-04", "Date de publication : {before} → 2031-05-04"),
    (
        "project.yaml",
        lambda data: question(data, "BES1"),
        "text",
        "Autre ?",
        "Question BES1, question posée : « {before} » → « Autre ? »",
    ),
    (
        "project.yaml",
        lambda data: question(data, "BES1"),
        "proof",
        None,
        "Question BES1, ce que l'on pourrait montrer : « {before} » → rien",
    ),
    (
        "project.yaml",
        lambda data: question(data, "BES1"),
        "terms",
        ["solution"],
        "Question BES1, mots expliqués : {before} → solution",
    ),
    (
        "project.yaml",
        lambda data: question(data, "EXP1")["choices"][1],
        "label",
        "Autrement",
        "Question EXP1, option 2, texte de l'option : « {before} » → « Autrement »",
    ),
    (
        "project.yaml",
        lambda data: question(data, "EXP1")["choices"][1],
        "level",
        1,
        "Question EXP1, option 2, niveau : {before} → 1",
    ),
    (
        "placement.yaml",
        lambda data: requirement(data, "essaimage", "deeds", "DEP1"),
        "at_least",
        1,
        "Porte vers essaimage, fait DEP1, niveau demandé : {before} → 1",
    ),
    (
        "placement.yaml",
        lambda data: requirement(data, "essaimage", "prerequisites", "ALL1"),
        "missing",
        "un mot",
        "Porte vers essaimage, acquis ALL1, il manque… : « {before} » → « un mot »",
    ),
    (
        "placement.yaml",
        lambda data: element(data["zones"], "saut_quantique"),
        "stage",
        "conception",
        "Zone saut_quantique, étape : {before} → conception",
    ),
    (
        "placement.yaml",
        lambda data: element(element(data["zones"], "passage_a_l_acte")["signs"], "moyens_personnels"),
        "when",
        {"all": [{"answer": "ECO1", "at_most": 5}, {"type": ["association"]}]},
        "Zone passage_a_l_acte, signe moyens_personnels, condition : "
        "{before} → {{all: [{{answer: ECO1, at_most: 5}}, {{type: association}}]}}",
    ),
    (
        "placement.yaml",
        lambda data: data["confidence"]["project"],
        "low_from_range",
        9,
        "Confiance, projet, faible dès cet écart d'étapes : {before} → 9",
    ),
    (
        "levers.yaml",
        lambda data: element(element(data["levers"], "financement")["doses"], "rd_societale", "phase"),
        "weight",
        "+++",
        "Levier financement, case rd_societale, dose : « {before} » → « +++ »",
    ),
    (
        "needs.yaml",
        lambda data: data["needs"][0],
        "text",
        "Autre besoin.",
        "Besoin BES, rd_societale, texte : « {before} » → « Autre besoin. »",
    ),
    ("rules/limits.yaml", lambda data: data["groups"][1], "at_most", 9, "Groupe 2, au plus : {before} → 9"),
    ("rules/limits.yaml", lambda data: data, "missing_at_most", 9, "Points manquants au plus : {before} → 9"),
    (
        "rules/modules.yaml",
        lambda data: element(data["rules"], "R11"),
        "recommend",
        ["M01", "M02"],
        "Règle R11, recommande : {before} → M01, M02",
    ),
    (
        "rules/modules.yaml",
        lambda data: element(data["rules"], "R11"),
        "because",
        "c'est ainsi",
        "Règle R11, parce que… : « {before} » → « c'est ainsi »",
    ),
    (
        "rules/modules.yaml",
        lambda data: element(data["rules"], "R11")["fires"],
        "EXP1",
        "x",
        "Règle R11, exemple qui déclenche, EXP1 : {before} → « x »",
    ),
    (
        "examples.yaml",
        lambda data: data["examples"][0]["expect"]["project"],
        "stage",
        "autre",
        f"Cas {DATA['examples.yaml']['examples'][0]['name']}, résultat attendu, project, stage : "
        "« {before} » → « autre »",
    ),
    (
        "catalogue/modules.yaml",
        lambda data: element(data["items"], "M17"),
        "status",
        "annonce",
        "Ressource M17, statut : « {before} » → « annonce »",
    ),
    (
        "catalogue/centres.yaml",
        lambda data: element(data["items"], "CRN-MIS")["sections"],
        "systemique",
        "Autre",
        "Ressource CRN-MIS, rubrique pour la porte, systemique : « {before} » → « Autre »",
    ),
]


@pytest.mark.parametrize(("file", "part", "key", "value", "said"), CHANGES)
def test_a_change_is_told_in_words(file: str, part: Part, key: str, value: object, said: str):
    before = part(DATA[file])[key]

    found = told(file, lambda data: part(data).update({key: value}))

    shown = one_line(before) if isinstance(before, dict) else ", ".join(before) if isinstance(before, list) else before
    assert found == [said.format(before=shown)]


def test_what_comes_and_goes_is_told_with_what_it_says():
    def come_and_go(data: dict[str, Any]) -> None:
        data["questions"].append({**question(data, "BES1"), "id": "BES9", "text": "Neuve ?"})
        question(data, "BES3")["choices"].append({"label": "Encore", "level": 1})
        data["questions"].remove(question(data, "BES2"))

    options = len(question(DATA["project.yaml"], "BES3")["choices"])
    assert told("project.yaml", come_and_go) == [
        f"Question BES3, option {options + 1}, ajoutée : « Encore »",
        "Question BES9, ajoutée : « Neuve ? »",
        f"Question BES2, retirée : « {question(DATA['project.yaml'], 'BES2')['text']} »",
    ]


def test_another_order_is_told_where_it_differs():
    def swap(data: dict[str, Any]) -> None:
        at = data["questions"].index(question(data, "BES1"))
        data["questions"][at : at + 2] = reversed(data["questions"][at : at + 2])

    assert told("project.yaml", swap) == ["Ordre des questions : BES1, BES2 → BES2, BES1"]


def test_a_rule_that_comes_or_goes_is_told_with_its_reason():
    rules = DATA["rules/modules.yaml"]["rules"]

    found = told("rules/modules.yaml", lambda data: data.update(rules=[*rules[1:], {**rules[1], "id": "R999"}]))

    assert found == [
        f"Règle R999, ajoutée : « {rules[1]['because']} »",
        f"Règle {rules[0]['id']}, retirée : « {rules[0]['because']} »",
    ]


def test_a_rule_in_another_file_has_moved():
    name = DATA["rules/modules.yaml"]["rules"][0]["id"]
    after = changed("rules/modules.yaml", lambda data: data["rules"].pop(0))
    moved = File(
        "rules/new.yaml",
        FILES[0].text,
        kind_of("rules/new.yaml").model_validate({"rules": DATA["rules/modules.yaml"]["rules"][:1]}),
    )

    assert differences(FILES, (*after, moved)) == (
        Difference("rules/new.yaml", "Fichier, ajouté"),
        Difference("rules/new.yaml", f"Règle {name}, déplacée de rules/modules.yaml"),
    )
