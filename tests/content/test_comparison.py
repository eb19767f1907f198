"""What `jalons diff` says: every kind of change in words, with its id, before → after."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from assessment.content.comparison import Difference, differences
from assessment.content.folder import kind_of, read_files
from assessment.content.names import File
from assessment.content.shelf import current
from assessment.content.writing import plain

FILES = read_files(current())
DATA = {file.name: plain(file.model) for file in FILES}
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


@pytest.mark.parametrize(("file", "change", "expected"), [
    ("edition.yaml", lambda data: data.update(title="Autre"), [f"Titre : « {DATA['edition.yaml']['title']} » → « Autre »"]),
    ("project.yaml", lambda data: question(data, "BES1").update(text="Autre ?"),
     [f"Question BES1, question posée : « {question(DATA['project.yaml'], 'BES1')['text']} » → « Autre ? »"]),
    ("project.yaml", lambda data: question(data, "BES1").pop("proof"),
     [f"Question BES1, ce que l'on pourrait montrer : « {question(DATA['project.yaml'], 'BES1')['proof']} » → rien"]),
    ("project.yaml", lambda data: data["questions"].append({**question(data, "BES1"), "id": "BES9", "text": "Neuve ?"}),
     ["Question BES9, ajoutée : « Neuve ? »"]),
    ("project.yaml", lambda data: data["questions"].remove(question(data, "BES2")),
     [f"Question BES2, retirée : « {question(DATA['project.yaml'], 'BES2')['text']} »"]),
    ("project.yaml", lambda data: question(data, "EXP1")["choices"][1].update(label="Autrement"),
     ["Question EXP1, option 2, texte de l'option : "
      f"« {question(DATA['project.yaml'], 'EXP1')['choices'][1]['label']} » → « Autrement »"]),
    ("project.yaml", lambda data: question(data, "EXP1")["choices"][1].update(level=1),
     ["Question EXP1, option 2, niveau : 2 → 1"]),
    ("project.yaml", lambda data: question(data, "BES3")["choices"].append({"label": "Encore", "level": 1}),
     [f"Question BES3, option {len(question(DATA['project.yaml'], 'BES3')['choices']) + 1}, ajoutée : « Encore »"]),
    ("project.yaml", lambda data: data["questions"].sort(key=lambda each: {"BES1": 1, "BES2": 0}.get(each["id"], 9)),
     None),
    ("placement.yaml", lambda data: element(data["gates"], "essaimage", "to")["deeds"][0].update(at_least=3),
     ["Porte vers essaimage, fait DEP1, niveau demandé : 4 → 3"]),
    ("placement.yaml", lambda data: element(data["gates"], "experimentation", "to").update(prerequisites=[]),
     ["Porte vers experimentation, acquis BES1, retiré : « l'avis de personnes concernées, recueilli et noté »"]),
    ("placement.yaml", lambda data: element(data["zones"], "saut_quantique").update(stage="essaimage"),
     ["Zone saut_quantique, étape : industrialisation → essaimage"]),
    ("placement.yaml", lambda data: element(element(data["zones"], "passage_a_l_acte")["signs"], "moyens_personnels").update(
        when={"answer": "ECO1", "at_most": 2}),
     ["Zone passage_a_l_acte, signe moyens_personnels, condition : "
      "{answer: ECO1, at_most: 1} → {answer: ECO1, at_most: 2}"]),
    ("placement.yaml", lambda data: data["confidence"]["project"].update(low_from_range=4),
     ["Confiance, projet, faible dès cet écart d'étapes : 2 → 4"]),
    ("levers.yaml", lambda data: element(data["levers"], "financement")["doses"][0].update(weight="+"),
     ["Levier financement, case rd_societale, dose : « ++ » → « + »"]),
    ("needs.yaml", lambda data: data["needs"][0].update(text="Autre besoin."),
     [f"Besoin BES, rd_societale, texte : « {DATA['needs.yaml']['needs'][0]['text']} » → « Autre besoin. »"]),
    ("rules/limits.yaml", lambda data: data["groups"][1].update(at_most=9), ["Groupe 2, au plus : 3 → 9"]),
    ("rules/limits.yaml", lambda data: data.update(missing_at_most=9), ["Points manquants au plus : 3 → 9"]),
    ("rules/modules.yaml", lambda data: data["rules"].append({**data["rules"][0], "id": "R999", "because": "neuve"}),
     ["Règle R999, ajoutée : « neuve »"]),
    ("rules/modules.yaml", lambda data: data["rules"].pop(0),
     [f"Règle {DATA['rules/modules.yaml']['rules'][0]['id']}, retirée : "
      f"« {DATA['rules/modules.yaml']['rules'][0]['because']} »"]),
    ("rules/modules.yaml", lambda data: element(data["rules"], "R11").update(recommend=["M17", "M01"]),
     ["Règle R11, recommande : M17 → M17, M01"]),
    ("rules/modules.yaml", lambda data: element(data["rules"], "R11")["fires"].update(EXP1=3),
     ["Règle R11, exemple qui déclenche, EXP1 : 2 → 3"]),
    ("examples.yaml", lambda data: data["examples"][0]["expect"]["project"].update(stage="essaimage"),
     [f"Cas {DATA['examples.yaml']['examples'][0]['name']}, résultat attendu, project, stage : "
      "« conception » → « essaimage »"]),
    ("catalogue/modules.yaml", lambda data: element(data["items"], "M17").update(status="confirme"),
     ["Ressource M17, statut : « decrit_2018 » → « confirme »"]),
    ("catalogue/modules.yaml", lambda data: element(data["items"], "M17").update(checked="2031-05-04"),
     ["Ressource M17, vérifiée le (à vérifier si vide) : rien → 2031-05-04"]),
])
def test_a_change_is_told_in_words(file: str, change: Callable[[dict[str, Any]], object], expected: list[str] | None):
    found = told(file, change)

    if expected is None:
        (line,) = found
        assert line.startswith("Ordre des questions : ")
    else:
        assert found == expected


def test_a_rule_in_another_file_has_moved():
    name = DATA["rules/modules.yaml"]["rules"][0]["id"]
    after = changed("rules/modules.yaml", lambda data: data["rules"].pop(0))
    moved = File("rules/new.yaml", FILES[0].text, kind_of("rules/new.yaml").model_validate(
        {"rules": DATA["rules/modules.yaml"]["rules"][:1]}))

    assert differences(FILES, (*after, moved)) == (
        Difference("rules/new.yaml", "Fichier, ajouté"),
        Difference("rules/new.yaml", f"Règle {name}, déplacée de rules/modules.yaml"),
    )
