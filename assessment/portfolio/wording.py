"""Every fixed French phrase of tables: what their columns hold, and what is told of a row that cannot be read."""

#: Families of columns that end in a rank.
NUMBERED = ("lever", "recommendation")
COLUMNS = {
    "name": "Nom du projet ou de l'organisation",
    "date": "Date des réponses",
    "edition": "Édition du questionnaire",
    "stage": "Étape du projet d'après les réponses",
    "stage_low": "Étape la moins avancée possible, selon les réponses qui manquent",
    "stage_high": "Étape la plus avancée possible, selon les réponses qui manquent",
    "consolidated": "Étape la plus avancée dont tout ce qui est demandé est en place",
    "consolidated_high": "La même, si toutes les réponses qui manquent étaient favorables",
    "qualification": "Initiative, invention ou innovation",
    "dim": "Étape à laquelle ressemble la dimension « {label} », de 1 à 5",
    "confidence": "Confiance dans le résultat du projet",
    "zone": "Zone de risque du moment, ou la prochaine",
    "zone_status": "Devant, dedans ou franchie",
    "patterns": "Profils particuliers",
    "contradictions": "Paires de réponses à relire ensemble",
    "lever": "Aide utile, numéro {rank} dans l'ordre où s'y prendre",
    "help_asked": "Aides demandées par le projet",
    "declared": "Questions clés dont la réponse est déclarée, sans pièce",
    "shown": "Questions clés dont la réponse peut être montrée",
    "unknown": "Questions répondues par « ne sait pas »",
    "missing_now": "Ce qui manque pour consolider l'étape",
    "missing_next": "Ce que demande l'étape suivante",
    "type": "Type d'organisation",
    "level": "Niveau de l'organisation",
    "level_low": "Niveau le moins avancé possible",
    "level_high": "Niveau le plus avancé possible",
    "organisation_confidence": "Confiance dans le résultat de l'organisation",
    "door": "Porte d'entrée préférée",
    "recommendation": "Piste numéro {rank}",
}

ROW = "{source}, ligne {line}"
CELL = "{source}, ligne {line}, colonne {column}"
UNKNOWN_COLUMN = "la colonne « {column} » n'est pas connue : elle n'est pas lue."
REPEATED_COLUMN = "la colonne « {column} » est là deux fois."
KEEP_ONE = "Gardez-la une fois."
NO_COLUMN = "aucune colonne n'est une question."
NO_COLUMN_REMEDY = "La première ligne porte les noms des questions : BES1, SOL1…"
NOT_AN_OPTION = "« {value} » n'est pas une réponse à {question}."
NUMBERS = "Écrivez un nombre de 1 à {last}, ou x pour « ne sait pas »."
SEVERAL = "Écrivez des nombres de 1 à {last} séparés par des espaces, 0 si rien n'est coché, ou x."
REPEATED_OPTION = "Une option y est donnée deux fois. Gardez-la une fois."
TOO_MANY = "Gardez les {most} plus importantes."
NOT_A_PROOF = "« {value} » n'est pas admis."
PROOFS = "Écrivez {words}, ou rien."
LONG_NOTE = "ce texte a {signs} signes, pour {most} au plus."
SHORTEN_IT = "Raccourcissez-le."
NOTE_OF_NOTHING = "rien n'est montré pour {question} : ce texte dit quel document ou quel regard extérieur."
FILL_SHOWN = "Remplissez la colonne {column}, ou videz cette case."
NOT_A_DAY = "« {value} » n'est pas une date qui existe."
DAY = "Écrivez-la ainsi : 22/11/2026, ou 2026-11-22."
UNKNOWN_EDITION = "l'édition « {value} » n'est pas ici."
NOTHING_ANSWERED = "aucune réponse."
ANSWER_OR_REMOVE = "Répondez au moins à une question, ou retirez la ligne."
ANOTHER_TYPE = "{question} est posée à un autre type d'organisation ({label})."
EMPTY_IT = "Videz cette case, ou corrigez {told_by}."

# --- Workbook of results

READ, DATA, DEFINITIONS = "À lire", "Données", "Définitions"
DEFINED = ("Colonne", "Ce qu'elle contient")
HEADS = {
    "name": "Nom",
    "stage": "Étape",
    "range": "Peut aller de … à …",
    "consolidated": "Étape consolidée",
    "zone": "Passage délicat",
    "levers": "Aides utiles, dans l'ordre",
    "help_asked": "Aides demandées",
    "declared": "Déclaré, sans pièce",
    "shown": "Peut être montré",
    "contradictions": "À relire ensemble",
    "recommendations": "Pistes",
    "level": "Organisation",
}
RANGE = "{lowest} à {highest}"
ZONE = "{zone} ({status})"
UNKNOWN = "pas encore connue"

# --- Blind reading

NEUTRAL_NAME = "Projet {signs}"
