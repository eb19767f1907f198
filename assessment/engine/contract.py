"""An Assessment in, the JSON result of the contract (version 1) out: plain dicts, lists, text, numbers, None."""

from collections.abc import Iterable
from typing import Any

from assessment.content.edition import Edition
from assessment.engine.actions import action_data
from assessment.engine.answers import PARTS, Answers, Value
from assessment.engine.assess import Assessment, Project
from assessment.engine.confidence import Confidence
from assessment.engine.levers import LeverFound
from assessment.engine.reading import VERSION
from assessment.engine.stage import Gap
from assessment.engine.zones import ZoneFound

Json = dict[str, Any]


def result(assessment: Assessment) -> Json:
    """The result object, without the name of the file it came from."""
    return {
        "version": VERSION,
        "edition": assessment.edition.id,
        "project": _project(assessment, assessment.project) if assessment.project else None,
        "organisation": _organisation(assessment),
        "doors": _doors(assessment),
        "recommendations": [
            {
                "rank": each.rank,
                "kind": each.item.kind,
                "id": each.item.id,
                "title": each.item.title,
                "because": _because(assessment, each.because),
                "why": each.rule.because,
                "rule": each.rule.id,
                "source": each.rule.source,
                "to_check": each.item.to_check,
            }
            for each in assessment.advice.recommendations
        ],
        "messages": [{"rule": rule.id, "text": rule.message} for rule in assessment.advice.messages],
        "undecided": [
            {"rule": each.rule.id, "questions": list(assessment.in_order(each.weighed.missing))}
            for each in assessment.advice.undecided
            if each.weighed.missing
        ],
    }


def _project(assessment: Assessment, project: Project) -> Json:
    placement, stages = project.placement, [stage.id for stage in assessment.edition.placement.stages]
    return {
        "stage": stages[placement.stage.reached],
        "stage_range": [stages[placement.stage.lowest], stages[placement.stage.highest]],
        "stage_decided_by": list(placement.stage.decided_by),
        "consolidated": stages[placement.consolidated],
        "consolidated_high": stages[placement.consolidated_high],
        "to_consolidate": _gaps(assessment, placement.to_consolidate),
        "to_next": _gaps(assessment, placement.to_next),
        "dimensions": dict(placement.profile.dimensions),
        "patterns": [each.id for each in placement.patterns],
        "contradictions": [{"id": each.id, "questions": list(each.questions)} for each in placement.contradictions],
        "qualification": placement.qualification.id,
        "lights": dict(placement.profile.lights),
        "confidence": _confidence(placement.confidence),
        "zones": [_zone(assessment, found) for found in placement.zones],
        "levers": [_lever(assessment, found) for found in project.levers],
        "needs": [
            {"dimension": found.need.dimension, "phase": found.need.phase, "text": found.need.text}
            for found in project.needs
        ],
        "questions_left": list(placement.questions_left),
    }


def _zone(assessment: Assessment, found: ZoneFound) -> Json:
    return {
        "id": found.zone.id,
        "stage": found.zone.stage,
        "status": found.status,
        "signs": [sign.id for sign in found.signs],
        "undecided_by": list(assessment.in_order(found.undecided_by)),
    }


def _lever(assessment: Assessment, found: LeverFound) -> Json:
    return {
        "id": found.lever.id,
        "title": found.lever.title,
        "rank": found.rank,
        "priority": found.priority,
        "deduced_rank": found.deduced_rank,
        "said_rank": found.said_rank,
        "asked": found.asked,
        "because": _because(assessment, found.because),
        "why": found.why,
    }


def _organisation(assessment: Assessment) -> Json | None:
    found = assessment.organisation
    if found is None:
        return None
    levels = [level.id for level in assessment.edition.placement.levels]
    return {
        "type": found.type,
        "level": levels[found.level],
        "level_range": [levels[found.lowest], levels[found.highest]],
        "dimensions": dict(found.practices),
        "flags": [flag.id for flag in found.flags],
        "confidence": _confidence(found.confidence),
    }


def _doors(assessment: Assessment) -> Json | None:
    if assessment.doors is None:
        return None
    return {
        "order": list(assessment.doors.order),
        "because": _because(assessment, assessment.doors.because),
    }


def _gaps(assessment: Assessment, gaps: Iterable[Gap]) -> list[Json]:
    stages = assessment.edition.placement.stages
    return [
        {
            "stage": stages[gap.stage].id,
            "question": gap.requirement.question,
            "at_least": gap.requirement.at_least,
            "answer": _plain(assessment.answers.values.get(gap.requirement.question)),
        }
        for gap in gaps
    ]


def _because(assessment: Assessment, questions: Iterable[str]) -> list[Json]:
    return [
        {"question": name, "answer": _plain(assessment.answers.values.get(name))}
        for name in assessment.in_order(questions)
    ]


def _plain(value: Value | None) -> Any:  # noqa: ANN401 - a JSON value
    return list(value) if isinstance(value, tuple) else value


def _confidence(confidence: Confidence) -> Json:
    return {"level": confidence.level, "because": list(confidence.because)}


def answer_file(answers: Answers, edition: Edition) -> Json:
    """The answer file (contract, version 1) that reads back as *answers*."""
    subject = {
        **({"name": answers.subject.name} if answers.subject.name else {}),
        **({"date": answers.subject.date.isoformat()} if answers.subject.date else {}),
    }
    parts: Json = {
        part: {
            "answers": {name: _plain(value) for name, value in answers.values.items() if edition.part_of[name] == part}
        }
        for part in PARTS
        if part in answers.parts
    }
    if answers.shown:
        parts["project"]["shown"] = dict(answers.shown)
    if answers.notes:
        parts["project"]["notes"] = dict(answers.notes)
    actions = {"actions": [action_data(each) for each in answers.actions]} if answers.actions else {}
    about = {**({"subject": subject} if subject else {}), **({"short": True} if answers.short else {})}
    return {"version": VERSION, "edition": answers.edition, **about, **parts, **actions}
