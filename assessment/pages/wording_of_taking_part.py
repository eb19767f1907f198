"""Fixed French phrases for whoever is invited to a gathering: what is shared, depositing. As in wording.py."""

from assessment.storage.gathered import Purpose, Share

INVITED: dict[Purpose, str] = {
    "appel": "Vous êtes invité à déposer votre projet pour un appel à projets.",
    "groupe": "Vous êtes invité à déposer vos réponses pour préparer une formation.",
}
UNTIL = "Vous pouvez déposer jusqu'au {day} inclus."
CANNOT_OPEN_REMEDY = "Ouvrez le lien d'invitation que vous avez reçu, ou tapez son code sur la page « Collectes »."
CLOSED_DATE = "Cette collecte est fermée depuis le {day} : on ne peut plus y déposer."
CLOSED = "Cette collecte est fermée : on ne peut plus y déposer."
CLOSED_AFTER = "Votre propre résultat reste à vous : vous pouvez toujours répondre et l'emporter."

WHO_SEES = "Qui voit quoi"
SEES_YOUR_CHOICE = "Vous pouvez en donner moins : vous choisirez au moment de déposer."
SEES_RESULT = "Qui a créé la collecte voit votre résultat : l'étape, ce qui manque, les aides utiles. Pas vos réponses."
SEES_ANSWERS = "Qui a créé la collecte voit votre résultat et vos réponses."
SEES_NOTES = "Qui a créé la collecte voit votre résultat, vos réponses et vos notes sur les preuves."
SEES_NEVER = (
    "Personne d'autre ne les voit, pas même les autres participants. "
    "Rien n'est visible avant votre dépôt. Ce que vous changez ensuite ne l'est qu'après un nouveau dépôt."
)

ANSWER = "Répondre ({minutes} minutes)"
ANSWER_TEXT = "Vos réponses restent les vôtres : vous recevrez votre résultat, et vous déciderez ensuite de déposer."
DROP = "Vous avez déjà un rapport Jalons ?"
DROP_TEXT = "Déposez ici son PDF, ou votre fichier de réponses : vos réponses reviennent."
DROP_LABEL = "Votre rapport ou votre fichier de réponses"
NOT_TAKEN = "Ce fichier ne peut pas être repris"
UNDERWAY = "Vous avez des réponses en cours"
UNDERWAY_NAMED = "Vous avez des réponses en cours pour « {name} »"
CONTINUE = "Continuer à répondre"
ANOTHER = "Répondre pour un autre projet"
NOTHING_YET = "Elles ne disent encore rien de ce que demande cette collecte. Continuez à répondre."
ONLY_READ = "Votre lien permet seulement de lire ce dossier. Pour déposer, il faut un lien qui permet de répondre."

TRACELESS = "Vous répondez sans trace"
TRACELESS_TEXT = (
    "Un dépôt part d'un dossier gardé sur le serveur : c'est ce qui vous permet de le retirer. "
    "Vous pouvez garder ce dossier maintenant. Un lien privé vous permettra de le rouvrir et de l'effacer."
)
KEEP = "Garder mes réponses sur le serveur"

SHARED = "Ce qui sera partagé"
CHOOSE_SHARES = "Ce que voit la personne qui prépare la formation"
SHARES: dict[tuple[Share, ...], str] = {
    ("result",): "Mon résultat seulement",
    ("result", "answers"): "Mon résultat et mes réponses",
    ("result", "answers", "notes"): "Mon résultat, mes réponses et mes notes",
}
SHARED_NAME = "Le nom de votre projet ou de votre organisation"
SHARED_NAME_HELP = "Il permet de vous reconnaître. Vous pouvez le changer ou le laisser vide."
SHARED_PARTS = "Ce que vous partagez : {parts}."
SHARED_RESULT = "Votre résultat, tel qu'il est aujourd'hui"
SHARED_RESULT_TEXT = "Avec lui : ce qui manque, les aides utiles, ce qui est montré et ce qui est déclaré."
SHARED_ANSWERS_ONE = "Votre réponse"
SHARED_ANSWERS = "Vos {count} réponses, une à une"
NOT_SHARED_ANSWERS = "Vos réponses ne sont pas montrées. Elles accompagnent le dépôt pour établir le résultat."
SHARED_NOTES = "Vos {count} notes sur les preuves, une à une"
SHARED_NOTES_ONE = "Votre note sur une preuve"
NO_NOTES = "Vous n'avez écrit aucune note sur les preuves."
NOT_SHARED_NOTES = "Vos notes sur les preuves ne sont pas partagées."
NEVER_SHARED = "Jamais partagés : vos prochaines actions, votre lien privé et vos réponses précédentes."
CONSENT: dict[tuple[Share, ...], str] = {
    ("result",): "J'accepte de partager mon résultat, tel que montré ici, avec la collecte « {title} ».",
    ("result", "answers"): "J'accepte de partager mon résultat et mes réponses, tels que montrés ici, "
    "avec la collecte « {title} ».",
    ("result", "answers", "notes"): "J'accepte de partager mon résultat, mes réponses et mes notes, tels que montrés "
    "ici, avec la collecte « {title} ».",
}
CONSENT_NEEDED = ("la case n'est pas cochée.", "Cochez-la si vous êtes d'accord. Sinon, rien n'est partagé.")
CONSENT_WHERE = "Votre accord"
DEPOSIT = "Déposer"
DEPOSIT_AGAIN = "Déposer de nouveau"
NOT_DEPOSITED = "Rien n'est déposé pour l'instant"
CHANGED_MEANWHILE = (
    "vos réponses ont changé depuis que cette page est affichée.",
    "Relisez ce qui sera partagé, puis déposez.",
)

DEPOSITED = "C'est déposé"
DEPOSITED_AT = "Déposé le {day} à {time} dans « {title} »."
DEPOSITED_TEXT = "Vous pouvez le retirer à tout moment, ici ou sur « Mon dossier »."
SAME = "Vos réponses n'ont pas changé depuis."
CHANGED = "Vos réponses ont changé depuis. Ce qui est déposé reste comme il était, sauf si vous déposez de nouveau."
WITHDRAW = "Retirer mon dépôt…"
WITHDRAW_SURE = "Votre projet ne sera plus visible dans cette collecte. Votre dossier, lui, reste à vous."
WITHDRAW_NOW = "Retirer mon dépôt"
WITHDRAWN = "Votre dépôt est retiré."
SEE_RESULT = "Voir mon résultat"

ANSWERING_FOR = "Vous répondez pour la collecte « {title} »."
GO_DEPOSIT = "Relire et déposer"
GIVEN = "Vous avez déposé dans la collecte « {title} »."
SEE_DEPOSIT = "Voir mon dépôt"
