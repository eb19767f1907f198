"""Sentences that the server says itself, outside the pages."""

ANOTHER_ADDRESS = "Cette adresse n'est pas celle de Jalons."
ANOTHER_SITE = "Cette demande vient d'un autre site : elle est refusée."
OUTSIDE = "Jalons ne répond qu'à cette machine, ou à travers son adresse publique."
NOTHING_HERE = "Il n'y a rien à cette adresse."
TOO_MANY = "Trop de demandes à la fois. Attendez un instant, puis essayez encore."
UNEXPECTED = "Une erreur imprévue est arrivée. Son numéro : {number}."
UNEXPECTED_TITLE = "Quelque chose n'a pas marché"
KEPT_ANYWAY = (
    "Vos réponses enregistrées sont gardées. Rechargez la page. "
    "Si cela recommence, donnez ce numéro à qui s'occupe de ce site."
)
NOT_STARTED = "Jalons ne démarre pas : {count} à corriger."
ONE_POINT, POINTS = "1 point", "{count} points"

# --- Private links
RESUMING = "Ouvrir un lien privé"
OPENING = "Ouverture…"
NEEDS_SCRIPT = "Pour ouvrir ce lien, autorisez JavaScript pour ce site."
INCOMPLETE_LINK = "Ce lien est incomplet : copiez-le en entier, jusqu'au dernier signe."
WRONG_LINK = (
    "Ce lien n'ouvre rien : il a été mal copié, remplacé, annulé, ou il n'est plus valable. "
    "Demandez-en un nouveau à la personne qui vous l'avait donné."
)
TOO_MANY_TRIES = "Trop de liens essayés. Attendez cinq minutes, puis ouvrez le vôtre encore une fois."
NO_ANSWER = "Jalons ne répond pas. Vérifiez votre connexion, puis ouvrez le lien encore une fois."
TO_JALONS = "Aller à la première page"
NOT_UNDERSTOOD = "Cette demande n'est pas comprise."
NOT_LET_IN = "Vous n'avez pas accès à ce dossier depuis ce navigateur. Ouvrez-le par son lien privé."
NO_REPORT = "Ce dossier n'a encore aucune réponse : il n'y a pas de rapport."

# --- Files to take away
FILES = {"export.json": "jalons-dossier.json", "export.csv": "jalons-dossier.csv", "rapport.pdf": "jalons-rapport.pdf"}

# --- The page before the pages
WINDOW = "Jalons"
NO_SCRIPT = "Jalons a besoin de JavaScript : autorisez-le pour ce site, puis rechargez la page."
