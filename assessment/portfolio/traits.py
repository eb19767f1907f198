"""An Assessment in, what the charts of a portfolio count of it out: facet -> values. Pure.

What is not known, not answered or not shared is a value like any other: every project is counted somewhere.
"""

from collections.abc import Iterator, Mapping

from assessment.engine.answers import organisation_type
from assessment.engine.assess import Assessment, Project
from assessment.engine.levers import LeverFound

#: Facet -> the values of one project; one value where the facet is exclusive (`facets.facets`).
Traits = Mapping[str, tuple[str, ...]]
#: Beginnings of the facets of each dimension and of each lever.
DIMENSION, HELP = "dim_", "help_"
#: Values of their own: not known yet, a part that was not answered, answers that are not shared.
UNKNOWN, ABSENT, PRIVATE = "unknown", "absent", "private"
NONE = "none"
#: How firm a stage is: consolidated, ahead of its proofs, or open while answers are missing.
FIRM, AHEAD, OPEN = "firm", "ahead", "open"
#: A lever that is asked for and useful, useful only, asked for while others come first, or neither.
BOTH, USEFUL, ASKED, NEITHER = "both", "useful", "asked", "neither"
UNANSWERED = "unanswered"
ALL_SHOWN, SOME_SHOWN, NONE_SHOWN, NOTHING_YET = "all", "some", "declared", "nothing"
YES, NO = "yes", "no"
#: So many levers are put forward, as in a report.
FORWARD = 2
#: Facets of the part of the project, beside those of dimensions and of help.
OF_PROJECT = ("phase", "stage", "firmness", "standing", "zone", "lever", "lever_at", "confidence", "proof", "reread")
#: What lies behind needs nobody's eye.
WATCHED = ("dedans", "devant")


def traits(found: Assessment, *, shared: bool) -> Traits:
    """What is counted of one project; *shared*: whether what quotes its answers may be told."""
    told = dict(_project(found, found.project, shared=shared)) if found.project else {}
    return {**_absent(found), **told, "type": _type(found), "level": _level(found)}


def needed(found: Assessment) -> tuple[LeverFound, ...]:
    """The levers put forward: of the first two, those that something calls for; none while the stage is unknown."""
    if found.project is None or found.facts.stage.value is None:
        return ()
    return tuple(each for each in found.project.levers[:FORWARD] if each.ground != "phase")


def key_answers_by_proof(found: Assessment) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Key questions whose answer is high enough to be shown: those only declared, those that something shows."""
    edition, answers = found.edition, found.answers
    evidence = edition.project.evidence
    least = evidence.from_level if evidence else 0
    high = [name for name in edition.key_questions if (answers.level(edition.questions[name]) or 0) >= least]
    return (
        tuple(name for name in high if not answers.can_be_shown(name)),
        tuple(name for name in high if answers.can_be_shown(name)),
    )


def at(row: str, column: str) -> str:
    """The value of what stands in a row and a column: a lever needed at a stage, a stage that is firm."""
    return f"{row}.{column}"


def _absent(found: Assessment) -> Traits:
    dimensions = (f"{DIMENSION}{screen.id}" for screen in found.edition.project.screens if screen.scored)
    levers = (f"{HELP}{lever}" for lever in found.edition.lever)
    return dict.fromkeys((*OF_PROJECT, *levers, *dimensions), (ABSENT,))


def _project(found: Assessment, project: Project, *, shared: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    placement, stages = project.placement, found.edition.placement.stages
    is_known = found.facts.stage.value is not None
    reached = stages[placement.stage.reached]
    stage = reached.id if is_known else UNKNOWN
    firmness = _firmness(project) if is_known else UNKNOWN
    nothing = (NONE,) if is_known else (UNKNOWN,)
    levers = tuple(each.lever.id for each in needed(found))
    yield "stage", (stage,)
    yield "phase", (reached.phase if is_known else UNKNOWN,)
    yield "firmness", (firmness,)
    yield "standing", (at(stage, firmness) if is_known else UNKNOWN,)
    yield "zone", (_zones(project) if is_known else ()) or nothing
    yield "lever", levers or nothing
    yield "lever_at", tuple(at(lever, stage) for lever in levers) or nothing
    for each in project.levers:
        yield f"{HELP}{each.lever.id}", (_help(each, levers, shared=shared, is_known=is_known),)
    for name, level in placement.profile.dimensions.items():
        yield f"{DIMENSION}{name}", (UNKNOWN if level is None else str(level),)
    yield "confidence", (placement.confidence.level,)
    yield "proof", (_proof(found) if shared else PRIVATE,)
    yield "reread", ((YES if placement.contradictions else NO) if shared else PRIVATE,)


def _firmness(project: Project) -> str:
    placement = project.placement
    if placement.stage.lowest != placement.stage.highest:
        return OPEN
    return FIRM if placement.consolidated == placement.stage.reached else AHEAD


def _zones(project: Project) -> tuple[str, ...]:
    found = (each for each in project.placement.zones if each.status in WATCHED)
    return tuple(f"{each.zone.id}.{each.status}" for each in found)


def _help(lever: LeverFound, useful: tuple[str, ...], *, shared: bool, is_known: bool) -> str:
    """The help asked for beside the help that is useful."""
    if not shared:
        return PRIVATE
    if lever.asked is None:
        return UNANSWERED
    if not is_known:
        return UNKNOWN
    if lever.lever.id in useful:
        return BOTH if lever.asked else USEFUL
    return ASKED if lever.asked else NEITHER


def _proof(found: Assessment) -> str:
    """How much of what is declared could be shown, among the key answers that are high enough to be asked."""
    declared, shown = key_answers_by_proof(found)
    if not declared:
        return ALL_SHOWN if shown else NOTHING_YET
    return SOME_SHOWN if shown else NONE_SHOWN


def _type(found: Assessment) -> tuple[str, ...]:
    kind, _ = organisation_type(found.answers.values, found.edition)
    return (kind or UNKNOWN,)


def _level(found: Assessment) -> tuple[str, ...]:
    organisation = found.organisation
    if organisation is None:
        return (ABSENT,)
    is_open = organisation.lowest != organisation.highest
    return (OPEN if is_open else found.edition.placement.levels[organisation.level].id,)
