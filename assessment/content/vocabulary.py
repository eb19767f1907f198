"""Keys in, the kind of names they take out; an edition in, every such name with its meaning out.

What is checked of the names is said in assessment/content/references.py; here they serve to complete and to choose.
"""

from collections.abc import Mapping
from typing import Any

from assessment.content import conditions as c
from assessment.content.catalogue import Item
from assessment.content.edition import Edition
from assessment.content.funding import Economy, Support
from assessment.content.interview import OpenQuestion
from assessment.content.levers import Call, Cell, DoorsQuestionnaire, Levers, Need, Needs, Why
from assessment.content.placement import Contradiction, Gate, Light, Placement, Requirement, Stage, Zone
from assessment.content.programme import After, ParcoursStep, ProgrammeMethod, Taught
from assessment.content.questionnaire import Choice, Question, Questionnaire
from assessment.content.rules import HoldBack, Rule
from assessment.content.teaching import Lesson, Purpose

#: Kind of name -> name -> what it stands for.
Vocabulary = Mapping[str, Mapping[str, str]]

#: Model -> key -> the kind of names it takes; « keys of … » for the keys of a mapping.
TAKEN: dict[type[c.Written], dict[str, str]] = {
    c.AnswerTest: {"answer": "question"},
    c.DimensionTest: {"dimension": "dimension"},
    c.StageTest: {"is": "stage", "in": "stage", "at_least": "stage", "at_most": "stage"},
    c.MissingTest: {"missing": "question"},
    c.TypeTest: {"type": "type"},
    c.LevelTest: {"level": "level"},
    c.PracticeTest: {"practice": "practice"},
    c.CountTest: {"count": "question"},
    c.ConfidenceTest: {"is": "confidence"},
    c.PatternTest: {"pattern": "pattern"},
    c.ZoneTest: {"zone": "zone", "is": "status"},
    c.LeverTest: {"lever": "lever"},
    c.NeedTest: {"need": "dimension"},
    c.RecommendedTest: {"recommended": "kind_or_item"},
    Question: {"screen": "screen", "type": "type", "terms": "definition"},
    Choice: {"levers": "lever"},
    DoorsQuestionnaire: {"tie_broken_by": "question"},
    Stage: {"phase": "phase"},
    Gate: {"to": "stage"},
    Requirement: {"question": "question"},
    Contradiction: {"questions": "question", "keys of fires": "question", "keys of silent": "question"},
    Light: {"lowest_of": "dimension"},
    Zone: {"stage": "stage"},
    Placement: {"type_asked_by": "question", "level_decided_by": "question"},
    Levers: {"blocks_asked_by": "question", "help_asked_by": "question"},
    Cell: {"phase": "phase"},
    Why: {"keys of phase": "phase"},
    Call: {"question": "question", "levers": "lever"},
    Needs: {"when_nothing_is_missing": "dimension"},
    Need: {"dimension": "dimension", "phase": "phase"},
    Item: {"kind": "kind", "tags": "tag", "family": "family", "components": "component", "keys of sections": "door"},
    Rule: {
        "recommend": "item",
        "levers": "lever",
        "tags": "tag",
        "keys of fires": "question",
        "keys of silent": "question",
    },
    Taught: {"id": "item", "after": "item", "levels": "level", "works_on": "question"},
    ProgrammeMethod: {"level_unknown": "level"},
    Lesson: {"id": "item"},
    Purpose: {"level": "level"},
    OpenQuestion: {"question": "question"},
    Economy: {"phase": "phase"},
    Support: {"levers": "lever", "unsuited_in": "phase"},
    After: {"kind": "kind"},
    ParcoursStep: {"component": "component"},
    HoldBack: {"kinds": "kind", "tags": "tag", "items": "item"},
}


def taken(model: type[c.Written], key: str) -> str | None:
    """The kind of names that *key* of *model* takes, if any."""
    return next((found for kind in model.__mro__ if (found := TAKEN.get(kind, {}).get(key))), None)


def vocabulary(edition: Edition, file: str) -> Vocabulary:
    """Every name that *file* may use, by kind, in the order of the content."""
    placement, catalogue = edition.placement, edition.catalogue
    own = next((part for part in edition.questionnaires if f"{part.part}.yaml" == file), None)
    named = {
        "question": {question.id: question.text for question in edition.questions.values()},
        "dimension": _scored(edition.project),
        "practice": _scored(edition.organisation),
        "stage": _labels(placement.stages),
        "phase": _labels(placement.phases),
        "type": {**_labels(placement.types), "aucun": "Pas de type d'organisation"},
        "level": _labels(placement.levels),
        "pattern": _labels(placement.patterns),
        "zone": _labels(placement.zones),
        "lever": {lever.id: lever.title for lever in edition.levers.levers},
        "door": _labels(edition.doors.doors),
        "item": {item.id: item.title for item in catalogue.items},
        "kind": _labels(catalogue.kinds),
        "tag": {tag.id: tag.meaning for tag in catalogue.tags},
        "family": {family.id: family.title for family in catalogue.families},
        "component": {component.id: component.title for component in catalogue.components},
        "reference": {reference.id: reference.title for reference in catalogue.references},
        "confidence": _labels(placement.confidence.levels),
        "status": _labels(placement.zone_statuses),
        "screen": _labels(own.screens) if own else {},
        "definition": {each.id: each.term for each in own.definitions} if own else {},
    }
    return {**named, "kind_or_item": {**named["kind"], **named["item"]}}


def _labels(things: Any) -> dict[str, str]:  # noqa: ANN401 - anything with an id and a label
    return {thing.id: thing.label for thing in things}


def _scored(part: Questionnaire) -> dict[str, str]:
    return _labels(screen for screen in part.screens if screen.scored)
