"""A group in, what divides it out: dimensions and answers where some are far along and others begin.

That is material to work on, never a fault. Answers count and are told for those who share them only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assessment.programme.group import Group


@dataclass(frozen=True, slots=True)
class Divide:
    """What divides a group: a dimension or a question (its id and label), who is *ahead* on it, who *begins*."""

    about: Literal["dimension", "question"]
    id: str
    label: str
    ahead: tuple[str, ...]
    begins: tuple[str, ...]


def divides(group: Group) -> tuple[Divide, ...]:
    """Dimensions in the order of the questionnaire, then questions; a question of a dimension told is not told again.

    On each side at least as many people, and such a share of those who answered, as the content says.
    """
    dimensions = tuple(_dimensions(group))
    told = {each.id for each in dimensions}
    questions = (each for each in _questions(group) if group.edition.dimension_of(each.id) not in told)
    return (*dimensions, *questions)


def _dimensions(group: Group) -> Iterator[Divide]:
    for screen in group.edition.project.screens:
        if screen.scored:
            levels = {
                each.name: each.found.project.placement.profile.dimensions[screen.id]
                for each in group.participants
                if each.found.project
            }
            yield from _divide("dimension", screen.id, screen.label, levels, group)


def _questions(group: Group) -> Iterator[Divide]:
    for name in group.edition.key_questions:
        question = group.edition.questions[name]
        levels = {each.name: each.found.answers.level(question) for each in group.participants if each.shows_answers}
        yield from _divide("question", name, question.text, levels, group)


def _divide(
    about: Literal["dimension", "question"], name: str, label: str, levels: dict[str, int | None], group: Group
) -> Iterator[Divide]:
    method, sides = group.edition.programme.division, group.edition.programme.help
    known = {who: level for who, level in levels.items() if level is not None}
    ahead = tuple(who for who, level in known.items() if level >= sides.gives_from)
    begins = tuple(who for who, level in known.items() if level <= sides.needs_up_to)
    least = max(method.people, -(-method.percent * len(known) // 100))
    if min(len(ahead), len(begins)) >= least:
        yield Divide(about, name, label, ahead, begins)
