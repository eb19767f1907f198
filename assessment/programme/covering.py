"""Days and a group in, whose needs they answer out: a need is covered when its participant works on its module."""

from collections.abc import Iterable

from assessment.programme.group import Group, Need
from assessment.programme.timetable import Slot


def served(slot: Slot, group: Group) -> tuple[Need, ...]:
    """The needs that one sequence answers, in the order of the participants."""
    return tuple(need for need in group.needs if slot.is_for(need.participant, need.module))


def by_reason(needs: Iterable[Need]) -> dict[str, list[str]]:
    """Reasons, each with the participants it holds for, in the order of the first of them."""
    found: dict[str, list[str]] = {}
    for need in needs:
        found.setdefault(need.because, []).append(need.participant)
    return found


def covered(days: Iterable[Iterable[Slot]], group: Group) -> tuple[tuple[Need, ...], tuple[Need, ...]]:
    """All needs of the group: those that the days answer, then those that they do not."""
    slots = [slot for day in days for slot in day if slot.module]
    met, missed = [], []
    for need in group.needs:
        (met if any(slot.is_for(need.participant, need.module) for slot in slots) else missed).append(need)
    return tuple(met), tuple(missed)
