"""Every fixed French phrase of a report, in one place. No sentence of the method: those are content.

Ordinary spaces and straight apostrophes; the renderers add the typography.
"""

import datetime
from collections.abc import Sequence

from assessment.content.catalogue import Kind
from assessment.report.document import SectionId

# --- The report as a whole

TOOL = "Jalons"
ABOUT_PROJECT = "Où en est votre projet"
SHORT_VERSION = (
    "Ce résultat vient de la version courte, en {count} questions. Il dit l'étape, sans le profil. "
    "Les autres questions préciseraient les conseils."
)
ABOUT_ORGANISATION = "Où en est votre organisation"
ABOUT_DOORS = "Par où commencer"
STAGE_UNKNOWN = "L'étape de votre projet n'est pas encore connue."
LEVEL_OPEN = "Le niveau de votre organisation reste à préciser."
LEVEL_UNKNOWN = "Le niveau de votre organisation n'est pas encore connu."
DOORS_OPEN = "Toutes les portes vous sont ouvertes."
FIRST_DOOR = "Votre première porte : {door}."
SHARED_DOORS = "Vos deux premières portes, à égalité : {doors}."

TITLES: dict[SectionId, str] = {
    "stage": "Votre étape",
    "contradictions": "À relire",
    "to_consolidate": "Ce qui reste à consolider",
    "to_next": "Pour passer à l'étape suivante",
    "zones": "Passages délicats",
    "levers": "Les aides, dans l'ordre",
    "needs": "Vos besoins du moment",
    "recommendations": "Des pistes, avec leur raison",
    "messages": "À noter",
    "organisation": "Votre organisation et ses alliances",
    "doors": "Vos portes d'entrée",
    "confidence": "Ce résultat est-il sûr ?",
    "profile": "Votre profil",
    "method": "La méthode et ses limites",
}
ANSWERS = "Vos réponses"
ESSENTIALS: dict[SectionId, str] = {
    "stage": "À éclaircir",
    "contradictions": "À relire",
    "to_consolidate": "À consolider",
    "to_next": "Pour la suite",
    "zones": "Passage délicat",
    "levers": "Aides utiles",
    "recommendations": "Première piste",
    "organisation": "Organisation",
    "doors": "Porte d'entrée",
    "confidence": "Confiance",
}

# --- Labels

WHY = "Pourquoi"
WHAT = "De quoi il s'agit"
HOW_TO_BEGIN = "Comment commencer"
HOW_LONG = "Durée"
FOR_WHOM = "Pour qui"
GROUP = "Groupe"
OBLIGATIONS = "Obligations"
WITH_WHOM = "Partenaires"
TRIED = "Déjà essayée"
TIMES = "{count} fois, d'après Le RAMEAU"
WHERE = "Où"
SEE_ALSO = "Voir aussi"
KNOWN_STATUS = "État connu"
CHECKED_ON = "Confirmé le"
REMARK = "Remarque"
SOURCE = "Source"
CENTRE_SECTIONS = "Par où entrer"
THEN = ", puis "
SIGN = "Signe"
ADVICE = "Conseil"
WOULD_TELL = "Ce qui le dirait"
YOUR_ANSWERS = "D'après vos réponses"
COULD_SHOW = "Vous pourriez le montrer"

# --- Badges

NOT_KNOWN = "pas encore su"
TO_CHECK = "à vérifier"
PRESENT = "en bonne voie"
NOT_YET = "pas encore"

# --- Answers

NOT_ANSWERED = "Pas encore répondu"
NOTHING_TICKED = "Rien n'est coché"
SHOWN = {"document": "un document à vous", "outside": "un regard extérieur"}

# --- Stage

RANGE = "Selon les réponses qui manquent, votre étape se situe entre {lowest} et {highest}."
DECIDED_BY_ONE = "Une réponse permettrait de trancher."
DECIDED_BY = "Ces réponses permettraient de trancher."
CONSOLIDATED = "Étape consolidée : {stage}"
CONSOLIDATED_MEANS = "C'est l'étape la plus avancée dont tout ce qui est demandé est en place."
CONSOLIDATED_HIGHER = "Elle pourrait être {stage} : des réponses ne sont pas encore connues."
FOR_STAGE = "Pour l'étape : {stage}"
NEXT_STAGE = "L'étape suivante : {stage}. {why}"
TO_NEXT_BY_CHOICE = "Si un jour vous vouliez aller plus loin"
NOTHING_EXPECTED = "La solution reste ici par choix : rien de ce qui suit n'est attendu."
CONTRADICTIONS = "Ce ne sont pas des erreurs : la réponse la plus juste des deux suffit à préciser le résultat."
STAGE_LINE = (
    "Les étapes, dans l'ordre : {stages}. Étape de votre projet : {reached}. Étape consolidée : {consolidated}."
)
STAGE_LINE_RANGE = "Étapes possibles selon les réponses qui manquent : de {lowest} à {highest}."

# --- Recommendations and levers

GROUPS: dict[Kind, str] = {
    "format": "Se former",
    "course": "Se former",
    "mooc": "Se former",
    "parcours": "Se former",
    "module": "Choisir un sujet",
    "centre": "S'informer",
    "community": "Rencontrer des pairs",
    "method": "Travailler avec un accompagnateur",
}

# --- Profile

LEVEL_UNKNOWN_IN_PROFILE = "pas encore connu"
PROFILE_SPREAD = "Profil {spread}."
PROFILE_MEANS = (
    "Chaque point dit l'étape à laquelle ressemble cette dimension. La bande marque l'étape de votre projet."
)
STRENGTHS = "Atouts en réserve"
STRENGTHS_MEANS = "Nettement en avance sur votre étape, de quoi vous appuyer :"
FRAGILE = "Points fragiles"
FRAGILE_MEANS = "En deçà de votre étape, pour l'instant :"
LIGHTS = "Les trois dimensions d'une innovation"
ON_ONE_ANSWER = "sur une seule réponse"
PROFILE_ROW = "{label} : {level}"
PROFILE_HERE = "Étape de votre projet : {stage}"

# --- Organisation, doors, confidence, method

LEVEL = "Niveau : « {level} »"
LEVEL_AT_LEAST = "Niveau : « {level} », au moins"
LEVEL_RANGE = "Selon les réponses qui manquent, votre niveau se situe entre « {lowest} » et « {highest} »."
PRACTICES = "Vos pratiques"
DOOR_SECTION = "Rubrique"
CONFIDENCE = "Confiance {level}"
MATRIX = "L'ordre des aides"
OFFERS = "Les offres citées"
LIMITS = "Ce que ce résultat ne dit pas"

# --- Pictures

LEGEND_CONSOLIDATED = "étape consolidée"
LEGEND_REACHED = "étape de votre projet"
LEGEND_RANGE = "possible selon les réponses qui manquent"
LEGEND_WANTED = "étape de votre projet"
LEGEND_AT_LEAST = "à cette étape ou au-delà"
LEGEND_BELOW = "en deçà"
LEGEND_ONE_ANSWER = "entouré : une seule réponse"
LEGEND_UNKNOWN = "pas encore su"

# --- Pages

PAGE = "page {page} sur {pages}"
CUT = "…"
ATTACHMENT_NAME = "jalons-reponses.json"
ATTACHED = "Elles sont aussi jointes à ce document, dans {name} : ouvrez-le dans Jalons pour les reprendre."
ATTACHMENT = "Vos réponses, à rouvrir dans Jalons"
AND_OTHERS = "et {count} autres"
AND_ONE_OTHER = "et 1 autre"

# --- Sources

OUR_CHOICE = "choix des auteurs de Jalons"

_VOWELS = frozenset("aàâeéèêiîoôuy")
#: Words that begin an aside, which a comma sets apart from « parce que ».
_ASIDES = frozenset({"face", "pour", "quand", "sur"})
_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def because(reason: str) -> str:
    """« Parce que … », said as in French before a vowel.

    >>> because("il vous manque un avis")
    "Parce qu'il vous manque un avis."
    >>> because("pour une association, ce centre aide")
    'Parce que, pour une association, ce centre aide.'
    """
    if reason.split(" ", 1)[0] in _ASIDES:
        return f"Parce que, {reason}."
    return f"Parce qu'{reason}." if reason[:1].lower() in _VOWELS else f"Parce que {reason}."


def told_day(day: datetime.date) -> str:
    """A date in French.

    >>> told_day(datetime.date(2026, 5, 1))
    '1er mai 2026'
    """
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


def others(count: int) -> str:
    """« et 3 autres »."""
    return AND_ONE_OTHER if count == 1 else AND_OTHERS.format(count=count)


def listed(words: Sequence[str]) -> str:
    """Words joined as in a sentence.

    >>> listed(["besoin", "solution", "essais"])
    'besoin, solution et essais'
    """
    return " et ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def capital(text: str) -> str:
    """*text* with a capital first letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """*text* with a small first letter, unless its first word is an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
