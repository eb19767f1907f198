"""Keys of lists in, what stands in them out: a noun for one, for several, and its gender."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Thing:
    """What one element of a list is called: a noun, its plural, and whether it is feminine."""

    one: str
    several: str
    feminine: bool = False


#: Key of a list -> what stands in it.
THINGS = {
    "questions": Thing("question", "questions", True),
    "choices": Thing("option", "options", True),
    "screens": Thing("écran", "écrans"),
    "definitions": Thing("définition", "définitions", True),
    "doors": Thing("porte d'entrée", "portes", True),
    "phases": Thing("phase", "phases", True),
    "stages": Thing("étape", "étapes", True),
    "gates": Thing("porte vers", "portes", True),
    "deeds": Thing("fait", "faits"),
    "prerequisites": Thing("acquis", "acquis"),
    "patterns": Thing("profil", "profils"),
    "contradictions": Thing("réponses à relire", "à relire", True),
    "qualification": Thing("qualification", "qualifications", True),
    "lights": Thing("voyant", "voyants"),
    "spread": Thing("écart", "écarts"),
    "levels": Thing("niveau", "niveaux"),
    "zone_statuses": Thing("statut de zone", "statuts de zone"),
    "zones": Thing("zone", "zones", True),
    "signs": Thing("signe", "signes"),
    "types": Thing("type d'organisation", "types"),
    "flags": Thing("remarque", "remarques", True),
    "pairings": Thing("lecture croisée", "lectures croisées", True),
    "levers": Thing("levier", "leviers"),
    "doses": Thing("case", "cases", True),
    "calls": Thing("appel de", "appels"),
    "priorities": Thing("priorité", "priorités", True),
    "needs": Thing("besoin", "besoins"),
    "rules": Thing("règle", "règles", True),
    "groups": Thing("groupe", "groupes"),
    "durations": Thing("durée", "durées", True),
    "modules": Thing("module", "modules"),
    "after": Thing("suite", "suites", True),
    "purposes": Thing("raison d'être", "raisons d'être", True),
    "method": Thing("principe", "principes"),
    "follow_up": Thing("signe", "signes"),
    "motives": Thing("raison de demander", "raisons de demander", True),
    "asks": Thing("question ouverte", "questions ouvertes", True),
    "economies": Thing("modèle socio-économique", "modèles"),
    "supports": Thing("forme de soutien", "formes de soutien", True),
    "examples": Thing("cas", "cas"),
    "kinds": Thing("sorte d'offre", "sortes", True),
    "tags": Thing("étiquette", "étiquettes", True),
    "families": Thing("famille", "familles", True),
    "components": Thing("composante", "composantes", True),
    "items": Thing("ressource", "ressources", True),
    "publications": Thing("publication", "publications", True),
    "figures": Thing("chiffre", "chiffres"),
    "references": Thing("source", "sources", True),
    "jargon": Thing("mot à éviter", "mots à éviter"),
    "verbatim": Thing("clé", "clés", True),
    "accepted": Thing("accord", "accords"),
    "moves": Thing("effet accepté", "effets acceptés"),
    "links": Thing("adresse", "adresses", True),
}

#: Keys that make an identity, the first that are all there.
IDENTITIES = (
    ("id",),
    ("name",),
    ("to",),
    ("dimension", "phase"),
    ("question",),
    ("questions",),
    ("phase",),
    ("change",),
    ("address",),
    ("word",),
    ("key",),
)


def thing(key: str) -> Thing:
    """What stands in the list called *key*."""
    return THINGS.get(key, Thing(key, key))


def identity(key: str, element: Mapping[str, Any]) -> str | None:
    """What tells an element of the list called *key* from its neighbours; None when only its place does."""
    if key == "choices":
        return None
    named = next((names for names in IDENTITIES if all(name in element for name in names)), ())
    return ", ".join(_joined(element[name]) for name in named) or None


def _joined(value: Any) -> str:  # noqa: ANN401 - plain data
    return "_".join(value) if isinstance(value, list | tuple) else str(value)
