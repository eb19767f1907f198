"""An edition in, whatever its method names and no answers can bring out, as Problems.

The worked examples are looked at first; what none of them shows is searched for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assessment.content import conditions as written
from assessment.content.conditions import Written
from assessment.content.edition import Edition
from assessment.content.levers import Need
from assessment.content.placement import Zone
from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, assess
from assessment.errors import Problem
from assessment.proofs.places import Places
from assessment.proofs.search import find
from assessment.proofs.witnesses import Witnesses

#: The status of a zone one is in.
INSIDE = "dedans"


@dataclass(frozen=True)
class Goal:
    """Something that should be able to happen: its *mark* in a result, conditions that lead there, and its words."""

    part: Written
    mark: tuple[str, ...]
    ways: tuple[written.Condition, ...]
    told: str


def unreachable(edition: Edition, witnesses: Witnesses, places: Places) -> list[Problem]:
    """Stages, zones, signs, patterns, contradictions, qualifications, levels, flags, pairings, needs nobody gets."""
    seen = {mark for each in witnesses.all for mark in marks(each)}
    return [
        Problem(
            "unreachable",
            places.where(goal.part),
            f"{goal.told}, car aucune réponse trouvée n'y mène.",
            "Corrigez la condition, ou retirez-le.",
        )
        for goal in goals(edition)
        if goal.mark not in seen and not _reached(goal, edition)
    ]


def _reached(goal: Goal, edition: Edition) -> bool:
    without_rules = replace(edition, rules=())

    def shows(answers: Answers) -> bool:
        return goal.mark in marks(assess(answers, without_rules))

    return any(find(way, edition, accepts=shows) is not None for way in goal.ways)


def marks(found: Assessment) -> Iterator[tuple[str, ...]]:
    """Everything of the method that a result shows."""
    if found.pairing and found.pairing.pairing:
        yield "pairing", found.pairing.pairing.id
    if found.organisation:
        yield from (("level", name) for name in found.facts.level.value)
        yield from (("flag", flag.id) for flag in found.organisation.flags)
    if not found.project:
        return
    placement = found.project.placement
    yield "stage", found.edition.placement.stages[placement.stage.reached].id
    yield "qualification", placement.qualification.id
    yield from (("pattern", each.id) for each in placement.patterns)
    yield from (("contradiction", each.id) for each in placement.contradictions)
    yield from (("need", each.need.dimension, each.need.phase) for each in found.project.needs)
    for zone in placement.zones:
        yield from (("sign", zone.zone.id, sign.id) for sign in zone.signs)
        if zone.status == INSIDE:
            yield "zone", zone.zone.id


def goals(edition: Edition) -> Iterator[Goal]:
    """Everything that should be able to happen, in the order of the files."""
    placement = edition.placement
    for stage in placement.stages:
        way = written.StageTest(stage="reached", is_=stage.id)
        yield Goal(stage, ("stage", stage.id), (way,), f"l'étape « {stage.label} » ne peut pas être atteinte")
    for each in placement.patterns:
        way = (each.when,) if each.when else ()
        yield Goal(each, ("pattern", each.id), way, f"le profil « {each.label} » ne peut pas apparaître")
    for each in placement.contradictions:
        told = f"la contradiction entre {' et '.join(each.questions)} ne peut pas apparaître"
        yield Goal(each, ("contradiction", each.id), (each.when,), told)
    before: list[written.Condition] = []
    for each in placement.qualification:
        own = [each.when] if each.when else []
        # Whatever came before must fail; « not » is unknown without answers, so any answers will do when it is alone.
        ways = (_all([*own, *(written.Not(not_=when) for when in before)]), *own)
        told = f"la qualification « {each.label} » ne peut pas apparaître"
        yield Goal(each, ("qualification", each.id), ways, told)
        before += own
    for zone in placement.zones:
        yield from _zone_goals(zone)
    for level in placement.levels:
        way = written.LevelTest(level=level.id)
        yield Goal(level, ("level", level.id), (way,), f"le niveau « {level.label} » ne peut pas être atteint")
    for flag in placement.flags:
        ways = tuple(written.LevelTest(level=level.id) for level in placement.levels)
        yield Goal(flag, ("flag", flag.id), ways, f"la remarque « {flag.label} » ne peut pas apparaître")
    for each in placement.pairings:
        told = f"la lecture croisée « {each.label} » ne peut pas apparaître"
        yield Goal(each, ("pairing", each.id), (each.when,) if each.when else (), told)
    for need in edition.needs.needs:
        yield _need_goal(need, edition)


def _zone_goals(zone: Zone) -> Iterator[Goal]:
    here = [written.StageTest(stage="reached", is_=zone.stage)]
    extras = ([], [written.Not(not_=zone.unless)]) if zone.unless else ([],)
    places = [here, *([[zone.also_when]] if zone.also_when else [])]
    inside = []
    for main in (sign for sign in zone.signs if sign.main):
        others = written.Any_(any_=tuple(sign.when for sign in zone.signs if sign is not main))
        inside += [_all([*place, main.when, others, *extra]) for place in places for extra in extras]
    yield Goal(zone, ("zone", zone.id), tuple(inside), f"on ne peut pas être dans la zone « {zone.label} »")
    for sign in zone.signs:
        ways = tuple(_all([*place, sign.when, *extra]) for place in places for extra in extras)
        told = f"le signe « {sign.id} » de la zone « {zone.label} » ne peut pas apparaître"
        yield Goal(sign, ("sign", zone.id, sign.id), ways, told)


def _need_goal(need: Need, edition: Edition) -> Goal:
    """A need shows where the dimension is behind the stage, or one of its answers is missing for this or the next."""
    key = (name for name in edition.key_questions if edition.dimension_of(name) == need.dimension)
    shown = written.Any_(
        any_=(
            written.DimensionTest(dimension=need.dimension, below="reached"),
            *(written.MissingTest(missing=name) for name in key),
            written.NeedTest(need=need.dimension),
        )
    )
    told = f"le besoin {need.dimension} de la phase « {need.phase} » ne peut pas apparaître"
    return Goal(need, ("need", need.dimension, need.phase), (shown,), told)


def _all(conditions: list[written.Condition]) -> written.Condition:
    if not conditions:
        return written.KnownTest(known="project")
    return conditions[0] if len(conditions) == 1 else written.All(all_=tuple(conditions))
