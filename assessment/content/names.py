"""Files that were read in, every id that content may name out, and what is told when a name is not there."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assessment.content.catalogue import Catalogue, merge
from assessment.content.conditions import Written
from assessment.content.placement import Placement
from assessment.content.questionnaire import Question, Questionnaire
from assessment.content.reading import one_of
from assessment.content.yaml_text import Step, YamlText


@dataclass(frozen=True)
class File:
    """A content file: its name in the edition, its text and the model read from it."""

    name: str
    text: YamlText
    model: Written


@dataclass(frozen=True)
class Names:
    """Every id that content may name."""

    files: tuple[File, ...]

    @cached_property
    def models(self) -> dict[str, Written]:
        """The model of each file."""
        return {file.name: file.model for file in self.files}

    @cached_property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """The parts."""
        return tuple(file.model for file in self.files if isinstance(file.model, Questionnaire))

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by id."""
        return {question.id: question for part in self.questionnaires for question in part.questions}

    @cached_property
    def placement(self) -> Placement:
        """The placement method."""
        return self.models["placement.yaml"]

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue, its files joined."""
        return merge(file.model for file in self.files if isinstance(file.model, Catalogue))

    @cached_property
    def placing(self) -> frozenset[str]:
        """Questions that may place a project: those of its scored screens."""
        project = self.models["project.yaml"]
        return frozenset(
            question.id for screen in project.screens if screen.scored for question in project.on_screen(screen.id)
        )

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        """Kind of name -> the names there are."""
        placement, levers, doors = self.placement, self.models["levers.yaml"], self.models["doors.yaml"]
        project, organisation = self.models["project.yaml"], self.models["organisation.yaml"]
        named = {
            "question": self.questions,
            "dimension": [screen.id for screen in project.screens if screen.scored],
            "practice": [screen.id for screen in organisation.screens if screen.scored],
            "stage": [stage.id for stage in placement.stages],
            "phase": [phase.id for phase in placement.phases],
            "type": [*(kind.id for kind in placement.types), "aucun"],
            "level": [level.id for level in placement.levels],
            "pattern": [pattern.id for pattern in placement.patterns],
            "zone": [zone.id for zone in placement.zones],
            "lever": [lever.id for lever in levers.levers],
            "door": [door.id for door in doors.doors],
            "item": [item.id for item in self.catalogue.items],
            "kind": [kind.id for kind in self.catalogue.kinds],
            "tag": [tag.id for tag in self.catalogue.tags],
            "family": [family.id for family in self.catalogue.families],
            "component": [component.id for component in self.catalogue.components],
            "reference": [reference.id for reference in self.catalogue.references],
            "confidence": [level.id for level in placement.confidence.levels],
            "status": [status.id for status in placement.zone_statuses],
        }
        return {kind: frozenset(names) for kind, names in named.items()}


#: What a missing name is called, in French.
CALLED = {
    "question": "aucune question",
    "dimension": "aucune dimension du projet",
    "practice": "aucune dimension de l'organisation",
    "stage": "aucune étape",
    "phase": "aucune phase",
    "type": "aucun type d'organisation",
    "level": "aucun niveau d'organisation",
    "pattern": "aucun profil particulier",
    "zone": "aucune zone",
    "lever": "aucun levier",
    "door": "aucune porte d'entrée",
    "item": "rien dans le catalogue",
    "kind": "aucune sorte d'offre",
    "tag": "aucune étiquette",
    "family": "aucune famille",
    "component": "aucune composante",
    "reference": "aucune source",
    "confidence": "aucun degré de confiance",
    "status": "aucun statut de zone",
    "screen": "aucun écran de ce questionnaire",
    "definition": "aucune définition de ce questionnaire",
}
#: Where to look when no name is near and there are too many to list.
LOOK = {
    "question": "Cherchez-la dans project.yaml, organisation.yaml ou doors.yaml.",
    "item": "Cherchez l'identifiant dans le dossier catalogue.",
    "component": "Cherchez-la dans catalogue/formats.yaml.",
    "definition": "Écrivez-la sous « definitions », dans ce questionnaire.",
    "family": "Cherchez-la dans le dossier catalogue.",
    "screen": "Cherchez-le sous « screens », dans ce questionnaire.",
}
#: Path below the part, code, what, remedy.
Found = Iterator[tuple[tuple[Step, ...], str, str, str]]


def missing(kind: str, given: Iterable[str] | str, known: Collection[str], below: tuple[Step, ...]) -> Found:
    """What is told for every one of the *given* names that is not *known*, each at its own line."""
    for index, name in enumerate([given] if isinstance(given, str) else given):
        if name not in known:
            names = sorted(known)
            at = below if isinstance(given, str) else (*below, index)
            yield (
                at,
                f"unknown-{kind}",
                f"{CALLED[kind]} ne s'appelle « {name} ».",
                one_of(name, names, most=12) or LOOK.get(kind, "Vérifiez son nom."),
            )
