"""French words of the page of the coach: the group, the programme, the parcours, what to take away."""

PROGRAMME = "Programme"
TITLE = "Composer un programme"
TITLE_OF = "Programme : {title}"
LEAD = "{people}. Niveau du groupe : {level}."
LEAD_UNKNOWN = "{people}. Personne n'a dit le niveau de son organisation : nous partons de « {level} »."
PEOPLE, ONE = "{count} participants", "1 participant"
BACK = "Revenir à la collecte"
NOBODY = "Personne n'a encore répondu à cette collecte. Le programme se composera dès les premières réponses."
NOT_A_GROUP = "Cette collecte est un appel à projets. Vous pouvez tout de même composer un programme avec ses projets."

# --- Without a gathering

DROP_TEXT = (
    "Déposez les fichiers de réponses de vos participants : comptes rendus PDF ou fichiers de réponses. "
    "Rien n'est gardé : fermez cet onglet et tout disparaît."
)
DROP = "Les fichiers de vos participants, sans rien garder"
DROP_OR = "Pour garder le programme et inviter des participants par un lien, créez plutôt une collecte."
TO_GATHERINGS = "Créer une collecte"
READING = "Lecture des fichiers…"
NOT_READ = "Ces fichiers n'ont pas pu être lus"
NOT_KEPT = "Rien n'est gardé : prenez vos documents avant de fermer cet onglet."
SEVERAL_EDITIONS = ("ces réponses viennent de plusieurs éditions.", "Composez un programme par édition.")
FILES_WHERE = "fichiers"
TOO_MANY = ("il y a plus de {most} fichiers.", "Composez le programme en plusieurs groupes.")

# --- The group

CONTENTS = "Sur cette page"
GROUP = "Le groupe"
ADVICE = "Ce que la méthode conseille"
LEVELS, STAGES, TYPES, DOORS = "Niveaux", "Étapes des projets", "Organisations", "Façons de commencer"
NEEDS, LEVERS, BLOCKS = "Besoins partagés", "Aides utiles d'abord", "Ce qui bloque"
UNKNOWN, KEPT = "Pas encore connu", "Non partagé"
OTHERS = "Voir les autres"
NOTHING_SHARED = "Rien n'est partagé par plusieurs personnes."
NO_RANK = "Ces nombres comptent des personnes. Être au début d'un projet n'est pas un défaut."
PEERS = "Qui pourrait aider qui"
PAIRS, TRIOS = "Binômes proposés", "Trios pour travailler entre pairs"
PAIR = "{helper} aide {helped}"
NO_PAIR = "Les réponses ne font apparaître aucun binôme : personne n'est avancé là où un autre commence."
UNPAIRED = (
    "Sans binôme, pour ne pas tout demander aux mêmes : {participants}. "
    "Pour eux, invitez {helpers} à raconter devant tous."
)
NO_TRIO = "Sans trio proposé : {participants}. Chacun rejoint le trio de son choix, qui travaille alors à quatre."
SOURCE = "Source : {source}"
DIVISION = "Ce qui partage le groupe"
AHEAD, BEGINS = "De l'avance", "Au début"
NO_DIVISION = "Rien ne partage nettement le groupe."

# --- The programme

DAYS = "Le programme"
LENGTH = "Durée"
LENGTHS = {"discovery": "Journée découverte", "1": "1 jour", "2": "2 jours", "3": "3 jours"}
HOURS = "Heures de travail par jour, pauses comprises et repas à part"
SERVED = "Ce programme répond à {met} besoins sur {total}, pour {people} sur {everybody}."
NOT_SERVED = "Aucune séquence ne répond aux besoins de : {participants}."
NO_NEED = "Le résultat de ces personnes ne propose aucun module : {participants}."
CANNOT = "Ces souhaits ne peuvent pas tous tenir"
CHANGED_BY = "Avec ce changement"
AGAINST = "Par rapport à votre programme"
GAINED, LOST = "Besoins gagnés", "Besoins perdus"
SAME = "Les mêmes besoins sont servis."
WATCH = "À surveiller"
YOURS = "Ce programme est le vôtre : rien n'y change sans votre accord."
PROPOSE = "Proposer à nouveau"
PROPOSED = "Une nouvelle proposition"
PROPOSED_TEXT = "Avec vos souhaits et les réponses d'aujourd'hui, nous proposerions : {modules}."
TAKE, KEEP = "Prendre cette proposition", "Garder mon programme"
UNDO = "Annuler le dernier changement"
SAVED_HERE = "Vos changements sont gardés dans la collecte."
ONLY_LOOK = "Ce lien permet de regarder : vos essais ne sont pas gardés."
NOT_SAVED = "Ce changement n'est pas encore gardé"
CONFLICT = "Le programme a été changé ailleurs entre-temps"
CONFLICT_TEXT = "Choisissez la version à garder. L'autre reste dans l'historique de la collecte."
THEIRS, MINE = "Prendre la version gardée", "Garder la mienne"
TRY_AGAIN = "Réessayer"

DAY = "Jour {number}"
DAY_TIME = "{worked} sur {there}"
DATE, BEGINS_AT = "Date", "Début"
MODULE_OF = "Module {module}"
THEORY, PRACTICE = "{length} d'apports", "{length} de pratique"
FOR = "Pour {participants}"
FOR_NOBODY = "Ajouté par vous : aucune réponse ne l'appelle."
HOW = "Pour qui, pourquoi, comment"
WHY = "Pour qui, et pourquoi"
AIM, WHAT, TOGETHER, MATERIAL, ASK = "But", "Ce qui se fait", "Qui avec qui", "Matériel", "Questions à poser"
UNTIL_NEXT = "Avant la journée suivante"
ANSWERS = "Les réponses du groupe, matière du travail"
NO_ANSWER = "Ne sait pas"
BRING = "Apportent leurs réponses s'ils le veulent, car ils ne les partagent pas : {participants}."
ABOVE = "Au-dessus du niveau de {participants}"
SERVES_HERE = "{title} : {participants}"
BESIDE = "Groupe {number}"
AGAIN = "{title} (suite)"
BETWEEN = "D'un jour à l'autre"

#: What the browser's own buttons and fields say.
TABLE_WORDS = {
    "up": "Monter",
    "down": "Descendre",
    "change": "Changer",
    "close": "Fermer",
    "drop": "Retirer",
    "title": "Titre",
    "minutes": "Minutes",
    "split": "Faire un groupe en parallèle",
    "split_on": "L'autre groupe travaille sur",
    "rejoin": "Réunir le groupe",
    "group": "Groupe",
    "who": "Qui est dans quel groupe",
    "nowhere": "Aucun",
    "add": "Ajouter une séquence",
    "what": "Quoi",
    "how_long": "Combien de temps",
    "do_add": "Ajouter",
    "which": "{verb} : {title}",
    "modules": "Modules",
    "moments": "Moments",
    "wish": "Votre souhait pour {title}",
    "date": DATE,
    "begins": BEGINS_AT,
}
#: What can be added to a day, beside modules.
KINDS = {
    "pause": "Une pause",
    "libre": "Une séquence à vous",
    "ouverture": "Une ouverture",
    "cloture": "Une clôture",
}
MODULES = "Les 17 modules : retenus, écartés, et pourquoi"
MODULES_TEXT = "Gardez ou écartez un module : la proposition en tient compte."
IN_IT = "Au programme"
WISHES = {"": "Selon les besoins", "imposed": "À garder", "excluded": "À écarter"}
NEEDED_BY = "{count} personnes en ont besoin"
NEEDED_BY_ONE = "1 personne en a besoin"
OWN_TITLE = "Votre séquence"

# --- What comes after, the parcours

AFTER = "Ce qui vient ensuite"
FOLLOW_UP_ON = "Date proposée pour le point d'étape : {day}."
PARCOURS = "Un parcours d'expérience"
PARCOURS_FOR = "Pour {fewest} à {most} participants, pendant {months} mois. {in_pairs}"
PARCOURS_OFFERED = "Leur propre résultat le propose à : {participants}."
PARCOURS_NOBODY = "Aucun résultat du groupe ne le propose pour l'instant."
FIRST_SESSION = "Date de la première session"
LAY_OUT = "Poser le calendrier"
CLEAR = "Retirer ce calendrier"
TOO_LONG = "Ce calendrier dépasse {months} mois."
STEPS_WORDS = {
    "date": "Le",
    "to": "au",
    "title": "Étape",
    "drop": "Retirer",
    "add": "Ajouter une étape",
    "own": "Votre étape",
    "first": FIRST_SESSION,
    "lay_out": LAY_OUT,
    "which": "{verb} : {title}",
}
OPTIONAL, MANDATORY = "facultatif", "obligatoire"
YOUR_OWN = "Ajouté par vous"
UNTIL = "jusqu'au {until}"

# --- What to take away

TAKE_AWAY = "Emporter"
TAKE_AWAY_TEXT = "Ces documents disent le programme tel qu'il est ci-dessus."
CALLED, CALLED_EXAMPLE = "Titre de la form'action", "Par exemple : Nouer des alliances en vallée"
PLACE, CONTACT = "Lieu", "Contact pour les questions"
FOR_COMMISSIONER = "Pour le commanditaire (PDF)"
FOR_FACILITATOR = "Guide de l'animateur (PDF)"
FOR_PARTICIPANTS = "Pour les participants (PDF)"
AS_TEXT = "À continuer dans un traitement de texte (DOCX)"
AS_CALENDAR = "Agenda de la form'action (ICS)"
PARCOURS_CALENDAR = "Agenda du parcours (ICS)"
NEEDS_DATE = "Donnez la date du premier jour pour obtenir l'agenda."


def people(count: int) -> str:
    """« 12 participants »."""
    return ONE if count == 1 else PEOPLE.format(count=count)


def minutes(count: int) -> str:
    """How long, in hours and minutes.

    >>> minutes(45), minutes(60), minutes(405)
    ('45 min', '1 h', '6 h 45')
    """
    hours, left = divmod(count, 60)
    return f"{left} min" if not hours else f"{hours} h {left:02}" if left else f"{hours} h"
