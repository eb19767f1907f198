"""Every fixed French phrase of what a portfolio is exported to: columns of its tables, names and notes of its zips."""

# --- Columns that tell of a project beside its result

COLUMNS = {
    "project": "Identifiant du projet dans la collecte",
    "received": "Date de réception",
    "origin": "Comment le projet est arrivé : deposit (déposé en ligne), ours (rapport émis par cette installation et"
    " inchangé), unverified (origine non vérifiée), table (ligne d'un tableau)",
    "source": "Fichier et ligne d'où vient le projet, s'il a été importé",
    "shares": "Ce qui est partagé : result (le résultat), answers (les réponses), notes (les textes libres)",
    "decision": "Votre décision",
    "decision_reason": "La raison de votre décision",
    "notes": "Vos notes",
    "read_again": "Vos secondes lectures, qui comptent dans le résultat : question=réponse, x pour « ne sait pas »",
}
ANSWER = "Réponse donnée à {question} : {text}"
ANSWER_SHOWN = "Ce qui pourrait être montré pour {question}"
ANSWER_NOTE = "Quel document ou quel regard extérieur pour {question}, dans les mots du projet, s'ils sont partagés"

HEADS = {
    "date": "Réponses du",
    "received": "Reçu le",
    "origin": "Origine",
    "decision": "Votre décision",
    "decision_reason": "Sa raison",
    "notes": "Vos notes",
}
#: Values of the column "origin", as people read them.
ORIGINS = {
    "deposit": "déposé en ligne",
    "ours": "émis par cette installation et inchangé",
    "unverified": "origine non vérifiée",
    "table": "ligne d'un tableau",
}
NOT_SHARED = "non partagé"

# --- Zips

UNNAMED = "projet"
LEFT_OUT = "a-savoir.txt"
LEFT_OUT_INTRO = "Ces projets ne partagent que leur résultat, sans leurs réponses. Il n'y a pas de document pour eux :"
