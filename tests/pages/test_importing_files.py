"""Files that an owner imports: the projects they give, where those come from, and every problem of the rest."""

import csv
import datetime
import io
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from pypdf import PdfWriter

from assessment.content.edition import Edition
from assessment.pages.importing_files import Taken, distinct, take, told
from assessment.storage.gathered import Given
from assessment.storage.installation import issue

ANSWERS = {"version": 1, "edition": "innovation_sociale_2026", "subject": {"name": "Le verger"}}
PROJECT = {**ANSWERS, "project": {"answers": {"BES1": 3, "C6": [1, 4]}}}


def carrying(attached: bytes) -> bytes:
    """A PDF with this attachment."""
    writer, made = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.add_attachment("jalons-reponses.json", attached)
    writer.write(made)
    return made.getvalue()


def sentences(taken: Taken) -> list[str]:
    return [" ".join(told(each)) for each in (*taken.notes, *taken.flaws)]


def test_a_report_of_ours_is_told_from_one_that_was_changed_and_actions_stay_with_their_owner(edition: Edition):
    now = datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC)
    ours = issue({**PROJECT, "actions": [{"what": "Écrire"}]}, now, edition.id)
    changed = ours.replace(b'"BES1": 3', b'"BES1": 4')

    found = [take(carrying(each), "Rapport.PDF", edition) for each in (ours, changed)]
    alone = take(json.dumps(PROJECT).encode(), "reponses.json", edition)

    assert [[(each.origin, each.source) for each in one.given] for one in (*found, alone)] == [
        [("ours", "Rapport.PDF")],
        [("unverified", "Rapport.PDF")],
        [("unverified", "reponses.json")],
    ]
    assert alone.given == [Given(PROJECT, "unverified", "reponses.json")]
    assert found[1].given[0].content["project"]["answers"]["BES1"] == 4


def test_good_rows_are_taken_with_their_line_and_bad_ones_are_told_and_handed_back(edition: Edition):
    taken = take(b"name;BES1;T0;AS1;ville\nLe verger;3;;;\nLe four;9;2;1;\n", "appel.csv", edition)

    assert taken.given == [
        Given(
            {
                "version": 1,
                "edition": edition.id,
                "subject": {"name": "Le verger"},
                "project": {"answers": {"BES1": 3}},
            },
            "table",
            "appel.csv, ligne 2",
        )
    ]
    assert sentences(taken) == [
        "appel.csv, ligne 1, colonne ville : la colonne « ville » n'est pas connue : elle n'est pas lue.",
        "appel.csv, ligne 3, colonne BES1 : « 9 » n'est pas une réponse à BES1. "
        "Écrivez un nombre de 1 à 5, ou x pour « ne sait pas ».",
        "appel.csv, ligne 3, colonne AS1 (« 1 ») : AS1 est posée à un autre type d'organisation (Association). "
        "Videz cette case, ou corrigez T0.",
    ]
    back = list(csv.DictReader(io.StringIO(taken.handed_back().decode("utf-8-sig")), delimiter=";"))
    assert [(each["file"], each["line"], each["name"], each["BES1"]) for each in back] == [
        ("appel.csv", "3", "Le four", "9")
    ]
    assert taken.refused == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("photo.png", b"", "photo.png : cette sorte de fichier n'est pas connue. "),
        ("vide.pdf", b"", "vide.pdf : ce fichier n'est pas un PDF. "),
        ("cassé.xlsx", b"PK", "cassé.xlsx : ce classeur est abîmé, ou n'est pas un fichier XLSX. "),
        ("r.json", b'{"project": {"answers": {"BES9": 1}}}', "r.json : project › BES9 : aucune question ne s'appelle"),
        ("\u202e=1+1\x00.exe", b"", "=1+1.exe : cette sorte de fichier n'est pas connue. "),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_and_raises_nothing(edition: Edition, name, content, sentence):
    taken = take(content, name, edition)

    assert (taken.given, taken.refused) == ([], 1)
    assert sentences(taken)[0].startswith(sentence)
    assert name.rpartition(".")[2] in taken.handed_back().decode("utf-8-sig")


def test_while_others_have_every_turn_a_file_is_asked_for_again(edition: Edition):
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: take(carrying(json.dumps(PROJECT).encode()), "r.pdf", edition), range(16)))

    assert [len(each.given) for each in found] == [1] * 16


def test_two_files_of_the_same_name_are_told_apart():
    assert list(distinct(["a.csv", "a.csv", "b", "b"])) == ["a.csv", "a (2).csv", "b", "b (2)"]
