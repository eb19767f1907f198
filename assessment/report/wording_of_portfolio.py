"""Every fixed French phrase of the PDFs made for whoever reads several projects. Never a verdict, nor a rank."""

# --- Interview guide

GUIDE = "Guide d'entretien"
UNNAMED = "Projet sans nom"
ANSWERED_ON = "Réponses du"
MET_ON = "Rencontre du"
WITH = "Avec"
READ_AS = "Votre lecture"
COULD_SHOW = "Ce qui pourrait être montré"
REST = "S'il reste du temps"
TO_FINISH = "Pour finir"

# --- Synthesis of a portfolio

SYNTHESIS = "Synthèse d'un ensemble de projets"
NOTHING = "Aucun projet n'est retenu ici."
ONE_PROJECT, PROJECTS = "1 projet", "{count} projets"
OF_ALL = "{projects} sur {total}"
ON, ON_MANY, FROM_TO = ", reçu le {first}", ", reçus le {first}", ", reçus entre le {first} et le {last}"
ORIGINS = {
    "deposit": ("{count} déposé en ligne", "{count} déposés en ligne"),
    "ours": ("{count} rapport émis par cette installation", "{count} rapports émis par cette installation"),
    "unverified": ("{count} d'origine non vérifiée", "{count} d'origine non vérifiée"),
    "table": ("{count} venu d'un tableau", "{count} venus d'un tableau"),
}
SHARED = "{answers} sur {count} partagent leurs réponses ; les autres, leur résultat seul."
SHARED_ONE = "{answers} sur {count} partage ses réponses ; les autres, leur résultat seul."
READ_AGAIN = "Qui tient la collecte a relu des réponses de {count} d'entre eux : ses lectures comptent ici."
NARROWED = "Seuls sont comptés les projets choisis ainsi : {filters}."

GIST = "En bref"
GIST_PHASES = "D'après leurs réponses : {phases}."
GIST_PHASE = "{count} en « {phase} »"
GIST_FIRM = "L'étape est {told}."
#: How firm a stage is -> its part of a sentence.
GIST_FIRMNESS = {
    "firm": "consolidée pour {count}",
    "ahead": "en avance sur ses preuves pour {count}",
    "open": "encore ouverte pour {count}, faute de réponses",
}
GIST_LEVERS = "Aide le plus souvent utile : {levers}."
GIST_THEN = ", puis "
GIST_NOT_ASKED = "Aide le plus souvent utile sans être demandée : {lever} ({count})."
GIST_OTHERS_FIRST = "Aide le plus souvent demandée alors que d'autres passent avant : {lever} ({count})."
GIST_OFFER = "Aides utiles que l'offre couvre : {told}."
#: What it covers of a project's useful help -> its part of a sentence.
GIST_COVERS = {
    "covered": "toutes pour {count}",
    "partly": "une sur deux pour {count}",
    "uncovered": "aucune pour {count}",
}
STAGES = "Où en sont les projets"
STAGES_INTRO = "Combien de projets à chaque étape, d'après leurs réponses. Une étape n'est ni une note ni un mérite."
ECONOMIES = "De quoi ils vivent"
ZONES = "Passages délicats"
ZONES_INTRO = "Un projet peut être dans un passage délicat, ou l'avoir devant lui. Le savoir permet de s'y préparer."
#: Status of a zone -> its words, as in the facet.
ZONE_KINDS = {"dedans": "Dedans", "devant": "Devant"}
HEAT = "Aides utiles, étape par étape"
HEAT_INTRO = "Pour chaque aide, combien de projets en ont besoin maintenant. Un projet peut en compter deux."
HELP = "Aide demandée, aide utile"
HELP_INTRO = "Ce que les projets demandent, à côté de ce que leurs réponses appellent. Les deux se discutent."
PROOFS = "Déclaré et montré"
PROOFS_INTRO = "Ce qui est déclaré n'est pas faux : rien ne l'appuie encore. Un entretien suffit souvent."
CONFIDENCE = "Ces résultats sont-ils sûrs ?"
OFFER = "Ce que couvre l'offre"
NO_OFFER = "Aucune offre n'est décrite dans cette collecte : ce qu'elle couvre n'est pas compté."
OFFER_INTRO = "L'offre telle qu'elle est décrite dans cette collecte :"
COVERED_NOW = "Ce qu'elle couvre, avec le nombre de projets"
NOT_COVERED = "Ce qu'elle laisse sans réponse"
ALL_COVERED = "Chaque aide utile est couverte, à chaque étape."
NEEDS, NEED = "{lever} : {stages}.", "{stage} ({count})"
LINE = "{support}, pour : {lever}. Étapes : {stages}."
BETWEEN = "De {least} à {most}."
AT_LEAST, AT_MOST = "À partir de {least}.", "Jusqu'à {most}."
CAUTION = "À regarder : {caution}"
EUROS = "{amount} €"
METHOD = "La méthode et ses limites"
COUNTS = "Il n'y a ici ni note, ni rang, ni moyenne : seulement des nombres de projets."
UNKNOWN_COUNTS = "Ce qui n'est pas connu est compté à part, jamais comme un manque."
SMALL = "Avec peu de projets, un nombre dit surtout à qui parler."

SOURCES, SOURCE = "Les sources", "Sources"
ASIDE = "À part : {counts}."
PROJECT_COUNT = "Projets"
ALT_ROW = "{label} : {counts}."
COVERED = "couvert par l'offre"
COVERED_CELL = "couvert par l'offre"
UNCOVERED_CELL = "l'offre n'y répond pas"

# --- Reports of a zip

READ_AGAIN_HERE = "Ce rapport tient compte de réponses relues par qui tient la collecte : {questions}."
