"""How a form'action is made of a group's answers, as written: durations, what comes before what, exercises."""

from pydantic import Field, model_validator

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
    together: str  #: who works with whom
    material: str
    ask: tuple[str, ...] = Field(min_length=1)  #: questions that the facilitator asks
    until_next: str  #: what to do with it before the next day


class GroupAdvice(Written):
    """Sentences about the group.

    *two_groups*, *parcours* and *unsure* name {participants}.
    """

    one_group: str
    two_groups: str
    parcours: str
    unsure: str
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
    few: str


class Served(Sourced):
    """How many of the group need a module for everybody to work on it: *people*, and so many in *percent*."""

    people: int = Field(ge=1)
    percent: int = Field(ge=0, le=100)


class Turn(Written):
    """What an opening or a closing becomes on a day that is not the first or not the last."""

    title: str
    text: str


class Help(Sourced):
    """Who could help whom on a dimension: from *gives_from* for those at *needs_up_to* or less, levels from 1 to 5.

    Nobody helps more than *helps_at_most*. *level_words* says the five levels; *pair* names {dimension}, {helper},
    {given}, {helped} and {needed}; *same_need*, *same_module* and *same_lever* say a {need}, a {module} or
    a {lever} that three people share.
    """

    gives_from: int = Field(ge=1, le=5)
    needs_up_to: int = Field(ge=1, le=5)
    level_words: tuple[str, ...] = Field(min_length=5, max_length=5)
    helps_at_most: int = Field(ge=1)
    pair: str
    trio: str
    same_need: str
    same_module: str
    same_lever: str


class Division(Sourced):
    """When a group is divided: at least *people* and *percent* of those who answered on each side."""

    people: int = Field(ge=1)
    percent: int = Field(ge=1, le=50)
    text: str


class Cautions(Written):
    """What the coach is told about a programme they changed; each names its own {words}."""

    extra_day: str  #: {day}
    over_time: str  #: {day}, {minutes}
    no_pause: str  #: {day}, {minutes}
    above: str  #: {module}, {participants}
    order: str  #: {module}, {before}
    nobody: str  #: {module}
    alone: str  #: {participants}, without a group during {title}
    empty_day: str  #: {day}


class Practised(Sourced):
    """A phase of a parcours d'expérience, the part between two of its sessions."""

    id: str
    label: str
    text: str


class ParcoursStep(Sourced):
    """A step of a parcours: a *component* in the *week* from 0, for *minutes*, or all along some *weeks*."""

    id: str
    component: str
    during: str  #: its phase
    week: int = Field(ge=0)
    weeks: int | None = Field(None, ge=1)
    minutes: int | None = Field(None, ge=15)
    title: str
    text: str


class Parcours(Sourced):
    """The parcours d'expérience: how long, for how many, its phases in order, its steps in order of time."""

    months: int = Field(ge=1)
    fewest: int = Field(ge=1)
    most: int = Field(ge=1)
    in_pairs: str
    text: str
    phases: tuple[Practised, ...] = Field(min_length=1)
    steps: tuple[ParcoursStep, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _steps_stand_in_a_phase(self) -> "Parcours":
        known = {phase.id for phase in self.phases}
        if strange := [step.id for step in self.steps if step.during not in known]:
            msg = f"« during » nomme une phase du parcours ({', '.join(sorted(known))}) : voir {', '.join(strange)}."
            raise ValueError(msg)
        return self


class ProgrammeMethod(Sourced):
    """The making of a programme. Minutes and hours are of work, pauses included, meals apart.

    *durations* go from the shortest to the longest; *modules* stand in the order in which they are taught; *weights*:
    what a module is worth by its place in a participant's recommendations, the last one for all places after it.
    *starts_at* and *meal_at* are minutes after midnight.
    """

    days_at_most: int = Field(ge=1)
    hours: int = Field(ge=2, le=12)
    starts_at: int = Field(ge=0, lt=24 * 60)
    meal_at: int = Field(ge=0, lt=24 * 60)
    meal: Moment
    opening: Moment
    opening_again: Turn  #: the opening of a day after the first
    closing: Moment
    closing_for_now: Turn  #: the closing of a day before the last
    pause: Moment
    longest_without_pause: int
    between_pauses: tuple[int, int]  #: minutes that work between two pauses should last, from and to
    durations: tuple[Duration, ...] = Field(min_length=1)
    usual: str
    modules_a_day: int = Field(ge=1)
    weights: tuple[int, ...] = Field(min_length=1)
    weights_reason: str
    served: Served
    advice: GroupAdvice
    level_unknown: str
    after: tuple[After, ...]
    by_door: str  #: where to begin in resource centres: the {section} of the door that most prefer
    follow_up_weeks: int
    follow_up: str
    between_days: str
    between_nights: str  #: instead, when the next day is tomorrow
    left_out: LeftOut
    help: Help
    division: Division
    cautions: Cautions
    parcours: Parcours
    modules: tuple[Taught, ...] = Field(min_length=1)
