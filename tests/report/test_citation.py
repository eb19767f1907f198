"""Sources told in words."""

import pytest

from assessment.content.edition import Edition
from assessment.report.citation import cite
from assessment.report.document import Line, Section
from assessment.report.sources import sections_cited


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("000 Annexe 4", "« Rapport d'activité 2017 », Le RAMEAU, juin 2018 (Annexe 4)"),
        ("000 Annexe 4 ; 000 Annexe 5", "« Rapport d'activité 2017 », Le RAMEAU, juin 2018 (Annexe 4, Annexe 5)"),
        ("000", "« Rapport d'activité 2017 », Le RAMEAU, juin 2018"),
        (
            "WEB 1 ; choix de conception",
            "Les quatre leviers du modèle d'investisseur sociétal, Youmatter, 10 novembre 2016"
            " ; choix des auteurs de Jalons",
        ),
        ("choix de conception", "choix des auteurs de Jalons"),
        ("un carnet perdu", "un carnet perdu"),
    ],
)
def test_a_source_is_told_with_its_title_publisher_and_date(source: str, told: str, edition: Edition):
    assert cite(source, edition.catalogue) == told


def test_web_10_is_not_taken_for_web_1(edition: Edition):
    (reference,) = (each for each in edition.catalogue.references if each.id == "WEB 10")

    assert reference.title in cite("WEB 10", edition.catalogue)


def test_a_section_whose_name_ends_with_a_parenthesis_keeps_it():
    source = "« Livre », Nous, 2018 (§1, Pour agir (enjeux communs))"
    cited = [Section("stage", "Votre étape", lines=(Line("Essai", source=source),))]

    assert sections_cited(cited, ("« Livre », Nous, 2018",)) == {1: ("§1", "Pour agir (enjeux communs)")}
