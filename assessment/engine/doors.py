"""Answers about doors in, the doors in order out. They order links and nothing else."""

from collections import Counter
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.engine.answers import Answers


@dataclass(frozen=True, slots=True)
class DoorOrder:
    """Every door, the preferred one first; *shared* when the first two cannot be told apart."""

    order: tuple[str, ...]
    because: tuple[str, ...]
    shared: bool


def order_doors(edition: Edition, answers: Answers) -> DoorOrder:
    """Doors by how often they were chosen; the edition's question breaks a tie, then the order of the edition."""
    part = edition.doors
    chosen: dict[str, str] = {}
    for question in part.questions:
        value = answers.values.get(question.id)
        if isinstance(value, int):
            chosen[question.id] = question.choices[value - 1].id or ""
    counts = Counter(chosen.values())
    preferred = chosen.get(part.tie_broken_by)
    ids = [door.id for door in part.doors]
    key = {door: (-counts[door], door != preferred) for door in ids}
    order = tuple(sorted(ids, key=lambda door: (*key[door], ids.index(door))))
    return DoorOrder(order, tuple(chosen), key[order[0]] == key[order[1]])
