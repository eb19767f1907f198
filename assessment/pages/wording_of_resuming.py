"""Fixed French phrases about coming back with a file. As in wording.py."""

RESUME = "Reprendre où vous en étiez"
RESUME_TEXT = (
    "Déposez votre rapport (PDF) ou votre fichier de réponses (.json ou .yaml). "
    "Vos réponses reviennent, et le résultat est établi de nouveau."
)
RESUME_LABEL = "Votre rapport ou votre fichier de réponses"
RESUMED = "Vos réponses sont reprises. Vous pouvez continuer, ou revoir votre résultat."
NOT_RESUMED = "Ce fichier ne peut pas être repris"

OURS = "Le fichier de réponses de ce rapport est émis par cette installation et inchangé."
UNVERIFIED = (
    "Origine non vérifiée : ces réponses viennent d'un rapport fait ailleurs, ou changé depuis. "
    "Relisez-les avant de vous y fier."
)
