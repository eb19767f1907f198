"""How a form'action is made of a group's answers, as written: durations, what comes before what, exercises."""

from pydantic import Field

from assessment.content.catalogue import Kind
from assessment.content.conditions import Written
from assessment.content.questionnaire import Sourced


class Moment(Written):
    """A part of a day that is no module; minutes, a title, what happens."""

    minutes: int = Field(ge=5)
    title: str
    text: str


class Duration(Sourced):
    """How long a module may last; *theory* is the share of the *minutes* that is told, the rest is practised."""

    id: str
    label: str
    minutes: int = Field(ge=30)
    theory: int = Field(ge=0)


class Taught(Sourced):
    """A module as it is taught: *after* others, to some *levels*, on the participants' answers to some questions."""

    id: str
    after: tuple[str, ...] = ()
    levels: tuple[str, ...] = Field(min_length=1)
    works_on: tuple[str, ...] = Field(min_length=1)
    aim: str
    practice: str
    material: str


class GroupAdvice(Written):
    """Sentences about the group; *above* names {module} and {participants}."""

    two_groups: str
    parcours: str
    unsure: str
    above: str
    nothing: str


class After(Written):
    """What comes after, for a kind of the catalogue; *text* names the {titles}."""

    kind: Kind
    text: str


class LeftOut(Written):
    """Why a module is not in the programme."""

    nobody: str
    imposed_out: str
    no_room: str
    level: str


class ProgrammeMethod(Sourced):
    """The making of a programme. Minutes and hours are of work, pauses included, meals apart.

    *durations* go from the shortest to the longest; *modules* stand in the order in which they are taught; *weights*:
    what a module is worth by its place in a participant's recommendations, the last one for all places after it.
    """

    days_at_most: int = Field(ge=1)
    hours: int = Field(ge=2, le=12)
    opening: Moment
    closing: Moment
    pause: Moment
    longest_without_pause: int
    durations: tuple[Duration, ...] = Field(min_length=1)
    usual: str
    modules_a_day: int = Field(ge=1)
    weights: tuple[int, ...] = Field(min_length=1)
    weights_reason: str
    advice: GroupAdvice
    level_unknown: str
    after: tuple[After, ...]
    follow_up_weeks: int
    follow_up: str
    between_days: str
    left_out: LeftOut
    modules: tuple[Taught, ...] = Field(min_length=1)
