"""Answers to the project questionnaire in, the Placement out: stage, consolidated stage, gaps, profile, zones."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.content.edition import Edition
from assessment.content.placement import Contradiction, Named, Spread
from assessment.engine.confidence import Confidence, project_confidence
from assessment.engine.dimensions import dimensions_of
from assessment.engine.facts import Fact, Facts
from assessment.engine.stage import Gap, Levels, StageRange, consolidated, gaps, levels_of, stage_range
from assessment.engine.verdicts import Verdict, weigh
from assessment.engine.zones import ZoneFound, find_zones


@dataclass(frozen=True, slots=True)
class Profile:
    """Level of each dimension from 1 (None: unknown), and what stands out against the stage reached.

    *lights*: the three dimensions of innovation, True green, False not yet, None unknown.
    """

    dimensions: Mapping[str, int | None]
    on_one_answer: frozenset[str]
    spread: Spread | None
    strengths: tuple[str, ...]
    fragile: tuple[str, ...]
    lights: Mapping[str, bool | None]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a project stands. Stages are indexes from 0; *consolidated_high* counts what is unknown as true.

    *questions_left*: questions without any answer that could still move the stage; empty when none can.
    """

    stage: StageRange
    consolidated: int
    consolidated_high: int
    to_consolidate: tuple[Gap, ...]
    to_next: tuple[Gap, ...]
    profile: Profile
    patterns: tuple[Named, ...]
    contradictions: tuple[Contradiction, ...]
    qualification: Named
    confidence: Confidence
    zones: tuple[ZoneFound, ...]
    questions_left: tuple[str, ...]


def place(facts: Facts, *, profile: bool = True) -> tuple[Placement, Facts]:
    """Place a project, and the facts with what was found; without *profile* dimensions stay unknown (short version)."""
    edition, answers = facts.edition, facts.answers
    levels = levels_of(edition, answers)
    stage = stage_range(edition, levels)
    firm = consolidated(edition, levels, stage.reached, unknown_counts=False)
    to_consolidate = gaps(edition, levels, 1, stage.reached)
    to_next = gaps(edition, levels, stage.reached + 1, stage.reached + 1)
    facts = replace(
        facts,
        dimensions=dimensions_of(edition.project, answers, edition.project.questions if profile else ()),
        stage=_stage_fact(edition, levels, stage.reached),
        consolidated=_firm_fact(edition, levels, firm, stage.reached),
        missing=_where_missing(to_consolidate, to_next),
    )
    facts = replace(facts, patterns={each.id: _pattern_fact(each, facts) for each in edition.placement.patterns})
    contradictions = tuple(each for each in edition.placement.contradictions if _holds(each.when, facts))
    confidence = project_confidence(edition, answers, levels, stage, len(contradictions))
    facts = replace(facts, confidence={**facts.confidence, "project": Fact(confidence.level)})
    zones = find_zones(replace(facts, stage=replace(facts.stage, value=stage.reached)), levels)
    facts = replace(facts, zones=_zone_facts(edition, zones))
    return Placement(
        stage=stage,
        consolidated=firm,
        consolidated_high=consolidated(edition, levels, stage.reached, unknown_counts=True),
        to_consolidate=to_consolidate,
        to_next=to_next,
        profile=_profile(facts, stage.reached + 1),
        patterns=tuple(each for each in edition.placement.patterns if facts.patterns[each.id].value),
        contradictions=contradictions,
        qualification=_qualification(facts),
        confidence=confidence,
        zones=zones,
        questions_left=tuple(name for name in stage.decided_by if name not in answers.values),
    ), facts


def _profile(facts: Facts, wanted: int) -> Profile:
    placement = facts.edition.placement
    levels = {name: fact.value for name, fact in facts.dimensions.items()}
    known = {name: level for name, level in levels.items() if level is not None}
    width = max(known.values()) - min(known.values()) if known else None
    return Profile(
        dimensions=levels,
        on_one_answer=frozenset(name for name, fact in facts.dimensions.items() if len(fact.because) == 1),
        spread=_spread(facts.edition, width) if width is not None else None,
        strengths=tuple(name for name in known if known[name] - wanted >= placement.strength_from_levels_above),
        fragile=tuple(name for name in known if known[name] < wanted),
        lights={light.id: _light(light.lowest_of, light.green_from, levels) for light in placement.lights},
    )


def _qualification(facts: Facts) -> Named:
    return next(each for each in facts.edition.placement.qualification if each.when is None or _holds(each.when, facts))


def _holds(condition: object, facts: Facts) -> bool:
    return weigh(condition, facts).verdict is Verdict.HOLDS


def _stage_fact(edition: Edition, levels: Levels, stage: int) -> Fact:
    """The stage and the deeds that name it: those of its gates and of the next one, or else any that is known."""
    named = {deed.question for gate in edition.placement.gates[: stage + 1] for deed in gate.deeds}
    known = frozenset(name for name in edition.deed_questions if levels[name] is not None)
    unknown = frozenset(edition.deed_questions) - known
    return Fact(stage, known & named or known, unknown) if known else Fact(None, missing=unknown)


def _firm_fact(edition: Edition, levels: Levels, firm: int, stage: int) -> Fact:
    gates = edition.placement.gates[: min(firm + 1, stage)]
    named = {each.question for gate in gates for each in (*gate.deeds, *gate.prerequisites)}
    return Fact(firm, frozenset(name for name in named if levels[name] is not None))


def _where_missing(to_consolidate: tuple[Gap, ...], to_next: tuple[Gap, ...]) -> Mapping[str, frozenset[str]]:
    where: dict[str, frozenset[str]] = {}
    for word, found in (("consolidate", to_consolidate), ("next", to_next)):
        for gap in found:
            where[gap.requirement.question] = where.get(gap.requirement.question, frozenset()) | {word}
    return where


def _pattern_fact(pattern: Named, facts: Facts) -> Fact:
    weighed = weigh(pattern.when, facts)
    value = None if weighed.verdict is Verdict.UNKNOWN else weighed.verdict is Verdict.HOLDS
    return Fact(value, weighed.because, weighed.missing)


def _zone_facts(edition: Edition, zones: tuple[ZoneFound, ...]) -> Mapping[str, Fact]:
    absent = {zone.id: Fact("absente") for zone in edition.placement.zones}
    return {**absent, **{each.zone.id: Fact(each.status, each.because, each.undecided_by) for each in zones}}


def _spread(edition: Edition, width: int) -> Spread:
    return max(
        (each for each in edition.placement.spread if each.from_levels <= width), key=lambda each: each.from_levels
    )


def _light(lowest_of: tuple[str, ...], green_from: int, dimensions: Mapping[str, int | None]) -> bool | None:
    levels = [dimensions[name] for name in lowest_of]
    if any(level is not None and level < green_from for level in levels):
        return False
    return None if None in levels else True
