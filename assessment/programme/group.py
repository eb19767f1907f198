"""Participants in, what they need as a group out: their level, the modules that serve them, whom each one serves."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.engine.assess import Assessment
from assessment.engine.recommendations import Recommendation

MODULE, PARCOURS, UNSURE = "module", "parcours", "faible"


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody of the group: how they are called, and their result."""

    name: str
    found: Assessment

    @property
    def level(self) -> int | None:
        """The level of the organisation from 0; None when no answer tells it."""
        organisation = self.found.organisation
        return organisation.level if organisation and self.found.facts.level.because else None

    @property
    def modules(self) -> tuple[Recommendation, ...]:
        """The modules of their own result, the first one first."""
        return tuple(each for each in self.found.advice.recommendations if each.item.kind == MODULE)


@dataclass(frozen=True, slots=True)
class Need:
    """A module in one participant's result, at *place* from 0 among their modules, with what it is worth."""

    participant: str
    module: str
    place: int
    worth: int
    because: str


@dataclass(frozen=True, slots=True)
class Group:
    """The participants of one programme, the *level* from 0 that most of them are at, and all their *needs*."""

    edition: Edition
    participants: tuple[Participant, ...]
    level: int
    needs: tuple[Need, ...]

    @property
    def worth(self) -> Mapping[str, int]:
        """Module -> what it is worth to the whole group; modules that serve nobody are left out."""
        total: Counter[str] = Counter()
        for need in self.needs:
            total[need.module] += need.worth
        return total

    def served_by(self, module: str) -> tuple[Need, ...]:
        """Whom a module serves, in the order of the participants."""
        return tuple(need for need in self.needs if need.module == module)

    def below(self, module: str) -> tuple[str, ...]:
        """Names of those whose level is under every level that the module suits."""
        levels = [each.id for each in self.edition.placement.levels]
        taught = next(each for each in self.edition.programme.modules if each.id == module)
        least = min(levels.index(name) for name in taught.levels)
        return tuple(each.name for each in self.participants if each.level is not None and each.level < least)


def gather(participants: Sequence[Participant], edition: Edition) -> Group:
    """The group that *participants* make."""
    return Group(edition, tuple(participants), _level(participants, edition), tuple(_needs(participants, edition)))


def advice_on(group: Group) -> tuple[str, ...]:
    """What the group's composition calls for, in sentences of the content."""
    said, levels = group.edition.programme.advice, [each.level for each in group.participants if each.level is not None]
    found = group.participants
    told = []
    if any(abs(level - group.level) > 1 for level in levels):
        told.append(said.two_groups)
    if 2 * sum(any(each.item.kind == PARCOURS for each in one.found.advice.recommendations) for one in found) > len(
        found
    ):
        told.append(said.parcours)
    if any(_is_unsure(each) for each in found):
        told.append(said.unsure)
    if not group.needs:
        told.append(said.nothing)
    return tuple(told)


def _level(participants: Sequence[Participant], edition: Edition) -> int:
    """The most frequent level; of two as frequent, the lower one: nobody is left behind."""
    levels = [each.id for each in edition.placement.levels]
    counted = Counter(each.level for each in participants if each.level is not None)
    if not counted:
        return levels.index(edition.programme.level_unknown)
    return min(counted, key=lambda level: (-counted[level], level))


def _needs(participants: Sequence[Participant], edition: Edition) -> Iterator[Need]:
    weights = edition.programme.weights
    for each in participants:
        for place, found in enumerate(each.modules):
            worth = weights[min(place, len(weights) - 1)]
            yield Need(each.name, found.item.id, place, worth, found.rule.because)


def _is_unsure(participant: Participant) -> bool:
    project = participant.found.project
    return project is not None and project.placement.confidence.level == UNSURE
