"""Fixed French phrases about the files that an owner imports into a gathering. As in wording.py."""

IMPORT = "Importer des projets reçus ailleurs"
IMPORT_TEXT = (
    "Déposez ici des rapports Jalons (PDF), des fichiers de réponses (JSON, YAML) ou des tableaux "
    "(XLSX, CSV, Parquet). {most} fichiers au plus à la fois. Rien n'entre dans la collecte avant votre accord."
)
TEMPLATE_TEXT = "Pour un tableau, partez du modèle : une ligne par projet, et des listes où choisir les réponses."
TEMPLATE = "Télécharger le modèle (XLSX)"
TEMPLATE_FILE = "modele-jalons.xlsx"
FILES = "Les fichiers à importer"
READ_ONE, READ_MANY = "Lire ce fichier", "Lire ces {count} fichiers"
TOO_MANY = ("il y a {count} fichiers.", "Donnez-en {most} au plus à la fois.")
NOT_READ = "Ces fichiers ne sont pas lus"
FILE = "fichier"
UNKNOWN_KIND = (
    "cette sorte de fichier n'est pas connue.",
    "Donnez un fichier PDF, JSON, YAML, XLSX, CSV ou Parquet.",
)
LINE = "{source}, ligne {line}"
VALUE = " (« {value} »)"

READING = "Lecture : fichier {place} sur {count}"
STOP = "Arrêter"
READING_STOPPED = "Lecture arrêtée : rien n'est entré dans la collecte."
GO_ON = "Reprendre la lecture ({count})"
FOUND_ONE = "1 projet est prêt à entrer dans la collecte."
FOUND_MANY = "{count} projets sont prêts à entrer dans la collecte."
SAME_ONE = "1 est en double, ou déjà dans la collecte : même nom, même date, mêmes réponses."
SAME_MANY = "{count} sont en double, ou déjà dans la collecte : même nom, même date, mêmes réponses."
FOUND_NONE = "Aucun projet ne peut être pris dans ces fichiers."
OURS = "Rapports émis par cette installation et inchangés : {count}."
UNVERIFIED = "Origine non vérifiée : {count}. Ces réponses viennent d'ailleurs, ou ont pu être changées."
ADD_ONE, ADD_MANY = "Ajouter ce projet", "Ajouter ces {count} projets"
ADD_NEW_ONE, ADD_NEW = "Ajouter 1 projet, sans les doubles", "Ajouter {count} projets, sans les doubles"
ADD_ALL = "Ajouter les {count}, doubles compris"
ADD_NONE = "Ne rien ajouter"
ADDING = "Ajout : {done} projets sur {count}"
ADDING_STOPPED = "Ajout arrêté."
ADDED_ONE = "1 projet est entré dans la collecte."
ADDED_MANY = "{count} projets sont entrés dans la collecte."
ALIKE_ONE = "Un projet semble reçu deux fois : choisissez."
ALIKE_MANY = "{count} projets semblent reçus deux fois : choisissez."
NOT_ADDED = "Ces projets ne sont pas entrés dans la collecte"
ANOTHER = "Importer d'autres fichiers"

REFUSED_ONE = "1 ligne ou fichier à corriger"
REFUSED_MANY = "{count} lignes ou fichiers à corriger"
REFUSED_TEXT = (
    "Le reste peut entrer sans eux. Corrigez votre tableau, ou les lignes à télécharger ici, puis importez de nouveau "
    ": ce qui est déjà dans la collecte est reconnu."
)
MORE = "Et {count} autres points, dans le fichier à télécharger."
HAND_BACK = "Télécharger ce qui est à corriger (CSV)"
HAND_BACK_FILE = "a-corriger-{mark}.csv"
NOTES = "À savoir, sans empêcher l'import ({count})"
