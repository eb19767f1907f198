"""PDF files that a report never is: each refused within two seconds, with a sentence for whoever dropped it.

Seconds of work, not of the clock: other tests may be running on the same machine.
"""

import resource

import pytest
from hostile_pdfs import ANSWERS, HOSTILE, carrying

from assessment.engine.answers import Answers
from assessment.errors import AnswersError
from assessment.intake.dropped import LARGEST, read_dropped

#: Seconds of work.
SOON = 2.0
AGAIN = "Déposez le rapport tel que Jalons vous l'a donné, ou votre fichier de réponses."
SENTENCES = {
    "not-a-pdf": f"rapport.pdf : ce fichier n'est pas un PDF. {AGAIN}",
    "encrypted": (
        "rapport.pdf : ce PDF est protégé par un mot de passe. Déposez le rapport d'origine, sans mot de passe."
    ),
    "no-answers": (
        "rapport.pdf : ce PDF ne contient pas de réponses de Jalons. "
        "Déposez le rapport tel que vous l'avez téléchargé : un PDF imprimé ou réenregistré perd ses réponses."
    ),
    "unreadable": f"rapport.pdf : ce PDF est abîmé : il ne se lit pas. {AGAIN}",
    "late": (
        "rapport.pdf : ce fichier est trop long à lire. "
        "Essayez encore une fois. Si cela ne suffit pas, déposez votre fichier de réponses (.json)."
    ),
    "too-large": f"rapport.pdf : ce fichier est trop gros pour des réponses de Jalons. {AGAIN}",
    "too-much": f"rapport.pdf : ce fichier contient bien plus que des réponses de Jalons. {AGAIN}",
    "not-utf8": f"rapport.pdf : les réponses jointes à ce PDF sont abîmées : leur texte ne se lit pas. {AGAIN}",
    "not-json": f"rapport.pdf : les réponses jointes à ce PDF sont abîmées : elles ne se lisent pas. {AGAIN}",
    "repeated-key": f"rapport.pdf : une même ligne de ces réponses est écrite deux fois. {AGAIN}",
    "impossible-value": f"rapport.pdf : une valeur de ces réponses est impossible. {AGAIN}",
    "too-deep": f"rapport.pdf : ces réponses ne sont pas rangées comme celles de Jalons. {AGAIN}",
    "not-an-answer-file": (
        "fichier : ce n'est pas un fichier de réponses. Il commence par « project: », « organisation: » ou « doors: »."
    ),
    "unknown-edition": (
        "edition : ces réponses viennent d'une édition de Jalons qui n'est pas ici : « innovation_sociale_1999 ». "
        "Déposez-les sur le site où elles ont été données, ou répondez de nouveau ici."
    ),
    "unknown-question": "project › BES9 : aucune question ne s'appelle « BES9 ». Vouliez-vous dire « BES3 » ?",
    "not-an-option": (
        "project › BES1 : il n'y a pas d'option 1000000000. Écrivez un nombre de 1 à 5, ou x pour « ne sait pas »."
    ),
    "unknown-key": "__class__ : la clé « __class__ » n'existe pas.",
}


def work() -> float:
    """Seconds that ended children have worked."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_there_are_more_than_twenty():
    assert len(HOSTILE) > 50


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_report_is_refused_soon_and_in_a_sentence(name: str):
    make, code = HOSTILE[name]
    content = make()
    before = work()

    with pytest.raises(AnswersError) as raised:
        read_dropped(content, "rapport.pdf")

    assert str(raised.value) == SENTENCES[code]
    assert work() - before < SOON


def test_the_same_file_without_its_trap_is_taken():
    found = read_dropped(carrying(ANSWERS), "rapport.pdf")

    values = {"BES1": 3, "C6": (1, 4)}
    assert found.answers == Answers("innovation_sociale_2026", frozenset({"project"}), values)
    assert (found.data, found.in_report) == (ANSWERS, True)


@pytest.mark.parametrize(
    "more",
    [
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        "/OpenAction << /S /Launch /F (/bin/sh) >>",
        "/AA << /WC << /S /URI /URI (https://exemple.fr/) >> >>",
        "/AcroForm << /XFA (x) /Fields [] >>",
    ],
)
def test_what_a_pdf_would_do_when_opened_is_neither_done_nor_a_reason_to_refuse(more: str):
    assert read_dropped(carrying(ANSWERS, more=more), "rapport.pdf").data == ANSWERS


def test_a_pdf_is_known_by_its_beginning_whatever_its_name():
    assert read_dropped(carrying(ANSWERS), "reponses.json").in_report


def test_the_largest_file_that_is_let_in_is_read():
    filled = carrying(ANSWERS) + b" " * 1_000
    content = b"%PDF-1.7\n" + b"%" * (LARGEST - len(filled) - 10) + b"\n" + filled

    assert read_dropped(content, "rapport.pdf").data == ANSWERS
