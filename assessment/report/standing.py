"""An Assessment in, the sections that say where a project stands out: stage, gaps, zones, confidence."""

from collections.abc import Iterable, Iterator

from assessment.content.placement import Gate, Named
from assessment.engine.assess import Assessment
from assessment.engine.confidence import Confidence
from assessment.engine.levers import stays_here
from assessment.engine.placement import Placement
from assessment.engine.stage import Gap
from assessment.engine.verdicts import weigh
from assessment.engine.zones import ZoneFound
from assessment.report import wording
from assessment.report import wording_of_parts as parts
from assessment.report.citation import cite
from assessment.report.document import Line, Reason, Section
from assessment.report.reasons import reasons


def stage_name(assessment: Assessment, index: int) -> str:
    """The label of a stage, as it stands inside a sentence."""
    return wording.small(assessment.edition.placement.stages[index].label)


def stage_known(assessment: Assessment) -> bool:
    """Whether at least one deed that names the stage is known."""
    return assessment.facts.stage.value is not None


def headline(assessment: Assessment, placement: Placement) -> str:
    """The stage in one sentence."""
    stages = assessment.edition.placement.stages
    return stages[placement.stage.reached].sentence if stage_known(assessment) else wording.STAGE_UNKNOWN


def summary(assessment: Assessment, placement: Placement) -> str:
    """How firm the stage is, and its range when answers could still move it."""
    return " ".join([*_firmness(assessment, placement), *_range(assessment, placement)])


def stage_section(assessment: Assessment, placement: Placement) -> Section:
    """What the stage means, what would decide it, what is consolidated, the qualification and the patterns."""
    stage = assessment.edition.placement.stages[placement.stage.reached]
    lines = [*_deciding(assessment, placement), *_consolidated(assessment, placement), *_named(assessment, placement)]
    known = stage_known(assessment)
    return Section("stage", wording.TITLES["stage"], stage.definition if known else None, tuple(lines))


def contradictions_section(assessment: Assessment, placement: Placement) -> Section:
    """Pairs of answers that do not go together, as questions."""
    catalogue = assessment.edition.catalogue
    lines = tuple(
        Line(
            each.ask,
            because=reasons(assessment, each.questions),
            source=cite(each.source, catalogue),
            part=parts.PAIR.format(first=each.questions[0], second=each.questions[1]),
        )
        for each in placement.contradictions
    )
    return Section("contradictions", wording.TITLES["contradictions"], wording.CONTRADICTIONS, lines)


def to_consolidate_section(assessment: Assessment, placement: Placement) -> Section:
    """Everything missing or unknown up to the stage reached."""
    lines = [
        _gap(assessment, gap, wording.FOR_STAGE.format(stage=stage_name(assessment, gap.stage)))
        for gap in placement.to_consolidate
    ]
    return Section("to_consolidate", wording.TITLES["to_consolidate"], lines=tuple(lines))


def to_next_section(assessment: Assessment, placement: Placement) -> Section:
    """What the next stage asks and is missing, the first conditions in front."""
    edition, following = assessment.edition, placement.stage.reached + 1
    lines = [_gap(assessment, gap) for gap in placement.to_next]
    most = edition.limits.missing_at_most
    left = len(lines) - most
    title, intro = wording.TITLES["to_next"], None
    if following < len(edition.placement.stages):
        why = edition.placement.gates[following - 1].why
        intro = wording.NEXT_STAGE.format(stage=stage_name(assessment, following), why=why)
        if stays_here(assessment.facts):
            title, intro = wording.TO_NEXT_BY_CHOICE, f"{wording.NOTHING_EXPECTED} {intro}"
    after = wording.capital(wording.others(left)) if left > 0 else None
    return Section("to_next", title, intro, tuple(lines[:most]), after, tuple(lines[most:]))


def zones_section(assessment: Assessment, placement: Placement) -> Section:
    """The risk zones, with the signs that hold and the answers that would tell."""
    before = [{each.status for each in placement.zones[:place]} for place in range(len(placement.zones))]
    lines = (
        _zone(assessment, found, again=found.status in told)
        for found, told in zip(placement.zones, before, strict=True)
    )
    return Section("zones", wording.TITLES["zones"], lines=tuple(lines))


def confidence_section(assessment: Assessment, placement: Placement) -> Section:
    """How firm the result is, and its reasons."""
    source = assessment.edition.placement.confidence.project.source
    lines = confidence_lines(assessment, placement.confidence, source)
    return Section("confidence", wording.TITLES["confidence"], lines=lines)


def confidence_lines(assessment: Assessment, confidence: Confidence, source: str) -> tuple[Line, ...]:
    """A level of confidence with its reasons, for a project or an organisation; *source* is that of its thresholds."""
    level = next(each for each in assessment.edition.placement.confidence.levels if each.id == confidence.level)
    because = tuple((wording.WHY, sentence) for sentence in confidence.because)
    told = wording.CONFIDENCE.format(level=level.label)
    return (Line(told, detail=level.text, facts=because, source=cite(source, assessment.edition.catalogue)),)


def _firmness(assessment: Assessment, placement: Placement) -> Iterator[str]:
    """A stage that answers could still move, or that answers deny, is not called solid."""
    firmness = assessment.edition.placement.firmness
    settled = placement.stage.lowest == placement.stage.highest and not placement.contradictions
    if placement.stage.reached > placement.consolidated:
        yield firmness.ahead
    elif settled:
        yield firmness.solid


def _range(assessment: Assessment, placement: Placement) -> Iterator[str]:
    lowest, highest = placement.stage.lowest, placement.stage.highest
    if lowest != highest:
        yield wording.RANGE.format(lowest=stage_name(assessment, lowest), highest=stage_name(assessment, highest))


def _deciding(assessment: Assessment, placement: Placement) -> Iterator[Line]:
    because = reasons(assessment, placement.stage.decided_by)
    if because:
        told = wording.DECIDED_BY_ONE if len(because) == 1 else wording.DECIDED_BY
        asked = set(placement.stage.decided_by)
        gates = assessment.edition.placement.gates
        gate = next(gate for gate in gates if asked & {deed.question for deed in gate.deeds})
        source, part = cite(gate.source, assessment.edition.catalogue), _gate_part(assessment, gate)
        yield Line(told, badge=wording.NOT_KNOWN, because=because, source=source, part=part)


def _gate_part(assessment: Assessment, gate: Gate) -> str:
    return parts.GATE.format(stage=stage_name(assessment, assessment.edition.placement.gates.index(gate) + 1))


def _consolidated(assessment: Assessment, placement: Placement) -> Iterator[Line]:
    if not stage_known(assessment) or placement.consolidated == placement.stage.reached:
        return
    detail = wording.CONSOLIDATED_MEANS
    if placement.consolidated_high > placement.consolidated:
        higher = stage_name(assessment, placement.consolidated_high)
        detail = f"{detail} {wording.CONSOLIDATED_HIGHER.format(stage=higher)}"
    firm = stage_name(assessment, placement.consolidated)
    first_open = assessment.edition.placement.gates[placement.consolidated]
    yield Line(
        wording.CONSOLIDATED.format(stage=firm),
        detail=detail,
        because=reasons(assessment, assessment.facts.consolidated.because),
        source=cite(first_open.source, assessment.edition.catalogue),
        part=_gate_part(assessment, first_open),
    )


def _named(assessment: Assessment, placement: Placement) -> Iterator[Line]:
    patterns = assessment.facts.patterns
    if stage_known(assessment):
        called = placement.qualification
        because = reasons(assessment, _qualified_by(assessment, placement))
        yield _line(called, parts.QUALIFICATION, because, assessment)
    for each in placement.patterns:
        because = reasons(assessment, patterns[each.id].because)
        yield _line(each, parts.PATTERN, because, assessment)


def _line(named: Named, part: str, because: tuple[Reason, ...], assessment: Assessment) -> Line:
    source = cite(named.source, assessment.edition.catalogue)
    return Line(named.label, detail=named.text, because=because, source=source, part=part.format(label=named.label))


def _qualified_by(assessment: Assessment, placement: Placement) -> Iterator[str]:
    """The answers that qualify a project: those that its condition looked at, and those that set others aside."""
    for each in assessment.edition.placement.qualification:
        if each.when is not None:
            yield from weigh(each.when, assessment.facts).because
        if each.id == placement.qualification.id:
            return


def _gap(assessment: Assessment, gap: Gap, detail: str | None = None) -> Line:
    gate = assessment.edition.placement.gates[gap.stage - 1]
    return Line(
        wording.capital(gap.requirement.missing),
        detail=detail,
        badge=wording.NOT_KNOWN if gap.level is None else None,
        because=reasons(assessment, [gap.requirement.question]),
        source=cite(gate.source, assessment.edition.catalogue),
        about=f"{gap.requirement.question}.{gap.requirement.at_least}",
        part=parts.CONDITION.format(question=gap.requirement.question, stage=stage_name(assessment, gap.stage)),
    )


def _zone(assessment: Assessment, found: ZoneFound, *, again: bool) -> Line:
    """*again*: a zone above has the same status, whose meaning is told there."""
    status = next(each for each in assessment.edition.placement.zone_statuses if each.id == found.status)
    signs = [(wording.SIGN, sign.text) for sign in found.signs]
    advice = [(wording.ADVICE, found.zone.advice)] if found.status != "franchie" else []
    telling = [(wording.WOULD_TELL, text) for text in _texts(assessment, found.undecided_by)]
    return Line(
        found.zone.label,
        detail=found.zone.definition if again else f"{found.zone.definition} {status.text}",
        badge=status.label,
        facts=(*signs, *advice, *telling),
        because=reasons(assessment, found.because),
        source=cite(found.zone.source, assessment.edition.catalogue),
        part=parts.ZONE.format(label=found.zone.label),
    )


def _texts(assessment: Assessment, questions: Iterable[str]) -> Iterator[str]:
    return (each.text for each in reasons(assessment, questions))
