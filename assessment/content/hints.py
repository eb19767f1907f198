"""Models in, a French sentence out: what an editor shows to whoever writes one by hand."""

#: Model -> what it is, in a few words, and how it is written.
HINTS = {
    "AnswerTest": (
        "La réponse à une question",
        "is, in et includes comparent des numéros d'option, at_least et at_most des niveaux ; empty: rien de coché.",
    ),
    "DimensionTest": (
        "Le niveau d'une dimension du projet",
        "De 1 à 5, avec at_least ou at_most ; below: reached compare avec l'étape atteinte.",
    ),
    "StageTest": (
        "L'étape du projet",
        "reached : l'étape atteinte ; consolidated : l'étape consolidée ; above: consolidated : en avance.",
    ),
    "MissingTest": (
        "Ce qui manque sur une question",
        "Pour une étape déjà atteinte (towards: consolidate), la suivante (next), ou l'une des deux (any).",
    ),
    "TypeTest": ("Le type de l'organisation", "Un identifiant, ou une liste ; aucun : pas de type."),
    "LevelTest": ("Le niveau de l'organisation", "Un identifiant, ou une liste."),
    "PracticeTest": ("Le niveau d'une dimension de l'organisation", "De 1 à 3, avec at_least ou at_most."),
    "BodyTest": (
        "L'ensemble des pratiques de l'organisation",
        "La médiane basse des réponses notées, de 1 à 3, avec at_least ou at_most.",
    ),
    "CountTest": (
        "Combien de questions, ou de pratiques",
        "Au moins how_many d'entre elles ont un niveau at_least ou at_most.",
    ),
    "ConfidenceTest": ("La confiance dans un résultat", "Du projet (project) ou de l'organisation (organisation)."),
    "PatternTest": ("Un profil particulier du projet", "Son identifiant, dans placement.yaml."),
    "ZoneTest": ("Le statut d'une zone de risque", "Avec is: devant, dedans ou franchie."),
    "LeverTest": ("Le rang d'un levier", "À partir de 1, avec at_least ou at_most."),
    "NeedTest": ("Un besoin dans une dimension", "Vrai quand le projet y a un besoin."),
    "KnownTest": ("Ce qui est connu", "project, organisation, type ou level : jamais incertain."),
    "RecommendedTest": ("Ce qui est déjà recommandé", "Une ressource, ou une sorte de ressource."),
    "All": ("Toutes ces conditions", "Une liste de conditions, toutes vraies."),
    "Any_": ("Au moins une de ces conditions", "Une liste de conditions, dont une vraie au moins."),
    "Not": ("Le contraire", "Une condition qui ne doit pas être vraie."),
    "Question": ("Question", "Un fait observable, et un seul."),
    "Choice": ("Option", "Son numéro est sa place, à partir de 1. Une option nouvelle se place à la fin."),
    "Requirement": ("Niveau demandé à une question", "missing complète la phrase « il manque… »."),
    "Gate": ("Porte vers une étape", "Les faits nomment l'étape, les acquis disent si elle est consolidée."),
    "Zone": ("Zone de risque", "Le passage à la sortie d'une étape, avec au moins deux signes."),
    "Rule": (
        "Règle",
        "Si « when » est vrai : recommander, nommer un levier, dire un message ou écarter. because complète "
        "« parce que… ».",
    ),
    "Item": ("Ressource", "checked : le jour où une personne l'a vérifiée ; sans lui, elle est « à vérifier »."),
    "Example": ("Cas d'école", "Des réponses, et ce qui doit en sortir avec les mots de « jalons assess --json »."),
}
CONDITION = ("Condition", "Un sujet, et un seul, avec une comparaison ; all, any et not les assemblent.")
SOURCED = "Commence par une source du catalogue ; plusieurs se séparent par « ; ». Sinon : choix de conception."
REASON = "Obligatoire pour un choix de conception : pourquoi, en une ou deux phrases."
ANSWERS = "Des numéros d'option ; x veut dire « ne sait pas »."
