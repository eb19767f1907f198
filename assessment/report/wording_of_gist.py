"""The fixed French words of the gist of a report: its first screen, and the page in the plainest words."""

from assessment.report.document import SectionId

#: Sections whose gist stands on the first screen, in order, and what each is called there.
FIRST_SCREEN: dict[SectionId, str] = {
    "contradictions": "À relire",
    "stage": "À éclaircir",
    "to_consolidate": "À consolider",
    "to_next": "Pour l'étape suivante",
    "zones": "Passage délicat",
    "levers": "Première aide",
    "recommendations": "Première piste",
    "organisation": "Votre organisation",
}
GROUPED = "{group} : {text}"
TO_GROW = "À faire grandir"
UNSURE = "{text} ({unsure})"
NEXT_IF_WANTED = "Si vous vouliez aller plus loin"

# --- En clair

WHERE_YOU_ARE = "Où vous en êtes"
WHAT_IS_GOOD = "Ce qui va bien"
WHAT_IS_MISSING = "Ce qui manque"
WHAT_TO_DO = "Par quoi commencer"
WHO_CAN_HELP = "Qui peut aider"
TO_REMEMBER = "À retenir"
PLAIN_STAGE_UNKNOWN = "Nous ne savons pas encore où en est votre projet."
PLAIN_LEVEL_UNKNOWN = "Nous ne savons pas encore où en est votre organisation."
PLAIN_OPEN = "Des réponses manquent, et le résultat peut changer."
PLAIN_ANSWER_MORE = "Répondez à d'autres questions."
PLAIN_STAYS_HERE = "Vous avez choisi de rester ici, et c'est bien."
PLAIN_ALL_DOORS = "Vous pouvez commencer comme vous voulez."
PLAIN_TALK = "Parlez de ce résultat avec une autre personne."
