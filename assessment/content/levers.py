"""Levers, needs and doors as written."""

from typing import Literal

from pydantic import Field

from assessment.content.conditions import Condition, Written
from assessment.content.questionnaire import Questionnaire, Sourced

Weight = Literal["+", "++", "+++"]
#: How sure a cell of the matrix is, from read in the source to our own guess.
Provenance = Literal["lu", "symbole_lu_place_inferee", "infere", "hypothese"]


class Cell(Sourced):
    """The dose of a lever in a phase."""

    phase: str
    weight: Weight
    provenance: Provenance
    caption: str | None = None


class Why(Written):
    """Why a lever stands where it stands: what blocks, a gap up to the stage, a gap to the next, or the phase alone."""

    blocks: str
    consolidate: str
    next: str
    phase: dict[str, str]


class Lever(Sourced):
    """One kind of help."""

    id: str
    title: str
    definition: str
    plain: str
    how_to_begin: str
    why: Why
    doses: tuple[Cell, ...]


class Call(Sourced):
    """The levers that a missing answer to *question* calls for, first one first."""

    question: str
    levers: tuple[str, ...] = Field(min_length=1)


class Priority(Written):
    """How soon a lever is worth it, in words."""

    id: Literal["prioritaire", "utile", "plus_tard"]
    label: str


class Levers(Written):
    """The levers of an edition, in the order of the matrix."""

    levers: tuple[Lever, ...]
    calls: tuple[Call, ...]
    blocks_asked_by: str  #: the question « ce qui bloque »
    help_asked_by: str  #: the question « aide demandée »
    useful_from: Weight
    next_unless: Condition | None = None  #: when it holds, what the next stage asks for calls for no lever
    priorities: tuple[Priority, ...] = Field(min_length=3, max_length=3)
    asked_elsewhere: str  #: sentence when what was asked is not among the first levers ({asked}, {useful})
    provenance_notes: dict[Provenance, str]
    note: str


class Need(Sourced):
    """What a dimension needs in a phase."""

    dimension: str
    phase: str
    text: str


class Needs(Written):
    """Needs by dimension and phase; *when_nothing_is_missing* names the dimensions told then."""

    needs: tuple[Need, ...]
    when_nothing_is_missing: tuple[str, ...] = Field(min_length=1)


class Door(Sourced):
    """A door: how a person prefers to begin. It orders links and nothing else."""

    id: str
    label: str
    section: str  #: the part of a resource centre it opens on
    text: str
    plain: str


class DoorsQuestionnaire(Questionnaire):
    """The part that asks for the door, with the doors themselves and the question that breaks a tie."""

    doors: tuple[Door, ...] = Field(min_length=2)
    tie_broken_by: str
    note: str
