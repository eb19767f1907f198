"""Every fixed French phrase that only the PDF says. What all reports say stands in wording.py."""

# --- Parts that only the PDF has

WALL = "La page à garder au mur"
WALL_INTRO = "Trois actions, pas plus. Cochez-les, datez-les, et revenez à cette page avec votre équipe."
ACTIONS = "Mes trois prochaines actions"
ACTION = "Action {number}"
WHO = "Qui"
BY = "Pour le"
DONE = "Fait le"
FIRST_STEPS = "Pour commencer dès cette semaine"
FROM_ADVICE = "D'après la première piste : {title}"
FROM_LEVER = "D'après la première aide : {title}"
OTHER_NEEDS = "Vos autres besoins du moment"
SIGNS = "Signes"
SAME_REASON = "Même raison que plus haut : {title}."
TERMS = "Les mots de ce rapport"
SOURCES = "Les sources"
SOURCES_INTRO = "Les numéros de ce rapport renvoient à ces textes."
SOURCE_NUMBER = "Source {number}"
ANSWER_PLACE = "réponse {question}"
CONTACT = "Contact : {contact}"

# --- Variants

PLAIN = "En quelques mots simples"
LEVERS_FIRST = "Les aides les plus utiles"
LIMITS = "Ce que cette page ne dit pas"

# --- Short forms

ACCORDING_TO = "D'après {answers}"
STATUS_OF_MOST = "État connu, sauf mention contraire : {status}."
RULE = "règle {rule}"
SOURCE, SOURCES_SHORT = "source", "sources"
PARTS = "Parties citées : {parts}"

# --- Links and pictures

LINK_OUT = "Ouvrir la page {address}"
LINK_IN = "Aller à : {place}"
CONSOLIDATED_TOO = "consolidée"
