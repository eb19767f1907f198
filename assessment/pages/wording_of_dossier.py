"""Fixed French phrases about what is kept: saving, the private link, access, deletion. As in wording.py."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # every page has these phrases
    from assessment.storage.kept import Kind

# --- Saving

SAVED = "Enregistré à {time}"
NOT_SAVED = "Pas encore enregistré"
NOT_SAVED_TEXT = "{problem} Vos réponses sont gardées dans cet onglet : ne le fermez pas."
TRY_AGAIN = "Essayer de nouveau"
WITHOUT_TRACE = "Sans trace : rien n'est enregistré sur le serveur. Fermer ou recharger l'onglet efface tout."
LINK_HERE = "Votre lien privé, pour revenir"
STAYS = (
    "Vos réponses restent : vous pouvez en ajouter d'autres. "
    "Pour un autre projet, fermez d'abord ce dossier, sur « Mon dossier »."
)
CONFLICT = "Cette réponse a été changée dans un autre onglet ou sur un autre appareil"
CONFLICT_THEIRS = "Là-bas, à {time} : {answer}"
CONFLICT_MINE = "Ici : {answer}"
CONFLICT_ACTION = "Cette action a été changée dans un autre onglet ou sur un autre appareil"
CONFLICT_NOTE = "Cette note sur une preuve a été changée dans un autre onglet ou sur un autre appareil"
#: By kind, where it is no answer.
CONFLICTS: dict["Kind", str] = {"action": CONFLICT_ACTION, "done": CONFLICT_ACTION, "note": CONFLICT_NOTE}
KEEP_THEIRS = "Garder celle de là-bas"
KEEP_MINE = "Garder celle d'ici"
TAKEN_BACK = "plus de réponse"
TAKEN_BACK_ACTION = "elle n'est plus dans la liste"
TAKEN_BACK_OF: dict["Kind", str] = {"action": TAKEN_BACK_ACTION, "done": TAKEN_BACK_ACTION, "note": "plus de note"}
NEWS = "Des réponses sont arrivées d'un autre onglet ou d'un autre appareil : cette page les montre."
NEWS_OF = {"name": "le nom", "parts": "le choix des parties", "action": "Action {key}", "done": "Action faite"}

# --- Coming back

THIS_DOSSIER = "dossier"
LEFT = "il n'est plus ouvert dans ce navigateur."
LEFT_REMEDY = "Ouvrez-le par son lien privé."
REWORDED = (
    "Les questions ou les règles de cette édition ont changé depuis que ce dossier a été commencé. "
    "Le résultat est celui d'aujourd'hui."
)
FOUND = "Vous avez un dossier ouvert dans ce navigateur"
FOUND_TEXT = "{name}, dernière activité le {day}"
UNNAMED = "Dossier sans nom"
COME_BACK = "Reprendre ce dossier ({name})"
CLOSED = "Ce dossier n'est plus ouvert ici"
CLOSED_UNSAVED = "Des réponses de cet onglet n'ont pas été enregistrées. Emportez-les avant de continuer."
TO_HOME = "Revenir à l'accueil"
READ_ONLY = "Vous lisez ce dossier"
READ_ONLY_TEXT = "Votre lien permet de voir le résultat, pas de répondre."

# --- The dossier's page

DOSSIER = "Mon dossier"
TITLE = "Mon dossier"
NONE_YET = "Pas encore de dossier"
NONE_YET_TEXT = "Il naît avec votre première réponse. Vous recevrez alors un lien privé pour y revenir."
TRACELESS_TEXT = (
    "Vous répondez sans trace : il n'y a pas de dossier sur le serveur. "
    "Votre fichier de réponses, à télécharger avec le résultat, est le seul moyen de reprendre."
)
LINK = "Votre lien privé"
LINK_TEXT = (
    "Ce lien rouvre votre dossier, sur n'importe quel appareil. Qui l'a peut tout y faire, même l'effacer : "
    "gardez-le comme une clé. Nous n'en gardons qu'une empreinte : nous ne pourrons pas vous le redonner."
)
LINK_UNKNOWN = (
    "Votre lien ne s'affiche qu'une fois : nous n'en gardons qu'une empreinte. "
    "C'est celui que vous aviez copié, ou par lequel vous êtes venu. "
    "Si vous ne l'avez plus, faites-en un nouveau : l'ancien ne s'ouvrira plus."
)
LINK_LABEL = "Le lien à garder"
COPY = "Copier le lien"
COPIED = "Le lien est copié."
SELECTED = "Le lien est sélectionné : copiez-le avec le clavier ou le menu."
QR = "Le montrer à un téléphone"
QR_ALT = "Code à scanner avec un téléphone : il ouvre ce dossier."
RENEW_MINE = "Faire un nouveau lien"
RENEW_SURE = "L'ancien lien ne s'ouvrira plus, nulle part. Copiez le nouveau dès qu'il s'affiche."
RENEW_NOW = "Remplacer mon lien"
RENEWED = "Voici votre nouveau lien. L'ancien ne s'ouvre plus."

ACCESS = "Qui a accès"
ACCESS_TEXT = "Ceux qui ont l'un de ces liens, et personne d'autre. Aucun compte, aucun accès caché."
ACCESS_ERRORS = "Cela n'a pas pu être fait"
YOUR_LINK = "Votre lien"
RIGHTS = {"answer": "lire, répondre, partager et effacer", "read": "lire seulement"}
LINK_LINE = "{label} : {right}"
CREATED = "fait le {day}"
LAST_USED = "ouvert le {day}"
NEVER_USED = "jamais ouvert"
ENDS = "valable jusqu'au {day}"
REVOKED = "annulé le {day}"
ENDED = "n'est plus valable depuis le {day}"
REVOKE = "Annuler ce lien ({label})"
RENEW = "Le remplacer ({label})"
SHARE = "Donner accès à quelqu'un"
SHARE_LABEL = "Pour qui ? (facultatif)"
SHARE_UNNAMED = "Autre lien"
SHARE_RIGHT = "Ce lien permettra de"
SHARE_SEES = "Qui lit voit aussi vos prochaines actions, et ce qui a changé depuis vos visites précédentes."
SHARE_DAYS = "Il sera valable"
DAYS = {30: "un mois", 90: "trois mois", 365: "un an"}
SHARE_NOW = "Faire ce lien"
SHARED_LABEL = "Le lien à donner"
SHARED_ONCE = "Copiez-le maintenant : il ne sera plus affiché une fois cet onglet fermé."
DEPOSITS = "Copies déposées"
WITHDRAW = "Retirer cette copie ({receiver})"
DEPOSIT_LINE = "{receiver}, le {day}"

EXPORT = "Tout emporter"
EXPORT_TEXT = "Tout ce que nous gardons de vous, sous trois formes."
EXPORT_PDF = "Rapport (PDF)"
EXPORT_JSON = "Données complètes (JSON)"
EXPORT_CSV = "Tableau (CSV)"

KEPT = "Jusqu'à quand"
KEPT_TEXT = "Ce dossier sera effacé le {day} si personne n'y revient : {months} mois après la dernière activité."
KEPT_DRAFT = "Il compte comme un brouillon tant que vous n'avez pas vu son résultat."
LEAVE = "Fermer sur cet appareil"
LEAVE_TEXT = "Sur un appareil partagé : le dossier reste gardé, mais ce navigateur ne l'ouvrira plus sans son lien."
LEAVE_FAILED = "Le serveur n'a pas répondu. Essayez de nouveau."
DELETE = "Effacer ce dossier…"
DELETE_SURE = (
    "Tout sera effacé du serveur, tout de suite : réponses, historique et liens. Personne ne pourra les retrouver, "
    "sauf dans les sauvegardes, au plus {days} jours. Emportez d'abord ce à quoi vous tenez."
)
DELETE_NOW = "Effacer pour toujours"
DELETED = "Votre dossier est effacé du serveur."

# --- What becomes of the answers

PRIVACY = "Ce que deviennent vos réponses"
PRIVACY_SHORT = (
    "Sans compte ni e-mail. Chaque réponse est enregistrée aussitôt, et un lien privé rouvre votre dossier. "
    "Vous pouvez tout effacer à tout moment."
)
PRIVACY_KEPT = (
    "Un témoin (cookie) garde ce navigateur dans votre dossier pendant {hours} heures. "
    "Il n'y a pas de mesure d'audience, et rien n'est envoyé à un tiers."
)
PRIVACY_WHO = "Seules les personnes à qui vous donnez un lien voient vos réponses."
PRIVACY_NOTES = (
    "Le texte que vous pouvez écrire à côté d'une preuve ne sert à aucun calcul : inutile d'y nommer quelqu'un. "
    "Une collecte ne le reçoit que si elle le demande, et si vous déposez."
)
PRIVACY_UNTIL = (
    "Un dossier sans visite est effacé : au bout de {draft_months} mois si son résultat n'a jamais été vu, "
    "de {dossier_months} mois sinon. Sur « Mon dossier », vous pouvez tout emporter et tout effacer."
)
PRIVACY_CONTROLLER = (
    "Responsable des données : {controller}. Elles servent à établir votre résultat, parce que vous le demandez. "
    "Vous pouvez y accéder, les corriger, les effacer, et saisir la CNIL (cnil.fr)."
)
PRIVACY_HERE = "Cette installation ne sert que cette machine : vos réponses y restent."
TRACELESS_START = "Commencer sans trace"
TRACE_HELP = (
    "Rien n'est enregistré sur le serveur : vos réponses disparaissent quand vous fermez ou rechargez l'onglet, "
    "ou si la connexion se coupe."
)
