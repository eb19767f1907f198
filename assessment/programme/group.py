"""Participants in, what they need as a group out: their level, the modules that serve them, whom each one serves."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.content.edition import Edition
from assessment.engine.assess import Assessment
from assessment.engine.recommendations import Recommendation

MODULE, PARCOURS, UNSURE = "module", "parcours", "faible"
#: What a participant may let the coach see; files given to the coach hold everything.
EVERYTHING = ("result", "answers", "notes")


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody of the group: how they are called, their result, and what of it the coach may see."""

    name: str
    found: Assessment
    shares: tuple[str, ...] = EVERYTHING

    @property
    def shows_answers(self) -> bool:
        """Whether the coach may read the answers, not the result only."""
        return "answers" in self.shares

    @property
    def is_unsure(self) -> bool:
        """Whether the result of the project rests on too few known answers."""
        project = self.found.project
        return project is not None and project.placement.confidence.level == UNSURE

    @property
    def is_offered_parcours(self) -> bool:
        """Whether their own result proposes a parcours d'expérience."""
        return any(each.item.kind == PARCOURS for each in self.found.advice.recommendations)

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


def named(found: Iterable[tuple[str, Assessment, tuple[str, ...]]]) -> tuple[Participant, ...]:
    """Participants from (name, result, shares), under names that differ, in the order given."""
    people: dict[str, Participant] = {}
    for name, assessment, shares in found:
        called = name
        while called in people:
            called = f"{name} ({sum(each.split(' (')[0] == name for each in people) + 1})"
        people[called] = Participant(called, assessment, shares)
    return tuple(people.values())


def gather(participants: Sequence[Participant], edition: Edition) -> Group:
    """The group that *participants* make."""
    return Group(edition, tuple(participants), _level(participants, edition), tuple(_needs(participants, edition)))


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
