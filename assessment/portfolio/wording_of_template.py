"""Fixed French phrases of the workbook to fill in. As in wording.py."""

FILL, DEFINITIONS = "À remplir", "Définitions"
#: Head of a column of definitions -> characters that it is wide.
DEFINED = {"Colonne": 16, "Ce qui est demandé": 60, "Comment répondre": 44, "Réponses possibles": 80}
HOW = (
    "Une ligne par projet sur la feuille « À remplir ». Gardez sa première ligne telle qu'elle est.",
    "Dans chaque case, choisissez dans la liste. Quand plusieurs réponses sont possibles, écrivez leurs numéros.",
    "Une case vide veut dire : pas de réponse. « x » veut dire : on ne le sait pas.",
)
NAME = "Nom du projet"
NAME_HOW = "Un nom qui vous permet de le reconnaître."
DATE = "Date des réponses"
DATE_HOW = "Une date, par exemple 22/11/2026."
PICK = "Choisissez dans la liste."
PICK_OR_NOT = "Choisissez dans la liste, ou laissez vide."
NOTE_HOW = "Un texte court, par exemple : {example}."
SEVERAL = "Des numéros séparés par des espaces, par exemple : 1 4."
SEVERAL_AT_MOST = "Des numéros séparés par des espaces, {most} au plus, le plus important d'abord."
NOTHING_TICKED = "Aucune de ces réponses"
NOT_OFFERED = "Cette réponse n'est pas admise"
NOT_OFFERED_REMEDY = "Choisissez dans la liste, ou laissez la case vide."
