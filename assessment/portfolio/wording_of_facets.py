"""Words of what charts count, for whoever reads several projects. Never a verdict: unknown is said as such."""

PHASE, STAGE, FIRMNESS, STANDING = "Phase", "Étape", "Solidité de l'étape", "Étape et solidité"
DECISION = "Votre décision"
ZONE, LEVER, LEVER_AT = "Passage délicat", "Aide utile", "Aide utile, étape par étape"
HELP, DIMENSION = "Aide demandée : {lever}", "Dimension : {label}"
TYPE, LEVEL = "Type d'organisation", "Niveau de l'organisation"
CONFIDENCE, PROOF, REREAD = "Confiance dans le résultat", "Déclaré et montré", "Réponses à relire ensemble"
COVERED = "Ce que couvre votre offre"

CELL = "{row} · {column}"
UNKNOWN = "Pas encore connue"
ABSENT = "Partie projet sans réponse"
ABSENT_ORGANISATION = "Partie organisation sans réponse"
PRIVATE = "Non partagé"
FIRMNESSES = {
    "firm": "Consolidée",
    "ahead": "En avance sur ses preuves",
    "open": "Peut changer : il manque des réponses",
}
ZONE_STATUSES = {"dedans": "dedans", "devant": "devant"}
NO_ZONE = "Aucun passage délicat en vue"
NO_LEVER = "Aucune aide n'est appelée"
HELPS = {
    "both": "Demandée et utile",
    "useful": "Utile, non demandée",
    "asked": "Demandée, d'autres passent avant",
    "neither": "Ni l'une ni l'autre",
    "unanswered": "N'a pas dit ce qui est cherché",
}
TYPE_UNKNOWN = "Type pas encore connu"
TYPE_NONE = "Sans structure, ou autre"
LEVEL_OPEN = "Entre deux niveaux : il manque des réponses"
PROOFS = {
    "all": "Tout peut être montré",
    "some": "Une partie peut être montrée",
    "declared": "Déclaré seulement",
    "nothing": "Rien à montrer encore",
}
REREADS = {"yes": "Des réponses sont à relire ensemble", "no": "Rien à relire"}
COVERS = {
    "covered": "Toutes les aides utiles sont couvertes",
    "partly": "Une aide utile sur deux est couverte",
    "uncovered": "Aucune aide utile n'est couverte",
}
