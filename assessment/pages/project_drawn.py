"""A result in, its pieces for whoever reads the project out, in HTML: where it stands, what is shown, what it needs.

Sentences that speak to the people of the project are not said here, but where they are quoted.
"""

from collections.abc import Collection, Iterable, Sequence

from assessment.content.funding import Economy
from assessment.content.questionnaire import Question
from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, Project
from assessment.engine.levers import stays_here
from assessment.engine.stage import Gap
from assessment.pages import wording_of_project as words
from assessment.pages.escaped import markup
from assessment.portfolio.wording_of_comparison import STATUSES, ZONE
from assessment.report import wording
from assessment.report.citation import cite
from assessment.report.reasons import reason
from assessment.report.standing import stage_known, stage_name


def piece(title: str, *inside: str, anchor: str) -> str:
    """A titled part of the page."""
    return f'<section class="piece" id="{anchor}"><h2>{markup(title)}</h2>{"".join(inside)}</section>'


def folded(summary: str, inside: str, *, shown: bool = False) -> str:
    """What opens when one asks for it; *shown*: it is open at first."""
    opened = " open" if shown else ""
    return f"<details{opened}><summary>{markup(summary)}</summary>{inside}</details>"


def listed(lines: Iterable[str]) -> str:
    """Texts one below the other; « rien » when there is none."""
    told = "".join(f"<li>{markup(line)}</li>" for line in lines)
    return f"<ul>{told}</ul>" if told else f'<p class="note">{markup(words.NONE)}</p>'


def line_of_stages(found: Assessment, project: Project) -> str:
    """The stages as stations, told by shapes and words; nothing while no deed is known."""
    if not stage_known(found):
        return ""
    stage, firm = project.placement.stage, project.placement.consolidated
    labels = [each.label for each in found.edition.placement.stages]
    told = words.LINE.format(stages=", ".join(labels), here=labels[stage.reached], firm=labels[firm])
    if stage.lowest != stage.highest:
        told += " " + words.LINE_RANGE.format(lowest=labels[stage.lowest], highest=labels[stage.highest])
    stations = "".join(_station(place, label, project) for place, label in enumerate(labels))
    return f'<div class="stations" role="img" aria-label="{markup(told)}">{stations}</div>'


def standing(found: Assessment, project: Project, *, quoting: bool) -> str:
    """The stage with its range, how firm it is, the phase, the zones."""
    placement = project.placement
    facts = [(words.STAGE, _stage(found, project)), (words.RANGE_LABEL, _range(found, project))]
    if stage_known(found):
        label = found.edition.placement.stages[placement.consolidated].label
        facts.append((words.CONSOLIDATED, _firmness(project).format(stage=label)))
        facts.append((words.ECONOMY, _economy(found, project).text))
        zones = [ZONE.format(zone=each.zone.label, status=STATUSES[each.status]) for each in placement.zones]
        facts.append((words.ZONES, " ; ".join(zones) or words.NONE))
    level = next(each for each in found.edition.placement.confidence.levels if each.id == placement.confidence.level)
    facts.append((words.CONFIDENCE, wording.capital(level.label)))
    if quoting and placement.patterns:
        facts.append((words.PATTERNS, " ; ".join(each.label for each in placement.patterns)))
    told = "".join(f"<div><dt>{markup(label)}</dt><dd>{markup(text)}</dd></div>" for label, text in facts)
    dimensions = folded(words.DIMENSIONS, _dimensions(found, project))
    grounds = folded(words.GROUNDS, _grounds(found, project, quoting=quoting)) if stage_known(found) else ""
    return f'{line_of_stages(found, project)}<dl class="standing">{told}</dl>{grounds}{dimensions}'


def showing(found: Assessment, read: Collection[str] = ()) -> str:
    """Key answers that an outside look backs, a document, or nothing yet; *read*: what the owner reads otherwise."""
    evidence = found.edition.project.evidence
    least = evidence.from_level if evidence else 0
    questions = [found.edition.questions[name] for name in found.edition.key_questions]
    high = [each for each in questions if (found.answers.level(each) or 0) >= least]
    groups = []
    for kind, title in (("outside", words.BY_OUTSIDE), ("document", words.BY_DOCUMENT), ("no", words.DECLARED)):
        here = [each for each in high if found.answers.shown.get(each.id, "no") == kind]
        told = [answered(found, each.id, *_marked(each, read, wanting=kind == "no")) for each in here]
        groups.append(folded(title.format(count=len(here)), "".join(told) or listed([])))
    return f'<p class="prose note">{markup(words.SHOWING_TEXT)}</p>{"".join(groups)}'


def contradictions(found: Assessment, project: Project, read: Collection[str] = ()) -> str:
    """Pairs of answers that do not go together, as questions; nothing when there is none.

    *read*: what the owner reads otherwise: the project did not say it, and is not told that it did.
    """
    pairs = project.placement.contradictions
    if not pairs:
        return ""
    told = "".join(
        f'<li><p class="ask">{markup(words.CONTRADICTION_READ if set(read) & set(each.questions) else each.ask)}</p>'
        f"{_answers(found, each.questions, read)}{sourced(found, each.source)}</li>"
        for each in pairs
    )
    return f'<p class="note">{markup(words.CONTRADICTIONS_TEXT)}</p><ul class="asking">{told}</ul>'


def blocking(found: Assessment, project: Project, read: Collection[str] = ()) -> str:
    """What is missing for the stage reached and for the next one, and what the project says blocks it.

    *read*: what the owner reads otherwise.
    """
    placement, stages = project.placement, found.edition.placement.stages
    parts = []
    if not stage_known(found):
        return _said_to_block(found, read)
    told = _gaps(found, placement.to_consolidate, read) or f'<p class="note">{markup(words.NOTHING_MISSES)}</p>'
    parts.append(f"<div><h3>{markup(words.TO_CONSOLIDATE)}</h3>{told}</div>")
    if placement.stage.reached + 1 < len(stages):
        title = words.TO_NEXT.format(stage=stage_name(found, placement.stage.reached + 1))
        choice = f'<p class="note">{markup(words.BY_CHOICE)}</p>' if stays_here(found.facts) else ""
        told = _gaps(found, placement.to_next, read) or listed([])
        parts.append(f"<div><h3>{markup(title)}</h3>{choice}{told}</div>")
    return f'<div class="twofold">{"".join(parts)}</div>{_said_to_block(found, read)}'


def _said_to_block(found: Assessment, read: Collection[str]) -> str:
    told = reason(found, found.edition.levers.blocks_asked_by)
    title = words.READ_BLOCKING if told.question in read else words.SAID_BLOCKING
    return f"<h3>{markup(title)}</h3><p>{markup(told.answer)}</p>"


def _gaps(found: Assessment, gaps: Sequence[Gap], read: Collection[str]) -> str:
    lines = []
    for gap in gaps:
        badge = f' <span class="badge">{markup(words.NOT_KNOWN)}</span>' if gap.level is None else ""
        source = sourced(found, found.edition.placement.gates[gap.stage - 1].source)
        inside = f"{_answers(found, [gap.requirement.question], read)}{source}"
        name = markup(wording.capital(gap.requirement.missing))
        lines.append(f"<li>{name}{badge}{folded(words.WHY, inside)}</li>")
    return f"<ul>{''.join(lines)}</ul>" if lines else ""


def _economy(found: Assessment, project: Project) -> Economy:
    """What makes a project live at this moment of the way."""
    phase = found.edition.placement.stages[project.placement.stage.reached].phase
    return next(each for each in found.edition.funding.economies if each.phase == phase)


def _grounds(found: Assessment, project: Project, *, quoting: bool) -> str:
    """The answers behind the stage, where they are shared, and where the method has each of these readings from."""
    answers = _answers(found, found.facts.stage.because) if quoting else ""
    stage, economy = project.placement.stage, _economy(found, project)
    cited = [
        (words.STAGE, found.edition.placement.gates[max(stage.reached - 1, 0)]),
        *((each.zone.label, each.zone) for each in project.placement.zones),
        (economy.label, economy),
    ]
    told = "".join(
        f"<p><strong>{markup(label)}</strong> : {markup(each.reason or '')}</p>{sourced(found, each.source)}"
        for label, each in cited
    )
    return answers + told


def _stage(found: Assessment, project: Project) -> str:
    if not stage_known(found):
        return words.STAGE_UNKNOWN
    return found.edition.placement.stages[project.placement.stage.reached].label


def _firmness(project: Project) -> str:
    """A stage that answers could still move, or that they deny, is not called firm."""
    placement = project.placement
    if placement.stage.reached > placement.consolidated:
        return words.CONSOLIDATED_BELOW
    settled = placement.stage.lowest == placement.stage.highest and not placement.contradictions
    return words.CONSOLIDATED_SAME if settled else "{stage}"


def _range(found: Assessment, project: Project) -> str:
    lowest, highest = project.placement.stage.lowest, project.placement.stage.highest
    if lowest == highest:
        return words.RANGE_NONE
    return words.RANGE.format(lowest=stage_name(found, lowest), highest=stage_name(found, highest))


def _dimensions(found: Assessment, project: Project) -> str:
    levels = project.placement.profile.dimensions
    rows = []
    for screen in found.edition.project.screens:
        if screen.scored:
            level = levels.get(screen.id)
            told = words.NOT_SAID if level is None else words.LIKE_STAGE.format(stage=stage_name(found, level - 1))
            rows.append(f"<div><dt>{markup(screen.label)}</dt><dd>{markup(told)}</dd></div>")
    return f'<dl class="standing">{"".join(rows)}</dl>'


def _station(place: int, label: str, project: Project) -> str:
    stage, firm = project.placement.stage, project.placement.consolidated
    possible = stage.lowest < stage.highest and stage.lowest <= place <= stage.highest
    marks = {
        "firm": place <= firm,
        "reached": place <= stage.reached,
        "here": place == stage.reached,
        "possible": possible,
    }
    told = [
        *([words.HERE] if marks["here"] else []),
        *([words.FIRM] if place == firm else []),
        *([words.POSSIBLE] if possible and not marks["here"] else []),
    ]
    below = "".join(f"<em>{markup(word)}</em>" for word in told)
    names = " ".join(name for name, holds in marks.items() if holds)
    return f'<div class="station {names}"><i></i><span>{markup(label)}{below}</span></div>'


def answered(found: Assessment, name: str, *more: str) -> str:
    """A question, the words of its answer, what the project could show for it, and whatever else is said of it."""
    told, shown = reason(found, name), could_be_shown(found.answers, name)
    notes = "".join(f'<span class="note">{markup(each)}</span>' for each in (shown, *more) if each)
    return f'<p class="reason">{markup(told.text)} <strong>{markup(told.answer)}</strong>{notes}</p>'


def could_be_shown(answers: Answers, name: str) -> str:
    """What the project could show for an answer, and which that is where it shares it; nothing when there is none."""
    kind, note = answers.shown.get(name, "no"), answers.notes.get(name)
    return words.WHICH_COULD_BE_SHOWN[kind].format(note=note) if note else words.COULD_BE_SHOWN.get(kind, "")


def whose(name: str, read: Collection[str]) -> str:
    """Whose answer to a question is told, where it is not the project's."""
    return words.GUIDE_READ if name in read else ""


def _marked(question: Question, read: Collection[str], *, wanting: bool) -> tuple[str, str]:
    could = words.COULD_SHOW.format(proof=question.proof) if wanting and question.proof else ""
    return whose(question.id, read), could


def _answers(found: Assessment, names: Iterable[str], read: Collection[str] = ()) -> str:
    return "".join(answered(found, name, whose(name, read)) for name in found.in_order(names))


def sourced(found: Assessment, source: str) -> str:
    """Where a line comes from."""
    told = cite(source, found.edition.catalogue)
    return f'<p class="origin">{markup(words.SOURCE_LINE.format(source=told))}</p>' if told else ""
