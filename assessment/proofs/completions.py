"""A profile and some more that is known in, the Facts of it and what may be split next out.

A slot is one thing that rules look at: an answer, a dimension, a pattern. Filling it with every class of its values, or
leaving it unknown for good, splits a profile into cases that together are the whole of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.content import conditions as written
from assessment.content.edition import Edition
from assessment.content.questionnaire import PartId
from assessment.engine.answers import Value
from assessment.engine.facts import Fact, Facts
from assessment.engine.stage import gaps, levels_of
from assessment.engine.verdicts import Verdict, Weighed
from assessment.proofs.classes import Classes, scored
from assessment.proofs.deeds import Deeds
from assessment.proofs.profiles import Profile, facts_of

#: Kind (answer, dimension, practice, body, consolidated, pattern, zone, lever) and name.
Slot = tuple[str, str]
#: Slot -> what it holds; None when it stays unknown.
Slots = Mapping[Slot, Value | bool | str | None]


@dataclass(frozen=True)
class Completions:
    """The ways of completing the profiles of one edition."""

    edition: Edition
    classes: Classes
    deeds: Deeds

    def facts(self, profile: Profile, slots: Slots) -> Facts:
        """The profile's facts with the slots filled."""
        facts = facts_of(profile, self.edition)
        known = {slot: value for slot, value in slots.items() if value is not None}
        values = {name: value for (kind, name), value in known.items() if kind == "answer"}
        facts = replace(
            facts,
            answers=replace(facts.answers, values=values),
            dimensions=_facts("dimension", known),
            practices=self._practices(known),
            patterns=_facts("pattern", known),
            zones=_facts("zone", known),
            levers=_facts("lever", known),
            body=Fact(known.get(("body", "")), frozenset({"?"})),
            consolidated=Fact(known.get(("consolidated", "")), frozenset(self.edition.deed_questions[:1])),
        )
        return facts if profile.stage is None else replace(facts, missing=self._missing(facts))

    def _practices(self, known: Slots) -> Mapping[str, Fact]:
        """Every practice once one is known, since a test may count them; before that none, which is unknown as well."""
        practices = _facts("practice", known)
        names = (screen.id for screen in self.edition.organisation.screens if screen.scored)
        return {name: practices.get(name, Fact()) for name in names} if practices else {}

    def _missing(self, facts: Facts) -> Mapping[str, frozenset[str]]:
        """Where each answered question is missing, by the engine's own list of gaps."""
        levels, stage = levels_of(self.edition, facts.answers), facts.stage.value
        where: dict[str, frozenset[str]] = {}
        for word, first, last in (("consolidate", 1, stage), ("next", stage + 1, stage + 1)):
            for gap in gaps(self.edition, levels, first, last):
                name = gap.requirement.question
                where[name] = where.get(name, frozenset()) | {word}
        return where

    def values(self, slot: Slot, profile: Profile) -> tuple[Value | bool | str, ...]:
        """One value of each class of a slot."""
        kind, name = slot
        edition, placement = self.edition, self.edition.placement
        match kind:
            case "answer":
                return tuple(value for value in self.classes.of(name) if self._fits(name, value, profile))
            case "dimension":
                return tuple(range(1, len(placement.stages) + 1))
            case "practice" | "body":
                return tuple(range(1, len(placement.levels) + 1))
            case "consolidated":
                return tuple(range((profile.stage or 0) + 1))
            case "zone":
                return (*(status.id for status in placement.zone_statuses), "absente")
            case "lever":
                return tuple(range(1, len(edition.levers.levers) + 1))
        return (True, False)

    def _fits(self, name: str, value: Value, profile: Profile) -> bool:
        """Whether the profile's type, stage and level leave room for the answer."""
        question, asked = self.edition.questions[name], self.edition.placement.type_asked_by
        if question.type is not None:
            return profile.type in (None, question.type)
        if name in asked:
            first = next(each for each in asked if self.edition.part_of[each] in profile.parts)
            kind = question.choices[value - 1].id
            return profile.type is not None and (name != first or kind == profile.type)
        if name in self.edition.deed_questions:
            levels = (each for each in self.possible_levels(name, profile) if each is not None)
            return self.of_class(question.level(value), name) in levels
        if profile.level and name in self.edition.placement.level_decided_by:
            return question.level(value) in profile.level.levels[name]
        return True

    def possible_levels(self, name: str, profile: Profile) -> frozenset[int | None]:
        """The classes of a deed question with which the profile's stage is reached; None when it may be unknown."""
        if profile.stage is None:
            return frozenset({None})
        return frozenset(levels[name] for levels in self.deeds.of_stage[profile.stage])

    def of_class(self, level: int | None, name: str) -> int | None:
        """The class of a deed question that *level* belongs to."""
        below = (each for each in self.deeds.classes[name] if each is not None and level is not None and each <= level)
        return max(below, default=None)

    def may_stay_unknown(self, slot: Slot, profile: Profile) -> bool:
        """Whether the profile leaves room for not knowing what fills *slot*."""
        kind, name = slot
        if kind == "body":
            return not (profile.level and profile.level.because)
        if kind == "answer" and name in self.edition.deed_questions:
            return None in self.possible_levels(name, profile)
        if kind == "answer" and profile.level and name in self.edition.placement.level_decided_by:
            return None in profile.level.levels[name]
        return True

    def slot_of(self, leaf: written.Condition, profile: Profile, slots: Slots) -> Slot | None:
        """The slot that decides a test which is unknown; None when nothing can, or when it stays unknown."""
        slot = next((each for each in _slots_of(leaf, self.edition) if each not in slots), None)
        return slot if slot and self.part_of(slot) in profile.parts else None

    def part_of(self, slot: Slot) -> PartId:
        """The part whose answers fill a slot."""
        kind, name = slot
        if kind == "answer":
            return self.edition.part_of[name]
        return "organisation" if kind in ("practice", "body") else "project"

    def may_hold(self, weighed: Weighed, profile: Profile, slots: Slots, *, holds: bool = True) -> bool:
        """Whether a condition holds, or fails, once all open slots are filled in some way."""
        if weighed.verdict is not Verdict.UNKNOWN:
            return (weighed.verdict is Verdict.HOLDS) == holds
        match weighed.condition:
            case written.All():
                return (all if holds else any)(
                    self.may_hold(each, profile, slots, holds=holds) for each in weighed.parts
                )
            case written.Any_():
                return (any if holds else all)(
                    self.may_hold(each, profile, slots, holds=holds) for each in weighed.parts
                )
            case written.Not():
                return self.may_hold(weighed.parts[0], profile, slots, holds=not holds)
            case written.NeedTest() | written.ConfidenceTest():
                return True  # nothing is assumed of what has no slot
        return self.slot_of(weighed.condition, profile, slots) is not None

    def first_part(self, profile: Profile) -> PartId:
        """The part whose confidence guards the profile."""
        return "project" if "project" in profile.parts else "organisation"

    def hidden(self, slot: Slot) -> frozenset[str]:
        """The questions that nobody answered when *slot* stays unknown."""
        kind, name = slot
        part = self.edition.project if kind == "dimension" else self.edition.organisation
        match kind:
            case "answer":
                return frozenset({name})
            case "dimension" | "practice":
                return frozenset(question.id for question in part.on_screen(name))
            case "body":
                return frozenset(question.id for question in scored(part))
        return frozenset()


def unknown_leaves(weighed: Weighed) -> Iterator[written.Condition]:
    """The tests that keep a condition unknown."""
    if weighed.verdict is Verdict.UNKNOWN and not weighed.parts:
        yield weighed.condition
    for part in weighed.parts:
        yield from unknown_leaves(part) if weighed.verdict is Verdict.UNKNOWN else ()


def _facts(kind: str, known: Slots) -> Mapping[str, Fact]:
    # What stands behind a fact does not matter here, only that something does.
    return {name: Fact(value, frozenset({name})) for (each, name), value in known.items() if each == kind}


def _slots_of(leaf: written.Condition, edition: Edition) -> Iterator[Slot]:  # noqa: C901 - one line per test
    match leaf:
        case written.AnswerTest(answer=name) | written.MissingTest(missing=name):
            yield "answer", name
        case written.CountTest(count=tuple() as names):
            yield from (("answer", name) for name in names)
        case written.CountTest():
            yield from (("practice", screen.id) for screen in edition.organisation.screens if screen.scored)
        case written.DimensionTest(dimension=name):
            yield "dimension", name
        case written.PracticeTest(practice=name):
            yield "practice", name
        case written.BodyTest():
            yield "body", ""
        case written.StageTest(stage="consolidated") | written.StageTest(above="consolidated"):
            yield "consolidated", ""
        case written.PatternTest(pattern=name):
            yield "pattern", name
        case written.ZoneTest(zone=name):
            yield "zone", name
        case written.LeverTest(lever=name):
            yield "lever", name
