"""Fixed French phrases about the next actions of a person. As in wording.py."""

from assessment.engine.actions import Action
from assessment.report.wording import told_day

TITLE = "Vos prochaines actions"
INTRO = (
    "Choisissez trois actions au plus : dans ce résultat, ou avec vos mots. "
    "Elles vont dans votre rapport, et vous les retrouvez à votre prochaine visite."
)
ACTION = "Action {key}"
WHAT = "Quoi ?"
WHO = "Qui ?"
WHO_HELP = "Un prénom suffit."
BY = "Pour quand ?"
FOR_DAY = "pour le {day}"
YOUR_WORDS = "Dans vos mots : que ferez-vous ?"
DONE = "C'est fait"
REMOVE = "Retirer"
WHICH = "{verb} : action {key}"
TAKE = "J'en fais une prochaine action"
TAKEN = "C'est dans {link}."
TAKEN_LINK = "vos prochaines actions"
FULL = "Vous avez déjà trois actions, et c'est bien assez. Pour prendre celle-ci, retirez-en une ou marquez-la faite."
ENOUGH = "Trois actions : c'est bien assez pour commencer."
NO_WORDS = "Écrivez quelques mots, ou retirez cette action."
PAST = "Ce jour est passé. Choisissez aujourd'hui ou un jour à venir."
WAS_DONE = "Bravo, une action de faite."
WAS_REMOVED = "L'action est retirée."
UNDO = "La remettre dans la liste"
NEWS = "Ces actions ont changé dans un autre onglet ou sur un autre appareil. Les voici telles qu'elles sont."
DONE_ONE = "1 action déjà faite"
DONE_MANY = "{count} actions déjà faites"
CHANGE_THEM = "Les revoir ou les changer"
#: What a line of the result becomes, when an action is made of it.
TO_PUT_IN_PLACE = "À mettre en place : {what}"
TO_BEGIN = "{title} : {first}"


def told(action: Action) -> tuple[str, str]:
    """What is to be done; by whom and for when, which may be nothing.

    >>> told(Action("Appeler la mairie", "Anna"))
    ('Appeler la mairie', 'Anna')
    """
    day = FOR_DAY.format(day=told_day(action.by)) if action.by else None
    return action.what, " · ".join(filter(None, (action.who, day)))


def counted(done: int) -> str:
    """How many were done."""
    return DONE_ONE if done == 1 else DONE_MANY.format(count=done)
