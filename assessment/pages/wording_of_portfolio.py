"""Words of the page of a portfolio."""

PORTFOLIO = "Portefeuille"
TITLE = "{title}"
TO_EXPORTS = "Aller à la synthèse, aux guides d'entretien et aux tableaux"
TO_OFFER = "Aller à votre offre"
LEAD = "Ce que demandent ces projets, et ce qui leur serait utile. Cliquez sur un nombre : il garde ces projets-là."
EQUITY = "Avant de lire"
EMPTY = "Aucun projet n'est arrivé pour l'instant."
EMPTY_TEXT = "Envoyez l'invitation, ou importez des fichiers. Cette page se remplira d'elle-même."
TO_GATHERING = "Aller à la collecte"
NO_ADDRESS = "Ouvrez un portefeuille depuis la page de sa collecte."
TO_GATHERINGS = "Voir mes collectes"
BLIND = "Lecture à l'aveugle : les noms et les textes libres sont cachés."
PARTLY_SHARED = "Certains projets ne partagent que leur résultat : leurs réponses ne sont pas montrées."

# --- Working it out

WORKING_TITLE = "Lecture des projets"
WORKING = "{done} projets lus sur {total}…"
STOP_WORKING = "Arrêter"
WORK_STOPPED = "Vous avez arrêté. {done} projets sur {total} sont prêts, et le restent."
GO_ON_WORKING = "Continuer"

# --- Filters

KEPT, KEPT_ONE = "{many} projets sur {total}", "{many} projet sur {total}"
CHIP = "{facet} : {value}"
ACTIVE = "Filtres actifs"
REMOVE = "Retirer le filtre : "
CLEAR = "Tout montrer"

# --- Charts: title, and how to read it

CHARTS = {
    "standing": (
        "Étapes",
        "Consolidée : tout ce que l'étape demande est en place. En avance : pas encore. "
        "Peut changer : des réponses manquent. Ce n'est pas un classement.",
    ),
    "lever_at": (
        "Aides utiles, étape par étape",
        "Les deux premières aides qu'appellent les réponses de chaque projet. Un projet peut compter dans deux cases.",
    ),
    "economies": (
        "De quoi vit un projet",
        "Le modèle socio-économique change avec l'étape : on ne demande pas la même chose à tous.",
    ),
    "zone": (
        "Passages délicats",
        "La zone de risque où se trouve un projet, ou celle qui vient. En approcher est ordinaire.",
    ),
    "help": (
        "Aide demandée, aide utile",
        "Ce que les projets cherchent, à côté de ce que leurs réponses appellent. "
        "L'écart est un sujet de conversation.",
    ),
    "dimension": (
        "Dimensions",
        "À quelle étape ressemble chaque dimension des projets. Une répartition, jamais une moyenne.",
    ),
    "proof": (
        "Déclaré et montré",
        "Pour les réponses clés assez avancées : ce qu'une pièce ou un regard extérieur peut montrer.",
    ),
    "confidence": ("Confiance", "À quel point les réponses permettent de conclure."),
    "reread": ("À relire ensemble", "Des réponses qui vont mal ensemble : une question à poser, pas une faute."),
    "type": ("Organisations", "Qui porte le projet."),
    "level": ("Niveau des organisations", "Leur habitude des alliances, quand elles ont répondu à cette partie."),
    "decision": ("Vos décisions", "Ce que vous avez noté dans la fiche de chaque projet."),
    "covered": ("Ce que couvre votre offre", "Les aides utiles d'un projet, à côté de l'offre décrite plus bas."),
}
TOTAL, ANY = "Projets", "Toutes étapes"
NOT_KNOWN = "Pas encore connue"
STATUSES = {"dedans": "Dedans", "devant": "Devant"}
MET = "Besoin que votre offre couvre"
FIRMNESSES = {"firm": "Consolidée", "ahead": "En avance", "open": "Peut changer"}
AND = ", "
LIMITS = "Méthode et limites"
WHENCE = "D'où cela vient"
SOURCE = "Source : {source}."

# --- Projects

PROJECTS = "Projets"
ORDER = "Ordre :"
SORTS = {"arrival": "d'arrivée", "name": "des noms"}
HEADS = {
    "name": "Nom",
    "stage": "Étape",
    "lever": "Aides utiles",
    "zone": "Passage délicat",
    "proof": "Déclaré et montré",
    "decision": "Votre décision",
    "arrival": "Réponses du",
}
NAMELESS = "Sans nom"
RANGE = "entre {low} et {high}"
PROOFS = "Montrées : {shown}|Déclarées : {declared}"
PAGED = "{first} à {last} sur {many}"
PAGES = "Pages du tableau"
BEFORE, NEXT = "Précédents", "Suivants"
NONE_KEPT = "Aucun projet ne garde tous ces filtres. Retirez-en un."

# --- Views

VIEWS = "Garder ces filtres"
VIEWS_KEPT = "Vues gardées ({many})"
VIEW_NAME = "Nom de la vue"
VIEW_EXAMPLE = "Essaimage, à rencontrer"
VIEW_KEEP = "Garder les filtres actuels sous ce nom"
VIEW_REMOVE = "Retirer « {name} »"
VIEW_NEEDS_NAME = "Donnez un nom à la vue."
VIEW_NEEDS_FILTERS = "Aucun filtre n'est actif. Cliquez d'abord sur un nombre."

# --- The offer

OFFER = "Votre offre"
OFFER_TEXT = (
    "Décrivez ce que vous pouvez apporter, aide par aide et étape par étape. "
    "Les besoins qu'elle couvre seront soulignés plus haut, et comptés."
)
OFFER_TOLD = "Voici l'offre décrite. Les besoins qu'elle couvre sont soulignés plus haut, et comptés."
OFFER_NONE = "Aucune offre n'est encore décrite dans cette collecte."
OFFER_BEGIN, OFFER_CHANGE = "Décrire mon offre", "Changer mon offre"
OFFER_WHAT, OFFER_CHOOSE = "Aide apportée", "Choisir une aide"
OFFER_STAGES = "À quelles étapes ?"
OFFER_LEAST, OFFER_MOST = "Au moins, en euros", "Au plus, en euros"
OFFER_AMOUNTS = "Les montants sont facultatifs."
OFFER_ADD, OFFER_KEEP = "Ajouter une ligne", "Enregistrer mon offre"
OFFER_REMOVE = "Retirer la ligne {number}"
OFFER_WRONG = "L'offre n'est pas encore enregistrée"
OFFER_NO_KIND = "Ligne {number} : choisissez une aide, ou retirez la ligne."
OFFER_NO_STAGE = "Ligne {number} : cochez au moins une étape."
OFFER_UPSIDE_DOWN = "Ligne {number} : le montant le plus petit dépasse le plus grand. Échangez-les."
KIND = "{lever} · {kind}"
BETWEEN, FROM, UP_TO = " : de {least} à {most} €", " : à partir de {least} €", " : jusqu'à {most} €"
UNSUITED_TITLE = "À regarder de près"
UNSUITED = "« {kind} » en {stages} :"
UNMET, COVERED_NEEDS = "Besoins sans réponse dans votre offre", "Besoins qu'elle couvre"
OFFER_KEPT = "Votre offre est enregistrée."
NO_NEED = "Aucun parmi ces projets."
NO_OFFER = "Aucune offre n'est encore décrite. Dès qu'elle l'est, les besoins qu'elle couvre se voient ici."
