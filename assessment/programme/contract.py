"""A Programme in, its JSON (contract, version 1) out: plain dicts, lists, texts, numbers."""

from collections.abc import Iterable
from typing import Any

from assessment.programme.covering import served
from assessment.programme.group import Group, Need
from assessment.programme.plan import Programme
from assessment.programme.timetable import Slot

Json = dict[str, Any]


def result(programme: Programme) -> Json:
    """The programme as programs read it; participants by their names, needs by participant and module.

    *between*: what is asked of everybody until the next day; None after the last one.
    """
    group, method = programme.group, programme.group.edition.programme
    return {
        "version": 1,
        "edition": group.edition.id,
        "level": group.edition.placement.levels[group.level].id,
        "participants": [each.name for each in group.participants],
        "days": [
            {"sequences": [_sequence(each, group) for each in day], "between": method.between_days if place else None}
            for place, day in zip(range(len(programme.days) - 1, -1, -1), programme.days, strict=True)
        ],
        "left_out": [{"module": each.module, "because": each.because} for each in programme.left_out],
        "after": list(programme.after),
        "advice": list(programme.advice),
        "needs_covered": _needs(programme.covered),
        "needs_missed": _needs(programme.missed),
    }


def _sequence(slot: Slot, group: Group) -> Json:
    """A module says whom it serves and for which reasons, each told once; other sequences serve everybody."""
    needs = served(slot, group)
    return {
        "kind": slot.kind,
        "module": slot.module,
        "duration": slot.duration,
        "title": slot.title,
        "minutes": slot.minutes,
        "theory_minutes": slot.theory,
        "practice_minutes": slot.practice,
        "serves": [need.participant for need in needs],
        "because": [{"participant": need.participant, "why": need.because} for need in needs],
    }


def _needs(needs: Iterable[Need]) -> list[Json]:
    return [{"participant": need.participant, "module": need.module, "place": need.place + 1} for need in needs]
