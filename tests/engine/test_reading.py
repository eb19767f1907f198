"""Answer files: what is read, and every problem at once, told where it is with its remedy."""

import datetime
from typing import Any

import pytest

from assessment.content.edition import Edition
from assessment.engine.actions import Action
from assessment.engine.answers import Answers, Subject, clean
from assessment.engine.assess import assess
from assessment.engine.contract import answer_file, result
from assessment.engine.reading import read_answers
from assessment.errors import AnswersError

NUMBERS = "Écrivez un nombre de 1 à 5, ou x pour « ne sait pas »."
#: data -> the problems as people read them
WRONG: list[tuple[str, Any, list[str]]] = [
    (
        "a list",
        [1],
        [
            "fichier : ce n'est pas un fichier de réponses. "
            "Il commence par « project: », « organisation: » ou « doors: »."
        ],
    ),
    (
        "nothing inside",
        {"version": 1},
        ["fichier : aucune réponse : il manque project, organisation ou doors. Ajoutez au moins une partie."],
    ),
    ("another version", {"version": 2, "doors": {}}, ["version : version 2 inconnue. Écrivez version: 1, ou rien."]),
    (
        "a misspelt part",
        {"projet": {}, "doors": {}},
        ["projet : la clé « projet » n'existe pas. Vouliez-vous dire « project » ?"],
    ),
    (
        "a misspelt question",
        {"project": {"answers": {"BES9": 2}}},
        ["project › BES9 : aucune question ne s'appelle « BES9 ». Vouliez-vous dire « BES3 » ?"],
    ),
    (
        "a question in the wrong part",
        {"project": {"answers": {"O1": 2}}},
        ["project › O1 : la question O1 est de la partie organisation. Déplacez-la."],
    ),
    (
        "an option that is not there",
        {"project": {"answers": {"BES1": 9}}},
        ["project › BES1 : il n'y a pas d'option 9. " + NUMBERS],
    ),
    (
        "zero",
        {"project": {"answers": {"BES1": 0}}},
        ["project › BES1 : il n'y a pas d'option 0. " + NUMBERS],
    ),
    (
        "a decimal",
        {"project": {"answers": {"BES1": 2.0}}},
        ["project › BES1 : « 2.0 » n'est pas un numéro d'option. " + NUMBERS],
    ),
    (
        "true",
        {"project": {"answers": {"BES1": True}}},
        ["project › BES1 : « True » n'est pas un numéro d'option. " + NUMBERS],
    ),
    (
        "a word",
        {"project": {"answers": {"BES1": "deux"}}},
        ["project › BES1 : « deux » n'est pas un numéro d'option. " + NUMBERS],
    ),
    (
        "a list for one answer",
        {"project": {"answers": {"BES1": [2]}}},
        ["project › BES1 : « [2] » n'est pas un numéro d'option. " + NUMBERS],
    ),
    (
        "one answer for a list",
        {"project": {"answers": {"C6": 1}}},
        ["project › C6 : on attend une liste. Écrivez [1, 4], ou [] pour rien."],
    ),
    (
        "an option twice",
        {"project": {"answers": {"C6": [1, 1]}}},
        ["project › C6 : une option est donnée deux fois. Gardez-la une fois."],
    ),
    (
        "too many options",
        {"project": {"answers": {"C6": [1, 2, 3]}}},
        ["project › C6 : 3 options données, 2 au plus. Gardez les plus importantes."],
    ),
    (
        "a question of another type",
        {"organisation": {"answers": {"T0": 2, "AS1": 1}}},
        [
            "organisation › AS1 : la question AS1 est posée à un autre type d'organisation (Association), d'après T0. "
            "Retirez AS1, ou corrigez T0."
        ],
    ),
    (
        "something shown that is no key question",
        {"project": {"shown": {"BES2": "document"}}},
        [
            "project › shown › BES2 : « BES2 » n'est pas une question clé. "
            "Questions clés : BES1, SOL1, EXP1, EXP2, MOD1, MOD2, ECO3, ALL1, EVA1, EVA2, DEP1, DEP2."
        ],
    ),
    (
        "a proof that is none",
        {"project": {"shown": {"BES1": "oui"}}},
        ["project › shown › BES1 : « oui » n'est pas admis. Écrivez no, document, outside."],
    ),
    (
        "a note on what nothing shows",
        {"project": {"shown": {"SOL1": "no"}, "notes": {"BES1": "Un bilan", "SOL1": "Un avis", "EXP1": " "}}},
        [
            "project › notes › BES1 : rien n'est montré pour BES1 : "
            "une note dit quel document ou quel regard extérieur. Ajoutez BES1 sous « shown: », ou retirez la note.",
            "project › notes › SOL1 : rien n'est montré pour SOL1 : "
            "une note dit quel document ou quel regard extérieur. Ajoutez SOL1 sous « shown: », ou retirez la note.",
        ],
    ),
    (
        "notes that are none",
        {
            "project": {
                "shown": {"BES1": "document", "SOL1": "oui", "EXP1": "outside"},
                "notes": {"BES1": 2026, "BES2": "Un avis", "SOL1": "Un bilan", "EXP1": "a" * 201},
            }
        },
        [
            "project › shown › SOL1 : « oui » n'est pas admis. Écrivez no, document, outside.",
            "project › notes › BES2 : « BES2 » n'est pas une question clé. "
            "Questions clés : BES1, SOL1, EXP1, EXP2, MOD1, MOD2, ECO3, ALL1, EVA1, EVA2, DEP1, DEP2.",
            "project › notes › BES1 : la note doit être un texte. Mettez-la entre guillemets.",
            "project › notes › EXP1 : cette note a 201 signes, pour 200 au plus. Raccourcissez-la.",
        ],
    ),
    (
        "notes that are a word",
        {"project": {"notes": "Un bilan"}},
        ["project › notes : on attend « BES1: bilan d'essai » par ligne. Corrigez-le."],
    ),
    (
        "notes where nothing is asked to be shown",
        {"doors": {"answers": {}, "notes": {}}},
        ["doors › notes : la clé « notes » n'existe pas ici."],
    ),
    (
        "answers that are a list",
        {"project": {"answers": [1]}},
        ["project › answers : on attend une réponse par ligne. Écrivez « BES1: 2 »."],
    ),
    (
        "a part that is a word",
        {"doors": "S"},
        ["doors : on attend « answers: » suivi des réponses. Écrivez « answers: », puis une réponse par ligne."],
    ),
    (
        "a date that is none",
        {"subject": {"date": "hier"}, "doors": {}},
        ["subject › date : « hier » n'est pas une date. Écrivez 2026-11-22."],
    ),
    (
        "a name that is a number",
        {"subject": {"name": 12}, "doors": {}},
        ["subject › name : le nom doit être un texte. Mettez-le entre guillemets."],
    ),
    (
        "several mistakes",
        {"version": 3, "project": {"answers": {"BES1": 9, "C6": 2}, "shown": {"EXP1": 1}}},
        [
            "version : version 3 inconnue. Écrivez version: 1, ou rien.",
            "project › BES1 : il n'y a pas d'option 9. " + NUMBERS,
            "project › C6 : on attend une liste. Écrivez [1, 4], ou [] pour rien.",
            "project › shown › EXP1 : « 1 » n'est pas admis. Écrivez no, document, outside.",
        ],
    ),
]


@pytest.mark.parametrize(("data", "told"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_every_problem_is_told_with_its_remedy(data: Any, told: list[str], edition: Edition):
    with pytest.raises(AnswersError) as raised:
        read_answers(data, edition)

    assert [str(problem) for problem in raised.value.problems] == told


def test_a_whole_answer_file_is_read(edition: Edition):
    data = {
        "version": 1,
        "edition": edition.id,
        "subject": {"name": "Le jardin\u202e partagé", "date": "2026-11-22"},
        "project": {
            "answers": {"C6": [4, 1], "BES1": "2", "ECO3": "x"},
            "shown": {"BES1": "document"},
            "notes": {"BES1": "Bilan\tdu\u202e  3 mars"},
        },
        "organisation": {"answers": {"T0": 1, "AS1": 3}},
        "doors": {"answers": {"L1": 3}},
    }

    found = read_answers(data, edition)

    assert found == Answers(
        edition=edition.id,
        parts=frozenset({"project", "organisation", "doors"}),
        values={"C6": (4, 1), "BES1": 2, "ECO3": "x", "T0": 1, "AS1": 3, "L1": 3},
        shown={"BES1": "document"},
        subject=Subject("Le jardin partagé", datetime.date(2026, 11, 22)),
        notes={"BES1": "Bilan du 3 mars"},
    )
    assert read_answers(answer_file(found, edition), edition) == found


def test_a_line_left_empty_is_not_answered(edition: Edition):
    data = {"project": {"answers": {"BES1": None, "SOL1": 2}, "shown": {"BES1": None}, "notes": {"BES1": None}}}

    found = read_answers(data, edition)

    assert (found.values, found.shown, found.notes) == ({"SOL1": 2}, {}, {})


def test_the_type_told_by_the_organisation_wins_over_the_one_told_by_the_project(edition: Edition):
    data = {"project": {"answers": {"C2": 3}}, "organisation": {"answers": {"T0": 1, "AS1": 1}}}

    assert read_answers(data, edition).values == {"C2": 3, "T0": 1, "AS1": 1}


def test_a_name_keeps_no_sign_that_could_harm():
    assert clean("a\ud800\x00\u2066b\n\tc " + "d" * 300) == "ab c " + "d" * 195


def test_actions_come_back_as_they_were_written(edition):
    actions = (Action("Appeler la mairie", "Awa", datetime.date(2026, 12, 1), "CRN-MIS"), Action("Écrire le bilan"))
    before = Answers(edition.id, frozenset({"project"}), {"BES1": 2}, actions=actions)

    assert read_answers(answer_file(before, edition), edition) == before


@pytest.mark.parametrize(
    "actions",
    ["Appeler", [{"what": ""}], [{"who": "Awa"}], [{"what": "a", "by": "demain"}], [{"what": "a"}] * 4, [{"what": 1}]],
)
def test_what_is_no_list_of_three_actions_at_most_is_told(edition, actions):
    with pytest.raises(AnswersError) as refused:
        read_answers({"project": {"answers": {}}, "actions": actions}, edition)

    assert {problem.code for problem in refused.value.problems} == {"wrong-actions"}


def test_a_short_version_comes_back_as_one(edition):
    before = Answers(edition.id, frozenset({"project"}), {"BES1": 2}, short=True)

    assert answer_file(before, edition)["short"] is True
    assert read_answers(answer_file(before, edition), edition) == before


def test_a_short_version_gives_what_the_short_reading_of_the_same_answers_gives(edition):
    data = {"project": {"answers": {"BES1": 2, "BES2": 3, "EXP1": 2}}}
    short, whole = read_answers({**data, "short": True}, edition), read_answers(data, edition)

    assert result(assess(short, edition)) == result(assess(whole, edition, short=True))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"project": {"answers": {}}, "short": "oui"}, "wrong-short"),
        ({"doors": {"answers": {}}, "short": True}, "short-without-project"),
    ],
)
def test_what_is_no_short_version_is_told(edition, data, code):
    with pytest.raises(AnswersError) as refused:
        read_answers(data, edition)

    assert [problem.code for problem in refused.value.problems] == [code]
