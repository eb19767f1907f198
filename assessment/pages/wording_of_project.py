"""Words of a project as its reader sees it, of projects side by side and of blind reading."""

PROJECT = "Un projet"
COMPARE = "Comparer des projets"
NO_NAME = "Projet sans nom"
GONE = "Ce projet n'est pas dans cette collecte"
GONE_TEXT = "Il a pu être retiré, ou l'adresse est incomplète. Ouvrez un projet depuis le portefeuille."

# --- Getting about

BACK = "Revenir au portefeuille"
PREVIOUS, NEXT = "Projet précédent", "Projet suivant"
PLACE = "Projet {place} sur {total}, dans l'ordre de la page d'où vous venez"

# --- Where the answers come from

ORIGINS = {
    "deposit": "Déposé en ligne le {day} par la personne qui a répondu.",
    "ours": "Rapport émis par cette installation et inchangé, reçu le {day}.",
    "unverified": "Fichier reçu le {day} : son origine n'est pas vérifiée.",
    "table": "Ligne d'un tableau importé le {day}.",
}
GIVEN_ON = "Réponses du {day}."
SOURCE = "Fichier : {source}."
SHORT = "Version courte : seules les questions clés ont été posées."
SHARED = {
    "result": "Le projet partage son résultat seul : ses réponses et ce qui les cite restent cachés.",
    "answers": "Le projet partage ses réponses, pas ses textes libres.",
    "notes": "Le projet partage ses réponses et ses textes libres.",
}
HIDDEN = "Cette partie cite des réponses. Le projet partage son résultat seul : elle reste cachée."

# --- Where it stands

STANDING = "Où en est le projet"
STAGE = "Étape"
STAGE_UNKNOWN = "Son étape n'est pas encore connue"
HERE, FIRM, POSSIBLE = "le projet est ici", "consolidée", "possible"
LINE = "Les étapes, dans l'ordre : {stages}. Le projet : {here}. Étape consolidée : {firm}."
LINE_RANGE = "Étapes possibles selon les réponses qui manquent : de {lowest} à {highest}."
RANGE = "Entre {lowest} et {highest}, selon les réponses qui manquent"
RANGE_NONE = "Une seule : aucune réponse qui manque ne la changerait"
RANGE_LABEL = "Étapes possibles"
CONSOLIDATED = "Étape consolidée"
CONSOLIDATED_SAME = "{stage} : ce que l'étape demande est en place"
CONSOLIDATED_BELOW = "{stage} : il reste à consolider"
CONFIDENCE = "Confiance"
PATTERNS = "Profil particulier"
ZONES = "Passages délicats"
ECONOMY = "De quoi vit un projet à ce moment"
GROUNDS = "Pourquoi cette lecture"

# --- Declared and shown

SHOWING = "Déclaré et montré"
SHOWING_TEXT = (
    "Le projet dit ce qu'il pourrait montrer pour ses réponses clés. Ce qui est seulement déclaré n'est pas faux : "
    "c'est à regarder ensemble."
)
BY_OUTSIDE = "Vu par un regard extérieur ({count})"
BY_DOCUMENT = "Appuyé par un document ({count})"
DECLARED = "Seulement déclaré ({count})"
COULD_SHOW = "On pourrait demander : {proof}"
COULD_BE_SHOWN = {
    "document": "Le projet pourrait montrer un document.",
    "outside": "Le projet pourrait montrer un regard extérieur.",
}
WHICH_COULD_BE_SHOWN = {
    "document": "Le projet pourrait montrer un document : « {note} ».",
    "outside": "Le projet pourrait montrer un regard extérieur : « {note} ».",
}

# --- Questions, blocks, help

CONTRADICTIONS = "À éclaircir ensemble"
CONTRADICTIONS_TEXT = "Ces réponses vont mal ensemble. Ce sont des questions à poser, pas des fautes."
CONTRADICTION_READ = "Votre lecture et une autre réponse vont mal ensemble : laquelle est la plus juste ?"
QUOTED = "« {words} »"
BLOCKING = "Ce qui manque"
TO_CONSOLIDATE = "Pour consolider l'étape"
TO_NEXT = "Pour l'étape suivante : {stage}"
BY_CHOICE = "La solution reste ici par choix : rien de ce qui suit n'est attendu."
NOTHING_MISSES = "Rien ne manque pour l'étape où il est."
NOT_KNOWN = "pas encore su"
SAID_BLOCKING = "Ce que le projet dit le bloquer"
READ_BLOCKING = "Ce qui le bloque, d'après votre lecture"
HELPING = "L'aide"
ASKED = "Aide demandée"
USEFUL = "Aides utiles, dans l'ordre"
BOTH = "demandée aussi"
ELSEWHERE = "Le projet demande {asked}. Ses réponses appellent d'abord {useful}."
NEEDS = "Besoins du moment"
NEEDS_MORE = "Autres besoins ({count})"
CONTENTS = "Sur cette page"
ADVICE = "Pistes données au projet ({count})"
ADVICE_TEXT = "Voici ce que le rapport propose au projet, avec la raison qui lui est dite."
DIMENSIONS = "Dimension par dimension"
LIKE_STAGE = "comme en {stage}"
SOURCE_LINE = "Source : {source}"
WHY = "Pourquoi"
NONE = "Rien"
NOT_SAID = "pas encore connu"

# --- Answers and second readings

ANSWERS = "Toutes les réponses ({count})"
ANSWERS_TEXT = "La première réponse ne change jamais. Votre lecture se place à côté."
FIRST = "Réponse du {day}"
SECOND = "Votre lecture du {day}"
REASON = "Raison : {reason}"
READING = "Relire une réponse"
READING_TEXT = (
    "Choisissez une question, puis l'option qui vous semble la plus juste. L'effet se voit avant que vous gardiez "
    "votre lecture."
)
QUESTION = "Question"
QUESTION_PLACEHOLDER = "Cherchez une question"
YOUR_READING = "Votre lecture"
YOUR_REASON = "Votre raison"
REASON_EXAMPLE = "Le bilan reçu ne porte que sur un lieu."
KEEP_READING = "Garder cette lecture"
TAKE_BACK = "Revenir à la première réponse"
SAME_ANSWER = "C'est la réponse donnée : il n'y a rien à garder."
NEEDS_REASON = "Écrivez votre raison en quelques mots : le projet ou un collègue pourra la comprendre."
EFFECT = "Ce que cette lecture change"
EFFECTS = "Ce que vos lectures changent"
EFFECT_NOTHING = "Rien ne change dans le résultat."
DROPPED = "Ces réponses ne se poseraient plus : {questions}."
BECOMES = "devient"

# --- Notes, decision, history

YOURS = "Votre travail sur ce projet"
DECISION = "Décision"
STATUS = "Où en est votre décision"
DECISION_REASON = "Raison"
DECISION_EXAMPLE = "Projet clair, à voir avec son partenaire."
KEEP_DECISION = "Garder la décision"
DECIDED = "Décision : {status}, le {day}"
UNDECIDED = "Pas encore de décision."
DECISION_NEEDS_REASON = "Écrivez la raison de cette décision en quelques mots."
NOTES = "Notes"
NOTE = "Nouvelle note"
NOTE_HELP = "Une note gardée ne se change plus : ajoutez-en une autre pour la corriger."
KEEP_NOTE = "Ajouter la note"
NO_NOTE = "Aucune note."
NOTES_HIDDEN = "Notes cachées pendant la lecture à l'aveugle : {count}."
HISTORY = "Historique ({count})"
HISTORY_EMPTY = "Rien n'a encore été noté."
BY = "{moment}, par {link}"
MOMENT = "{day} à {hour} h {minute}"
BY_LINK = "le lien « {label} »"
BY_THIS_LINK = "votre lien"
BY_A_LINK = "un lien de la collecte"
WHAT = {
    "note": "Note : {text}",
    "decision": "Décision : {text}",
    "reading": "Lecture de « {question} » : {text}",
    "reading_back": "Retour à la première réponse à « {question} »",
    "blind_on": "Lecture à l'aveugle commencée",
    "blind_off": "Lecture à l'aveugle levée : {text}",
}
WRITTEN_BLIND = "texte caché pendant la lecture à l'aveugle"
NOT_KEPT = "Ce n'est pas gardé"
LOOKS_ONLY = "Votre lien permet de regarder, pas de noter ni de décider."

# --- Interview guide

GUIDE = "Guide d'entretien"
GUIDE_TEXT = (
    "D'abord les questions dont la réponse changerait le résultat, dans l'ordre du questionnaire. "
    "Ensuite, s'il y en a peu, ce que l'étape ou la suivante demande encore."
)
GUIDE_PDF = "Télécharger le guide (PDF)"
GUIDE_FILE = "guide-entretien-{name}-{day}.pdf"
GUIDE_MORE = "Les {count} autres questions"
GUIDE_MORE_ONE = "Une autre question"
GUIDE_WHY = "Ce qui est dit aujourd'hui"
GUIDE_READ = "Votre lecture"
GUIDE_PROOF = "On pourrait voir : {proof}"

# --- Side by side

COMPARE_TEXT = "De deux à cinq projets, critère par critère, dans l'ordre où vous les choisissez."
CHOOSE = "Projets à comparer"
CHOOSE_PLACEHOLDER = "Choisissez un projet"
CHOOSE_MORE = "Choisissez au moins deux projets."
REMOVE = "Retirer {name}"
SEEK = "Chercher un projet par son nom"
CRITERION = "Critère"
COMPARE_THIS = "Comparer avec d'autres projets"
TABLE = "Les projets choisis, critère par critère"
OPEN = "Ouvrir {name}"

# --- Blind reading

BLIND = "Lecture à l'aveugle"
BLIND_TEXT = "Les noms et les textes qui feraient reconnaître un projet sont cachés partout, fichiers compris."
BLIND_ON = "Lire à l'aveugle"
BLIND_IS_ON = "Lecture à l'aveugle : les noms et les textes libres sont cachés."
BLIND_LIFT = "Lever la lecture à l'aveugle"
BLIND_REASON = "Pourquoi la lever maintenant ?"
BLIND_REASON_EXAMPLE = "Le choix est fait, nous préparons les rencontres."
BLIND_LIFTED_BY = "La raison est gardée et se lit dans l'historique de chaque projet."
BLIND_NEEDS_REASON = "Écrivez la raison en quelques mots : elle reste dans l'historique."
