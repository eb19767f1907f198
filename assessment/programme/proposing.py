"""A group and the coach's choices in, the programme out: as it is proposed, or as the coach changed it."""

from dataclasses import dataclass

from assessment.programme.cautions import cautions
from assessment.programme.choices import Choices
from assessment.programme.editing import Edited, difference, with_days
from assessment.programme.group import Group, Need
from assessment.programme.plan import Programme, make_programme


def proposal(group: Group, choices: Choices) -> Programme:
    """What the tool proposes for these wishes, whatever the coach changed; raises AnswersError when they cannot be."""
    return make_programme(group, choices.time, choices.imposed, choices.excluded)


def chosen(group: Group, choices: Choices) -> Edited:
    """The programme that stands: the coach's days as they are, or else the proposal; raises as that."""
    if choices.sequences is None:
        proposed = proposal(group, choices)
        return Edited(proposed, (), (), cautions(proposed.days, group, choices.time))
    frame = make_programme(group, choices.time)
    edited = with_days(frame, choices.sequences, choices.excluded)
    return Edited(edited.programme, (), (), edited.cautions)


@dataclass(frozen=True, slots=True)
class Compared:
    """What *programme* answers more, and less, than another one."""

    programme: Programme
    gained: tuple[Need, ...]
    lost: tuple[Need, ...]


def compared(before: Programme, after: Programme) -> Compared:
    """*after*, with the needs that it gains and loses against *before*."""
    return Compared(after, *difference(before, after))
