"""Fixed French phrases about earlier results of the same dossier. As in wording.py."""

EARLIER = "Ce qui a changé"
TITLE = "Ce qui a changé"
SINCE = "Ce qui a changé depuis le {day}"
LEAD = "Vos réponses d'aujourd'hui, à côté de celles du {day}. Rien n'est jugé : voici seulement les faits."
CHOOSE = "Comparer avec le résultat du"
NOTHING_YET = "Pas encore de résultat plus ancien"
NOTHING_YET_TEXT = (
    "Jalons garde la date de chaque résultat que vous regardez. "
    "Revenez un autre jour : vous verrez ici ce qui a changé entre-temps."
)
NOT_KEPT_TEXT = "Il faut un dossier enregistré pour comparer deux jours. Vos réponses d'ici n'y sont pas."
SEE_RESULT = "Revenir au résultat"
THEN = "Le {day}"
NOW = "Aujourd'hui"
REVIEW = "Revoir cette question"

ANSWERS = "Dans vos réponses"
SAME_ANSWERS = "Vos réponses sont les mêmes que le {day}."
CHANGED = "Réponses changées"
GIVEN = "Réponses données depuis"
TAKEN_BACK = "Réponses retirées, ou qui n'ont plus lieu d'être"
SHOWN = "Ce que vous pourriez montrer"
ABOUT = "Le projet lui-même"
MORE = "Voir les {count} réponses"
LEFT = "Réponses que l'édition d'aujourd'hui ne reprend pas"
LEFT_TEXT = "Leur question n'existe plus, ou ses choix ne sont plus les mêmes. Elles restent dans votre dossier."

RESULT = "Dans le résultat, du fait de vos réponses"
RESULT_TEXT = "Les mêmes questions et les mêmes règles servent pour les deux jours. Seules vos réponses diffèrent."
SAME_RESULT = "Le résultat est le même que le {day}."

EDITION = "Dans le résultat, du fait de l'édition"
EDITION_TEXT = (
    "Une édition réunit les questions et les règles d'une période. "
    "Voici vos réponses du {day}, lues avec chacune des deux éditions."
)
STAYS = "Votre dossier reste sur l'édition où il a commencé : son résultat ne change pas."
SAME_EDITION_RESULT = "Ces réponses donnent le même résultat avec les deux éditions."
EDITION_LEFT = "Réponses que la nouvelle édition ne reprend pas"
REWORDED = "Réponses dont les mots ont changé"
REWRITTEN = (
    "Les questions ou les règles de cette édition ont été modifiées depuis que votre dossier a commencé. "
    "Nous ne pouvons donc plus refaire le résultat exact du {day}. "
    "Ci-dessus, les deux jours suivent les règles d'aujourd'hui."
)
GONE = (
    "L'édition qui servait le {day} n'est plus sur ce serveur, ou elle a été modifiée. "
    "Nous ne pouvons donc pas dire ce que la nouvelle édition change. "
    "Ci-dessus, les deux jours suivent les règles d'aujourd'hui."
)
