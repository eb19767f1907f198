"""Words of whoever reads a project again: an interview guide, projects side by side. Ordinary spaces; see report/."""

NOT_ANSWERED = "Pas encore répondu"
NOTHING_TICKED = "Rien n'est coché"
UNKNOWN = "pas encore connue"
STAGE = "Étape d'après les réponses : {stage}."
#: As the project says it, and as whoever reads it again does.
BLOCKS = ("Ce qui bloque, selon le projet", "Ce qui bloque, d'après votre lecture")
ASKED = ("Aide demandée", "Aide demandée, d'après votre lecture")
HELP_USEFUL = "Aides utiles d'abord, d'après ses réponses"
STAGE_UNKNOWN = "L'étape du projet n'est pas encore connue."
NOT_THERE = "sans objet"
OR = " ou "
AND_ALSO = ", et "
QUOTED = "« {words} »"
