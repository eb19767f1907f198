"""A group and the modules of parallel groups in, who goes to which out: where each one's own result points first."""

from collections.abc import Sequence

from assessment.programme.group import Group

#: For whoever needs none of the modules: after every place that somebody's result may give.
NOWHERE = 99


def shared_out(group: Group, modules: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Names by group, in the order of *modules* (a module may stand twice), each participant once.

    Everybody goes to the module that stands first in their result. Those for whom it makes no difference go where
    fewest are; with the same module twice that cuts the group in two, by level, so that each group is close.
    """
    places = {(need.participant, need.module): need.place for need in group.needs}
    rooms: list[list[str]] = [[] for _ in modules]
    undecided = []
    for each in group.participants:
        wanted = [places.get((each.name, module), NOWHERE) for module in modules]
        best = [room for room, place in enumerate(wanted) if place == min(wanted)]
        if len(best) == 1:
            rooms[best[0]].append(each.name)
        else:
            undecided.append((each, best))
    most = -(-len(group.participants) // len(modules))
    for each, best in sorted(undecided, key=lambda found: found[0].level or 0):
        room = next((room for room in best if len(rooms[room]) < most), None)
        rooms[room if room is not None else min(best, key=lambda room: len(rooms[room]))].append(each.name)
    order = {each.name: place for place, each in enumerate(group.participants)}
    return tuple(tuple(sorted(names, key=order.__getitem__)) for names in rooms)
