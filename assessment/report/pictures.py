"""An Assessment in, the data of its two pictures out: the line of stages and the profile, with the profile's words."""

from collections.abc import Iterable, Iterator

from assessment.engine.assess import Assessment
from assessment.engine.placement import Placement
from assessment.report import wording
from assessment.report import wording_of_parts as parts
from assessment.report.citation import cite
from assessment.report.document import Line, Profile, ProfileRow, Reason, Section, StageLine
from assessment.report.reasons import reasons
from assessment.report.standing import stage_known, stage_name


def stage_line(assessment: Assessment, placement: Placement) -> StageLine | None:
    """The line of stages; None while nothing that names the stage is known."""
    if not stage_known(assessment):
        return None
    stations = tuple(stage.label for stage in assessment.edition.placement.stages)
    stage = placement.stage
    alt = wording.STAGE_LINE.format(
        stages=", ".join(map(wording.small, stations)),
        reached=stage_name(assessment, stage.reached),
        consolidated=stage_name(assessment, placement.consolidated),
    )
    if stage.lowest != stage.highest:
        lowest, highest = stage_name(assessment, stage.lowest), stage_name(assessment, stage.highest)
        alt = f"{alt} {wording.STAGE_LINE_RANGE.format(lowest=lowest, highest=highest)}"
    return StageLine(stations, stage.reached, placement.consolidated, stage.lowest, stage.highest, alt)


def profile(assessment: Assessment, placement: Placement) -> Profile | None:
    """Every dimension against the stage reached; None when no dimension is known, or no stage."""
    levels = placement.profile.dimensions
    if not stage_known(assessment) or not any(level is not None for level in levels.values()):
        return None
    rows = tuple(
        ProfileRow(
            id=name,
            label=_label(assessment, name),
            level=level,
            wanted=placement.stage.reached + 1,
            on_one_answer=name in placement.profile.on_one_answer,
            because=_answers_of(assessment, [name]),
        )
        for name, level in levels.items()
    )
    here = wording.PROFILE_HERE.format(stage=stage_name(assessment, placement.stage.reached))
    alt = ". ".join([here, *(_row(assessment, row) for row in rows)])
    return Profile(rows, len(assessment.edition.placement.stages), f"{alt}.")


def _row(assessment: Assessment, row: ProfileRow) -> str:
    """A row of the picture in words, with what its empty circle says."""
    below = f", {wording.LEGEND_BELOW}" if row.level is not None and row.level < row.wanted else ""
    return wording.PROFILE_ROW.format(label=row.label, level=level_name(assessment, row.level)) + below


def profile_section(assessment: Assessment, placement: Placement) -> Section:
    """What stands out in the profile, and the three dimensions of an innovation."""
    found = placement.profile
    intro = wording.PROFILE_MEANS
    if found.spread:
        intro = f"{wording.PROFILE_SPREAD.format(spread=found.spread.label)} {intro}"
    return Section("profile", wording.TITLES["profile"], intro, tuple(_remarks(assessment, placement)))


def level_name(assessment: Assessment, level: int | None) -> str:
    """A level of a dimension in words: the stage that it is like."""
    return wording.LEVEL_UNKNOWN_IN_PROFILE if level is None else stage_name(assessment, level - 1)


def _remarks(assessment: Assessment, placement: Placement) -> Iterator[Line]:
    found, method = placement.profile, assessment.edition.placement
    for title, meaning, names in (
        (wording.STRENGTHS, wording.STRENGTHS_MEANS, found.strengths),
        (wording.FRAGILE, wording.FRAGILE_MEANS, found.fragile),
    ):
        if names:
            labels = " ; ".join(wording.small(_label(assessment, name)) for name in names)
            yield Line(title, detail=f"{meaning} {labels}.", because=_answers_of(assessment, names))
    told = {True: wording.PRESENT, False: wording.NOT_YET, None: wording.NOT_KNOWN}
    for light in method.lights:
        yield Line(
            light.label,
            detail=light.question,
            badge=told[found.lights[light.id]],
            because=_answers_of(assessment, light.lowest_of),
            source=cite(light.source, assessment.edition.catalogue),
            group=wording.LIGHTS,
            part=parts.LIGHT.format(label=light.label),
        )


def _answers_of(assessment: Assessment, dimensions: Iterable[str]) -> tuple[Reason, ...]:
    facts = assessment.facts.dimensions
    return reasons(assessment, frozenset().union(*(facts[name].because for name in dimensions)))


def _label(assessment: Assessment, dimension: str) -> str:
    return next(screen.label for screen in assessment.edition.project.screens if screen.id == dimension)
