"""Every fixed French phrase of the pages, in one place. What the method says is content, what a report says is there.

Ordinary spaces and straight apostrophes: typography is added where a text is shown.
"""

# --- Everywhere

WINDOW = "{page} · Jalons"
HOME = "Accueil"
ANSWER = "Répondre"
RESULT = "Résultat"
EXPLORE = "Explorer"
ABOUT = "À propos"
DRAW_AGAIN = "Afficher la page de nouveau"
CONTENT_PROBLEMS = "Le contenu de Jalons est à corriger"
ANSWERS_PROBLEMS = "Ces réponses ne peuvent pas être lues"

# --- Home

TITLE = "Où en est votre projet, et que faire ensuite ?"
PURPOSE = "Pour une innovation sociale. Des questions simples, puis un rapport où chaque conseil donne sa raison."
WHO_ELSE = "Vous ne portez pas de projet ?"
INNOVATOR = "Vous portez un projet"
PARTS = "De quoi voulez-vous parler ?"
START = "Commencer"
FUNDER = "Vous financez des projets"
FUNDER_TEXT = (
    "Jalons vous dit, pour plusieurs projets à la fois, l'étape de chacun et l'aide qui lui serait utile. "
    "Il dit aussi ce qui est montré et ce qui est seulement déclaré. Jamais de classement."
)
FUNDER_START = "Lancer une collecte"
COACH = "Vous accompagnez des projets"
COACH_TEXT = (
    "À partir des réponses d'un groupe, Jalons vous propose un programme de formation d'un à trois jours. "
    "Il montre aussi qui pourrait aider qui, et ce qui partage le groupe."
)
COACH_START = "Réunir les réponses d'un groupe"
COACH_FILES = "J'ai déjà leurs fichiers de réponses"
HAVE_A_CODE = "Vous avez reçu un code ? Participez à une collecte"
UNDERWAY = "Vos réponses sont toujours là"
UNDERWAY_MANY = "{count} réponses données."
UNDERWAY_ONE = "1 réponse donnée."
CONTINUE = "Continuer à répondre"
SEE_RESULT = "Voir le résultat"
FORGET = "Tout effacer…"
FORGET_SURE = "Toutes vos réponses seront effacées de cet onglet. Téléchargez d'abord votre fichier si vous y tenez."
FORGET_NOW = "Effacer mes réponses"

# --- Questions

PROGRESS = "Écran {screen} sur {screens}, il reste environ {minutes} minutes"
PROGRESS_ONE = "Écran {screen} sur {screens}, il reste environ 1 minute"
HOW_TO_ANSWER = "Comment répondre"
WHY = "Pourquoi ?"
WHY_AND_WORDS = "Pourquoi ? Mots expliqués"
FOR_EXAMPLE = "Par exemple : {proof}"
UNKNOWN = "« {label} » ? {help}"
UNHEARD = "Cette page n'est pas arrivée en entier : vos réponses ne seraient pas enregistrées. Rechargez-la."
NONE_OF_THESE = "Aucune de ces réponses"
ENOUGH = "Vous en avez choisi {count}. Pour en choisir une autre, décochez-en une."
ORDER = "Dans cet ordre :"
SWAP = "Inverser l'ordre"
SETTLED = "Votre étape est établie"
SETTLED_TEXT = (
    "Les questions qui restent ne peuvent plus la changer. Elles précisent votre profil et les conseils. "
    "Continuez, ou passez tout de suite au résultat."
)
OPEN = "Votre étape restera ouverte"
OPEN_TEXT = (
    "Des réponses ne sont pas connues : votre étape peut aller d'une étape à une autre. "
    "Continuez, ou passez tout de suite au résultat."
)
NAME = {"project": "Nom du projet (facultatif)", "organisation": "Nom de l'organisation (facultatif)"}
NAME_HELP = "Il figure dans le rapport et dans le nom du fichier. Il ne sert à rien d'autre."
BACK = "Précédent"
NEXT = "Suivant"

# --- Result

NO_ANSWERS = "Vous n'avez pas encore répondu"
NO_ANSWERS_TEXT = "Le résultat s'affichera ici dès vos premières réponses."
TAKE_AWAY = "À emporter"
TAKE_AWAY_TEXT = "Le rapport se lit et se partage. Il emporte aussi vos réponses, sauf si vous choisissez autrement."
DOWNLOAD_REPORT = "Télécharger le rapport (PDF)"
DOWNLOAD_ANSWERS = "Télécharger vos réponses (JSON)"
ANSWERS_FILE = "jalons-reponses-{name}-{day}.json"
UNNAMED = "projet"
CONTENTS = "Sur cette page"
LINE_WHY = "Pourquoi"
LINE_DETAILS_AND_WHY = "Détails et raisons"
REVIEW = "Revoir cette réponse"
SOURCE = "Source : {source}"
RULE = "Règle {rule} de la méthode"
COULD_SHOW = "Vous pourriez montrer : {proof}"
MORE = "Voir la suite ({count})"
YOU_ARE_HERE = "vous êtes ici"
CONSOLIDATED = "consolidée"
POSSIBLE = "possible"
PROFILE_TABLE = "Les mêmes données en tableau"
PROFILE_COLUMNS = {"label": "Dimension", "level": "Où elle en est", "note": "Remarque"}
UNKNOWN_ROW = "{label} (pas encore su)"
UNKNOWN_LEVEL = "pas encore su"
ON_ONE_ANSWER = "sur une seule réponse"
ANSWERS = "Toutes vos réponses"
EXPLORE_TEXT = "Le plus court chemin vers la suite, ce qui écarte une piste, ce qu'une autre réponse changerait."
EXPLORE_THIS = "Explorer ce résultat"

# --- Explore

EXPLORE_TITLE = "Explorer votre résultat"
EXPLORE_LEAD = (
    "Ici, vous essayez sans risque : vos réponses ne changent pas. "
    "Une réponse ne vaut que si elle est vraie. Ces essais disent ce qui devrait devenir vrai."
)
TRY = "Essayer dans « Et si … ? »"

PATH = "Le plus court chemin"
PATH_NO_PROJECT = "Le chemin s'affichera dès vos premières réponses sur le projet."
PATH_STAGE_UNKNOWN = "L'étape de votre projet n'est pas encore connue : répondez d'abord aux questions qui la disent."
PATH_TO_CONSOLIDATE = "Pour consolider votre étape : {stage}"
PATH_TO_NEXT = "Pour passer à l'étape suivante : {stage}"
PATH_CONSOLIDATED = "Rien ne manque : cette étape est consolidée."
PATH_LAST = "C'est la dernière étape."
PATH_FEWEST = "Le moins de réponses possible, les moins longues d'abord."
PATH_THEN = "Et ensuite, pour la consolider ({count})"
STEP_NOW = "Aujourd'hui : {answer}"
STEP_ANSWER = "Il faudrait : {answer}"

WHY_NOT = "Pourquoi pas … ?"
WHY_NOT_TEXT = "Choisissez une piste du catalogue. Jalons dit pourquoi elle est proposée, ou ce qui l'écarte."
WHY_NOT_ITEM = "Une piste du catalogue"
WHY_NOT_PLACEHOLDER = "Choisissez, ou tapez un mot du titre"
ITEM = "{kind} : {title}"
SAYS_THE_SAME = "Ces réponses disent la même chose : {questions}."
WOULD_TELL = "À dire en répondant à : {questions}."
WOULD_BRING_IN = "Ce qui l'amènerait"
SEARCH = "Chercher ce qui l'amènerait"
SEARCH_TEXT = "La recherche essaie des centaines de réponses. Elle peut prendre une dizaine de secondes."
SEARCHING = "Recherche en cours, une dizaine de secondes au plus…"
ENOUGH_TOGETHER = "Plusieurs réponses à la fois suffiraient. Voici des possibilités :"
IN_ALL_CASES = "Dans tous les cas, il faudrait :"
AND_ONE_OF = "Et l'une de ces possibilités :"
WOULD_DROP = "Ces réponses n'auraient plus lieu d'être : {questions}."
OTHERS_EXIST = "D'autres possibilités existent sans doute : la recherche s'arrête aux premières."

WHAT_IF = "Et si … ?"
WHAT_IF_TEXT = (
    "Prenez une question, changez la réponse, et voyez aussitôt ce qui bouge. Plusieurs à la fois si vous voulez."
)
WHAT_IF_QUESTION = "Une question"
WHAT_IF_PLACEHOLDER = "Choisissez, ou tapez un mot de la question"
WHAT_IF_NOTHING_YET = "Rien n'est changé pour l'instant."
SUPPOSED = "Vos essais"
MOVES = "Ce qui bougerait"
MOVES_NOTHING = "Rien ne bougerait : ni l'étape, ni ce qui manque, ni les aides, ni les pistes."
TAKE_BACK = "Retirer"
RESTORE = "Remettre mes réponses"

# --- Preview

PREVIEW = "Aperçu du contenu en cours d'écriture. La page suit chaque enregistrement."
PREVIEW_PROVING = "Relecture du contenu en cours…"
PREVIEW_NO_PROBLEM = "La relecture ne trouve rien à corriger."
PREVIEW_PROBLEMS = "La relecture trouve {count} points à corriger"
PREVIEW_PROBLEM = "La relecture trouve 1 point à corriger"

# --- About

ABOUT_TITLE = "À propos de Jalons"
LIMITS = "Ce que Jalons ne peut pas dire"
OFFERS = "Les offres citées"
NOT_FOUND = "Ce que nous n'avons pas trouvé"
FIGURES = "Quelques chiffres, datés"
FIGURE_BASE = "{base}. Source : {source}"
REFERENCES = "Les sources"
ALL_REFERENCES = "Voir les {count} textes et pages"
LICENCE = "Licences"
LICENCE_TEXT = "Le contenu de cette édition est publié sous licence {licence}. Le code est sous licence Apache 2.0."
EDITION = "{title}, publiée le {day}."
