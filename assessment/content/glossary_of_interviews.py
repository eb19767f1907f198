"""The French words for the keys of interview.yaml; see glossary.py."""

INTERVIEW = {
    "InterviewMethod.at_most": "questions montrées au plus",
    "InterviewMethod.opening": "début du guide",
    "InterviewMethod.closing": "fin du guide",
    "InterviewMethod.nothing": "quand rien ne changerait",
    "together": "si tout était montré",
    "motives": "pourquoi demander",
    "lead": "avant ce qui peut changer",
    "effects": "ce qui peut changer",
    "Effects.stage": "étape",
    "Effects.range": "étapes possibles",
    "Effects.consolidated": "étape consolidée",
    "Effects.level": "niveau",
    "level_range": "niveaux possibles",
    "Effects.zone": "zone",
    "Effects.levers": "ordre des aides",
    "Effects.confidence": "confiance",
    "shown": "si la réponse est montrée",
    "with_others": "avec les autres réponses qui manquent",
    "asks": "questions ouvertes",
    "OpenQuestion.ask": "question ouverte",
}
