"""Every fixed French phrase about files that are handed in. As in pages/wording.py: typography is added when shown."""

FILE = "fichier"

#: Why a file is not taken -> what is wrong, and the remedy.
REPORT_AGAIN = "Déposez le rapport tel que Jalons vous l'a donné, ou votre fichier de réponses."
REFUSED: dict[str, tuple[str, str]] = {
    "not-a-pdf": ("ce fichier n'est pas un PDF.", REPORT_AGAIN),
    "encrypted": ("ce PDF est protégé par un mot de passe.", "Déposez le rapport d'origine, sans mot de passe."),
    "no-answers": (
        "ce PDF ne contient pas de réponses de Jalons.",
        "Déposez le rapport tel que vous l'avez téléchargé : un PDF imprimé ou réenregistré perd ses réponses.",
    ),
    "unreadable": ("ce PDF est abîmé : il ne se lit pas.", REPORT_AGAIN),
    "not-utf8": ("les réponses jointes à ce PDF sont abîmées : leur texte ne se lit pas.", REPORT_AGAIN),
    "not-json": ("les réponses jointes à ce PDF sont abîmées : elles ne se lisent pas.", REPORT_AGAIN),
    "repeated-key": ("une même ligne de ces réponses est écrite deux fois.", REPORT_AGAIN),
    "impossible-value": ("une valeur de ces réponses est impossible.", REPORT_AGAIN),
    "too-deep": ("ces réponses ne sont pas rangées comme celles de Jalons.", REPORT_AGAIN),
    "too-much": ("ce fichier contient bien plus que des réponses de Jalons.", REPORT_AGAIN),
    "too-large": ("ce fichier est trop gros pour des réponses de Jalons.", REPORT_AGAIN),
    "memory": ("ce fichier demande trop de mémoire pour être lu.", REPORT_AGAIN),
    "late": (
        "ce fichier est trop long à lire.",
        "Essayez encore une fois. Si cela ne suffit pas, déposez votre fichier de réponses (.json).",
    ),
    "busy": ("d'autres fichiers sont en cours de lecture.", "Déposez le vôtre de nouveau dans un instant."),
    "broken": ("ce fichier a arrêté le programme qui le lisait.", REPORT_AGAIN),
}

EDITION = "ces réponses viennent d'une édition de Jalons qui n'est pas ici : « {name} »."
EDITION_REMEDY = "Déposez-les sur le site où elles ont été données, ou répondez de nouveau ici."

MORE = "il y a encore {count} points à corriger."
MORE_REMEDY = "Corrigez les premiers, puis déposez de nouveau le fichier."

#: Why a table is not taken -> what is wrong, and the remedy.
SMALLER = "Partagez-le en plusieurs fichiers."
SAVE_AGAIN = "Ouvrez-le dans votre tableur, enregistrez-le de nouveau, puis réessayez."
REFUSED_TABLES: dict[str, tuple[str, str]] = {
    "not-a-workbook": ("ce classeur est abîmé, ou n'est pas un fichier XLSX.", SAVE_AGAIN),
    "not-a-parquet": ("ce fichier Parquet est abîmé.", "Écrivez-le de nouveau."),
    "not-text": ("ce fichier CSV n'est pas un texte.", SAVE_AGAIN),
    "not-separated": ("les colonnes de ce fichier CSV ne se laissent pas séparer.", SAVE_AGAIN),
    "too-many-rows": ("ce fichier a trop de lignes.", SMALLER),
    "too-many-columns": ("ce fichier a trop de colonnes : 300 au plus.", "Gardez celles des questions."),
    "too-much": ("ce classeur contient bien plus qu'il ne paraît.", SAVE_AGAIN),
    "too-large": ("ce fichier est trop gros.", SMALLER),
    "memory": ("ce fichier demande trop de mémoire pour être lu.", SMALLER),
    "late": ("ce fichier est trop long à lire.", SMALLER),
    "busy": REFUSED["busy"],
    "broken": ("ce fichier a arrêté le programme qui le lisait.", SAVE_AGAIN),
}
