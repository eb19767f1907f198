"""Fixed French phrases for whoever owns a gathering: creating, inviting, projects, ending. As in wording.py."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the title of the page is on every page
    from assessment.storage.gathered import Origin, Purpose, Share

GATHERINGS = "Collectes"
GATHERING = "Collecte"
TAKE_PART = "Participer"

# --- What it is, a code, coming back

TITLE = "Réunir les réponses de plusieurs projets"
WHAT = "Une collecte réunit des projets : chacun répond et dépose lui-même, ou vous importez ce que vous avez reçu."
FOR_FUNDER = (
    "Vous financez des projets : voyez ce qu'il manque à chacun, ce qui est montré et ce qui est seulement déclaré. "
    "Jamais de classement."
)
FOR_COACH = "Vous accompagnez un groupe : composez avec ses réponses un programme d'un à trois jours."
HAVE_CODE = "Vous avez reçu un code"
CODE_LABEL = "Le code de participation"
CODE_EXAMPLE = "Par exemple AFHJ-2346-KLMR"
CODE_GO = "Voir cette collecte"
CODE_REFUSED = "Ce code n'ouvre rien"
YOURS = "Vos collectes dans ce navigateur"
OPEN_THIS = "Ouvrir « {title} »"
ANSWER_THIS = "Participer à « {title} »"
YOU_OWN = "{purpose}. Projets reçus : {count}."
YOU_LOOK = "{purpose}. Projets reçus : {count}. Votre lien permet de regarder."
YOU_ARE_INVITED = "Vous êtes invité à déposer un projet."
OTHERWISE = "Une autre collecte ? Ouvrez-la par son lien privé, ou par son code si vous y participez."

# --- What the owner decides

CREATE = "Créer une collecte"
CREATE_NOW = "Créer la collecte"
NAME = "Son titre"
NAME_EXAMPLE = "Par exemple : Appel à projets 2027, alimentation"
PURPOSE = "À quoi sert-elle ?"
PURPOSES: dict["Purpose", str] = {
    "appel": "À un appel à projets : voir les projets, préparer les échanges",
    "groupe": "À un groupe à former : préparer un programme",
}
PURPOSES_SHORT: dict["Purpose", str] = {"appel": "Appel à projets", "groupe": "Groupe à former"}
PARTS = "Sur quoi répondent les participants ?"
PART_CHOICES = {
    "project": "Leur projet ({minutes} minutes)",
    "short": "Leur projet, en bref ({minutes} minutes)",
    "organisation": "Leur organisation ({minutes} minutes)",
    "both": "Les deux, en entier ({minutes} minutes)",
}
SHARES = "Que verrez-vous de chacun ?"
SHARE_CHOICES: dict[tuple["Share", ...], str] = {
    ("result",): "Le résultat seulement",
    ("result", "answers"): "Le résultat et les réponses",
    ("result", "answers", "notes"): "Le résultat, les réponses, et les notes sur les preuves",
}
SHARES_HELP = (
    "Une note dit en quelques mots quel document, ou quel regard extérieur, pourrait être montré. "
    "Chacun voit ce choix avant de déposer. Le changer ne vaut que pour les dépôts suivants."
)
CLOSES = "Dernier jour pour déposer (facultatif)"
NOTICE = "L'information donnée aux participants"
NOTICE_HELP = (
    "La loi demande de la donner avant de recueillir des réponses. "
    "Remplacez ce qui est entre crochets, et relisez le reste."
)
NOTICE_TEXT = """Qui reçoit vos réponses : [votre organisation].
Pour quoi faire : préparer nos échanges avec vous.
Qui les lit : les membres de notre équipe qui suivent ces projets.
Jusqu'à quand : elles sont effacées au plus tard {months} mois après la dernière activité de la collecte.
Vos droits : vous pouvez retirer votre dépôt à tout moment. Pour toute question : [adresse de contact]. \
Vous pouvez aussi saisir la CNIL (cnil.fr)."""
PARTS_SHORT = {
    "project": "leur projet",
    "short": "leur projet, en bref",
    "organisation": "leur organisation",
    "both": "leur projet et leur organisation",
}
TERMS = "Ce que vous demandez"
TERMS_TEXT = "Les participants répondent sur {parts}. Vous voyez {shares}."
CHANGE = "Changer la collecte"
CHANGE_NOW = "Enregistrer ces changements"
CHANGED = "C'est enregistré."
NOT_CREATED = "La collecte n'est pas encore créée"
NOT_CHANGED = "Rien n'est encore changé"
NO_TITLE = ("il n'y en a pas.", "Écrivez ce qui permettra aux participants de la reconnaître.")
NO_NOTICE = ("elle est vide.", "Dites au moins qui reçoit les réponses, et pour quoi faire.")
BRACKETS = ("« {text} » n'est pas encore remplacé.", "Écrivez ce qu'il en est, sans les crochets.")
LATE = ("ce jour est déjà passé.", "Choisissez un jour à venir, ou effacez-le.")
IN_TITLE, IN_NOTICE, IN_CLOSES = "Titre", "Information", "Dernier jour"

# --- The owner's page

CANNOT_OPEN = "Cette collecte ne s'ouvre pas ici"
NAMELESS = ("aucune collecte n'est nommée dans cette adresse.", "Ouvrez-la par son lien privé.")
LEFT = ("elle n'est pas ouverte dans ce navigateur.", "Ouvrez-la par son lien privé.")
THIS = "collecte"
TO_GATHERINGS = "Voir les collectes"
STANDING = "{purpose}. Collecte {standing}."
OPEN_UNTIL = "ouverte jusqu'au {day} inclus"
OPEN = "ouverte, sans date de fin"
CLOSED_SINCE = "fermée depuis le {day}"
NO_LONGER_OPEN = "fermée : l'invitation est annulée"
ONLY_LOOK = "Votre lien permet de regarder cette collecte, pas de la changer."
OWN_LINK = "Votre lien privé"
OWN_LINK_TEXT = (
    "Ce lien rouvre votre collecte, sur n'importe quel appareil. Qui l'a peut tout y faire, même l'effacer : "
    "gardez-le comme une clé. Nous n'en gardons qu'une empreinte : nous ne pourrons pas vous le redonner."
)
OWN_LINK_LABEL = "Le lien à garder"
OWN_QR_ALT = "Code à scanner avec un téléphone : il ouvre cette collecte."
SEE_PORTFOLIO = "Voir les projets ensemble"
SEE_PROGRAMME = "Composer le programme"

# --- Inviting

INVITE = "Inviter"
INVITE_TEXT = "Qui a ce lien ou ce code peut déposer un projet, et rien d'autre : personne ne voit les autres projets."
INVITE_LABEL = "Le lien d'invitation"
INVITE_QR_ALT = "Code à scanner avec un téléphone : il invite à participer."
THE_CODE = "Le code, à dire ou à écrire au tableau"
THE_CODE_HOW = "À taper sur la page « Collectes »."
MAIL = "Un texte prêt à envoyer"
MAIL_LABEL = "À coller dans votre message"
MAIL_COPY = "Copier le texte"
MAIL_COPIED = "Le texte est copié."
MAIL_TEXT = """Bonjour,

Vous êtes invité à participer à « {title} ».

1. Ouvrez ce lien : {link}
   (ou allez sur {site}, page « Collectes », et tapez le code {code})
2. Répondez : environ {minutes} minutes. Vous pouvez aussi déposer un rapport Jalons déjà fait.
3. Relisez ce qui sera partagé, puis déposez.{closes}

Sans compte ni mot de passe. Vous gardez votre propre résultat, et vous pouvez retirer votre dépôt à tout moment."""
MAIL_CLOSES = " Dernier jour : {day}."
RENEW_INVITATION_NOW = "Faire une nouvelle invitation"
#: What is offered, what follows from it, the button that does it.
RENEWING = (
    "Changer de lien et de code…",
    "L'ancien lien et l'ancien code ne s'ouvriront plus. Les projets déjà déposés restent.",
    RENEW_INVITATION_NOW,
)
REVOKING = (
    "Annuler l'invitation…",
    "Plus personne ne pourra déposer. Les projets déjà déposés restent.",
    "Annuler l'invitation",
)
INVITATION_RENEWED = "Voici la nouvelle invitation. L'ancienne ne s'ouvre plus."
REVOKED_INVITATION = "L'invitation est annulée : plus personne ne peut déposer."

# --- Owners' links

ACCESS = "Qui a accès à cette collecte"
ACCESS_TEXT = "Ceux qui ont l'un de ces liens, et personne d'autre."
REACHES = {"own": "tout faire", "look": "regarder seulement"}
SHARE = "Donner accès à un collègue"
SHARE_RIGHT = "Ce lien permettra de"
RENEW_OWN_SURE = "L'ancien lien ne s'ouvrira plus, nulle part. Copiez le nouveau dès qu'il s'affiche."
LINK_UNKNOWN = (
    "Votre lien ne s'affiche qu'une fois : nous n'en gardons qu'une empreinte. "
    "Si vous ne l'avez plus, faites-en un nouveau : l'ancien ne s'ouvrira plus."
)

# --- Projects

PROJECTS = "Projets reçus ({count})"
NO_PROJECT = "Aucun projet pour l'instant. Envoyez l'invitation, ou importez ce que vous avez déjà reçu."
UNNAMED = "Projet sans nom"
RECEIVED = "reçu le {day}"
GIVEN_ON = "réponses du {day}"
ORIGINS: dict["Origin", str] = {
    "deposit": "déposé en ligne",
    "ours": "rapport émis par cette installation et inchangé",
    "unverified": "origine non vérifiée",
    "table": "importé d'un tableau",
}
SHARED: dict[tuple[str, ...], str] = {
    ("result",): "résultat partagé",
    ("result", "answers"): "résultat et réponses partagés",
    ("result", "answers", "notes"): "résultat, réponses et notes partagés",
}
REMOVE = "Retirer ({name})"
REMOVE_SURE = "Ce projet sera effacé du serveur, avec vos notes et vos décisions à son sujet."
REMOVE_NOW = "Le retirer"
REMOVE_NOT = "Le garder"
NOT_DONE = "Cela n'a pas pu être fait"
EARLIER, LATER = "Projets précédents", "Projets suivants"
PAGE = "{first} à {last} sur {count}"
BLIND = "La lecture sans nom est en cours : les noms sont masqués ici aussi."

# --- The same project twice

TWICE = "Le même projet deux fois ?"
TWICE_TEXT = (
    "Ces projets ont le même nom, ou les mêmes réponses. Choisissez celui que vous gardez. "
    "L'autre n'est pas perdu : il est mis de côté, et vous pouvez le reprendre."
)
KEEP_THIS = "Garder celui-ci (numéro {place})"
KEEP_ALL = "Ce sont des projets différents : les garder tous"
NUMBERED = "{place}. {name}"
ANSWERED = "{count} réponses"
SAME_ANSWERS = "mêmes réponses que le premier"
DIFFERENT_ANSWERS = "réponses différentes du premier : {count}"
MORE_TWICE = "Il y a {count} autres cas à regarder ensuite."
MORE_TWICE_ONE = "Il y a un autre cas à regarder ensuite."
KEEP_NEWEST = "Pour tous : garder les réponses les plus récentes"
KEEP_FIRST = "Pour tous : garder le premier arrivé"
KEEP_LAST = "Pour tous : garder le dernier arrivé"
IN_BULK = "Choisir pour tous à la fois"
IN_BULK_TEXT = "Les autres sont mis de côté, et peuvent être repris un par un."
ASIDE = "Mis de côté ({count})"
ASIDE_FOR = "mis de côté pour « {name} »"
ASIDE_FOR_GONE = "mis de côté pour un projet qui n'est plus là"
BRING_BACK = "Le reprendre ({name})"

# --- Ending

TAKE_AWAY = "Tout emporter"
TAKE_AWAY_TEXT = "Tout ce que cette collecte contient : vos choix, les projets, vos notes et vos décisions."
TAKE_AWAY_BLIND = "La lecture sans nom est en cours. Levez-la sur la page des projets pour tout emporter."
TAKE_AWAY_NOW = "Tout télécharger (JSON)"
TAKE_AWAY_MANY = "Préparer le fichier des {count} projets (JSON)"
TAKE_AWAY_READY = "Votre fichier est prêt. Il contient tout, tel que c'est maintenant."
FILE = "jalons-collecte-{day}-{mark}.json"
KEPT = "Jusqu'à quand"
KEPT_TEXT = "Cette collecte sera effacée le {day} si rien n'y change d'ici là."
LEAVE_TEXT = "Sur un appareil partagé : la collecte reste gardée, mais ce navigateur ne l'ouvrira plus sans son lien."
DELETE = "Effacer cette collecte…"
DELETE_SURE = (
    "Tout sera effacé du serveur, tout de suite : les projets, vos notes et les liens. Personne ne pourra les "
    "retrouver, sauf dans les sauvegardes, au plus {days} jours. Emportez d'abord ce à quoi vous tenez."
)
DELETE_NOW = "Effacer pour toujours"
DELETED = "La collecte est effacée du serveur."
