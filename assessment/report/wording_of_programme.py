"""Every fixed French phrase of the documents about a form'action: for whoever orders it, leads it or takes part.

No sentence of the method: those are content. Ordinary spaces and straight apostrophes; renderers add the typography.
"""

import datetime

from assessment.report import wording
from assessment.report.programme_document import Audience

# --- The document

KICKERS: dict[Audience, str] = {
    "commanditaire": "Proposition de form'action",
    "animation": "Guide de l'animateur",
    "participants": "Votre form'action",
}
#: Names of files, without what tells their kind.
FILES: dict[Audience, str] = {
    "commanditaire": "form-action-commanditaire",
    "animation": "form-action-animation",
    "participants": "form-action-participants",
}
CALENDAR_FILE = "form-action"
DISCOVERY = "Une journée découverte"
ONE_DAY, SEVERAL_DAYS = "Une journée de form'action", "{count} jours de form'action"
PEOPLE, ONE_PERSON = "{count} participants", "1 participant"
CONTACT = "Contact : {contact}"
CAUTION = (
    "Ce guide nomme des personnes et dit ce qu'elles ont accepté de partager. "
    "Il est pour l'animateur : ne le distribuez pas."
)

# --- Days

DAY = "Jour {number}"
SPAN = "de {begins} à {ends}"
HOURS = "{begins} – {ends}"
TIMETABLE = ("Heure", "Séquence", "Apports et pratique")
THEORY, PRACTICE = "{length} d'apports", "{length} de pratique"
MEAL = "{title}, hors du temps de travail"
CONTINUED = "{title} (suite)"
BESIDE = "En même temps, un autre groupe : {title}"
BESIDE_NAMED = "En même temps, un autre groupe ({participants}) : {title}"

# --- For whoever orders it

OBJECTIVES = "Ce que le groupe saura faire"
GROUP_IN_FIGURES = "Le groupe, en chiffres"
IN_FIGURES_INTRO = "Aucun nom, aucune réponse : seulement des nombres, tirés des résultats que chacun a partagés."
PEOPLE_FIGURE, MODULES_FIGURE = "participants", "modules choisis sur {total}"
NEEDS_FIGURE, PRACTICE_FIGURE = "besoins servis sur {total}", "de pratique dans les modules"
STAGE_HEAD = ("Étape du projet", "Participants")
LEVEL_HEAD = ("Niveau d'alliance", "Participants")
NEED_HEAD = ("Les besoins les plus partagés, tels que dits à chacun", "Participants")
FEW = "1 ou 2"
NOT_KNOWN = "Pas encore connu"
METHOD = "La démarche"
AFTERWARDS = "Ce qui vient ensuite"
WORTH = "Comment savoir si cela a servi"
SOURCES = "D'où cela vient"
FOR_HOW_MANY = "répond à un besoin de {people}"
PAUSE_IN_IT = "Une pause est comprise."
FOR_WISH = "ajouté à la demande"

# --- For whoever leads it

GROUP = "Le groupe"
NEEDS_SHARED = ("Besoin partagé", "Qui")
LEVELS_HELD = ("Niveau", "Qui")
STAGES_HELD = ("Étape", "Qui")
BLOCKS_HELD = ("Ce qui bloque", "Qui")
DIVIDED = "Ce qui partage le groupe"
DIVIDED_HEAD = ("Sujet", "Qui")
AHEAD_AND_BEGINS = "En avance : {ahead}. Au début : {begins}."
PEERS = "Qui pourrait aider qui"
PEERS_HEAD = ("Binôme", "Pourquoi")
PAIR = "{helper} aide {helped}"
TRIOS_HEAD = ("Trio", "Pourquoi")
PREPARE = "Avant de commencer"
SAID_BEFORE = "Chacun reçoit cette demande : {text}"
MATERIAL_OF = "{title} : {material}"
AIM, TOLD, PRACTISED, TOGETHER = "But", "Ce qui se dit", "Ce qui se fait", "Qui avec qui"
MATERIAL, ASK, FURTHER = "Matériel", "À demander", "Pour aller plus loin"
PRESENT = "Groupe"
CASES, SERVES, ABOVE = "Cas du groupe", "Pour qui, d'après leur résultat", "Au-dessus du niveau de"
STEPS, STEP = "Déroulé de la pratique", "{length} : {text}"
ATTENTION, UNTIL_NEXT, HELPERS = "À surveiller", "Travail d'après", "Binômes utiles ici"
WHAT_HAPPENS, RULES = "Ce qui s'y passe", "Règles proposées au groupe"
WITH_LENGTH = "{label} ({length})"
CASE = "{participant} : {answers}"
ANSWER = "« {answer} » ({question})"
AND_OTHERS_TOO = "Et {count} autres, qui ont aussi répondu."
AND_ONE_TOO = "Et 1 autre, qui a aussi répondu."
KEEP_THEIRS = "{participants} : réponses non partagées, à apporter par qui le souhaite."
SERVED = "{because} Pour : {participants}."
ASKED_FOR = "Ce module a été ajouté à la demande."
PAIR_UP = "{participants}. Prévoyez un binôme avec quelqu'un de plus avancé."
PARALLEL = "En même temps : {title}"
LEFT_OUT = "Les modules écartés, et pourquoi"
LEFT_OUT_HEAD = ("Module", "Pourquoi")

# --- For those who take part

BEFORE = "Avant de venir"
BRING_FOR = "{bring} Pour : {title}."
BETWEEN_US = "Entre nous"
AFTER_DAY = "{title} : {what}"
AFTER_DAYS = "Et pour garder l'élan :"
YOUR_NEXT = "Et après"

# --- The calendar

CALENDAR_DAY = "{title}, jour {number}"
FOLLOW_UP = "{title}, point d'étape"
PARCOURS = "Parcours d'expérience"
AIM_LINE = "But : {text}"
MATERIAL_LINE = "Matériel : {text}"
TO_DO_LINE = "Ce qui se fait : {text}"
LASTS = "Durée : {length}."
OPTIONAL = "Facultatif."
MANDATORY = "Présence obligatoire."


_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def whole_date(day: datetime.date) -> str:
    """A date with its day of the week.

    >>> whole_date(datetime.date(2027, 1, 12))
    'mardi 12 janvier 2027'
    """
    return f"{_WEEKDAYS[day.weekday()]} {wording.told_day(day)}"


def length(minutes: int) -> str:
    """How long something lasts.

    >>> length(45), length(60), length(75)
    ('45 min', '1 h', '1 h 15')
    """
    hours, left = divmod(minutes, 60)
    if not hours:
        return f"{left} min"
    return f"{hours} h {left:02}" if left else f"{hours} h"


def days(count: int) -> str:
    """« Une journée de form'action », « 2 jours de form'action »."""
    return ONE_DAY if count == 1 else SEVERAL_DAYS.format(count=count)


def people(count: int) -> str:
    """« 1 participant », « 12 participants »."""
    return ONE_PERSON if count == 1 else PEOPLE.format(count=count)


def few(count: int) -> str:
    """A number of people that points at nobody: of one or two, no more is said."""
    return FEW if 0 < count < 3 else str(count)


def sentence(text: str) -> str:
    """*text* with a capital and a full stop."""
    return stopped(text[:1].upper() + text[1:])


def stopped(text: str) -> str:
    """*text* with a full stop; its beginning, which may be a name, stays as it is."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def few_people(count: int) -> str:
    """« 1 ou 2 participants », « 12 participants »."""
    return PEOPLE.format(count=few(count))
