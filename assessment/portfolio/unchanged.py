"""A gathering as it was read before and as it is now in, its projects now out. Pure.

Deposits never change: a project of which nothing was said since stays as it was read, and a decision among thousands of
projects costs the reading of one.
"""

from collections.abc import Iterable, Sequence

from assessment.content.edition import Edition
from assessment.portfolio.blindness import blindness
from assessment.portfolio.projects import Deposited, Noted, Project, projects_of

#: What is said of a whole gathering, and changes which projects there are or how each is read.
OF_ALL = frozenset({"blind", "choice"})


def projects_since(
    before: Iterable[Project],
    noted_before: Sequence[Noted],
    deposited: Sequence[Deposited],
    noted: Sequence[Noted],
    edition: Edition,
) -> tuple[Project, ...]:
    """What `projects_of` gives for *deposited* and *noted*; those of *before* of which nothing is new are the same."""
    since = noted[len(noted_before) :]
    if noted[: len(noted_before)] != noted_before or any(each.kind in OF_ALL for each in since) or blindness(noted).on:
        return projects_of(deposited, noted, edition)
    spoken_of = {each.project for each in since}
    same = {project.id: project for project in before if project.id not in spoken_of}
    fresh = projects_of((each for each in deposited if each.id not in same), noted, edition)
    found = same | {project.id: project for project in fresh}
    return tuple(found[each.id] for each in deposited if each.id in found)
