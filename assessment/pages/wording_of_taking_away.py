"""Fixed French phrases about what the report that is taken away holds. As in wording.py."""

from assessment.report.variants import Form

CHOOSE = "Choisir ce que contient le rapport"
FORM = "Quelle forme ?"
FORMS: dict[Form, str] = {
    "whole": "Le rapport entier, avec toutes les raisons",
    "board": "Une page pour votre conseil",
    "plain": "Une page en mots simples et en gros caractères",
}
FREE_TEXT = "Montrer vos propres textes : nom du projet, actions"
PEOPLE = "Montrer les noms des personnes"
ATTACHED = "Joindre vos réponses au PDF : déposé sur l'accueil, il les ramène"
CONTACT = "Vos coordonnées sur la couverture (facultatif, jamais enregistrées)"
CONTACT_EXAMPLE = "Par exemple un nom et un téléphone"
#: A form -> what its file is called, with the name of the project and the day.
FILES: dict[Form, str] = {
    "whole": "jalons-{name}-{day}.pdf",
    "board": "jalons-une-page-{name}-{day}.pdf",
    "plain": "jalons-en-clair-{name}-{day}.pdf",
}
