"""Fixed French phrases about answering: the short version, the way back to the result, rereading. As in wording.py."""

# --- What one may answer

PART_CHOICES = {
    "project": "De votre projet ({minutes} minutes)",
    "short": "De votre projet, en bref ({minutes} minutes)",
    "organisation": "De votre organisation ({minutes} minutes)",
    "both": "Des deux, en entier ({minutes} minutes)",
}

# --- From the short version to the whole one

GO_WHOLE = "Continuer avec toutes les questions"
GO_WHOLE_TEXT = (
    "C'était la version courte. Elle dit votre étape, mais pas le détail de votre projet. "
    "Toutes les questions prennent environ {minutes} minutes de plus. Vos réponses restent."
)
SETTLED_SHORT_TEXT = (
    "Les questions qui restent ne peuvent plus la changer. Elles disent ce qui est déjà solide. "
    "Continuez, ou passez tout de suite au résultat."
)

# --- Back to the result

BACK_TO_RESULT = "Revenir au résultat"

# --- Rereading

REREAD = "À relire ensemble"
REREAD_PLACE = "Dernier écran avant le résultat"
REREAD_TEXT = (
    "Certaines de vos réponses semblent se contredire. Cela arrive à tout le monde. "
    "Changez l'une d'elles, ou gardez-les : c'est vous qui savez."
)
REREAD_NOTHING = "Vos réponses vont bien ensemble : il n'y a plus rien à relire."
CHANGE = "Changer cette réponse"
LEAVE_AS_IS = "C'est bien ainsi, je garde ces réponses"
STILL = "Ces réponses sont encore à relire."
LEFT = "C'est noté : vous gardez ces réponses."
TOGETHER = "Ces réponses vont maintenant bien ensemble."
