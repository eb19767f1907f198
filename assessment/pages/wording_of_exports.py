"""Words of the part of a portfolio that makes files to take away. Ordinary spaces and straight apostrophes."""

TITLE = "Emporter"
TEXT = (
    "Chaque fichier porte sur les projets que vos filtres gardent au moment où vous cliquez. "
    "Ce qui n'est pas partagé n'y est pas."
)
BLIND = "La lecture sans noms est active : les fichiers portent des noms neutres, sans textes libres."
#: What can be made -> its button.
KINDS = {
    "synthesis": "Synthèse PDF",
    ".xlsx": "Tableau Excel",
    ".csv": "CSV",
    ".parquet": "Parquet",
    "reports": "Rapports PDF",
    "guides": "Guides d'entretien",
}
#: What is told above some buttons, and these.
GROUPS = (
    ("Tous ensemble : une synthèse de quelques pages pour un conseil, sans nom de projet.", ("synthesis",)),
    (
        "En tableau : une feuille à lire, une de données, une de définitions ; ou les données seules.",
        (".xlsx", ".csv", ".parquet"),
    ),
    ("Un par un : un PDF pour chaque projet, dans un zip.", ("reports", "guides")),
)
MAKING_FIRST = "Préparation, pour {total} projets. Ce qui est fait se compte ici dans quelques secondes…"
MAKING = "{done} sur {total}…"
MAKING_ONE = "Un instant…"
STOP = "Arrêter"
STOPPED = "Vous avez arrêté. Rien n'a été gardé de ce fichier."
NOBODY = "Vos filtres ne gardent aucun projet. Retirez-en un, puis recommencez."
NOTHING_SHARED = "Aucun de ces projets ne partage ses réponses : il n'y a pas de document à faire."
TOO_MANY = "Ces projets sont {count}. Au plus {most} documents se font en une fois : filtrez, puis recommencez."
READY = "« {label} » : votre fichier est prêt. Projets : {count}."
LEFT_OUT = "Sans document, car ils ne partagent que leur résultat : {count}. Le zip dit lesquels."
DOWNLOAD = "Télécharger {name}"
#: What can be made -> the name of its file.
FILES = {
    "synthesis": "{name}-synthese-{day}.pdf",
    ".xlsx": "{name}-projets-{day}.xlsx",
    ".csv": "{name}-projets-{day}.csv",
    ".parquet": "{name}-projets-{day}.parquet",
    "reports": "{name}-rapports-{day}.zip",
    "guides": "{name}-guides-{day}.zip",
}
MIMES = {
    "synthesis": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet",
    "reports": "application/zip",
    "guides": "application/zip",
}
