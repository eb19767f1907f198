"""French typography, case by case."""

import pytest

from assessment.report.typography import french


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Qu'est-ce ?", "Qu’est-ce\u202f?"),
        ("Bravo !", "Bravo\u202f!"),
        ("Bravo!", "Bravo\u202f!"),
        ("l'un ; l'autre", "l’un\u202f; l’autre"),
        ("Source : ici", "Source\u00a0: ici"),
        ("il dit « oui »", "il dit «\u00a0oui\u00a0»"),
        ("«oui»", "«\u00a0oui\u00a0»"),
        ("(vraiment ?)", "(vraiment\u202f?)"),
        ("9 mois", "9\u00a0mois"),
        ("87 % des maires", "87\u00a0% des maires"),
        ("2 000 personnes", "2\u202f000\u00a0personnes"),
        ("de 2017 à 2018", "de 2017 à 2018"),
        ("le 12 2026", "le 12 2026"),
        ("https://exemple.fr/?a=1", "https://exemple.fr/?a=1"),
        ("à 16:30", "à 16:30"),
        ("'entre guillemets'", "'entre guillemets'"),
        ("", ""),
    ],
)
def test_text_gets_its_french_spaces_and_apostrophes(written: str, printed: str):
    assert french(written) == printed


@pytest.mark.parametrize("text", ["Qu'avez-vous montré ?", "« Oui » : 2 000 € ; non !"])
def test_text_that_has_its_spaces_keeps_them(text: str):
    assert french(french(text)) == french(text)
